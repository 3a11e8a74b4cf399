"""A move-in (机构入驻): an agency applies, is looked at, voted on and made public."""

from flow.pictures import Flow, Pictures
from journey.j01_move_in import PANEL
from journey.matters import acts_alone, acts_for, finds, takes
from journey.moves import apply, day, names, reopens
from journey.walk import Walk, credit_code


def act(walk: Walk, pictures: Pictures):
    code, name = credit_code(walk.number + 1), f"示例入驻机构{walk.number}"
    walk.become("")
    walk.go("/guide/move-in")
    pictures.take(
        walk, "guide", "What moving in asks for (办事指南)",
        "The stages with their time limits, the papers, and the chart of what can come next. Nobody needs an account to read it."
    )
    acts_for(walk, "institution", code, name)
    walk.become("institution")
    filed = apply(walk, name)
    reopens(walk, "centre-staff", filed)
    takes(walk, "受理", "Accept")
    reopens(walk, "base-manager", filed)
    takes(walk, "登记走访", "Enter the visit", visited_on=day(0), visit_note="示例：场所真实，人员在岗", visit_advice="for")
    reopens(walk, "centre-staff", filed)
    walk.press_button(walk.says("组成评审组", "Name the panel"))
    pictures.take(
        walk, "panel", "Naming the panel (评审组)",
        "Three at least, an odd number. Whoever acts for the applicant cannot be named; whoever has another tie stands aside."
    )
    names(walk, *[words for role, words in PANEL[:3]])
    for role, _ in PANEL[:3]:
        walk.become(role)
        finds(walk, filed)
        takes(walk, "表决", "Vote", no_tie="yes", vote="for", opinion="示例意见")
    reopens(walk, "centre-staff", filed)
    walk.press_button(walk.says("评审通过，予以公示", "Passed: make it public"))
    walk.fill(decision_number=f"示例评审{walk.number}号")
    walk.press()
    walk.is_done("the decision")
    walk.become("")
    walk.go("/publicity")
    pictures.take(
        walk, "publicity", "Made public (公示)",
        "Five working days in which anybody can object, without an account; the name of who objects is read by the staff alone."
    )
    walk.become("institution")
    finds(walk, filed)
    pictures.take(
        walk, "matter", "What the agency sees, on a telephone",
        "Where the matter stands, until when, what was said to the applicant and the decision as a document.", width=390
    )
    acts_alone(walk, "institution")


PLACE = 1
FLOW = Flow(
    "move-in", "An agency moves in (机构入驻)",
    "A young agency wants a room in the base for beginners, and asks the operation centre.", act
)
