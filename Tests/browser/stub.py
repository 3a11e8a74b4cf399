"""A stand-in for the zone: a few sound pages, and one page for each fault that the checks must find.

stub.py PORT [sound]    serves until stopped; with `sound` no page is faulty
"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

OFFICER = {"name": "officer", "password": "stub", "role": "officer", "totp": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}
STYLE = """
:root { color-scheme: light dark; } body { color: CanvasText; background: Canvas; margin: 0 1rem; font: 16px/2 sans-serif; }
a { color: LinkText; display: inline-block; } @media (prefers-color-scheme: dark) { .night { color: #333; background: #222; } }
"""
WORDS = {
    "zh": {"html": "zh-CN", "skip": "跳到正文", "home": "首页", "here": "当前位置", "page": "页面", "out": "退出"},
    "en": {
        "html": "en",
        "skip": "Skip to content",
        "home": "Home",
        "here": "You are here",
        "page": "Page",
        "out": "Sign out",
    },
}

# Address of the faulty page → the rule that must name it, and what is wrong with it.
FAULTS = {
    "unclosed": ("syntax", "<div><p>text</div></span>"),
    "form-in-form": ("syntax", "<form action=/a><form action=/b></form></form>"),
    "twice": ("duplicate id", '<p id="same">a</p><p id="same">b</p>'),
    "pointer": ("unknown id", '<p aria-describedby="nothing">text</p>'),
    "nested-link": ("nested control", '<a href="/"><button>text</button></a>'),
    "no-alt": ("axe image-alt", '<img src="/dot.gif" width="9" height="9">'),
    "faint": ("axe color-contrast", '<p style="color:#bbb;background:#fff">text</p>'),
    "faint-at-night": ("axe color-contrast", '<p class="night">text</p>'),
    "no-label": ("axe label", '<form action="/" method="post"><input name="q"></form>'),
    "wide": ("scrolls sideways", '<div style="width:500px">text</div>'),
    "wide-at-200": ("scrolls sideways", '<div style="width:500px"></div><div style="width:700px">text</div>'),
    "script-error": ("console", "<script>undefinedName()</script>"),
    "lost-script": ("console", '<script src="/lost.js"></script>'),
    "dead-link": ("answer", '<p><a href="/nowhere">text</a></p>'),
    "server-error": ("answer", '<p><a href="/broken">text</a></p>'),
    "no-h1": ("h1", ""),
    "no-title": ("title", ""),
    "no-lang": ("language of the page", ""),
    "no-skip": ("skip link", ""),
    "no-breadcrumb": ("breadcrumb", ""),
    "chinese": ("half-translated", "<p>专利</p>"),
    "chinese-title": ("half-translated", ""),
    "chinese-label": ("half-translated", '<p><button type="button" aria-label="查询">Search</button></p>'),
    "english-button": ("half-translated", '<p><button type="button">Search the register</button></p>'),
}


def page(language: str, name: str, content: str, sound: bool, officer: bool) -> str:
    said, prefix = WORDS[language], "/en" if language == "en" else ""
    title = f"{said['page']} {name}"
    trail = f'<nav aria-label="{said["here"]}"><a href="{prefix}/">{said["home"]}</a></nav>'
    parts = {
        "lang": f' lang="{said["html"]}"',
        "title": f"<title>{title}</title>",
        "h1": f"<h1>{title}</h1>",
        "skip": f'<div><a href="#main">{said["skip"]}</a></div>',
        "breadcrumb": trail,
    }
    if name == "data-title" or name == "chinese-title" and not sound:
        parts["title"] = f"<title>专利 · {title}</title>"
    if name == "data-title":
        parts["h1"] = f'<h1><span lang="zh">专利</span> {title}</h1>'
    if name.startswith("no-") and not sound:
        parts[name[3:]] = ""
    out = (
        f'<form action="/sign-out" method="post"><button>{said["out"]}</button></form>'
        if officer and not name
        else ""
    )
    other = f'<p><a href="/{name}" lang="zh">中文</a> <a href="/en/{name}" lang="en">English</a></p>'
    return (
        f'<!DOCTYPE html><html{parts.get("lang", "")}><head><meta charset="utf-8">{parts.get("title", "")}'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style><link rel="icon" href="data:,"></head>'
        f'<body><header>{parts.get("skip", "")}{parts.get("breadcrumb", "")}</header><main id="main">'
        f'{parts.get("h1", "")}{content}{other}{out}</main></body></html>'
    )


def links(language: str) -> str:
    prefix = "/en" if language == "en" else ""
    names = [*FAULTS, "sound-1", "sound-2", "data", "data-title", "sign-in"]
    rows = "".join(f'<li><a href="{prefix}/{name}" translate="no">{name}</a></li>' for name in names)
    return f"<ul>{rows}</ul>"


class Stub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sound = False

    def do_GET(self):
        language = "en" if self.path == "/en" or self.path.startswith("/en/") else "zh"
        name = (self.path[3:] if language == "en" else self.path).strip("/").split("?")[0]
        officer = "session=officer" in self.headers.get("Cookie", "")
        if name == "readyz" or name == "dot.gif":
            return self.answer(200, "text/plain", "ready")
        if name == "broken" and not self.sound:
            return self.answer(500, "text/html", "broken")
        known = {
            "": links(language),
            "sign-in": self.form(language),
            "sound-1": "<p>1</p>",
            "sound-2": "<p>2</p>",
            "data-title": "<p>3</p>",
        }
        known["data"] = '<p lang="zh">专利</p><p><span translate="no">发明专利</span></p>'
        known["secret"] = '<div style="width:900px" tabindex="0">1</div>'
        if officer:
            known[""] += f'<p><a href="/{"en/" if language == "en" else ""}secret" translate="no">secret</a></p>'
        content = known.get(name) if self.sound or name not in FAULTS else FAULTS[name][1]
        if content is None and not (self.sound and name in FAULTS):
            return self.answer(404, "text/html", page(language, "404", "", True, officer))
        if self.sound and name == "secret":
            content = ""
        self.answer(200, "text/html; charset=utf-8", page(language, name, content or "", self.sound, officer))

    def form(self, language: str) -> str:
        named = ("账号", "密码") if language == "zh" else ("Account", "Password")
        return (
            '<form action="/sign-in" method="post"><input type="hidden" name="csrf" value="token">'
            f'<p><label>{named[0]} <input name="name"></label></p>'
            f'<p><label>{named[1]} <input name="password" type="password"></label></p><p><button>OK</button></p></form>'
        )

    def do_POST(self):
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        given = {name: values[0] for name, values in sent.items()}
        if given.get("csrf") != "token":
            return self.answer(403, "text/html", "no token")
        if given.get("name") == OFFICER["name"] and given.get("password") == OFFICER["password"]:
            form = '<form action="/sign-in/code" method="post"><input type="hidden" name="csrf" value="token">'
            return self.answer(200, "text/html", form + '<input name="code"><button>OK</button></form>')
        if len(given.get("code", "")) == 6:
            return self.answer(
                303, "text/html", "", {"Location": "/", "Set-Cookie": "session=officer; Path=/; HttpOnly"}
            )
        return self.answer(422, "text/html", "no")

    def answer(self, status: int, kind: str, body: str, more: dict | None = None):
        content = body.encode()
        self.send_response(status)
        policy = (
            "default-src 'self'; style-src 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:"
        )
        headers = {"Content-Type": kind, "Content-Length": str(len(content)), "Content-Security-Policy": policy}
        for name, value in (headers | (more or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *given):
        pass


def serve(port: int, sound: bool) -> ThreadingHTTPServer:
    return ThreadingHTTPServer(("127.0.0.1", port), type("Served", (Stub,), {"sound": sound}))


if __name__ == "__main__":
    serve(int(sys.argv[1]), "sound" in sys.argv).serve_forever()
