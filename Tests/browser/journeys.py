#!/usr/bin/env python3
"""Acts out journeys through the zone in Chromium, in both languages, each with its refusal.

    journeys.py --base http://127.0.0.1:PORT --logins FILE

Prints what did not come as it should, and exits 1 if anything did not.
"""

import argparse
import re
import sys
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from chromium import Chromium
from visitor import Login, Visitor

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(number: int) -> str:
    """A code of a division that no register uses, with the check symbol of GB 32100."""
    head = f"91329999MA9{number:06d}"
    total = sum(ALPHABET.index(symbol) * pow(3, place, 31) for place, symbol in enumerate(head))
    return head + ALPHABET[-total % 31]


class Refused(Exception):
    """The zone did not do what the journey expects."""


class Walk:
    """One person's way through the portal in one language."""

    def __init__(self, browser: Chromium, prefix: str, number: int):
        self.browser, self.prefix, self.number = browser, prefix, number
        self.driver = browser.driver

    def go(self, path: str):
        self.browser.open(self.prefix + path)

    def fill(self, **fields: str):
        for name, value in fields.items():
            name = name.replace("__", "-")
            found = self.driver.find_elements(By.NAME, name)
            if not found:
                raise Refused(f"no field {name} at {self.driver.current_url}")
            first = found[0]
            kind = first.get_attribute("type")
            if first.tag_name == "select":
                Select(first).select_by_value(value)
            elif kind in ("radio", "checkbox"):
                self.driver.execute_script(
                    "arguments[0].checked = true", next(one for one in found if one.get_attribute("value") == value)
                )
            elif kind == "date":
                self.driver.execute_script("arguments[0].value = arguments[1]", first, value)
            else:
                first.clear()
                first.send_keys(value)

    def press(self):
        """The main button of the page's own form."""
        button = self.driver.find_elements(By.CSS_SELECTOR, "main form.form .form-actions button, main form.inline button")
        if not button:
            raise Refused(f"no button at {self.driver.current_url}")
        # What the browser would stop is to be refused by the zone itself.
        self.driver.execute_script("arguments[0].form.noValidate = true; arguments[0].click()", button[0])
        self.driver.execute_async_script("const d = arguments[0]; setTimeout(d, 250)")

    @property
    def text(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "main").text

    def is_refused(self, field: str):
        faults = self.driver.find_elements(By.ID, "faults")
        if not faults:
            raise Refused(f"not refused at {self.driver.current_url}: {self.text[:200]}")
        if field and not faults[0].find_elements(By.CSS_SELECTOR, f'a[href="#f-{field}"]'):
            raise Refused(f"the refusal names no {field}: {faults[0].text}")

    def is_done(self, what: str):
        if self.driver.find_elements(By.ID, "faults"):
            raise Refused(f"{what} was refused: {self.driver.find_element(By.ID, 'faults').text}")

    def sees(self, *words: str):
        for word in words:
            if word not in self.text:
                raise Refused(f"“{word}” is not at {self.driver.current_url}: {self.text[:300]}")

    def figure(self, code: str) -> float:
        """The value that the page of a figure shows first."""
        self.go(f"/figures/{code}")
        shown = self.driver.find_elements(By.CSS_SELECTOR, "main .figure-value")
        found = re.search(r"-?[\d,]+(\.\d+)?", shown[0].text if shown else "")
        if not found:
            raise Refused(f"{code} shows no value")
        return float(found.group().replace(",", ""))


def institution(walk: Walk, code: str, name: str, **more: str):
    walk.go("/institutions/new")
    walk.fill(
        code=code, name=name, kind="company", main_category="agency", categories="agency", in_district="yes",
        ip_income="yes", active_from="2026-01-05", grade="G2", document="示例-证照-旅程", **more
    )
    walk.press()


def moves_in(walk: Walk):
    """J01, the records: admitted, on the public register, A01 one more the same day."""
    before = walk.figure("A01")
    code = credit_code(walk.number)
    institution(walk, code[:-1] + ("0" if code[-1] != "0" else "1"), f"示例旅程机构{walk.number}")
    walk.is_refused("code")
    walk.fill(code=code)
    walk.press()
    walk.is_done("the institution")
    walk.sees(code)
    if walk.figure("A01") != before + 1:
        raise Refused(f"A01 did not rise by one from {before}")
    institution(walk, code, f"示例旅程机构{walk.number}")
    if walk.figure("A01") != before + 1:
        raise Refused("a second record of one code was counted")
    walk.go(f"/institutions?q={code}")
    walk.sees(f"示例旅程机构{walk.number}")


def brings_in_a_brand(walk: Walk):
    """J04: a lead becomes a brand that counts once; without a list it stays a lead."""
    before = walk.figure("D01")
    lead = f"XJ-{walk.number}"
    walk.go("/institutions/leads/new")
    walk.fill(code=lead, name=f"示例品牌意向{walk.number}", kind="brand", opened_on="2026-03-01", keeper="示例专员", grade="G4")
    walk.press()
    walk.is_done("the lead")
    code = credit_code(walk.number)
    walk.go("/institutions/brands/new")
    walk.fill(brand=f"示例旅程品牌{walk.number}", institution=code, recognised_on="2026-05-01", grade="G1", document="示例-名单-旅程")
    walk.press()
    walk.is_refused("list")
    if walk.figure("D01") != before:
        raise Refused("a brand on no list was counted")
    for place in (0, 1):
        branch = credit_code(walk.number + 50) if place else code
        if place:
            institution(walk, branch, f"示例旅程分所{walk.number}")
        walk.go("/institutions/brands/new")
        walk.fill(
            brand=f"示例旅程品牌{walk.number}", institution=branch, list="province", list_name="示例名单",
            recognised_on="2026-05-01", grade="G1", document="示例-名单-旅程"
        )
        walk.press()
        walk.is_done("the brand")
        if walk.figure("D01") != before + 1:
            raise Refused(f"D01 is not {before + 1} after record {place + 1} of one brand")


def freezes(walk: Walk):
    """J12, the freezing: a figure is frozen with its hash; a demonstration publishes none."""
    walk.go("/figures/A01/freeze")
    walk.fill(reason="")
    walk.press()
    walk.is_refused("reason")
    walk.fill(cutoff="2026-10-31", reason="旅程：年度报告")
    walk.press()
    walk.is_done("the freezing")
    if not re.search(r"[0-9a-f]{64}", walk.text):
        raise Refused("the frozen figure shows no hash")
    walk.sees("示例数据" if not walk.prefix else "Sample data")


def returns_products(walk: Walk):
    """J16: the share of IP products; above the whole, or resting on no right, it is returned."""
    code = credit_code(walk.number + 80)
    walk.go("/enterprises/new")
    walk.fill(code=code, name=f"示例旅程企业{walk.number}", kind="enterprise", place="jiangning", grade="G4")
    walk.press()
    walk.is_done("the enterprise")
    walk.go("/sales-returns/new")
    walk.fill(enterprise=code, year="2025", total_sales="1000", signed_by="示例负责人", grade="G2", document="示例-年报-旅程")
    walk.press()
    walk.is_done("the sales return")
    walk.go("/ip-products/new")
    walk.fill(
        product="示例产品", enterprise=code, year="2025", right_kind="patent", right_number="", sales="400", grade="G2",
        document="示例-产品-旅程"
    )
    walk.press()
    walk.is_refused("right_number")
    walk.fill(right_number="示例专利-1", sales="1000.01")
    walk.press()
    walk.is_refused("sales")
    walk.sees("100%" if not walk.prefix else "100 %")
    walk.fill(sales="400")
    walk.press()
    walk.is_done("the product")
    walk.sees("400")


JOURNEYS = [
    ("J01", "centre-staff", moves_in), ("J04", "centre-staff", brings_in_a_brand),
    ("J12", "government", freezes), ("J16", "centre-staff", returns_products),
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True)
    parser.add_argument("--logins", required=True)
    asked = parser.parse_args()
    logins = {login.role: login for login in Login.read(Path(asked.logins).read_text())}
    cookies, faults = {}, []
    for role in dict.fromkeys(role for _, role, _ in JOURNEYS):
        visitor = Visitor(asked.base)
        wrong = visitor.sign_in(logins[role])
        if wrong:
            faults.append(f"{role} cannot sign in: {wrong}")
        cookies[role] = visitor.cookies
    for place, (language, prefix) in enumerate((("zh", ""), ("en", "/en"))):
        browser = Chromium(asked.base, language)
        browser.look(dark=False, width=1280)
        try:
            for name, role, act in JOURNEYS:
                browser.become(cookies[role])
                try:
                    act(Walk(browser, prefix, 100 * (place + 1)))
                    print(f"{name} {language}: done")
                except Refused as refused:
                    faults.append(f"{name} {language}: {refused}")
        finally:
            browser.close()
    for fault in faults:
        print(fault)
    print(f"journeys: {2 * len(JOURNEYS)} walked, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
