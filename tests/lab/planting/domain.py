# SPDX-License-Identifier: EUPL-1.2
"""Settings of the domain and the forest: policies, heuristics, levels, DNS zones, sites, replication."""
import struct

import ldb

from .directory import RELAX
from .rights import CREATE, give

HEURISTICS = "0010002101" "0000010002" "1000000203"   # characters 10, 20 and 30 count the tens, as the format wants
PSO_FIELDS = ("msDS_PasswordReversibleEncryptionEnabled msDS_PasswordHistoryLength msDS_PasswordComplexityEnabled msDS_MinimumPasswordLength "
              "msDS_MinimumPasswordAge msDS_MaximumPasswordAge msDS_LockoutThreshold msDS_LockoutObservationWindow msDS_LockoutDuration").split()
DAY = -864000000000


def plant(d):
    password_policy(d)
    password_settings(d)
    heuristics(d)
    levels(d)
    zones(d)
    sites(d)
    sysvol(d)
    remains(d)
    display_specifiers(d)


def password_policy(d):
    d.put(d.base, minPwdLength="6", pwdHistoryLength="2", lockoutThreshold="0", maxPwdAge=str(1500 * DAY),
          pwdProperties="16", ms_DS_MachineAccountQuota="10")
    for slug, text, reference, flt in (
            ("password-policy-length", "longueur minimale de 6 caractères", "vuln_privileged_members_password",
             "(minPwdLength<=7)"),
            ("password-policy-age", "mot de passe valable plus de trois ans", "vuln_privileged_members_password",
             "(maxPwdAge<=%d)" % (1096 * DAY)),
            ("password-policy-history", "historique de 2 mots de passe", "", "(pwdHistoryLength<=2)"),
            ("password-policy-lockout", "aucun verrouillage", "", "(lockoutThreshold=0)"),
            ("password-policy-complexity", "complexité non exigée", "", "(!(pwdProperties:1.2.840.113556.1.4.803:=1))"),
            ("password-policy-reversible", "chiffrement réversible pour tout le domaine",
             "vuln_reversible_password_priv_namingcontext",
             "(pwdProperties:1.2.840.113556.1.4.803:=16)"),
            ("machine-account-quota", "chacun peut joindre 10 machines",
             "vuln_user_accounts_machineaccountquota,S-ADRegistration", "(ms-DS-MachineAccountQuota=10)")):
        d.planted(slug, d.base, text, reference, flt=flt)


def settings_object(d, name, precedence, values, applies_to):
    values = dict(zip(PSO_FIELDS, (str(v) for v in values)))
    return d.add("CN=%s,CN=Password Settings Container,%s" % (name, d.system), "msDS-PasswordSettings",
                 msDS_PasswordSettingsPrecedence=str(precedence),
                 msDS_PSOAppliesTo=applies_to, **values)


def password_settings(d):
    weak = settings_object(d, "PSO-Biomedical", 20, ("TRUE", 0, "FALSE", 4, 0, -9223372036854775808, 0, -18000000000,
                                                     -18000000000), [d.biomed])
    d.planted("pso-weak", weak, "politique fine : 4 caractères, sans expiration, réversible",
              "warning_password_policy_pso_weak,A-MinPwdLen,A-ReversiblePwd",
              flt="(msDS-MinimumPasswordLength<=7)")
    group = d.group("GG_Administrateurs", d.groups, ["CN=adm_virtualisation," + d.admins])
    weak = settings_object(d, "PSO-Administrateurs", 10, ("FALSE", 1, "FALSE", 7, 0, 1500 * DAY, 0, -18000000000,
                                                          -18000000000), [group])
    d.planted("pso-weak-privileged", weak, "politique fine faible appliquée à un administrateur",
              "warning_password_policy_pso_weak2,vuln_privileged_members_password",
              flt="(msDS-MinimumPasswordLength<=7)")
    strong = settings_object(d, "PSO-Services", 5, ("FALSE", 24, "TRUE", 33, DAY, 700 * DAY, 10, -18000000000,
                                                    -18000000000), [d.pharmacy, "CN=svc_coffre," + d.admins])
    d.innocent("pso-weak", strong, "politique fine solide : 33 caractères")
    d.innocent("pso-weak-privileged", strong, "politique fine solide : 33 caractères")


def heuristics(d):
    dn = "CN=Directory Service,CN=Windows NT,CN=Services," + d.config
    d.put(dn, dSHeuristics=HEURISTICS, tombstoneLifetime="30")
    for slug, text, reference in (
            ("heuristics-list-object", "caractère 3 : mode « list object »", "P-DsHeuristicsDoListObject"),
            ("heuristics-anonymous", "caractère 7 : lecture anonyme", "vuln_dsheuristics_bad,A-DsHeuristicsAnonymous"),
            ("heuristics-anonymous-nspi", "caractère 8 : annuaire de messagerie anonyme",
             "vuln_dsheuristics_bad,A-DsHeuristicsAllowAnonNSPI"),
            ("heuristics-adminsdholder-mask", "caractère 16 : groupes soustraits à AdminSDHolder",
             "vuln_dsheuristics_bad,P-DsHeuristicsAdminSDExMask"),
            ("heuristics-uniqueness", "caractère 21 : unicité des noms non vérifiée",
             "vuln_dsheuristics_bad,A-DsHeuristicsDoNotVerifyUniqueness"),
            ("heuristics-ldap-security", "caractères 28 et 29 : droits de création non durcis",
             "vuln_dsheuristics_bad,A-DsHeuristicsLDAPSecurity")):
        d.planted(slug, dn, text, reference, flt="(dSHeuristics=%s)" % HEURISTICS)
    d.planted("tombstone-lifetime-short", dn, "objets supprimés gardés 30 jours seulement", "",
              flt="(tombstoneLifetime<=59)")
    d.planted("unauthenticated-bind-allowed", dn, "liaison sans authentification non refusée", "A-RootDseAnonBinding",
              flt="(!(msDS-Other-Settings=DenyUnauthenticatedBind=1))")


def levels(d):
    d.put(d.base, msDS_Behavior_Version="3")
    d.put("CN=Partitions," + d.config, msDS_Behavior_Version="3")
    d.planted("backup-never-recorded", d.base,
              "aucune sauvegarde de l'annuaire enregistrée depuis la création du domaine", "A-BackupMetadata",
              flt="(!(dSASignature=*))")
    d.planted("functional-level-domain", d.base, "niveau fonctionnel du domaine : 2008",
              "vuln_functional_level,S-FunctionalLevel1", flt="(msDS-Behavior-Version=3)")
    d.planted("functional-level-forest", "CN=Partitions," + d.config, "niveau fonctionnel de la forêt : 2008",
              "vuln_functional_level,S-FunctionalLevel1", flt="(msDS-Behavior-Version=3)")
    d.planted("recycle-bin-disabled", "CN=Partitions," + d.config, "corbeille non activée", "P-RecycleBin",
              flt="(!(msDS-EnabledFeature=*))")
    dn = "CN=ActiveDirectoryUpdate,CN=DomainUpdates," + d.system
    d.put(dn, revision="15")
    d.planted("preparation-revision", dn, "préparation 2016 fautive (révision 15)", "vuln_adupdate_bad",
              flt="(revision=15)")


def zone_property(identity, value):
    """DNS_PROPERTY (MS-DNSP 2.3.2.1): data length, name length, flag, version, id, data, name."""
    data = struct.pack("<B" if identity == 2 else "<I", value)
    return struct.pack("<5I", len(data), 0, 0, 1, identity) + data + b"\0\0\0\0"


def zone(d, name, update, partition="DC=DomainDnsZones"):
    dn = "DC=%s,CN=MicrosoftDNS,%s,%s" % (name, partition, d.base)
    return d.add(dn, "dnsZone", dNSProperty=[zone_property(1, 1), zone_property(2, update), zone_property(16, 168),
                                             zone_property(32, 168)])


def zones(d):
    dn = "DC=%s,CN=MicrosoftDNS,DC=DomainDnsZones,%s" % (d.domain, d.base)
    kept = [bytes(v) for v in d.read(dn, "dNSProperty") if bytes(v)[16:20] != b"\2\0\0\0"]
    d.put(dn, dNSProperty=kept + [zone_property(2, 1)])
    mark = struct.pack("<5IB", 1, 0, 0, 1, 2, 1).hex()
    d.planted("dns-zone-unsecure-update", dn, "zone du domaine : mises à jour non authentifiées",
              "vuln_dnszone_bad_prop,A-DnsZoneUpdate1", attribute=("dNSProperty", mark))
    other = zone(d, "biomed." + d.domain, 1)
    d.planted("dns-zone-unsecure-update-other", other, "autre zone : mises à jour non authentifiées",
              "vuln_dnszone_bad_prop,A-DnsZoneUpdate2", attribute=("dNSProperty", mark))
    give(d, "dns-zone-create-child", other, "S-1-5-11", "CC", CREATE,
         "tous les utilisateurs authentifiés créent des noms", "A-DnsZoneAUCreateChild")
    half = zone(d, "..InProgress-5F0F9A4E-biomed." + d.domain, 2)
    d.planted("dns-zone-in-progress", half, "zone DNS restée en cours de création", "warning_dnszone_duplicated_zones",
              flt="(objectClass=dnsZone)")
    good = zone(d, "pharmacie." + d.domain, 2)
    d.innocent("dns-zone-unsecure-update-other", good, "zone aux mises à jour authentifiées")


def sites(d):
    where = "CN=Sites," + d.config
    lonely = d.add("CN=Site-Distant," + where, "site")
    d.add("CN=NTDS Site Settings," + lonely, "nTDSSiteSettings")
    d.add("CN=Servers," + lonely, "serversContainer")
    d.planted("site-without-controller", lonely, "site sans contrôleur", "", flt="(objectClass=site)")
    d.planted("site-without-subnet", lonely, "site sans sous-réseau", "", flt="(!(siteObjectBL=*))")
    subnet = d.add("CN=192.0.2.0/24,CN=Subnets," + where, "subnet", siteObject="CN=Default-First-Site-Name," + where)
    d.planted("controller-subnet-missing", "CN=DC1," + d.controllers,
              "adresse du contrôleur hors de tout sous-réseau déclaré (seul : %s)" % subnet,
              "S-DC-SubnetMissing", flt="(objectClass=computer)")
    d.innocent("site-without-subnet", "CN=Default-First-Site-Name," + where, "site avec sous-réseau et contrôleurs")
    dhcp = d.add("CN=srv-dhcp.exemple.test,CN=NetServices,CN=Services," + d.config, "dHCPClass", dhcpUniqueKey="0",
                 dhcpType="1", dhcpFlags="0",
                 dhcpIdentification="CN=srv-dhcp.exemple.test",
                 dhcpServers=["i198.51.100.20$rcn=srv-dhcp.exemple.test$f0x00000000$"])
    d.planted("dhcp-server-foreign", dhcp, "serveur DHCP autorisé étranger au domaine", "",
              flt="(objectClass=dHCPClass)")


def sysvol(d):
    name = "CN=Domain System Volume (SYSVOL share)"
    replica = d.add("%s,CN=File Replication Service,%s" % (name, d.system), "nTFRSReplicaSet", fRSReplicaSetType="2")
    member = d.add("CN=DC-ANCIEN," + replica, "nTFRSMember", frsComputerReference="CN=DC-ANCIEN," + d.controllers)
    holder = d.add("CN=NTFRS Subscriptions,CN=DC-ANCIEN," + d.controllers, "nTFRSSubscriptions")
    d.add("%s,%s" % (name, holder), "nTFRSSubscriber", fRSMemberReference=member,
          fRSRootPath="C:\\Windows\\SYSVOL\\domain", fRSStagingPath="C:\\Windows\\SYSVOL\\staging\\domain")
    d.planted("sysvol-ntfrs", replica, "SYSVOL répliqué par l'ancien service NTFRS",
              "vuln_sysvol_ntfrs,A-NTFRSOnSysvol", flt="(objectClass=nTFRSReplicaSet)")


def remains(d):
    """wellKnownObjects and a conflict: what years of administration leave behind."""
    key = "B:32:A9D1CA15768811D1ADED00C04FD8D5CD:"
    message = ldb.Message(ldb.Dn(d.db, d.base))
    message["0"] = ldb.MessageElement([key + d.users], ldb.FLAG_MOD_DELETE, "wellKnownObjects")
    message["1"] = ldb.MessageElement([key + d.staff], ldb.FLAG_MOD_ADD, "wellKnownObjects")
    d.db.modify(message, controls=[RELAX])
    d.planted("default-container-changed", d.base, "les nouveaux comptes vont dans " + d.staff, "S-DefaultOUChanged",
              attribute=("wellKnownObjects", (key + d.staff).encode().hex()))
    twin = d.add("CN=GG_Accueil\\0ACNF:5f0f9a4e-1df1-4a8e-9b38-26a1f6ff0c11," + d.groups, "group", [RELAX],
                 sAMAccountName="GG_Accueil-2")
    d.planted("conflict-object", twin, "doublon né d'un conflit de réplication", "S-Duplicate",
              flt="(objectClass=group)")
    empty = d.ou("Ancien pavillon", d.hospital)
    d.planted("ou-empty", empty, "unité vide", "", flt="(objectClass=organizationalUnit)")


def display_specifiers(d):
    for language, code in (("anglais", "409"), ("français", "40C")):
        dn = "CN=user-Display,CN=%s,CN=DisplaySpecifiers,%s" % (code, d.config)
        if d.db.search(d.config, ldb.SCOPE_SUBTREE, "(distinguishedName=%s)" % dn, attrs=["cn"]):
            d.extend(dn, adminContextMenu=["9,&Support,\\\\srv-ancien.exemple.test\\outils\\menu.exe"])
            d.planted("display-specifier-foreign", dn,
                      "menu d'administration (%s) lancé depuis un partage étranger" % language,
                      "vuln_display_specifier,P-DisplaySpecifier", flt="(adminContextMenu=*exemple.test*)")
