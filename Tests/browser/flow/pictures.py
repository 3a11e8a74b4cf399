"""What every flow is told with: pages in words, and pictures of them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from journey.walk import Walk

from picture import compressed, photograph

LARGEST = 120_000


@dataclass(frozen=True)
class Flow:
    """A way through the zone: its name in file names, its title and what it is about, and how it is walked."""

    name: str
    title: str
    about: str
    act: Callable[[Walk, "Pictures"], None]


@dataclass
class Pictures:
    """Takes the pictures of one flow in one language, and keeps what is said of each."""

    flow: Flow
    language: str
    folder: Path
    told: list[tuple[str, str, str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def take(self, walk: Walk, name: str, title: str, words: str, *, width: int = 1280, tallest: int = 1400):
        """The page that `walk` has open; `words` say to a newcomer what there is to see."""
        picture = compressed(photograph(walk.browser, width, tallest), LARGEST)
        walk.browser.look(dark=False, width=1280)
        place = f"{self.flow.name}-{len(self.told) + 1}-{name}"
        self.folder.joinpath(f"{place}.{self.language}.png").write_bytes(picture)
        if len(picture) > LARGEST:
            self.wrong.append(f"{place}.{self.language}: {len(picture)} bytes, more than {LARGEST}")
        self.told.append((place, title, words))


def as_text(flows: list[Pictures], folder: str) -> str:
    """docs/flows.md: each flow with its pictures, English and Chinese side by side."""
    parts = [HEAD, "\n".join(f"- [{one.flow.title}](#{anchor(one.flow.title)})" for one in flows)]
    for one in flows:
        parts.append(f"## {one.flow.title}\n\n{one.flow.about}")
        for number, (place, title, words) in enumerate(one.told, 1):
            pictures = " ".join(
                f'<img src="{folder}/{place}.{language}.png" width="49%" alt="{title} ({spoken})">'
                for language, spoken in (("en", "English"), ("zh", "Chinese"))
            )
            parts.append(f"### {number}. {title}\n\n{words}\n\n{pictures}")
    return "\n\n".join(parts) + "\n"


def anchor(title: str) -> str:
    """The address that a heading gets where the document is shown."""
    return "".join(one for one in title.lower().replace(" ", "-") if one.isalnum() or one == "-")


HEAD = """# Flows, page by page

What people meet who come to the zone for the first time, in the order of the pages. `make screenshots` acts each flow
out in a fresh demonstration zone, takes these pictures and writes this document; a flow is a module in
`Tests/browser/flow`. All records are invented. English pages show Chinese data as it is.

The same flows with everything that is refused on the way are walked by the browser check (`Tests/browser/journey`).
How a procedure is declared is in [procedures.md](procedures.md)."""
