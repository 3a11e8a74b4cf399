#!/usr/bin/env python3
"""Sixty queries of two to eight characters out of a corpus: twenty rare, twenty middling, twenty frequent ones.

    queries.py CORPUS.jsonl COUNT OUT.txt

Drawn with a fixed seed from the texts themselves, so that each occurs; each line has the query and in how many documents a
look at every one finds it.
"""

import json
import random
import sys

SEED, EACH = 11, 20


def texts(path, count):
    found = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            found.append("\n".join((row["title"], row["abstract"], row["claims"])))
            if len(found) == count:
                break
    return found


def main():
    documents = texts(sys.argv[1], int(sys.argv[2]))
    dice, number = random.Random(SEED), len(documents)
    left, lines, seen = {"rare": EACH, "middling": EACH, "frequent": EACH}, [], set()
    while any(left.values()):
        document = dice.choice(documents)
        length = dice.choice((2, 2, 3, 4, 4, 5, 6, 8))
        at = dice.randrange(len(document) - length)
        query = document[at : at + length]
        if query in seen or any(not "\u4e00" <= character <= "\u9fff" for character in query):
            continue
        seen.add(query)
        count = sum(query in text for text in documents)
        band = "rare" if count <= number // 5000 + 5 else "frequent" if count > number // 100 else "middling"
        if left[band]:
            left[band] -= 1
            lines.append(f"{query}\t{count}\n")
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        file.writelines(lines)


main()
