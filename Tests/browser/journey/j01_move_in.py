"""J01: an agency moves in, from the guide to its room on the plan of the floor."""

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from journey.matters import acts_alone, acts_for, finds, follows, offers, opens, sees_nothing_of, takes
from journey.moves import apply, application, at_stage, attach, day, names, reopens
from journey.walk import Refused, Walk, credit_code

PANEL = (("expert", "专家"), ("regulator", "监管"), ("government", "政府"), ("inspector", "执法"))


def moves_in(walk: Walk):
    """J01: application, visit, a panel without ties, and publicity that anybody can object to."""
    code, name = credit_code(walk.number + 1), f"示例入驻机构{walk.number}"
    walk.become("")
    walk.go("/guide/move-in")
    walk.sees(walk.says("申请材料", "What to hand in"), walk.says("公示", "Publicity"))
    acts_for(walk, "institution", code, name)
    criteria_speak(walk)
    filed = apply(walk, name)
    reopens(walk, "centre-staff", filed)
    takes(walk, "受理", "Accept")
    if offers(walk, "登记走访", "Enter the visit"):
        raise Refused("the centre can enter the base's visit")
    reopens(walk, "base-manager", filed)
    takes(
        walk, "登记走访", "Enter the visit", visited_on=day(0), visit_note="示例：场所真实，人员在岗", visit_advice="for"
    )
    has_a_panel_without_ties(walk, filed, code, name)
    is_decided(walk, filed)
    is_public(walk, filed, name)
    acts_alone(walk, "institution")


def criteria_speak(walk: Walk):
    """Whoever rests on the criteria and asks for another stage is told which it is."""
    walk.become("institution")
    walk.go("/guide/move-in/apply")
    walk.fill(**application(stage="mature", site="centre"))
    for choice in ("lawful", "local", "returns", "true"):
        walk.fill(commitments=choice)
    attach(walk, "file-business")
    walk.press()
    walk.is_refused("stage")


def has_a_panel_without_ties(walk: Walk, filed, code: str, name: str):
    acts_for(walk, "expert", code, name)
    reopens(walk, "centre-staff", filed)
    walk.press_button(walk.says("组成评审组", "Name the panel"))
    if any("专家" in one.text for one in walk.driver.find_elements(By.CSS_SELECTOR, "main label")):
        raise Refused("somebody who acts for the applicant can be named for the panel")
    names(walk, *[words for role, words in PANEL[1:]])
    acts_alone(walk, "expert")
    # One member declares a tie: the form says to stand aside instead of voting.
    walk.become("inspector")
    finds(walk, filed)
    walk.press_button(walk.says("表决", "Vote"))
    walk.fill(no_tie="no", vote="for", opinion="示例意见")
    walk.press()
    walk.is_refused("no_tie")


def is_decided(walk: Walk, filed):
    for role, vote in (("regulator", "for"), ("government", "for")):
        walk.become(role)
        finds(walk, filed)
        takes(walk, "表决", "Vote", no_tie="yes", vote=vote, opinion=f"示例意见{role}")
    reopens(walk, "centre-staff", filed)
    walk.press_button(walk.says("评审通过，予以公示", "Passed: make it public"))
    walk.fill(decision_number=f"示例评审{walk.number}号")
    walk.press()
    walk.is_refused("")
    walk.become("inspector")
    finds(walk, filed)
    takes(walk, "表决", "Vote", no_tie="yes", vote="against", opinion="示例保留意见")
    reopens(walk, "centre-staff", filed)
    walk.press_button(walk.says("评审通过，予以公示", "Passed: make it public"))
    walk.fill(decision_number=f"示例评审{walk.number}号")
    walk.press()
    walk.is_done("the decision")
    walk.become("institution")
    finds(walk, filed)
    sees_nothing_of(walk, "示例保留意见", "示例意见regulator")
    walk.press_button(walk.says("入驻评审决定书", "Decision of the Panel"))
    walk.sees(f"示例评审{walk.number}号")


def is_public(walk: Walk, filed, name: str):
    follows(walk, filed)
    walk.sees(walk.says("评审通过，公示中", "Passed; in publicity"))
    walk.become("")
    walk.go("/publicity")
    row = next((one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if name in one.text), None)
    if row is None:
        raise Refused(f"{name} is not made public: {walk.text[:300]}")
    walk.driver.get(row.find_element(By.CSS_SELECTOR, "a.button").get_attribute("href"))
    walk.press()
    walk.is_refused("objection")
    walk.fill(objection="示例异议：场所已转租", objector="示例异议人绝密", objector_contact="示例号码绝密")
    walk.press()
    walk.is_done("the objection")
    # Who objects first shuts nobody else out.
    row = next(one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if name in one.text)
    walk.driver.get(row.find_element(By.CSS_SELECTOR, "a.button").get_attribute("href"))
    walk.fill(objection="示例异议二：面积不实", objector="示例第二异议人绝密", objector_contact="示例号码绝密")
    walk.press()
    walk.is_done("the second objection")
    walk.become("institution")
    finds(walk, filed)
    walk.sees("示例异议：场所已转租", "示例异议二：面积不实")
    sees_nothing_of(walk, "示例异议人绝密", "示例第二异议人绝密", "示例号码绝密")
    reopens(walk, "centre-staff", filed)
    walk.sees("示例异议人绝密")
    takes(walk, "异议不成立，继续公示", "Overruled: publicity goes on", step__reason="示例：经核查不属实")
    walk.sees(walk.says("公示中", "In publicity"))


def signs(walk: Walk):
    """J01: the publicity is over: contract, room, the plan of the floor, and A01 one more the same day."""
    walk.become("centre-staff")
    before = walk.figure("A01")
    address = at_stage(walk, walk.says("公示期满，待签约", "Publicity over; contract to be signed"), "move-in")
    walk.driver.get(address)
    walk.press_button(walk.says("签约入驻", "Sign and move in"))
    rooms = Select(walk.driver.find_element(By.NAME, "room"))
    room = rooms.options[1].get_attribute("value")
    walk.fill(room=room, lease_end=day(900), contract=f"示例合同{walk.number}")
    walk.fill(first_day=day(-1))
    walk.press()
    walk.is_refused("first_day")
    walk.fill(first_day=day(0))
    walk.press()
    walk.is_done("the contract")
    walk.sees(walk.says("已入驻", "Admitted"), room)
    if walk.figure("A01") != before + 1:
        raise Refused(f"A01 did not rise by one from {before}")
    walk.driver.get(address)
    name = next(
        one.text for one in walk.driver.find_elements(By.CSS_SELECTOR, "main dd") if "示例新设知识产权服务机构" in one.text
    )
    walk.press_button(walk.says("在楼层平面图上查看", "See it on the plan of its floor"))
    row = next(one for one in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr") if room in one.text)
    if name not in row.text or walk.says("在用", "Occupied") not in row.text:
        raise Refused(f"the plan of the floor does not show {name} in {room}: {row.text}")
    walk.become("")
    walk.go(f"/institutions?q={name}")
    walk.sees(name)
    room_is_taken(walk)


def room_is_taken(walk: Walk):
    """Nobody else gets a room that is taken: it is not offered, and the zone refuses it with what to do."""
    walk.become("centre-staff")
    walk.driver.get(
        at_stage(walk, walk.says("公示期满，待签约", "Publicity over; contract to be signed"), "move-in"))
    terms = walk.driver.find_elements(By.XPATH, f"//main//dt[. = '{walk.says('拟入驻片区', 'Site decided on')}']")
    if not terms:
        raise Refused(f"no site was decided on: {walk.text[:300]}")
    site = terms[0].find_element(By.XPATH, "following-sibling::dd[1]").text
    address = walk.driver.current_url
    room = taken_room(walk, site)
    walk.driver.get(address)
    walk.press_button(walk.says("签约入驻", "Sign and move in"))
    field = walk.driver.find_element(By.NAME, "room")
    if room in [one.get_attribute("value") for one in Select(field).options]:
        raise Refused(f"{room} is offered though it is taken")
    walk.driver.execute_script("arguments[0].options[1].value = arguments[1]", field, room)
    walk.fill(room=room, lease_end=day(900), contract="示例合同")
    walk.press()
    walk.is_refused("room")
    walk.sees(walk.says("同一天不能有两家", "two tenants cannot have one room on one day"))


def taken_room(walk: Walk, site: str) -> str:
    """A room of a site that somebody uses, as the vacancy ledger has it."""
    walk.go("/premises/vacancy?state=occupied&size=200")
    for row in walk.driver.find_elements(By.CSS_SELECTOR, "main tbody tr"):
        if site in row.text and row.find_elements(By.CSS_SELECTOR, "td a"):
            return row.find_element(By.CSS_SELECTOR, "th a").text
    raise Refused(f"no room of {site} is taken")


def lacks_its_licence(walk: Walk):
    """J01: without its licence it is asked for it once, and then refused with the reason."""
    code, name = credit_code(walk.number + 2), f"示例无证机构{walk.number}"
    acts_for(walk, "institution", code, name)
    walk.become("institution")
    filed = apply(walk, name, licence=False)
    reopens(walk, "centre-staff", filed)
    walk.press_button(walk.says("受理", "Accept"))
    walk.sees(walk.says("缺少执业许可证件", "The licence is missing"))
    opens(walk, filed)
    takes(
        walk, "一次性告知补正", "Ask once for what is missing", missing="licence", step__reason="示例：请上传执业许可证"
    )
    walk.become("institution")
    finds(walk, filed)
    walk.press_button(walk.says("一次性补正告知书", "Request for Correction"))
    walk.sees("示例：请上传执业许可证")
    finds(walk, filed)
    takes(walk, "提交补正", "Supply what was missing", supplied="示例：尚未取得")
    reopens(walk, "centre-staff", filed)
    walk.press_button(walk.says("一次性告知补正", "Ask once for what is missing"))
    walk.fill(missing="licence", step__reason="示例：再次补正")
    walk.press()
    walk.is_refused("")
    opens(walk, filed)
    takes(walk, "不予受理", "Do not accept", ground="licence", step__reason="示例：未取得执业许可")
    follows(walk, filed)
    walk.sees(walk.says("不予受理", "Not accepted"), "示例：未取得执业许可")
    acts_alone(walk, "institution")


JOURNEYS = [
    ("J01 moves in", moves_in), ("J01 signs", signs), ("J01 no licence", lacks_its_licence)
]
