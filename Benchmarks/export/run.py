#!/usr/bin/env python3
"""Measures pages that a hundred people search while a result set of nearly a million rows is exported.

    run.py [--rows 990000] [--data DIR] [--work DIR] [--forms csv,jsonl,xlsx] [--seconds 60] [--role centre-staff]
           [--query ''] [--ipzone PATH]

DIR is a demonstration zone with an index; without it one is made of seeded rows. See the README.
"""

import argparse
import http.client
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "Tests" / "browser"))
from visitor import Login, Visitor  # noqa: E402

PEOPLE, GROUP, EACH = 100, 4, 2
MEDIAN, SLOWEST, LEAST = 20, 100, 195
SEARCHES = [
    "/search?q=电池", "/search?q=自适应传感器", "/search?q=所述 AND ipc:G06F", "/search?q=激光器&f=province:江苏",
    "/search?q=固定连接&sort=newest-filed",
]  # fmt: skip


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=990_000)
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--forms", default="csv,jsonl,xlsx")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--role", default="centre-staff")
    parser.add_argument("--query", default="")
    parser.add_argument("--ipzone", default=str(ROOT / ".build/release/ipzone"))
    return parser.parse_args()


def zone(given, work):
    """A demonstration zone of so many rows, with its index."""
    data = work / f"zone-{given.rows}"
    if (data / "complete").exists():
        return data
    rows = work / "rows.jsonl"
    subprocess.run([sys.executable, str(HERE / "rows.py"), str(given.rows), str(rows)], check=True)
    for words in (["seed", "demo"], ["import", str(rows)], ["index", "rebuild"]):
        start = time.monotonic()
        command = [given.ipzone, *words, "--data", str(data)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        print(f"{' '.join(words[:1])}: {time.monotonic() - start:.0f} s", flush=True)
    rows.unlink()
    (data / "complete").touch()
    return data


class Server:
    def __init__(self, ipzone, data):
        from socket import socket

        with socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        command = [ipzone, "serve", "--data", str(data), "--port", str(self.port), "--metrics-port", "0"]
        self.process = subprocess.Popen([*command, "--log-level", "error"], stdout=subprocess.DEVNULL)

    def wait(self):
        """Until it answers a search from its index, and rests."""
        for _ in range(1200):
            if self.process.poll() is not None:
                sys.exit("the server stopped")
            try:
                if self.get("/api/v1/search?q=&limit=1").status == 200:
                    break
            except OSError:
                pass
            time.sleep(0.25)
        else:
            sys.exit("the server does not answer")
        for _ in range(60):
            before = self.processor()
            time.sleep(2)
            if self.processor() - before < 0.1:
                return

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", urllib.parse.quote(path, safe="/?&=%:"))
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    def processor(self):
        ticks = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(ticks[11]) + int(ticks[12])) / 100

    def memory(self):
        """The largest since it was last asked for, in megabytes."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")
        return int(re.search(r"VmHWM:\s*(\d+)", text).group(1)) // 1024

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


def cookie_of(server, given, data):
    listed = subprocess.run(
        [given.ipzone, "user", "demo-logins", "--data", str(data), "--json"], capture_output=True, text=True)
    login = next((login for login in Login.read(listed.stdout) if login.role == given.role), None)
    if not login:
        sys.exit(f"there is no login of {given.role}")
    visitor = Visitor(server.base)
    visitor.sign_in(login)
    return "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())


class Export(threading.Thread):
    """Takes the result set along, again and again until it is told that the people have gone home."""

    def __init__(self, server, cookie, form, query):
        super().__init__()
        self.server, self.cookie, self.runs, self.over = server, cookie, [], threading.Event()
        self.path = f"/search/export.{form}?" + urllib.parse.urlencode({"q": query})

    def run(self):
        while not self.over.is_set():
            start = time.monotonic()
            connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=3600)
            connection.request("GET", self.path, headers={"Cookie": self.cookie})
            answer = connection.getresponse()
            size = rows = 0
            while piece := answer.read(1 << 18):
                size += len(piece)
                rows += piece.count(b"\n")
            connection.close()
            self.runs.append((answer.status, time.monotonic() - start, size, rows))
            if answer.status != 200:
                return


def searches(server, seconds):
    """Of each page the requests a second, and of its groups the slowest median and 99th percentile, in milliseconds.

    People begin in small groups one after the other: whoever begins together asks together to the end, and a hundred who
    press a button in the same millisecond are no hundred people.
    """
    running, groups = {path: [] for path in SEARCHES}, PEOPLE // GROUP
    for number in range(groups):
        path = SEARCHES[number % len(SEARCHES)]
        address = server.base + urllib.parse.quote(path, safe="/?&=%:")
        command = ["hey", "-z", f"{seconds}s", "-q", str(EACH), "-c", str(GROUP), address]
        running[path].append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        time.sleep(1 / EACH / groups)
    found = []
    for path, processes in running.items():
        reports = [told(process.communicate()[0]) for process in processes]
        refused = {status for report in reports for status in report[3]} - {"200"}
        worst = [max(report[place] for report in reports) for place in (1, 2)]
        found.append((path, sum(report[0] for report in reports), *worst, f" {refused}" if refused else ""))
    return found


def told(report):
    """Requests a second, median and 99th percentile in milliseconds, and the statuses that the generator saw."""
    rate = float(re.search(r"Requests/sec:\s*([0-9.]+)", report).group(1))
    at = {share: float(value) * 1000 for share, value in re.findall(r"(50|99)%+ in ([0-9.]+) secs", report)}
    # Of less than a hundred answers the generator tells no 99th percentile.
    at.setdefault("99", float(re.search(r"Slowest:\s*([0-9.]+)", report).group(1)) * 1000)
    return rate, at.get("50", at["99"]), at["99"], re.findall(r"\[(\d+)\]\s+\d+ responses", report)


def show(what, found):
    for path, rate, median, slowest, refused in found:
        print(f"| {what} | `{path}` | {rate:.0f} | {median:.1f} | {slowest:.1f} |{refused}", flush=True)
    total = sum(rate for _, rate, *_ in found)
    held = max(row[2] for row in found) <= MEDIAN and max(row[3] for row in found) <= SLOWEST
    verdict = "within" if held else "MISSED"
    return f"{what}: {total:.0f} requests a second, {verdict if total >= LEAST else 'does not count: too few requests'}"


def main():
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        work = given.work or pathlib.Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        data = given.data or zone(given, work)
        server = Server(given.ipzone, data)
        try:
            server.wait()
            cookie = cookie_of(server, given, data)
            measure(server, cookie, given)
        finally:
            server.stop()


def measure(server, cookie, given):
    print("| beside | page | requests a second | median, ms | 99th percentile, ms |\n|---|---|---:|---:|---:|")
    verdicts, exports = [], []
    searches(server, 10)
    server.memory()
    verdicts.append(show("nothing", searches(server, given.seconds)))
    exports.append(f"without an export: {server.memory()} MB")
    for form in given.forms.split(","):
        export, before = Export(server, cookie, form, given.query), server.processor()
        export.start()
        verdicts.append(show(form, searches(server, given.seconds)))
        export.over.set()
        export.join()
        spent, memory = server.processor() - before, server.memory()
        statuses = sorted({status for status, *_ in export.runs})
        slowest, size, rows = max(run[1:] for run in export.runs)
        lines = f", {rows:,} lines" if form in ("csv", "jsonl") else ""
        exports.append(
            f"{form}: {len(export.runs)} times, status {statuses}, {slowest:.1f} s at most, {size / 1e6:.1f} MB{lines}")
        exports.append(f"{form}: {memory} MB at most, {spent:.1f} s of processor with the searches")
    print("\n" + "\n".join([*verdicts, *exports]))


main()
