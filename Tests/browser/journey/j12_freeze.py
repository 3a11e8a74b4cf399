"""J12, the freezing of a figure."""

import re

from journey.walk import Refused, Walk


def freezes(walk: Walk):
    """J12, the freezing: a figure is frozen with its hash; a demonstration publishes none."""
    walk.become("government")
    walk.go("/figures/A01/freeze")
    walk.fill(reason="")
    walk.press()
    walk.is_refused("reason")
    walk.fill(cutoff="2026-10-31", reason="旅程：年度报告")
    walk.press()
    walk.is_done("the freezing")
    if not re.search(r"[0-9a-f]{64}", walk.text):
        raise Refused("the frozen figure shows no hash")
    walk.sees("示例数据" if not walk.prefix else "Sample data")


JOURNEYS = [("J12", freezes)]
