"""Every kind of letter that the demonstration's matters have issued, as its PDF says it."""

import re
import subprocess
from collections.abc import Iterator

from selenium.webdriver.common.by import By

from journey.matters import NUMBER
from journey.walk import Refused, Walk
from visitor import Visitor

# GB/T 9704: A4, a type area of 156 mm by 225 mm that begins 28 mm from the left and 37 mm from the top.
MILLIMETRE = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 28 * MILLIMETRE, 184 * MILLIMETRE, 37 * MILLIMETRE, 262 * MILLIMETRE
PROCEDURES = {"centre-staff": ("rights-aid", "mediation"), "regulator": ("complaint",)}
# A day as computers write it, a value that was not there, and a sentence that lacks what it is about.
UNFINISHED = re.compile(r"\d{4}-\d\d-\d\d|nil|Optional|Phrase\(|（）|“”|：。|至，|至。|于前|——|。。")


def say_what_they_should(walk: Walk):
    """Letters: number, addressee and day, each in its place, days as documents write them, and nothing left out."""
    read = set()
    for role, procedures in PROCEDURES.items():
        walk.become(role)
        visitor = Visitor(walk.people.base)
        visitor.cookies = dict(walk.people.cookies(role))
        for procedure in procedures:
            for title, number, address in list(letters(walk, procedure)):
                if (procedure, title) not in read:
                    read.add((procedure, title))
                    check(title, number, visitor.get(f"{address}/pdf").body)
    if len(read) < 8:
        raise Refused(f"the demonstration has only these letters: {sorted(read)}")


def letters(walk: Walk, procedure: str) -> Iterator[tuple[str, str, str]]:
    """The Chinese title, the number and the address of every letter."""
    walk.go(f"/matters/queue?procedure={procedure}&state=all")
    matters = [link.get_attribute("href") for link in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody a")]
    for matter in matters:
        walk.driver.get(matter)
        number = NUMBER.search(walk.text)
        links = walk.driver.find_elements(By.CSS_SELECTOR, 'main a[href*="/letters/"]')
        for address in [link.get_attribute("href") for link in links]:
            walk.driver.get(address)
            title = walk.driver.find_element(By.CSS_SELECTOR, ".letter-title").text
            path = address.removeprefix(walk.browser.base).removeprefix(walk.prefix)
            yield title, number.group() if number else "", path


def check(title: str, number: str, pdf: bytes):
    text = said_by("pdftotext", "-layout", pdf=pdf)
    plain = re.sub(r"\s", "", text)
    if title not in plain or number not in plain:
        raise Refused(f"the PDF of {title} {number} says: {text[:400]}")
    unfinished = UNFINISHED.search(plain)
    if unfinished:
        raise Refused(f"{title} {number} says “{unfinished.group()}”: {text}")
    if not re.search(r"\d{4}年\d{1,2}月\d{1,2}日—1—", plain):
        raise Refused(f"{title} {number} does not end with its day: {text}")
    if not re.search(r"：[^：]", plain.split(number, 1)[1]):
        raise Refused(f"{title} {number} is to nobody: {text}")
    if "A4" not in said_by("pdfinfo", pdf=pdf):
        raise Refused(f"{title} {number} is not on A4")
    fonts = said_by("pdffonts", pdf=pdf).splitlines()[2:]
    if not fonts or any(" yes yes " not in font and " yes no " not in font for font in fonts):
        raise Refused(f"{title} {number} does not bring its fonts: {fonts}")
    boxes = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>',
        said_by("pdftotext", "-bbox", pdf=pdf)
    )
    for left, top, right, bottom, word in boxes:
        below = float(top) > BOTTOM - MILLIMETRE
        if float(left) < LEFT - 2 or float(right) > RIGHT + 2 or float(top) < TOP - 2 * MILLIMETRE:
            raise Refused(f"{title} {number}: “{word}” stands outside the type area")
        if below and not re.fullmatch(r"[—\d\s]+", word):
            raise Refused(f"{title} {number}: “{word}” stands below the type area")


def said_by(*command: str, pdf: bytes) -> str:
    words = [command[0], *command[1:], "-"] + (["-"] if command[0] == "pdftotext" else [])
    run = subprocess.run(words, input=pdf, capture_output=True)
    if run.returncode:
        raise Refused(f"{command[0]}: {run.stderr.decode()[:200]}")
    return run.stdout.decode()


JOURNEYS = [("letters", say_what_they_should)]
