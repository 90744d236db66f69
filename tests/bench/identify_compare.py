#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""identify_compare.py OURS NMAP.XML <SERVICES: what hygie_test_identify and nmap -sV named, as a table. A service is
named when its protocol is said as known, not as what the port's number suggests (nmap: method "probed")."""
import re
import sys
import xml.etree.ElementTree as tree

ours, theirs = {}, {}
for line in open(sys.argv[1], encoding="utf-8", errors="replace"):
    parts = line.rstrip("\n").split("\t")
    if len(parts) >= 7:
        ours[parts[0]] = parts
for host in tree.parse(sys.argv[2]).getroot().iter("host"):
    address = next(one.get("addr") for one in host.iter("address") if one.get("addrtype") == "ipv4")
    for port in host.iter("port"):
        if port.find("state").get("state") == "open":
            service = port.find("service")
            theirs[f"{address}:{port.get('portid')}"] = tree.Element("service") if service is None else service

totals = {"hygie": [0, 0, 0], "nmap": [0, 0, 0]}  # right, with a product, with a version
print("| service | hygie | nmap -sV |\n| --- | --- | --- |")
for line in sys.stdin:
    place, protocol, accepted = line.rstrip("\n").split(",")
    at = "127.1.0." + place
    _, name, tls, product, version, outcome, reason = ours.get(at, [at, "?", "", "", "", "unknown", "not seen"])
    right = name == protocol
    cell = f"{name}{'/TLS' if tls == 'tls' else ''} {product} {version}".strip() if name != "?" else f"not named ({reason})"
    seen = theirs.get(at)
    known = seen is not None and seen.get("method") == "probed"
    matches = known and re.fullmatch(accepted, seen.get("name", "")) is not None
    words = ["not seen"] if seen is None else [seen.get("name", "") + ("" if known else "?"), seen.get("product", ""), seen.get("version", "")]
    for who, good, has_product, has_version in (
        ("hygie", right, product, version),
        ("nmap", matches, seen is not None and seen.get("product"), seen is not None and seen.get("version")),
    ):
        totals[who][0] += good
        totals[who][1] += bool(good and has_product)
        totals[who][2] += bool(good and has_version)
    print(f"| {at} {protocol} | {'' if right else '**'}{cell}{'' if right else '**'} | {'' if matches else '**'}{' '.join(filter(None, words))}{'' if matches else '**'} |")
for who, (good, products, versions) in totals.items():
    print(f"{who}: {good} named, {products} of them with a product, {versions} with a version")
