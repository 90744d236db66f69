# hospital.yaml: what is right is accepted, what is wrong is said with its line and its mend.
<<< good.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch, ose: false, group: "GHT Exemple", region: "Exemple", nis2: essential}
authorisation: {by: "Directeur général", from: 2026-01-01, until: @NEXT_YEAR@, covers: [directory, exposure, remote-access, workstation, backup],
                addresses: [192.0.2.0/24, 127.0.0.0/8, "2001:db8::/32"], domains: [exemple.test], exclude: [192.0.2.99]}
directory:
  - {name: exemple.test, url: "ldaps://dc1.exemple.test", ca: ca.pem, bind: {method: simple, user: "lecteur@exemple.test", password_file: secret}, sysvol: smb}
  - {name: ancien.test, import: {format: ldif, path: ancien.ldif}}
  - {name: ticket.test, url: "ldap://dc2.exemple.test:389", starttls: true, bind: {method: gssapi, keytab: hygie.keytab}}
exposure: {addresses: [192.0.2.0/28], domains: [exemple.test], ports: default, rate: 500, inventory: inventory.yaml}
remote_access: register.yaml
workstation: workstation.yaml
backup: backup.yaml
exercises: exercises/
store: hygie.db
thresholds: {DIR-KRBTGT-AGE: {max_age_days: 180}}
>>>
# The inventory that it names is read too; where it is not, the line that names it is said.
$ hygie validate good.yaml
? 2
! ^good.yaml:9:[0-9]*: 
! remove the key inventory
<<< inventory.yaml
hygie: 1
assets:
  - {id: site, name: www.exemple.test, services: ["443/tcp"], owner: "DSI", purpose: "site public"}
>>>
$ hygie validate good.yaml
? 2
! ^good.yaml:10:[0-9]*: 
! remove the key remote_access
<<< register.yaml
hygie: 1
accesses:
  - {id: TM-PACS-01, vendor: {name: "Imagerie Exemple"}, protocol: ssh, entry_point: {kind: bastion, host: 192.0.2.10, port: 22}, accounts: [{name: tm-pacs}]}
>>>
$ hygie validate good.yaml inventory.yaml register.yaml
>.
! ^good.yaml: good$
! ^inventory.yaml: good$
! ^register.yaml: good$
<<< wrong.yaml
hygie: 1
assets:
  - {id: site, services: ["443"], purpose: "site public"}
  - {id: vide, owner: "DSI", purpose: "rien"}
>>>
$ hygie validate wrong.yaml
? 2
>.
! ^wrong.yaml:3:
! the key "owner" is missing
$ hygie validate "$SOURCE/examples/inventory.yaml" "$SOURCE/examples/register.yaml"
! inventory.yaml: good$
! register.yaml: good$
$ hygie validate good.yaml --quiet
>.
!.

# All mistakes at once, in the order of their lines.
<<< bad.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000003", category: hc}
authorisation: {by: "Directeur", from: 2026-13-01, until: 2026-02-30, covers: [directory],
                adresses: [192.0.2.0/24]}
directory:
  - name: exemple.test
    url: "https://dc1.exemple.test"
    bind: {method: simple, user: x, password: hunter2}
>>>
$ hygie validate bad.yaml
? 2
>.
! ^bad.yaml:2:45: the last digit of this FINESS number
! ^bad.yaml:2:68: unknown value "hc"; did you mean
! ^bad.yaml:3:40: "2026-13-01" is not a day of the calendar
! ^bad.yaml:3:59: "2026-02-30" is not a day
! ^  a date is written YYYY-MM-DD
! ^bad.yaml:4:17: unknown key "adresses"; did you mean "addresses"\?
! ^bad.yaml:7:10: "https://dc1.exemple.test" is not the address of a directory
! ^bad.yaml:8:37: the key "password" is not allowed here
! password_file: secret
! needs the key "password_file"
!! hunter2
$ hygie validate bad.yaml 2>&1 | grep -o '^bad.yaml:[0-9]*' | sort -c -t: -k2n

<<< second.yaml
establishment: {name: "X", finess: none, local_id: a, category: esms}
hygie: 1
authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory]}
>>>
$ hygie validate second.yaml
? 2
! ^second.yaml:2:1: hygie: 1 must be the first line

<<< version.yaml
hygie: 2
>>>
$ hygie validate version.yaml
? 2
! version.yaml:1:8: this must be 1
! the key "establishment" is missing
! the key "authorisation" is missing

<<< text.yaml
just words
>>>
$ hygie validate text.yaml
? 2
! text.yaml:1:1: here stands text, but keys and values is expected

<<< empty.yaml
>>>
$ hygie validate empty.yaml
? 2
! empty.yaml:1:1

<<< broken.yaml
hygie: 1
a: [1, 2
>>>
$ hygie validate broken.yaml
? 2
! ^broken.yaml:[0-9]+:[0-9]+: not valid YAML

<<< twice.yaml
hygie: 1
hygie: 1
>>>
$ hygie validate twice.yaml
? 2
! ^twice.yaml:2:1: the key "hygie" stands twice

<<< bomb.yaml
a: &a [x, x]
b: *a
>>>
$ hygie validate bomb.yaml
? 2
! aliases are not allowed

$ hygie validate missing.yaml
? 2
! missing.yaml: cannot open the file
$ hygie validate .
? 2
! this is a folder
@ head -c 5000000 /dev/zero | tr '\0' ' ' > large.yaml
$ hygie validate large.yaml
? 2
! larger than
@ head -c 3000 /dev/urandom > noise.yaml
$ hygie validate noise.yaml
? 2

# One bad file among good ones.
$ hygie validate good.yaml second.yaml
? 2
! ^good.yaml: good$
! ^second.yaml:2:1

<<< scope.yaml
hygie: 1
establishment: {name: "X", finess: none, local_id: a, category: esms}
authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory], addresses: [192.0.2.1/24]}
>>>
$ hygie validate scope.yaml
? 2
! address bits are set

# Waivers.
<<< waivers.yaml
hygie: 1
waivers:
  - {check: DIR-KRBTGT-AGE, object: "CN=krbtgt*", by: RSSI, reason: "changed at the next maintenance", until: @NEXT_YEAR@}
  - {check: DIR-KRBTGT-AGE, by: RSSI, reason: "an old one, ended: said in reports", until: 2020-01-01}
>>>
$ hygie validate waivers.yaml
! ^waivers.yaml: good$

<<< bad-waivers.yaml
hygie: 1
waivers:
  - {check: DIR-KRBTGT-AG, by: RSSI, reason: "long enough to say", until: @TOO_FAR@}
  - {check: DIR-KRBTGT-AGE, reason: "short", expires: 2027-01-01}
>>>
$ hygie validate bad-waivers.yaml
? 2
! ^bad-waivers.yaml:3:13: unknown check "DIR-KRBTGT-AG"; did you mean "DIR-KRBTGT-AGE"\?
! ^bad-waivers.yaml:3:[0-9]+: a waiver lasts 366 days at most
! the last day possible today is
! ^bad-waivers.yaml:4:[0-9]+: this is shorter than 10 characters
! the key "expires" is not allowed here
! the key "until" is missing
! the key "by" is missing

<<< named.yaml
hygie: 1
establishment: {name: "X", finess: none, local_id: a, category: esms}
authorisation: {by: DG, from: 2026-01-01, until: 2026-12-31, covers: [directory]}
waivers: bad-waivers.yaml
>>>
$ hygie validate named.yaml
? 2
! ^bad-waivers.yaml:3:13
@ sed -i 's/bad-waivers/none/' named.yaml
$ hygie validate named.yaml
? 2
! ^named.yaml:4:10: cannot open

# Files of kinds that come later say so.
<<< kit.yaml
kit: rancongiciel
>>>
$ hygie validate kit.yaml
? 2
! cannot be validated yet

# In French.
$ hygie validate bad.yaml --lang fr
? 2
! clé inconnue « adresses » ; vouliez-vous dire « addresses » \?
! une date s'écrit AAAA-MM-JJ

# saved by an editor on Windows in its own code page
@ printf 'hygie: 1\nestablishment: {name: "H\364pital"}\n' > ansi.yaml
$ hygie validate ansi.yaml --lang en
? 2
! ^ansi.yaml:2:25: this character is not in UTF-8
! save the file as UTF-8
