#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""compare_tls.py OURS.json SSLSCAN.xml EXPECTATION...: protocols and suites held against sslscan's, one line a difference.

An EXPECTATION is PATH=VALUE in our JSON ("dh_bits=1024", "versions/TLS 1.3/offered=present"; a value that ends with * begins so), or
ours:VERSION:SUITE / theirs:VERSION:SUITE, a difference that the caller explains: it has to be there, or it is itself a failure."""
import json
import sys
import xml.etree.ElementTree as ElementTree


def suites_of(ours):
    return {(version, suite["id"].lower()) for version, facts in ours["versions"].items() for suite in facts["suites"]}


def sslscan_suites(tree):
    return {(c.get("sslversion").replace("TLSv", "TLS ").replace("SSLv3", "SSL 3.0"), c.get("id").lower()) for c in tree.iter("cipher")}


def sslscan_protocols(tree):
    names = {("tls", "1.0"): "TLS 1.0", ("tls", "1.1"): "TLS 1.1", ("tls", "1.2"): "TLS 1.2", ("tls", "1.3"): "TLS 1.3", ("ssl", "3"): "SSL 3.0"}
    return {names[key]: p.get("enabled") == "1" for p in tree.iter("protocol") if (key := (p.get("type"), p.get("version"))) in names}


def differences(ours, tree):
    mine, theirs = suites_of(ours), sslscan_suites(tree)
    found = {f"ours:{version}:{suite}" for version, suite in mine - theirs}
    found |= {f"theirs:{version}:{suite}" for version, suite in theirs - mine}
    for version, enabled in sslscan_protocols(tree).items():
        offered = ours["versions"][version]["offered"]
        if offered.startswith("unknown") or (offered == "present") != enabled:
            found.add(f"protocol:{version}:{offered}:{enabled}")
    return found


def value_at(ours, path):
    for step in path.split("/"):
        ours = ours[step]
    return ours if isinstance(ours, str) else json.dumps(ours)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        ours = json.load(file)
    problems = []
    explained = {e for e in sys.argv[3:] if e.startswith(("ours:", "theirs:", "protocol:"))}
    found = differences(ours, ElementTree.parse(sys.argv[2]))
    problems += [f"not explained: {one}" for one in sorted(found - explained)]
    problems += [f"explained but not there: {one}" for one in sorted(explained - found)]
    if not suites_of(ours):
        problems.append("no suite at all")
    for expectation in sys.argv[3:]:
        if expectation in explained:
            continue
        path, wanted = expectation.split("=", 1)
        got = value_at(ours, path)
        if got != wanted and not (wanted.endswith("*") and got.startswith(wanted[:-1])):
            problems.append(f"{path}: {got}, not {wanted}")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
