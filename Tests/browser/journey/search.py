"""S58, S30, S61: somebody searches, is told what is wrong with a query, narrows, keeps the query, takes the hits along,
and is told of new documents."""

import json
import re
import tempfile
import time
from pathlib import Path

from selenium.webdriver.common.by import By

from journey.walk import Refused, Walk

WORDS = "激光焊接"
TOTAL = re.compile(r"([\d,]+) (?:件|documents?)")


def searches(walk: Walk):
    """A query with a fault is refused where the fault stands; the hits narrow by facets and widen again."""
    walk.become("")
    walk.go("/search")
    asks(walk, f"{WORDS} AND 颜色:红")
    if shown(walk, "mark.fault") != ["颜色:"]:
        raise Refused(f"the fault is not marked: {walk.text[:300]}")
    asks(walk, WORDS)
    whole = total(walk)
    if not 2 < whole < 100 or not shown(walk, ".hit mark"):
        raise Refused(f"{whole} hits, or none marked")
    narrows(walk, "f=kind%3AutilityModel")
    part = total(walk)
    if not 0 < part < whole:
        raise Refused(f"narrowed from {whole} to {part}")
    for _ in range(3):
        narrows(walk, "f=ipc", ".tree li li li a, .tree li li a, .tree a")
    if total(walk) > part or not shown(walk, ".chip"):
        raise Refused("the way down the classification widens")
    for _ in range(2):
        walk.click(walk.driver.find_elements(By.CSS_SELECTOR, ".chip")[0])
    if total(walk) != whole:
        raise Refused(f"widened to {total(walk)}, not to {whole}")
    explains(walk)
    goes_through(walk)


def explains(walk: Walk):
    why = walk.driver.find_element(By.CSS_SELECTOR, ".hit .why")
    why.find_element(By.TAG_NAME, "summary").click()
    if WORDS not in why.text or "BM25" not in why.text:
        raise Refused(f"the rank is not explained: {why.text}")


def goes_through(walk: Walk):
    walk.click(walk.driver.find_elements(By.CSS_SELECTOR, ".hit h3 a")[0])
    if not shown(walk, "main mark"):
        raise Refused("nothing is marked on the page of the patent")
    walk.sees(walk.says("权利要求", "Claims"), walk.says("同族与优先权", "Family and priority"))
    address = walk.driver.current_url.split("?")[0]
    walk.click(walk.driver.find_element(By.CSS_SELECTOR, ".hit-trail a[rel=next]"))
    if walk.driver.current_url.split("?")[0] == address:
        raise Refused("the next hit is the same")
    walk.click(walk.driver.find_element(By.CSS_SELECTOR, ".hit-trail .hit-list"))
    total(walk)


def builds(walk: Walk):
    """Who does not know the language fills in fields, and sees the query that comes of it."""
    walk.become("")
    walk.go("/search")
    walk.fill(b__title="装置", b__kind="utilityModel")
    walk.click(walk.driver.find_element(By.CSS_SELECTOR, ".builder form button"))
    query = walk.driver.find_element(By.ID, "f-q").get_attribute("value")
    if query != walk.says("名称:装置 AND 类型:utilityModel", "title:装置 AND kind:utilityModel") or total(walk) < 1:
        raise Refused(f"the query is {query}")


def keeps(walk: Walk):
    """A query is kept, told of when documents arrive, paused and deleted; its hits are taken along."""
    walk.become("centre-staff")
    word = f"示例检索{walk.number}"
    walk.go("/search")
    asks(walk, word)
    if total(walk) != 0:
        raise Refused("the word stands somewhere")
    asks(walk, WORDS)
    walk.press_button(walk.says("保存检索式", "Keep this query"))
    walk.fill(name="")
    walk.press()
    walk.is_refused("name")
    walk.fill(name=word)
    walk.driver.execute_script("document.getElementById('f-q').value = arguments[0]", word)
    walk.press()
    walk.is_done("the query")
    walk.sees(word, walk.says("提醒中", "Alerts on"))
    exports(walk)
    imports(walk, word)
    is_told(walk, word)
    walk.go("/search/saved")
    row = next(one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if word in one.text)
    walk.click(button(row, walk.says("暂停提醒", "Pause alerts")))
    walk.sees(walk.says("已暂停", "Paused"))
    row = next(one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if word in one.text)
    walk.click(button(row, walk.says("删除", "Delete")))
    if word in walk.text:
        raise Refused("the query is still there")


def exports(walk: Walk):
    walk.go("/search")
    asks(walk, WORDS)
    count = total(walk)
    for ending, marks in (("csv", [f"{count}"]), ("jsonl", [f'"documents":{count}']), ("xml", [f'documents="{count}"'])):
        text = fetched(walk, ending)
        if not all(mark in text.splitlines()[-1] + text[-300:] for mark in marks):
            raise Refused(f"{ending} ends with {text[-200:]}")
    last = json.loads(fetched(walk, "jsonl").splitlines()[0])
    if last["origins"][0]["source"] != "corpus-jsonl":
        raise Refused(f"no origin: {last}")
    if not fetched(walk, "xlsx").startswith("PK"):
        raise Refused("no workbook")


def imports(walk: Walk, word: str):
    line = {"publication_number": f"CN29990{walk.number:04d}A", "title": f"一种{word}方法", "applicants": ["示例公司（示例）"]}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"news-{walk.number}.jsonl"
        file.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
        walk.go("/imports/new")
        walk.driver.find_element(By.CSS_SELECTOR, "main input[type=file]").send_keys(str(file))
        walk.driver.find_element(By.CSS_SELECTOR, "main form.form button").click()
        wait(lambda: "/imports/uploads/" in walk.driver.current_url, "the upload")
        walk.press()


def is_told(walk: Walk, word: str):
    def told() -> bool:
        walk.go("/search/alerts")
        return word in walk.text

    wait(told, "the alert")
    row = next(one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if word in one.text)
    walk.click(row.find_elements(By.TAG_NAME, "a")[0])
    walk.sees(f"一种{word}方法")
    walk.go("/notices")
    walk.sees(word)


def wait(is_so, what: str):
    until = time.monotonic() + 90
    while time.monotonic() < until:
        if is_so():
            return
        time.sleep(1)
    raise Refused(f"{what} does not come")


def button(row, words: str):
    return next(one for one in row.find_elements(By.TAG_NAME, "button") if one.text.strip() == words)


def asks(walk: Walk, query: str):
    field = walk.driver.find_element(By.ID, "f-q")
    field.clear()
    field.send_keys(query)
    walk.click(walk.driver.find_element(By.CSS_SELECTOR, ".search-form button"))


def narrows(walk: Walk, part: str, within: str = ".facet a"):
    links = [one for one in walk.driver.find_elements(By.CSS_SELECTOR, within) if part in one.get_attribute("href")]
    if not links:
        raise Refused(f"no facet with {part} at {walk.driver.current_url}")
    # The deepest step of the classification stands last among its own.
    deepest = max(links, key=lambda link: link.get_attribute("href").count("%2F") + len(link.find_elements(By.XPATH, "ancestor::ul")))
    walk.click(deepest if within != ".facet a" else links[0])


def total(walk: Walk) -> int:
    found = TOTAL.search(" ".join(shown(walk, "main .count")))
    if not found:
        raise Refused(f"no total at {walk.driver.current_url}: {walk.text[:300]}")
    return int(found.group(1).replace(",", ""))


def shown(walk: Walk, selector: str) -> list[str]:
    return [one.text for one in walk.driver.find_elements(By.CSS_SELECTOR, selector)]


def fetched(walk: Walk, ending: str) -> str:
    link = walk.driver.find_element(By.CSS_SELECTOR, f'.exports a[href*="export.{ending}?"]').get_attribute("href")
    script = "fetch(arguments[0]).then(answer => answer.text()).then(arguments[1])"
    return walk.driver.execute_async_script(script, link)


JOURNEYS = [("S58 search", searches), ("S58 builder", builds), ("S30 alerts", keeps)]
