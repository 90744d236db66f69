# SPDX-License-Identifier: EUPL-1.2
"""Obsolete and inactive computers, odd controllers, RODC, managed accounts, LAPS."""
import struct

import ldb

from samba.dcerpc import security
from samba.ndr import ndr_pack

from .accounts import BIT, DISABLED, REVERSIBLE
from .directory import RELAX

CONTROLLER, RODC = 0x82000, 0x5001000


def plant(d):
    obsolete(d)
    ageing(d)
    controllers(d)
    read_only_controllers(d)
    managed(d)
    laps(d)
    flags(d)


def obsolete(d):
    for slug, name, where, system, version, reference in (
            ("obsolete-windows-nt", "AUTOMATE-NT", d.biomedical, "Windows NT", "4.0", "S-OS-NT"),
            ("obsolete-windows-2000", "SRV-STERILE", d.servers, "Windows 2000 Server", "5.0 (2195)", "S-OS-2000"),
            ("obsolete-windows-xp", "ECHO-BLOC-01", d.biomedical, "Windows XP Professional", "5.1 (2600)", "S-OS-XP"),
            ("obsolete-windows-2003", "SRV-TELEPHONIE", d.servers, "Windows Server 2003", "5.2 (3790)", "S-OS-2003"),
            ("obsolete-windows-vista", "PC-SALLE-STAFF", d.stations, "Windows Vista\u2122 Professionnel", "6.0 (6002)",
             "S-OS-Vista"),
            ("obsolete-windows-7", "SCANNER-IRM", d.biomedical, "Windows 7 Professionnel", "6.1 (7601)", "S-OS-Win7"),
            ("obsolete-windows-8", "PC-BORNE-HALL", d.stations, "Windows 8.1 Professionnel", "6.3 (9600)", "S-OS-Win8"),
            ("obsolete-windows-2008", "SRV-PACS-OLD", d.servers, "Windows Server 2008 R2 Standard", "6.1 (7601)",
             "S-OS-2008"),
            ("obsolete-windows-2012", "SRV-PHARMA", d.servers, "Windows Server 2012 R2 Standard", "6.3 (9600)",
             "S-OS-2012"),
            ("obsolete-windows-10", "PC-CONSULT-07", d.stations, "Windows 10 Professionnel", "10.0 (18363)",
             "S-OS-W10")):
        dn = d.computer(name, where, system, version)
        d.planted(slug, dn, "système hors support : " + system, reference,
                  flt="(operatingSystemVersion=%s)" % version.replace("(", "\\28").replace(")", "\\29"))
    good = d.computer("SRV-GED", d.servers, "Windows Server 2022 Standard", "10.0 (20348)")
    d.innocent("obsolete-windows-2012", good, "serveur à jour, actif et au mot de passe récent")
    d.innocent("server-password-45-days", good, "serveur à jour, actif et au mot de passe récent")
    off = d.computer("SRV-RETIRE", d.servers, "Windows Server 2003", "5.2 (3790)", uac=0x1000 | DISABLED, pwd=2000,
                     logon=2000)
    d.innocent("obsolete-windows-2003", off, "système obsolète mais compte désactivé")
    d.innocent("server-inactive", off, "inactif mais désactivé")


def ageing(d):
    server = ("Windows Server 2019 Standard", "10.0 (17763)")
    dn = d.computer("SRV-FICHIERS", d.servers, *server, pwd=60)
    d.planted("server-password-45-days", dn, "serveur actif, mot de passe de 60 jours",
              "vuln_password_change_server_no_change_45,S-PwdLastSet-45", flt="(pwdLastSet<=%s)" % d.filetime(46))
    dn = d.computer("SRV-IMPRESSION", d.servers, *server, pwd=150)
    d.planted("server-password-90-days", dn, "serveur actif, mot de passe de 150 jours",
              "vuln_password_change_server_no_change_90,S-PwdLastSet-90", flt="(pwdLastSet<=%s)" % d.filetime(91))
    dn = d.computer("SRV-ARCHIVES", d.servers, *server, pwd=400, logon=300)
    d.planted("server-inactive", dn, "serveur actif dans l'annuaire mais muet depuis 300 jours",
              "vuln_password_change_inactive_servers,S-C-Inactive", flt="(lastLogonTimestamp<=%s)" % d.filetime(91))
    for i in range(8):
        dn = d.computer("PC-STOCK-%02d" % i, d.stations, "Windows 11 Professionnel", "10.0 (26100)", pwd=500, logon=480)
    d.planted("workstations-inactive", dn, "huit postes muets depuis plus d'un an", "S-C-Inactive",
              flt="(lastLogonTimestamp<=%s)" % d.filetime(365))
    dn = d.computer("CLUSTER-SQL", d.servers, *server, pwd=1300, logon=1,
                    servicePrincipalName=["MSClusterVirtualServer/CLUSTER-SQL", "HOST/CLUSTER-SQL"])
    d.planted("cluster-password-3-years", dn, "compte de grappe, mot de passe de plus de trois ans",
              "vuln_password_change_cluster_no_change_3years,S-PwdLastSet-Cluster",
              flt="(&(servicePrincipalName=MSClusterVirtualServer/*)(pwdLastSet<=%s))" % d.filetime(1096))


def controller(d, name, system, version, server=True, **attributes):
    dn = d.computer(name, d.controllers, system, version, uac=CONTROLLER, primaryGroupID="516", **attributes)
    if server:
        registered(d, name, dn, "nTDSDSA")
    return dn


def registered(d, name, dn, settings_class):
    """What makes a controller known to the forest: its server object, and the settings under it."""
    where = "CN=%s,CN=Servers,CN=Default-First-Site-Name,CN=Sites,%s" % (name, d.config)
    d.add(where, "server", serverReference=dn, dNSHostName="%s.%s" % (name.lower(), d.domain))
    d.add("CN=NTDS Settings," + where, settings_class, [RELAX], msDS_Behavior_Version="7", options="1",
          systemFlags="33554432")


def controllers(d):
    old = controller(d, "DC-ANCIEN", "Windows Server 2008 R2 Standard", "6.1 (7601)", pwd=100,
                     msDS_SupportedEncryptionTypes="7")
    d.planted("controller-obsolete", old, "contrôleur de domaine sous 2008 R2", "vuln_dc_obsolete,S-DC-2008",
              flt="(operatingSystemVersion=6.1*)")
    d.planted("controller-old-password", old, "contrôleur actif, mot de passe de 100 jours",
              "vuln_password_change_dc_no_change,S-PwdLastSet-DC", flt="(pwdLastSet<=%s)" % d.filetime(46))
    d.planted("controller-weak-encryption", old, "contrôleur acceptant DES et RC4, sans AES", "vuln_dc_crypto",
              flt="(msDS-SupportedEncryptionTypes=7)")
    dn = controller(d, "DC-2012", "Windows Server 2012 R2 Standard", "6.3 (9600)", pwd=20)
    d.planted("controller-obsolete", dn, "contrôleur de domaine sous 2012 R2", "vuln_dc_obsolete,S-DC-2012",
              flt="(operatingSystemVersion=6.3*)")
    dn = controller(d, "DC-RESERVE", "Windows Server 2019 Standard", "10.0 (17763)", pwd=200, logon=190)
    d.planted("controller-inactive", dn, "contrôleur muet depuis 190 jours",
              "vuln_password_change_inactive_dc,S-DC-Inactive", flt="(lastLogonTimestamp<=%s)" % d.filetime(46))
    dn = controller(d, "DC-SECOURS", "Windows Server 2019 Standard", "10.0 (17763)", server=False)
    d.raw(dn, userAccountControl=str(0x2000))
    d.planted("controller-inconsistent", dn,
              "contrôleur sans indicateur de délégation, sans objet serveur ni NTDS Settings",
              "vuln_dc_inconsistent_uac,S-DCRegistration",
              flt="(&(primaryGroupID=516)(!%s))" % (BIT % 0x80000))
    good = controller(d, "DC-2025", "Windows Server 2025 Standard", "10.0 (26100)", pwd=10, logon=1,
                      msDS_SupportedEncryptionTypes="24")
    for slug in ("controller-obsolete", "controller-old-password", "controller-inactive", "controller-inconsistent",
                 "controller-weak-encryption", "unconstrained-delegation"):
        d.innocent(slug, good, "contrôleur à jour, actif et complet")


def read_only_controllers(d):
    dn = d.computer("RODC-SITE-B", d.controllers, "Windows Server 2019 Standard", "10.0 (17763)", uac=RODC,
                    primaryGroupID="521")
    registered(d, "RODC-SITE-B", dn, "nTDSDSARO")
    d.innocent("controller-inconsistent", dn, "RODC complet : indicateurs, objet serveur et NTDS Settings")
    allowed, denied = "CN=Allowed RODC Password Replication Group," + d.users, "CN=Denied RODC Password Replication Group," + d.users
    d.put(dn, msDS_NeverRevealGroup=["CN=Administrators," + d.builtin])
    d.planted("rodc-never-reveal", dn, "liste des comptes jamais révélés incomplète",
              "vuln_rodc_never_reveal,P-RODCNeverReveal", flt="(!(msDS-NeverRevealGroup=%s))" % denied)
    d.put(dn, msDS_RevealOnDemandGroup=[allowed, d.domain_admins])
    d.planted("rodc-reveal-on-demand", dn, "Admins du domaine révélables à la demande",
              "vuln_rodc_reveal,P-RODCRevealOnDemand", flt="(msDS-RevealOnDemandGroup=%s)" % d.domain_admins)
    # DN-Binary: the attribute that was revealed and when; the account is what an audit reads
    account = "CN=adm_historique," + d.admins
    d.extend(dn, ["relax:0", "local_oid:1.3.6.1.4.1.7165.4.3.19:0"], msDS_RevealedUsers=["B:8:0009005A:" + account])
    d.planted("rodc-privileged-revealed", dn, "mot de passe d'un administrateur révélé à un RODC",
              "vuln_rodc_priv_revealed,P-RODCAdminRevealed", flt="(msDS-RevealedUsers=*)")
    manager = d.user("technicien.site-b", d.staff)
    d.put(dn, managedBy=manager)
    d.planted("rodc-managed-by-user", dn, "RODC administré par un utilisateur ordinaire", "vuln_permissions_dc",
              flt="(managedBy=%s)" % manager)
    d.member(allowed, d.biomed)
    d.planted("rodc-allowed-group", allowed, "groupe d'autorisation non vide",
              "vuln_rodc_allowed_group,P-RODCAllowedGroup", flt="(member=%s)" % d.biomed)
    d.change(denied, ldb.FLAG_MOD_DELETE, [], {"member": ["CN=krbtgt," + d.users]})
    d.planted("rodc-denied-group", denied, "krbtgt absent du groupe de refus",
              "vuln_rodc_denied_group,P-RODCDeniedGroup", flt="(!(member=CN=krbtgt,%s))" % d.users)
    orphan = d.user("krbtgt_31337", d.users, uac=0x202, pwd=900)
    d.planted("rodc-orphan-krbtgt", orphan, "krbtgt de RODC orphelin", "vuln_rodc_orphan_krbtgt,P-RODCKrbtgtOrphan",
              flt="(!(msDS-KrbTgtLinkBl=*))")
    linked = d.user("krbtgt_20501", d.users, uac=0x202, pwd=30)
    d.put(dn, msDS_KrbTgtLink=linked)
    d.innocent("rodc-orphan-krbtgt", linked, "krbtgt rattaché à son RODC")
    where = d.add("CN=DFSR-LocalSettings," + dn, "msDFSR-LocalSettings", msDFSR_Version="1.0.0.0")
    where = d.add("CN=Domain System Volume," + where, "msDFSR-Subscriber", msDFSR_ReplicationGroupGuid=b"\x01" * 16,
                  msDFSR_MemberReference="CN=Topology,CN=Domain System Volume,CN=DFSR-GlobalSettings," + d.system)
    d.rodc_subscription = d.add("CN=SYSVOL Subscription," + where, "msDFSR-Subscription",
                                msDFSR_ContentSetGuid=b"\x02" * 16,
                                msDFSR_ReplicationGroupGuid=b"\x01" * 16, msDFSR_ReadOnly="FALSE",
                                msDFSR_Enabled="TRUE")
    d.planted("rodc-sysvol-writable", d.rodc_subscription, "SYSVOL du RODC non protégé en écriture",
              "P-RODCSYSVOLWrite", flt="(msDFSR-ReadOnly=FALSE)")


def managed(d):
    where = "CN=Managed Service Accounts," + d.base
    gmsa = lambda name, reader, pwd: d.computer(name, where, None, None, pwd=pwd,
                                                object_class="msDS-GroupManagedServiceAccount",
                                                msDS_GroupMSAMembership=ndr_pack(security.descriptor.from_sddl("O:BAD:(A;;GA;;;%s)" % reader, d.dsid)),
                                                msDS_ManagedPasswordInterval="30", servicePrincipalName=None)
    dn = gmsa("gmsa_taches", d.S_users, 200)
    d.planted("gmsa-readable-by-many", dn, "secret lisible par tous les utilisateurs du domaine", "",
              attribute=("msDS-GroupMSAMembership", struct.pack("<I", 513).hex()))
    d.planted("managed-account-old-password", dn, "compte géré, mot de passe de 200 jours",
              "vuln_password_change_msa_no_change_90", flt="(pwdLastSet<=%s)" % d.filetime(91))
    good = gmsa("gmsa_sauvegarde", d.sid_of("CN=SRV-GED," + d.servers), 15)
    d.innocent("gmsa-readable-by-many", good, "secret lisible par un seul serveur")
    d.innocent("managed-account-old-password", good, "mot de passe renouvelé il y a 15 jours")


def laps(d):
    names = [str(m.dn) for m in d.db.search(d.stations, ldb.SCOPE_SUBTREE, "(cn=PC-URGEN-*)", attrs=["cn"])]
    for dn in names:
        d.put(dn, **{"ms_Mcs_AdmPwd": "Laps-Test-000", "ms_Mcs_AdmPwdExpirationTime": d.filetime(-20)})
    bare = "CN=PC-BLOC-05," + d.stations
    d.planted("laps-not-covered", bare, "poste sans mot de passe d'administrateur local géré", "info_laps",
              flt="(!(ms-Mcs-AdmPwdExpirationTime=*))")
    d.innocent("laps-not-covered", names[0], "poste couvert")
    creator = d.people[80]
    dn = d.computer("PC-JOINT-01", d.stations, "Windows 11 Professionnel", "10.0 (26100)",
                    mS_DS_CreatorSID=ndr_pack(security.dom_sid(d.sid_of(creator))))
    d.put(dn, ms_Mcs_AdmPwd="Laps-Test-001", ms_Mcs_AdmPwdExpirationTime=d.filetime(-20))
    d.own(dn, d.sid_of(creator))
    d.planted("laps-joined-by-user", dn, "poste joint et possédé par un utilisateur, secret LAPS présent",
              "A-LAPS-Joined-Computers", owner=d.sid_of(creator))
    recovery = d.add("CN=2026-01-05T08:00:00-00:00{%s},%s" % ("5B1D5F7A-0000-4000-8000-000000000001", dn),
                     "msFVE-RecoveryInformation",
                     msFVE_RecoveryPassword="111111-222222-333333-444444-555555-666666-777777-888888",
                     msFVE_RecoveryGuid=b"\x05" * 16)
    d.grant(recovery, "(A;;CR;;;%s)" % d.S_support, "(A;;RP;;;%s)" % d.S_support)
    d.planted("bitlocker-key-readable", recovery, "clé de récupération lisible par GG_Support", "",
              ace=(d.S_support, 0x100, ""))


def flags(d):
    dn = d.computer("PC-QUALITE-01", d.stations, "Windows 11 Professionnel", "10.0 (26100)", uac=0x1000 | REVERSIBLE)
    d.planted("computer-reversible-password", dn, "ordinateur en chiffrement réversible", "S-C-Reversible",
              flt=BIT % REVERSIBLE)
    dn = d.computer("PC-QUALITE-02", d.stations, "Windows 11 Professionnel", "10.0 (26100)")
    d.raw(dn, primaryGroupID="513")
    d.planted("computer-primary-group", dn, "ordinateur au groupe principal 513",
              "vuln_primary_group_id_nochange,S-C-PrimaryGroup", flt="(primaryGroupID=513)")
