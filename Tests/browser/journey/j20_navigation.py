"""J20: the centre answers a firm's question with patents: scope, frozen dataset, cleaning, report, review, release, use."""

import datetime
import re

from selenium.webdriver.common.by import By

from journey.matters import acts_alone, acts_for
from journey.walk import Refused, Walk, credit_code, today

SUMS = re.compile(r"([\d,]+)")


def navigates(walk: Walk):
    """J20, with its refusal: without a cleaning log, a cut-off date and an accepted review nothing is released."""
    code, name = credit_code(walk.number + 170), f"示例导航企业{walk.number}"
    acts_for(walk, "enterprise", code, name)
    walk.become("centre-staff")
    address = opens(walk, code, name)
    freezes(walk, address)
    is_not_released_yet(walk, address)
    cleans(walk, address)
    writes(walk, address)
    sets_cutoff(walk, address)
    cleans(walk, address)
    is_reviewed(walk, address)
    walk.become("centre-staff")
    walk.driver.get(address + "/release")
    walk.press()
    walk.is_done("the release")
    adds_up(walk, address)
    runs_again(walk, address)
    comes_as_files(walk, address)
    is_used(walk, address, name)
    acts_alone(walk, "enterprise")


def opens(walk: Walk, code: str, name: str) -> str:
    walk.go("/navigations/new")
    walk.fill(title=f"示例导航{walk.number}", orderer=name, orderer__code=code)
    walk.press()
    walk.is_refused("need")
    walk.fill(kind="enterprise", need="示例：哪些专利要避开", scope="示例：激光焊接")
    walk.press()
    walk.is_done("the project")
    walk.fill(branches="焊接 | (激光焊接")
    walk.press()
    walk.is_refused("branches")
    walk.fill(branches="焊接 | 激光焊接\n机器人 | 机器人")
    walk.press()
    walk.is_done("the technology table")
    walk.sees("激光焊接", walk.says("初稿责任人", "Responsible for the draft"))
    return walk.driver.current_url.split("?")[0].split("#")[0]


def freezes(walk: Walk, address: str):
    walk.driver.get(address + "/freeze")
    walk.press()
    walk.is_done("freezing")


def is_not_released_yet(walk: Walk, address: str):
    walk.driver.get(address + "/release")
    walk.press()
    walk.is_refused("")
    walk.sees(
        walk.says("没有清洗记录", "there is no cleaning log"), walk.says("没有检索截止日", "there is no cut-off date"),
        walk.says("没有通过专家评审", "no expert has accepted it"),
    )


def cleans(walk: Walk, address: str):
    """The first document is noise; before is after and what was removed."""
    walk.driver.get(address + "/documents")
    first = walk.driver.find_elements(By.CSS_SELECTOR, "main table td a[href*='/clean']")
    if not first:
        raise Refused(f"nothing to take out at {walk.driver.current_url}: {walk.text[:300]}")
    walk.driver.get(first[0].get_attribute("href"))
    walk.fill(reason="noise")
    walk.press()
    walk.is_refused("note")
    walk.fill(note="示例：与问题无关")
    walk.press()
    walk.is_done("taking it out")
    walk.driver.get(address + "/log")
    walk.press()
    walk.is_refused("statement")
    walk.fill(statement="示例：逐件核对题名，移出噪声一件，申请人按主体库归一")
    walk.press()
    walk.is_done("the cleaning log")


def writes(walk: Walk, address: str):
    walk.driver.get(address)
    links = walk.driver.find_elements(By.CSS_SELECTOR, "main a[href*='/sections/']")
    chapters = sorted({link.get_attribute("href") for link in links})
    if len(chapters) != 5:
        raise Refused(f"{len(chapters)} chapters")
    for chapter in chapters:
        walk.driver.get(chapter)
        walk.fill(text="示例：本章判断与依据")
        walk.press()
        walk.is_done("a chapter")


def sets_cutoff(walk: Walk, address: str):
    """With another cut-off date the dataset is frozen anew."""
    walk.driver.get(address + "/scope")
    walk.fill(cutoff="2999-01-01")
    walk.press()
    walk.is_refused("cutoff")
    walk.fill(cutoff=(today() - datetime.timedelta(days=30)).isoformat())
    walk.press()
    walk.is_done("the cut-off date")
    freezes(walk, address)


def is_reviewed(walk: Walk, address: str):
    walk.driver.get(address + "/submit")
    walk.press()
    walk.is_done("sending it to review")
    walk.driver.get(address + "/review")
    walk.fill(verdict="accept", capacity="主任", opinion="示例：同意")
    walk.press()
    walk.is_refused("")
    walk.sees(walk.says("不能评审自己", "Nobody reviews a report that he made"))
    walk.become("expert")
    walk.go("/notices")
    walk.sees(walk.says(f"请评审：示例导航{walk.number}", f"For your review: 示例导航{walk.number}"))
    walk.driver.get(address + "/review")
    walk.fill(verdict="accept", capacity="研究员")
    walk.press()
    walk.is_refused("opinion")
    walk.fill(opinion="示例：检索与清洗可信，同意发布")
    walk.press()
    walk.is_done("the review")


def number(text: str) -> int:
    return int(text.replace(",", ""))


def adds_up(walk: Walk, address: str):
    """The numbers of the method page add up, and its last is what the charts count."""
    walk.driver.get(address + "/method")
    walk.sees(walk.says("各项相加一致", "It all adds up"))
    caption = walk.says("件数", "Documents")
    tables = [
        table for table in walk.driver.find_elements(By.CSS_SELECTOR, "main table")
        if table.find_element(By.TAG_NAME, "caption").get_attribute("textContent").strip() == caption
    ]
    rows = [number(row.find_elements(By.TAG_NAME, "td")[-1].text)
            for row in tables[0].find_elements(By.CSS_SELECTOR, "tbody tr")]
    found, beyond, frozen, *removed, left = rows
    if found != beyond + frozen or frozen != sum(removed) + left:
        raise Refused(f"the method does not add up: {rows}")
    walk.driver.get(address + "/report")
    sums = [one.text for one in walk.driver.find_elements(By.CSS_SELECTOR, "main .landscape-sum")]
    if not sums or any(number(SUMS.match(one).group(1)) != left for one in sums):
        raise Refused(f"the figures count otherwise than {left}: {sums}")
    if not walk.driver.find_elements(By.CSS_SELECTOR, "main .year-open"):
        raise Refused("no year is shaded")


def runs_again(walk: Walk, address: str):
    walk.driver.get(address + "/rerun")
    walk.sees(walk.says("一致", "It agrees"))


def comes_as_files(walk: Walk, address: str):
    for part, mark in (("report.pdf", b"%PDF"), ("report.docx", b"PK"), ("documents.csv", b"\xef\xbb\xbf")):
        found = walk.driver.execute_async_script(
            "const d = arguments[1]; fetch(arguments[0]).then(r => r.arrayBuffer()).then(b => "
            "d(Array.from(new Uint8Array(b).slice(0, 4))), e => d([]))", f"{address}/{part}"
        )
        if not bytes(found).startswith(mark):
            raise Refused(f"{part} is something else: {found}")


def is_used(walk: Walk, address: str, name: str):
    """Who ordered it tells what was decided; a visitor sees nothing of a report that is not public."""
    walk.become("enterprise")
    walk.driver.get(address + "/uses/new")
    walk.fill(decision="")
    walk.press()
    walk.is_refused("decision")
    walk.fill(decision="示例：调整焊接监测产品的设计", document="示例-纪要-1")
    walk.press()
    walk.is_done("the use")
    walk.sees(name, "示例：调整焊接监测产品的设计")
    walk.become("")
    walk.driver.get(address)
    if f"示例导航{walk.number}" in walk.text:
        raise Refused("a visitor sees a report that is not public")


JOURNEYS = [("J20 navigation", navigates)]
