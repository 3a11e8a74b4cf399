#!/usr/bin/env python3
"""Measures the group-bys of landscapes on the columns of the corpus index beside DuckDB with enum columns.

    run.py [--count 1000000] [--threads 2] [--python PYTHON]

Index and driver are compiled as the package compiles them (optimised, whole modules) and run on one thread. PYTHON has
duckdb and pyarrow; without them the index runs alone. Both read the rows of `rows.py`, and their answers are compared.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))
from modules import module, swift  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--python", default=sys.executable)
    return parser.parse_args()


def ask(command):
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return json.loads(lines[-1])


def compare(ours, theirs):
    print(f"{'':16}{'ours':>9}{'DuckDB':>9}{'ratio':>8}   {'ours':>9}{'DuckDB':>9}{'ratio':>8}")
    print(f"{'':16}{'processor ms':>26}   {'clock ms':>26}")
    for name, own in ours.items():
        other = theirs[name]
        figures = ""
        for key in ("cpu_ms", "ms"):
            figures += f"{own[key]:9.3f}{other[key]:9.2f}{other[key] / own[key]:7.1f}×   "
        same = "same answer" if own["answer"] == other["answer"] else "OTHER ANSWER"
        print(f"{name:16}{figures}{same}")
    return all(own["answer"] == theirs[name]["answer"] for name, own in ours.items())


def main():
    chosen = arguments()
    with tempfile.TemporaryDirectory() as folder:
        libraries = ["-lswiftSynchronization"]
        module("Kernel", ROOT / "Sources/Kernel", folder, libraries)
        module("Corpus", ROOT / "Sources/Corpus/Domain", folder, libraries)
        swift(["-o", f"{folder}/bench", str(HERE / "main.swift"), *libraries], folder)
        rows = f"{folder}/rows.tsv"
        subprocess.run([sys.executable, str(HERE / "rows.py"), str(chosen.count), rows], check=True)
        ours = ask([f"{folder}/bench", f"{folder}/index", rows])
        facts = ours.pop("facts")
        print(f"{facts['documents']:,} documents, {facts['segments']} segments, {facts['index_mb']:.1f} MB, "
              f"built in {facts['build_cpu_s']:.1f} CPU s")
        probe = subprocess.run([chosen.python, "-c", "import duckdb, pyarrow"], capture_output=True)
        if probe.returncode != 0:
            print(json.dumps({name: {key: own[key] for key in ("cpu_ms", "ms")} for name, own in ours.items()}))
            return
        theirs = ask([chosen.python, str(HERE / "peer.py"), rows, str(chosen.threads)])
        if not compare(ours, theirs):
            sys.exit("the answers differ")


main()
