"""A cable between the browser and the zone, which a journey can pull out."""

import socket
import threading


class Cable:
    """Hands bytes on between a port of its own and the zone's; pulled out, it answers nobody."""

    def __init__(self, base: str):
        host, _, port = base.removeprefix("http://").partition(":")
        self.zone = (host, int(port))
        self.is_in, self.open, self.swallows, self.lost = True, set(), 0, None
        self.breaks, self.broken, self.says, self.asked = False, None, None, b""
        self.door = socket.create_server(("127.0.0.1", 0))
        self.number = self.door.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.number}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                browser, _ = self.door.accept()
            except OSError:
                return
            if not self.is_in:
                browser.close()
                continue
            threading.Thread(target=self.join, args=(browser,), daemon=True).start()

    def join(self, browser: socket.socket):
        zone = socket.create_connection(self.zone)
        pair = {browser, zone}
        self.open |= pair
        threading.Thread(target=self.pump, args=(browser, zone, True, pair), daemon=True).start()
        self.pump(zone, browser, False, pair)

    def pump(self, source: socket.socket, sink: socket.socket, is_asking: bool, pair: set):
        try:
            while piece := source.recv(65536):
                if is_asking and self.says and self.asked in piece:
                    # To its end, so that closing does not cut the answer off.
                    source.settimeout(0.2)
                    try:
                        source.recv(65536)
                    except TimeoutError:
                        pass
                    source.sendall(self.says or b"")
                    return
                if is_asking and self.breaks and b"/desk HTTP/1.1" in piece:
                    self.breaks, self.broken = False, sink
                elif source is self.broken:
                    self.broken = None
                    sink.sendall(piece[: len(piece) // 2])
                    self.pull()
                    return
                if is_asking and self.swallows and b"/visits HTTP/1.1" in piece:
                    self.swallows -= 1
                    if not self.swallows:
                        self.lost = sink
                elif source is self.lost:
                    # The zone has got the request; its answer finds nobody any more.
                    self.lost = None
                    self.pull()
                    return
                sink.sendall(piece)
        except OSError:
            pass
        finally:
            for one in pair:
                one.close()
            self.open -= pair

    def lose_answer(self, number: int):
        """The answer to the visit of this number is lost, and the link with it."""
        self.swallows = number

    def break_page(self):
        """The next page of a station's staff breaks off in its middle, and the link with it."""
        self.breaks = True

    def answer(self, what: str, status: str = "", code: str = ""):
        """From now on `what` is answered so, and does not reach the zone; with no status it does again."""
        self.asked = f"/{what} HTTP/1.1".encode()
        body = f'{{"code":"{code}","title":"{code}"}}'.encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/problem+json\r\nContent-Length: {len(body)}\r\n"
        self.says = f"{head}Connection: close\r\n\r\n".encode() + body if status else None

    def pull(self):
        self.is_in = False
        for one in list(self.open):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            one.close()

    def plug(self):
        self.is_in, self.swallows = True, 0

    def close(self):
        self.pull()
        self.door.close()
