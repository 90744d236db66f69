#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""For exposure_loss.sh: what stands at the other end of a bad network, and what a scan of it should have said.

  serve               TCP listeners on every OPEN port of every address, UDP ones that answer on the OPEN ports of UDP
  delay NAMESPACE     carries packets to another namespace and back, late: 1.3 s there and back to .200, 700 ms to .201
  judge WHAT FILE     holds a scan's lines against the truth; WHAT: exact, or held (refusals are held back: for closed and
                      silent ports "closed or filtered" is right)
  datagrams FILE ...  the same for UDP
  audit FILE WANTED   the same for a whole audit

Ports 20000 to 20000 + n - 1: of four, one is open and three are closed, but the last tenth is silent."""
import fcntl, heapq, json, os, select, selectors, socket, struct, sys, time

FIRST = 20000
UDP_OPEN, UDP_CLOSED, UDP_SILENT = range(21000, 21005), range(21100, 21120), range(21200, 21205)


def truth(port, ports):
    if port - FIRST >= ports * 9 // 10:
        return "filtered"
    return "open" if port % 4 == 0 else "closed"


def serve(ports):
    waiting = selectors.DefaultSelector()
    for port in range(FIRST, FIRST + ports):
        if truth(port, ports) != "open":
            continue
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("0.0.0.0", port))
        listener.listen(100)
        listener.setblocking(False)
        waiting.register(listener, selectors.EVENT_READ, "tcp")
    for port in [*UDP_OPEN, *UDP_SILENT]:
        listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        listener.bind(("0.0.0.0", port))
        waiting.register(listener, selectors.EVENT_READ, "udp")
    print("ready", flush=True)
    while True:
        for key, _ in waiting.select():
            try:
                if key.data == "tcp":
                    key.fileobj.accept()[0].close()
                else:
                    said, peer = key.fileobj.recvfrom(2000)
                    key.fileobj.sendto(said, peer)
            except OSError:
                pass


def tun(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, 0x400454CA, struct.pack("16sH22x", name.encode(), 0x0001 | 0x1000))  # TUNSETIFF: tun, without a header
    return device


def enter(namespace):
    import ctypes
    handle = os.open("/run/netns/" + namespace, os.O_RDONLY)
    if ctypes.CDLL(None, use_errno=True).setns(handle, 0x40000000) != 0:
        sys.exit("setns failed")


def late(packet):
    hosts = {200: 0.65, 201: 0.35}
    return hosts.get(packet[15]) or hosts.get(packet[19]) or 0


def delay(namespace):
    near = tun("late")
    enter(namespace)
    far = tun("late")
    print("ready", flush=True)
    on_the_way, count = [], 0
    while True:
        now = time.monotonic()
        while on_the_way and on_the_way[0][0] <= now:
            _, _, to, packet = heapq.heappop(on_the_way)
            try:
                os.write(to, packet)
            except OSError:
                pass
        wait = max(0, on_the_way[0][0] - now) if on_the_way else 1
        for device in select.select([near, far], [], [], wait)[0]:
            try:
                packet = os.read(device, 65536)
            except OSError:
                continue
            if packet[0] >> 4 != 4:
                continue
            count += 1
            heapq.heappush(on_the_way, (time.monotonic() + late(packet), count, far if device == near else near, packet))


def judge(what, file, ports, hosts, milliseconds):
    seen, summaries = {}, []
    for line in open(file):
        one = json.loads(line)
        if "state" in one:
            seen[(one["host"], one["port"])] = "filtered or closed" if one["why"] == "held_back" else one["state"]
        elif "summary" in one:
            summaries.append(one)
    wanted = {(host, port): truth(port, ports) for host in hosts for port in range(FIRST, FIRST + ports)}
    confused = {}
    for key, right in wanted.items():
        said = seen.get(key, "nothing")
        if said != right:
            confused[(right, said)] = confused.get((right, said), 0) + 1
    existing = sum(1 for right in wanted.values() if right == "open")
    missed = sum(n for (right, _), n in confused.items() if right == "open")
    invented = sum(n for (_, said), n in confused.items() if said == "open")
    wrong = sum(confused.values())
    if what == "held":  # the engine says itself that it cannot tell
        wrong -= sum(n for (_, said), n in confused.items() if said == "filtered or closed")
    lost = sum(one["lost"] for one in summaries) / max(1, len(summaries))
    limits = sum(one["limits"] for one in summaries)
    words = ", ".join(f"{n} {right} said {said}" for (right, said), n in sorted(confused.items())) or "no mistake"
    print(f"{existing - missed}/{existing} open found, {len(wanted)} states, {words}; loss measured {100 * lost:.1f} %, "
          f"limits seen on {limits}/{len(hosts)}, {milliseconds / 1000:.1f} s")
    limited = what == "exact" or limits == len(hosts)
    sys.exit(0 if existing - missed > 0.999 * existing and invented == 0 and wrong < 0.001 * len(wanted) and limited else 1)


def datagrams(file, *words):
    """WORDS: open=finished closed=closed,doubtful silent=silent: the ends allowed for each kind."""
    allowed = dict(word.split("=") for word in words)
    ends = {json.loads(line)["port"]: json.loads(line)["end"] for line in open(file)}
    bad, told = [], {}
    for kind, ports in (("open", UDP_OPEN), ("closed", UDP_CLOSED), ("silent", UDP_SILENT)):
        for port in ports:
            end = ends.get(port, "nothing")
            told.setdefault(kind, {}).setdefault(end, 0)
            told[kind][end] += 1
            if kind in allowed and end not in allowed[kind].split(","):
                bad.append(f"{port}: {end}")
    print("; ".join(f"{kind}: " + ", ".join(f"{n} {end}" for end, n in sorted(of.items())) for kind, of in told.items()), " ".join(bad))
    sys.exit(1 if bad else 0)


def audit(file, wanted):
    """An audit's report of a host whose UDP ports are all closed. WANTED: known (each refused), or doubtful (most are not)."""
    never = ["SNMP", "TFTP", "IPMI", "RPCBIND", "SIP", "L2TP", "DISCOVERY", "BACNET", "KNX"]
    verdicts, refused, reasons = {}, 0, set()
    for finding in json.load(open(file))["findings"]:
        if finding["check"] not in ["EXP-" + name + "-EXPOSED" for name in never]:
            continue
        verdicts[finding["verdict"]] = verdicts.get(finding["verdict"], 0) + 1
        for subject in finding["subjects"]:
            refused += int(subject["evidence"].get("refused_ports", 0))
            reasons.add(subject["evidence"].get("reason", ""))
    print(", ".join(f"{n} {verdict}" for verdict, n in sorted(verdicts.items())), "; ports refused:", refused, " ".join(reasons))
    if wanted == "known":
        sys.exit(0 if verdicts == {"pass": 9} and refused == 11 else 1)
    sys.exit(0 if "fail" not in verdicts and verdicts.get("unknown", 0) >= 4 and reasons <= {"", "answers-limited"} else 1)


if sys.argv[1] == "serve":
    serve(int(sys.argv[2]))
elif sys.argv[1] == "delay":
    delay(sys.argv[2])
elif sys.argv[1] == "judge":
    judge(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5].split(","), int(sys.argv[6]))
elif sys.argv[1] == "audit":
    audit(*sys.argv[2:])
elif sys.argv[1] == "datagrams":
    datagrams(*sys.argv[2:])
