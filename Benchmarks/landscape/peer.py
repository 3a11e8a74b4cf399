#!/usr/bin/env python3
"""The group-bys in DuckDB with enum columns, the best its users do.

    peer.py ROWS THREADS

Prints one line of JSON: the answers, and the median milliseconds of seven runs (of three for the last) by clock and by
processor.
"""

import json
import statistics
import sys
import time

import duckdb
import pyarrow

QUERIES = {
    "year": "select year, count(*) from p group by year order by 1",
    "ipc_x_year": "select ipc, year, count(*) from p group by ipc, year order by 1, 2",
    "top_applicants": "select applicant, count(*) c from p group by applicant order by c desc, applicant limit 20",
    "growth": """select ipc, sum(case when year between 2024 and 2026 then 1 else 0 end) a,
        sum(case when year between 2021 and 2023 then 1 else 0 end) b
        from p group by ipc order by a * 1.0 / (b + 1) desc, ipc limit 20""",
    "region_filter": """select region, count(*) c from p where ipc = '{first}' and year >= 2020
        group by region order by c desc, region""",
    "cooccur": """select x.ipc, y.ipc, count(*) c from (select distinct applicant, ipc from p) x,
        (select distinct applicant, ipc from p) y where x.applicant = y.applicant and x.ipc < y.ipc
        group by 1, 2 order by c desc, 1, 2 limit 20""",
}


def table(path):
    columns = ([], [], [], [])
    with open(path, encoding="utf-8") as file:
        for line in file:
            symbol, applicant, region, year = line.rstrip("\n").split("\t")
            for column, value in zip(columns, (symbol[:4], applicant, region, int(year))):
                column.append(value)
    return columns


def main():
    columns = table(sys.argv[1])
    base = duckdb.connect()
    base.execute(f"set threads={int(sys.argv[2])}")
    base.register("rows", pyarrow.table(dict(zip(("ipc", "applicant", "region", "year"), columns))))
    for name in ("ipc", "applicant", "region"):
        base.execute(f"create type e_{name} as enum (select distinct {name} from rows order by 1)")
    base.execute(
        "create table p as select ipc::e_ipc ipc, applicant::e_applicant applicant, region::e_region region,"
        " year::smallint as year from rows")
    found = {}
    for name, query in QUERIES.items():
        query = query.format(first=columns[0][0])
        clock, processor = [], []
        for _ in range(3 if name == "cooccur" else 7):
            one, other = time.perf_counter(), time.process_time()
            rows = base.execute(query).fetchall()
            clock.append((time.perf_counter() - one) * 1e3)
            processor.append((time.process_time() - other) * 1e3)
        found[name] = {
            "ms": statistics.median(clock), "cpu_ms": statistics.median(processor),
            "answer": ["\t".join(str(value) for value in row) for row in rows],
        }
    print(json.dumps(found, ensure_ascii=False))


main()
