"""Mediation (纠纷调解): a company seeks it, the other side consents, both sign."""

from selenium.webdriver.common.by import By

from flow.pictures import Flow, Pictures
from journey.matters import acts_alone, acts_for, files, fill, finds, opens, takes
from journey.walk import Walk, credit_code, today

AGREEMENT = "一、被申请人于2027年6月30日前支付许可费十万元。\n二、申请人在收到款项后不再就此前的使用提出请求。"


def act(walk: Walk, pictures: Pictures):
    first, second = credit_code(walk.number + 11), credit_code(walk.number + 12)
    one, other = "示例牛首创新有限公司", "示例方山制造有限公司"
    acts_for(walk, "enterprise", first, one)
    pictures.take(
        walk, "mandate", "Acting for one’s company (单位授权)",
        "Whoever acts for an organisation has a mandate that the centre approved, and says for whom they act now.",
        tallest=800
    )
    acts_for(walk, "institution", second, other)
    walk.become("enterprise")
    walk.go("/guide/mediation/apply")
    asked = {
        "origin": "party", "claimant": one, "right_kind": "patent", "dispute_kind": "damages",
        "subject": "（示例）专利许可费", "claims": "（示例）合同期满后对方继续使用该专利。", "requests": "（示例）支付许可费十万元",
        "respondent_code": second, "respondent_name": other, "confidential_note": "（示例）最低可接受八万元",
    }
    fill(walk, **asked)
    pictures.take(
        walk, "form", "The application (申请调解)",
        "What the other side reads stands apart from what it does not: the confidential note (保密说明) is for the mediator "
        "and the staff alone.", tallest=2000
    )
    filed = files(walk, "mediation", **asked)
    walk.become("centre-staff")
    opens(walk, filed)
    takes(walk, "征询对方意见", "Ask the other side")
    walk.become("institution")
    finds(walk, filed)
    pictures.take(
        walk, "asked", "The other side is asked (征询意见)",
        "Mediation is voluntary: it consents or declines, and silence counts as no. It reads the claim, not the note."
    )
    takes(walk, "同意调解", "Consent")
    walk.become("centre-staff")
    opens(walk, filed)
    walk.press_button(walk.says("选定调解员", "Appoint a mediator"))
    pictures.take(
        walk, "mediator", "A mediator without ties (选定调解员)",
        "Whoever acts or has acted for a side is not in the list: the zone’s own records decide it, not a declaration.",
        tallest=900
    )
    walk.driver.find_element(By.NAME, "appointed").click()
    walk.press()
    walk.become("expert")
    finds(walk, filed)
    takes(
        walk, "记录调解会", "Record a session", held_on=today().isoformat(), held_as="together",
        minutes="（示例）双方到场，愿意分期支付。"
    )
    takes(walk, "拟定调解协议", "Draw up the agreement", agreement=AGREEMENT, performed_by="2027-06-30")
    walk.become("enterprise")
    finds(walk, filed)
    takes(walk, "申请人签字", "Applicant signs", signatory="示例签字人甲")
    walk.become("institution")
    finds(walk, filed)
    takes(walk, "被申请人签字", "Other side signs", signatory="示例签字人乙")
    walk.become("centre-staff")
    opens(walk, filed)
    takes(walk, "盖章生效", "Seal the agreement")
    walk.become("enterprise")
    finds(walk, filed)
    pictures.take(
        walk, "agreed", "The agreement is in effect (协议生效)",
        "The thirty days for judicial confirmation (司法确认) run from here; both sides read the minutes and the agreement."
    )
    walk.press_button(walk.says("司法确认告知书", "Notice on Judicial Confirmation"))
    pictures.take(
        walk, "letter", "What the court needs",
        "The notice says until when both may apply together, and what to hand in."
    )
    acts_alone(walk, "enterprise")
    acts_alone(walk, "institution")


PLACE = 3
FLOW = Flow(
    "mediation", "A company seeks mediation (纠纷调解)",
    "Two companies disagree about a licence fee and would rather not go to court.", act
)
