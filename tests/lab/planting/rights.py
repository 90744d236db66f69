# SPDX-License-Identifier: EUPL-1.2
"""Dangerous rights and owners: domain head, protected objects, containers, controllers, keys, policies."""
import uuid

from samba.dcerpc import security
from samba.ndr import ndr_pack

from .accounts import NORMAL
from .directory import RELAX, stable_guid
from .structure import administrator
from .sysvol import linked, policy

FULL, WRITE_DACL, WRITE_OWNER, WRITE, CREATE, CONTROL = 0xF01FF, 0x40000, 0x80000, 0x20, 0x1, 0x100
REPLICATE, REPLICATE_ALL = "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2", "1131f6ad-9c07-11d1-f79f-00c04fc2dcd2"
REANIMATE, RESET = "45ec5156-db7e-47bb-b53f-dbeb2d03c40f", "00299570-246d-11d0-a768-00aa006e0529"
MEMBER, GPLINK, SPN = "bf9679c0-0de6-11d0-a285-00aa003049e2", "f30e3bbe-9ff0-11d1-b603-0000f80367c1", "f3a64788-5306-11d1-a9c5-0000f80367c1"
ACT, KEYS, MAPPING = "3f78c3e5-f79a-46bd-a0b8-9d18116ddc79", "5b47d60f-6090-40b2-9f37-2a4de88f3063", "00fbf30c-91fe-11d1-aebc-0000f80367c1"
COMPUTER, PRINTER = "bf967a86-0de6-11d0-a285-00aa003049e2", "bf967aa8-0de6-11d0-a285-00aa003049e2"


def plant(d):
    domain_head(d)
    exchange(d)
    protected(d)
    privileged_objects(d)
    containers(d)
    controllers(d)
    partitions(d)
    keys(d)
    policies(d)
    delegations(d)
    reading(d)
    owners(d)
    odd_descriptors(d)
    harmless(d)


def give(d, slug, dn, sid, rights, mask, text, reference, guid="", flags="", inherited=""):
    kind = "OA" if guid or inherited else "A"
    d.grant(dn, "(%s;%s;%s;%s;%s;%s)" % (kind, flags, rights, guid, inherited, sid))
    d.planted(slug, dn, text, reference, ace=(sid, mask, guid))


def domain_head(d):
    sync = d.user("svc_synchro", d.services, pwd=500)
    sid, points = d.sid_of(sync), "vuln_permissions_naming_context"
    d.grant(d.base, "(OA;;CR;%s;;%s)" % (REPLICATE, sid))
    give(d, "domain-head-dcsync", d.base, sid, "CR", CONTROL, "svc_synchro peut répliquer les secrets du domaine",
         points, REPLICATE_ALL)
    give(d, "domain-head-write-owner", d.base, d.S_it, "WO", WRITE_OWNER,
         "GG_Informatique peut prendre possession du domaine", "vuln_permissions_naming_context")
    give(d, "domain-head-write-gplink", d.base, d.S_support, "WP", WRITE,
         "GG_Support peut lier une stratégie au domaine", "vuln_permissions_naming_context", GPLINK)
    give(d, "domain-head-reanimate", d.base, d.S_biomed, "CR", CONTROL,
         "GG_Biomedical peut ranimer des objets supprimés", "P-DangerousExtendedRight", REANIMATE)
    give(d, "domain-head-key-admins", d.base, d.sid + "-527", "GA", FULL,
         "droits excessifs du groupe 527 sur le domaine", "P-DelegationKeyAdmin")
    half = d.sid_of(d.user("svc_inventaire", d.services))
    give(d, "domain-head-replication-right", d.base, half, "CR", CONTROL,
         "svc_inventaire peut répliquer l'annuaire, sans les secrets", "warning_sd_repl_perm", REPLICATE)
    d.innocent("domain-head-dcsync", "CN=svc_inventaire," + d.services,
               "une seule des deux extensions de réplication : pas les secrets")


def exchange(d):
    where = d.ou("Microsoft Exchange Security Groups")
    names = ("Exchange Windows Permissions", "Exchange Trusted Subsystem", "Organization Management")
    windows, trusted, _ = (d.group(name, where) for name in names)
    d.member(windows, trusted)
    give(d, "exchange-write-dacl", d.base, d.sid_of(windows), "WD", WRITE_DACL,
         "Exchange Windows Permissions peut changer les droits du domaine",
         "P-ExchangePrivEsc,vuln_permissions_naming_context")
    give(d, "exchange-adminsdholder", d.holder, d.sid_of(trusted), "WP", WRITE,
         "un groupe Exchange peut écrire sur AdminSDHolder", "P-ExchangeAdminSDHolder")
    d.grant(d.base, "(OA;CIIO;WD;;%s;%s)" % (PRINTER, d.sid_of(trusted)))
    d.innocent("exchange-write-dacl", trusted, "droit hérité par les seules files d'impression")


def protected(d):
    give(d, "adminsdholder-rights", d.holder, d.S_support, "GA", FULL, "GG_Support a tous les droits sur AdminSDHolder",
         "vuln_permissions_adminsdholder")
    descriptor = d.descriptor(d.holder)
    descriptor.type &= ~security.SEC_DESC_DACL_PROTECTED
    d.write_descriptor(d.holder, descriptor, 4)
    d.planted("adminsdholder-unprotected", d.holder, "AdminSDHolder ouvert à l'héritage",
              "warning_sd_adminsdholder_protec", inherits=True)


def privileged_objects(d):
    point = "vuln_privileged_members_perm"
    account = administrator(d, "adm_cible")
    give(d, "privileged-reset-password", account, d.S_support, "CR", CONTROL,
         "GG_Support peut changer le mot de passe d'un administrateur", point, RESET)
    give(d, "privileged-write-dacl", account, d.S_it, "WD", WRITE_DACL,
         "GG_Informatique peut changer les droits d'un administrateur", point)
    give(d, "privileged-write-spn", account, d.S_biomed, "WP", WRITE,
         "GG_Biomedical peut donner un nom de service à un administrateur", point, SPN)
    give(d, "privileged-write-key-credential", account, d.S_pharmacy, "WP", WRITE,
         "GG_Pharmacie peut ajouter une clé à un administrateur", point, KEYS)
    give(d, "privileged-write-certificate-mapping", account, d.S_it, "WP", WRITE,
         "GG_Informatique peut rattacher un certificat à un administrateur", point, MAPPING)
    owned = administrator(d, "adm_possede")
    d.own(owned, d.S_guest_user)
    d.planted("privileged-owned-by-user", owned, "administrateur possédé par un utilisateur ordinaire",
              point + ",vuln_owner", owner=d.S_guest_user)
    give(d, "privileged-group-write-member", d.domain_admins, d.S_it, "WP", WRITE,
         "GG_Informatique peut s'ajouter aux Admins du domaine", point, MEMBER)
    nested = d.group("GG_Astreinte", d.groups)
    d.member("CN=Backup Operators," + d.builtin, nested)
    give(d, "privileged-nested-group-writable", nested, d.S_staff, "WP", WRITE,
         "tout le personnel peut s'ajouter à un groupe des Opérateurs de sauvegarde", point, MEMBER)
    give(d, "dnsadmins-writable", "CN=DnsAdmins," + d.users, d.S_biomed, "WP", WRITE,
         "GG_Biomedical peut s'ajouter à DnsAdmins", "vuln_dnsadmins", MEMBER)


def containers(d):
    point = "vuln_permissions_gpo_container_priv"
    give(d, "privileged-ou-write-gplink", d.admins, d.S_support, "WP", WRITE,
         "GG_Support peut lier une stratégie à l'unité des administrateurs", point, GPLINK)
    give(d, "privileged-ou-control", d.admins, d.S_it, "GA", FULL,
         "GG_Informatique contrôle l'unité des administrateurs", "vuln_privileged_members_perm," + point, flags="CI")
    settings = "CN=Password Settings Container," + d.system
    give(d, "password-settings-control", settings, d.S_support, "GA", FULL,
         "GG_Support peut changer les politiques de mot de passe fines", "warning_permissions_specific_containers")
    site = "CN=Default-First-Site-Name,CN=Sites," + d.config
    give(d, "site-write-gplink", site, d.S_support, "WP", WRITE,
         "GG_Support peut lier une stratégie au site des contrôleurs", point, GPLINK)
    give(d, "delegation-everyone", d.stations, "S-1-5-11", "GW", 0,
         "tous les utilisateurs authentifiés peuvent écrire sur les postes", "P-DelegationEveryone", flags="CI")
    d.rows[-1] = d.rows[-1]._replace(proof={"ace": ("S-1-5-11", WRITE, "")})
    give(d, "delegation-unknown-sid", d.staff, d.sid + "-987654", "GA", FULL, "délégation à un compte disparu",
         "P-UnkownDelegation,warning_sd_unknown_sid", flags="CI")
    give(d, "bad-successor", d.servers, d.S_support, "CC", CREATE,
         "GG_Support peut créer tout objet dans une unité, compte géré délégué compris", "A-BadSuccessor")


def controllers(d):
    point = "vuln_permissions_dc"
    dc = "CN=DC-2012," + d.controllers
    give(d, "controllers-ou-write-dacl", d.controllers, d.S_it, "WD", WRITE_DACL,
         "GG_Informatique peut changer les droits de l'unité des contrôleurs", point)
    give(d, "controller-write-rights", dc, d.S_it, "WP", WRITE, "GG_Informatique peut écrire sur un contrôleur", point)
    give(d, "controller-write-delegation", "CN=DC-RESERVE," + d.controllers, d.S_support, "WP", WRITE,
         "GG_Support peut déléguer vers un contrôleur", point, ACT)
    d.own("CN=DC-ANCIEN," + d.controllers, d.S_guest_user)
    d.planted("controller-owner", "CN=DC-ANCIEN," + d.controllers, "contrôleur possédé par un utilisateur ordinaire",
              "vuln_owner,P-DCOwner", owner=d.S_guest_user)
    d.innocent("controller-owner", "CN=DC1," + d.controllers, "contrôleur possédé par les Admins du domaine")
    d.own("CN=DC1," + d.controllers, d.sid + "-512")


def partitions(d):
    give(d, "configuration-head-control", d.config, d.S_it, "GA", FULL,
         "GG_Informatique contrôle la partition de configuration", "vuln_permissions_naming_context")
    give(d, "schema-head-control", d.schema, d.S_it, "WD", WRITE_DACL,
         "GG_Informatique peut changer les droits du schéma", "vuln_permissions_schema")
    give(d, "schema-class-control", "CN=Print-Queue," + d.schema, d.S_support, "WP", WRITE,
         "GG_Support peut modifier une classe du schéma", "vuln_permissions_schema")
    give(d, "dns-container-control", "CN=MicrosoftDNS," + d.system, d.S_biomed, "GA", FULL,
         "GG_Biomedical contrôle le service DNS", "vuln_permissions_msdns")
    give(d, "dns-partition-control", "DC=DomainDnsZones," + d.base, d.S_biomed, "WD", WRITE_DACL,
         "GG_Biomedical peut changer les droits de la partition DNS", "vuln_permissions_naming_context")


def keys(d):
    name = "CN=BCKUPKEY_%s Secret,%s" % (stable_guid("backup key"), d.system)
    d.add(name, "secret", [RELAX], currentValue=b"not-a-key" * 4)
    give(d, "dpapi-key-rights", name, d.S_support, "GA", FULL, "GG_Support peut lire la clé de secours DPAPI",
         "vuln_permissions_dpapi")
    where = d.add("CN=Group Key Distribution Service,CN=Services," + d.config, "container")
    where = d.add("CN=Master Root Keys," + where, "container")
    key = d.add("CN=%s,%s" % (stable_guid("root key"), where), "msKds-ProvRootKey", [RELAX], msKds_Version="1",
                msKds_KDFAlgorithmID="SP800_108_CTR_HMAC",
                msKds_SecretAgreementAlgorithmID="DH", msKds_PublicKeyLength="2048", msKds_PrivateKeyLength="512",
                msKds_RootKeyData=b"not-a-key" * 7 + b".",
                msKds_UseStartTime=d.filetime(900), msKds_CreateTime=d.filetime(900),
                msKds_DomainID="CN=DC1," + d.controllers)
    give(d, "gmsa-root-key-rights", key, d.S_pharmacy, "GA", FULL,
         "GG_Pharmacie peut lire la clé racine des comptes gérés", "vuln_permissions_gmsa_keys")
    give(d, "dfsr-settings-rights", "CN=DFSR-GlobalSettings," + d.system, d.S_support, "GA", FULL,
         "GG_Support contrôle la réplication du SYSVOL", "vuln_permissions_dfsr_sysvol")
    give(d, "dfsr-subscription-rights", d.rodc_subscription, d.S_biomed, "WP", WRITE,
         "GG_Biomedical peut détourner une réplique du SYSVOL", "vuln_permissions_dfsr_sysvol")


def policies(d):
    dn = policy(d, "Parametres des administrateurs")
    linked(d, d.admins, dn)
    give(d, "privileged-policy-writable", dn, d.S_support, "WP", WRITE,
         "GG_Support peut modifier une stratégie des administrateurs", "vuln_permissions_gpo_priv")
    default = "CN={6AC1786C-016F-11D2-945F-00C04FB984F9},CN=Policies," + d.system
    give(d, "controllers-policy-writable", default, d.S_it, "WD", WRITE_DACL,
         "GG_Informatique peut changer les droits de la stratégie des contrôleurs", "vuln_permissions_gpo_priv")
    dn = policy(d, "Fonds d'ecran", d.S_guest_user)
    linked(d, d.stations, dn)
    d.planted("policy-owner", dn, "stratégie possédée par un utilisateur ordinaire", "vuln_owner", owner=d.S_guest_user)
    unlinked = policy(d, "Essai abandonne")
    d.planted("policy-unlinked", unlinked, "stratégie liée nulle part", "", flt="(objectClass=groupPolicyContainer)")
    good = policy(d, "Verrouillage de session")
    linked(d, d.staff, good)
    d.innocent("privileged-policy-writable", good, "stratégie liée, aux droits d'origine")
    d.innocent("policy-unlinked", good, "stratégie liée au personnel")


def delegations(d):
    bit = "(userAccountControl:1.2.840.113556.1.4.803:=%d)"
    dc = "ldap/dc1." + d.domain
    dn = d.user("svc_impression", d.services, uac=NORMAL | 0x80000)
    d.planted("unconstrained-delegation", dn, "délégation sans contrainte",
              "vuln_delegation_t4d,P-UnconstrainedDelegation", flt=bit % 0x80000)
    dn = d.computer("SRV-INTRANET", d.servers, "Windows Server 2022 Standard", "10.0 (20348)", uac=0x1000 | 0x80000)
    d.planted("unconstrained-delegation", dn, "délégation sans contrainte, serveur",
              "vuln_delegation_t4d,P-UnconstrainedDelegation", flt=bit % 0x80000)
    dn = d.user("svc_portail_rh", d.services, msDS_AllowedToDelegateTo=[dc])
    d.planted("constrained-delegation-controller", dn, "délégation contrainte vers un contrôleur",
              "vuln_delegation_a2d2,P-DelegationDCa2d2", flt="(msDS-AllowedToDelegateTo=%s)" % dc)
    dn = d.user("svc_bureau_virtuel", d.services, uac=NORMAL | 0x1000000,
                msDS_AllowedToDelegateTo=[dc, "cifs/dc1." + d.domain])
    d.planted("protocol-transition-controller", dn, "transition de protocole vers un contrôleur",
              "vuln_delegation_t2a4d,P-DelegationDCt2a4d",
              flt="(&(msDS-AllowedToDelegateTo=%s)%s)" % (dc, bit % 0x1000000))
    good = d.user("svc_web", d.services, msDS_AllowedToDelegateTo=["HTTP/ged." + d.domain])
    d.innocent("constrained-delegation-controller", good, "délégation vers un serveur ordinaire")
    holder = d.sid_of("CN=PC-QUALITE-01," + d.stations)
    act = ndr_pack(security.descriptor.from_sddl("O:BAD:(A;;GA;;;%s)" % holder, d.dsid))
    d.put("CN=DC1," + d.controllers, msDS_AllowedToActOnBehalfOfOtherIdentity=act)
    d.planted("resource-delegation-controller", "CN=DC1," + d.controllers,
              "PC-QUALITE-01 peut se présenter pour autrui à un contrôleur",
              "vuln_delegation_sourcedeleg,P-DelegationDCsourcedeleg",
              flt="(msDS-AllowedToActOnBehalfOfOtherIdentity=*)")
    d.put("CN=SRV-GED," + d.servers, msDS_AllowedToActOnBehalfOfOtherIdentity=act)
    d.innocent("resource-delegation-controller", "CN=SRV-GED," + d.servers,
               "délégation fondée sur la ressource, vers un serveur ordinaire")


def reading(d):
    """What the auditor's own account may not read, and who reads what they should not."""
    guid = str(uuid.UUID(bytes_le=d.read("CN=ms-Mcs-AdmPwd," + d.schema, "schemaIDGUID")[0]))
    d.grant(d.stations, "(OA;CIIO;RPCR;%s;%s;%s)" % (guid, COMPUTER, d.S_support))
    d.planted("laps-readable", d.stations, "GG_Support lit les mots de passe d'administrateur local", "",
              ace=(d.S_support, CONTROL, guid))
    sid = d.sid_of("CN=lecteur," + d.users)
    closed = d.ou("Direction confidentielle", d.hospital)
    d.user("cadre.confidentiel", closed)
    d.grant(closed, "(D;;LCLORP;;;%s)" % sid)
    d.planted("ou-unreadable", closed, "unité que le compte lecteur ne peut pas lister", "warning_sd_deny_read",
              deny=(sid, 0x4, ""))
    hidden = administrator(d, "adm_coffre")
    d.grant(hidden, "(D;;RC;;;%s)" % sid)
    d.planted("privileged-descriptor-unreadable", hidden,
              "descripteur d'administrateur illisible pour le compte lecteur",
              "vuln_sd_failed_sd_read_on_priv,warning_sd_failed_sd_read",
              deny=(sid, 0x20000, ""))
    cabinet = d.ou("Cabinet", d.hospital)
    d.write_descriptor(cabinet,
                       security.descriptor.from_sddl("O:DAG:DAD:PAI(A;CI;GA;;;DA)(A;CI;GA;;;SY)(A;CI;GR;;;%s)" % sid,
                                                     d.dsid))
    d.planted("ou-inheritance-blocked", cabinet, "unité fermée à l'héritage", "info_sd_protected_ou", inherits=False)
    d.planted("ou-not-listable", cabinet, "unité que les utilisateurs authentifiés ne peuvent pas lister",
              "info_sd_missing_au_lc", inherits=False)


def owners(d):
    dn = d.user("svc_domotique", d.services)
    d.own(dn, d.S_guest_user)
    d.planted("object-owner", dn, "compte possédé par un utilisateur ordinaire", "vuln_owner", owner=d.S_guest_user)
    dn = d.ou("Projet DPI", d.hospital)
    d.own(dn, d.S_it)
    d.planted("object-owner", dn, "unité possédée par GG_Informatique", "vuln_owner", owner=d.S_it)
    d.planted("ou-unprotected", dn, "unité non protégée contre la suppression accidentelle", "P-UnprotectedOU",
              flt="(objectClass=organizationalUnit)")
    d.grant(d.servers, "(D;;DTSD;;;WD)")
    d.innocent("ou-unprotected", d.servers, "unité protégée contre la suppression accidentelle")


def odd_descriptors(d):
    group = d.group("GG_Borne", d.groups)
    give(d, "anonymous-control", group, "S-1-5-7", "WP", WRITE, "un anonyme peut écrire sur le groupe",
         "warning_sd_anonymous_control")
    dn = d.group("GG_Historique", d.groups)
    descriptor = d.descriptor(dn)
    descriptor.dacl_add(security.descriptor.from_sddl("D:(A;;GA;;;%s)" % d.S_it, d.dsid).dacl.aces[0], 0)
    d.raw(dn, nTSecurityDescriptor=ndr_pack(descriptor))
    d.planted("generic-rights", dn, "droits génériques laissés tels quels dans une ACE", "warning_sd_generic_perm",
              ace=(d.S_it, 0x10000000, ""))


def harmless(d):
    """Rights that look dangerous and are not."""
    dn = administrator(d, "adm_refus", uac=0x100200)
    d.grant(dn, "(D;;WD;;;%s)" % d.S_biomed, "(A;;WD;;;%s)" % d.S_biomed)
    d.innocent("privileged-write-dacl", dn, "un refus explicite précède l'autorisation")
    dn = "CN=adm_systeme," + d.admins
    d.grant(dn, "(OA;;CR;ab721a53-1e2f-11d0-9819-00aa0040529b;;WD)")
    d.innocent("privileged-reset-password", dn, "chacun peut changer son mot de passe en donnant l'ancien")
