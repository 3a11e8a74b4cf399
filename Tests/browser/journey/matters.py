"""What the journeys of matters have in common: filing, the code, the queue, steps, and acting for an organisation."""

import re

from selenium.webdriver.common.by import By

from journey.walk import Refused, Walk

CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")
NUMBER = re.compile(r"\b[A-Z]{2}-20\d\d-\d{5}\b")


class Filed:
    """A matter by what its receipt says."""

    def __init__(self, walk: Walk, has_code: bool = True):
        number, code = NUMBER.search(walk.text), CODE.search(walk.text)
        if not number or bool(code) != has_code:
            raise Refused(f"no such receipt at {walk.driver.current_url}: {walk.text[:300]}")
        self.number, self.code = number.group(), code.group() if code else ""

    @property
    def serial(self) -> int:
        return int(self.number.rsplit("-", 1)[1])


def files(walk: Walk, procedure: str, **fields: str) -> Filed:
    walk.go(f"/guide/{procedure}/apply")
    fill(walk, **fields)
    walk.press()
    walk.is_done(procedure)
    return Filed(walk)


def fill(walk: Walk, **fields: str):
    """Fills the form in its order, so that what an answer asks for shows before it is filled in."""
    for name, value in fields.items():
        walk.fill(**{name: value})
        walk.driver.execute_script("document.dispatchEvent(new Event('change'))")


def follows(walk: Walk, filed: Filed):
    """The public status by the code, as a visitor sees it."""
    walk.become("")
    walk.go("/status")
    walk.fill(code=filed.code.lower())
    walk.press()
    walk.is_done("the code")


def opens(walk: Walk, filed: Filed):
    """The matter from the queue of the staff that walk."""
    walk.go(f"/matters/queue?state=all&number={filed.number}")
    follow(walk, filed.number)


def finds(walk: Walk, filed: Filed):
    """The matter from the list of one's own matters."""
    walk.go("/matters")
    follow(walk, filed.number)


def follow(walk: Walk, words: str):
    """The first link with these words."""
    for link in walk.driver.find_elements(By.CSS_SELECTOR, "main a"):
        if link.text.strip() == words:
            walk.driver.get(link.get_attribute("href"))
            return
    raise Refused(f"no link “{words}” at {walk.driver.current_url}: {walk.text[:300]}")


def takes(walk: Walk, zh: str, en: str, **fields: str):
    """A step of the matter that is open: by its button, or by its form."""
    walk.press_button(walk.says(zh, en))
    if fields:
        fill(walk, **fields)
        walk.press()
    walk.is_done(en)


def offers(walk: Walk, zh: str, en: str) -> bool:
    """Whether the page has this button."""
    words = walk.says(zh, en)
    return any(one.text.strip() == words for one in walk.driver.find_elements(By.CSS_SELECTOR, "main .actions > *"))


def sees_nothing_of(walk: Walk, *words: str):
    for word in words:
        if word in walk.driver.page_source:
            raise Refused(f"“{word}” is to be seen at {walk.driver.current_url}")


def acts_for(walk: Walk, role: str, code: str, name: str):
    """Somebody asks for a mandate of an organisation, the centre approves it, and they act for it from then on."""
    walk.become(role)
    walk.go("/account/mandates/new")
    walk.fill(organisation=code, organisation__name=name, grade="clerk", proof="示例授权委托书")
    walk.press()
    walk.is_done("the mandate")
    walk.become("centre-staff")
    walk.go("/mandates")
    row = next(
        (one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if code in one.text), None
    )
    if row is None:
        raise Refused(f"no mandate of {code} waits: {walk.text[:300]}")
    walk.driver.get(row.find_element(By.TAG_NAME, "a").get_attribute("href"))
    walk.fill(step="approve")
    walk.press()
    walk.is_done("the approval")
    walk.become(role)
    walk.go("/account/mandates")
    for row in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr"):
        if code in row.text:
            button = next(one for one in row.find_elements(By.TAG_NAME, "button")
                          if one.text.strip() == walk.says("代表该单位", "Act for it"))
            walk.driver.execute_script("arguments[0].click()", button)
            walk.driver.execute_async_script("const d = arguments[0]; setTimeout(d, 250)")
            return
    raise Refused(f"{role} has no mandate of {code}")


def acts_alone(walk: Walk, role: str):
    """From here on they act for themselves again."""
    walk.become(role)
    walk.go("/account/mandates")
    words = walk.says("以本人名义", "Act for myself")
    for button in walk.driver.find_elements(By.CSS_SELECTOR, "main button"):
        if button.text.strip() == words:
            walk.driver.execute_script("arguments[0].click()", button)
            walk.driver.execute_async_script("const d = arguments[0]; setTimeout(d, 250)")
            return
