#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""verify_plant.py DIR [reader]: asks the running controller, with ldapsearch (and smbclient), for every row of DIR/planted.tsv.

Each weakness has a proof in DIR/proofs.json: a filter its object answers to, an ACE or an owner in its descriptor, a
value, or a number of objects.  Exit status 1 and one line for each row that is not in the directory.  With `reader`
the user lecteur asks: the lines are then what an ordinary account cannot see, and the exit status says nothing else.
"""
import base64
import json
import os
import shlex
import subprocess
import sys

from samba.dcerpc import misc, security
from samba.ndr import ndr_pack, ndr_unpack

SD_FLAGS = "!1.2.840.113556.1.4.801=::MAMCAQc="


def settings(folder):
    here = os.path.dirname(os.path.abspath(__file__))
    text = subprocess.run([os.path.join(here, "samba-dc.sh"), "env", folder], check=True, capture_output=True,
                          text=True).stdout
    return dict(word.split("=", 1) for word in shlex.split(text.replace("export ", "")))


class Server:
    def __init__(self, env, reader):
        self.base = env["LAB_BASE"]
        self.call = ["ldapsearch", "-LLL", "-o", "ldif-wrap=no", "-x", "-ZZ", "-H", "ldap://" + env["LAB_IP"], "-D",
                     env["LAB_READER" if reader else "LAB_ADMIN"],
                     "-y", env["LAB_READER_PASSWORD_FILE" if reader else "LAB_ADMIN_PASSWORD_FILE"], "-E", SD_FLAGS]
        self.share = ["-A", self.credentials(env, reader), "--use-kerberos=off"]
        self.address = env["LAB_IP"]
        self.environment = dict(os.environ, LDAPTLS_CACERT=env["LDAPTLS_CACERT"])

    @staticmethod
    def credentials(env, reader):
        """For smbclient: a password in a file, never in an argument."""
        path = os.path.join(env["LAB_DIR"], "smb.credentials")
        with open(env["LAB_READER_PASSWORD_FILE" if reader else "LAB_ADMIN_PASSWORD_FILE"],
                  encoding="utf-8") as password:
            text = "username=%s\npassword=%s\ndomain=%s\n" % ("lecteur" if reader else "Administrator", password.read(),
                                                              env["LAB_DOMAIN"])
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.write(text)
        return path

    def file(self, path):
        call = ["smbclient", "//%s/sysvol" % self.address, *self.share, "-c", 'get "%s" -' % path.replace("/", "\\")]
        return subprocess.run(call, capture_output=True, env=self.environment).stdout

    def file_sddl(self, path):
        call = ["smbcacls", "//%s/sysvol" % self.address, path, *self.share, "--sddl"]
        return subprocess.run(call, capture_output=True, text=True, env=self.environment).stdout

    def search(self, base, scope, flt, *attributes):
        done = subprocess.run(self.call + ["-E", "pr=1000/noprompt", "-b", base, "-s", scope, flt,
                                           *(attributes or ["1.1"])],
                              capture_output=True, text=True, env=self.environment)
        if done.returncode not in (0, 32):
            raise RuntimeError("ldapsearch: " + done.stderr.strip())
        return [e for e in done.stdout.split("\n\n") if e.startswith("dn:")]

    def binary(self, dn, name):
        found = []
        for entry in self.search(dn, "base", "(objectClass=*)", name):
            for line in entry.splitlines():
                if line.lower().startswith(name.lower() + ":: "):
                    found.append(base64.b64decode(line.split(":: ", 1)[1]))
                elif line.lower().startswith(name.lower() + ": "):
                    found.append(line.split(": ", 1)[1].encode())
        return found

    def descriptor(self, dn):
        values = self.binary(dn, "nTSecurityDescriptor")
        return ndr_unpack(security.descriptor, values[0]) if values else None


def has_ace(descriptor, sid, mask, guid, kinds=(0, 5)):
    for ace in descriptor.dacl.aces:
        if str(ace.trustee) == sid and ace.access_mask & mask == mask and ace.type in kinds:
            if not guid or (ace.type in (5, 6) and ace.object.type == misc.GUID(guid)):
                return True
    return False


def holds(server, row):
    dn, proof = row["object"], row["proof"]
    results = []
    if "flt" in proof:
        results.append(bool(server.search(dn, "base", proof["flt"])))
    if "many" in proof:
        base, flt, least = proof["many"]
        results.append(len(server.search(base, "sub", flt)) >= least)
    if "sid_value" in proof:
        results.append(ndr_pack(security.dom_sid(proof["sid_value"][1])) in server.binary(dn, proof["sid_value"][0]))
    if "attribute" in proof:
        name, hexadecimal = proof["attribute"]
        results.append(any(bytes.fromhex(hexadecimal) in value for value in server.binary(dn, name)))
    if "holds" in proof:
        results.append(bytes.fromhex(proof["holds"]) in server.file(proof["file"]))
    if "sddl" in proof:
        results.append(proof["sddl"] in server.file_sddl(proof["file"]))
    if {"ace", "deny", "owner", "inherits"} & set(proof):
        descriptor = server.descriptor(dn)
        results.append(descriptor is not None and descriptor_holds(descriptor, proof))
    return bool(results) and all(results)


def descriptor_holds(descriptor, proof):
    if "ace" in proof and not has_ace(descriptor, *proof["ace"]):
        return False
    if "deny" in proof and not has_ace(descriptor, *proof["deny"], kinds=(1, 6)):
        return False
    if "owner" in proof and str(descriptor.owner_sid) != proof["owner"]:
        return False
    protected = bool(descriptor.type & security.SEC_DESC_DACL_PROTECTED)
    return "inherits" not in proof or protected != proof["inherits"]


def main():
    folder = os.path.abspath(sys.argv[1])
    server = Server(settings(folder), sys.argv[2:] == ["reader"])
    with open(os.path.join(folder, "proofs.json"), encoding="utf-8") as proofs:
        rows = json.load(proofs)
    missing = [row for row in rows if not holds(server, row)]
    for row in missing:
        print("not there: %s on %s %s" % (row["slug"], row["object"], row["proof"]), file=sys.stderr)
    # a look-alike that is not there would make every false-alarm test pass
    with open(os.path.join(folder, "negatives.tsv"), encoding="utf-8") as table:
        looks = [line.rstrip("\n").split("\t") for line in table]
    lost = sorted({dn for _, dn, _ in looks if not server.search(dn, "base", "(objectClass=*)")})
    for dn in lost:
        print("look-alike not there: " + dn, file=sys.stderr)
    kinds = {row["slug"] for row in rows}
    print("%d of %d planted weaknesses (%d kinds) and %d of %d look-alikes are in the directory"
          % (len(rows) - len(missing), len(rows), len(kinds), len(looks) - sum(dn in lost for _, dn, _ in looks),
             len(looks)))
    return 1 if missing or lost or not rows else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[2:] not in ([],
                                                 ["reader"]) or not os.path.isfile(os.path.join(sys.argv[1], "proofs.json")):
        sys.exit("usage: verify_plant.py DIR [reader] (a spoiled domain, running)")
    try:
        sys.exit(main())
    except RuntimeError as error:
        sys.exit("verify_plant.py: %s" % error)
