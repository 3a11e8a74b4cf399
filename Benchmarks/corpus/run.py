#!/usr/bin/env python3
"""Measures the corpus index beside tantivy and SQLite FTS5, one after the other in one run.

    run.py [--documents 200000] [--corpus FILE.jsonl --queries FILE.txt] [--dictionary FILE] [--python PYTHON]
           [--peers tantivy,fts5] [--work DIR] [--each]

The index and the driver are compiled as the package compiles them (optimised, whole modules) and run on one thread. What is
not given is made: the corpus by `documents.py`, the queries by `queries.py`; `--work` keeps both for the next run. The peers
run on PYTHON, on two threads where they can; one that is not installed there is passed over and named. More than 200,000
documents are measured without peers, unless some are named.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))
from modules import module, swift  # noqa: E402
NEEDS = {
    "tantivy": "import tantivy",
    "fts5": "import sqlite3; sqlite3.connect('').execute('create virtual table t using fts5(x)')",
}
# Milliseconds and parts, by the number of documents up to which they hold.
BUDGETS = {
    200_000: {"p50": 1, "p99": 5, "mean": 0.5, "build_cpu_s": 12, "index_of_text": 0.6},
    1_000_000: {"p50": 2, "p99": 25},
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", "--count", type=int, default=200_000)
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--queries", type=pathlib.Path)
    parser.add_argument("--dictionary")
    parser.add_argument("--peers")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--each", action="store_true", help="print what every query took")
    return parser.parse_args()


def compiled(folder):
    libraries = ["-lswiftSynchronization"]
    module("Kernel", ROOT / "Sources/Kernel", folder, libraries)
    module("Corpus", ROOT / "Sources/Corpus/Domain", folder, libraries)
    driver = [str(path) for path in sorted(HERE.glob("*.swift"))]
    swift(["-o", f"{folder}/bench", *driver, *libraries], folder)
    return f"{folder}/bench"


def made(chosen, work):
    """The corpus and its queries, made where they are not given and not there yet."""
    count = str(chosen.documents)
    corpus, queries = chosen.corpus, chosen.queries
    if not corpus:
        corpus = work / f"documents-{count}.jsonl"
        if not corpus.exists():
            further = ["--dictionary", chosen.dictionary] if chosen.dictionary else []
            make("documents.py", corpus, [count], further)
    if not queries:
        queries = work / f"queries-{corpus.stem}-{count}.txt"
        if not queries.exists():
            make("queries.py", queries, [str(corpus), count])
    return corpus, queries


def make(script, path, before, after=()):
    """By another name until it is whole."""
    print(f"making {path.name}", file=sys.stderr, flush=True)
    part = path.with_suffix(".part")
    subprocess.run([sys.executable, str(HERE / script), *before, str(part), *after], check=True)
    part.rename(path)


def ask(command):
    """What a program found, with its largest memory, and the lines before."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    lines = process.stdout.read().splitlines()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]}: {process.returncode}")
    return json.loads(lines[-1]) | {"peak_mb": usage.ru_maxrss // 1024}, lines[:-1]


def wanted_peers(chosen):
    names = chosen.peers if chosen.peers is not None else "tantivy,fts5" if chosen.documents <= 200_000 else ""
    for name in filter(None, names.split(",")):
        if subprocess.run([chosen.python, "-c", NEEDS[name]], capture_output=True).returncode == 0:
            yield name
        else:
            print(f"{name} is not installed for {chosen.python}: not measured", flush=True)


def value(facts, key):
    for part in key.split("."):
        facts = facts[part]
    return facts


ROWS = [
    ("build, CPU s", "build_cpu_s"), ("index / text", "index_of_text"), ("ten best: median, ms", "ranked_ms.p50"),
    ("ten best: 99th percentile, ms", "ranked_ms.p99"), ("with facets: median, ms", "facets_ms.p50"),
    ("with facets: 99th percentile, ms", "facets_ms.p99"), ("with facets: mean, ms", "facets_ms.mean"),
    ("with facets: mean, ms of CPU", "facets_cpu_ms.mean"), ("peak memory, MB", "peak_mb"),
    ("counts other than a look at every text", "queries_with_other_count"),
]  # fmt: skip


def table(ours, peers):
    print("\n| | ipzone |" + "".join(f" {facts['version']} | ratio |" for facts in peers))
    print(f"|---|---:|{'---:|---:|' * len(peers)}")
    for title, key in ROWS:
        own = value(ours, key)
        cells = [f"{own:.3g}"]
        for facts in peers:
            other = value(facts, key)
            ratio = f"{other / own:.1f}" if own and key != "queries_with_other_count" else ""
            cells += [f"{other:.3g}", ratio]
        print(f"| {title} | {' | '.join(cells)} |")
    for facts in peers:
        net = facts["build_cpu_s"] - facts["split_cpu_s"]
        print(f"\n{facts['version']}: {facts['split_cpu_s']:.1f} of its CPU s split the texts; "
              f"without that {net / ours['build_cpu_s']:.1f} times ours")


def within(ours, count):
    budget = next((held for most, held in BUDGETS.items() if count <= most), None)
    if not budget:
        return
    found = ours["facets_ms"] | {"mean": ours["facets_cpu_ms"]["mean"]} | {
        key: ours[key] for key in ("build_cpu_s", "index_of_text")}
    print()
    for key, most in budget.items():
        print(f"{key}: {found[key]:.3g} of {most}: {'within' if found[key] <= most else 'MISSED'}")


def main():
    chosen = arguments()
    with tempfile.TemporaryDirectory() as folder:
        work = chosen.work or pathlib.Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        corpus, queries = made(chosen, work)
        count = str(chosen.documents)
        place = pathlib.Path(folder) / "index"
        place.mkdir()
        each = ["each"] if chosen.each else []
        ours, lines = ask([compiled(folder), str(place), str(corpus), count, str(queries), "scan", *each])
        print(*lines, sep="\n")
        print("ipzone", json.dumps(ours))
        shutil.rmtree(place)
        peers = []
        for name in wanted_peers(chosen):
            peers.append(ask([chosen.python, str(HERE / "peers.py"), name, str(corpus), count, str(queries), folder])[0])
            print(name, json.dumps(peers[-1]), flush=True)
        table(ours, peers)
        within(ours, chosen.documents)


main()
