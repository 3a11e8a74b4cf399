#!/usr/bin/env python3
"""Checks every page of a running zone, in both languages, as a visitor and as each demonstration account.

    check_pages.py --base http://127.0.0.1:PORT --logins FILE [--routes FILE] [--minutes 25]

Starts nothing itself. By plain HTTP it follows every link and reads the markup strictly; Chromium then opens pages
of differing outline, up to two of an address and language, for their width and their console, and looks closely (axe,
dark, phone, zoom) at a choice of them: every address once, every kind of element once in each language.
Prints PAGE: RULE: DETAIL for each fault, and exits 1 if there is one.
"""

import argparse
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from openapi_spec_validator import validate
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError

from chromium import Chromium
from crawl import Crawl, Route, Visit
from markup import Fault, faults_of_markup
from visitor import Login, Visitor

LANGUAGES = ("zh", "en")
OUTLINES = 2
NOBODY = Login("visitor", "", "visitor")


def main() -> int:
    asked = arguments()
    started = time.monotonic()
    ends = started + asked.minutes * 60
    routes = Route.read(Path(asked.routes).read_text()) if asked.routes else []
    logins = [NOBODY] + Login.read(Path(asked.logins).read_text() if asked.logins else "")
    crawls, faults = crawl_as_each(asked.base, logins, routes)
    visits = [visit for crawl in crawls for visit in crawl.visits]
    faults += [fault for crawl in crawls for fault in crawl.faults]
    faults += read_strictly(visits)
    faults += unreached(crawls)
    if asked.openapi:
        faults += read_openapi(asked.base, asked.openapi)
    print(f"pages: crawled in {(time.monotonic() - started) / 60:.1f} min", flush=True)
    views = {language: distinct(visits, language) for language in LANGUAGES}
    closely = chosen_closely(views)
    cookies = {crawl.who: crawl.visitor.cookies for crawl in crawls}
    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        looks = [pool.submit(look_at, asked.base, language, views[language], closely, cookies, ends) for language in LANGUAGES]
        faults += [fault for look in looks for fault in look.result()]
    return report(faults, visits, views, closely, len(logins))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True, help="address of the running zone")
    parser.add_argument("--logins", help="JSON lines of name, password, role and totp")
    parser.add_argument("--routes", help="JSON lines of method, path, example and roles")
    parser.add_argument("--openapi", help="path of the API's description, to be validated")
    parser.add_argument("--minutes", type=float, default=25, help="what is not looked at by then is a fault")
    return parser.parse_args()


def crawl_as_each(base: str, logins: list[Login], routes: list[Route]) -> tuple[list[Crawl], list[Fault]]:
    crawls, faults = [], []
    for login in logins:
        visitor = Visitor(base)
        wrong = visitor.sign_in(login) if login.password else ""
        if wrong:
            faults.append(Fault("/sign-in", "sign in", wrong))
        else:
            crawls.append(Crawl(visitor, login.role, routes).run())
    return crawls, faults


def read_strictly(visits: list[Visit]) -> list[Fault]:
    """All pages of the visitor, and of the accounts those with an outline that no page before had."""
    found, outlines = [], set()
    for visit in visits:
        outline = (visit.language, visit.pattern, visit.outline())
        if outline in outlines and visit.who != NOBODY.role:
            continue
        outlines.add(outline)
        answer = visit.answer
        found += faults_of_markup(visit.name, answer.body, visit.language, visit.is_home, answer.status >= 400)
    return found


def distinct(visits: list[Visit], language: str) -> list[Visit]:
    """One visit of each outline of each pattern, of one pattern no more than some."""
    chosen: dict[str, dict] = {}
    for visit in visits:
        if visit.language == language:
            outlines = chosen.setdefault(visit.pattern, {})
            if len(outlines) < OUTLINES:
                outlines.setdefault(visit.outline(), visit)
    return [visit for outlines in chosen.values() for visit in outlines.values()]


def chosen_closely(views: dict[str, list[Visit]]) -> set[str]:
    """The names of the pages that axe reads: those that show each kind of element, then patterns not yet among them."""
    chosen = [visit for visits in views.values() for visit in cover(visits)]
    patterns = {visit.pattern for visit in chosen}
    others: dict[str, list[Visit]] = {}
    for visit in (visit for visits in views.values() for visit in visits if visit.pattern not in patterns):
        others.setdefault(visit.pattern, []).append(visit)
    # By turns of one language and the other, so that both browsers have as much to do.
    chosen += [found[turn % len(found)] for turn, found in enumerate(others.values())]
    return {visit.name for visit in chosen}


def cover(visits: list[Visit]) -> list[Visit]:
    """Few pages with every kind of element on one of them, the richest pages first."""
    left = {kind for visit in visits for kind in visit.outline()}
    waiting, chosen = [(visit, visit.outline()) for visit in visits], []
    while left:
        best = max(waiting, key=lambda one: len(left & one[1]))
        waiting.remove(best)
        chosen.append(best[0])
        left -= best[1]
    return chosen


def look_at(
    base: str, language: str, visits: list[Visit], closely: set[str], cookies: dict, ends: float
) -> list[Fault]:
    browser, found, who = Chromium(base, language), [], None
    try:
        for at, visit in enumerate(visits):
            if time.monotonic() > ends:
                return found + [
                    Fault(language, "time", f"{len(visits) - at} of {len(visits)} pages were not looked at")
                ]
            if visit.who != who:
                who = visit.who
                browser.become(cookies[who])
            look = browser.check if visit.name in closely else browser.glance
            found += look(visit.answer.path, visit.name)
    finally:
        browser.close()
    return found


def unreached(crawls: list[Crawl]) -> list[Fault]:
    missing = set.intersection(*[crawl.unreached() for crawl in crawls]) if crawls else set()
    return [Fault(path, "unreached", "a route that no visit came to") for path in sorted(missing)]


def read_openapi(base: str, path: str) -> list[Fault]:
    answer = Visitor(base).get(path)
    if answer.status != 200:
        return [Fault(path, "OpenAPI", f"answers {answer.status}")]
    try:
        validate(json.loads(answer.body))
    except (ValueError, OpenAPIValidationError) as error:
        return [Fault(path, "OpenAPI", str(error).splitlines()[0][:300])]
    return []


def report(faults: list[Fault], visits: list[Visit], views: dict, closely: set[str], accounts: int) -> int:
    for fault in dict.fromkeys(faults):
        print(fault)
    kinds = sorted({fault.rule for fault in faults})
    opened = sum(map(len, views.values()))
    print(
        f"pages: {len(visits)} read as {accounts} visitors, {opened} opened in Chromium, "
        f"{len(closely)} of them looked at closely, {len(set(faults))} faults"
    )
    if kinds:
        print(f"kinds of fault: {', '.join(kinds)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
