"""S14: a problem that an enterprise raised on a visit; and somebody who registers as a volunteer."""

from journey.matters import acts_alone, acts_for, files, finds, opens, takes
from journey.walk import Walk, credit_code, today


def is_solved(walk: Walk):
    """S14: raised on a visit that is on record, answered, not yet solved, solved by the enterprise's own word."""
    firm, name = credit_code(walk.number + 95), f"示例受访企业{walk.number}"
    day = today().isoformat()
    acts_for(walk, "enterprise", firm, name)
    walk.become("centre-staff")
    walk.go("/enterprises/new")
    walk.fill(code=firm, name=name, kind="enterprise", place="jiangning", grade="G4")
    walk.press()
    walk.is_done("the enterprise")
    problem = {
        "channel": "counter", "applicant": name, "applicant__code": firm, "visited_on": day,
        "problem": f"示例问题{walk.number}：缺少专利导航", "keeper": "示例责任人",
    }
    walk.go("/guide/problem-visit/apply")
    walk.fill(**problem)
    walk.press()
    walk.is_refused("visited_on")
    walk.go("/enterprises/visits/new")
    walk.fill(enterprise=firm, visited_on=day, visitors="示例走访人员", grade="G4")
    walk.press()
    walk.is_done("the visit")
    filed = files(walk, "problem-visit", **problem)
    opens(walk, filed)
    takes(walk, "开始办理", "Begin")
    takes(walk, "答复企业", "Answer the enterprise", outcome="示例答复：已安排导航服务")
    walk.become("enterprise")
    finds(walk, filed)
    walk.sees("示例答复：已安排导航服务")
    walk.press_button(walk.says("未解决，继续办理", "It is not solved"))
    walk.press()
    walk.is_refused("step-reason")
    walk.fill(step__reason="示例：尚未开始")
    walk.press()
    walk.is_done("the objection")
    walk.become("centre-staff")
    opens(walk, filed)
    walk.sees("示例：尚未开始")
    takes(walk, "答复企业", "Answer the enterprise", outcome="示例答复：导航报告已交付")
    walk.become("enterprise")
    finds(walk, filed)
    takes(walk, "确认已解决", "Confirm that it is solved")
    walk.become("centre-staff")
    walk.go("/enterprises/problems")
    walk.sees(f"示例问题{walk.number}")
    acts_alone(walk, "enterprise")


def registers(walk: Walk):
    """A volunteer registers: asked to correct, corrected, registered under a number; hours beyond a month are refused."""
    walk.become("member")
    walk.go("/guide/volunteer/apply")
    walk.fill(name=f"示例志愿者{walk.number}", phone="示例电话", field="law", hours="1000")
    walk.press()
    walk.is_refused("hours")
    filed = files(walk, "volunteer", name=f"示例志愿者{walk.number}", phone="示例电话", field="law", hours="8")
    walk.become("centre-staff")
    opens(walk, filed)
    takes(walk, "要求补正", "Ask for a correction", step__reason="示例：请写明可服务时段")
    walk.become("member")
    finds(walk, filed)
    walk.sees("示例：请写明可服务时段")
    takes(walk, "补正", "Correct", supplement="示例：周末")
    walk.become("centre-staff")
    opens(walk, filed)
    walk.press_button(walk.says("准予登记", "Register"))
    walk.press()
    walk.is_refused("number")
    walk.fill(number=f"示例-ZY-{walk.number}")
    walk.press()
    walk.is_done("the registration")
    walk.become("member")
    finds(walk, filed)
    walk.sees(f"示例-ZY-{walk.number}", walk.says("已登记", "Registered"))


JOURNEYS = [("S14 problem", is_solved), ("S14 volunteer", registers)]
