"""J01, the records of a move-in."""

from journey.records import institution
from journey.walk import Refused, Walk, credit_code


def moves_in(walk: Walk):
    """J01, the records: admitted, on the public register, A01 one more the same day."""
    walk.become("centre-staff")
    before = walk.figure("A01")
    code = credit_code(walk.number)
    institution(walk, code[:-1] + ("0" if code[-1] != "0" else "1"), f"示例旅程机构{walk.number}")
    walk.is_refused("code")
    walk.fill(code=code)
    walk.press()
    walk.is_done("the institution")
    walk.sees(code)
    if walk.figure("A01") != before + 1:
        raise Refused(f"A01 did not rise by one from {before}")
    institution(walk, code, f"示例旅程机构{walk.number}")
    if walk.figure("A01") != before + 1:
        raise Refused("a second record of one code was counted")
    walk.become("")
    walk.go(f"/institutions?q={code}")
    walk.sees(f"示例旅程机构{walk.number}")


JOURNEYS = [("J01 records", moves_in)]
