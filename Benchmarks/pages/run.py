#!/usr/bin/env python3
"""Measures pages of the portal under a steady load, with Debian's `hey`.

    run.py --data DIR [--ipzone PATH] [--seconds 60] [--role ROLE] [PATH ...]

DIR is a data directory that is there already, such as a demonstration zone with a corpus imported; it is served on a
port of its own. 200 requests a second are asked for, over 8 connections; below 195 achieved a run does not count.
Pages that need an account are measured with `--role`: the demonstration zone's login of that role. `{matter}` in a path
is the first matter of the queue; `POST /status` follows a ticket that is filed first by the code on its receipt.
"""

import argparse
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "browser"))
from visitor import Login, Reader, Visitor  # noqa: E402

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


def some_matter(base, cookie):
    """The first matter of the queue of who has the cookie."""
    asked = urllib.request.Request(base + "/matters/queue", headers={"Cookie": cookie or ""})
    page = urllib.request.urlopen(asked).read().decode()
    return re.search(r'href="/matters/([0-9a-z]{13})"', page).group(1)


def status_form(base):
    """The filled form of /status for a ticket filed just now, and the cookie that it goes with."""
    visitor = Visitor(base)
    apply = "/guide/window-ticket/apply"
    form = next(one for one in Reader(visitor.get(apply).body).forms if one.action.endswith(apply))
    receipt = visitor.post(apply, form.fields | {"category": "consulting", "question": "示例问题"}).body.decode()
    code = re.search(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}", receipt)
    if not code:
        sys.exit("the receipt of a ticket shows no code")
    form = next(one for one in Reader(visitor.get("/status").body).forms if one.action.endswith("/status"))
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    return urllib.parse.urlencode(form.fields | {"code": code.group()}), cookie


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


def settle(server):
    """Waits until the server rests: after its start it tells of the time limits that ended before."""
    for _ in range(90):
        before = processor_seconds(server)
        time.sleep(2)
        if processor_seconds(server) - before < 0.1:
            return


def measure(server, base, path, seconds, cookie):
    method, _, bare = path.rpartition(" ")
    body = []
    if method:
        text, cookie = status_form(base)
        body = ["-m", method, "-T", "application/x-www-form-urlencoded", "-d", text, "-H", f"Origin: {base}"]
    address = base + urllib.request.quote(bare, safe="/?&=%")
    headers = body + (["-H", f"Cookie: {cookie}"] if cookie else [])
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
        settle(server)
        cookie = cookie_of(base, given.ipzone, given.data, given.role) if given.role else None
        paths = given.paths or [*PAGES, some_patent(base)]
        if any("{matter}" in path for path in paths):
            matter = some_matter(base, cookie)
            paths = [path.replace("{matter}", matter) for path in paths]
        print("| page | requests a second | median, ms | 99th percentile, ms | CPU ms a request |\n|---|---:|---:|---:|---:|")
        within = [measure(server, base, path, given.seconds, cookie) for path in paths]
        print(f"\n{sum(within)} of {len(within)} within the budget; peak memory of the server {memory_of(server)} MB")
    finally:
        server.terminate()
        server.wait(30)


main()
