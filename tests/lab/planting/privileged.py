# SPDX-License-Identifier: EUPL-1.2
"""Weaknesses of privileged accounts and groups."""
import hashlib
import struct

from .accounts import BIT, DISABLED, NEVER, NORMAL, NO_PREAUTH, REVERSIBLE
from .structure import administrator


def plant(d):
    single(d)
    silo(d)
    groups(d)
    crowd(d)
    key_credentials(d)


def single(d):
    spn = "MSSQLSvc/srv-sauvegarde.%s:1433" % d.domain
    dn = administrator(d, "svc_sauvegarde", uac=NORMAL | NEVER, pwd=1700, created=2600, servicePrincipalName=[spn])
    d.planted("privileged-kerberoastable", dn, "administrateur du domaine avec un nom de service",
              "vuln_spn_priv,P-Kerberoasting", flt="(servicePrincipalName=*)")
    d.planted("privileged-never-expires", dn, "administrateur dont le mot de passe n'expire jamais",
              "vuln_dont_expire_priv,P-ServiceDomainAdmin", flt=BIT % NEVER)
    dn = administrator(d, "adm_reseau", uac=NORMAL | NEVER | NO_PREAUTH)
    d.planted("privileged-preauth-disabled", dn, "administrateur sans préauthentification Kerberos",
              "vuln_kerberos_properties_preauth_priv,S-NoPreAuthAdmin",
              flt=BIT % NO_PREAUTH)
    dn = administrator(d, "adm_historique", pwd=2000, created=3900, logon=5)
    d.planted("privileged-old-password", dn, "mot de passe d'administrateur vieux de plus de cinq ans",
              "vuln_password_change_priv,P-AdminPwdTooOld",
              flt="(pwdLastSet<=%s)" % d.filetime(1096))
    d.planted("privileged-not-in-protected-users", dn, "administrateur hors du groupe Protected Users",
              "vuln_protected_users,P-ProtectedUsers",
              flt="(!(memberOf=%s))" % d.protected)
    d.planted("privileged-delegable", dn, "administrateur sans l'indicateur « sensible, non délégable »", "P-Delegated",
              flt="(!%s)" % (BIT % 0x100000))
    d.planted("privileged-without-silo", dn, "administrateur hors de tout silo d'authentification", "vuln_silo_priv",
              flt="(!(msDS-AssignedAuthNPolicySilo=*))")
    dn = administrator(d, "adm_base", uac=NORMAL | REVERSIBLE)
    d.planted("privileged-reversible-password", dn, "administrateur en chiffrement réversible",
              "vuln_reversible_password_priv_uac", flt=BIT % REVERSIBLE)
    dn = administrator(d, "adm_astreinte", admin_count=None, protect=False)
    d.planted("privileged-without-admincount", dn, "administrateur sans adminCount",
              "vuln_privileged_members_no_admincount,warning_admincount_0", flt="(!(adminCount=1))")
    d.planted("privileged-unprotected-descriptor", dn, "descripteur d'administrateur ouvert à l'héritage",
              "warning_privileged_members_no_adminsdholder", inherits=True)
    dn = administrator(d, "adm_virtualisation", mail="adm_virtualisation@" + d.domain, scriptPath="admin.bat")
    d.planted("privileged-with-mailbox", dn, "administrateur avec une messagerie", "P-AdminEmailOn", flt="(mail=*)")
    d.planted("privileged-logon-script", dn, "administrateur avec un script d'ouverture de session",
              "warning_logonscript_priv", flt="(scriptPath=*)")
    dn = administrator(d, "adm_parti", uac=NORMAL | DISABLED, pwd=1000, logon=800)
    d.planted("privileged-disabled", dn, "compte désactivé resté administrateur",
              "warning_privileged_members_expired_disabled", flt=BIT % DISABLED)
    dn = administrator(d, "adm_expire", accountExpires=d.filetime(300))
    d.planted("privileged-expired", dn, "compte expiré resté administrateur",
              "warning_privileged_members_expired_disabled",
              flt="(accountExpires<=%s)" % d.filetime(1))
    dn = administrator(d, "adm_dormant", pwd=1300, logon=900)
    d.planted("privileged-inactive", dn, "administrateur actif qui ne sert plus", "P-Inactive",
              flt="(lastLogonTimestamp<=%s)" % d.filetime(365))


def silo(d):
    """A silo that holds one administrator, and a workstation with a key of its own."""
    where = d.add("CN=AuthN Policy Configuration,CN=Services," + d.config, "container")
    where = d.add("CN=AuthN Silos," + where, "msDS-AuthNPolicySilos")
    dn = d.add("CN=Silo-Administration," + where, "msDS-AuthNPolicySilo", msDS_AuthNPolicySiloEnforced="TRUE")
    station = d.computer("PC-ADMIN-01", d.admins, "Windows 11 Professionnel", "10.0 (26100)")
    for member in ("CN=adm_systeme," + d.admins, station):
        d.extend(dn, msDS_AuthNPolicySiloMembers=[member])
        d.put(member, msDS_AssignedAuthNPolicySilo=dn)
    d.innocent("privileged-without-silo", "CN=adm_systeme," + d.admins, "administrateur dans un silo appliqué")
    d.extend(station, msDS_KeyCredentialLink=[key_credential(d, station, "pc-admin-01")])
    d.planted("key-credential-silo", station, "clé publique d'authentification sur une machine de silo",
              "info_keycredentiallink_silo", flt="(msDS-KeyCredentialLink=*)")
    tolerated = administrator(d, "svc_coffre", pwd=20, servicePrincipalName=["HTTP/coffre." + d.domain],
                              msDS_SupportedEncryptionTypes="24")
    d.planted("privileged-spn-tolerated", tolerated,
              "administrateur avec un nom de service, en AES et sous une politique fine de 33 caractères",
              "warning_spn_priv",
              flt="(&(servicePrincipalName=*)(msDS-PSOApplied=*))")


def groups(d):
    for name, where, sid, slug, reference in (
            ("Schema Admins", d.users, "518", "schema-admins-not-empty",
             "P-SchemaAdmin,warning_privileged_members_not_empty"),
            ("Account Operators", d.builtin, "548", "account-operators-not-empty",
             "P-OperatorsEmpty,warning_privileged_members_not_empty"),
            ("Server Operators", d.builtin, "549", "server-operators-not-empty",
             "P-OperatorsEmpty,warning_privileged_members_not_empty"),
            ("Print Operators", d.builtin, "550", "print-operators-not-empty", "warning_privileged_members_not_empty"),
            ("Backup Operators", d.builtin, "551", "backup-operators-not-empty",
             "warning_privileged_members_not_empty")):
        dn = "CN=%s,%s" % (name, where)
        account = administrator(d, "op_" + sid, group=dn)
        d.planted(slug, dn, "groupe non vide : " + account, reference, flt="(member=%s)" % account)
    virtual, holder = "CN=Hyper-V Administrators," + d.builtin, d.user("technicien.virtuel", d.staff)
    d.member(virtual, holder)
    d.planted("builtin-privileged-member", virtual, "membre d'un groupe puissant que rien ne protège : " + holder,
              "warning_privileged_members_builtin_notpriv",
              flt="(member=%s)" % holder)
    dns = d.user("svc_dns", d.services)
    d.member("CN=DnsAdmins," + d.users, dns)
    d.planted("dnsadmins-member", "CN=DnsAdmins," + d.users, "membre : " + dns, "vuln_dnsadmins",
              flt="(member=%s)" % dns)
    loop(d)
    foreign = d.foreign("S-1-5-21-3970281911-1880362951-1403228261-1619")
    d.member("CN=Administrators," + d.builtin, foreign)
    d.planted("privileged-foreign-member", "CN=Administrators," + d.builtin,
              "membre d'une autre forêt dans Administrators", "warning_privileged_members_foreign",
              flt="(member=%s)" % foreign)
    compatible(d)


def loop(d):
    first, second, third = (d.group("GG_Boucle_%d" % i, d.groups) for i in (1, 2, 3))
    for group, member in ((first, second), (second, third), (third, first)):
        d.member(group, member)
    d.planted("group-loop", first, "boucle GG_Boucle_1, GG_Boucle_2, GG_Boucle_3", "vuln_group_loop",
              flt="(member=%s)" % second)
    chain = [d.group("GG_Chaine_%d" % i, d.groups) for i in (1, 2, 3)]
    d.member(chain[0], chain[1])
    d.member(chain[1], chain[2])
    d.member(chain[0], chain[2])                  # a diamond, not a loop
    d.innocent("group-loop", chain[0], "imbrication en losange, sans boucle")


def compatible(d):
    dn = "CN=Pre-Windows 2000 Compatible Access," + d.builtin
    for sid, slug, reference, text in (
            ("S-1-5-7", "pre-windows-2000-anonymous", "vuln_compatible_2000_anonymous,A-PreWin2000Anonymous",
             "Anonymous"),
            ("S-1-1-0", "pre-windows-2000-everyone", "vuln_compatible_2000_anonymous,A-PreWin2000Anonymous",
             "Everyone"),
            ("S-1-5-11", "pre-windows-2000-authenticated-users", "A-PreWin2000AuthenticatedUsers",
             "Authenticated Users")):
        member = d.foreign(sid)
        present = [str(m) for m in d.db.search(dn, 0, attrs=["member"])[0].get("member", [])]
        if not any(m.startswith("CN=%s," % sid) for m in present):
            d.member(dn, member)
        d.planted(slug, dn, "membre : " + text, reference, flt="(member=%s)" % member)
    d.member(dn, d.biomed)
    d.planted("pre-windows-2000-other", dn, "membre inattendu : GG_Biomedical",
              "vuln_compatible_2000_not_default,A-PreWin2000Other", flt="(member=%s)" % d.biomed)


def crowd(d):
    """Too many administrators, by a nested group that nobody looks at."""
    age = lambda i: {"pwd": 1300, "logon": 900} if i >= 30 else {"pwd": 200}     # half of them left long ago
    accounts = [d.user("presta_%02d" % i, d.suppliers, adminCount="1", **age(i)) for i in range(55)]
    group = d.group("GG_Telemaintenance", d.groups, accounts, adminCount="1")
    d.member("CN=Administrators," + d.builtin, group)
    d.planted("too-many-privileged", "CN=Administrators," + d.builtin,
              "55 comptes de prestataires par le groupe imbriqué GG_Telemaintenance",
              "vuln_privileged_members,warning_privileged_members,P-AdminNum", flt="(member=%s)" % group)
    d.planted("privileged-nested-group", group, "groupe imbriqué dans Administrators", "",
              many=(d.suppliers, "(memberOf=%s)" % group, 51))


def key_credentials(d):
    dn = administrator(d, "adm_hello")
    d.extend(dn, msDS_KeyCredentialLink=[key_credential(d, dn, "adm_hello")])
    d.planted("key-credential-privileged", dn, "clé publique d'authentification sur un administrateur",
              "info_keycredentiallink_priv", flt="(msDS-KeyCredentialLink=*)")
    dn = "CN=DC1," + d.controllers
    d.extend(dn, msDS_KeyCredentialLink=[key_credential(d, dn, "dc1")])
    d.planted("key-credential-controller", dn, "clé publique d'authentification sur un contrôleur de domaine",
              "info_keycredentiallink_dc", flt="(msDS-KeyCredentialLink=*)")


def key_credential(d, owner, seed):
    """KEYCREDENTIALLINK_BLOB (MS-ADTS 2.2.20) with an RSA 2048 public key that nobody holds the other half of."""
    modulus = b"".join(hashlib.sha256(b"%s%d" % (seed.encode(), i)).digest() for i in range(8))
    modulus = bytes([modulus[0] | 0x80]) + modulus[1:-1] + bytes([modulus[-1] | 1])
    material = b"RSA1" + struct.pack("<5I", 2048, 3, 256, 0, 0) + b"\x01\x00\x01" + modulus
    when = struct.pack("<Q", int(d.filetime(90)))
    entry = lambda kind, value: struct.pack("<HB", len(value), kind) + value
    tail = (entry(3, material) + entry(4, b"\x01") + entry(5, b"\x00") + entry(6,
                                                                               hashlib.md5(seed.encode()).digest()) + entry(7, b"\x01\x00")
            + entry(8, when) + entry(9, when))
    blob = struct.pack("<I", 0x200) + entry(1, hashlib.sha256(material).digest()) + entry(2,
                                                                                          hashlib.sha256(tail).digest()) + tail
    text = blob.hex().upper()
    return "B:%d:%s:%s" % (len(text), text, owner)
