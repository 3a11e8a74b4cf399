#!/usr/bin/env python3
"""Measures the corpus index beside tantivy and SQLite FTS5.

    run.py --corpus FILE.jsonl --queries FILE.txt [--count 200000] [--peers FILE.py] [--python PYTHON]

The index and the driver are compiled as the package compiles them (optimised, whole modules). `--peers` is a script that
measures one peer as `PEER CORPUS COUNT QUERIES FOLDER` and prints one line of JSON; without it the index runs alone.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FEATURES = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
# What the corpus says to the rest of the house needs the rest of the house.
LEFT_OUT = {"Saved"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--queries", required=True)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--peers")
    parser.add_argument("--python", default=sys.executable)
    return parser.parse_args()


def module(name, sources, folder, libraries):
    """A module as a static library beside those it needs."""
    flags = [f for feature in FEATURES for f in ("-enable-upcoming-feature", feature)]
    found = sorted(pathlib.Path(sources).rglob("*.swift"))
    files = [str(path) for path in found if not LEFT_OUT & set(path.relative_to(sources).parts)]
    target = ["-emit-module", "-emit-module-path", f"{folder}/{name}.swiftmodule", "-emit-library", "-static"]
    swift(["-parse-as-library", "-module-name", name, *flags, *target, "-o", f"{folder}/lib{name}.a", *files], folder)
    libraries.insert(0, f"-l{name}")


def swift(options, folder):
    common = ["swiftc", "-O", "-wmo", "-swift-version", "6", "-package-name", "main", "-I", folder, "-L", folder]
    subprocess.run([*common, *options], check=True)


def main():
    chosen = arguments()
    with tempfile.TemporaryDirectory() as folder:
        libraries = ["-lswiftSynchronization"]
        module("Kernel", ROOT / "Sources/Kernel", folder, libraries)
        module("Corpus", ROOT / "Sources/Corpus/Domain", folder, libraries)
        driver = [str(path) for path in sorted((ROOT / "Benchmarks/corpus").glob("*.swift"))]
        swift(["-o", f"{folder}/bench", *driver, *libraries], folder)
        place = pathlib.Path(folder) / "index"
        place.mkdir()
        ours = ask([f"{folder}/bench", str(place), chosen.corpus, str(chosen.count), chosen.queries, "scan"])
        print("ipzone", json.dumps(ours))
        for peer in ["tantivy", "fts5"] if chosen.peers else []:
            theirs = ask([chosen.python, chosen.peers, peer, chosen.corpus, str(chosen.count), chosen.queries, folder])
            print(peer, json.dumps(theirs))
            print(f"  build: {theirs['build_cpu_s'] / ours['build_cpu_s']:.1f} times ours (CPU)")
            for key in ("p50", "p99"):
                print(f"  {key} with facets: {theirs['facets_ms'][key] / ours['facets_ms'][key]:.1f} times ours")
            print(f"  mean with facets: {theirs['mean_facets_ms'] / ours['facets_ms']['mean']:.1f} times ours")


def ask(command):
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return json.loads(lines[-1])


main()
