"""The one-stop window (综合服务窗口), for somebody who has no account."""

from flow.pictures import Flow, Pictures
from journey.matters import files, fill, follows, opens, takes
from journey.walk import Walk

QUESTION = "（示例）我公司的商标在外地被人抢注，应当怎么办？"
ANSWER = "（示例）可在初步审定公告之日起三个月内提出异议；本中心可安排专家协助准备证据。"


def act(walk: Walk, pictures: Pictures):
    walk.become("")
    walk.go("/guide")
    pictures.take(
        walk, "guides", "What can be asked for (办事指南)",
        "Every procedure has a page of its own, made from its declaration. No account is needed to read it."
    )
    walk.go("/guide/window-ticket")
    pictures.take(
        walk, "guide", "The page of one procedure",
        "For whom it is, what it rests on, its price, its time limits with the rule behind each, and every stage with "
        "what may follow.", tallest=1100
    )
    walk.go("/guide/window-ticket/apply")
    fill(walk, category="protection", object="mark", question=QUESTION)
    pictures.take(
        walk, "form", "The form (填写)",
        "On a telephone as well. Somebody with an account can keep a draft (保存草稿) and go on elsewhere.", width=390
    )
    filed = files(walk, "window-ticket", category="protection", object="mark", question=QUESTION)
    pictures.take(
        walk, "receipt", "The receipt (回执)",
        "A number without gaps, and a code (查询码) that is shown this once: with it the matter is followed and "
        "supplemented without an account."
    )
    walk.become("centre-staff")
    opens(walk, filed)
    pictures.take(
        walk, "staff", "At the window",
        "The staff see what may be done next, the time limits that run, and what was asked. At the counter, by telephone "
        "or at a station they take tickets in themselves, in the same series of numbers."
    )
    takes(walk, "首次答复", "Answer", answer=ANSWER)
    takes(walk, "办结", "Close with an outcome", outcome="（示例）已协助提出异议")
    follows(walk, filed)
    pictures.take(
        walk, "status", "The answer, by the code (凭查询码查进度)",
        "Where it stands and what was answered; nothing about persons. What does not belong to the window is sent "
        "elsewhere (转告) with the addressee, and counts as no service."
    )


PLACE = 1
FLOW = Flow(
    "ticket", "Asking the window (综合服务窗口)",
    "Somebody has a question about intellectual property, no account, and does not know whose task it is.", act
)
