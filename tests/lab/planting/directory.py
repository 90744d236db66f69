# SPDX-License-Identifier: EUPL-1.2
"""Writes to a stopped Samba domain as the local system, and records what was planted.

Two ways of writing: through the directory's own modules (SIDs, links, inherited rights and metadata come out
right), and `raw`, straight into the partition's file, for what the modules forbid even to the system (times of
creation, a service name used twice, generic bits left in an ACE).  Raw writes are kept for the end.
"""
import collections
import hashlib
import os
import subprocess
import time

import ldb
from samba.auth import system_session
from samba.dcerpc import drsblobs, security
from samba.ndr import ndr_pack, ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

RELAX = "relax:0"
DBCHECK = "local_oid:1.3.6.1.4.1.7165.4.3.19:0"
READY_HASH = "local_oid:1.3.6.1.4.1.7165.4.3.12:0"   # takes unicodePwd as the NT hash itself: no hashing at all
FOREIGN = "provision:0"                              # the one way to make a foreignSecurityPrincipal
PASSWORD = "Motdepasse-Labo-2026!"                   # of every planted account: a test value
SECRET_ATTRIBUTES = (0x9005A, 0x90037, 0x9005E, 0x900A0, 0x9007D, 0x90060)  # unicodePwd ... pwdLastSet
BACKUP_MARK = 0x2004A   # dSASignature: the date of its last change is that of the last backup
DAY = 86400

Row = collections.namedtuple("Row", "slug object description reference proof")
Look = collections.namedtuple("Look", "slug object description")


class Directory:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.lp = LoadParm()
        self.lp.load(os.path.join(self.folder, "etc/smb.conf"))
        self.lp.set("dsdb:schema update allowed", "yes")
        self.reopen()
        self.base, self.sid = str(self.db.domain_dn()), str(self.db.get_domain_sid())
        self.config, self.schema = "CN=Configuration," + self.base, "CN=Schema,CN=Configuration," + self.base
        self.domain = self.base.replace("DC=", "").replace(",", ".").lower()
        self.system = "CN=System," + self.base
        self.users = "CN=Users," + self.base
        self.builtin = "CN=Builtin," + self.base
        self.pki = "CN=Public Key Services,CN=Services," + self.config
        self.controllers = "OU=Domain Controllers," + self.base
        self.now = time.time()
        self.rows, self.looks = [], []
        self.created, self.secrets, self.late = {}, {}, []
        self.dsid = security.dom_sid(self.sid)
        self.hash = nt_hash(PASSWORD)

    def reopen(self):
        self.db = SamDB(url=os.path.join(self.folder, "private/sam.ldb"), session_info=system_session(self.lp),
                        lp=self.lp,
                        flags=ldb.FLG_NOSYNC)

    def within(self, work):
        """work() in a transaction; the schema is read again after it."""
        self.db.transaction_start()
        work()
        self.db.transaction_commit()
        self.db.set_schema_update_now()
        self.reopen()

    # -- times ---------------------------------------------------------------------------------------------------
    def filetime(self, days):
        return str(int((self.now - days * DAY + 11644473600) * 10**7))

    def generalized(self, days):
        return time.strftime("%Y%m%d%H%M%S.0Z", time.gmtime(self.now - days * DAY))

    # -- objects -------------------------------------------------------------------------------------------------
    def add(self, dn, object_class, controls=(), created=2500, **attributes):
        message = {"dn": dn, "objectClass": object_class}
        message.update({k.replace("_", "-"): v for k, v in attributes.items() if v is not None})
        self.db.add(message, controls=list(controls))
        self.created[dn.lower()] = created
        return dn

    def ou(self, name, parent=None, **attributes):
        return self.add("OU=%s,%s" % (name, parent or self.base), "organizationalUnit", **attributes)

    def user(self, name, where, uac=0x200, pwd=40, logon=3, created=1500, object_class="user", controls=(),
             **attributes):
        """pwd and logon in days ago; logon None: never."""
        dn = "CN=%s,%s" % (name, where)
        attributes.setdefault("displayName", name)
        attributes.setdefault("userPrincipalName", "%s@%s" % (name, self.domain))
        self.add(dn, object_class, [READY_HASH, RELAX, *controls], created, sAMAccountName=name,
                 userAccountControl=str(uac), unicodePwd=self.hash,
                 pwdLastSet=self.filetime(pwd), lastLogonTimestamp=None if logon is None else self.filetime(logon),
                 logonCount="0" if logon is None else "120", **attributes)
        self.secrets[dn.lower()] = pwd
        return dn

    def computer(self, name, where, system, version, uac=0x1000, pwd=12, logon=2, created=1500, object_class="computer",
                 **attributes):
        dn = "CN=%s,%s" % (name, where)
        host = "%s.%s" % (name.lower(), self.domain)
        attributes.setdefault("servicePrincipalName", ["HOST/" + name, "HOST/" + host])
        attributes.setdefault("msDS_SupportedEncryptionTypes", "28")
        self.add(dn, object_class, [READY_HASH, RELAX], created, sAMAccountName=name + "$", userAccountControl=str(uac),
                 unicodePwd=self.hash,
                 dNSHostName=host, operatingSystem=system, operatingSystemVersion=version,
                 pwdLastSet=self.filetime(pwd),
                 lastLogonTimestamp=self.filetime(logon), **attributes)
        self.secrets[dn.lower()] = pwd
        return dn

    def group(self, name, where, members=(), **attributes):
        return self.add("CN=%s,%s" % (name, where), "group", [RELAX], sAMAccountName=name, member=list(members) or None,
                        **attributes)

    def foreign(self, sid):
        dn = "CN=%s,CN=ForeignSecurityPrincipals,%s" % (sid, self.base)
        if not self.db.search(self.base, ldb.SCOPE_SUBTREE, "(&(objectClass=foreignSecurityPrincipal)(cn=%s))" % sid,
                              attrs=["cn"]):
            self.add(dn, "foreignSecurityPrincipal", [FOREIGN], objectSid=ndr_pack(security.dom_sid(sid)))
        return dn

    def change(self, dn, kind, controls, attributes):
        message = ldb.Message(ldb.Dn(self.db, dn))
        for name, value in attributes.items():
            name = name.replace("_", "-")
            values = value if isinstance(value, (list, bytes)) else [value] if value is not None else []
            message[name] = ldb.MessageElement(values, kind, name)
        self.db.modify(message, controls=list(controls))

    def put(self, dn, controls=(RELAX,), **attributes):
        self.change(dn, ldb.FLAG_MOD_REPLACE, controls, attributes)

    def extend(self, dn, controls=(), **attributes):
        self.change(dn, ldb.FLAG_MOD_ADD, controls, attributes)

    def member(self, group, *members):
        self.extend(group, member=list(members))

    def read(self, dn, attribute):
        return self.db.search(dn, ldb.SCOPE_BASE, attrs=[attribute])[0][attribute]

    # -- security ------------------------------------------------------------------------------------------------
    def sid_of(self, dn):
        return str(ndr_unpack(security.dom_sid, self.read(dn, "objectSid")[0]))

    def descriptor(self, dn):
        found = self.db.search(dn, ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"],
                               controls=["sd_flags:1:7", "show_deleted:1"])
        return ndr_unpack(security.descriptor, found[0]["nTSecurityDescriptor"][0])

    def write_descriptor(self, dn, descriptor, flags=7):
        message = ldb.Message(ldb.Dn(self.db, dn))
        message["sd"] = ldb.MessageElement(ndr_pack(descriptor), ldb.FLAG_MOD_REPLACE, "nTSecurityDescriptor")
        self.db.modify(message, controls=["sd_flags:1:%d" % flags])

    def grant(self, dn, *aces):
        """ACEs in SDDL; denials go first, as canonical order wants."""
        descriptor = self.descriptor(dn)
        for ace in security.descriptor.from_sddl("D:" + "".join(aces), self.dsid).dacl.aces:
            explicit_denials = sum(1 for a in descriptor.dacl.aces if a.type in (1, 6) and not a.flags & 0x10)
            descriptor.dacl_add(ace, 0 if ace.type in (1, 6) else explicit_denials)
        self.write_descriptor(dn, descriptor, 4)

    def own(self, dn, sid):
        descriptor = self.descriptor(dn)
        descriptor.owner_sid = security.dom_sid(sid)
        self.write_descriptor(dn, descriptor, 1)

    # -- what is forbidden even to the system ----------------------------------------------------------------------
    def raw(self, dn, **attributes):
        self.late.append((dn, {k.replace("_", "-"): v for k, v in attributes.items()}))

    def finish(self, default_created=4200):
        """Ages everything (a domain made a minute ago hides half of its faults), then the raw writes."""
        self.db = None
        for partition in (self.config, self.base):
            path = os.path.join(self.folder, "private/sam.ldb.d", partition.upper() + ".ldb")
            store = ldb.Ldb(path, flags=ldb.FLG_NOSYNC)
            store.transaction_start()
            for entry in store.search(partition, ldb.SCOPE_SUBTREE, "(objectGUID=*)", attrs=["replPropertyMetaData"]):
                self.age(store, entry, default_created)
            for dn, attributes in self.late:
                if dn.lower().endswith(self.config.lower()) == (partition == self.config):
                    replace(store, dn, attributes)
            store.transaction_commit()

    def age(self, store, entry, default_created):
        key = str(entry.dn).lower()
        created = self.created.get(key, default_created)
        change = {"whenCreated": self.generalized(created), "whenChanged": self.generalized(min(created, 20))}
        if "replPropertyMetaData" in entry:
            blob = ndr_unpack(drsblobs.replPropertyMetaDataBlob, entry["replPropertyMetaData"][0])
            for item in blob.ctr.array:
                days = self.secrets.get(key) if item.attid in SECRET_ATTRIBUTES + (BACKUP_MARK,) else created
                if days is not None:
                    item.originating_change_time = int(self.filetime(days)) // 10**7
            change["replPropertyMetaData"] = ndr_pack(blob)
        replace(store, str(entry.dn), change)

    # -- the record ------------------------------------------------------------------------------------------------
    def planted(self, slug, dn, description, reference="", **proof):
        """proof: flt (LDAP filter the object answers to), ace (SID, mask, GUID or ""), owner (SID), attribute
        (name, value prefix), many (base, filter, at least)."""
        self.rows.append(Row(slug, dn, description, reference, proof or {"flt": "(objectClass=*)"}))

    def innocent(self, slug, dn, description):
        """A look-alike that must not be found for this weakness."""
        self.looks.append(Look(slug, dn, description))


def replace(store, dn, attributes):
    message = ldb.Message(ldb.Dn(store, dn))
    for name, value in attributes.items():
        message[name] = ldb.MessageElement(value, ldb.FLAG_MOD_REPLACE, name)
    store.modify(message)


def nt_hash(password):
    from samba.credentials import Credentials
    credentials = Credentials()
    credentials.set_password(password)
    return bytes(credentials.get_nt_hash())


def stable_guid(name):
    """The same GUID for the same name, run after run."""
    h = hashlib.sha256(name.encode()).hexdigest()
    return "%s-%s-%s-%s-%s" % (h[:8], h[8:12], h[12:16], h[16:20], h[20:32])


def run(arguments, stdin=None):
    return subprocess.run(arguments, input=stdin, check=True, capture_output=True).stdout
