# SPDX-License-Identifier: EUPL-1.2
"""Weaknesses of single accounts: passwords, Kerberos flags, age, histories, leftovers."""
from samba.dcerpc import security
from samba.ndr import ndr_pack

DISABLED, NOT_REQUIRED, REVERSIBLE, NEVER, SMARTCARD = 0x2, 0x20, 0x80, 0x10000, 0x40000
DES_ONLY, NO_PREAUTH, NORMAL = 0x200000, 0x400000, 0x200
BIT = "(userAccountControl:1.2.840.113556.1.4.803:=%d)"


def plant(d):
    ordinary(d)
    never_expiring(d)
    kerberos(d)
    readable_passwords(d)
    built_in(d)
    histories(d)
    odd(d)
    smart_cards(d)
    look_alikes(d)


def ordinary(d):
    for slug, name, bit, reference, text in (
            ("preauth-disabled", "svc_borne", NO_PREAUTH, "vuln_kerberos_properties_preauth,S-NoPreAuth",
             "sans préauthentification Kerberos"),
            ("des-only", "svc_automate", DES_ONLY, "vuln_kerberos_properties_deskey,S-DesEnabled",
             "chiffrement Kerberos DES seulement"),
            ("password-not-required", "svc_kiosque", NOT_REQUIRED, "S-PwdNotRequired", "mot de passe facultatif"),
            ("reversible-password", "svc_radius", REVERSIBLE, "warning_reversible_password,S-Reversible",
             "mot de passe en chiffrement réversible")):
        dn = d.user(name, d.services, uac=NORMAL | bit)
        d.planted(slug, dn, "compte " + text, reference, flt=BIT % bit)
    d.planted("dormant-accounts", d.base, "plus d'un quart des comptes actifs ne servent plus",
              "vuln_user_accounts_dormant,S-Inactive",
              many=(d.hospital,
                    "(&(objectClass=user)(!(objectClass=computer))(pwdLastSet<=%s)(lastLogonTimestamp<=%s))" % (d.filetime(1096), d.filetime(366)), 80))
    never = d.user("stagiaire.accueil", d.staff, pwd=1300, logon=None, created=1400)
    d.planted("dormant-accounts", never, "compte actif créé il y a près de quatre ans, jamais utilisé",
              "vuln_user_accounts_dormant",
              flt="(!(lastLogonTimestamp=*))")
    d.planted("password-older-than-3-years", d.people[0], "mot de passe de plus de trois ans",
              "warning_password_change",
              flt="(pwdLastSet<=%s)" % d.filetime(1096))


def never_expiring(d):
    for i in range(48):
        dn = d.user("svc_appli_%02d" % i, d.services, uac=NORMAL | NEVER, pwd=800,
                    description="Application metier %02d" % i)
    d.planted("never-expiring-many", d.base, "plus de 10 % des comptes ont un mot de passe sans expiration",
              "vuln_dont_expire,S-PwdNeverExpires",
              many=(d.base, "(&(objectClass=user)%s)" % (BIT % NEVER), 48))
    d.planted("never-expiring-many", dn, "l'un d'eux", "vuln_dont_expire,S-PwdNeverExpires", flt=BIT % NEVER)


def kerberos(d):
    host = "srv-dpi." + d.domain
    dn = d.user("svc_dpi", d.services, servicePrincipalName=["HTTP/" + host, "HTTP/srv-dpi"],
                msDS_SupportedEncryptionTypes="4", pwd=1900)
    d.planted("service-rc4-only", dn, "compte de service du dossier patient sans AES",
              "vuln_kerberos_properties_encryption,S-AesNotEnabled",
              flt="(&(servicePrincipalName=*)(msDS-SupportedEncryptionTypes=4))")
    dn = d.user("svc_sql", d.services, servicePrincipalName=["MSSQLSvc/srv-sql.%s:1433" % d.domain], pwd=1500)
    d.planted("service-encryption-unset", dn, "compte de service sans type de chiffrement déclaré",
              "vuln_kerberos_properties_encryption,S-AesNotEnabled",
              flt="(&(servicePrincipalName=*)(!(msDS-SupportedEncryptionTypes=*)))")
    good = d.user("svc_ged", d.services, servicePrincipalName=["HTTP/ged." + d.domain],
                  msDS_SupportedEncryptionTypes="24", pwd=20)
    d.innocent("service-rc4-only", good, "compte de service en AES seulement")
    d.innocent("service-encryption-unset", good, "compte de service en AES seulement")
    first = d.user("svc_pacs", d.services, servicePrincipalName=["HTTP/srv-pacs." + d.domain],
                   msDS_SupportedEncryptionTypes="24", pwd=30)
    second = d.user("svc_pacs_ancien", d.services, servicePrincipalName=["HTTP/provisoire." + d.domain],
                    msDS_SupportedEncryptionTypes="24", pwd=30)
    d.raw(second, servicePrincipalName=["HTTP/srv-pacs." + d.domain])
    d.planted("duplicate-spn", second, "même nom de service que svc_pacs (%s)" % first, "",
              flt="(servicePrincipalName=HTTP/srv-pacs.%s)" % d.domain)


def readable_passwords(d):
    dn = d.user("svc_messagerie", d.services, description="Compte relais. mdp: Relais2019!", pwd=900)
    d.planted("password-in-description", dn, "mot de passe écrit dans la description", "", flt="(description=*mdp:*)")
    dn = d.user("svc_scanner", d.services, info="Password = Scan-Etage3!", pwd=900)
    d.planted("password-in-info", dn, "mot de passe écrit dans les notes", "", flt="(info=*Password =*)")
    dn = d.user("svc_portail", d.services, comment="mot de passe : Portail#2018", pwd=900)
    d.planted("password-in-comment", dn, "mot de passe écrit dans le commentaire", "", flt="(comment=*mot de passe*)")
    dn = d.user("svc_unix", d.services, pwd=900)
    d.raw(dn, userPassword=[b"Unix-Labo-1!"], unixUserPassword=[b"Unix-Labo-1!"])
    d.planted("unix-password-attribute", dn, "attributs unixUserPassword et userPassword remplis", "A-UnixPwd",
              flt="(unixUserPassword=*)")
    good = d.user("svc_annuaire", d.services, description="Le mot de passe est au coffre-fort", pwd=100)
    d.innocent("password-in-description", good, "la description parle du mot de passe sans le donner")


def built_in(d):
    dn = "CN=Guest," + d.users
    d.put(dn, userAccountControl=str(0x10200 | NOT_REQUIRED))
    d.planted("guest-enabled", dn, "compte Invité actif", "vuln_guest,A-Guest", flt="(!%s)" % (BIT % DISABLED))
    dn = "CN=Administrator," + d.users
    d.put(dn, lastLogonTimestamp=d.filetime(2), lastLogon=d.filetime(1))
    d.planted("builtin-administrator-used", dn, "compte RID 500 utilisé il y a deux jours",
              "warning_rid500,P-AdminLogin",
              flt="(lastLogonTimestamp>=%s)" % d.filetime(30))
    dn = "CN=krbtgt," + d.users
    d.secrets[dn.lower()] = 1600
    d.raw(dn, pwdLastSet=d.filetime(1600))
    d.planted("krbtgt-old-password", dn, "mot de passe de krbtgt inchangé depuis plus de quatre ans",
              "vuln_krbtgt,A-Krbtgt",
              flt="(pwdLastSet<=%s)" % d.filetime(1464))


def histories(d):
    for name, slug, sid, text, reference in (
            ("cadre.migration", "sid-history-same-domain", d.sid + "-2901", "SID de ce domaine dans sIDHistory",
             "vuln_sidhistory_present,T-SIDHistorySameDomain"),
            ("svc_migration", "sid-history-privileged", d.sid + "-512", "SID des Admins du domaine dans sIDHistory",
             "vuln_sidhistory_dangerous,T-SIDHistoryDangerous"),
            ("technicien.fusion", "sid-history-unknown-domain", "S-1-5-21-1111111111-2222222222-3333333333-1203",
             "SID d'un domaine inconnu dans sIDHistory", "vuln_sidhistory_present,T-SIDHistoryUnknownDomain"),
            ("technicien.voisin", "sid-history-trusted-domain", "S-1-5-21-3970281911-1880362951-1403228261-1204",
             "SID d'un domaine approuvé dans sIDHistory", "vuln_sidhistory_present,S-SIDHistory")):
        dn = d.user(name, d.staff, sIDHistory=[ndr_pack(security.dom_sid(sid))])
        d.planted(slug, dn, text, reference, sid_value=("sIDHistory", sid))


def odd(d):
    hidden = d.user("adm_cache", d.services)
    d.member(d.domain_admins, hidden)
    d.put(hidden, primaryGroupID="512")
    d.planted("primary-group-privileged", hidden, "groupe principal 512 : membre caché des Admins du domaine",
              "vuln_primary_group_id_1000,S-PrimaryGroup",
              flt="(primaryGroupID=512)")
    moved = d.user("technicien.reseau", d.staff)
    d.member(d.it, moved)
    d.put(moved, primaryGroupID=d.S_it.rsplit("-", 1)[1])
    d.planted("primary-group-changed", moved, "groupe principal différent de 513",
              "vuln_primary_group_id_nochange,S-PrimaryGroup",
              flt="(!(primaryGroupID=513))")
    left = d.user("ancien_admin", d.staff, adminCount="1")
    d.planted("admincount-leftover", left, "adminCount=1 sur un compte qui n'est plus privilégié",
              "warning_admincount,A-AdminSDHolder", flt="(adminCount=1)")
    dollars = d.user("HOPITAL$$$", d.services)
    d.planted("migration-account", dollars, "compte d'audit de migration de SID", "S-Domain$$$",
              flt="(sAMAccountName=HOPITAL$$$)")
    conflict = d.user("interne.doublon", d.staff)
    d.raw(conflict, sAMAccountName="$DUPLICATE-4d2")
    d.planted("conflict-object", conflict, "compte renommé par un conflit de réplication", "S-Duplicate",
              flt="(sAMAccountName=$DUPLICATE-*)")
    mapped = d.user("svc_vpn", d.services, altSecurityIdentities=["X509:<RFC822>svc_vpn@" + d.domain,
                                                                  "X509:<S>CN=svc_vpn"])
    d.planted("weak-certificate-mapping", mapped, "correspondance de certificat faible (RFC822 et sujet)", "",
              flt="(altSecurityIdentities=X509:<RFC822>*)")
    good = d.user("svc_wifi", d.services, altSecurityIdentities=["X509:<SKI>6f1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b"])
    d.innocent("weak-certificate-mapping", good, "correspondance forte, par identifiant de clé")
    sso = d.computer("AZUREADSSOACC", "CN=Computers," + d.base, None, None, pwd=900,
                     servicePrincipalName=["HOST/autologon.exemple.test"],
                     msDS_SupportedEncryptionTypes="4")
    d.planted("entra-sso-old-password", sso, "AZUREADSSOACC$ : clé inchangée depuis plus d'un an",
              "vuln_trusts_accounts,T-AzureADSSO",
              flt="(pwdLastSet<=%s)" % d.filetime(365))
    script = d.user("cadre.logistique", d.staff, scriptPath="\\\\srv-ancien.exemple.test\\logon\\montage.bat")
    d.planted("logon-script-outside-domain", script, "script d'ouverture de session sur un serveur étranger",
              "T-ScriptOutOfDomain", flt="(scriptPath=*exemple.test*)")


def smart_cards(d):
    for i in range(2):
        dn = d.user("medecin.carte.%02d" % i, d.staff, uac=NORMAL | SMARTCARD, pwd=1200)
    d.planted("smart-card-without-rotation", d.base, "comptes à carte dont le secret n'est jamais renouvelé",
              "vuln_smartcard_expire_passwords", flt="(!(msDS-ExpirePasswordsOnSmartCardOnlyAccounts=TRUE))")
    d.planted("smart-card-old-secret", dn, "carte obligatoire et secret vieux de plus de 91 jours",
              "A-SmartCardRequired",
              flt="(&%s(pwdLastSet<=%s))" % (BIT % SMARTCARD, d.filetime(91)))


def look_alikes(d):
    off = d.user("svc_ancien_web", d.services, uac=NORMAL | DISABLED | NO_PREAUTH,
                 servicePrincipalName=["HTTP/srv-ancien-web." + d.domain])
    d.innocent("preauth-disabled", off, "sans préauthentification mais désactivé")
    d.innocent("service-encryption-unset", off, "compte de service désactivé")
    d.innocent("privileged-kerberoastable", off, "compte de service désactivé et sans privilège")
    vacant = d.user("cadre.vacant", d.staff, uac=NORMAL | DISABLED, pwd=2000, logon=1500, created=2400)
    d.innocent("dormant-accounts", vacant, "inutilisé mais désactivé")
    fresh = d.user("infirmier.nouveau", d.staff, pwd=2, logon=None, created=2)
    d.innocent("dormant-accounts", fresh, "jamais utilisé, mais créé il y a deux jours")
