"""A lecture ordered (你点我讲): a student asks for one, and somebody without an account comes to one."""

from flow.pictures import Flow, Pictures
from journey.j29_lecture import announce, confirm, order, passes, register, signs_in
from journey.matters import files, finds, follow, opens, takes
from journey.walk import Walk


def act(walk: Walk, pictures: Pictures):
    walk.become("")
    walk.go("/lectures")
    pictures.take(
        walk, "list", "The lectures (讲座与培训)",
        "Whatever is held and open to everybody, as a list and as a calendar. Registering needs no account; ordering does."
    )
    walk.become("member")
    walk.go("/guide/lecture-order/apply")
    walk.fill(**order(walk))
    pictures.take(
        walk, "order", "A student orders a lecture",
        "The topic, whom it is for, the day wished for, and three questions that the lecturer is to answer."
    )
    filed = files(walk, "lecture-order", **order(walk))
    confirm(walk, filed)
    walk.become("expert")
    finds(walk, filed)
    takes(walk, "认领这场讲座", "Claim this lecture", presentation="示例讲师简介")
    walk.become("centre-staff")
    opens(walk, filed)
    announce(walk)
    walk.become("member")
    finds(walk, filed)
    pictures.take(
        walk, "announced", "Confirmed, claimed and announced",
        "The centre confirmed within two working days, a lecturer took it on, and time and place are set. The order stays "
        "open until the lecture was held."
    )
    ticket = comes(walk)
    pictures.take(
        walk, "ticket", "A ticket on a telephone",
        "Whoever registered is signed in once, takes the test, rates the lecture and takes the certificate home. Anybody "
        "can check the certificate by its number and code.", width=390
    )
    walk.go(ticket)


def comes(walk: Walk) -> str:
    walk.become("")
    walk.go("/lectures")
    follow(walk, "（示例）知识产权开放日：现场答疑")
    lecture = walk.driver.current_url.rsplit("/", 1)[1]
    walk.press_button(walk.says("我要报名", "Register"))
    register(walk)
    ticket = "/lectures/tickets/" + walk.driver.current_url.split("/lectures/tickets/", 1)[1]
    signs_in(walk, lecture, ticket)
    passes(walk, ticket)
    return ticket


PLACE = 4
FLOW = Flow(
    "lecture", "A lecture is ordered (你点我讲)",
    "A student wants to know how to read a patent, and somebody else comes to an open lecture.", act
)
