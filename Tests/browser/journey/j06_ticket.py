"""J06: the one-stop window."""

from journey.matters import acts_alone, acts_for, files, finds, follows, offers, opens, sees_nothing_of, takes
from journey.records import institution
from journey.walk import Refused, Walk, credit_code

ASKED = "示例问题：商标被抢注怎么办"


def asks_the_window(walk: Walk):
    """J06: asked without an account, answered, read by the code; what belongs elsewhere is no service."""
    walk.become("")
    walk.go("/guide")
    walk.press_button(walk.says("综合服务窗口", "One-stop window"))
    walk.press_button(walk.says("开始办理", "Begin"))
    walk.press()
    walk.is_refused("category")
    walk.is_refused("question")
    walk.fill(category="protection", question=ASKED)
    walk.press()
    walk.go("/status")
    walk.fill(code="ABCD-EFGH-JKLM-NPQR")
    walk.press()
    walk.is_refused("code")
    before = figures(walk)
    walk.become("")
    asked = files(walk, "window-ticket", category="consulting", question=ASKED)
    walk.become("centre-staff")
    opens(walk, asked)
    takes(walk, "首次答复", "Answer", answer="示例答复：可提出异议")
    follows(walk, asked)
    walk.sees("示例答复：可提出异议")
    sees_nothing_of(walk, ASKED)
    walk.become("centre-staff")
    opens(walk, asked)
    walk.press_button(walk.says("不属本窗口，转告", "Send elsewhere"))
    walk.fill(addressee="示例市税务局")
    walk.press()
    walk.is_refused("step-reason")
    walk.fill(step__reason="属税务事项")
    walk.press()
    walk.is_done("the referral")
    follows(walk, asked)
    walk.sees("示例市税务局", walk.says("已转告", "Sent elsewhere"))
    if offers(walk, "评价", "Rate"):
        raise Refused("what was sent elsewhere can be rated")
    if figures(walk) != before:
        raise Refused("a referral was counted as a service")


def is_one_series(walk: Walk):
    """J06: counter, telephone and web in one series (stations: S23); two tickets of one firm are one firm served."""
    firm, agency = credit_code(walk.number + 61), credit_code(walk.number + 62)
    walk.become("centre-staff")
    institution(walk, agency, f"示例窗口承办机构{walk.number}")
    walk.is_done("the agency")
    # By this code the firm's login asks on the web, too.
    acts_for(walk, "enterprise", firm, f"示例窗口企业{walk.number}")
    before, serials, tickets = figures(walk), [], []
    for channel in ("counter", "phone", ""):
        fields = {"category": "use", "question": f"示例问题{channel}"}
        if channel:
            walk.become("centre-staff")
            fields |= {"channel": channel, "applicant": f"示例窗口企业{walk.number}", "applicant__code": firm}
        else:
            walk.become("enterprise")
        tickets.append(files(walk, "window-ticket", **fields))
        serials.append(tickets[-1].serial)
    if serials != list(range(serials[0], serials[0] + 3)):
        raise Refused(f"counter, telephone and web give {serials}")
    for place, ticket in enumerate(tickets[1:]):
        walk.become("centre-staff")
        opens(walk, ticket)
        takes(walk, "首次答复", "Answer", answer="示例答复")
        takes(walk, "分办至机构", "Hand to an agency", agency=agency)
        takes(walk, "办结", "Close with an outcome", outcome="示例结果：已办妥", record=f"示例记录-{ticket.number}")
        served = figures(walk)
        if served["C05"] != before["C05"] + 1 or served["A08"] != before["A08"] + 1 + place:
            raise Refused(f"after ticket {place + 1} of one firm {before} became {served}")
    walk.become("enterprise")
    finds(walk, tickets[-1])
    walk.sees("示例结果：已办妥")
    walk.press_button(walk.says("评价", "Rate"))
    walk.press()
    walk.is_refused("rating")
    walk.fill(rating="5")
    walk.press()
    walk.is_done("the rating")
    walk.press_button(walk.says("评价", "Rate"))
    walk.fill(rating="1")
    walk.press()
    walk.sees(walk.says("您已评价过", "You have rated this already"))
    acts_alone(walk, "enterprise")
    walk.become("institution")
    walk.go("/matters")
    sees_nothing_of(walk, tickets[-1].number)


def keeps_a_draft(walk: Walk):
    """J06: what was typed survives a session that ends, and a draft is there on any device; nothing is filed twice."""
    walk.become("member")
    walk.go("/guide/window-ticket/apply")
    words = f"示例草稿{walk.number}"
    walk.fill(category="training", question=words)
    walk.press_button(walk.says("保存草稿", "Save as a draft"))
    walk.go("/matters")
    walk.sees(walk.says("草稿", "Drafts"))
    walk.go("/guide/window-ticket/apply")
    if field(walk) != words:
        raise Refused("the draft is not there")
    walk.fill(question=words + "（补充）")
    walk.browser.become({})
    walk.press()
    walk.is_refused("")
    if field(walk) != words + "（补充）":
        raise Refused("what was typed is lost with the session")
    walk.become("member")
    walk.go("/guide/window-ticket/apply")
    walk.press()
    walk.is_done("the ticket")
    walk.driver.back()
    walk.driver.execute_async_script("const d = arguments[0]; setTimeout(d, 400)")
    walk.press()
    walk.sees(walk.says("已经提交过了", "already"))
    walk.go("/matters")
    if words in walk.text or walk.says("草稿", "Drafts") in walk.text.splitlines():
        raise Refused("the draft outlives what was filed")


def field(walk: Walk) -> str:
    return walk.driver.find_element("name", "question").get_attribute("value")


def figures(walk: Walk) -> dict[str, float]:
    walk.become("centre-staff")
    return {code: walk.figure(code) for code in ("A08", "C05")}


JOURNEYS = [("J06 asked", asks_the_window), ("J06 served", is_one_series), ("J06 draft", keeps_a_draft)]
