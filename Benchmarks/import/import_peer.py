#!/usr/bin/env python3
"""Carries a file of patents into SQLite: the yardstick for `ipzone import`.

It does the same work in the way a practised Python programmer would: the standard library only, one statement for
many rows, one transaction a batch, look-ups by index, no object a row. It keeps what `ipzone` keeps of every row
(normalised fields, all claims, provenance, repairs, parties with folded names, a SHA-256 of each row, their sum in a journal) in
the same tables with the same indexes. It leaves out, in its own favour: pinyin sort keys, resuming, the lease, the
guess whether a party is a person.

    import_peer.py FILE DATABASE        prints the counts as JSON
"""

import hashlib
import json
import re
import sqlite3
import sys
import time
import unicodedata

import peer_rows

BATCH = 4_000
FIELDS = (
    "office publication_number application_number application_raw application_state kind title abstract first_claim "
    "applicants inventors agents agency agency_code ipc locarno filing_day publication_day grant_day priority_day "
    "address province legal_status language"
).split()
VOUCHING = "entry BIGINT NOT NULL, digest BLOB NOT NULL"
SCHEMA = f"""
CREATE TABLE journal (number INTEGER PRIMARY KEY, happened_at BIGINT NOT NULL, action TEXT NOT NULL,
  details TEXT NOT NULL, added TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE patent_files (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, size BIGINT NOT NULL,
  format TEXT NOT NULL, {VOUCHING});
CREATE TABLE patents (id INTEGER NOT NULL PRIMARY KEY, identity TEXT NOT NULL UNIQUE,
  {", ".join(name + " TEXT" for name in FIELDS)}, precedence BIGINT NOT NULL, sort_day TEXT NOT NULL, section TEXT,
  {VOUCHING});
CREATE INDEX patents_by_day ON patents (sort_day, id, title);
CREATE INDEX patents_by_kind ON patents (kind, sort_day, id);
CREATE INDEX patents_by_section ON patents (section, sort_day, id);
CREATE INDEX patents_by_province ON patents (province, sort_day, id);
CREATE INDEX patents_by_application ON patents (application_number) WHERE application_number IS NOT NULL;
CREATE TABLE patent_sources (file BIGINT NOT NULL, line BIGINT NOT NULL, patent BIGINT NOT NULL, run BIGINT NOT NULL,
  effect TEXT NOT NULL CHECK (effect IN ('new', 'updated', 'unchanged')), row_hash BIGINT NOT NULL,
  fields BIGINT NOT NULL, before TEXT, precedence_before BIGINT, {VOUCHING}, PRIMARY KEY (file, line)) WITHOUT ROWID;
CREATE INDEX patent_sources_by_patent ON patent_sources (patent);
CREATE TABLE import_notes (file BIGINT NOT NULL, line BIGINT NOT NULL, place BIGINT NOT NULL, run BIGINT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('rejected', 'repaired')), code TEXT NOT NULL, field TEXT, original TEXT NOT NULL,
  {VOUCHING}, PRIMARY KEY (file, line, place)) WITHOUT ROWID;
CREATE TABLE patent_sayings (file BIGINT NOT NULL, line BIGINT NOT NULL, run BIGINT NOT NULL, said TEXT NOT NULL,
  {VOUCHING}, PRIMARY KEY (file, line)) WITHOUT ROWID;
CREATE TABLE patent_names (name BIGINT NOT NULL, role BIGINT NOT NULL, patent BIGINT NOT NULL, place BIGINT NOT NULL,
  PRIMARY KEY (name, role, patent, place)) WITHOUT ROWID;
CREATE TABLE parties (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), sort_key TEXT NOT NULL,
  kind TEXT NOT NULL, code TEXT, merged_into BIGINT, {VOUCHING});
CREATE INDEX parties_by_sort_key ON parties (sort_key, id);
CREATE INDEX parties_by_code ON parties (code);
CREATE TABLE party_names (id INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL UNIQUE, folded TEXT NOT NULL,
  home BIGINT NOT NULL, party BIGINT NOT NULL, {VOUCHING});
CREATE INDEX party_names_by_folded ON party_names (folded);
CREATE INDEX party_names_by_party ON party_names (party);
CREATE INDEX party_names_by_home ON party_names (home);
"""

CONTROL = re.compile("[\x00-\x09\x0b-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
NOTHING = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
SECOND_CLAIM = re.compile(r"\n *2[.、． ]")
PUBLICATION = re.compile(r"([A-Z]{2})([0-9A-Z]*[0-9])([A-Z][0-9]?)")
CHINESE_PUBLICATION = re.compile(r"CN(?:\d{9}|\d{7}|8[5-8]\d{6})[ABCSUY]\d?")
APPLICATION = re.compile(r"(?:ZL|CN)? ?(\d{12}|\d{8})(?:\.?([0-9X]))?")
IPC = re.compile(r"([A-H])(\d{2})([A-Z]) *(\d{1,4})/(\d{2,6})")
DAY = re.compile(r"(\d{4})[-./]?(\d{1,2})[-./]?(\d{1,2})")
KINDS = {"A": "invention", "B": "invention", "C": "invention", "U": "utilityModel", "Y": "utilityModel", "S": "design"}
APPLIED = {"1": "invention", "8": "invention", "2": "utilityModel", "9": "utilityModel", "3": "design"}
FOLDS = str.maketrans("〔［[【〕］]】•・", "(((())))··")


def clean(text):
    """NFC, no control characters, one line, trimmed."""
    if not text:
        return None
    if text.isascii() and text.isprintable():
        return text.strip() or None
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return CONTROL.sub(" ", NOTHING.sub("", text)).replace("\n", " ").strip() or None


def clean_lines(text):
    if not text:
        return None
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return CONTROL.sub(" ", NOTHING.sub("", text.replace("\r", ""))).strip() or None


def first_claim(text):
    text = clean_lines(text)
    if text is None:
        return None
    second = SECOND_CLAIM.search(text)
    return text[: second.start()].strip() if second else text


def check_symbol(digits):
    remainder = sum(int(digit) * (place % 8 + 2) for place, digit in enumerate(digits)) % 11
    return "X" if remainder == 10 else str(remainder)


def application(text):
    """Number, state, and what there is to note."""
    match = APPLICATION.fullmatch(text.upper())
    if not match:
        is_chinese = text[:2].isdigit() or text[:2] in ("CN", "ZL")
        return (None, "ruined", "number-unreadable") if is_chinese else (None, "foreign", None)
    digits, check = match.groups()
    if check is None:
        return f"{digits}.{check_symbol(digits)}", "withoutCheck", None
    if check != check_symbol(digits):
        return None, "wrongCheck", "wrong-check"
    return f"{digits}.{check}", "verified", None


def publication(text):
    text = text.upper().replace("-", "").replace(" ", "").replace(",", "")
    match = PUBLICATION.fullmatch(text)
    if not match or (match[1] == "CN" and not CHINESE_PUBLICATION.fullmatch(text)):
        return None
    return text, match[1], match[3]


def symbol(text):
    match = IPC.match(text)
    if not match:
        return None
    section, number, subclass, main, sub = match.groups()
    if len(sub) > 2:
        sub = sub[:2] + sub[2:].rstrip("0")
    return f"{section}{number}{subclass} {int(main)}/{sub}"


def day(text):
    match = DAY.fullmatch(text)
    if not match:
        return None
    year, month, number = map(int, match.groups())
    return f"{year:04}-{month:02}-{number:02}" if 1 <= month <= 12 and 1 <= number <= 31 else None


def listed(values):
    if isinstance(values, str):
        values = [values]
    return "\n".join([text for text in map(clean, values or ()) if text]) or None


def record(row, notes):
    """The fields of one row, in their order; what was mended goes to `notes`."""
    office, number, kind_code = "CN", None, row.get("kind")
    given = row.get("publication_number")
    if given:
        found = publication(given) or (kind_code and publication(given + kind_code))
        if found:
            number, office, code = found
            kind_code = kind_code or code
        else:
            notes.append(("publication-unreadable", "publication_number", given))
    kind = KINDS.get(kind_code[0]) if kind_code else None
    applied = state = None
    raw = clean(row.get("application_number"))
    if raw and office == "CN":
        applied, state, fault = application(raw)
        if fault:
            notes.append((fault, "application_number", raw))
        if applied and not kind:
            kind = APPLIED.get(applied[4] if len(applied) == 14 else applied[2])
    elif raw:
        state = "foreign"
    days = []
    for name, field in (
        ("filing_date", "filing_day"), ("publication_date", "publication_day"), ("priority_date", "priority_day")
    ):
        text = row.get(name)
        value = day(text) if text else None
        if text and not value:
            notes.append(("date-unreadable", field, text))
        days.append(value)
    filed, published, priority = days
    is_grant = published and office == "CN" and number and not number.endswith("A") and published >= "1993"
    classes = []
    for text in row.get("ipc") or ():
        value = symbol(text)
        if value is None:
            notes.append(("class-unreadable", "ipc", text))
        elif value not in classes:
            classes.append(value)
    agency, agency_code = clean(row.get("agency")), None
    if agency and len(agency) > 5 and agency[-5:].isdigit() and not agency[-6].isdigit():
        agency, agency_code = clean(agency[:-5]), agency[-5:]
    return (
        office, number, applied, raw, state, kind, clean(row.get("title")), clean_lines(row.get("abstract")),
        first_claim(row.get("claims")), listed(row.get("applicants")), listed(row.get("inventors")),
        listed(row.get("agents")), agency, agency_code, "\n".join(classes) or None, listed(row.get("locarno")), filed,
        published, published if is_grant else None, priority, clean(row.get("address")), clean(row.get("province")),
        clean(row.get("legal_status")), clean(row.get("lang")),
    )  # fmt: skip


def identity(facts):
    if facts[1]:
        return "P:" + facts[1]
    if facts[2]:
        return "A:" + facts[2]
    applicant = facts[9].split("\n")[0] if facts[9] else ""
    parts = (facts[0], facts[6] or "", applicant, facts[16] or "")
    return "N:" + "|".join("".join(part.lower().replace("|", "").split()) for part in parts)


def folded(name):
    return "".join(unicodedata.normalize("NFKC", name).lower().translate(FOLDS).split())


def row_hash(facts):
    text = "\x1f".join([value or "" for value in facts])
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little", signed=True)


def encoded(value):
    if value is None:
        return b"\x00"
    if value.__class__ is int:
        return b"\x01" + value.to_bytes(8, "little", signed=True)
    text = value.encode()
    return b"\x03" + len(text).to_bytes(8, "little") + text


def parties_of(facts):
    if facts[9]:
        for place, text in enumerate(facts[9].split("\n")):
            yield 1, place, text
    if facts[12]:
        yield 2, 0, facts[12]


class Register:
    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        for setting in ("page_size = 8192", "journal_mode = WAL", "synchronous = FULL", "cache_size = -96000", "wal_autocheckpoint = 4000"):
            self.db.execute("PRAGMA " + setting)
        self.db.executescript(SCHEMA)
        self.serial = time.time_ns() // 1_000_000 << 12
        self.names = {}
        self.head = "0" * 64
        self.entry = 0

    def new_id(self):
        self.serial += 1
        return self.serial

    def insert(self, table, width, rows):
        """Writes rows with entry and digest, and adds the digests to the sum of the entry."""
        start, end = encoded(table), encoded(self.entry)
        vouched = []
        for row in rows:
            digest = hashlib.sha256(start + b"".join(map(encoded, row)) + end).digest()
            self.sum += int.from_bytes(digest, "little")
            vouched.append((*row, self.entry, digest))
        self.count += len(vouched)
        self.db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * (width + 2))})", vouched)

    def begin(self):
        self.db.execute("BEGIN IMMEDIATE")
        self.entry += 1
        self.sum = self.count = 0

    def commit(self, details):
        added = f"{self.count}:{self.sum % (1 << 256):064x}"
        now, details = time.time_ns() // 1_000_000, json.dumps(details)
        self.head = hashlib.sha256(json.dumps([self.head, self.entry, now, details, added]).encode()).hexdigest()
        row = (self.entry, now, "import", details, added, self.head)
        self.db.execute("INSERT INTO journal VALUES (?,?,?,?,?,?)", row)
        self.db.execute("COMMIT")

    def chunks(self, sql, values):
        values = list(values)
        for start in range(0, len(values), 500):
            part = values[start : start + 500]
            yield from self.db.execute(sql.replace("@", ",".join("?" * len(part))), part)

    def learn(self, texts):
        unmet = {text for text in texts if text not in self.names}
        self.names.update(self.chunks("SELECT text, id FROM party_names WHERE text IN (@)", unmet))
        new = sorted(text for text in unmet if text not in self.names)
        forms = {text: folded(text) for text in new}
        homes = dict(self.chunks("SELECT folded, party FROM party_names WHERE folded IN (@)", set(forms.values())))
        parties, names = [], []
        for text in new:
            home = homes.get(forms[text])
            if home is None:
                home = homes[forms[text]] = self.new_id()
                parties.append((home, text, forms[text], "unknown", None, None))
            self.names[text] = self.new_id()
            names.append((self.names[text], text, forms[text], home, home))
        self.insert("parties", 6, parties)
        self.insert("party_names", 5, names)

    def take(self, file, run, rows, counts):
        """One batch: rows of (line, facts, identity, hash, notes, sayings)."""
        self.begin()
        sql = f"SELECT id, identity, {', '.join(FIELDS)}, precedence FROM patents WHERE identity IN (@)"
        known = {
            found[1]: [found[0], found[2:-1], found[-1], set(), False]
            for found in self.chunks(sql, {row[2] for row in rows})
        }
        new, sources, notes, sayings = [], [], [], []
        for line, facts, key, hashed, mended, said in rows:
            if said:
                text = json.dumps([part for saying in said.items() for part in saying], ensure_ascii=False)
                sayings.append((file, line, run, text))
            counts["rows"] += 1
            if mended:
                counts["repaired"] += 1
                notes += [(file, line, place + 1, run, "repaired", *note) for place, note in enumerate(mended)]
            current = known.get(key)
            if current is None:
                known[key] = current = [self.new_id(), facts, 100, {hashed}, False]
                new.append((key, current))
                mask = sum([1 << place for place, value in enumerate(facts) if value is not None])
                sources.append((file, line, current[0], run, "new", hashed, mask, None, None))
                counts["new"] += 1
                continue
            old = current[1]
            changed = [place for place, value in enumerate(facts) if value is not None and value != old[place]]
            if not changed or hashed in current[3]:
                sources.append((file, line, current[0], run, "unchanged", hashed, 0, None, None))
                counts["unchanged"] += 1
                continue
            current[1] = tuple([before if value is None else value for before, value in zip(old, facts)])
            current[3].add(hashed)
            current[4] = True
            before = json.dumps({FIELDS[place]: old[place] for place in changed}, ensure_ascii=False, sort_keys=True)
            mask = sum([1 << place for place in changed])
            sources.append((file, line, current[0], run, "updated", hashed, mask, before, current[2]))
            counts["updated"] += 1
        created = {found[0] for _, found in new}
        updated = [(key, found) for key, found in known.items() if found[4] and found[0] not in created]
        self.write(new + updated, [found[0] for _, found in updated], sources, notes, sayings)
        self.commit({"rows": f"{rows[0][0]}-{rows[-1][0]}", "run": run})

    def write(self, patents, updated, sources, notes, sayings):
        texts = [(found[0], *party) for _, found in patents for party in parties_of(found[1])]
        self.learn(text[3] for text in texts)
        self.db.executemany("DELETE FROM patents WHERE id = ?", [(patent,) for patent in updated])
        self.insert("patents", len(FIELDS) + 5, [values(key, found) for key, found in patents])
        self.insert("patent_sources", 9, sources)
        self.insert("import_notes", 8, notes)
        self.insert("patent_sayings", 4, sayings)
        names = [(self.names[text], role, patent, place) for patent, role, place, text in texts]
        self.db.executemany("INSERT OR IGNORE INTO patent_names VALUES (?,?,?,?)", names)


def values(key, found):
    number, facts, precedence = found[:3]
    return (number, key, *facts, precedence, facts[17] or facts[16] or "", facts[14][0] if facts[14] else None)


def said(row, facts):  # all claims, where there are more than the first, and the source's own names
    claims, own = clean_lines(row.get("claims")), row.get("own", {})
    return {"claims": claims, **own} if claims and claims != facts[8] else own


def batches(path):
    rows = []
    for line, row in enumerate(peer_rows.rows(path), 1):
        notes = []
        facts = record(row, notes)
        rows.append((line, facts, identity(facts), row_hash(facts), notes, said(row, facts)))
        if len(rows) == BATCH:
            yield rows
            rows = []
    if rows:
        yield rows


def main(path, database):
    register = Register(database)
    with open(path, "rb") as file:
        hashed = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
    counts = dict.fromkeys(("rows", "new", "updated", "unchanged", "repaired", "rejected"), 0)
    register.begin()
    file, run = register.new_id(), register.new_id()
    register.insert("patent_files", 5, [(file, hashed, path, size, "corpus-jsonl")])
    register.commit({"file": path, "sha256": hashed})
    for rows in batches(path):
        register.take(file, run, rows, counts)
    print(json.dumps(counts))


if __name__ == "__main__":
    main(*sys.argv[1:])
