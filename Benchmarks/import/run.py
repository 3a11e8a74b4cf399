#!/usr/bin/env python3
"""Measures `ipzone import` beside a Python script that does the same work, in turn, in one run.

    run.py [--corpus FILE.jsonl[.gz]] [--generated FILE.jsonl] [--documents N] [--index] [--ipzone PATH] [--runs N]
           [--rows N] [--xlsx ROWS] [--csv FILE] [--xml FILE] [--work DIR]

`--rows` makes one more file of so many rows out of the corpus, each with a number of its own, `--xlsx` a workbook of so
many; `--csv` and `--xml` are
repeated in the same way to about 100 MB and are read by `ipzone` alone. `--generated` takes N documents of
`Benchmarks/corpus/documents.py` as XML, as a table and as JSON lines, read by both. With `--index` both also make their search index of
the register, and what that takes is part of the sum. CPU seconds are those of the process and what it
started, user and system together; memory is its largest resident set. Everything lies in `--work`, removed at the end.
"""

import argparse
import gzip
import html
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile

import generated

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20261122
PUBLICATION = re.compile(rb'("publication_number": ?")CN[0-9]+([A-Z]")')
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CSV_NUMBER = re.compile(rb"CN[0-9]{9}(?=[A-Z])")
XML_NUMBER = re.compile(rb"(<publication-reference>.*?<doc-number>)[^<]*(</doc-number>)", re.DOTALL)


def measured(command, env=None):
    """CPU seconds, peak kilobytes and standard output of a command."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE, env=env)
        fault = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{' '.join(map(str, command))}: {process.returncode}\n{fault.decode()}")
        output.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss, output.read().decode()


def with_index(found, indexing, is_wanted):
    """What importing took, and what indexing took besides."""
    if not is_wanted:
        return found
    seconds, memory, _ = measured(indexing)
    return found[0] + seconds, max(found[1], memory), found[2]


class Program:
    """`ipzone` on a data directory of its own; making the directory is not measured."""

    def __init__(self, path, work, indexes):
        self.path, self.data, self.indexes = path, work / "zone", indexes

    def measure(self, file):
        shutil.rmtree(self.data, ignore_errors=True)
        subprocess.run([self.path, "migrate", "--data", self.data], check=True, capture_output=True)
        seconds, memory, output = measured([self.path, "import", "--data", self.data, "--json", file])
        found = (seconds, memory, json.loads(output.strip().splitlines()[-1]))
        return with_index(found, [self.path, "index", "rebuild", "--data", self.data, "--json"], self.indexes)


class Peer:
    def __init__(self, work, indexes):
        self.work, self.indexes = work, indexes

    def measure(self, file):
        for path in self.work.glob("peer.sqlite*"):
            path.unlink()
        command = [sys.executable, "-B", HERE / "import_peer.py", file, self.work / "peer.sqlite"]
        seconds, memory, output = measured(command)
        indexing = [sys.executable, "-B", HERE / "index_peer.py", self.work / "peer.sqlite"]
        return with_index((seconds, memory, json.loads(output)), indexing, self.indexes)


def inflated(path, work):
    if path.suffix != ".gz":
        return path
    target = work / path.stem
    with gzip.open(path) as source, open(target, "wb") as file:
        shutil.copyfileobj(source, file)
    return target


def multiplied_lines(source, rows, work):
    """So many rows, drawn in turn from shuffled copies of the corpus, each with a number of its own."""
    lines = source.read_bytes().splitlines(keepends=True)
    lines = [line for line in lines if PUBLICATION.search(line)]
    dice = random.Random(SEED)
    target = work / f"{rows}.jsonl"
    with open(target, "wb") as file:
        for number in range(rows):
            if number % len(lines) == 0:
                dice.shuffle(lines)
            file.write(PUBLICATION.sub(rb"\g<1>CN%09d\2" % (300_000_000 + number), lines[number % len(lines)]))
    return target


def multiplied(source, pattern, replacement, work, header=b""):
    """About 100 MB: the file again and again, with other numbers each time."""
    content = source.read_bytes()[len(header) :]
    target = work / ("many" + source.suffix)
    number = 300_000_000
    with open(target, "wb") as file:
        file.write(header)
        while file.tell() < 100_000_000:

            def renumbered(match):
                nonlocal number
                number += 1
                return replacement(match, number)

            file.write(pattern.sub(renumbered, content))
    return target


SHEET_COLUMNS = {
    "公开(公告)号": "publication_number", "标题": "title", "摘要": "abstract", "申请号": "application_number",
    "申请日": "filing_date", "公开(公告)日": "publication_date", "[标]当前申请(专利权)人": "applicants", "发明人": "inventors",
    "IPC分类": "ipc", "代理机构": "agency", "法律状态/事件": "legal_status",
}  # fmt: skip
SHEET_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


def workbook_of(lines, rows, work):
    """The rows of a file of JSON lines as a vendor's workbook, its texts shared as an office program shares them."""
    places = {}

    def cell(text):
        return f'<c t="s"><v>{places.setdefault(text, len(places))}</v></c>' if text else "<c/>"

    target = work / f"{rows}.xlsx"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in SHEET_PARTS.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet, open(lines) as source:
            sheet.write(b"<worksheet><sheetData>")
            sheet.write(f"<row>{''.join(cell(name) for name in SHEET_COLUMNS)}</row>".encode())
            for text in source:
                facts = json.loads(text)
                values = (facts.get(name) for name in SHEET_COLUMNS.values())
                shown = ("|".join(value) if isinstance(value, list) else value for value in values)
                sheet.write(f"<row>{''.join(cell(value) for value in shown)}</row>".encode())
            sheet.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as strings:
            strings.write(b"<sst>")
            for text in places:
                strings.write(f"<si><t>{html.escape(ILLEGAL.sub('', text))}</t></si>".encode())
            strings.write(b"</sst>")
    return target


def line(name, file, results):
    seconds = statistics.median(result[0] for result in results)
    memory = max(result[1] for result in results) / 1024
    megabytes = file.stat().st_size / 1e6
    rows = results[0][2]["rows"]
    print(f"| {name} | {megabytes:.1f} | {rows} | {seconds:.2f} | {megabytes / seconds:.1f} | {memory:.0f} |", flush=True)
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--generated", type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--index", action="store_true")
    parser.add_argument("--ipzone", type=pathlib.Path, default=HERE.parents[1] / ".build/release/ipzone")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rows", type=int, default=0)
    parser.add_argument("--xlsx", type=int, default=0, metavar="ROWS")
    parser.add_argument("--csv", type=pathlib.Path)
    parser.add_argument("--xml", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path)
    asked = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="ipzone-bench-", dir=asked.work))
    try:
        compare(asked, work)
    finally:
        shutil.rmtree(work)


def compare(asked, work):
    ipzone, peer = Program(asked.ipzone, work, asked.index), Peer(work, asked.index)
    print("| what | MB | rows | CPU s (median) | MB per CPU s | peak MB |\n|---|---:|---:|---:|---:|---:|", flush=True)

    def beside(file, runs):
        found = [(ipzone.measure(file), peer.measure(file)) for _ in range(runs)]
        ours = line(f"ipzone, {file.name}", file, [run[0] for run in found])
        theirs = line(f"Python, {file.name}", file, [run[1] for run in found])
        print(f"| ratio | | | {theirs / ours:.2f} | | |", flush=True)

    if asked.corpus:
        corpus = inflated(asked.corpus, work)
        beside(corpus, asked.runs)
        if asked.rows:
            beside(multiplied_lines(corpus, asked.rows, work), 1)
        if asked.xlsx:
            file = workbook_of(multiplied_lines(corpus, asked.xlsx, work), asked.xlsx, work)
            line("ipzone, XLSX", file, [ipzone.measure(file)])
    if asked.generated:
        files = [work / "generated.xml", work / "generated.csv"]
        generated.main(asked.generated, asked.documents, *files)
        lines = work / "generated.jsonl"
        with open(asked.generated, "rb") as source, open(lines, "wb") as target:
            target.writelines(row for _, row in zip(range(asked.documents), source))
        for file in [*files, lines]:
            beside(file, asked.runs)
    if asked.csv:
        header = asked.csv.read_bytes().split(b"\n", 1)[0] + b"\n"
        file = multiplied(asked.csv, CSV_NUMBER, lambda _, number: b"CN%09d" % number, work, header)
        line("ipzone, CSV", file, [ipzone.measure(file)])
    if asked.xml:
        file = multiplied(asked.xml, XML_NUMBER, lambda match, number: b"%s%d%s" % (match[1], number, match[2]), work)
        line("ipzone, XML", file, [ipzone.measure(file)])


if __name__ == "__main__":
    main()
