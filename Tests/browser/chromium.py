"""One Chromium: opens a page once and looks at it light, dark, on a phone and at double size."""

import json
import time
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.chrome.service import Service

from markup import Fault

AXE = Path(__file__).resolve().parents[2] / "third-party/web/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The code points that Chromium writes to its log for the page itself are checked by the crawl.
ALL = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
CONTRAST = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}

RUN_AXE = """
const [options, done] = arguments;
axe.run(document, options).then(
  result => done(result.violations.map(one => [one.id, one.nodes.map(node => node.target.join(' '))])),
  error => done([['axe-core stopped', [String(error)]]]));
"""
SETTLE = """
const done = arguments[0];
document.fonts.ready.then(() => requestAnimationFrame(() => setTimeout(done, 120)));
"""
SIDEWAYS = """
const room = document.documentElement.clientWidth, wide = document.documentElement.scrollWidth;
if (wide <= room) return null;
const scrolls = one => one && one !== document.body && one !== document.documentElement
  && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
const guilty = [...document.body.querySelectorAll('*')].filter(
  one => one.checkVisibility() && one.getBoundingClientRect().right > room + 1
    && (getComputedStyle(one).position === 'absolute' || !scrolls(one.parentElement))).slice(0, 3);
return `${wide} px in ${room} px: ` + guilty.map(one => one.tagName.toLowerCase()
  + (one.id ? '#' + one.id : one.classList.length ? '.' + one.classList[0] : '')).join(', ');
"""


class Chromium:
    def __init__(self, base: str, language: str):
        options = webdriver.ChromeOptions()
        for argument in (
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--hide-scrollbars",
            "--window-size=1280,900",
            f"--lang={'zh-CN' if language == 'zh' else 'en-GB'}",
            "--disable-extensions",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ):
            options.add_argument(argument)
        options.binary_location = "/usr/bin/chromium"
        options.page_load_strategy = "normal"
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.base, self.language = base.rstrip("/"), language
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(180)
        # Run by the debugger on every new page, so that a page's content security policy does not stop it.
        self.tell("Page.addScriptToEvaluateOnNewDocument", source=AXE.read_text(encoding="utf-8"))

    def tell(self, command: str, **given):
        return self.driver.execute_cdp_cmd(command, given)

    def become(self, cookies: dict[str, str]):
        """Takes over a visitor's cookies, and forgets those of the visitor before."""
        self.tell("Network.clearBrowserCookies")
        for name, value in cookies.items():
            secure = name.startswith(("__Host-", "__Secure-"))
            self.tell("Network.setCookie", name=name, value=value, url=self.base, path="/", secure=secure)

    def look(self, *, dark: bool, width: int, height: int = 900):
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.tell("Emulation.setEmulatedMedia", media="", features=[scheme, calm])
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def open(self, path: str):
        self.driver.get(self.base + path)
        self.driver.execute_async_script(SETTLE)

    def check(self, path: str, name: str) -> list[Fault]:
        found = []
        try:
            self.driver.get_log("browser")
            self.look(dark=False, width=1280)
            self.open(path)
            found += self.ask_axe(ALL, "light")
            self.look(dark=True, width=1280)
            time.sleep(0.05)
            found += self.ask_axe(CONTRAST, "dark")
            found += self.ask_width(360, "at 360 px", dark=True)
            self.look(dark=False, width=360)
            found += self.ask_axe(ALL, "light, 360 px")
            found += self.ask_width(640, "at 200 % zoom", dark=False)
            found += self.ask_log(path)
        except TimeoutException as error:
            found.append(("slow", str(error).splitlines()[0]))
        return [Fault(name, rule, detail) for rule, detail in dict.fromkeys(found)]

    def glance(self, path: str, name: str) -> list[Fault]:
        """The page on a phone: its width, and what it writes to the console."""
        found = []
        try:
            self.driver.get_log("browser")
            self.look(dark=False, width=360)
            self.driver.get(self.base + path)
            found += self.ask_width(360, "at 360 px", dark=False)
            found += self.ask_log(path)
        except TimeoutException as error:
            found.append(("slow", str(error).splitlines()[0]))
        return [Fault(name, rule, detail) for rule, detail in dict.fromkeys(found)]

    def ask_axe(self, options: dict, how: str) -> list[tuple[str, str]]:
        violations = self.driver.execute_async_script(RUN_AXE, options)
        return [(f"axe {rule}", f"{how}: {', '.join(nodes[:3])}{more(nodes)}") for rule, nodes in violations]

    def ask_width(self, width: int, how: str, *, dark: bool) -> list[tuple[str, str]]:
        self.look(dark=dark, width=width)
        wide = self.driver.execute_script(SIDEWAYS)
        return [("scrolls sideways", f"{how}: {wide}")] if wide else []

    def ask_log(self, path: str) -> list[tuple[str, str]]:
        """Errors of scripts and resources; the status of the page itself is the crawl's matter."""
        found = []
        for line in self.driver.get_log("browser"):
            of_page = line["message"].startswith(f"{self.base}{path} - Failed to load resource")
            if line["level"] in ("SEVERE", "WARNING") and not of_page:
                found.append(("console", f"{line['level'].lower()}: {line['message'][:300]}"))
        return found

    def close(self):
        self.driver.quit()


def more(nodes: list[str]) -> str:
    return f" and {len(nodes) - 3} more" if len(nodes) > 3 else ""
