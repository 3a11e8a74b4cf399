"""Walks the zone as one visitor: every link to the zone itself, a few examples of each pattern of address."""

import json
import re
from collections import Counter, deque
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from markup import Fault
from visitor import Answer, Form, Reader, Visitor

PAGES, EXAMPLES = 1_500, 3
VARIES = re.compile(r"^(?=.*\d).+$|^.{25,}$")
NOWHERE = "no-such-page"


@dataclass(frozen=True)
class Route:
    """One line of `ipzone routes --json`: {"method": "GET", "path": "/patents/:id", "example": …, "roles": […]}.

    No roles: anybody may come. No example: the path itself, if it has no parameters.
    """

    path: str
    example: str
    roles: tuple[str, ...]

    @staticmethod
    def read(text: str) -> list["Route"]:
        rows = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
        found = [
            Route(row["path"], row.get("example") or plain(row["path"]), tuple(row.get("roles") or ()))
            for row in rows
            if row["method"] == "GET"
        ]
        # `/institutions/brands` is itself before it is an example of `/institutions/:id`.
        return sorted(found, key=lambda route: [part[:1] in ("{", ":") for part in route.path.split("/")])

    @cached_property
    def expression(self) -> re.Pattern:
        parts = [r"[^/]+" if part[:1] in ("{", ":") else re.escape(part) for part in self.path.split("/")]
        return re.compile("/".join(parts))

    def matches(self, path: str) -> bool:
        return self.expression.fullmatch(path) is not None


def plain(path: str) -> str:
    """The path itself, if it has no parameters and so is an address already."""
    return "" if re.search(r"[{:*]", path) else path


@dataclass
class Visit:
    """One page that was fetched: `language` is that of its address, `pattern` the address without what varies."""

    answer: Answer
    who: str
    language: str
    pattern: str

    @property
    def name(self) -> str:
        return f"{self.answer.path} (as {self.who})"

    @property
    def is_home(self) -> bool:
        return self.pattern in ("/", "")

    def outline(self) -> frozenset[bytes]:
        """The kinds of element on the page: pages with one outline differ in their data only."""
        return frozenset(re.findall(rb'<([a-z][a-z0-9-]*(?:[^>]*?\sclass="[^"]*")?)', self.answer.body))


@dataclass
class Crawl:
    visitor: Visitor
    who: str
    routes: list[Route] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    reached: set[str] = field(default_factory=set)

    def run(self) -> "Crawl":
        self.queue = deque()
        self.seen: set[str] = set()
        self.examples: Counter = Counter()
        self.offer("/", "the start")
        self.offer("/en/", "the start")
        for route in self.routes:
            if route.example and (not route.roles or self.who in route.roles):
                self.offer(route.example, "the list of routes")
        for prefix in ("", "/en"):
            self.queue.append((f"{prefix}/{NOWHERE}", "this check"))
        fetched = 0
        while self.queue:
            fetched += 1
            if fetched > PAGES * 2:
                self.faults.append(Fault(f"as {self.who}", "too many pages", f"more than {PAGES} in each language"))
                break
            self.fetch(*self.queue.popleft())
        return self

    def offer(self, path: str, origin: str):
        """Takes an address up, unless enough pages of its pattern and its query's keys were taken already."""
        if path in self.seen or "sign-out" in path:
            return
        self.seen.add(path)
        language, pattern, query = self.read(path)
        key = (language, pattern)
        fresh = [name for name, _ in query if self.examples[(*key, name)] == 0]
        if query and not fresh or not query and self.examples[key] >= EXAMPLES:
            return
        for name in fresh:
            self.examples[(*key, name)] += 1
        self.examples[key] += not query
        self.queue.append((path, origin))

    def read(self, path: str) -> tuple[str, str, list[tuple[str, str]]]:
        parts = urlsplit(path)
        english = parts.path == "/en" or parts.path.startswith("/en/")
        bare = (parts.path[3:] or "/") if english else parts.path
        route = next((one.path for one in self.routes if one.matches(bare)), None)
        pattern = route or "/".join("*" if VARIES.match(part) else part for part in bare.split("/"))
        return "en" if english else "zh", pattern, parse_qsl(parts.query, keep_blank_values=True)

    def fetch(self, path: str, origin: str):
        answer = self.visitor.get(path)
        name = f"{path} (as {self.who})"
        expected = 404 if NOWHERE in path else 200
        if answer.status != expected:
            self.faults.append(Fault(name, "answer", f"{answer.status} {answer.problem}, linked from {origin}"))
            if answer.status >= 500 or not answer.is_page:
                return
        language, pattern, _ = self.read(path)
        self.reached.add(pattern)
        if not answer.is_page:
            return
        language, pattern, _ = self.read(answer.path)
        self.reached.add(pattern)
        self.visits.append(Visit(answer, self.who, language, pattern))
        if answer.status == 200:
            self.follow(answer, language)

    def follow(self, answer: Answer, language: str):
        reader = Reader(answer.body)
        forms = [address for form in reader.forms if form.method == "get" for address in questions(form)]
        for link in reader.links + forms:
            target = urlsplit(urljoin(f"{self.visitor.base}{answer.path}", link))
            if target.scheme in ("http", "https") and target.netloc == self.visitor.host:
                self.offer(target.path + (f"?{target.query}" if target.query else ""), answer.path)
        here = urlsplit(answer.path)
        twin = f"/en{here.path}" if language == "zh" else here.path[3:] or "/"
        self.offer(twin + (f"?{here.query}" if here.query else ""), f"{answer.path}, of which it is the translation")

    def unreached(self) -> set[str]:
        mine = {one.path for one in self.routes if one.example and (not one.roles or self.who in one.roles)}
        return mine - self.reached


def questions(form: Form) -> list[str]:
    """The form sent as it stands, and with a word in each of its text fields."""
    filled = {
        name: "专利" if form.kinds.get(name) in ("search", "text", "input") else value
        for name, value in form.fields.items()
    }
    return [f"{form.action}?{urlencode(fields)}" for fields in (form.fields, filled) if fields]
