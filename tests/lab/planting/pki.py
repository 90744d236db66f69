# SPDX-License-Identifier: EUPL-1.2
"""Certificate services: templates, issuance policies, containers, published and weak certificates."""
import os
import tempfile

from .directory import run, stable_guid
from .rights import CONTROL, FULL, WRITE, WRITE_DACL, give
from .weak_keys import roca_key

ENROLL = "0e10c968-78fb-11d2-90d4-00c04f79dc55"
CLIENT, SERVER, AGENT, ANY = "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1", "1.3.6.1.4.1.311.20.2.1", "2.5.29.37.0"
SUBJECT, APPROVAL, NO_EXTENSION = 1, 2, 0x80000
ARC = "1.3.6.1.4.1.311.21.8.100200.300400"


def plant(d):
    d.templates = "CN=Certificate Templates," + d.pki
    d.published = []
    exploitable(d)
    controlled(d)
    issuance(d)
    safe(d)
    authorities(d)
    containers(d)
    accounts(d)


def template(d, name, usages, enrol=None, subject=0, enrolment=0, version=2, signatures=0, publish=True, policies=None,
             owner=None):
    dn = d.add("CN=%s,%s" % (name, d.templates), "pKICertificateTemplate", displayName=name, flags="131680",
               revision="100", pKIDefaultKeySpec="1",
               pKIMaxIssuingDepth="0", pKIExtendedKeyUsage=usages or None, pKIKeyUsage=b"\xa0\x00",
               pKIExpirationPeriod=b"\x00\x40\x39\x87\x2e\xe1\xfe\xff",
               pKIOverlapPeriod=b"\x00\x80\xa6\x0a\xff\xde\xff\xff",
               msPKI_Cert_Template_OID="%s.%d" % (ARC, 1000 + len(d.published) * 2 + (0 if publish else 1)),
               msPKI_Certificate_Name_Flag=str(subject), msPKI_Enrollment_Flag=str(enrolment),
               msPKI_Private_Key_Flag="16842752",
               msPKI_RA_Signature=str(signatures), msPKI_Template_Schema_Version=str(version),
               msPKI_Template_Minor_Revision="1",
               msPKI_Minimal_Key_Size="2048", msPKI_Certificate_Policy=policies,
               msPKI_Certificate_Application_Policy=usages if usages and version > 1 else None)
    if enrol:
        d.grant(dn, "(OA;;CR;%s;;%s)" % (ENROLL, enrol))
    if publish:
        d.published.append(name)
    if owner:
        d.own(dn, owner)
    return dn


def exploitable(d):
    point = "vuln_adcs_template_auth_enroll_with_name"
    dn = template(d, "PosteMedical", [CLIENT], d.S_users, SUBJECT)
    d.planted("template-subject-supplied", dn, "ESC1 : le demandeur choisit l'identité",
              point + ",A-CertTempCustomSubject", ace=(d.S_users, CONTROL, ENROLL),
              flt="(msPKI-Certificate-Name-Flag=1)")
    dn = template(d, "ToutUsage", [ANY], d.S_users)
    d.planted("template-any-purpose", dn, "ESC2 : certificat à tout usage", "A-CertTempAnyPurpose",
              ace=(d.S_users, CONTROL, ENROLL), flt="(pKIExtendedKeyUsage=%s)" % ANY)
    dn = template(d, "SansUsage", [], d.S_staff)
    d.planted("template-any-purpose", dn, "ESC2 : certificat sans usage déclaré", "A-CertTempAnyPurpose",
              ace=(d.S_staff, CONTROL, ENROLL), flt="(!(pKIExtendedKeyUsage=*))")
    dn = template(d, "AgentInscription", [AGENT], d.S_users)
    d.planted("template-enrolment-agent", dn, "ESC3 : agent d'inscription ouvert à tous", "A-CertTempAgent",
              ace=(d.S_users, CONTROL, ENROLL), flt="(pKIExtendedKeyUsage=%s)" % AGENT)
    dn = template(d, "SansExtension", [CLIENT], d.S_users, 0x2000000, NO_EXTENSION)
    d.planted("template-no-security-extension", dn, "ESC9 : sans extension de sécurité", "A-CertTempNoSecurity",
              ace=(d.S_users, CONTROL, ENROLL), flt="(msPKI-Enrollment-Flag=%d)" % NO_EXTENSION)
    dn = template(d, "ServeurWebAncien", [SERVER], d.S_users, SUBJECT, version=1)
    d.planted("template-schema-1", dn, "ESC15 : modèle de version 1, identité choisie par le demandeur", "",
              ace=(d.S_users, CONTROL, ENROLL), flt="(msPKI-Template-Schema-Version=1)")
    dn = template(d, "ServeurWeb", [SERVER], d.S_staff, SUBJECT)
    d.planted("template-server-subject-supplied", dn, "ESC17 : certificat de serveur au nom choisi par le demandeur",
              "", ace=(d.S_staff, CONTROL, ENROLL), flt="(pKIExtendedKeyUsage=%s)" % SERVER)


def controlled(d):
    point = "vuln_adcs_template_control"
    dn = template(d, "Imprimante", [SERVER])
    give(d, "template-control-published", dn, d.S_staff, "WD", WRITE_DACL,
         "ESC4 : tout le personnel peut modifier un modèle publié", point + ",A-CertTempAnyone")
    dn = template(d, "Brouillon", [CLIENT], publish=False)
    give(d, "template-control-unpublished", dn, d.S_support, "GA", FULL, "modèle non publié contrôlé par GG_Support",
         point)
    dn = template(d, "Tablette", [SERVER], owner=d.S_guest_user)
    d.planted("template-owner", dn, "ESC4 : modèle publié possédé par un utilisateur", point + ",A-CertTempAnyone",
              owner=d.S_guest_user)


def issuance(d):
    group = d.group("GU_Emission_Admins", d.groups, groupType="-2147483640")
    policy = ARC + ".1.402"
    oid = d.add("CN=402.%s,CN=OID,%s" % (stable_guid("issuance").upper().replace("-", ""), d.pki),
                "msPKI-Enterprise-Oid", displayName="Emission administrateurs",
                flags="2", msPKI_Cert_Template_OID=policy, msDS_OIDToGroupLink=group)
    dn = template(d, "EmissionAdmins", [CLIENT], d.S_users, policies=[policy])
    d.planted("template-issuance-policy", dn, "ESC13 : la politique d'émission donne un groupe (%s)" % oid, "",
              ace=(d.S_users, CONTROL, ENROLL), flt="(msPKI-Certificate-Policy=%s)" % policy)
    d.planted("issuance-policy-group", oid, "politique d'émission liée à un groupe", "", flt="(msDS-OIDToGroupLink=*)")


def safe(d):
    low = d.S_users
    for name, options, slug, why in (
            ("PosteApprouve", dict(enrol=low, subject=SUBJECT, enrolment=APPROVAL), "template-subject-supplied",
             "l'approbation d'un responsable est exigée"),
            ("PosteSigne", dict(enrol=low, subject=SUBJECT, signatures=1), "template-subject-supplied",
             "une signature d'agent est exigée"),
            ("PosteNonPublie", dict(enrol=low, subject=SUBJECT, publish=False), "template-subject-supplied",
             "le modèle n'est publié par aucune autorité"),
            ("PosteReserve", dict(enrol=d.sid + "-512", subject=SUBJECT), "template-subject-supplied",
             "réservé aux Admins du domaine"),
            ("PosteNomme", dict(enrol=low, subject=0x2000000), "template-subject-supplied",
             "identité prise dans l'annuaire"),
            ("PosteNomme2", dict(enrol=low, subject=0x2000000), "template-no-security-extension",
             "extension de sécurité présente")):
        dn = template(d, name, [CLIENT], **options)
        d.innocent(slug, dn, why)
        if slug == "template-subject-supplied":
            d.innocent("template-control-published", dn, "droits d'origine")
    dn = template(d, "AgentReserve", [AGENT], d.sid + "-512")
    d.innocent("template-enrolment-agent", dn, "agent d'inscription réservé aux Admins du domaine")


def certificate(folder, name, algorithm, digest, ca=None, days="3650"):
    """One DER certificate made by openssl: self-signed, or issued by `ca`."""
    key, pem, der = (os.path.join(folder, name + end) for end in (".key", ".pem", ".der"))
    if algorithm == "dsa":
        parameters = os.path.join(folder, "dsa.parameters")
        run(["openssl", "genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:1024", "-pkeyopt",
             "dsa_paramgen_q_bits:160", "-out", parameters])
        run(["openssl", "genpkey", "-paramfile", parameters, "-out", key])
    elif algorithm == "roca":
        with open(key, "w", encoding="ascii") as out:
            out.write(roca_key())
    else:
        run(["openssl", "genpkey", "-algorithm", algorithm[0], "-out", key] + [x for option in algorithm[1:]
                                                                               for x in ("-pkeyopt", option)])
    subject = "/O=Hopital de test/CN=" + name
    if ca:
        run(["openssl", "req", "-new", "-key", key, "-subj", subject, "-out", pem + ".req"])
        run(["openssl", "x509", "-req", "-in", pem + ".req", "-CA", ca + ".pem", "-CAkey", ca + ".key",
             "-CAcreateserial", "-days", days, "-" + digest, "-out", pem])
    else:
        run(["openssl", "req", "-x509", "-new", "-key", key, "-subj", subject, "-" + digest, "-days", days, "-out",
             pem])
    run(["openssl", "x509", "-in", pem, "-outform", "DER", "-out", der])
    with open(der, "rb") as made:
        return made.read()


def rsa(bits, exponent=65537):
    return ("RSA", "rsa_keygen_bits:%d" % bits, "rsa_keygen_pubexp:%d" % exponent)


def authorities(d):
    point = "vuln_certificates_vuln"
    with tempfile.TemporaryDirectory() as folder:
        root = certificate(folder, "AC Racine Hopital", rsa(3072), "sha256")
        weak = {
            "certificate-sha1": ("AC Ancienne", rsa(1024), "sha1", None, "RSA 1024 signé en SHA-1",
                                 "A-SHA1RootCert,A-WeakRSARootCert2"),
            "certificate-md5": ("AC Historique", rsa(2048), "md5", None, "signé en MD5", "A-MD5RootCert"),
            "certificate-sha1-intermediate": ("AC Intermediaire", rsa(2048), "sha1",
                                              os.path.join(folder, "AC Racine Hopital"), "intermédiaire signé en SHA-1",
                                              "A-SHA1IntermediateCert"),
            "certificate-rsa-512": ("AC Automates", rsa(512), "sha256", None, "RSA 512", "A-WeakRSARootCert"),
            "certificate-exponent-3": ("AC Exposant", rsa(2048, 3), "sha256", None, "exposant RSA 3",
                                       "A-CertWeakRsaComponent"),
            "certificate-roca": ("AC Cartes", "roca", "sha256", None, "clé à l'empreinte ROCA", "A-CertROCA"),
            "certificate-dsa": ("AC DSA", "dsa", "sha256", None, "clé DSA", "A-CertWeakDSA")}
        made = {slug: certificate(folder, name, algorithm, digest, ca) for slug,
                (name, algorithm, digest, ca, *_) in weak.items()}
    store = d.add("CN=NTAuthCertificates," + d.pki, "certificationAuthority", cACertificate=[root, *made.values()],
                  authorityRevocationList=b"\0", certificateRevocationList=b"\0")
    for slug, (name, _, _, _, text, reference) in weak.items():
        d.planted(slug, store, "certificat de confiance %s : %s" % (name, text), point + "," + reference,
                  attribute=("cACertificate", made[slug].hex()))
    holder = d.add("CN=AC Racine Hopital,CN=Certification Authorities," + d.pki, "certificationAuthority",
                   cACertificate=[root], authorityRevocationList=b"\0", certificateRevocationList=b"\0")
    for slug in weak:
        d.innocent(slug, holder, "autorité en RSA 3072 et SHA-256")
    d.enrolment = d.add("CN=AC-HOPITAL,CN=Enrollment Services," + d.pki, "pKIEnrollmentService",
                        certificateTemplates=d.published, dNSHostName="srv-pki." + d.domain,
                        cACertificate=[root], cACertificateDN="CN=AC Racine Hopital,O=Hopital de test", flags="10",
                        displayName="AC-HOPITAL")
    d.computer("SRV-PKI", d.servers, "Windows Server 2022 Standard", "10.0 (20348)")


def containers(d):
    point = "vuln_adcs_control"
    give(d, "pki-store-control", "CN=NTAuthCertificates," + d.pki, d.S_it, "WD", WRITE_DACL,
         "ESC5 : GG_Informatique peut changer les autorités admises à l'authentification", point)
    give(d, "pki-enrolment-service-control", d.enrolment, d.S_support, "WP", WRITE,
         "ESC5 : GG_Support peut publier un modèle", point)
    give(d, "pki-oid-control", "CN=OID," + d.pki, d.S_pharmacy, "GA", FULL,
         "ESC5 : GG_Pharmacie contrôle les politiques d'émission", point)
    give(d, "pki-server-control", "CN=SRV-PKI," + d.servers, d.S_biomed, "GA", FULL,
         "ESC5 : GG_Biomedical contrôle le serveur de l'autorité", point)


def accounts(d):
    with tempfile.TemporaryDirectory() as folder:
        good = certificate(folder, "medecin", ("EC", "ec_paramgen_curve:P-256"), "sha256")
        poor = certificate(folder, "cadre", rsa(512), "sha1")
    d.put(d.people[81], userCertificate=[poor])
    d.planted("user-certificate-weak", d.people[81], "certificat d'utilisateur RSA 512 en SHA-1",
              "vuln_certificates_vuln", attribute=("userCertificate", poor.hex()))
    d.put(d.people[82], userCertificate=[b"\x30\x82\x00\x10not a certificate"])
    d.planted("certificate-undecodable", d.people[82], "valeur de certificat illisible", "vuln_certificates_vuln",
              attribute=("userCertificate", b"not a certificate".hex()))
    d.put(d.people[83], userCertificate=[good])
    d.innocent("user-certificate-weak", d.people[83], "certificat en P-256 et SHA-256")
    d.innocent("certificate-undecodable", d.people[83], "certificat lisible")
