# SPDX-License-Identifier: EUPL-1.2
"""web_hostile.py: servers of HTTP that do wrong on purpose, each on a port of 127.0.0.1, for exposure_web.sh.
9001 an endless body, 9002 a slow drip of headers, 9003 a loop of redirects, 9004 endless headers, 9005 escapes in title
and headers, 9006 silence, 9007 not HTTP, 9008 an endless chain of redirects, 9009 a redirect out of the scope,
9010 every page is there and says the same, 9011 a bomb of gzip, 9000 the auditor's listener."""
import gzip
import socket
import threading
import time

TOKEN = b"lab-token-4711"


def request(peer):
    heard = b""
    while b"\r\n\r\n" not in heard and len(heard) < 65536:
        block = peer.recv(4096)
        if not block:
            break
        heard += block
    return heard.split(b" ")[1] if heard.count(b" ") > 1 else b"/"


def say(peer, head, body=b""):
    peer.sendall(b"HTTP/1.1 " + head + b"\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)


def listener(peer):
    request(peer)
    say(peer, b"200 OK", TOKEN)


def endless_body(peer):
    request(peer)
    peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>endless</title>")
    while True:
        peer.sendall(b"x" * 65536)


def drip(peer):
    request(peer)
    peer.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        peer.sendall(b"X-Slow: 1\r\n")
        time.sleep(0.5)


def loop(peer):
    path = request(peer)
    say(peer, b"302 Found\r\nLocation: " + (b"/b" if path == b"/" else b"/"))


def header_bomb(peer):
    request(peer)
    peer.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        peer.sendall(b"X-Bomb: " + b"y" * 1000 + b"\r\n")


def escapes(peer):
    request(peer)
    say(peer, b"200 OK\r\nServer: \x1b[31mred\x07\r\nX-\xff: \xfe\xff\r\nSet-Cookie: a\x1b=1",
        b"<title>\x1b]0;owned\x07 \xff\xfe</title>")


def silence(peer):
    request(peer)
    time.sleep(60)


def not_http(peer):
    request(peer)
    peer.sendall(b"SSH-2.0-hostile\r\n")


def chain(peer):
    path = request(peer)
    say(peer, b"302 Found\r\nLocation: /%d" % (int(path[1:] or b"0") + 1))


def away(peer):
    request(peer)
    say(peer, b"302 Found\r\nLocation: http://www.ailleurs.example/")


def always(peer):
    request(peer)
    say(peer, b"200 OK\r\nContent-Type: text/html",
        b"<title>phpinfo() phpMyAdmin Grafana</title>PHP Version 8.1.1 pma_username grafanaBootData [core] "
        b"repositoryformatversion = 0 APP_KEY= DB_PASSWORD=x\nDB_PASSWORD=y")


def bomb(peer):
    request(peer)
    body = gzip.compress(b"\0" * 50_000_000)
    say(peer, b"200 OK\r\nContent-Encoding: gzip", body)


def serve(port, answer):
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind(("127.0.0.1", port))
    door.listen(64)

    def hold(peer):
        try:
            answer(peer)
        except OSError:
            pass
        finally:
            peer.close()

    while True:
        peer, _ = door.accept()
        threading.Thread(target=hold, args=(peer,), daemon=True).start()


ALL = {9001: endless_body, 9002: drip, 9003: loop, 9004: header_bomb, 9005: escapes, 9006: silence, 9007: not_http,
       9008: chain, 9009: away, 9010: always, 9011: bomb}
for number, answer in ALL.items():
    threading.Thread(target=serve, args=(number, answer), daemon=True).start()
serve(9000, listener)
