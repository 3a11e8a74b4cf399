"""J29: a student orders a lecture, and somebody without an account comes to one and takes a certificate home."""

import re
from datetime import timedelta

from selenium.webdriver.common.by import By

from journey.matters import CODE, Filed, files, finds, follow, opens, sees_nothing_of, takes
from journey.walk import Refused, Walk, today

TELEPHONE = "13800001234"
CERTIFICATE = re.compile(r"\bPX-20\d\d-\d{5}-\d{3}\b")


def is_ordered(walk: Walk):
    """J29: ordered, confirmed, claimed, announced, moved because too few registered; the order stays open."""
    walk.become("member")
    walk.go("/lectures")
    follow(walk, walk.says("点一场讲座", "Order a lecture"))
    walk.press_button(walk.says("开始办理", "Begin"))
    walk.fill(**(order(walk) | {"question_3": ""}))
    walk.press()
    walk.is_refused("question_3")
    filed = files(walk, "lecture-order", **order(walk))
    confirm(walk, filed)
    walk.become("expert")
    finds(walk, filed)
    walk.sees(f"示例问题一{walk.number}")
    sees_nothing_of(walk, TELEPHONE)
    takes(walk, "认领这场讲座", "Claim this lecture", presentation="示例讲师简介")
    walk.become("centre-staff")
    opens(walk, filed)
    announce(walk)
    takes(
        walk, "改期（通知已报名人）", "Move to another day, telling who registered", held_on=in_days(12), begins="10:00",
        step__reason="示例报名不足"
    )
    walk.become("member")
    finds(walk, filed)
    walk.sees(in_days(12), walk.says("时间地点已定，可以报名", "Time and place are set; registration is open"))
    is_not_closed_early(walk, filed)


def order(walk: Walk) -> dict[str, str]:
    return {
        "topic": f"示例点课{walk.number}", "audience": "students", "people": "20", "medium": "onsite",
        "wished_on": in_days(10), "question_1": f"示例问题一{walk.number}", "question_2": "示例问题二", "question_3": "示例问题三",
        "phone": TELEPHONE,
    }


def in_days(days: int) -> str:
    return (today() + timedelta(days=days)).isoformat()


def confirm(walk: Walk, filed: Filed):
    walk.become("centre-staff")
    opens(walk, filed)
    walk.press_button(walk.says("确认并邀请讲师", "Confirm and invite lecturers"))
    walk.press()
    walk.is_refused("appointed")
    walk.driver.find_element(By.NAME, "appointed").click()
    walk.press()
    walk.is_done("the answer")


def announce(walk: Walk):
    walk.press_button(walk.says("定时间地点，开放报名", "Set time and place, open registration"))
    walk.fill(held_on=in_days(9), begins="25:00", minutes="60", held_as="onsite", venue="示例二楼", capacity="30", least="5")
    walk.press()
    walk.is_refused("begins")
    walk.fill(begins="14:00")
    walk.press()
    walk.is_done("the announcement")


def is_not_closed_early(walk: Walk, filed: Filed):
    """What was not held yet is not fulfilled."""
    walk.become("centre-staff")
    opens(walk, filed)
    walk.press_button(walk.says("已举办，办结", "It was held: close"))
    refused = walk.says("讲座尚未结束", "The lecture is not over yet")
    if refused not in walk.driver.find_element(By.TAG_NAME, "body").text:
        raise Refused(f"an order was closed before its lecture: {walk.text[:200]}")


def comes_without_an_account(walk: Walk):
    """J29: registers once, signs in once by the code of the room, passes the test, and the certificate is verified."""
    walk.become("")
    walk.go("/lectures")
    follow(walk, "（示例）知识产权开放日：现场答疑")
    lecture = walk.driver.current_url.rsplit("/", 1)[1]
    walk.press_button(walk.says("我要报名", "Register"))
    walk.fill(name="示例访客", identity="nobody")
    walk.press()
    walk.is_refused("identity")
    register(walk)
    code = CODE.search(walk.text).group()
    ticket = re.sub(r"^https?://[^/]+(/en)?", "", walk.driver.current_url)
    walk.go(f"/lectures/sessions/{lecture}/register")
    register(walk, isDone=False)
    walk.is_refused("identity")
    signs_in(walk, lecture, ticket)
    is_checked_at_the_door(walk, lecture, code)
    passes(walk, ticket)
    is_verified(walk)


def register(walk: Walk, isDone: bool = True):
    walk.fill(name="示例访客", identity=f"SLJ{walk.number}0029", employer="示例学校")
    walk.press()
    if isDone:
        walk.is_done("the registration")


def signs_in(walk: Walk, lecture: str, ticket: str):
    walk.become("centre-staff")
    walk.go(f"/lectures/sessions/{lecture}/screen")
    room = walk.driver.find_element(By.CSS_SELECTOR, ".room-code").text
    walk.become("")
    walk.go(f"{ticket}/test")
    walk.sees(walk.says("签到后才能测试和评价", "Only who has signed in"))
    walk.go(ticket)
    walk.press_button(walk.says("现在签到", "Sign in now"))
    walk.fill(code="AAAA-AAAA")
    walk.press()
    walk.is_refused("code")
    walk.fill(code=room)
    walk.press()
    walk.is_done("the sign-in")
    walk.sees(walk.says("已签到", "Signed in"))


def is_checked_at_the_door(walk: Walk, lecture: str, code: str):
    """A ticket works once, and the list shows nobody's whole name."""
    walk.become("centre-staff")
    walk.go(f"/lectures/sessions/{lecture}/door")
    walk.fill(ticket=code)
    walk.press()
    walk.is_refused("ticket")
    walk.go(f"/lectures/sessions/{lecture}/roll")
    walk.sees("示***")
    sees_nothing_of(walk, "示例访客", f"SLJ{walk.number}0029")


def passes(walk: Walk, ticket: str):
    walk.become("")
    walk.go(ticket)
    walk.press_button(walk.says("参加测试", "Take the test"))
    walk.fill(**{"answer-1": "2"})
    walk.press()
    walk.is_refused("answer-2")
    walk.fill(**{"answer-1": "2", "answer-2": "0", "answer-3": "1"})
    walk.press()
    walk.is_done("the test")
    walk.press_button(walk.says("评价讲座", "Rate the lecture"))
    walk.fill(rating="5")
    walk.press()
    walk.is_done("the rating")


def is_verified(walk: Walk):
    number = CERTIFICATE.search(walk.text).group()
    code = CODE.findall(walk.text)[-1]
    link = next(one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main a") if "PDF" in one.text)
    kind = walk.driver.execute_async_script(
        "const [to, done] = arguments; fetch(to).then(async a => done(a.headers.get('content-type') + ' '"
        " + (await a.text()).slice(0, 5)))", link.get_attribute("href")
    )
    if kind != "application/pdf %PDF-":
        raise Refused(f"the certificate is no PDF: {kind}")
    walk.go("/certificates")
    walk.fill(number=number, code="AAAA-AAAA-AAAA-AAAA")
    walk.press()
    walk.is_refused("number")
    walk.fill(number=number, code=code.lower())
    walk.press()
    walk.is_done("the certificate")
    walk.sees(number, "示***", walk.says("本区签发过这张证书", "The zone issued this certificate"))
    sees_nothing_of(walk, "示例访客")


def comes_too_late(walk: Walk):
    """J29: nobody registers for what is over; who waits sees the place; a topic has one vote an account."""
    walk.become("member")
    walk.go("/lectures/mine")
    follow(walk, "（示例）专利检索入门")
    follow(walk, "（示例）专利检索入门")
    lecture = walk.driver.current_url.rsplit("/", 1)[1]
    walk.go(f"/lectures/sessions/{lecture}/register")
    walk.sees(walk.says("这场讲座已结束", "This lecture is over"))
    if walk.driver.find_elements(By.NAME, "identity"):
        raise Refused("a lecture that is over can be registered for")
    walk.go("/lectures/mine")
    follow(walk, "（示例）外观设计实务小班")
    walk.sees(walk.says("候补第", "on the waiting list"))
    walk.go("/lectures/topics/new")
    walk.press()
    walk.is_refused("title")
    walk.fill(title=f"示例选题{walk.number}")
    walk.press()
    walk.is_done("the topic")
    row = next(
        one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if f"示例选题{walk.number}" in one.text
    )
    if walk.says("已投", "Voted") not in row.text:
        raise Refused(f"who nominated has no vote: {row.text}")
    walk.become("centre-staff")
    walk.go("/lectures/topics")
    row = next(
        one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if f"示例选题{walk.number}" in one.text
    )
    follow_in(walk, row, walk.says("答复", "Answer"))
    walk.press()
    walk.is_refused("reason")
    walk.fill(reason=f"示例理由{walk.number}")
    walk.press()
    walk.is_done("the answer")
    walk.become("")
    walk.go("/lectures/topics")
    walk.sees(f"示例理由{walk.number}")


def follow_in(walk: Walk, row, words: str):
    link = next(one for one in row.find_elements(By.TAG_NAME, "a") if one.text.strip() == words)
    walk.driver.get(link.get_attribute("href"))


JOURNEYS = [
    ("J29 an order", is_ordered), ("J29 a certificate", comes_without_an_account), ("J29 too late", comes_too_late),
]
