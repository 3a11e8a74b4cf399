"""J08: mediation of a dispute."""

from datetime import timedelta

from selenium.webdriver.common.by import By

from journey.matters import Filed, acts_alone, acts_for, files, finds, follows, opens, sees_nothing_of, takes
from journey.walk import Refused, Walk, credit_code, today

# What one side keeps to itself, and what it tells the mediator.
BOTTOM_LINE, STATEMENT, NOTE = "示例绝密底线", "示例绝密陈述", "示例绝密记录"


def is_mediated(walk: Walk):
    """J08: both consent, a mediator without ties, an agreement, and what the court needs; no side reads the other's."""
    filed = is_applied_for(walk)
    walk.become("institution")
    finds(walk, filed)
    sees_nothing_of(walk, BOTTOM_LINE)
    takes(walk, "同意调解", "Consent")
    walk.become("centre-staff")
    opens(walk, filed)
    walk.press_button(walk.says("选定调解员", "Appoint a mediator"))
    walk.press()
    walk.is_refused("appointed")
    walk.driver.find_element(By.NAME, "appointed").click()
    walk.press()
    walk.is_done("the mediator")
    walk.become("expert")
    finds(walk, filed)
    walk.sees(BOTTOM_LINE)
    tomorrow = (today() + timedelta(days=2)).isoformat()
    walk.press_button(walk.says("记录调解会", "Record a session"))
    walk.fill(held_on=tomorrow, held_as="together", minutes="示例笔录：双方到场")
    walk.press()
    walk.is_refused("held_on")
    walk.fill(held_on=today().isoformat())
    walk.press()
    walk.is_done("the session")
    takes(walk, "调解员保密记录", "Mediator’s confidential note", private_note=NOTE)
    walk.become("institution")
    finds(walk, filed)
    walk.sees("示例笔录：双方到场")
    sees_nothing_of(walk, BOTTOM_LINE, NOTE)
    takes(walk, "被申请人向调解员保密陈述", "Other side’s confidential statement", respondent_statement=STATEMENT)
    walk.become("enterprise")
    finds(walk, filed)
    walk.sees("示例笔录：双方到场")
    sees_nothing_of(walk, STATEMENT, NOTE)
    is_agreed(walk, filed)
    acts_alone(walk, "enterprise")
    acts_alone(walk, "institution")
    walk.become("member")
    walk.go("/matters")
    sees_nothing_of(walk, filed.number)


def is_applied_for(walk: Walk) -> Filed:
    """Refused against oneself and in a court's name; the other side learns of it once it is asked."""
    first, second = credit_code(walk.number + 81), credit_code(walk.number + 82)
    acts_for(walk, "enterprise", first, f"示例许可方{walk.number}")
    acts_for(walk, "institution", second, f"示例被许可方{walk.number}")
    walk.become("enterprise")
    walk.go("/guide/mediation/apply")
    walk.fill(**application(walk, first))
    walk.press()
    walk.is_refused("respondent_code")
    walk.driver.find_element(By.CSS_SELECTOR, '[name="origin"][value="court"]').click()
    walk.press()
    walk.is_refused("court")
    filed = files(walk, "mediation", **application(walk, second))
    walk.become("institution")
    walk.go("/matters")
    sees_nothing_of(walk, filed.number)
    asks_the_other_side(walk, filed)
    return filed


def is_asked(walk: Walk, first: str, second: str) -> Filed:
    acts_for(walk, "enterprise", first, f"示例许可方{walk.number}")
    acts_for(walk, "institution", second, f"示例被许可方{walk.number}")
    walk.become("enterprise")
    filed = files(walk, "mediation", **application(walk, second))
    asks_the_other_side(walk, filed)
    return filed


def asks_the_other_side(walk: Walk, filed: Filed):
    walk.become("centre-staff")
    opens(walk, filed)
    takes(walk, "征询对方意见", "Ask the other side")


def application(walk: Walk, respondent: str) -> dict[str, str]:
    return {
        "origin": "party", "claimant": f"示例许可方{walk.number}", "right_kind": "patent", "dispute_kind": "damages",
        "subject": f"示例许可费{walk.number}", "claims": "示例事实", "requests": "示例请求：支付许可费",
        "respondent_code": respondent, "respondent_name": f"示例被许可方{walk.number}",
        "confidential_note": BOTTOM_LINE,
    }


def has_nobody_without_ties(walk: Walk):
    """J08: who acts for a side cannot be named its mediator; nobody has to say so. The other side then leaves."""
    first, second = credit_code(walk.number + 85), credit_code(walk.number + 86)
    filed = is_asked(walk, first, second)
    walk.become("institution")
    finds(walk, filed)
    takes(walk, "同意调解", "Consent")
    acts_for(walk, "expert", second, f"示例被许可方{walk.number}")
    walk.become("centre-staff")
    opens(walk, filed)
    walk.press_button(walk.says("选定调解员", "Appoint a mediator"))
    walk.sees(walk.says("没有可指定的人选", "Nobody can be named"))
    if walk.driver.find_elements(By.NAME, "appointed"):
        raise Refused("a mediator with a tie is offered")
    acts_alone(walk, "expert")
    walk.become("institution")
    finds(walk, filed)
    takes(walk, "退出调解", "Leave the mediation")
    walk.become("enterprise")
    finds(walk, filed)
    walk.sees(walk.says("已结束：未达成协议", "Closed without agreement"))
    acts_alone(walk, "enterprise")
    acts_alone(walk, "institution")


def is_agreed(walk: Walk, filed: Filed):
    walk.become("expert")
    finds(walk, filed)
    takes(
        walk, "拟定调解协议", "Draw up the agreement", agreement="一、支付许可费十万元。\n二、互不追究。",
        performed_by="2027-06-30"
    )
    walk.become("enterprise")
    finds(walk, filed)
    takes(walk, "申请人签字", "Applicant signs", signatory="示例签字人甲")
    walk.become("institution")
    finds(walk, filed)
    takes(walk, "被申请人签字", "Other side signs", signatory="示例签字人乙")
    walk.become("centre-staff")
    opens(walk, filed)
    takes(walk, "盖章生效", "Seal the agreement")
    for zh, en, words in (
        ("调解协议书", "Mediation Agreement", "一、支付许可费十万元。"),
        ("司法确认告知书", "Notice on Judicial Confirmation", "司法确认申请书（双方共同签名）"),
    ):
        walk.press_button(walk.says(zh, en))
        walk.sees(zh, words, f"示例许可方{walk.number}、示例被许可方{walk.number}：")
        opens(walk, filed)
    follows(walk, filed)
    walk.sees(walk.says("调解协议已生效", "The agreement is in effect"))
    sees_nothing_of(walk, NOTE, STATEMENT, BOTTOM_LINE)
    day = today().isoformat()
    walk.become("centre-staff")
    opens(walk, filed)
    takes(
        walk, "登记司法确认申请", "Enter the application for confirmation", confirming_court="示例人民法院",
        applied_on=day
    )
    takes(
        walk, "登记司法确认裁定", "Enter the confirmation", ruling_number="（2026）示例民特1号", ruled_on=day
    )
    takes(walk, "回访并办结", "Call back and close", performance="whole")
    walk.sees(walk.says("达成协议并已回访", "Agreement, called back"))


def is_declined(walk: Walk):
    """J08: the other side declines; the matter closes and says where else to turn."""
    filed = is_asked(walk, credit_code(walk.number + 83), credit_code(walk.number + 84))
    address = walk.driver.current_url
    walk.become("institution")
    finds(walk, filed)
    takes(walk, "不同意调解", "Decline")
    walk.become("enterprise")
    finds(walk, filed)
    walk.sees(walk.says("已结束：对方未同意调解", "Closed: the other side did not consent"))
    walk.press_button(walk.says("终结告知书", "Notice of No Consent"))
    walk.sees("您可以向有管辖权的人民法院起诉")
    walk.become("centre-staff")
    walk.driver.get(f"{address}/steps/appoint")
    walk.sees(walk.says("选定调解员", "Appoint a mediator"), "409")
    acts_alone(walk, "enterprise")
    acts_alone(walk, "institution")


JOURNEYS = [
    ("J08 agreed", is_mediated), ("J08 without a mediator", has_nobody_without_ties), ("J08 declined", is_declined)
]
