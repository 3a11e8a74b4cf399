"""One visitor of the zone over plain HTTP: keeps cookies, follows redirects, signs in by the form."""

import base64
import hashlib
import hmac
import http.client
import json
import struct
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

LARGEST = 20_000_000
CODE_FIELDS = ("totp", "code", "otp", "one-time-code")


@dataclass(frozen=True)
class Login:
    """A demonstration account. `totp` is its Base32 secret, empty for accounts with a password only."""

    name: str
    password: str
    role: str
    totp: str = ""

    @staticmethod
    def read(text: str) -> list["Login"]:
        """The accounts in JSON lines such as {"name": "officer", "password": "…", "role": "officer", "totp": "…"}."""
        rows = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
        return [
            Login(row["name"], row["password"], row.get("role") or row["name"], row.get("totp") or "")
            for row in rows
            if row.get("password")
        ]


@dataclass
class Answer:
    """What the zone answered at `path`, which is where the redirects ended."""

    path: str
    status: int
    kind: str
    body: bytes
    problem: str = ""

    @property
    def is_page(self) -> bool:
        return self.kind.startswith("text/html")


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


class Reader(HTMLParser):
    """The links and forms of a page, read leniently: the strict reading is `markup.py`."""

    def __init__(self, body: bytes):
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.select = ""
        self.feed(body.decode("utf-8", "replace"))

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given and "download" not in given:
            self.links.append(given["href"])
        elif tag == "form":
            self.form = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self.form)
        elif self.form and tag in ("input", "select", "textarea") and given.get("name"):
            self.read_field(tag, given)
        elif self.form and tag == "option" and self.select and "selected" in given:
            self.form.fields[self.select] = given.get("value", "")

    def read_field(self, tag, given):
        name, kind = given["name"], given.get("type", tag)
        self.select = name if tag == "select" else ""
        self.form.kinds[name] = kind
        if kind in ("submit", "button", "file", "checkbox", "radio") and "checked" not in given:
            return
        self.form.fields.setdefault(name, given.get("value", ""))

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = ""


class Visitor:
    def __init__(self, base: str):
        self.base = base.rstrip("/")
        self.host = urlsplit(base).netloc
        self.cookies: dict[str, str] = {}
        self.line: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Answer:
        return self.follow("GET", path)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        return self.follow("POST", path, urlencode(fields).encode())

    def follow(self, method: str, path: str, body: bytes | None = None) -> Answer:
        for _ in range(6):
            status, headers, content = self.ask(method, path, body)
            where = headers.get("Location")
            if status not in (301, 302, 303, 307, 308) or not where:
                return Answer(path, status, headers.get("Content-Type", ""), content)
            target = urlsplit(urljoin(f"{self.base}{path}", where))
            if target.netloc != self.host:
                return Answer(path, status, "", b"")
            path = target.path + (f"?{target.query}" if target.query else "")
            if status in (301, 302, 303):
                method, body = "GET", None
        return Answer(path, 508, "", b"", "redirects without end")

    def ask(self, method: str, path: str, body: bytes | None, tries: int = 4):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.base}
        for attempt in range(tries):
            self.line = self.line or http.client.HTTPConnection(self.host, timeout=30)
            try:
                self.line.request(method, path, body, headers)
                response = self.line.getresponse()
                content = response.read(LARGEST)
            except (http.client.HTTPException, ConnectionError):
                self.line.close()
                self.line = None
                if attempt == tries - 1:
                    raise
                continue
            if not response.isclosed():  # an endless stream, or a file too large to read here
                self.line.close()
                self.line = None
            for cookie in response.headers.get_all("Set-Cookie") or []:
                self.keep(cookie)
            if response.status != 429:
                break
            time.sleep(min(int(response.headers.get("Retry-After") or 1), 10))
        return response.status, response.headers, content

    def keep(self, cookie: str):
        pair, *rest = [part.strip() for part in cookie.split(";")]
        name, _, value = pair.partition("=")
        if not value or any(part.lower() == "max-age=0" for part in rest):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def sign_in(self, login: Login) -> str:
        """Signs in by the form at /sign-in and answers what went wrong, or "" if nothing did."""
        page = self.get("/sign-in")
        form = next((one for one in Reader(page.body).forms if "password" in one.kinds), None)
        if page.status != 200 or not form:
            return f"/sign-in answers {page.status} and has no form with a field «password»"
        page = self.send(form, page.path, login, {"name": login.name, "password": login.password})
        second = next((one for one in Reader(page.body).forms if code_field(one)), None)
        if page.status < 400 and second and "password" not in second.kinds:
            page = self.send(second, page.path, login, {})
        if page.status >= 400:
            return f"the form of /sign-in answers {page.status} to {login.name}"
        if not any("sign-out" in one.action for one in Reader(self.get("/").body).forms):
            return f"no form to /sign-out on / after {login.name} signed in"
        return ""

    def send(self, form: Form, path: str, login: Login, known: dict[str, str]) -> Answer:
        filled = form.fields | known
        if code_field(form) and login.totp:
            filled[code_field(form)] = totp(login.totp, time.time())
        return self.post(urlsplit(urljoin(f"{self.base}{path}", form.action or path)).path, filled)


def code_field(form: Form) -> str:
    return next((name for name in form.kinds if name in CODE_FIELDS), "")


def totp(secret: str, at: float) -> str:
    """The six digits of RFC 6238 (SHA-1, 30 seconds) for a Base32 secret."""
    text = secret.replace(" ", "").upper()
    key = base64.b32decode(text + "=" * (-len(text) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    offset = mac[-1] & 15
    number = struct.unpack(">I", mac[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
