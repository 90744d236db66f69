#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""compare_findings.py PLANTED.tsv NEGATIVES.tsv REPORT.json OWN.tsv

Holds a report against what plant.py spoiled.  A planted weakness is found when a check that carries one of its ANSSI or PingCastle ids (or that OWN.tsv
names for its slug) fails on its object.  A negative must be in no failing subject of those checks, and they must have been decided.
OWN.tsv: slug, then the checks of ours that decide it (or "-" and why no check does: said loudly, and counted as skipped).  "=" before a check: that one
alone, whatever ids others carry.  "domain" after them: the finding is on the domain as a whole, for the object planted is what gives it away.
The last line is "N passed, N failed, N skipped"; exit 1 when something failed.
"""
import json
import sys


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def fold(dn):
    return dn.replace("\\", "").lower()


class Report:
    def __init__(self, path):
        with open(path, encoding="utf-8") as text:
            self.report = json.load(text)
        self.by_check, self.by_reference, self.said, self.verdicts = {}, {}, {}, {}
        for finding in self.report["findings"]:
            failing = set()
            if finding["verdict"] == "fail":
                for subject in finding["subjects"]:
                    if subject.get("verdict", "fail") == "fail":
                        failing.add(fold(subject["id"].split(" < ")[0]))
                        failing.add(fold(subject["name"]))
            self.by_check[finding["check"]] = failing
            self.verdicts[finding["check"]] = finding["verdict"]
            self.said[finding["check"]] = fold("\n".join(
                s["message"] + " " + " ".join(s["evidence"].values()) for s in finding["subjects"] if finding["verdict"] == "fail"))
            for ids in (finding["references"].get("anssi", []), finding["references"].get("pingcastle", [])):
                for reference in ids:
                    self.by_reference.setdefault(reference, []).append(finding["check"])
        self.domains = {"dc=hopital,dc=test"}

    def checks_of(self, references):
        return [check for reference in references for check in self.by_reference.get(reference, [])]

    def names(self, check, wanted):
        wanted = fold(wanted)
        first = wanted.split("=", 1)[-1].split(",")[0]
        failing = self.by_check[check]
        # a finding on a machine holds for what lies in the machine's own entry; never one on a unit or on the domain
        within = any(one.startswith("cn=") and wanted.endswith("," + one) and ",ou=" in one for one in failing)
        return wanted in failing or any(first == one or wanted in one for one in failing) or within or self.in_words(check, first)

    def in_words(self, check, first):
        """A finding on a member, a replica or a loop names the planted group, controller or first link in its sentence."""
        return first in self.said[check]

    def fails_on_domain(self, check):
        return any(one in self.domains for one in self.by_check[check])


def main():
    planted, negatives, report, own = sys.argv[1:5]
    report = Report(report)
    ours = {row[0]: row[1:] for row in rows(own)}
    passed = failed = skipped = 0
    slugs = {}
    for row in rows(planted):
        slug, where, what = row[0], row[1], row[2]
        references = [r for r in (row[3].split(",") if len(row) > 3 else []) if r]
        mine = ours.get(slug, [])
        if mine and mine[0] == "-":
            print("SKIP  %s: %s" % (slug, mine[1]))
            skipped += 1
            continue
        whole_domain = "domain" in mine or fold(where) in report.domains
        mine = [check for check in mine if check != "domain"]
        alone = [check[1:] for check in mine if check.startswith("=")]
        checks = sorted(set(alone or mine) | set(() if alone else report.checks_of(references)))
        unknown = [check for check in checks if check not in report.by_check]
        if unknown:
            print("FAIL  %s: no such check %s" % (slug, unknown))
            failed += 1
            continue
        slugs.setdefault(slug, set()).update(checks)
        if any(report.names(check, where) or (whole_domain and report.fails_on_domain(check)) for check in checks):
            passed += 1
        else:
            print("FAIL  %s on %s (%s): %s" % (slug, where, what, "checks " + ", ".join(checks) if checks else "no check carries " + ",".join(references)))
            failed += 1
    for row in rows(negatives):
        slug, where, why = row[0], row[1], row[2]
        if slug not in slugs:
            print("SKIP  %s: no check of ours decides it, so none tells whether %s is sound" % (slug, where))
            skipped += 1
            continue
        # exact object only: a container's finding may name what lies in it
        wrong = [check for check in slugs[slug] if fold(where) in report.by_check[check]]
        undecided = [check for check in slugs[slug] if report.verdicts[check] == "unknown"]
        if undecided and not wrong:
            print("FAIL  %s: whether %s is sound was not decided: %s" % (slug, where, ", ".join(undecided)))
            failed += 1
        elif wrong:
            print("FAIL  %s is said of %s, which is sound (%s): %s" % (slug, where, why, ", ".join(wrong)))
            failed += 1
        else:
            passed += 1
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed else 0


sys.exit(main())
