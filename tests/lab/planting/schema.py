# SPDX-License-Identifier: EUPL-1.2
"""What the schema lacks (legacy LAPS) and the faults planted in it.  Runs in its own transaction, before everything."""
import uuid

import ldb

from .directory import stable_guid

LAPS = (  # name, LDAP name, OID suffix, attributeSyntax, oMSyntax, searchFlags (904: confidential, not replicated to RODC, kept)
    ("ms-Mcs-AdmPwd", "1", "2.5.5.5", "19", "904"),
    ("ms-Mcs-AdmPwdExpirationTime", "2", "2.5.5.16", "65", "0"))
ARC = "1.2.840.113556.1.8000.2554.50051.45980.28112.18903.35903.6685103.1224907.2."


def extend(d):
    """A new attribute can be named by a class only once the schema has been read again."""
    d.within(lambda: [attribute(d, *row) for row in LAPS])
    d.within(lambda: classes(d))


def classes(d):
    add_to_class(d, "CN=Computer," + d.schema, "mayContain", [row[0] for row in LAPS])
    # Samba's copy of the 2016 schema lets no class hold this back link: no key credential could be written without it
    add_to_class(d, "CN=Top," + d.schema, "mayContain", ["msDS-KeyCredentialLink-BL"])
    d.add("CN=Labo-Dossier-Patient," + d.schema, "classSchema", lDAPDisplayName="laboDossierPatient",
          governsID=ARC + "50",
          subClassOf="container", objectClassCategory="1",
          schemaIDGUID=uuid.UUID(stable_guid("laboDossierPatient")).bytes_le,
          possSuperiors=["computer", "user"], rDNAttID="cn", adminDisplayName="Labo-Dossier-Patient",
          defaultObjectCategory="CN=Labo-Dossier-Patient," + d.schema)


def attribute(d, name, suffix, syntax, om_syntax, flags):
    d.add("CN=%s,%s" % (name, d.schema), "attributeSchema", lDAPDisplayName=name, attributeID=ARC + suffix,
          attributeSyntax=syntax, oMSyntax=om_syntax,
          isSingleValued="TRUE", searchFlags=flags, schemaIDGUID=uuid.UUID(stable_guid(name)).bytes_le,
          adminDisplayName=name)


def add_to_class(d, dn, attribute_name, values):
    d.change(dn, ldb.FLAG_MOD_ADD, [], {attribute_name: values})


def plant(d):
    d.planted("schema-dangerous-superior", "CN=Labo-Dossier-Patient," + d.schema,
              "classe dérivée de container, possible sous un ordinateur ou un utilisateur",
              "warning_schema_posssuperiors,S-ADRegistrationSchema",
              flt="(&(subClassOf=container)(possSuperiors=computer))")
    dn = "CN=Print-Queue," + d.schema
    default = str(d.read(dn, "defaultSecurityDescriptor")[0])
    d.put(dn, defaultSecurityDescriptor=default + "(A;;GA;;;AU)")
    d.planted("schema-default-descriptor", dn,
              "descripteur par défaut d'une classe : contrôle total aux utilisateurs authentifiés",
              "warning_schema_default_sd",
              flt="(defaultSecurityDescriptor=*\\28A;;GA;;;AU\\29)")
