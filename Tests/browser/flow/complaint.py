"""A complaint (投诉举报): a consumer complains of a firm, and both settle."""

from flow.pictures import Flow, Pictures
from journey.matters import acts_alone, acts_for, files, fill, finds, opens, takes
from journey.walk import Walk, credit_code

COMPLAINT = {
    "complaint_kind": "consumer", "complaint_subject": "（示例）代理费不退", "facts": "（示例）合同解除后，预付的代理费至今未退。",
    "demand": "（示例）退还未提供服务部分的费用", "complainant": "示例投诉人", "complainant_phone": "示例电话",
}


def act(walk: Walk, pictures: Pictures):
    firm, name = credit_code(walk.number + 1), f"示例明理代理有限公司{walk.number // 100 - 49}"
    acts_for(walk, "enterprise", firm, name)
    walk.become("member")
    walk.go("/guide/complaint/apply")
    fill(walk, target=name, **COMPLAINT)
    pictures.take(
        walk, "form", "The form asks what its kind needs",
        "A report of an offence (举报), a consumer’s complaint (消费投诉) or a dispute over a service (服务纠纷): what does not "
        "apply is not shown. Only a report can be anonymous (匿名). Who complains is never told to the other side."
    )
    filed = files(walk, "complaint", target=name, **COMPLAINT)
    walk.become("inspector")
    walk.go("/matters/queue?procedure=complaint&state=all")
    pictures.take(
        walk, "queue", "The inspectors’ queue (办理队列)",
        "The nearest last day first. Seven working days to accept or refuse (受理), by law; what is late is marked."
    )
    opens(walk, filed)
    takes(walk, "受理并组织调解", "Accept for mediation", respondent_code=firm)
    walk.become("enterprise")
    finds(walk, filed)
    takes(walk, "答复投诉", "Answer the complaint", response="（示例）愿意退还一半费用。")
    pictures.take(
        walk, "other-side", "What the other side sees",
        "What is complained of and asked for, and what it can do: answer, or tell the staff something in confidence. Not "
        "who complained."
    )
    walk.press_button(walk.says("投诉受理与调解通知书", "Notice of Acceptance and Mediation"))
    pictures.take(
        walk, "letter", "A notice (通知书)",
        "Every notice is a page and a PDF in the layout of official documents (GB/T 9704): 22 lines of 28 characters. It "
        "is issued in Chinese; English readers find beside it what it says."
    )
    walk.become("inspector")
    opens(walk, filed)
    takes(walk, "登记调解协议", "Enter the settlement", settlement="（示例）退还一半费用，双方再无争议。")
    walk.become("member")
    finds(walk, filed)
    takes(walk, "评价", "Rate", rating="4")
    pictures.take(
        walk, "closed", "Settled and rated, on a telephone",
        "The complainant reads the answer, the settlement and every notice, and rates how it went.", width=390
    )
    acts_alone(walk, "enterprise")


PLACE = 2
FLOW = Flow(
    "complaint", "A firm is complained of (投诉举报)",
    "A client of an agency paid for a service that was not rendered, and complains to the bureau.", act
)
