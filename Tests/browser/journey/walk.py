"""What every journey walks with: a browser, people to be, and words for what must be seen."""

import re
import time
from datetime import date, datetime, timedelta, timezone

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from chromium import Chromium
from visitor import Login, Visitor

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CLICK = """
window.isLeft = true;
addEventListener('beforeunload', () => { window.isLeaving = true; });
if (arguments[0].form) arguments[0].form.noValidate = true;
arguments[0].click();
"""


def today() -> date:
    """The zone's day, wherever the journey is walked."""
    return datetime.now(timezone(timedelta(hours=8))).date()


def credit_code(number: int) -> str:
    """A code of a division that no register uses, with the check symbol of GB 32100."""
    head = f"91329999MA9{number:06d}"
    total = sum(ALPHABET.index(symbol) * pow(3, place, 31) for place, symbol in enumerate(head))
    return head + ALPHABET[-total % 31]


class People:
    """The demonstration's people, by role, each signed in when first needed."""

    def __init__(self, base: str, logins: str):
        self.base, self.known = base, {}
        self.logins = {login.role: login for login in Login.read(logins)}

    def cookies(self, role: str):
        if role not in self.known:
            visitor = Visitor(self.base)
            wrong = visitor.sign_in(self.logins[role])
            if wrong:
                raise Refused(f"{role} cannot sign in: {wrong}")
            self.known[role] = visitor.cookies
        return self.known[role]


class Refused(Exception):
    """The zone did not do what the journey expects."""


class Walk:
    """A way through the portal in one language, walked by one person after the other."""

    def __init__(self, browser: Chromium, prefix: str, number: int, people: "People"):
        self.browser, self.prefix, self.number, self.people = browser, prefix, number, people
        self.driver = browser.driver

    def become(self, role: str):
        """From here on somebody of this role walks; "" is a visitor without an account."""
        self.browser.become(self.people.cookies(role) if role else {})

    def says(self, zh: str, en: str) -> str:
        """The words of the walk's language."""
        return en if self.prefix else zh

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
        self.click(button[0])

    def click(self, element):
        """Clicks, and waits for the page that comes of it, or for half a second where none is on its way."""
        self.driver.execute_script(CLICK, element)
        clicked = time.monotonic()
        while time.monotonic() < clicked + 30:
            time.sleep(0.05)
            is_old, is_leaving, state = self.driver.execute_script(
                "return [window.isLeft === true, window.isLeaving === true, document.readyState]"
            )
            if not is_old and state == "complete" or is_old and not is_leaving and time.monotonic() > clicked + 0.5:
                return

    def press_button(self, words: str):
        """The button, or the link, that carries these words."""
        for element in self.driver.find_elements(By.CSS_SELECTOR, "main button, main a, main summary"):
            if element.text.strip() == words:
                return self.click(element)
        raise Refused(f"no “{words}” to press at {self.driver.current_url}: {self.text[:300]}")

    @property
    def text(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "main").text

    def is_refused(self, field: str):
        faults = self.driver.find_elements(By.ID, "faults")
        if not faults:
            raise Refused(f"not refused at {self.driver.current_url}: {self.text[:200]}")
        if field and not faults[0].find_elements(By.CSS_SELECTOR, f'a[href="#f-{field}"]'):
            raise Refused(f"the refusal names no {field}: {faults[0].text}")
        named = [link.get_attribute("href") for link in faults[0].find_elements(By.CSS_SELECTOR, "a")]
        if len(named) != len(set(named)):
            raise Refused(f"the refusal says two things of one field: {faults[0].text}")

    def is_done(self, what: str):
        if self.driver.find_elements(By.ID, "faults"):
            raise Refused(f"{what} was refused: {self.driver.find_element(By.ID, 'faults').text}")

    def sees(self, *words: str):
        for word in words:
            if word not in self.text:
                faults = " ".join(one.text for one in self.driver.find_elements(By.ID, "faults"))
                raise Refused(f"“{word}” is not at {self.driver.current_url}: {faults or self.text[:300]}")

    def figure(self, code: str) -> float:
        """The value that the page of a figure shows first."""
        self.go(f"/figures/{code}")
        shown = self.driver.find_elements(By.CSS_SELECTOR, "main .figure-value")
        found = re.search(r"-?[\d,]+(\.\d+)?", shown[0].text if shown else "")
        if not found:
            raise Refused(f"{code} shows no value")
        return float(found.group().replace(",", ""))
