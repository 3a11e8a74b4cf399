"""Records that several journeys need."""

from journey.walk import Walk


def institution(walk: Walk, code: str, name: str, **more: str):
    walk.go("/institutions/new")
    walk.fill(
        code=code, name=name, kind="company", main_category="agency", categories="agency", in_district="yes",
        ip_income="yes", active_from="2026-01-05", grade="G2", document="示例-证照-旅程", **more
    )
    walk.press()
