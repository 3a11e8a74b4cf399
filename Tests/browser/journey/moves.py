"""What the journeys of moving in and out have in common."""

import re
from datetime import timedelta
from pathlib import Path

from selenium.webdriver.common.by import By

from journey.matters import Filed, fill, opens
from journey.walk import Refused, Walk, today

PAPER = Path(__file__).resolve().parents[3] / "README.md"


def day(ahead: int) -> str:
    return (today() + timedelta(days=ahead)).isoformat()


def attach(walk: Walk, field: str):
    """A paper in a field for files: any text will do."""
    copy = Path("/tmp") / f"paper-{walk.number}.txt"
    copy.write_text("示例材料\n", encoding="utf-8")
    walk.driver.find_element(By.NAME, field).send_keys(str(copy))


def apply(walk: Walk, name: str, licence: bool = True, **more: str) -> Filed:
    """The application of a young institution; what the form knows already stays as it is."""
    walk.go("/guide/move-in/apply")
    given = walk.driver.find_element(By.NAME, "name").get_attribute("value")
    if given != name:
        raise Refused(f"the form does not know the applicant: {given}")
    fill(walk, **application(**more))
    for choice in ("lawful", "local", "returns", "true"):
        walk.fill(commitments=choice)
    attach(walk, "file-business")
    if licence:
        attach(walk, "file-licence")
    walk.press()
    walk.is_done("the application")
    return Filed(walk)


def application(**more: str) -> dict[str, str]:
    # Six people and one year: the criteria of the demonstration call that the starting stage.
    return {
        "kind": "company", "registered_on": day(-400), "main_category": "agency", "categories": "agency",
        "phone": "025-00000000", "services_offered": "示例：专利代理", "licence": "patent-agency",
        "licence_number": "示例-许可-旅程", "licence_from": day(-300), "staff": "6", "total_revenue": "100",
        "ip_revenue": "80", "stage": "starting", "site": "life-town", "stage_basis": "criteria", "wanted_area": "40",
        "wanted_from": day(30), "planned_revenue": "120", "planned_staff": "8", **more
    }


def at_stage(walk: Walk, words: str, procedure: str) -> str:
    """The address of the newest matter of a procedure that stands at a stage, in the staff's queue."""
    walk.go(f"/matters/queue?procedure={procedure}&state=all")
    for row in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr"):
        if words in row.text:
            return row.find_element(By.TAG_NAME, "a").get_attribute("href")
    raise Refused(f"no matter stands at “{words}”: {walk.text[:400]}")


def tenant(walk: Walk, place: int) -> tuple[str, str, str]:
    """A tenant in the vacancy ledger with the address of its room: its code, its name, the room."""
    walk.go("/premises/vacancy?state=occupied")
    found = []
    for row in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr"):
        links = row.find_elements(By.TAG_NAME, "a")
        code = next((re.search(r"[?&]q=([0-9A-Z]{18})", one.get_attribute("href") or "") for one in links[1:]), None)
        if code:
            found.append((code.group(1), links[1].text, links[0].get_attribute("href")))
    rooms = [one for one in found if sum(other[0] == one[0] for other in found) == 1]
    if len(rooms) <= place:
        raise Refused(f"only {len(rooms)} tenants with one room")
    return rooms[place]


def names(walk: Walk, *roles: str):
    """Ticks the people of these roles, by what their names say."""
    labels = walk.driver.find_elements(By.CSS_SELECTOR, "main label")
    for role in roles:
        label = next((one for one in labels if role in one.text), None)
        if label is None:
            raise Refused(f"nobody of “{role}” can be named: {[one.text for one in labels]}")
        label.click()
    walk.press()
    walk.is_done("the panel")


def reopens(walk: Walk, role: str, filed: Filed):
    walk.become(role)
    opens(walk, filed)
