#!/usr/bin/env python3
"""A generated corpus (`Benchmarks/corpus/documents.py`) as a file of XML and as a table.

    generated.py CORPUS.jsonl COUNT OUT.xml OUT.csv

The XML has the elements of WIPO ST.36 under one root, one patent an element; the table has one row a patent.
"""

import csv
import json
import sys
from xml.sax.saxutils import escape

COLUMNS = "id pub title abstract claims ipc applicant region year".split()


def element(row):
    texts = row["claims"].split("根据权利要求")
    claims = "".join(
        f'<claim num="{number}"><claim-text>{escape(text)}</claim-text></claim>' for number, text in enumerate(texts, 1))
    number = row["pub"][2:-1]
    reference = f"<country>CN</country><doc-number>{number}</doc-number><kind>A</kind><date>{row['year']}0615</date>"
    address = f"<orgname>{escape(row['applicant'])}</orgname><address><state>{row['region']}</state></address>"
    return (
        f'<patent-document lang="zh" country="CN" doc-number="{number}" kind="A"><bibliographic-data>'
        f"<publication-reference><document-id>{reference}</document-id></publication-reference>"
        f'<classifications-ipcr><classification-ipcr sequence="1"><text>{row["ipc"]}</text></classification-ipcr>'
        f'</classifications-ipcr><invention-title lang="zh">{escape(row["title"])}</invention-title>'
        f'<parties><applicants><applicant sequence="1"><addressbook>{address}</addressbook></applicant></applicants>'
        f'</parties></bibliographic-data><abstract lang="zh"><p num="0001">{escape(row["abstract"])}</p></abstract>'
        f'<claims lang="zh">{claims}</claims></patent-document>\n'
    )


def main(corpus, count, xml, table):
    with (
        open(corpus, encoding="utf-8") as lines,
        open(xml, "w", encoding="utf-8") as elements,
        open(table, "w", encoding="utf-8", newline="") as rows,
    ):
        writer = csv.writer(rows)
        writer.writerow(COLUMNS)
        elements.write('<?xml version="1.0" encoding="UTF-8"?>\n<patent-documents>\n')
        for _, line in zip(range(int(count)), lines):
            row = json.loads(line)
            writer.writerow([row[name] for name in COLUMNS])
            elements.write(element(row))
        elements.write("</patent-documents>\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
