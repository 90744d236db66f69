#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""fake_tls.py MODE PORT CERTIFICATE.pem KEY.pem: answers as servers with a known flaw do, in record types, lengths and order alone; no memory is spilled,
nothing is ever decrypted but the padding of the secret that a test sent. Listens on 127.0.0.1.

  heartbleed       answers a heartbeat of a false length         heartbeat    drops it and refuses what follows, as it should
  heartbeat-mute   says nothing any more                         ccs          takes ChangeCipherSpec too early, then cannot decrypt
  ccs-refuse       refuses it by another alert                   ccs-mute     says nothing any more
  robot            tells bad padding from bad Finished           robot-moody  answers by turns, whatever the padding
  robot-cut        hangs up on every secret                      robot-mute   says nothing any more
                                                                 robot-sound  answers the same whatever the padding
  ticketbleed      gives back a session id longer than was sent  ssl2         speaks SSLv2 besides TLS 1.2
Everything that has nothing to do with the flaw is answered by the same flight of TLS 1.2 with one RSA suite, ticketbleed by Python's own TLS."""
import re
import socket
import ssl
import struct
import subprocess
import sys
import threading

MODE, PORT, CERTIFICATE, KEY = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
SUITE, HEARTBEAT, TICKET = 0x002F, 15, 35
turns = [0]


def number(text, name):
    return int(re.sub(r"[\s:]", "", re.search(name + r":\s*((?:[0-9a-f]{2}[:\s]*)+)", text).group(1)), 16)


key_text = subprocess.run(["openssl", "rsa", "-in", KEY, "-noout", "-text"], capture_output=True, text=True, check=True).stdout
MODULUS, PRIVATE = number(key_text, "modulus"), number(key_text, "privateExponent")
DER = ssl.PEM_cert_to_DER_cert(open(CERTIFICATE, encoding="ascii").read())


def record(kind, body):
    return struct.pack(">BHH", kind, 0x0303, len(body)) + body


def message(kind, body):
    return record(22, bytes([kind]) + len(body).to_bytes(3, "big") + body)


def alert(number):
    return record(21, bytes([2, number]))


def exactly(peer, count):
    got = b""
    while len(got) < count:
        piece = peer.recv(count - len(got))
        if not piece:
            raise ConnectionError
        got += piece
    return got


def read_record(peer):
    kind, _, length = struct.unpack(">BHH", exactly(peer, 5))
    return kind, exactly(peer, length)


def parse_hello(body):
    """Version, session id, suites and extensions of a ClientHello with its handshake header."""
    version, at = struct.unpack(">H", body[4:6])[0], 38
    session, at = body[at + 1 : at + 1 + body[at]], at + 1 + body[at]
    count = struct.unpack(">H", body[at : at + 2])[0]
    suites = struct.unpack(f">{count // 2}H", body[at + 2 : at + 2 + count])
    at += 2 + count
    at += 1 + body[at] + 2
    extensions = {}
    while at + 4 <= len(body):
        kind, length = struct.unpack(">HH", body[at : at + 4])
        extensions[kind] = body[at + 4 : at + 4 + length]
        at += 4 + length
    return version, session, suites, extensions


def server_hello(extensions=b"", session=b"", suite=SUITE):
    body = b"\x03\x03" + b"\x77" * 32 + bytes([len(session)]) + session + struct.pack(">HB", suite, 0)
    return message(2, body + struct.pack(">H", len(extensions)) + extensions)


def flight(heartbeat):
    extensions = b"\xff\x01\x00\x01\x00" + (struct.pack(">HHB", HEARTBEAT, 1, 1) if heartbeat else b"")
    one = len(DER).to_bytes(3, "big") + DER
    return server_hello(extensions) + message(11, len(one).to_bytes(3, "big") + one) + message(14, b"")


def well_padded(secret):
    size = (MODULUS.bit_length() + 7) // 8
    block = pow(int.from_bytes(secret, "big"), PRIVATE, MODULUS).to_bytes(size, "big")
    return block[:2] == b"\0\x02" and 0 not in block[2 : size - 49] and block[size - 49 : size - 46] == b"\0\x03\x03"


def wait(peer):
    while peer.recv(4096):
        pass


def after_secret(peer, body):
    turns[0] += 1
    if MODE == "robot-cut":
        return
    good = well_padded(body[6:]) if MODE == "robot" else turns[0] % 2 == 0 if MODE == "robot-moody" else True
    read_record(peer)
    read_record(peer)
    peer.sendall(alert(20 if good else 51))


def after_flight(peer):
    changes = 0
    while True:
        kind, body = read_record(peer)
        if MODE.endswith("-mute"):
            return wait(peer)
        if kind == 24:
            if MODE == "heartbleed":
                peer.sendall(record(24, bytes(struct.unpack(">H", body[1:3])[0] + 19)))
        elif kind == 20 and MODE == "ccs":
            changes += 1
            if changes == 2:
                return peer.sendall(alert(20))
        elif kind == 20 and MODE == "ccs-refuse":
            return peer.sendall(alert(40))
        elif kind == 22 and body[0] == 16:
            return after_secret(peer, body)
        else:
            return peer.sendall(alert(10))


def ssl2(peer, first):
    exactly(peer, struct.unpack(">H", first[:2])[0] & 0x7FFF)
    ciphers = b"\x01\x00\x80\x02\x00\x80"
    body = b"\x04\x00\x01\x00\x02" + struct.pack(">HHH", len(DER), len(ciphers), 16) + DER + ciphers + b"\x55" * 16
    peer.sendall(struct.pack(">H", 0x8000 | len(body)) + body)


def by_python(peer):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(CERTIFICATE, KEY)
    with context.wrap_socket(peer, server_side=True) as inside:
        inside.recv(1)


def serve(peer):
    with peer:
        peer.settimeout(20)
        first = peer.recv(5, socket.MSG_PEEK)
        if first[:1] != b"\x16":
            if MODE == "ssl2" and first and first[0] & 0x80:
                ssl2(peer, exactly(peer, 2))
            return
        if MODE == "ticketbleed":
            peeked = peer.recv(5 + struct.unpack(">H", first[3:5])[0], socket.MSG_PEEK)
            _, session, suites, extensions = parse_hello(peeked[5:])
            if not (extensions.get(TICKET) and len(session) == 1):
                return by_python(peer)
            return peer.sendall(server_hello(session=session + b"\x42" * 31, suite=suites[0]))
        version, _, suites, extensions = parse_hello(read_record(peer)[1])
        if version != 0x0303 or SUITE not in suites or 43 in extensions:
            return peer.sendall(alert(40))
        peer.sendall(flight(HEARTBEAT in extensions and MODE.startswith("heart")))
        after_flight(peer)


def handle(peer):
    try:
        serve(peer)
    except (OSError, ConnectionError, IndexError, struct.error):
        pass


door = socket.create_server(("127.0.0.1", PORT), backlog=64)
while True:
    threading.Thread(target=handle, args=(door.accept()[0],), daemon=True).start()
