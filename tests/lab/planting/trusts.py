# SPDX-License-Identifier: EUPL-1.2
"""Trusts of every kind.  No secret stands behind them: an audit reads the objects alone."""
from samba.dcerpc import security
from samba.ndr import ndr_pack

INBOUND, OUTBOUND, BOTH = 1, 2, 3
QUARANTINED, FOREST, EXTERNAL, RC4, NO_TGT, TGT = 0x4, 0x8, 0x40, 0x80, 0x200, 0x800
INTERDOMAIN = "local_oid:1.3.6.1.4.1.7165.4.3.23:0"


def trust(d, partner, flat, number, direction, attributes, kind=2, encryption="24"):
    sid = "S-1-5-21-3970281911-1880362951-%d" % number
    return d.add("CN=%s,%s" % (partner, d.system), "trustedDomain", trustPartner=partner, flatName=flat,
                 trustDirection=str(direction), trustType=str(kind),
                 trustAttributes=str(attributes), securityIdentifier=ndr_pack(security.dom_sid(sid)),
                 msDS_SupportedEncryptionTypes=encryption)


def plant(d):
    dn = trust(d, "ancien.test", "ANCIEN", 1403228261, OUTBOUND, 0)
    d.planted("trust-not-filtered", dn, "approbation externe sans filtrage de SID",
              "vuln_trusts_domain_notfiltered,T-SIDFiltering",
              flt="(&(trustDirection=2)(!(trustAttributes:1.2.840.113556.1.4.804:=36)))")
    dn = trust(d, "groupement.test", "GROUPEMENT", 1403228262, BOTH, FOREST | EXTERNAL)
    d.planted("trust-forest-sid-history", dn, "approbation de forêt traitée comme externe : SID history accepté",
              "vuln_trusts_forest_sidhistory,T-SIDFiltering",
              flt="(trustAttributes:1.2.840.113556.1.4.803:=72)")
    dn = trust(d, "partenaire.test", "PARTENAIRE", 1403228263, INBOUND, FOREST | TGT)
    d.planted("trust-tgt-delegation", dn, "délégation de tickets permise à travers l'approbation",
              "vuln_trusts_tgt_deleg,warning_trusts_tgt_deleg,T-TGTDelegation",
              flt="(trustAttributes:1.2.840.113556.1.4.803:=2048)")
    dn = trust(d, "laboratoire.test", "LABO", 1403228264, INBOUND, QUARANTINED | RC4, encryption="4")
    d.planted("trust-without-aes", dn, "approbation limitée à RC4", "T-AlgsAES",
              flt="(trustAttributes:1.2.840.113556.1.4.803:=128)")
    dn = trust(d, "vieux-nt.test", "VIEUXNT", 1403228265, OUTBOUND, QUARANTINED, kind=1, encryption=None)
    d.planted("trust-downlevel", dn, "approbation de type Windows NT", "T-Downlevel", flt="(trustType=1)")
    dn = trust(d, "oublie.test", "OUBLIE", 1403228266, OUTBOUND, QUARANTINED)
    d.raw(dn, whenChanged=d.generalized(900))
    d.planted("trust-inactive", dn, "approbation dont le secret ne change plus", "T-Inactive",
              flt="(whenChanged<=%s)" % d.generalized(41))
    account = d.user("ANCIEN$", d.users, uac=0x820, pwd=800, controls=[INTERDOMAIN])
    d.planted("trust-account-old-password", account, "compte d'approbation inchangé depuis plus d'un an",
              "vuln_trusts_accounts", flt="(pwdLastSet<=%s)" % d.filetime(366))
    good = trust(d, "universite.test", "UNIVERSITE", 1403228267, OUTBOUND, QUARANTINED)
    d.innocent("trust-not-filtered", good, "approbation externe filtrée")
    good = trust(d, "region.test", "REGION", 1403228268, BOTH, FOREST | NO_TGT)
    for slug in ("trust-forest-sid-history", "trust-tgt-delegation", "trust-without-aes", "trust-downlevel"):
        d.innocent(slug, good, "approbation de forêt bien réglée")
    recent = d.user("UNIVERSITE$", d.users, uac=0x820, pwd=20, controls=[INTERDOMAIN])
    d.innocent("trust-account-old-password", recent, "compte d'approbation au secret récent")
