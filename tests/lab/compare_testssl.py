#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""compare_testssl.py CASE OURS.json TESTSSL.json EXPLAINED.tsv: protocols, suites and flaws of one server held against testssl.sh's, one line a difference.

EXPLAINED holds CASE, DIFFERENCE and why, separated by tabs; "*" is any case. A difference that is not in it fails, and so does one of this case that is in it
and is not there any more."""
import json
import re
import sys

PROTOCOLS = {"SSLv2": "SSL 2.0", "SSLv3": "SSL 3.0", "TLS1": "TLS 1.0", "TLS1_1": "TLS 1.1", "TLS1_2": "TLS 1.2", "TLS1_3": "TLS 1.3"}
# what is vulnerable for them, present for us
FLAWS = {"heartbleed": "heartbleed", "CCS": "ccs_injection", "ROBOT": "robot", "secure_client_renego": "client_renegotiation", "ticketbleed": "ticketbleed"}


def theirs_of(rows):
    protocols, suites, flaws = {}, set(), {}
    for row in rows:
        name, finding = row["id"], row["finding"]
        if name in PROTOCOLS:
            protocols[PROTOCOLS[name]] = finding.startswith("offered") or finding.startswith("vulnerable")
        elif (found := re.fullmatch(r"cipher-(ssl2|ssl3|tls1|tls1_1|tls1_2|tls1_3)_x([0-9a-f]+)", name)):
            version = PROTOCOLS[found[1].replace("ssl", "SSLv").replace("tls", "TLS")]
            suites.add((version, int(found[2], 16)))
        elif name in FLAWS:
            word = finding.lower()
            sound = word.startswith(("not vulnerable", "not supported", "no heartbeat")) or row["severity"] == "OK"
            flaws[FLAWS[name]] = "absent" if sound else "present" if "vulnerable" in word else "unknown"
    return protocols, suites, flaws


def differences(ours, rows):
    protocols, suites, flaws = theirs_of(rows)
    found = set()
    for version, offered in protocols.items():
        mine = ours[version]["offered"] if version == "SSL 2.0" else ours["versions"][version]["offered"]
        if mine.startswith("unknown") or (mine == "present") != offered:
            found.add(f"protocol {version}: {mine}, {offered}")
    mine = {(version, int(suite["id"], 16)) for version, facts in ours["versions"].items() for suite in facts["suites"]}
    theirs = {one for one in suites if one[0] != "SSL 2.0"}
    found |= {f"ours alone: {version} {suite:04x}" for version, suite in mine - theirs}
    found |= {f"theirs alone: {version} {suite:04x}" for version, suite in theirs - mine}
    for name, outcome in flaws.items():
        if outcome != "unknown" and ours[name].split(":")[0] not in (outcome, "not_run"):
            found.add(f"{name}: {ours[name]}, {outcome}")
    return found, len(protocols), len(theirs), len(flaws)


def main():
    case = sys.argv[1]
    with open(sys.argv[2], encoding="utf-8") as file:
        ours = json.load(file)
    with open(sys.argv[3], encoding="utf-8") as file:
        found, protocols, suites, flaws = differences(ours, json.load(file))
    explained = set()
    with open(sys.argv[4], encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3 and not line.startswith("#") and fields[0] == case:
                explained.add(fields[1])
    problems = [f"not explained: {one}" for one in sorted(found - explained)]
    problems += [f"explained but not there: {one}" for one in sorted(explained - found)]
    if protocols < 6 or suites == 0:
        problems.append(f"testssl.sh said too little: {protocols} protocols, {suites} suites")
    print("\n".join(problems) if problems else f"{protocols} protocols, {suites} suites, {flaws} flaws, {len(found)} differences explained")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
