#!/usr/bin/env python3
"""Makes a search index of what `import_peer.py` has carried in: the yardstick for `ipzone index rebuild`.

SQLite's FTS5 over pairs of characters of title, abstract and all claims, with places, and a table of what is counted by:
the best that a practised Python programmer has at hand without installing anything.

    index_peer.py DATABASE        prints the number of documents as JSON
"""

import json
import sqlite3
import sys

FACTS = "SELECT id, kind, legal_status, filing_day, publication_day, ipc, applicants, agency, province FROM patents"


def texts(db):
    """Title, abstract and claims of each patent: all of them where a source says them, else the first."""
    rows = db.execute(
        "SELECT p.id, p.title, p.abstract, p.first_claim, y.said FROM patents p JOIN patent_sources s ON s.patent = p.id "
        "LEFT JOIN patent_sayings y ON y.file = s.file AND y.line = s.line WHERE s.effect = 'new' ORDER BY p.id")
    for number, title, abstract, first, said in rows:
        parts = json.loads(said) if said else []
        yield number, title, abstract, parts[1] if parts[:1] == ["claims"] else first


def grams(texts):
    return " ".join(text[at : at + 2] for text in texts if text for at in range(len(text) - 1))


def main(path):
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA cache_size = -96000")
    db.execute("BEGIN IMMEDIATE")
    db.execute("CREATE VIRTUAL TABLE corpus USING fts5(x, content='', tokenize=\"unicode61 remove_diacritics 0\")")
    db.executemany("INSERT INTO corpus (rowid, x) VALUES (?,?)", ((number, grams(found)) for number, *found in texts(db)))
    db.execute(f"CREATE TABLE corpus_facts AS {FACTS} ORDER BY id")
    db.execute("INSERT INTO corpus (corpus) VALUES ('optimize')")
    db.execute("COMMIT")
    print(json.dumps({"rows": db.execute("SELECT COUNT(*) FROM corpus_facts").fetchone()[0]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
