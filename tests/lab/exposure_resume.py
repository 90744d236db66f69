#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""exposure_resume.py SNAPSHOT CAPTURE LOG: holds what a resumed audit did (packets, action log) against what the stopped one had written down.

Ends with 1 and names each port, service, endpoint, site or zone that was read before and was asked again."""
import json
import re
import subprocess
import sys


def snapshot(path):
    data = open(path, "rb").read()
    size = int.from_bytes(data[16:24], "little")
    return json.loads(subprocess.run(["zstd", "-dcq"], input=data[24 : 24 + size], stdout=subprocess.PIPE, check=True).stdout)


def ports(ranges):
    out = set()
    for one in filter(None, ranges.split(",")):
        first, _, last = one.partition("-")
        out.update(range(int(first), int(last or first) + 1))
    return out


def packets(path, what):
    text = subprocess.run(["tcpdump", "-n", "-r", path, what], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return re.findall(r"IP \S+ > ([\d.]+)\.(\d+):", text)


def log_of_second_run(path):
    lines = [json.loads(line) for line in open(path, encoding="utf-8")]
    last = max(i for i, line in enumerate(lines) if line["action"] == "begin")
    return lines[last:]


facts = snapshot(sys.argv[1])
log = log_of_second_run(sys.argv[3])
again = []
shut, heard = set(), set()
for host in facts["unfinished"]["ports"]:
    for verdict, ranges in host["tcp"].items():
        if not verdict.startswith("open/"):
            shut |= {(host["address"], port) for port in ports(ranges)}
    heard |= {(host["address"], port) for port in ports(host["udp"])}
syns = {(a, int(p)) for a, p in packets(sys.argv[2], "tcp[tcpflags] & (tcp-syn|tcp-ack) = tcp-syn")}
# where some ports stay silent, up to sixteen that answered are asked again, to know what the line loses
twice = shut & syns
quiet = "127.6.0.3"
again += [f"port {a}:{p}/tcp" for a, p in twice if a != quiet or sum(1 for b, _ in twice if b == quiet) > 16]
# the resolver is asked through the machine's own means; it is no audited port then
resolver = "127.6.0.53"
again += [f"port {a}:{p}/udp" for a, p in heard & {(a, int(p)) for a, p in packets(sys.argv[2], "udp")} if (a, p) != (resolver, 53)]

known = {
    "identify": {f"{s['address']}:{s['port']}/{s['transport']}" for s in facts["services"] if s["identified"][0] != 0},
    "tls": {t["service"] for t in facts["tls"]},
    "dns": {f"{s['name']} {one['address']}" for z in facts["zones"] for s in z["servers"] for one in s["asked"]},
}
pages = {(s["service"].removesuffix("/tcp"), s["url"]) for s in facts["sites"]}
for line in log:
    if line["target"] in known.get(line["action"], ()):
        again.append(f"{line['action']} {line['target']}")
    if line["action"] == "web" and any(line["target"] == where and line["detail"].endswith(" " + url) for where, url in pages):
        again.append(f"web {line['detail']} at {line['target']}")
steps = facts["unfinished"]["steps"]
print(f"after {steps[-1] if steps else 'nothing'}: {len(shut)} ports, {len(heard)} by UDP, {len(known['identify'])} services, {len(known['tls'])} endpoints, {len(pages)} sites known")
if again:
    print("; ".join(again[:10]))
sys.exit(1 if again else 0)
