"""What a page's own markup must keep, read strictly: syntax, ids, structure, one language throughout."""

import re
from collections import Counter
from dataclasses import dataclass

import html5lib
from html5lib.constants import E as MESSAGES

HAN = re.compile("[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e\U00020000-\U0003ffff]")
WORDS = re.compile(r"\b[A-Za-z][a-z]{2,}\b")
SPOKEN = ("title", "alt", "aria-label", "aria-description", "placeholder")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "form", "list")
FIXED = ("h1", "h2", "h3", "th", "label", "button", "legend", "caption", "summary", "title")
BREADCRUMB = re.compile(r"breadcrumb|you are here|面包屑|当前位置", re.I)


@dataclass(frozen=True)
class Fault:
    page: str
    rule: str
    detail: str

    def __str__(self) -> str:
        return f"{self.page}: {self.rule}: {self.detail}"


def faults_of_markup(page: str, body: bytes, language: str, is_home: bool, is_refusal: bool) -> list[Fault]:
    """Everything wrong with the markup of one page in `language` ("zh" or "en")."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return [Fault(page, "encoding", str(error))]
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parse(text)
    found = [("syntax", f"line {at[0]}: {MESSAGES.get(code, code) % values}") for at, code, values in parser.errors]
    found += faults_of_ids(root) + faults_of_structure(root, language, is_home, is_refusal)
    found += faults_of_nesting(root) + list(faults_of_language(without_data_in_title(root), language))
    return [Fault(page, rule, detail) for rule, detail in found]


def faults_of_ids(root) -> list[tuple[str, str]]:
    ids = Counter(one.get("id") for one in root.iter() if one.get("id") is not None)
    found = [("duplicate id", name) for name, times in ids.items() if times > 1]
    for one in root.iter():
        for attribute in REFERENCES:
            for name in (one.get(attribute) or "").split():
                if name not in ids:
                    found.append(("unknown id", f"{shown(one)} {attribute}={name}"))
        target = one.get("href") or ""
        if one.tag == "a" and target.startswith("#") and len(target) > 1 and target[1:] not in ids:
            found.append(("unknown id", f"{shown(one)} href={target}"))
    return found


def faults_of_structure(root, language: str, is_home: bool, is_refusal: bool) -> list[tuple[str, str]]:
    found = []
    given = (root.get("lang") or "").lower()
    if given.split("-")[0] != language:
        found.append(("language of the page", f"html lang is «{given}», not {language}"))
    titles = [words(one) for one in root.iter("title")]
    if not titles or not titles[0]:
        found.append(("title", "the page has none"))
    headings = list(root.iter("h1"))
    if len(headings) != 1 or not words(headings[0]):
        found.append(("h1", f"the page has {len(headings)}, or an empty one"))
    first = next(root.iter("a"), None)
    if first is None or not (first.get("href") or "").startswith("#"):
        found.append(("skip link", "the first link does not lead to the content"))
    if not (is_home or is_refusal) and not any(
        is_breadcrumb(one) for one in root.iter() if one.tag in ("nav", "ol", "ul")
    ):
        found.append(("breadcrumb", "the page does not say where it stands"))
    return found


def is_breadcrumb(one) -> bool:
    return bool(BREADCRUMB.search(f"{one.get('aria-label', '')} {one.get('class', '')}"))


def faults_of_nesting(root) -> list[tuple[str, str]]:
    """Forms in forms never reach the tree, so the parser reports them; links and buttons in each other do."""
    found = []
    active = {"a", "button", "select", "textarea", "label", "summary"}
    for outer in [one for one in root.iter() if one.tag in ("a", "button")]:
        for inner in outer.iter():
            if inner is not outer and inner.tag in active | {"input"}:
                found.append(("nested control", f"{shown(inner)} in {shown(outer)}"))
    return found


def without_data_in_title(root):
    """A title cannot mark a part of it as data: what the h1 marks is data in the title too."""
    marked = [
        words(one) for head in root.iter("h1") for one in head.iter() if one.get("lang") or one.get("translate")
    ]
    for title in root.iter("title"):
        for data in filter(None, marked):
            title.text = (title.text or "").replace(data, "")
    return root


def faults_of_language(root, language: str):
    """Words of the other language, unless their element is marked with its `lang` or as data by translate="no"."""
    yield from walk(root, language, language, False)


def walk(one, language: str, marked: str, data: bool):
    if not isinstance(one.tag, str) or one.tag in ("script", "style", "template"):
        return
    if one.get("lang") is not None:
        marked = one.get("lang").lower().split("-")[0]
    data = data or one.get("translate") == "no"
    if marked == language and not data:
        if language == "en":
            yield from chinese_in(one)
        elif one.tag in FIXED and is_english_only(words(one)) and not has_mark(one):
            yield ("half-translated", f"{shown(one)} «{words(one)[:60]}»")
    for inner in one:
        yield from walk(inner, language, marked, data)
        # The text behind a child is the parent's own.
        if language == "en" and marked == language and not data and HAN.search(inner.tail or ""):
            yield ("half-translated", f"{shown(one)} «{inner.tail.strip()[:60]}»")


def chinese_in(one):
    if HAN.search(one.text or ""):
        yield ("half-translated", f"{shown(one)} «{one.text.strip()[:60]}»")
    spoken = SPOKEN + (("value",) if one.get("type") in ("submit", "button") else ())
    spoken += ("content",) if one.tag == "meta" and one.get("name") == "description" else ()
    for attribute in spoken:
        if HAN.search(one.get(attribute) or ""):
            yield ("half-translated", f"{shown(one)} {attribute}=«{one.get(attribute)[:60]}»")


def is_english_only(text: str) -> bool:
    return not HAN.search(text) and len(WORDS.findall(text)) >= 2


def has_mark(one) -> bool:
    return any(inner.get("lang") or inner.get("translate") == "no" for inner in one.iter())


def words(one) -> str:
    return " ".join("".join(one.itertext()).split())


def shown(one) -> str:
    name = one.get("id") and f"#{one.get('id')}" or one.get("class") and "." + one.get("class").split()[0] or ""
    return f"<{one.tag}{name}>"
