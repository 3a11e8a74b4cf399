#!/usr/bin/env python3
"""Runs a command against a demonstration zone of its own, and stops the zone afterwards.

    zone.py COMMAND ...    {base}, {logins} and {routes} in it stand for the address and the two files

The program is IPZONE_BIN, or .build/release/ipzone. What the zone says is shown if anything fails.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("IPZONE_BIN") or str(ROOT / ".build/release/ipzone")
SECONDS_TO_START = 60
# The checks are the same everywhere: a folder of samples that someone has is not imported.
SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "IPZONE_SAMPLES"}


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="ipzone-check-") as folder, zone(Path(folder)) as known:
        command = sys.argv[1:]
        for name, value in known.items():
            command = [word.replace(f"{{{name}}}", value) for word in command]
        known["status"] = status = subprocess.run(command).returncode
        if not status and known["process"].poll() is not None:
            sys.exit("zone: the server stopped by itself during the checks.")
        return status


def demonstration(data: Path) -> str:
    """Makes the demonstration zone and answers its accounts, one JSON object a line."""
    return said_by("seed", "demo", "--data", str(data), "--json")


def list_of_routes() -> str:
    return said_by("routes", "--json")


def said_by(*words: str) -> str:
    run = subprocess.run([PROGRAM, *words], capture_output=True, text=True, cwd=ROOT, env=SURROUNDINGS)
    if run.returncode:
        sys.exit(f"zone: ipzone {' '.join(words)} failed:\n{run.stdout}{run.stderr}")
    return run.stdout


@contextmanager
def zone(folder: Path):
    data, port = folder / "zone", free_port()
    logins, routes = folder / "logins.jsonl", folder / "routes.jsonl"
    logins.write_text(demonstration(data), encoding="utf-8")
    routes.write_text(list_of_routes(), encoding="utf-8")
    log = folder / "server.log"
    with open(log, "w", encoding="utf-8") as out:
        command = [PROGRAM, "serve", "--data", str(data), "--port", str(port), "--metrics-port", str(free_port())]
        server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, cwd=ROOT, env=SURROUNDINGS)
    base = f"http://127.0.0.1:{port}"
    known = Known(base=base, logins=str(logins), routes=str(routes), process=server, status=1)
    try:
        wait_until_ready(server, base)
        yield known
    finally:
        stop(server)
        if known["status"]:
            print("".join(log.read_text("utf-8").splitlines(keepends=True)[-40:]), file=sys.stderr)


class Known(dict):
    """The words that a command may name; beside them the server's process and the command's exit status."""

    def items(self):
        return [(name, value) for name, value in super().items() if isinstance(value, str)]


def wait_until_ready(server: subprocess.Popen, base: str):
    ends = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < ends:
        if server.poll() is not None:
            sys.exit(f"zone: ipzone serve stopped with {server.returncode}.")
        try:
            # The index is built beside the requests, and searches say so until it is there.
            with (
                urllib.request.urlopen(f"{base}/readyz", timeout=2),
                urllib.request.urlopen(f"{base}/api/v1/search/index", timeout=2) as answer,
            ):
                if json.load(answer)["state"] == "ready":
                    return
                time.sleep(0.1)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    sys.exit(f"zone: not ready, or its index not built, within {SECONDS_TO_START} s.")


def stop(server: subprocess.Popen):
    server.terminate()
    try:
        server.wait(15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
        print("zone: the server did not stop within 15 s of SIGTERM.", file=sys.stderr)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


if __name__ == "__main__":
    sys.exit(main())
