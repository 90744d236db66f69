#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Does stub_ldap.py misbehave as it says, in every scenario?  Asked with ldapsearch; unittest's own output and status."""
import contextlib
import os
import subprocess
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
BASE, CONFIG, EVERYTHING = "DC=stub,DC=test", "CN=Configuration,DC=stub,DC=test", 53
PAGES = ["-E", "pr=20/noprompt"]
HUNG = None


@contextlib.contextmanager
def stub(scenario, *options):
    call = ["/usr/bin/python3", os.path.join(HERE, "stub_ldap.py"), scenario, "--lifetime", "30", *options]
    server = subprocess.Popen(call, stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().strip()
    finally:
        server.kill()
        server.wait()
        server.stdout.close()


def ask(url, *arguments, base=BASE, seconds=2):
    """(number of entries, exit status or HUNG, all that was said)"""
    call = ["ldapsearch", "-x", "-LLL", "-o", "ldif-wrap=no", "-H", url, "-b", base, *arguments]
    try:
        done = subprocess.run(call, capture_output=True, text=True, timeout=seconds, errors="replace")
        said, status = done.stdout + done.stderr, done.returncode
    except subprocess.TimeoutExpired as late:
        said, status = (late.stdout or b"").decode(errors="replace"), HUNG
    return sum(line.startswith("dn:") for line in said.splitlines()), status, said


class Stub(unittest.TestCase):
    def expect(self, url, entries, status, *arguments, says="", base=BASE):
        got = ask(url, *arguments, base=base)
        self.assertEqual((entries, status), got[:2], got[2][-300:])
        self.assertIn(says, got[2])

    def test_plain(self):
        with stub("plain") as url:
            self.expect(url, EVERYTHING, 0, *PAGES)
            self.expect(url, 1, 0, "(&(objectClass=user)(sAMAccountName=utilisateur00007))")
            self.expect(url, 1, 0, base=CONFIG)
            self.expect(url, 1, 0, "-s", "base", "(objectClass=*)", "nTSecurityDescriptor",
                        says="nTSecurityDescriptor:: AQAEgB")
            self.assertNotIn("nTSecurityDescriptor", ask(url)[2])

    def test_ranges(self):
        with stub("ranges") as url:
            for asked, label, count in (("member", "member;range=0-1499", 1500),
                                        ("member;range=1500-*", "member;range=1500-2999", 1500),
                                        ("member;range=3000-*", "member;range=3000-*", 200)):
                said = ask(url, "(cn=Grand groupe)", asked)[2]
                self.assertEqual(count, said.count("\n%s: " % label))

    def test_drops(self):
        with stub("drop-once") as url:
            entries, status, _ = ask(url, *PAGES)
            self.assertEqual(10, entries)
            self.assertNotIn(status, (0, HUNG))
            self.expect(url, EVERYTHING, 0, *PAGES)
        with stub("drop-always", "--after", "3") as url:
            for _ in range(2):
                entries, status, _ = ask(url, *PAGES)
                self.assertEqual(3, entries)
                self.assertNotIn(status, (0, HUNG))

    def test_refusals(self):
        control = "1.2.840.113556.1.4.801=::MAMCAQc="
        with stub("refuse-control") as url:
            self.expect(url, 0, 12, "-E", "!" + control)
            self.expect(url, EVERYTHING, 0, "-E", control)
        for scenario, status in (("refuse-partition", 50), ("missing-partition", 32)):
            with stub(scenario) as url:
                self.expect(url, 0, status, base=CONFIG)
                self.expect(url, EVERYTHING, 0)
        with stub("bad-credentials") as url:
            self.expect(url, 0, 49, "-D", "a", "-w", "b", says="data 52e")
        with stub("busy") as url:
            self.expect(url, 0, 51)

    def test_limits(self):
        for scenario, status in (("size-limit", 4), ("time-limit", 3)):
            with stub(scenario) as url:
                self.expect(url, 10, status, *PAGES)

    def test_referrals(self):
        with stub("references") as url:
            self.expect(url, EVERYTHING, 0, says="# refldap://127.0.0.1:1/")
        with stub("referral") as url:
            self.expect(url, 0, 10, says="Referral: ldap://127.0.0.1:1/")

    def test_silence(self):
        for scenario, entries in (("hang", 0), ("hang-midway", 10), ("oversized", 0)):
            with self.subTest(scenario), stub(scenario) as url:
                self.assertEqual((entries, HUNG), ask(url)[:2])

    def test_nonsense(self):
        with stub("garbage") as url:
            entries, status, _ = ask(url)
            self.assertEqual(0, entries)
            self.assertNotIn(status, (0, HUNG))
        with stub("stuck-cookie") as url:
            entries, status, _ = ask(url, "-E", "pr=5/noprompt", seconds=3)
            self.assertGreater(entries, EVERYTHING)
            self.assertEqual(HUNG, status)

    def test_loopback_alone(self):
        done = subprocess.run(["/usr/bin/python3", os.path.join(HERE, "stub_ldap.py"), "plain", "--address", "0.0.0.0"],
                              capture_output=True, text=True)
        self.assertEqual(2, done.returncode)
        self.assertIn("loopback addresses only", done.stderr)


if __name__ == "__main__":
    unittest.main()
