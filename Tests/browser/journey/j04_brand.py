"""J04: an investment officer brings in a brand."""

from journey.records import institution
from journey.walk import Refused, Walk, credit_code


def brings_in_a_brand(walk: Walk):
    """J04: a lead becomes a brand that counts once; without a list it stays a lead."""
    walk.become("centre-staff")
    before = walk.figure("D01")
    lead = f"XJ-{walk.number}"
    walk.go("/institutions/leads/new")
    walk.fill(code=lead, name=f"示例品牌意向{walk.number}", kind="brand", opened_on="2026-03-01", keeper="示例专员", grade="G4")
    walk.press()
    walk.is_done("the lead")
    code = credit_code(walk.number)
    walk.go("/institutions/brands/new")
    walk.fill(brand=f"示例旅程品牌{walk.number}", institution=code, recognised_on="2026-05-01", grade="G1", document="示例-名单-旅程")
    walk.press()
    walk.is_refused("list")
    if walk.figure("D01") != before:
        raise Refused("a brand on no list was counted")
    for place in (0, 1):
        branch = credit_code(walk.number + 50) if place else code
        if place:
            institution(walk, branch, f"示例旅程分所{walk.number}")
        walk.go("/institutions/brands/new")
        walk.fill(
            brand=f"示例旅程品牌{walk.number}", institution=branch, list="province", list_name="示例名单",
            recognised_on="2026-05-01", grade="G1", document="示例-名单-旅程"
        )
        walk.press()
        walk.is_done("the brand")
        if walk.figure("D01") != before + 1:
            raise Refused(f"D01 is not {before + 1} after record {place + 1} of one brand")


JOURNEYS = [("J04", brings_in_a_brand)]
