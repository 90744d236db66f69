# SPDX-License-Identifier: EUPL-1.2
"""The hospital itself: units, services, ordinary staff and workstations.  Everything else is planted into it."""
import random

DEPARTMENTS = "Urgences Cardiologie Imagerie Laboratoire Pharmacie Bloc Maternite Finances Logistique Accueil".split()
POSTS = "infirmier medecin interne secretaire technicien cadre".split()
STALE = 58          # of the staff below: with the suppliers' dormant accounts, more than a quarter of all that are enabled
STAFF = 96


def build(d):
    d.hospital = d.ou("Hopital")
    d.staff = d.ou("Personnel", d.hospital)
    d.services = d.ou("Comptes de service", d.hospital)
    d.admins = d.ou("Administration", d.hospital)
    d.suppliers = d.ou("Prestataires", d.hospital)
    d.stations = d.ou("Postes", d.hospital)
    d.servers = d.ou("Serveurs", d.hospital)
    d.biomedical = d.ou("Biomedical", d.hospital)
    d.groups = d.ou("Groupes", d.hospital)
    for name in DEPARTMENTS:
        d.ou(name, d.staff)
    staff(d)
    workstations(d)
    groups(d)
    privileged(d)


def staff(d):
    """Generic names only.  The stale ones were made years ago, keep a four-year-old password and never log on."""
    chance = random.Random(2026)
    d.people = []
    for i in range(STAFF):
        department, stale = DEPARTMENTS[i % len(DEPARTMENTS)], i < STALE
        name = "%s.%s.%02d" % (POSTS[i % len(POSTS)], department.lower(), i)
        d.people.append(d.user(name, "OU=%s,%s" % (department, d.staff), pwd=1500 if stale else chance.randrange(5, 80),
                               logon=700 if stale else chance.randrange(1, 12), created=2200 if stale else 900,
                               department=department,
                               mail="%s@%s" % (name, d.domain)))


def workstations(d):
    for i in range(24):
        d.computer("PC-%s-%02d" % (DEPARTMENTS[i % len(DEPARTMENTS)][:5].upper(), i), d.stations,
                   "Windows 11 Professionnel", "10.0 (26100)",
                   pwd=3 + i % 20, logon=1 + i % 3, created=400)


def groups(d):
    d.it = d.group("GG_Informatique", d.groups, [d.people[60], d.people[61]], description="Service informatique")
    d.support = d.group("GG_Support", d.groups, [d.people[62]], description="Assistance aux utilisateurs")
    d.biomed = d.group("GG_Biomedical", d.groups, [d.people[63]], description="Techniciens biomedicaux")
    d.pharmacy = d.group("GG_Pharmacie", d.groups, [d.people[64]], description="Pharmacie")
    d.all_staff = d.group("GG_Personnel", d.groups, d.people, description="Tout le personnel")
    d.S_it, d.S_support, d.S_biomed = d.sid_of(d.it), d.sid_of(d.support), d.sid_of(d.biomed)
    d.S_pharmacy, d.S_staff = d.sid_of(d.pharmacy), d.sid_of(d.all_staff)
    d.S_users = d.sid + "-513"
    d.S_guest_user = d.sid_of(d.people[70])       # an ordinary member of staff, as trustee


def privileged(d):
    """Administrators as they should be: protected, sensitive, in Protected Users, recent password."""
    d.privileged_accounts = []
    for name in ("adm_systeme", "adm_messagerie"):
        dn = administrator(d, name, uac=0x100200, pwd=60)
        d.member(d.protected, dn)
        for slug in ("privileged-kerberoastable", "privileged-old-password", "privileged-never-expires",
                     "privileged-preauth-disabled",
                     "privileged-not-in-protected-users", "privileged-delegable", "privileged-without-admincount",
                     "privileged-unprotected-descriptor"):
            d.innocent(slug, dn,
                       "administrateur du domaine bien tenu : protégé, sensible, mot de passe récent, groupe Protected Users")


def administrator(d, name, group=None, protect=True, admin_count="1", where=None, **attributes):
    dn = d.user(name, where or d.admins, adminCount=admin_count, **attributes)
    d.member(group or d.domain_admins, dn)
    if protect:
        d.write_descriptor(dn, d.safe_descriptor)
    d.privileged_accounts.append(dn)
    return dn
