"""J07: aid for those whose rights are infringed."""

from pathlib import Path
from tempfile import TemporaryDirectory

from journey.matters import Filed, acts_alone, acts_for, fill, finds, opens, sees_nothing_of, takes
from journey.records import institution
from journey.walk import Refused, Walk, credit_code

APPLICATION = {
    "difficulty": "示例理由：缺少专职人员", "object": "mark", "right_number": "示例注册证-1", "facts": "示例侵权事实",
    "evidence_list": "一、示例照片", "wish": "advice",
}


def is_aided(walk: Walk):
    """J07: an infringed firm is aided by an expert; it counts as served when the aid closes, not when it asks."""
    firm, partner = credit_code(walk.number + 71), credit_code(walk.number + 72)
    walk.become("member")
    walk.go("/guide/rights-aid/apply")
    walk.sees(walk.says("此事项由单位申请", "organisation"))
    walk.become("centre-staff")
    institution(walk, partner, f"示例援助合作机构{walk.number}")
    acts_for(walk, "enterprise", firm, f"示例被侵权企业{walk.number}")
    before = walk.figure("C05")
    filed = asks(walk, "small", f"示例商标被仿冒{walk.number}", without="file-evidence")
    walk.become("centre-staff")
    opens(walk, filed)
    walk.press_button(walk.says("要求补正", "Ask for a correction"))
    walk.press()
    walk.is_refused("step-reason")
    walk.fill(step__reason="示例：请补证据来源")
    walk.press()
    walk.is_done("the request")
    walk.sees(walk.says("暂停", "Stands still"))
    walk.become("enterprise")
    finds(walk, filed)
    walk.sees(walk.says("请补正材料", "Please correct"), "示例：请补证据来源")
    takes(walk, "补正", "Correct", supplement="示例补正内容")
    walk.become("centre-staff")
    opens(walk, filed)
    takes(walk, "受理", "Accept")
    walk.press_button(walk.says("指派援助人员", "Name helpers"))
    walk.press()
    walk.is_refused("appointed")
    walk.driver.find_element("name", "appointed").click()
    walk.press()
    walk.is_done("the appointment")
    walk.press_button(walk.says("办结", "Close with an outcome"))
    walk.fill(outcome="示例结果", provider=partner)
    walk.press()
    walk.sees(walk.says("尚无援助记录", "No help is on record"))
    walk.become("expert")
    finds(walk, filed)
    sees_nothing_of(walk, firm)
    takes(walk, "提供援助", "Give help", help_kind="advice", content="示例援助内容：发函要求停止侵权")
    if walk.figure("C05") != before:
        raise Refused("the firm was counted before the aid closed")
    walk.become("centre-staff")
    opens(walk, filed)
    takes(
        walk, "办结", "Close with an outcome", outcome="示例结果：对方停止侵权", provider=partner,
        record=f"示例援助记录-{walk.number}"
    )
    takes(walk, "回访", "Call afterwards", followed="示例回访：满意")
    if walk.figure("C05") != before + 1:
        raise Refused("the firm that was aided is not counted")
    walk.become("enterprise")
    finds(walk, filed)
    walk.sees("示例结果：对方停止侵权", walk.says("援助办结", "Aid given"))
    is_refused_elsewhere(walk)
    acts_alone(walk, "enterprise")


def is_refused_elsewhere(walk: Walk):
    """Out of scope: a written reason, and where to turn."""
    filed = asks(walk, "other", f"示例个人纠纷{walk.number}")
    walk.become("centre-staff")
    opens(walk, filed)
    walk.press_button(walk.says("受理", "Accept"))
    walk.sees(walk.says("申请人不属于援助对象", "not among those who are aided"))
    opens(walk, filed)
    walk.press_button(walk.says("不予受理", "Do not accept"))
    walk.fill(step__reason="示例：不属援助对象")
    walk.press()
    walk.is_refused("where_to")
    walk.fill(where_to="示例市保护中心")
    walk.press()
    walk.is_done("the refusal")
    walk.become("enterprise")
    finds(walk, filed)
    walk.sees("示例：不属援助对象", "示例市保护中心")
    walk.press_button(walk.says("维权援助不予受理通知书", "Notice of non-acceptance"))
    walk.sees("维权援助不予受理通知书", "示例：不属援助对象。", "你单位可向以下部门提出：示例市保护中心。")


def asks(walk: Walk, applicant: str, subject: str, *, without: str = "") -> Filed:
    """The application with its documents; first without one of them, where that is to be refused."""
    walk.become("enterprise")
    walk.go("/guide/rights-aid/apply")
    fill(walk, applicant=applicant, subject=subject, **APPLICATION)
    with TemporaryDirectory() as folder:
        paper = Path(folder) / "示例证据.txt"
        paper.write_text(f"示例材料 {walk.number} {subject}\n", encoding="utf-8")
        for name in ("file-right", "file-evidence"):
            if name != without:
                walk.driver.find_element("name", name).send_keys(str(paper))
        walk.press()
        if without:
            walk.is_refused(without)
            for name in ("file-right", "file-evidence"):
                walk.driver.find_element("name", name).send_keys(str(paper))
            walk.press()
        walk.driver.execute_async_script("const d = arguments[0]; setTimeout(d, 400)")
    walk.is_done("the application")
    return Filed(walk)


JOURNEYS = [("J07", is_aided)]
