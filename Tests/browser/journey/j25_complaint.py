"""J25: a consumer's complaint, a dispute over a service, and a report without a name."""

from selenium.webdriver.common.by import By

from journey.matters import (
    Filed, acts_alone, acts_for, files, finds, follow, follows, offers, opens, sees_nothing_of, takes,
)
from journey.walk import Refused, Walk, credit_code

NAME, TELEPHONE = "示例投诉人赵某", "示例电话8675309"


def complaint(walk: Walk, kind: str, target: str) -> dict[str, str]:
    return {
        "complaint_kind": kind, "complaint_subject": f"示例{kind}{walk.number}", "target": target, "facts": "示例事实",
        "demand": "示例请求：退款", "complainant": NAME, "complainant_phone": TELEPHONE,
    }


def is_settled(walk: Walk):
    """J25: a member complains of a firm; both settle, and the firm never learns who complained."""
    firm = credit_code(walk.number + 91)
    name = f"示例被投诉企业{walk.number}"
    acts_for(walk, "enterprise", firm, name)
    walk.become("member")
    walk.go("/guide/complaint/apply")
    demand = walk.driver.find_element(By.NAME, "demand")
    if demand.is_displayed():
        raise Refused("what only a complaint is asked shows before a kind is chosen")
    walk.driver.find_element(By.CSS_SELECTOR, '[name="complaint_kind"][value="consumer"]').click()
    if not demand.is_displayed():
        raise Refused("a complaint is not asked what it wants")
    walk.press()
    for field in ("complaint_subject", "demand", "complainant"):
        walk.is_refused(field)
    asked = complaint(walk, "consumer", name)
    walk.fill(anonymous="yes", **asked)
    walk.press()
    walk.is_refused("anonymous")
    filed = files(walk, "complaint", **asked)
    walk.become("inspector")
    opens(walk, filed)
    walk.press_button(walk.says("受理并核查", "Accept for verification"))
    walk.sees(walk.says("投诉应当调解", "A complaint is mediated"))
    opens(walk, filed)
    takes(walk, "受理并组织调解", "Accept for mediation", respondent_code=firm)
    walk.become("enterprise")
    finds(walk, filed)
    walk.sees("示例请求：退款")
    sees_nothing_of(walk, NAME, TELEPHONE)
    takes(walk, "答复投诉", "Answer the complaint", response="示例答复：愿退一半")
    takes(walk, "向工作人员保密说明", "Tell the staff in confidence", confidence="示例绝密说明")
    walk.press_button(walk.says("投诉受理与调解通知书", "Notice of Acceptance and Mediation"))
    walk.sees(f"投诉人、{name}：")
    sees_nothing_of(walk, NAME, TELEPHONE)
    walk.become("member")
    finds(walk, filed)
    walk.sees("示例答复：愿退一半")
    sees_nothing_of(walk, "示例绝密说明")
    walk.become("inspector")
    opens(walk, filed)
    walk.sees(NAME, "示例绝密说明")
    takes(walk, "登记调解协议", "Enter the settlement", settlement="示例协议：退还一半费用")
    walk.become("member")
    finds(walk, filed)
    takes(walk, "评价", "Rate", rating="4")
    walk.sees(walk.says("已办结：达成调解", "Closed with a settlement"))
    acts_alone(walk, "enterprise")


def is_not_settled(walk: Walk):
    """J25: a dispute over a service that is not settled; and one that is refused, with its ground and the right address."""
    firm = credit_code(walk.number + 92)
    walk.become("member")
    filed = files(walk, "complaint", **complaint(walk, "service", "示例服务机构"))
    walk.become("inspector")
    opens(walk, filed)
    takes(walk, "要求补正", "Ask for correction", step__reason="示例：请补合同编号")
    walk.sees(walk.says("暂停", "Stands still"))
    follows(walk, filed)
    walk.sees("示例：请补合同编号")
    walk.press_button(walk.says("提交补正", "Hand in the correction"))
    walk.fill(code=filed.code, correction="示例合同编号-7")
    walk.press()
    walk.is_done("the correction")
    sees_nothing_of(walk, "示例合同编号-7")
    walk.become("inspector")
    opens(walk, filed)
    takes(walk, "受理并组织调解", "Accept for mediation", respondent_code=firm)
    takes(walk, "终止调解", "End the mediation", step__reason="示例：双方各执一词")
    takes(walk, "告知双方并办结", "Tell both sides and close")
    follows(walk, filed)
    walk.sees(walk.says("已办结：未达成调解", "Closed without a settlement"))
    is_refused_with_its_ground(walk)


def is_refused_with_its_ground(walk: Walk):
    walk.become("member")
    filed = files(walk, "complaint", **complaint(walk, "service", "示例商场"))
    walk.become("inspector")
    opens(walk, filed)
    walk.press_button(walk.says("不予受理", "Do not accept"))
    walk.fill(step__reason="示例：属于商品质量争议")
    walk.press()
    walk.is_refused("refusal_ground")
    walk.is_refused("right_address")
    walk.fill(refusal_ground="not-competent", right_address="示例市场监督管理局，示例路1号")
    walk.press()
    walk.is_done("the refusal")
    follows(walk, filed)
    walk.sees("示例：属于商品质量争议")
    walk.become("member")
    finds(walk, filed)
    walk.sees("示例市场监督管理局，示例路1号")
    walk.press_button(walk.says("不予受理决定书", "Decision of Non-acceptance"))
    walk.sees("情形：不属于本单位职责。", "示例市场监督管理局，示例路1号")


def is_reported(walk: Walk):
    """J25: a report without a name; verified, answered, objected to, and upheld by somebody else; nobody knows who."""
    walk.become("member")
    filed = files(
        walk, "complaint", anonymous="yes", complaint_kind="report", complaint_subject=f"示例无证代理{walk.number}",
        target="示例被举报机构", facts="示例线索"
    )
    if offers(walk, "查看办件", "Open the matter"):
        raise Refused("a report without a name stands in somebody's list")
    walk.go("/matters")
    sees_nothing_of(walk, filed.number)
    # Whoever is signed in is not noted when the code is used.
    walk.become("inspector")
    opens(walk, filed)
    sees_nothing_of(walk, "演示·公众")
    address = walk.driver.current_url
    walk.press_button(walk.says("受理并组织调解", "Accept for mediation"))
    walk.fill(respondent_code=credit_code(walk.number + 93))
    walk.press()
    walk.sees(walk.says("举报应当核查", "A report is verified"))
    opens(walk, filed)
    takes(walk, "受理并核查", "Accept for verification")
    takes(walk, "核查结束并决定", "Decide", finding="opened", file_note="示例核查记录")
    takes(walk, "答复", "Answer", outcome="示例处理结果：已立案", step__reason="示例：无执业许可")
    follows(walk, filed)
    walk.sees("示例处理结果：已立案", "示例：无执业许可")
    sees_nothing_of(walk, "示例核查记录", "示例线索")
    objects(walk, filed)
    walk.become("inspector")
    walk.driver.get(address)
    if offers(walk, "维持答复", "Uphold the answer"):
        raise Refused("whose answer is objected to upholds it alone")
    walk.become("regulator")
    opens(walk, filed)
    takes(walk, "维持答复", "Uphold the answer", step__reason="示例：复核属实")
    follows(walk, filed)
    walk.sees(walk.says("已办结", "Closed"))
    walk.become("enterprise")
    walk.driver.get(address)
    sees_nothing_of(walk, "示例无证代理")


def objects(walk: Walk, filed: Filed):
    follow(walk, walk.says("提出异议", "Object"))
    walk.fill(code="ABCD-EFGH-JKLM-NPQR", step__reason="示例异议：还有一家")
    walk.press()
    walk.is_refused("code")
    walk.fill(code=filed.code)
    walk.press()
    walk.is_done("the objection")
    walk.sees(walk.says("正在复核您的异议", "under review"))


JOURNEYS = [("J25 settled", is_settled), ("J25 not settled", is_not_settled), ("J25 reported", is_reported)]
