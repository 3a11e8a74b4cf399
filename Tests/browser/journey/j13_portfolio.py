"""J13: a university's transfer officer takes an old platform over, reviews every patent, and closes the year."""

import tempfile
from pathlib import Path

from selenium.webdriver.common.by import By

from journey.matters import acts_alone, acts_for, sees_nothing_of
from journey.walk import Refused, Walk, credit_code


def check(plain: str) -> str:
    """An application number with its check symbol (ZC 0006-2003)."""
    rest = sum(int(digit) * (place % 8 + 2) for place, digit in enumerate(plain)) % 11
    return f"{plain}.{'X' if rest == 10 else rest}"


def old_table(walk: Walk) -> Path:
    """Three patents, one of them twice, and one without a number."""
    rows = ["申请号,专利名称,专利类型,申请日,授权公告日,申请人,发明人,法律状态,学院,已缴年度"]
    for place in range(3):
        number = check(f"20{19 + place}1{9_800_000 + walk.number * 10 + place}")
        rows.append(f"{number},示例盘点方法{walk.number}-{place},发明,20{19 + place}-03-02,2023-05-09,示例大学{walk.number},"
                    f"示例发明人{place},有效,示例学院,{7 - place}")
    rows.append(rows[1])
    rows.append(",示例无号专利,发明,2019-03-02,,,,,,")
    path = Path(tempfile.gettempdir()) / f"old-platform-{walk.number}.csv"
    path.write_text("\r\n".join(rows) + "\r\n", encoding="utf-8")
    return path


def reviews(walk: Walk):
    """J13: old platform, reconciliation, a decision for every patent, the second look, and the closed year."""
    code, name = credit_code(walk.number + 70), f"示例大学{walk.number}"
    acts_for(walk, "enterprise", code, name)
    opens_portfolio(walk, code, name)
    address = takes_over(walk)
    binds_one(walk, address)
    acts_for(walk, "institution", code, name)
    review = decides(walk, address)
    looks_again(walk, review)
    closes(walk, review)
    is_closed_to_others(walk, address, name)
    acts_alone(walk, "enterprise")
    acts_alone(walk, "institution")


def opens_portfolio(walk: Walk, code: str, name: str):
    walk.become("enterprise")
    walk.go("/portfolios")
    walk.sees(name)
    walk.go(f"/portfolios/new?owner={code}")
    walk.fill(reduction="single", lead="500")
    walk.press()
    walk.is_refused("lead")
    walk.fill(lead="60")
    walk.press()
    walk.is_done("the portfolio")
    walk.sees(walk.says("组合还是空的", "The portfolio is empty"))


def takes_over(walk: Walk) -> str:
    """The file is tried first; what went in is what is kept and what is rejected; the second time changes nothing."""
    address = walk.driver.current_url.split("?")[0]
    for again in (False, True):
        walk.driver.get(address + "/import")
        walk.driver.find_element(By.NAME, "file").send_keys(str(old_table(walk)))
        walk.press()
        walk.is_done("the file")
        walk.sees("4 = 3 + 1")
        walk.press()
        walk.is_done("taking it over")
        walk.sees("4 = 3 + 1", walk.says("没有中国申请号", "no Chinese application number"))
        words = walk.says("新增 0，更新 0，无变化 3", "0 added, 0 updated, 3 unchanged")
        if again:
            walk.sees(words)
    return address


def binds_one(walk: Walk, address: str):
    """One of the patents is pledged, so that it cannot be abandoned."""
    walk.driver.get(address)
    follows_title(walk, f"示例盘点方法{walk.number}-0")
    walk.press_button(walk.says("登记许可或质押", "Add a licence or pledge"))
    walk.fill(kind="pledge", document="示例-质押登记-1")
    walk.press()
    walk.is_refused("counterparty")
    walk.fill(counterparty="（示例）银行")
    walk.press()
    walk.is_done("the pledge")
    walk.sees(walk.says("质押", "Pledge"))


def decides(walk: Walk, address: str) -> str:
    walk.become("enterprise")
    walk.driver.get(address + "/reviews/new")
    walk.press()
    walk.is_done("the review")
    review = walk.driver.current_url.split("?")[0]
    # A review with undecided patents cannot be closed, and says which.
    walk.press_button(walk.says("结束盘点", "Close the review"))
    walk.press()
    walk.is_refused("")
    walk.sees(check(f"20191{9_800_000 + walk.number * 10}"))
    walk.driver.get(review)
    follows_title(walk, f"示例盘点方法{walk.number}-0")
    walk.fill(decision="abandon", reason="示例：无人使用")
    walk.press()
    walk.is_refused("decision")
    walk.fill(decision="keep")
    walk.press()
    walk.is_done("keeping it")
    walk.driver.get(review)
    follows_title(walk, f"示例盘点方法{walk.number}-1")
    walk.fill(decision="abandon")
    walk.press()
    walk.is_refused("reason")
    walk.fill(reason="示例：技术已被替代", evidence="示例-院务会纪要-1")
    walk.press()
    walk.is_done("the abandonment")
    walk.driver.get(review)
    follows_title(walk, f"示例盘点方法{walk.number}-2")
    walk.fill(decision="transfer", maturity="4", market="3", resistance="5")
    walk.press()
    walk.is_done("listing it")
    return review


def looks_again(walk: Walk, review: str):
    """Who decided cannot look again; somebody else of the university can."""
    walk.driver.get(review + "?state=second-look")
    follows_title(walk, f"示例盘点方法{walk.number}-1")
    item = walk.driver.current_url.split("?")[0]
    walk.driver.get(item + "/second-look")
    walk.fill(answer="agree")
    walk.press()
    if walk.says("不能复核自己的决定", "not who decided") not in walk.text:
        raise Refused(f"one's own decision can be looked at again: {walk.text[:200]}")
    walk.become("institution")
    walk.driver.get(item)
    walk.press_button(walk.says("复核", "Look again"))
    walk.fill(answer="agree")
    walk.press()
    walk.is_done("the second look")


def closes(walk: Walk, review: str):
    walk.become("enterprise")
    walk.driver.get(review + "/close")
    walk.press()
    walk.is_done("closing it")
    walk.sees(walk.says("3 件：已决定 3 件", "3 patents: 3 decided"))
    for kind, mark in (("xlsx", b"PK"), ("pdf", b"%PDF")):
        found = walk.driver.execute_async_script(
            "const d = arguments[1]; fetch(arguments[0]).then(r => r.arrayBuffer()).then(b => "
            "d(Array.from(new Uint8Array(b).slice(0, 4))), e => d([]))", f"{review}/report.{kind}"
        )
        if not bytes(found).startswith(mark):
            raise Refused(f"the report is no {kind}: {found}")


def is_closed_to_others(walk: Walk, address: str, name: str):
    """The centre sees the sums of all and nothing of one."""
    walk.become("centre-staff")
    walk.go("/portfolios/survey")
    walk.sees(walk.says("专利组合", "Portfolios"))
    sees_nothing_of(walk, f"示例盘点方法{walk.number}", name)
    walk.driver.get(address)
    sees_nothing_of(walk, f"示例盘点方法{walk.number}")


def follows_title(walk: Walk, title: str):
    for link in walk.driver.find_elements(By.CSS_SELECTOR, "main table a"):
        if title in link.text:
            walk.driver.get(link.get_attribute("href"))
            return
    raise Refused(f"no “{title}” at {walk.driver.current_url}: {walk.text[:300]}")


JOURNEYS = [("J13 portfolio", reviews)]
