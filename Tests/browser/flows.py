#!/usr/bin/env python3
"""Acts out every flow of the folder `flow` in both languages, takes its pictures, and writes docs/flows.md.

    flows.py --base http://127.0.0.1:PORT --logins FILE --into docs/screenshots/flows --text docs/flows.md [--only NAME]
"""

import argparse
import importlib
import pkgutil
import sys
from os.path import relpath
from pathlib import Path

import flow
from chromium import Chromium
from flow.pictures import Flow, Pictures, as_text
from journey.walk import People, Refused, Walk


def all_flows() -> list[Flow]:
    """The flows of all modules, by the place that each gives its flow."""
    modules = [importlib.import_module(f"flow.{found.name}") for found in pkgutil.iter_modules(flow.__path__)]
    return [one.FLOW for one in sorted((one for one in modules if hasattr(one, "FLOW")), key=lambda one: one.PLACE)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True)
    parser.add_argument("--logins", required=True)
    parser.add_argument("--into", required=True, type=Path)
    parser.add_argument("--text", type=Path, help="the document to write, unless only some flows are walked")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    asked.into.mkdir(parents=True, exist_ok=True)
    people = People(asked.base, Path(asked.logins).read_text())
    flows, wrong, told = [one for one in all_flows() if asked.only in one.name], [], []
    for place, (language, prefix) in enumerate((("zh", ""), ("en", "/en"))):
        browser = Chromium(asked.base, language)
        browser.look(dark=False, width=1280)
        try:
            for one in flows:
                pictures = Pictures(one, language, asked.into)
                try:
                    one.act(Walk(browser, prefix, 5_000 + 100 * place, people), pictures)
                except Refused as refused:
                    wrong.append(f"{one.name} {language}: {refused}")
                wrong += pictures.wrong
                told.append(pictures)
        finally:
            browser.close()
    if asked.text and not asked.only and not wrong:
        folder = relpath(asked.into, asked.text.parent)
        asked.text.write_text(as_text([one for one in told if one.language == "en"], folder), encoding="utf-8")
    for line in wrong:
        print(f"flows: {line}")
    print(f"flows: {sum(len(one.told) for one in told)} pictures of {len(flows)} flows")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
