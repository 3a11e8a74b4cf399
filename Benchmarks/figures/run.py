#!/usr/bin/env python3
"""Measures how long it takes to recompute every figure of a zone from its records, on SQLite and on PostgreSQL.

    run.py [--data DIR] [--shared DIR --database URL] [--scale 10] [--runs 5] [--ipzone PATH] [--only sqlite|postgres]

Each run is `ipzone figures`, a new process that keeps nothing of the run before: the time is that of the whole process.
`--data` is a demonstration zone in SQLite, `--shared` and `--database` one in PostgreSQL; without them zones of SCALE
times the real size are made, the latter in a private server that is stopped and removed at the end. The budget is the median: 2 s at ten times.
"""

import argparse
import contextlib
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUDGET = 2.0
PORT = 8617


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data")
    parser.add_argument("--shared")
    parser.add_argument("--database")
    parser.add_argument("--scale", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--ipzone", default=str(ROOT / ".build/release/ipzone"))
    parser.add_argument("--only", choices=["sqlite", "postgres"])
    return parser.parse_args()


def programs():
    """Where Debian keeps PostgreSQL, the newest version first; `IPZONE_PG_BIN` says otherwise."""
    if given := os.environ.get("IPZONE_PG_BIN"):
        return pathlib.Path(given)
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        sys.exit("figures: there is no PostgreSQL; install postgresql, or use --only sqlite")
    return found[-1]


@contextlib.contextmanager
def postgres(folder):
    """The address of an empty database in a server of its own."""
    place = pathlib.Path(folder) / "postgres"
    place.mkdir(mode=0o700)
    lower = []
    if os.geteuid() == 0:
        os.chmod(folder, 0o755)
        shutil.chown(place, "postgres", "postgres")
        lower = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    bin, data = programs(), str(place / "data")
    quiet = {"stdout": subprocess.DEVNULL, "cwd": place}
    subprocess.run(
        [*lower, bin / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"],
        check=True, **quiet)  # fmt: skip
    server = subprocess.Popen(
        [*lower, bin / "postgres", "-D", data, "-k", str(place), "-p", str(PORT), "-c", "listen_addresses=127.0.0.1",
         "-c", "log_min_messages=fatal"], stderr=subprocess.DEVNULL, **quiet)  # fmt: skip
    try:
        while subprocess.run([bin / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(PORT)], check=False).returncode:
            if server.poll() is not None:
                sys.exit("figures: PostgreSQL did not start")
            time.sleep(0.1)
        yield f"postgres://postgres@127.0.0.1:{PORT}/postgres"
    finally:
        server.terminate()
        server.wait(30)


def timed(command):
    """Seconds on the clock, processor seconds of the process (not of a database server), and what it wrote."""
    began, spent = time.monotonic(), os.times()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    now = os.times()
    processor = now.children_user + now.children_system - spent.children_user - spent.children_system
    return time.monotonic() - began, processor, done.stdout


def measure(name, ipzone, where, runs):
    timed([ipzone, "figures", *where])
    results = [timed([ipzone, "figures", "--lang", "en", *where]) for _ in range(runs)]
    times = [seconds for seconds, _, _ in results]
    median, processor = statistics.median(times), statistics.median(result[1] for result in results)
    listed = ", ".join(f"{seconds:.2f}" for seconds in times)
    print(f"| {name} | {median:.2f} | {listed} | {processor:.2f} | {BUDGET:.1f} |", flush=True)
    return median, results[-1][2]


def seed(ipzone, scale, where):
    subprocess.run([ipzone, "seed", "demo", "--scale", str(scale), *where], check=True, stdout=subprocess.DEVNULL,
                   cwd=ROOT)  # fmt: skip


def main():
    given = arguments()
    tables, medians = [], []
    print("| database | median, s | runs, s | processor of ipzone, s | budget, s |\n|---|---:|---|---:|---:|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        if given.only != "postgres":
            data = given.data or f"{folder}/zone"
            if not given.data:
                seed(given.ipzone, given.scale, ["--data", data])
            median, table = measure("SQLite", given.ipzone, ["--data", data], given.runs)
            medians.append(median)
            tables.append(table)
        if given.only != "sqlite":
            server = contextlib.nullcontext(given.database) if given.database else postgres(folder)
            with server as address:
                where = ["--data", given.shared or f"{folder}/shared", "--database", address]
                if not given.database:
                    seed(given.ipzone, given.scale, where)
                median, table = measure("PostgreSQL", given.ipzone, where, given.runs)
                medians.append(median)
                tables.append(table)
    if len(tables) == 2 and not given.data and not given.database:
        print(f"\nboth databases say {'the same' if tables[0] == tables[1] else 'DIFFERENT THINGS'}")
    print(f"\n{sum(median <= BUDGET for median in medians)} of {len(medians)} within the budget")


main()
