#!/usr/bin/env python3
"""Acts out journeys through the zone in Chromium, in both languages or in one, each with its refusal.

    journeys.py --base http://127.0.0.1:PORT --logins FILE [--only J07] [--language en]

Walks every module of the folder `journey` that lists JOURNEYS. Prints what did not come as it should, and exits 1 if
anything did not.
"""

import argparse
import importlib
import pkgutil
import sys
import time
from pathlib import Path

from selenium.common.exceptions import WebDriverException

import journey
from chromium import Chromium
from journey.walk import People, Refused, Walk

PREFIXES = {"zh": "", "en": "/en"}


def all_journeys(only: str):
    for module in sorted(found.name for found in pkgutil.iter_modules(journey.__path__)):
        for name, act in getattr(importlib.import_module(f"journey.{module}"), "JOURNEYS", []):
            if only in name:
                yield name, act


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True)
    parser.add_argument("--logins", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--language", choices=PREFIXES)
    asked = parser.parse_args()
    languages = [asked.language] if asked.language else list(PREFIXES)
    journeys, faults = list(all_journeys(asked.only)), []
    people = People(asked.base, Path(asked.logins).read_text())
    for place, language in enumerate(languages):
        browser = Chromium(asked.base, language)
        browser.look(dark=False, width=1280)
        try:
            for name, act in journeys:
                try:
                    started = time.monotonic()
                    act(Walk(browser, PREFIXES[language], 100 * (place + 1), people))
                    print(f"{name} {language}: done in {time.monotonic() - started:.0f} s", flush=True)
                except (Refused, WebDriverException, LookupError, StopIteration) as refused:
                    faults.append(f"{name} {language}: {type(refused).__name__} {refused}".splitlines()[0])
        finally:
            browser.close()
    for fault in faults:
        print(fault)
    print(f"journeys: {len(languages) * len(journeys)} walked, {len(faults)} faults")
    return 1 if faults or not journeys else 0


if __name__ == "__main__":
    sys.exit(main())
