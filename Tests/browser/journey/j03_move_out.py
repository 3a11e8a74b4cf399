"""J03: a tenant leaves, at its own wish or after it was heard; months before do not change."""

from journey.matters import Filed, acts_alone, acts_for, fill, finds, offers, opens, takes
from journey.moves import day, reopens, tenant
from journey.walk import Refused, Walk


def leaves(walk: Walk):
    """J03: at its own wish: decision, clients handed over, rooms back; the plan shows the room free the day after."""
    walk.become("centre-staff")
    code, name, room = tenant(walk, walk.number // 50)
    last_month = day(-31)[:7]
    before = figure_then(walk, last_month)
    acts_for(walk, "institution", code, name)
    walk.become("institution")
    walk.go("/guide/move-out/apply")
    fill(walk, ground="appraisal", first_appraisal="示例1", second_appraisal="示例2", wish="示例说明")
    walk.press()
    walk.is_refused("ground")
    fill(walk, ground="own", wanted_last=day(10))
    walk.press()
    walk.is_done("the application")
    filed = Filed(walk)
    reopens(walk, "centre-staff", filed)
    takes(
        walk, "决定迁出", "Decide: it leaves", decision_number=f"示例迁出{walk.number}", step__reason="示例：自愿迁出"
    )
    walk.press_button(walk.says("收回房间，登记迁出", "Take the rooms back: it has left"))
    walk.fill(last_day=day(0), keys_back="yes")
    walk.press()
    walk.is_refused("")
    walk.become("institution")
    finds(walk, filed)
    walk.press_button(walk.says("迁出决定书", "Decision to Leave"))
    walk.sees(f"示例迁出{walk.number}")
    finds(walk, filed)
    takes(
        walk, "提交客户移交清单", "Hand in the list of clients handed over", clients="2", handed_to="示例承接机构"
    )
    reopens(walk, "centre-staff", filed)
    takes(
        walk, "收回房间，登记迁出", "Take the rooms back: it has left", last_day=day(0), keys_back="yes"
    )
    walk.sees(walk.says("已迁出", "Left"))
    walk.driver.get(room)
    walk.sees(day(0), walk.says("自愿迁出", "At its own wish"))
    if figure_then(walk, last_month) != before:
        raise Refused(f"A01 of {last_month} has changed from {before}")
    walk.become("")
    walk.go(f"/institutions?q={code}")
    walk.sees(name)
    acts_alone(walk, "institution")


def is_heard(walk: Walk):
    """J03: raised by the centre: notice, statement, hearing, decision; the tenant contests, and the record keeps it."""
    walk.become("centre-staff")
    code, name, room = tenant(walk, 6 + walk.number // 50)
    is_signed_by_the_tenant(walk, code, name)
    walk.go("/guide/move-out/apply")
    fill(
        walk, channel="counter", applicant=name, applicant__code=code, ground="appraisal", first_appraisal="示例考核1",
        second_appraisal="示例考核2", wish="示例：两次考核不合格"
    )
    walk.press()
    walk.is_done("the matter")
    # It is raised against the tenant: whoever raised it gets no code to speak for the tenant with.
    filed = Filed(walk, has_code=False)
    opens(walk, filed)
    walk.press_button(walk.says("决定迁出", "Decide: it leaves"))
    walk.fill(decision_number="示例", step__reason="示例")
    walk.press()
    walk.is_refused("")
    opens(walk, filed)
    takes(walk, "发出告知书", "Send the notice", step__reason="示例：两次考核不合格")
    acts_for(walk, "institution", code, name)
    walk.become("institution")
    finds(walk, filed)
    takes(walk, "提交陈述", "Hand in a statement", statement="示例陈述：计分有误")
    reopens(walk, "centre-staff", filed)
    takes(walk, "记录听取情况", "Enter the hearing", heard_on=day(0), hearing_note="示例：核对后不予采纳")
    takes(
        walk, "决定迁出", "Decide: it leaves", decision_number=f"示例迁出{walk.number + 1}",
        step__reason="示例：两次考核不合格"
    )
    walk.become("institution")
    finds(walk, filed)
    if offers(walk, "撤回", "Withdraw"):
        raise Refused("the tenant can withdraw a decision against it")
    takes(walk, "对决定提出异议", "Contest the decision", dispute=f"示例异议{walk.number}")
    walk.become("centre-staff")
    walk.driver.get(room)
    walk.sees(f"示例异议{walk.number}")
    walk.become("institution")
    finds(walk, filed)
    walk.sees(walk.says("已决定迁出", "You have to leave"))
    acts_alone(walk, "institution")


def is_signed_by_the_tenant(walk: Walk, code: str, name: str):
    """The counter files no wish of a tenant without the paper that the tenant has signed."""
    walk.go("/guide/move-out/apply")
    fill(
        walk, channel="counter", applicant=name, applicant__code=code, ground="own", wanted_last=day(10), wish="示例说明"
    )
    walk.press()
    walk.is_refused("file-papers")


def figure_then(walk: Walk, month: str) -> str:
    """What A01 was at the end of a month, as its page shows it."""
    walk.go("/figures/A01")
    for row in walk.driver.find_elements("css selector", "main tbody tr"):
        words = row.get_attribute("textContent")
        if month in words:
            return words
    raise Refused(f"A01 shows no {month}")


JOURNEYS = [("J03 leaves", leaves), ("J03 heard", is_heard)]
