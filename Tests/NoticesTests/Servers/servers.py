"""A mail server and a receiver of webhooks for the tests; Python's own library alone.

servers.py MODE FOLDER [CERT KEY]: MODE is smtp, starttls, smtps, http or https. Prints its port. What arrives is
written to FOLDER/1.txt, FOLDER/2.txt and so on. FOLDER/answer, where it exists, says what to answer instead:
a code such as 451 or 503, or "drop" to hang up once the content has been taken.
"""
import base64, http.server, os, signal, socket, ssl, sys, threading

# A thread of the tests that starts this process may have the signal blocked.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})

mode, folder = sys.argv[1], sys.argv[2]
lock = threading.Lock()


def keep(text):
    with lock:
        number = len([n for n in os.listdir(folder) if n.endswith(".txt")]) + 1
        with open(f"{folder}/{number}.tmp", "wb") as out:
            out.write(text)
        os.rename(f"{folder}/{number}.tmp", f"{folder}/{number}.txt")


def wanted():
    try:
        with open(f"{folder}/answer") as text:
            return text.read().strip()
    except FileNotFoundError:
        return ""


def tls():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3], sys.argv[4])
    return context


def mail(link):
    if mode == "smtps":
        link = tls().wrap_socket(link, server_side=True)
    lines = link.makefile("rb")

    def say(text):
        link.sendall(text.encode() + b"\r\n")

    say("220 localhost")
    secure, notes = mode == "smtps", []
    while line := lines.readline():
        word = line.decode(errors="replace").strip()
        verb = word.upper()
        if verb.startswith("EHLO"):
            offers = ["localhost", "AUTH PLAIN LOGIN"] + (["STARTTLS"] if mode == "starttls" and not secure else [])
            for offer in offers[:-1]:
                say("250-" + offer)
            say("250 " + offers[-1])
        elif verb == "STARTTLS":
            say("220 go ahead")
            link = tls().wrap_socket(link, server_side=True)
            lines, secure = link.makefile("rb"), True
        elif verb.startswith("AUTH PLAIN"):
            parts = word.split()
            if len(parts) < 3:
                say("334 ")
                parts.append(lines.readline().decode().strip())
            notes.append("auth: " + base64.b64decode(parts[2]).decode().replace("\0", "|"))
            say("235 welcome")
        elif verb.startswith("RCPT"):
            answer = wanted()
            if answer[:1] in ("4", "5"):
                say(answer + " no")
            else:
                notes.append("rcpt: " + word)
                say("250 ok")
        elif verb.startswith("MAIL"):
            notes.append("mail: " + word)
            say("250 ok")
        elif verb == "DATA":
            say("354 go on")
            content = b""
            while (part := lines.readline()) not in (b".\r\n", b""):
                content += part[1:] if part.startswith(b"..") else part
            keep(("tls: %s\n%s\n\n" % (secure, "\n".join(notes))).encode() + content)
            if wanted() == "drop":
                link.close()
                return
            say("250 taken")
        elif verb == "QUIT":
            say("221 bye")
            return
        else:
            say("250 ok")


def serve_mail():
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        link, _ = listener.accept()

        def quietly():
            try:
                mail(link)
            except (OSError, ValueError):
                pass
            link.close()

        threading.Thread(target=quietly, daemon=True).start()


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        answer = wanted()
        if answer in ("", "drop"):
            keep((self.path + "\n" + str(self.headers)).encode().replace(b"\r\n", b"\n") + b"\n" + body)
        if answer == "drop":
            self.close_connection = True
            return
        self.send_response(int(answer or 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def serve_hooks():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    if mode == "https":
        server.socket = tls().wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    server.serve_forever()


serve_hooks() if mode in ("http", "https") else serve_mail()
