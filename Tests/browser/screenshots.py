#!/usr/bin/env python3
"""Takes the pictures of `screenshots.txt`, each in Chinese and in English: NAME.zh.png, NAME.en.png."""

import argparse
import fnmatch
import sys
from dataclasses import dataclass
from pathlib import Path

from chromium import Chromium
from picture import compressed, photograph
from visitor import Login, Reader, Visitor

LIST = Path(__file__).with_name("screenshots.txt")
TALLEST, LARGEST = 2000, 300_000


@dataclass(frozen=True)
class Shot:
    name: str
    role: str
    width: int
    path: str
    pattern: str

    @staticmethod
    def read(text: str) -> list["Shot"]:
        shots = []
        for line in text.splitlines():
            if line.strip() and not line.startswith("#"):
                words, _, pattern = line.partition(">")
                name, role, width, path = words.split()
                shots.append(Shot(name, role, int(width), path, pattern.strip()))
        return shots


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--logins", required=True)
    parser.add_argument("--into", required=True, type=Path)
    parser.add_argument("--only", default="*", help="a pattern of names")
    asked = parser.parse_args()
    asked.into.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in Shot.read(LIST.read_text("utf-8")) if fnmatch.fnmatch(shot.name, asked.only)]
    visitors, wrong = sign_in(asked.base, Login.read(Path(asked.logins).read_text()), {shot.role for shot in shots})
    for language in ("zh", "en"):
        browser = Chromium(asked.base, language)
        try:
            for shot in shots:
                if shot.role in visitors:
                    wrong += take(shot, language, browser, visitors[shot.role], asked.into)
        finally:
            browser.close()
    for line in wrong:
        print(f"screenshots: {line}")
    print(f"screenshots: {2 * len(shots) - len(wrong)} of {2 * len(shots)} taken")
    return 1 if wrong else 0


def sign_in(base: str, logins: list[Login], roles: set[str]) -> tuple[dict[str, Visitor], list[str]]:
    visitors, wrong = {"visitor": Visitor(base)}, []
    known = {login.role: login for login in reversed(logins)}
    for role in sorted(roles - {"visitor"}):
        visitor = Visitor(base)
        problem = visitor.sign_in(known[role]) if role in known else f"no demonstration account is a {role}"
        if problem:
            wrong.append(problem)
        else:
            visitors[role] = visitor
    return visitors, wrong


def take(shot: Shot, language: str, browser: Chromium, visitor: Visitor, folder: Path) -> list[str]:
    path = f"/en{shot.path}" if language == "en" else shot.path
    page = visitor.get(path)
    if shot.pattern:
        wanted = f"/en{shot.pattern}" if language == "en" else shot.pattern
        path = next((link for link in Reader(page.body).links if fnmatch.fnmatchcase(link, wanted)), "")
        if not path:
            return [f"{shot.name}.{language}: no link to {wanted} on {page.path}"]
        page = visitor.get(path)
    # A refusal is worth a picture, too.
    if page.status not in (200, 422):
        return [f"{shot.name}.{language}: {path} answers {page.status}"]
    browser.become(visitor.cookies)
    browser.look(dark=False, width=shot.width)
    browser.open(path)
    small = compressed(photograph(browser, shot.width, TALLEST), LARGEST)
    folder.joinpath(f"{shot.name}.{language}.png").write_bytes(small)
    return [] if len(small) <= LARGEST else [f"{shot.name}.{language}: {len(small)} bytes, more than {LARGEST}"]


if __name__ == "__main__":
    sys.exit(main())
