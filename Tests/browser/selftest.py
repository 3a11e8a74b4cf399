#!/usr/bin/env python3
"""Proves that the page checks can fail: every fault planted in `stub.py` must be found, and a sound site has none."""

import json
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from stub import FAULTS, OFFICER, serve

CHECK = Path(__file__).with_name("check_pages.py")


def main() -> int:
    faulty, sound = checked(sound=False), checked(sound=True)
    missed = [f"{name}: {rule}" for name, (rule, _) in FAULTS.items() if not named(faulty, name, rule)]
    if not any("/secret" in line and "as officer" in line and "scrolls sideways" in line for line in faulty):
        missed.append("secret: a fault that only an account sees")
    for line in missed:
        print(f"selftest: a planted fault was not found: {line}")
    for line in sound:
        print(f"selftest: a fault was found where none is: {line}")
    print(
        f"selftest: {len(FAULTS) + 1 - len(missed)} of {len(FAULTS) + 1} planted faults found, {len(sound)} false ones"
    )
    return 1 if missed or sound else 0


def named(lines: list[str], name: str, rule: str) -> bool:
    if rule == "answer":
        return any(f": {rule}: " in line and line.rstrip().endswith(f"/{name}") for line in lines)
    return any(line.split(" ")[0].endswith(f"/{name}") and f": {rule}: " in line for line in lines)


def checked(*, sound: bool) -> list[str]:
    """The faults that the checks print for the stub."""
    server = serve(0, sound)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as logins:
        logins.write(json.dumps(OFFICER) + "\n")
        logins.flush()
        base = f"http://127.0.0.1:{server.server_port}"
        command = [sys.executable, str(CHECK), "--base", base, "--logins", logins.name, "--minutes", "4"]
        run = subprocess.run(command, capture_output=True, text=True)
    server.shutdown()
    lines = run.stdout.splitlines()
    if not lines or not any(line.startswith("pages: ") for line in lines):
        sys.exit(f"selftest: the check stopped:\n{run.stdout}\n{run.stderr}")
    print(next(line for line in lines if line.startswith("pages: ")), file=sys.stderr)
    found = [line for line in lines if not line.startswith(("pages: ", "kinds of fault: "))]
    if bool(found) != (run.returncode == 1):
        sys.exit(f"selftest: {len(found)} faults, but the check exits {run.returncode}")
    return found


if __name__ == "__main__":
    sys.exit(main())
