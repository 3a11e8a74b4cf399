#!/usr/bin/env python3
"""Measures one peer on the corpus and the queries of the benchmark: a process of its own, the texts read before any clock.

    peers.py tantivy|fts5 CORPUS.jsonl COUNT QUERIES.txt FOLDER

Both get the two neighbouring characters of every place as words, split here, since their own tokenizers find no Chinese
phrase of two characters (the trigrams of FTS5) or keep no places (the n-grams of tantivy). What that splitting takes is part
of the building and told by itself. Each query runs five times; the median counts. Prints one line of JSON.
"""

import json
import os
import pathlib
import sqlite3
import statistics
import sys
import time

THREADS, RUNS = 2, 5


def grams(text):
    places = range(len(text) - 1)
    return " ".join(text[at : at + 2] for at in places if text[at] != "\n" and text[at + 1] != "\n")


def documents(path, count):
    found = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if len(found) == count:
                break
            row = json.loads(line)
            text = "\n".join((row["title"], row["abstract"], row["claims"]))
            found.append((row["id"], text, row["ipc"][:4], row["year"]))
    return found


class Tantivy:
    def __init__(self, rows, folder):
        import tantivy

        self.api = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("id", stored=True, fast=True)
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
        builder.add_text_field("ipc", tokenizer_name="raw", fast=True)
        builder.add_unsigned_field("year", fast=True, indexed=True)
        self.schema = builder.build()
        index = tantivy.Index(self.schema, path=str(folder))
        writer = index.writer(512_000_000, THREADS)
        for number, text, symbol, year in rows:
            document = tantivy.Document()
            document.add_unsigned("id", number)
            document.add_unsigned("year", year)
            document.add_text("text", grams(text))
            document.add_text("ipc", symbol)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()
        self.version = f"tantivy {getattr(tantivy, '__version__', '')}".strip()

    def query(self, words):
        split = grams(words).split()
        if len(split) == 1:
            return self.api.Query.term_query(self.schema, "text", split[0])
        return self.api.Query.phrase_query(self.schema, "text", split)

    def ranked(self, words):
        return self.searcher.search(self.query(words), 10, count=True).count

    def faceted(self, words):
        query = self.query(words)
        count = self.searcher.search(query, 10, count=True).count
        terms = {"year": {"field": "year", "size": 30}, "ipc": {"field": "ipc", "size": 10}}
        self.searcher.aggregate(query, {name: {"terms": facet} for name, facet in terms.items()})
        return count


class FTS5:
    def __init__(self, rows, folder):
        self.db = sqlite3.connect(folder / "db")
        self.db.executescript(
            "PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -400000;"
            "CREATE TABLE facts (id INTEGER PRIMARY KEY, ipc TEXT, year INTEGER);"
            "CREATE VIRTUAL TABLE texts USING fts5(x, content='', tokenize=\"unicode61 remove_diacritics 0\");")
        self.db.execute("BEGIN")
        facts = ((place, symbol, year) for place, (_, _, symbol, year) in enumerate(rows, 1))
        self.db.executemany("INSERT INTO facts VALUES (?,?,?)", facts)
        texts = ((place, grams(text)) for place, (_, text, _, _) in enumerate(rows, 1))
        self.db.executemany("INSERT INTO texts (rowid, x) VALUES (?,?)", texts)
        self.db.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        self.db.commit()
        self.version = f"SQLite {sqlite3.sqlite_version}"

    def all(self, sql, words):
        return self.db.execute(sql, (f'"{grams(words)}"',)).fetchall()

    def ranked(self, words):
        self.all("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10", words)
        return self.all("SELECT COUNT(*) FROM texts WHERE texts MATCH ?", words)[0][0]

    def faceted(self, words):
        count = self.ranked(words)
        found = "FROM texts JOIN facts ON facts.id = texts.rowid WHERE texts MATCH ? GROUP BY 1"
        self.all(f"SELECT year, COUNT(*) {found}", words)
        self.all(f"SELECT ipc, COUNT(*) AS c {found} ORDER BY c DESC LIMIT 10", words)
        return count


def share(values, part):
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def summary(values):
    return {"p50": share(values, 0.5), "p99": share(values, 0.99), "mean": statistics.fmean(values)}


def measured(ask, words):
    """The answer, and the median milliseconds by clock and by processor."""
    clock, processor, answer = [], [], None
    for _ in range(RUNS):
        one, other = time.perf_counter(), time.process_time()
        answer = ask(words)
        clock.append((time.perf_counter() - one) * 1e3)
        processor.append((time.process_time() - other) * 1e3)
    return answer, statistics.median(clock), statistics.median(processor)


def main():
    name, corpus, count, queries, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5]
    place = pathlib.Path(folder) / name
    place.mkdir()
    rows = documents(corpus, count)
    wanted = [line.split("\t") for line in pathlib.Path(queries).read_text(encoding="utf-8").splitlines()]
    start = time.process_time()
    for row in rows:
        grams(row[1])
    split = time.process_time() - start
    wall, start = time.perf_counter(), time.process_time()
    peer = {"tantivy": Tantivy, "fts5": FTS5}[name](rows, place)
    facts = {
        "version": peer.version, "split_cpu_s": split, "build_cpu_s": time.process_time() - start,
        "build_wall_s": time.perf_counter() - wall,
    }
    text = sum(len(row[1].encode()) for row in rows)
    size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    facts |= {"text_mb": text / 1e6, "index_mb": size / 1e6, "index_of_text": size / text}
    del rows
    ranked, faceted, processor, other = [], [], [], 0
    for words, exact in wanted:
        ranked.append(measured(peer.ranked, words)[1])
        answer, clock, spent = measured(peer.faceted, words)
        faceted.append(clock)
        processor.append(spent)
        other += answer != int(exact)
    facts |= {"ranked_ms": summary(ranked), "facets_ms": summary(faceted), "facets_cpu_ms": summary(processor)}
    facts |= {"queries": len(wanted), "queries_with_other_count": other}
    print(json.dumps(facts), flush=True)
    # The threads of a writer may outlast it.
    os._exit(0)


main()
