#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""hostile_servers.py ADDRESS: servers that mean harm to whoever asks what they are, one a port; prints "ready" once all listen."""

import os
import socket
import struct
import sys
import threading
import time

ESCAPES = b"\x1b[2J\x1b]0;owned\x07\x1b[31m\x9b5n\x00\r\x08<script>alert(1)</script>|`x`\n\xff\xfe\xe2\x80\xae"


def endless(peer):
    while True:
        peer.sendall(b"220 " + b"A" * 65536)


def drip(peer):
    for byte in b"SSH-2.0-" + b"x" * 3600:
        peer.sendall(bytes([byte]))
        time.sleep(0.5)


def garbage(peer):
    peer.sendall(os.urandom(4096))
    time.sleep(30)


def tls_garbage(peer):
    """A TLS record that announces a handshake, and what is in it is noise."""
    peer.recv(4096)
    peer.sendall(b"\x16\x03\x03\x40\x00" + os.urandom(0x4000))
    time.sleep(30)


def tls_endless(peer):
    peer.recv(4096)
    while True:
        peer.sendall(b"\x16\x03\x03\x00\x04\x0e\x00\x00\x00" * 1000)


def hello(peer):
    """Who is there, and a ServerHello of TLS 1.2 that takes AES128-SHA, whatever was offered."""
    peer.recv(4096)
    body = b"\x03\x03" + bytes(32) + b"\x00" + b"\x00\x2f" + b"\x00"
    message = b"\x02" + struct.pack(">I", len(body))[1:] + body
    return b"\x16\x03\x03" + struct.pack(">H", len(message)) + message


def tls_half(peer):
    """Begins a handshake, and says no more."""
    peer.sendall(hello(peer))
    time.sleep(60)


def tls_drip(peer):
    for byte in hello(peer):
        peer.sendall(bytes([byte]))
        time.sleep(0.4)


def http_headers(peer):
    peer.recv(4096)
    peer.sendall(b"HTTP/1.1 200 OK\r\nServer: " + ESCAPES.replace(b"\n", b"") + b"\r\n")
    while True:
        peer.sendall(b"X-A: " + b"A" * 8000 + b"\r\n")


def ten_megabytes(peer):
    peer.recv(4096)
    peer.sendall(b"A" * 10_000_000)


def reset(peer):
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def mute(peer):
    time.sleep(60)


def says(text):
    def speak(peer):
        peer.sendall(text)
        time.sleep(20)

    return speak


# A name in the known form, then escapes: what is taken for the product must not carry them.
SERVERS = {
    21: says(b"220 (vsFTPd 3.0.3" + ESCAPES.replace(b"\n", b"") + b")\r\n"),
    22: says(b"SSH-2.0-OpenSSH_9.2p1 " + ESCAPES.replace(b"\n", b"") + b"\r\n"),
    23: endless,
    25: drip,
    80: http_headers,
    110: garbage,
    443: tls_garbage,
    993: tls_endless,
    2575: ten_megabytes,
    3306: says(b"\xff\xff\xff\x00\x0a" + ESCAPES),
    4242: garbage,
    5432: reset,
    5900: says(b"RFB 003.008\n" + b"\xff" * 65536),
    6379: says(b"-ERR " + ESCAPES * 1000),
    8080: ten_megabytes,
    8443: mute,
    9443: tls_half,
    10443: tls_drip,
}


def hold(server, speak):
    while True:
        peer, _ = server.accept()

        def run(peer=peer):
            try:
                with peer:
                    speak(peer)
            except OSError:
                pass

        threading.Thread(target=run, daemon=True).start()


def main():
    if sys.argv[1:] == ["--ports"]:
        print(", ".join(str(port) for port in SERVERS))
        return
    for port, speak in SERVERS.items():
        server = socket.create_server((sys.argv[1], port), backlog=64)
        threading.Thread(target=hold, args=(server, speak), daemon=True).start()
    print("ready", flush=True)
    time.sleep(600)


main()
