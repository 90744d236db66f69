# SPDX-License-Identifier: EUPL-1.2
"""Policies and their files in SYSVOL: templates, registry values, preferences, scripts, permissions of files."""
import base64
import os
import struct

from samba.auth import system_session
from samba.ntacls import setntacl

from .directory import run, stable_guid

# published by Microsoft (MS-GPPREF 2.2.1.1.4): whoever reads the file reads the password
PREFERENCE_KEY = "4e9906e8fcb66cc9faf49310620ffee8f496e806cc057990209b09a433b66c1b"
# in figures: "FA" is not full control for every Samba
DEFAULT_ACL = ("O:DAG:DAD:P(A;OICI;0x1f01ff;;;DA)(A;OICI;0x1f01ff;;;EA)(A;OICIIO;0x1f01ff;;;CO)(A;OICI;0x1f01ff;;;SY)(A;OICI;0x1200a9;;;AU)(A;OICI;0x1200a9;;;ED)")
SECEDIT, REGISTRY_POL = "Machine/Microsoft/Windows NT/SecEdit/GptTmpl.inf", "Machine/Registry.pol"
LSA = "MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\"
UPDATES = "Software\\Policies\\Microsoft\\Windows\\WindowsUpdate"


def folder_of(d, guid):
    return os.path.join(d.folder, "state/sysvol", d.domain, "Policies", guid)


def policy(d, title, owner=None, files=None, version=3, said=3):
    """The object and its folder in SYSVOL, as an audit expects both."""
    guid = "{%s}" % stable_guid(title).upper()
    dn = d.add("CN=%s,CN=Policies,%s" % (guid, d.system), "groupPolicyContainer", displayName=title, flags="0",
               versionNumber=str(version),
               gPCFunctionalityVersion="2",
               gPCFileSysPath="\\\\%s\\sysvol\\%s\\Policies\\%s" % (d.domain, d.domain, guid))
    for part in ("Machine", "User"):
        d.add("CN=%s,%s" % (part, dn), "container")
        os.makedirs(os.path.join(folder_of(d, guid), part), exist_ok=True)
    if owner:
        d.own(dn, owner)
    files = dict(files or {}, **{"GPT.INI": ("[General]\r\nVersion=%d\r\n" % said).encode()})
    for name, data in files.items():
        place(os.path.join(folder_of(d, guid), name), data)
    for where, folders, names in os.walk(folder_of(d, guid)):
        for path in [where] + [os.path.join(where, name) for name in names]:
            permit(d, path, DEFAULT_ACL)
    return dn


def place(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(data)


def permit(d, path, sddl):
    setntacl(d.lp, path, sddl, d.sid, system_session(d.lp))


def template(**sections):
    """GptTmpl.inf: UTF-16 with its mark, CRLF."""
    lines = ["[Unicode]", "Unicode=yes", "[Version]", 'signature="$CHICAGO$"', "Revision=1"]
    for section, values in sections.items():
        lines += ["[%s]" % section.replace("_", " ")] + ["%s = %s" % pair for pair in values.items()]
    return ("\r\n".join(lines) + "\r\n").encode("utf-16")


def registry(*values):
    """Registry.pol (MS-GPREG): PReg, version 1, then [key;value;type;size;data] in UTF-16."""
    data = b"PReg\x01\x00\x00\x00"
    wide = lambda text: text.encode("utf-16-le")
    for key, name, value in values:
        kind, body = (4, struct.pack("<I", value)) if isinstance(value, int) else (1, wide(value + "\0"))
        data += wide("[%s\0;%s\0;" % (key, name)) + struct.pack("<I",
                                                                kind) + wide(";") + struct.pack("<I", len(body)) + wide(";") + body + wide("]")
    return data


def cpassword(text):
    done = run(["openssl", "enc", "-aes-256-cbc", "-K", PREFERENCE_KEY, "-iv", "0" * 32],
               stdin=text.encode("utf-16-le"))
    return base64.b64encode(done).decode().rstrip("=")


def linked(d, where, dn):
    """Linked after what is linked already, as the console does."""
    present = d.db.search(where, 0, attrs=["gPLink"])[0].get("gPLink", [b""])[0]
    d.put(where, gPLink="[LDAP://%s;0]%s" % (dn, bytes(present).decode()))


def proof(d, dn, name, data):
    guid = dn.split(",")[0][3:]
    return {"file": "%s/Policies/%s/%s" % (d.domain, guid, name), "holds": data.hex()}


def plant(d):
    controllers(d)
    workstations(d)
    preferences(d)
    files(d)
    inconsistencies(d)


def controllers(d):
    registry_values = {LSA + "LmCompatibilityLevel": "4,0", LSA + "NoLMHash": "4,0", LSA + "RestrictAnonymous": "4,0",
                       LSA + "RestrictAnonymousSAM": "4,0",
                       LSA + "LimitBlankPasswordUse": "4,0",
                       "MACHINE\\System\\CurrentControlSet\\Services\\LDAP\\LDAPClientIntegrity": "4,0",
                       "MACHINE\\System\\CurrentControlSet\\Services\\Netlogon\\Parameters\\RefusePasswordChange": "4,1",
                       "MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Setup\\RecoveryConsole\\SecurityLevel": "4,1"}
    rights = {"SeInteractiveLogonRight": "*S-1-5-11", "SeRemoteInteractiveLogonRight": "*S-1-1-0",
              "SeDebugPrivilege": "*S-1-5-11",
              "SeTrustedCredManAccessPrivilege": "*" + d.S_it}
    data = template(Registry_Values=registry_values, Privilege_Rights=rights,
                    System_Access={"MinimumPasswordLength": 6, "ClearTextPassword": 1})
    dn = policy(d, "Controleurs - compatibilite", files={SECEDIT: data})
    linked(d, d.controllers, dn)
    for slug, text, reference, mark in (
            ("policy-lm-compatibility", "LM et NTLM 1 admis", "S-OldNtlm,A-LMHashAuthorized",
             "LmCompatibilityLevel = 4,0"),
            ("policy-lm-hash", "empreintes LM conservées", "A-LMHashAuthorized", "NoLMHash = 4,0"),
            ("policy-anonymous-enumeration", "énumération anonyme permise", "A-AnonymousAuthorizedGPO",
             "RestrictAnonymousSAM = 4,0"),
            ("policy-blank-password", "mot de passe vide admis à distance", "A-LimitBlankPasswordUse",
             "LimitBlankPasswordUse = 4,0"),
            ("policy-ldap-signing", "signature LDAP du client désactivée", "A-LDAPSigningDisabled",
             "LDAPClientIntegrity = 4,0"),
            ("policy-machine-password-frozen", "changement du mot de passe des machines refusé",
             "A-DCRefuseComputerPwdChange", "RefusePasswordChange = 4,1"),
            ("policy-recovery-console", "console de récupération sans mot de passe", "P-RecoveryModeUnprotected",
             "SecurityLevel = 4,1"),
            ("policy-logon-controllers", "ouverture de session de tous sur les contrôleurs", "P-LoginDCEveryone",
             "SeInteractiveLogonRight = *S-1-5-11"),
            ("policy-privilege-everyone", "privilège de débogage donné à tous", "P-PrivilegeEveryone",
             "SeDebugPrivilege = *S-1-5-11"),
            ("policy-credential-manager", "accès au gestionnaire d'identification donné",
             "P-TrustedCredManAccessPrivilege", "SeTrustedCredManAccessPrivilege"),
            ("policy-password-length", "six caractères dans une stratégie", "A-MinPwdLen", "MinimumPasswordLength = 6"),
            ("policy-reversible-password", "mots de passe réversibles par une stratégie", "A-ReversiblePwd",
             "ClearTextPassword = 1")):
        d.planted(slug, dn, text, reference, **proof(d, dn, SECEDIT, mark.encode("utf-16-le")))
    unlinked = policy(d, "Controleurs - brouillon",
                      files={SECEDIT: template(Registry_Values={LSA + "LmCompatibilityLevel": "4,0"})})
    d.innocent("policy-lm-compatibility", unlinked, "réglage faible dans une stratégie liée nulle part")


def workstations(d):
    member = template(Group_Membership={"*S-1-5-32-544__Memberof": "", "*S-1-5-32-544__Members": "*S-1-5-11"})
    updates = registry((UPDATES, "WUServer", "http://srv-maj.exemple.test:8530"),
                       (UPDATES, "SetProxyBehaviorForUpdateDetection", 1),
                       (UPDATES, "DoNotEnforceEnterpriseTLSCertPinningForUpdateDetection", 1))
    dn = policy(d, "Postes - mises a jour", files={SECEDIT: member, REGISTRY_POL: updates})
    linked(d, d.stations, dn)
    d.planted("policy-local-administrators", dn, "tous les utilisateurs authentifiés administrateurs locaux",
              "A-MembershipEveryone",
              **proof(d, dn, SECEDIT, "__Members = *S-1-5-11".encode("utf-16-le")))
    for slug, text, reference, mark in (("policy-updates-clear", "mises à jour demandées en http", "S-WSUS-HTTP",
                                         "http://srv-maj"),
                                        ("policy-updates-proxy", "mandataire de l'utilisateur admis",
                                         "S-WSUS-UserProxy", "SetProxyBehavior"),
                                        ("policy-updates-pinning", "certificat du serveur non vérifié",
                                         "S-WSUS-NoPinning", "DoNotEnforceEnterprise")):
        d.planted(slug, dn, text, reference, **proof(d, dn, REGISTRY_POL, mark.encode("utf-16-le")))
    good = policy(d, "Postes - durcissement",
                  files={SECEDIT: template(Registry_Values={LSA + "LmCompatibilityLevel": "4,5",
                                                            LSA + "NoLMHash": "4,1"}),
                                                     REGISTRY_POL: registry((UPDATES, "WUServer",
                                                                             "https://srv-maj.%s:8531" % d.domain))})
    linked(d, d.staff, good)
    for slug in ("policy-lm-hash", "policy-updates-clear"):
        d.innocent(slug, good, "réglages durcis")


def preferences(d):
    secret = cpassword("Prefer-Labo-1!")
    groups = ('<?xml version="1.0" encoding="utf-8"?>\r\n<Groups clsid="{3125E937-EB16-4b4c-9934-544FC6D24D26}"><User clsid="{DF5F1855-51E5-4d24-8B1A-D9BDE98BA1D1}" '
              'name="admin_local" image="2" changed="2017-03-02 09:12:00" uid="{0D3B9D2E-1C7B-4B5E-9A55-000000000001}"><Properties action="U" newName="" fullName="" '
              'description="" cpassword="%s" changeLogon="0" noChange="1" neverExpires="1" acctDisabled="0" userName="admin_local"/></User></Groups>\r\n' % secret)
    tasks = ('<?xml version="1.0" encoding="utf-8"?>\r\n<ScheduledTasks clsid="{CC63F200-7309-4ba0-B154-A71CD118DBCC}"><Task clsid="{2DEECB1C-261F-4e13-9B21-16FB83BC03BD}" '
             'name="Purge" image="2" changed="2016-01-05 08:00:00" uid="{0D3B9D2E-1C7B-4B5E-9A55-000000000002}"><Properties action="U" name="Purge" '
             'appName="purge.cmd" args="" startIn="" comment="" runAs="%s\\svc_purge" cpassword="%s" enabled="1"/></Task></ScheduledTasks>\r\n'
             % (d.domain.split(".")[0].upper(), secret))
    where, task = "Machine/Preferences/Groups/Groups.xml", "Machine/Preferences/ScheduledTasks/ScheduledTasks.xml"
    empty = groups.replace(secret, "")
    dn = policy(d, "Postes - administrateur local", files={where: groups.encode(), task: tasks.encode()})
    linked(d, d.stations, dn)
    for name in (where, task):
        d.planted("policy-preference-password", dn, "mot de passe déchiffrable dans " + os.path.basename(name),
                  "A-PwdGPO", **proof(d, dn, name, secret.encode()))
    good = policy(d, "Postes - compte local desactive", files={where: empty.encode()})
    linked(d, d.stations, good)
    d.innocent("policy-preference-password", good, "préférence de compte local sans mot de passe")


def files(d):
    foreign, deployed = "User/Scripts/scripts.ini", "Machine/Preferences/Files/Files.xml"
    script = "\r\n[Logon]\r\n0CmdLine=\\\\srv-ancien.exemple.test\\outils\\session.bat\r\n0Parameters=\r\n".encode("utf-16")
    copied = ('<?xml version="1.0" encoding="utf-8"?>\r\n<Files clsid="{215B2E53-57CE-475c-80FE-9EEC14635851}"><File clsid="{50BE44C8-567A-4ed1-B1D0-9234FE1F38AF}" name="visionneuse.exe" '
              'uid="{0D3B9D2E-1C7B-4B5E-9A55-000000000003}"><Properties action="U" fromPath="\\\\srv-ancien.exemple.test\\depot\\visionneuse.exe" '
              'targetPath="C:\\Imagerie\\visionneuse.exe"/></File></Files>\r\n').encode()
    dn = policy(d, "Imagerie - session", files={foreign: script, deployed: copied,
                                                "User/Scripts/Logon/session.bat": b"@echo off\r\n"})
    linked(d, "OU=Imagerie," + d.staff, dn)
    d.planted("policy-script-foreign", dn, "script d'ouverture de session sur un serveur étranger",
              "T-ScriptOutOfDomain", **proof(d, dn, foreign, "srv-ancien".encode("utf-16-le")))
    d.planted("policy-file-foreign", dn, "programme copié depuis un serveur étranger", "T-FileDeployedOutOfDomain",
              **proof(d, dn, deployed, b"srv-ancien"))
    writable = os.path.join(folder_of(d, dn.split(",")[0][3:]), "User/Scripts/Logon/session.bat")
    permit(d, writable, DEFAULT_ACL + "(A;;0x1f01ff;;;AU)")
    name = "%s/Policies/%s/User/Scripts/Logon/session.bat" % (d.domain, dn.split(",")[0][3:])
    d.planted("policy-file-writable", dn, "script d'une stratégie modifiable par tous",
              "P-DelegationGPOData,P-DelegationLoginScript,warning_sysvol_files_acl", file=name,
              sddl="(A;;0x001f01ff;;;AU)")
    logon = os.path.join(d.folder, "state/sysvol", d.domain, "scripts/montage.bat")
    place(logon, b"@echo off\r\nnet use H: \\\\srv-fichiers\\home\r\n")
    permit(d, logon, "O:BAG:BAD:P(A;;0x1f01ff;;;BA)(A;;0x1f01ff;;;SY)(A;;0x1301bf;;;DU)")
    user = d.people[90]
    d.put(user, scriptPath="montage.bat")
    d.planted("logon-script-writable", user, "script d'ouverture de session modifiable par tous les utilisateurs",
              "P-DelegationLoginScript",
              file="%s/scripts/montage.bat" % d.domain, sddl=";DU)", flt="(scriptPath=montage.bat)")


def inconsistencies(d):
    dn = policy(d, "Pharmacie - version", version=7, said=5)
    linked(d, "OU=Pharmacie," + d.staff, dn)
    d.planted("policy-version-mismatch", dn, "version 7 dans l'annuaire, 5 dans SYSVOL", "", flt="(versionNumber=7)",
              **proof(d, dn, "GPT.INI", b"Version=5"))
    orphan = "{%s}" % stable_guid("orphan folder").upper()
    place(os.path.join(folder_of(d, orphan), "GPT.INI"), b"[General]\r\nVersion=1\r\n")
    permit(d, os.path.join(folder_of(d, orphan), "GPT.INI"), DEFAULT_ACL)
    d.planted("policy-orphan-folder", d.system, "dossier de stratégie sans objet dans l'annuaire : " + orphan, "",
              file="%s/Policies/%s/GPT.INI" % (d.domain, orphan), holds=b"Version=1".hex())
