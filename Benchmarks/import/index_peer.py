#!/usr/bin/env python3
"""Makes a search index of what `import_peer.py` has carried in: the yardstick for `ipzone index rebuild`.

What the index of `ipzone` answers, this one does, too: title, abstract and all claims apart, Chinese by pairs of
characters, Latin by words and signs by themselves (else a phrase would be found across a comma), all folded (width, case,
traditional characters), and tables of what is counted by, one row a value. SQLite's FTS5 holds the texts: the best that a
practised Python programmer has at hand without installing anything. It leaves out, in its own favour: cities and
districts, checksums, and being readable while it grows.

    index_peer.py DATABASE        prints the number of documents as JSON
"""

import json
import pathlib
import re
import sqlite3
import sys
import unicodedata

FACTS = "SELECT id, kind, legal_status, substr(filing_day, 1, 4), substr(publication_day, 1, 4), province FROM patents"
LISTS = "SELECT id, ipc, applicants, inventors, agency FROM patents"
RUNS = re.compile(r"[0-9a-z]+|[^\W0-9a-z_]+|[^\w\s]|_")
SYMBOL = re.compile(r"(([A-H])\d{2})([A-Z]) ?(\d+)/(\d+)")
TABLE = pathlib.Path(__file__).resolve().parents[2] / "Sources/Corpus/Domain/Text/FoldData.swift"


def simplified():
    """The table of traditional characters that `ipzone` folds by."""
    text = TABLE.read_text(encoding="utf-8")
    pairs = re.search(r'pairs\s*(?::[^=]*)?=\s*"""(.*?)"""', text, re.DOTALL)[1]
    lines = (line.removeprefix("    ").removesuffix("\\") for line in pairs.splitlines())
    symbols = re.sub(r"\\u\{(\w+)\}", lambda found: chr(int(found[1], 16)), "".join(lines))
    return {ord(old): new for old, new in zip(symbols[::2], symbols[1::2])}


SIMPLIFIED = simplified()


def texts(db):
    """Title, abstract and claims of each patent: all of them where a source says them, else the first."""
    rows = db.execute(
        "SELECT p.id, p.title, p.abstract, p.first_claim, y.said FROM patents p JOIN patent_sources s ON s.patent = p.id "
        "LEFT JOIN patent_sayings y ON y.file = s.file AND y.line = s.line WHERE s.effect = 'new' ORDER BY p.id")
    for number, title, abstract, first, said in rows:
        parts = json.loads(said) if said else []
        yield number, title, abstract, parts[1] if parts[:1] == ["claims"] else first


def grams(text):
    if not text:
        return None
    text = unicodedata.normalize("NFKC", text).lower().translate(SIMPLIFIED)
    words = []
    for run in RUNS.findall(text):
        if run.isascii() or len(run) == 1:
            words.append(run)
        else:
            # The last one by itself, too: one character is looked for as the beginning of a pair.
            words += [run[at : at + 2] for at in range(len(run))]
    return " ".join(words)


def levels(symbol):
    match = SYMBOL.match(symbol)
    if not match:
        return ()
    of_class, section, subclass, group, sub = match.groups()
    subclass = of_class + subclass
    return section, of_class, subclass, subclass + group, f"{subclass}{group}/{sub}"


def values(db):
    """A row for each document, column and value."""
    for number, ipc, *lists in db.execute(LISTS):
        symbols = [levels(symbol) for symbol in (ipc or "").split("\n")]
        for level in range(5):
            for value in {found[level] for found in symbols if found}:
                yield number, level, value
        for column, names in enumerate(lists, 5):
            for value in {*names.split("\n")} if names else ():
                yield number, column, value


def main(path):
    db = sqlite3.connect(path, isolation_level=None)
    reader = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA cache_size = -96000")
    db.execute("BEGIN IMMEDIATE")
    db.execute(
        "CREATE VIRTUAL TABLE corpus USING fts5(title, abstract, claims, content='', "
        "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co P* S*'\")")
    rows = ((number, *map(grams, found)) for number, *found in texts(reader))
    db.executemany("INSERT INTO corpus (rowid, title, abstract, claims) VALUES (?,?,?,?)", rows)
    db.execute(f"CREATE TABLE corpus_facts AS {FACTS} ORDER BY id")
    db.execute(
        "CREATE TABLE corpus_values (document BIGINT, field BIGINT, value TEXT, PRIMARY KEY (document, field, value)) "
        "WITHOUT ROWID")
    db.executemany("INSERT INTO corpus_values VALUES (?,?,?)", values(reader))
    db.execute("INSERT INTO corpus (corpus) VALUES ('optimize')")
    db.execute("COMMIT")
    print(json.dumps({"rows": db.execute("SELECT COUNT(*) FROM corpus_facts").fetchone()[0]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
