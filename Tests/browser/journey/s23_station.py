"""S23: a station goes on without a link, and hands in what it has written down: once each, in order."""

import time

from selenium.webdriver.common.by import By

from chromium import Chromium
from journey.link import Cable
from journey.walk import Refused, Walk, credit_code

NETWORK = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
ENTRIES = ".station-entries > li"
RECEIPTS = ".station-receipts > li"


class Station:
    """The page of a station's staff in a browser of its own, at the end of a cable."""

    def __init__(self, walk: Walk):
        self.walk, self.cable = walk, Cable(walk.browser.base)
        self.browser = Chromium(self.cable.base, "en" if walk.prefix else "zh")
        self.browser.look(dark=False, width=1280)
        self.driver = self.browser.driver

    def visitor(self, kind: str, place: int) -> str:
        """A name that no earlier walk has left in the queue."""
        return f"示例{kind}来访{self.cable.number}-{place}"

    def open(self, path: str):
        self.driver.get(self.cable.base + self.walk.prefix + path)
        self.until(lambda: self.driver.execute_script("return document.readyState") == "complete", "the page")

    def sign_in(self, role: str):
        self.browser.become(self.walk.people.cookies(role))

    def unplug(self):
        self.cable.pull()
        self.browser.tell("Network.emulateNetworkConditions", offline=True, **NETWORK)

    def plug(self):
        self.cable.plug()
        self.browser.tell("Network.emulateNetworkConditions", offline=False, **NETWORK)

    def until(self, holds, what: str, seconds: float = 45):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return
            time.sleep(0.1)
        raise Refused(f"{what} did not come at {self.driver.current_url}: {self.text[:600]}")

    @property
    def text(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "main").text

    def count(self, selector: str) -> int:
        return len(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def enter(self, name: str, code: str = ""):
        before = self.count(ENTRIES) + self.count(RECEIPTS)
        self.put("applicant", name)
        self.put("applicant-code", code)
        self.fill_rest(name)
        self.driver.execute_script(SUBMIT)
        self.until(lambda: self.count(ENTRIES) + self.count(RECEIPTS) > before, f"the entry of {name}")

    def fill_rest(self, name: str):
        self.driver.execute_script(
            "const box = document.querySelector('[name=category]');"
            "if (box.tagName === 'SELECT') box.value = 'consulting';"
            "else document.querySelector('[name=category][value=consulting]').checked = true"
        )
        self.put("question", f"示例事项：{name}")

    def put(self, field: str, text: str):
        found = self.driver.find_element(By.NAME, field)
        found.clear()
        found.send_keys(text)

    def press(self, within: str, words: str):
        for button in self.driver.find_elements(By.CSS_SELECTOR, f"{within} button"):
            if button.text.strip() == words:
                return self.driver.execute_script("arguments[0].click()", button)
        raise Refused(f"no “{words}” in {within}: {self.text[:300]}")

    def names(self, selector: str) -> list[str]:
        return [one.text for one in self.driver.find_elements(By.CSS_SELECTOR, f"{selector} .station-who")]

    def queue(self, page: str, names: set[str]) -> list[str]:
        """Those of `names` that the station's queue holds, the earliest first."""
        self.open(f"{page.rsplit('/', 1)[0]}/queue?state=all")
        rows = self.driver.find_elements(By.CSS_SELECTOR, "main tbody tr")
        found = [one.text for row in rows for one in row.find_elements(By.CSS_SELECTOR, "td:nth-of-type(1) .cell")]
        return [name for name in reversed(found) if name in names]

    def has_queued(self, page: str, names: list[str]):
        """The station's queue holds every one of `names` once, in their order."""
        found = self.queue(page, set(names))
        if found != names:
            raise Refused(f"the queue holds {found}")

    def close(self):
        self.browser.close()
        self.cable.close()


def desk_of(station: Station) -> str:
    station.open("/stations/mine")
    link = station.driver.find_element(By.CSS_SELECTOR, 'main a[href$="/desk"]').get_attribute("href")
    return link.removeprefix(station.cable.base + station.walk.prefix)


def unplugged_at_desk(station: Station, walk: Walk) -> str:
    """The page of the desk, which the browser has kept before the link went down."""
    station.sign_in("institution")
    page = desk_of(station)
    station.open(page)
    station.until(lambda: walk.says("断网后本页仍可打开", "opens without a link") in station.text, "the copy")
    station.unplug()
    return page


def goes_on_without_a_link(walk: Walk):
    """Five visits of a dropped link arrive once each and in order, though an answer is lost halfway."""
    station = Station(walk)
    try:
        page = unplugged_at_desk(station, walk)
        names = [station.visitor("断网", place) for place in range(1, 6)]
        station.enter(names[0])
        # The page itself opens without a link, and holds what was written down before.
        station.open(page)
        if station.count("[data-key]"):
            raise Refused("the page came from the zone, though there is no link")
        station.until(lambda: station.names(ENTRIES) == names[:1], "what was written down")
        for name in names[1:]:
            station.enter(name)
        station.until(lambda: walk.says("待上传 5 条", "handed in: 5") in station.text, "five entries")
        is_open = station.driver.execute_async_script(PEEK, "示例断网")
        if is_open:
            raise Refused(f"the browser keeps words that anybody can read: {is_open}")
        # The page that says who is signed in breaks off: nothing is handed in then, and everything later.
        station.cable.break_page()
        station.cable.is_in = True
        station.browser.tell("Network.emulateNetworkConditions", offline=False, **NETWORK)
        station.until(lambda: not station.cable.is_in, "the page that broke off")
        station.unplug()
        if station.count(ENTRIES) != 5:
            raise Refused(f"entries are gone: {station.names(ENTRIES)}")
        # The third answer is lost, and the link with it: what became of that visit nobody knows here.
        station.cable.lose_answer(3)
        station.cable.is_in = True
        station.browser.tell("Network.emulateNetworkConditions", offline=False, **NETWORK)
        station.until(lambda: not station.cable.is_in, "the lost answer")
        station.unplug()
        station.until(lambda: station.count(ENTRIES) == 3, "three entries left")
        second = second_tab(station, page)
        station.plug()
        station.until(lambda: station.count(ENTRIES) == 0, "the rest handed in")
        station.driver.switch_to.window(second)
        station.until(lambda: station.count(ENTRIES) == 0, "nothing left in the other tab")
        station.has_queued(page, names)
    finally:
        station.close()


def shows_what_was_refused(walk: Walk):
    """A bad code is refused beside its entry, holds up the next, and is taken in corrected; another login reads none."""
    station = Station(walk)
    try:
        page = unplugged_at_desk(station, walk)
        names = [station.visitor("更正", place) for place in range(1, 4)]
        station.enter(names[0])
        # Of a firm that no register names, so that the queue shows what was typed.
        code = credit_code(station.cable.number)
        station.enter(names[1], code[:-1] + ("0" if code[-1] != "0" else "1"))
        station.enter(names[2])
        station.plug()
        station.until(lambda: station.count(".station-entry.refused") == 1, "the refusal")
        station.until(lambda: station.names(ENTRIES) == names[1:], "one handed in")
        refused = station.driver.find_element(By.CSS_SELECTOR, ".station-entry.refused").text
        if walk.says("校验", "check") not in refused:
            raise Refused(f"the refusal says: {refused}")
        # Somebody else at the same browser.
        station.sign_in("base-manager")
        station.driver.execute_script("sessionStorage.clear()")
        station.open(page)
        station.until(lambda: walk.says("本机另有 2 条", "another station: 2") in station.text, "that there are others'")
        if names[1] in station.text or names[2] in station.text:
            raise Refused("another login reads the entries")
        # No session at all: the entries stay, and somebody has to sign in.
        station.sign_in("institution")
        station.open(page)
        station.until(lambda: station.count(".station-entry.refused") == 1, "the own entries again")
        station.browser.become({})
        station.press(".station-kept", walk.says("立即上传", "Hand in now"))
        station.press(".station-entry.refused", walk.says("更正", "Correct"))
        station.put("applicant-code", code)
        station.driver.execute_script(SUBMIT)
        station.until(lambda: walk.says("重新登录", "Sign in again") in station.text, "that the session is over")
        if station.names(ENTRIES) != names[1:]:
            raise Refused(f"the entries are gone: {station.names(ENTRIES)}")
        station.sign_in("institution")
        station.press(".station-kept", walk.says("立即上传", "Hand in now"))
        station.until(lambda: station.count(ENTRIES) == 0, "the rest handed in")
        station.has_queued(page, names)
    finally:
        station.close()


def erases_what_is_too_old(walk: Walk):
    """After 72 hours without a link an entry is gone, and the page says so."""
    station = Station(walk)
    try:
        page = unplugged_at_desk(station, walk)
        names = [station.visitor("过期", place) for place in (1, 2)]
        for name in names:
            station.enter(name)
        station.driver.execute_async_script(AGE, 49 * 3600 * 1000)
        station.open(page)
        station.until(lambda: walk.says("已满 48 小时", "Kept for 48 hours already: 1") in station.text, "the warning")
        station.until(lambda: walk.says("未联网", "No link") in station.text, "that there is no link")
        station.driver.execute_async_script(AGE, 72 * 3600 * 1000)
        station.open(page)
        station.until(lambda: walk.says("有 1 条登记超过 72 小时", "without being handed in: 1") in station.text, "that")
        station.plug()
        station.until(lambda: station.count(ENTRIES) == 0, "the younger one handed in")
        if station.queue(page, set(names)) != names[1:]:
            raise Refused("an entry outlived its 72 hours")
    finally:
        station.close()


def keeps_what_is_being_changed(walk: Walk):
    """An entry that is being changed is not handed in meanwhile; nothing is entered twice, or lost in silence."""
    station = Station(walk)
    try:
        page = unplugged_at_desk(station, walk)
        names = [station.visitor("修改", place) for place in (1, 2, 3)]
        station.enter(names[0])
        station.press(".station-kept", walk.says("修改", "Change"))
        station.plug()
        station.until(lambda: walk.says("已联网", "There is a link") in station.text, "the link")
        time.sleep(1)
        if station.names(ENTRIES) != names[:1]:
            raise Refused("what is being changed was handed in")
        station.put("applicant", names[1])
        station.driver.execute_script(SUBMIT)
        station.until(lambda: station.count(ENTRIES) == 0, "the changed entry handed in")
        # While another tab hands in, an entry is kept at once, and a second press is the same.
        station.driver.execute_script(HOLD)
        station.put("applicant", names[2])
        station.fill_rest(names[2])
        station.driver.execute_script(f"{SUBMIT}; {SUBMIT}")
        station.until(lambda: station.count(ENTRIES) == 1, "the entry, though the lock is held", seconds=5)
        station.driver.execute_script("window.letGo()")
        station.until(lambda: station.count(ENTRIES) == 0, "it handed in")
        found = station.queue(page, set(names))
        if found != names[1:]:
            raise Refused(f"the queue holds {found}")
    finally:
        station.close()


def says_what_cannot_be_done(walk: Walk):
    """A closed station, a platform that fails, a browser that keeps nothing: each is said, and nothing is lost."""
    station = Station(walk)
    try:
        station.sign_in("institution")
        page = desk_of(station)
        station.open(page)
        station.until(lambda: walk.says("断网后本页仍可打开", "opens without a link") in station.text, "the copy")
        name = station.visitor("暂缓", 1)
        station.cable.answer("visits", "409 Conflict", "stations.closed")
        station.enter(name)
        station.until(lambda: walk.says("本站点今天不受理", "takes nothing in today") in station.text, "that it is closed")
        if station.count(".station-entry.refused"):
            raise Refused("what passes became a refusal")
        station.cable.answer("visits", "503 Service Unavailable", "web.down")
        for _ in range(7):
            station.press(".station-kept", walk.says("立即上传", "Hand in now"))
            time.sleep(0.7)
        stuck = walk.says("多次发出", "Sent several times")
        station.until(lambda: stuck in station.text, "that it is stuck")
        station.until(lambda: station.count(".station-entry.sent .actions button") == 1, "a way out")
        station.cable.answer("visits")
        station.press(".station-kept", walk.says("立即上传", "Hand in now"))
        station.until(lambda: station.count(ENTRIES) == 0, "it handed in")
        # Whatever stands before the zone answers in its place.
        station.cable.answer("desk", "502 Bad Gateway", "web.down")
        station.open(page)
        if station.count("[data-station]") != 1 or station.count("[data-key]"):
            raise Refused("the copy is not shown where the platform does not answer")
        station.cable.answer("desk")
        station.open(page)
        # The browser's store is full.
        station.driver.execute_script(
            "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }"
        )
        full = station.visitor("存满", 2)
        station.put("applicant", full)
        station.fill_rest(full)
        station.driver.execute_script(SUBMIT)
        station.until(lambda: walk.says("本机无法保存", "cannot keep it") in station.text, "that nothing is kept")
        if station.driver.find_element(By.NAME, "applicant").get_attribute("value") != full:
            raise Refused("what could not be kept was cleared from the form, too")
        if station.queue(page, {name, full}) != [name]:
            raise Refused("the queue holds something else")
    finally:
        station.close()


def forgets_who_signed_out(walk: Walk):
    """Signing out in one tab takes key and names from the station's page in another; the entries stay, unread."""
    station = Station(walk)
    try:
        station.sign_in("institution")
        page = desk_of(station)
        station.open(page)
        name = station.visitor("退出", 1)
        station.enter(name, "91350100M000100Y44")
        station.until(lambda: station.count(".station-entry.refused") == 1, "the refusal")
        first, second = station.driver.current_window_handle, second_tab(station, page)
        station.driver.switch_to.window(second)
        station.until(lambda: station.names(ENTRIES) == [name], "the entry in the other tab")
        # As if it were pressed; the session of the other journeys stays.
        station.driver.execute_script(
            "const form = document.querySelector('form[action$=\"/sign-out\"]');"
            "form.addEventListener('submit', (event) => event.preventDefault());"
            "form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))"
        )
        station.driver.switch_to.window(first)
        station.until(lambda: station.count(ENTRIES) == 0, "nothing shown any more")
        station.until(lambda: walk.says("本机另有 1 条", "another station: 1") in station.text, "that there is one")
        if name in station.driver.page_source or station.driver.execute_script(
            "return sessionStorage.getItem('ipzone-station') || document.querySelector('[data-key]')"
        ):
            raise Refused("the tab still knows what was written down")
    finally:
        station.close()


def second_tab(station: Station, page: str) -> str:
    first = station.driver.current_window_handle
    script = "window.open(arguments[0])"
    # Opened from the first, it has the key, too.
    station.driver.execute_script(script, station.cable.base + station.walk.prefix + page)
    station.until(lambda: len(station.driver.window_handles) == 2, "a second tab")
    second = next(one for one in station.driver.window_handles if one != first)
    station.driver.switch_to.window(first)
    return second


SUBMIT = "document.querySelector('.station form .form-actions button').click()"

# Another tab hands in, and does not come to an end.
HOLD = "navigator.locks.request('ipzone-station', () => new Promise((done) => { window.letGo = done; }))"

# The words that stand open in the database of the browser, if any do.
PEEK = """
const [word, done] = arguments;
const request = indexedDB.open('ipzone-station');
request.onsuccess = () => {
  const rows = request.result.transaction('entries').objectStore('entries').getAll();
  rows.onsuccess = () => done(rows.result.map((row) => JSON.stringify(row)
    + new TextDecoder().decode(row.box)).filter((text) => text.includes(word)).join() || null);
};
"""

# Makes the first entry as old as that.
AGE = """
const [age, done] = arguments;
const request = indexedDB.open('ipzone-station');
request.onsuccess = () => {
  const store = request.result.transaction('entries', 'readwrite').objectStore('entries');
  store.getAll().onsuccess = ({ target }) => {
    const [row] = target.result;
    store.put({ ...row, at: Date.now() - age }).onsuccess = () => done();
  };
};
"""

JOURNEYS = [
    ("S23 without a link", goes_on_without_a_link),
    ("S23 refused", shows_what_was_refused),
    ("S23 too old", erases_what_is_too_old),
    ("S23 changed", keeps_what_is_being_changed),
    ("S23 held up", says_what_cannot_be_done),
    ("S23 signed out", forgets_who_signed_out),
]
