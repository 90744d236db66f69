#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""patient_servers.py ADDRESS: servers that keep whoever asks what they are waiting, one a port; prints "ready" once all listen."""

import selectors
import socket
import sys
import threading
import time

def mute(peer):
    time.sleep(60)


def greets(after, text):
    def speak(peer):
        time.sleep(after)
        peer.sendall(text)
        time.sleep(5)

    return speak


def strict_mail(peer):
    """Greets after six seconds, and refuses whoever speaks before."""
    with selectors.DefaultSelector() as ready:
        ready.register(peer, selectors.EVENT_READ)
        if ready.select(6):
            peer.sendall(b"554 courrier.exemple.test ESMTP not accepting messages\r\n")
            return
    peer.sendall(b"220 courrier.exemple.test ESMTP Postfix\r\n")
    time.sleep(5)


def slow_site(peer):
    peer.recv(4096)
    time.sleep(2.5)
    peer.sendall(b"HTTP/1.1 200 OK\r\nServer: lent\r\nContent-Length: 0\r\n\r\n")


def slow_modbus(peer):
    """Understands nothing else, and says nothing of it until its guest leaves; its device thinks for a moment."""
    asked = peer.recv(4096)
    if asked[2:4] == b"\x00\x00" and asked[7:8] == b"\x2b":
        time.sleep(0.2)
        peer.sendall(asked[:4] + b"\x00\x03" + asked[6:7] + b"\xab\x01")
    while asked:
        asked = peer.recv(4096)


# port: (what it does, how many guests at a time, whether those beyond are shown the door rather than left in the queue)
SERVERS = {
    22: (greets(12, b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), 50, False),
    25: (greets(12, b"220 courrier.exemple.test ESMTP Postfix\r\n"), 50, False),
    80: (slow_site, 50, False),
    2526: (strict_mail, 50, False),
    2527: (greets(6, b"220 courrier.exemple.test ESMTP Postfix\r\n"), 50, False),
    3333: (slow_modbus, 50, False),
    3334: (slow_modbus, 1, True),
    3335: (slow_modbus, 1, False),
    **{port: (mute, 50, False) for port in [7999, 8443, *range(30000, 30008)]},
}


def hold(server, speak, most, door):
    seats = threading.Semaphore(most)

    def run(peer):
        try:
            with peer:
                speak(peer)
        except OSError:
            pass
        finally:
            seats.release()

    while True:
        if not door:
            seats.acquire()
        peer, _ = server.accept()
        if door and not seats.acquire(blocking=False):
            peer.close()
            continue
        threading.Thread(target=run, args=(peer,), daemon=True).start()


def main():
    for port, (speak, most, door) in SERVERS.items():
        server = socket.create_server((sys.argv[1], port), backlog=64)
        threading.Thread(target=hold, args=(server, speak, most, door), daemon=True).start()
    print("ready", flush=True)
    time.sleep(600)


main()
