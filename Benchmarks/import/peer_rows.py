"""Reads files of patents in Python's standard library, each record as the dictionary that the peer takes.

JSON lines as they are or as `Benchmarks/corpus/documents.py` writes them; XML and CSV in the shapes of `generated.py`.
"""

import csv
import json
import xml.etree.ElementTree as Tree


def rows(path):
    if path.endswith(".xml"):
        yield from xml_rows(path)
    elif path.endswith(".csv"):
        with open(path, encoding="utf-8", newline="") as file:
            yield from map(table_row, csv.DictReader(file))
    else:
        with open(path, encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield table_row(row) if "pub" in row else row


def table_row(row):
    return {
        "publication_number": row["pub"], "title": row["title"], "abstract": row["abstract"], "claims": row["claims"],
        "ipc": [row["ipc"]], "applicants": [row["applicant"]], "province": row["region"],
        "own": {"id": str(row["id"]), "year": str(row["year"])},
    }  # fmt: skip


def xml_rows(path):
    events = Tree.iterparse(path, events=("start", "end"))
    root = next(events)[1]
    for event, element in events:
        if event == "end" and element.tag == "patent-document":
            yield xml_row(element)
            root.clear()


def xml_row(element):
    claims = "\n".join(["".join(claim.itertext()) for claim in element.iterfind("claims/claim")])
    reference = element.find("bibliographic-data/publication-reference/document-id")
    return {
        "publication_number": "".join(reference.findtext(name) for name in ("country", "doc-number", "kind")),
        "publication_date": reference.findtext("date"), "title": element.findtext(".//invention-title"),
        "abstract": "".join(element.find("abstract").itertext()), "claims": claims,
        "ipc": [element.findtext(".//classification-ipcr/text")], "applicants": [element.findtext(".//orgname")],
        "province": element.findtext(".//state"),
    }  # fmt: skip
