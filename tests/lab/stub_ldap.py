#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""stub_ldap.py SCENARIO [options]: a small LDAP server that misbehaves on purpose, for a collector's tests.

It does what Samba cannot be made to do.  Prints its URL on the first line of standard output, answers on loopback
alone, and ends by itself after --lifetime seconds.  Any bind is accepted, except in bad-credentials.

  plain             a directory of --entries users, in three partitions; pages (1.2.840.113556.1.4.319) are honoured
  ranges            a group of --members members given by 1500: member;range=0-1499, then member;range=1500-2999 ...
  drop-once         closes the connection after --after entries, the first time only
  drop-always       the same, every time
  refuse-control    unavailableCriticalExtension (12) to a critical control --control; not critical: ignored
  refuse-partition  insufficientAccessRights (50) to a search under --partition
  missing-partition noSuchObject (32) to a search under --partition
  size-limit        sizeLimitExceeded (4) after --after entries       time-limit   the same with timeLimitExceeded (3)
  busy              busy (51) to every search                         bad-credentials   invalidCredentials (49)
  references        a search reference among the entries              referral     referral (10) instead of an answer
  stuck-cookie      the same page for ever, always with a cookie      garbage      bytes that are not BER
  oversized         a message that says it is 2 GiB long              hang         answers the bind, then nothing
  hang-midway       --after entries, then nothing
"""
import argparse
import os
import socket
import sys
import threading
import time

import stub_content as content
from stub_ber import integer, octets, read_message, sequence, tlv, unpack

SCENARIOS = [line.split()[0] for line in __doc__.splitlines() if line.startswith("  ")]
SCENARIOS += ["time-limit", "bad-credentials", "referral", "garbage", "hang"]
PAGED, RANGE = "1.2.840.113556.1.4.319", 1500
BIND, UNBIND, SEARCH, ABANDON, EXTENDED = 0x60, 0x42, 0x63, 0x50, 0x77
MOST_CONNECTIONS = 32


class Closed(Exception):
    pass


class Client:
    def __init__(self, connection, options, state):
        self.connection, self.options, self.state = connection, options, state
        self.connection.settimeout(options.lifetime)

    def send(self, identity, operation, controls=b""):
        self.connection.sendall(sequence(integer(identity) + operation + controls))

    def result(self, identity, kind, code, message="", referral="", controls=b""):
        body = integer(code, 0x0A) + octets("") + octets(message)
        if referral:
            body += tlv(0xA3, octets(referral))
        self.send(identity, tlv(kind, body), controls)

    def serve(self):
        try:
            while True:
                self.handle(*read_message(self.connection))
        except (Closed, OSError, EOFError):
            pass
        except (ValueError, IndexError, UnicodeDecodeError) as error:
            print("stub_ldap: bad request: %s" % error, file=sys.stderr)
        finally:
            self.connection.close()

    def handle(self, identity, kind, body, controls):
        if kind == BIND:
            refused = self.options.scenario == "bad-credentials"
            self.result(identity, 0x61, 49 if refused else 0, "80090308: data 52e" if refused else "")
        elif kind == SEARCH:
            self.search(identity, body, controls)
        elif kind == UNBIND:
            raise Closed
        elif kind == EXTENDED:
            self.result(identity, 0x78, 2, "not supported")
        elif kind != ABANDON:
            self.result(identity, kind + 2, 53, "read only")

    # -- searches --------------------------------------------------------------------------------------------------
    def search(self, identity, body, controls):
        base, scope, _, _, _, _, flt, attributes = unpack(body)
        base = base[1].decode().lower()
        asked = [value.decode() for _, value in unpack(attributes[1])]
        if base and self.refused(identity, base, controls):
            return
        found = [e for e in content.under(self.state.entries, base, scope[1][0]) if content.matches(e, flt)]
        if base and not content.exists(self.state.entries, base):
            self.result(identity, 0x65, 32, "no such object")
            return
        try:
            self.answer(identity, found, asked, controls, base)
        except Stop:
            pass

    def refused(self, identity, base, controls):
        """The whole search is answered here when the scenario says so."""
        scenario, partition = self.options.scenario, self.options.partition.lower()
        inside = base == partition or base.endswith("," + partition)
        code = {"busy": 51}.get(scenario)
        if scenario == "refuse-control" and any(oid == self.options.control and critical for oid, critical,
                                                _ in controls):
            code = 12
        if scenario in ("refuse-partition", "missing-partition") and inside:
            code = 50 if scenario == "refuse-partition" else 32
        if code is not None:
            self.result(identity, 0x65, code, scenario)
        elif scenario == "referral":
            self.result(identity, 0x65, 10, scenario, "ldap://127.0.0.1:1/" + base)
        elif scenario == "garbage":
            self.connection.sendall(b"\x00\xff\xfe garbage \x30\x84" * 8)
            raise Closed
        elif scenario == "oversized":
            self.connection.sendall(b"\x30\x84\x7f\xff\xff\xff\x02\x01")
            time.sleep(self.options.lifetime)
        elif scenario == "hang":
            time.sleep(self.options.lifetime)
        else:
            return False
        return True

    def answer(self, identity, found, asked, controls, base):
        page = next((unpack(unpack(value)[0][1]) for oid, _, value in controls if oid == PAGED), None)
        start = int(page[1][1] or b"0") if page else 0
        size = int.from_bytes(page[0][1], "big") if page else len(found)
        stuck = self.options.scenario == "stuck-cookie" and base
        batch = found[:size] if stuck else found[start:start + size]
        for sent, entry in enumerate(batch):
            if base:
                self.interrupt(identity, start + sent)
            self.send(identity, content.encode(entry, asked, RANGE))
        if self.options.scenario == "references" and base:
            self.send(identity, tlv(0x73, octets("ldap://127.0.0.1:1/DC=ailleurs,DC=test")))
        if base and self.limit(identity):
            return
        after = start + len(batch)
        cookie = b"0" if stuck else str(after).encode() if after < len(found) else b""
        reply = b""
        if page:
            value = sequence(integer(0) + octets(cookie))
            reply = tlv(0xA0, sequence(octets(PAGED) + octets(value)))
        self.result(identity, 0x65, 0, controls=reply)

    def interrupt(self, identity, sent):
        if sent < self.options.after:
            return
        scenario = self.options.scenario
        if scenario == "drop-always" or (scenario == "drop-once" and self.state.first_drop()):
            raise Closed
        if scenario == "hang-midway":
            time.sleep(self.options.lifetime)
        if self.limit(identity):
            raise Stop

    def limit(self, identity):
        code = {"size-limit": 4, "time-limit": 3}.get(self.options.scenario)
        if code:
            self.result(identity, 0x65, code, self.options.scenario)
        return code is not None


class Stop(Exception):
    """The answer is complete, the connection goes on."""


class State:
    def __init__(self, options):
        members = options.members if options.scenario == "ranges" else min(options.members, 10)
        self.entries = content.directory(options.entries, members)
        self.dropped, self.lock = False, threading.Lock()

    def first_drop(self):
        with self.lock:
            first, self.dropped = not self.dropped, True
        return first


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", choices=sorted(set(SCENARIOS)), metavar="SCENARIO")
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--members", type=int, default=3200)
    parser.add_argument("--after", type=int, default=10)
    parser.add_argument("--control", default="1.2.840.113556.1.4.801")
    parser.add_argument("--partition", default="CN=Configuration,DC=stub,DC=test")
    parser.add_argument("--lifetime", type=int, default=60)
    options = parser.parse_args()
    if not options.address.startswith("127."):
        parser.error("loopback addresses only")
    if not 0 <= options.entries <= 100000 or not 0 <= options.members <= 100000 or not 1 <= options.lifetime <= 600:
        parser.error("--entries and --members: up to 100000; --lifetime: up to 600")
    return options


def main():
    options = arguments()
    state = State(options)
    listener = socket.create_server((options.address, options.port))
    print("ldap://%s:%d" % listener.getsockname(), flush=True)
    # os._exit: threads that hang on purpose must not outlive the server
    ender = threading.Timer(options.lifetime, os._exit, (0,))
    ender.daemon = True
    ender.start()
    slots = threading.BoundedSemaphore(MOST_CONNECTIONS)

    def run(connection):
        with slots:
            Client(connection, options, state).serve()

    while True:
        threading.Thread(target=run, args=(listener.accept()[0],), daemon=True).start()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
