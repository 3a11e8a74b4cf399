#!/usr/bin/env python3
"""Measures pages of the portal under a steady load, with Debian's `hey`.

    run.py --data DIR [--ipzone PATH] [--seconds 60] [--role ROLE] [PATH ...]

DIR is a data directory that is there already, such as a demonstration zone with a corpus imported; it is served on a
port of its own. 200 requests a second are asked for, over 8 connections; below 195 achieved a run does not count.
Pages that need an account are measured with `--role`: the demonstration zone's login of that role.
"""

import argparse
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "browser"))
from visitor import Login, Visitor  # noqa: E402

RATE, CONNECTIONS = 200, 8
PAGES = [
    "/", "/en", "/patents", "/patents?kind=invention", "/patents?province=江苏&section=H", "/patents?q=电池",
    "/patents?q=量子纠缠", "/parties", "/parties?q=大学", "/rules", "/deadlines", "/journal/heads", "/api/v1/patents",
]  # fmt: skip


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--ipzone", default=str(ROOT / ".build/release/ipzone"))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--role", help="sign in as the demonstration's login of this role, such as centre-staff")
    parser.add_argument("paths", nargs="*")
    return parser.parse_args()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address, server):
    for _ in range(100):
        if server.poll() is not None:
            sys.exit("the server stopped")
        try:
            return urllib.request.urlopen(address + "/readyz", timeout=1)
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    sys.exit("the server does not answer")


def some_patent(base):
    page = urllib.request.urlopen(base + "/patents").read().decode()
    return re.search(r'href="(/patents/[^"?/]+)"', page).group(1)


def cookie_of(base, ipzone, data, role):
    listed = subprocess.run([ipzone, "user", "demo-logins", "--data", data, "--json"], capture_output=True, text=True)
    login = next((login for login in Login.read(listed.stdout) if login.role == role), None)
    if not login:
        sys.exit(f"there is no login of {role}")
    visitor = Visitor(base)
    visitor.sign_in(login)
    return "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())


def processor_seconds(process):
    ticks = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(ticks[11]) + int(ticks[12])) / 100


def measure(server, base, path, seconds, cookie):
    address = base + urllib.request.quote(path, safe="/?&=%")
    headers = ["-H", f"Cookie: {cookie}"] if cookie else []
    subprocess.run(["hey", "-n", "20", "-c", "2", *headers, address], capture_output=True)
    before = processor_seconds(server)
    load = ["hey", "-z", f"{seconds}s", "-q", str(RATE // CONNECTIONS), "-c", str(CONNECTIONS), *headers, address]
    report = subprocess.run(load, capture_output=True, text=True).stdout
    spent = processor_seconds(server) - before
    rate = float(re.search(r"Requests/sec:\s*([0-9.]+)", report).group(1))
    at = {share: float(value) * 1000 for share, value in re.findall(r"(50|99)%+ in ([0-9.]+) secs", report)}
    statuses = dict(re.findall(r"\[(\d+)\]\s+(\d+) responses", report))
    refused = "" if set(statuses) == {"200"} else f" {statuses}"
    print(
        f"| `{path}` | {rate:.0f} | {at['50']:.1f} | {at['99']:.1f} | {1000 * spent / (rate * seconds):.1f} |{refused}",
        flush=True,
    )
    return rate >= 195 and at["50"] <= 20 and at["99"] <= 100 and not refused


def memory_of(process):
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+)", text).group(1)) // 1024


def main():
    given = arguments()
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    command = [given.ipzone, "serve", "--data", given.data, "--port", str(port), "--metrics-port", "0"]
    server = subprocess.Popen([*command, "--log-level", "error"], stdout=subprocess.DEVNULL)
    try:
        wait_for(base, server)
        cookie = cookie_of(base, given.ipzone, given.data, given.role) if given.role else None
        paths = given.paths or [*PAGES, some_patent(base)]
        print("| page | requests a second | median, ms | 99th percentile, ms | CPU ms a request |\n|---|---:|---:|---:|---:|")
        within = [measure(server, base, path, given.seconds, cookie) for path in paths]
        print(f"\n{sum(within)} of {len(within)} within the budget; peak memory of the server {memory_of(server)} MB")
    finally:
        server.terminate()
        server.wait(30)


main()
