# hygie audit, replayed from snapshots and from LDIF: nobody is contacted.
@ snapshots .
<<< hospital.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: @NEXT_YEAR@, covers: [directory], addresses: [127.0.0.0/8]}
directory:
  - {name: hopital.test, import: {format: ldif, path: hopital.ldif}}
store: runs.db
>>>

# 0: complete, nothing at the threshold; the data are on standard output alone.
$ hygie audit directory --from healthy.snapshot -o json=report.json
> CH Exemple
! run [0-9]{8}-[0-9a-f]{12} is kept
$ python3 -c 'import json; r = json.load(open("report.json")); print(r["schema"], r["run"]["complete"])'
> ^hygie/report/1 True$
$ stat -c %a report.json runs.db | sort -u
> ^600$
>! [^0-9]
$ hygie audit --from healthy.snapshot --quiet
>.
!.

# Two replays are the same bytes, in each format that is text.
$ for i in 1 2; do hygie audit --from old-key.snapshot -q -o json=$i.json -o html=$i.html -o markdown=$i.md -o text=$i.txt; done; cmp 1.json 2.json && cmp 1.html 2.html && cmp 1.md 2.md && cmp 1.txt 2.txt

# 1: a finding at the threshold or above; below it, 0.
$ hygie audit --from old-key.snapshot
? 1
> krbtgt
$ hygie audit --from old-key.snapshot --fail-on critical -q
$ hygie audit --from old-key.snapshot --fail-on none -q
$ hygie audit --from old-key.snapshot --fail-on low -q
? 1
$ hygie audit --from old-key.snapshot --skip DIR-KRBTGT-AGE -q
$ hygie audit --from old-key.snapshot --only dir-krbtgt-age -q
? 1

# 3: what could not be read never looks clean.
$ hygie audit --from unread.snapshot -q
? 3
$ hygie audit --from unread.snapshot --fail-on none -q
? 3

# 4: a damaged snapshot, a store that is not ours.
@ head -c 200 healthy.snapshot > cut.snapshot; echo hello > text.snapshot
$ hygie audit --from cut.snapshot -q
? 4
$ hygie audit --from text.snapshot -q
? 4
@ head -c 4000 /dev/urandom > noise.db
$ hygie audit --from healthy.snapshot --store noise.db -q
? 4
! not a store of hygie

# Formats.
$ hygie audit --from healthy.snapshot --format json | python3 -c 'import json, sys; json.load(sys.stdin)'
$ hygie audit --from healthy.snapshot -o markdown=-
> ^#
$ hygie audit --from healthy.snapshot -o json=- -o html=-
? 2
! two formats cannot both go to standard output
$ hygie audit --from healthy.snapshot -o jsn=x
? 2
! unknown format "jsn"; did you mean "json"\?
$ hygie audit --from healthy.snapshot -o json
? 2
! is not FORMAT=PATH
$ hygie audit --from healthy.snapshot --format jsno
? 2
! did you mean "json"
$ hygie audit --from healthy.snapshot --color always --lang en | grep -c "$(printf '\033')"
> ^[1-9]
$ NO_COLOR=1 CLICOLOR_FORCE=1 hygie audit --from old-key.snapshot | cat -v
>! \^\[
$ CLICOLOR_FORCE=1 hygie audit --from old-key.snapshot | cat -v
> \^\[

# A path that cannot be written is refused before anything is read; one that fails later leaves the others.
$ hygie audit --from healthy.snapshot -o json=no/such/folder/x.json
? 2
>.
! ^no/such/folder/x.json: cannot write the file
$ hygie audit --from healthy.snapshot -o json=after.json --format text > /dev/full; s=$?; [ -s after.json ] && exit $s
? 3
! cannot write to standard output

# The request.
$ hygie audit directry
? 2
! unknown domain "directry"; did you mean "directory"\?
$ hygie audit backup
? 2
! the domain "backup" is not declared
$ hygie audit --from none.snapshot
? 2
! none.snapshot: cannot open the file
$ hygie audit --from healthy.snapshot --only DIR-KRBTGT-AEG
? 2
! did you mean "DIR-KRBTGT-AGE"
$ hygie audit --from healthy.snapshot --save x
? 2
! exclude each other
$ hygie audit -c none.yaml
? 2
! ^none.yaml: cannot open the file
$ cd / && hygie audit
? 2
! hygie init writes one

# The declared file is not there.
$ hygie audit directory
? 2
! the file to import does not exist

# LDIF, kept as a snapshot, judged again with the same result.
<<< hopital.ldif
version: 1

dn: DC=hopital,DC=test
objectClass: domainDNS
distinguishedName: DC=hopital,DC=test
nTMixedDomain: 0

dn: CN=krbtgt,CN=Users,DC=hopital,DC=test
objectClass: user
sAMAccountName: krbtgt
userAccountControl: 514
pwdLastSet: 132000000000000000
>>>
$ hygie audit directory --save no/such/folder/x.snapshot
? 2
! ^no/such/folder/x.snapshot: cannot write the file
$ hygie audit directory --only DIR-KRBTGT-AGE --save hopital.snapshot -o json=live.json
? 3
> krbtgt
$ hygie audit directory --from hopital.snapshot --only DIR-KRBTGT-AGE -q -o json=replay.json
? 3
$ python3 -c 'import json; a, b = (json.load(open(n))["findings"] for n in ("live.json", "replay.json")); print(a == b and len(a) == 1)'
> ^True$
@ printf 'this is not LDIF\n' > broken.ldif; sed 's/hopital.ldif/broken.ldif/' hospital.yaml > broken.yaml
$ hygie audit directory -c broken.yaml -q
? 2
! broken.ldif:1

# The plan, which sends nothing and writes nothing.
<<< live.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: @NEXT_YEAR@, covers: [directory], addresses: [127.0.0.0/8], domains: [exemple.test]}
directory:
  - {name: exemple.test, url: "ldaps://127.0.0.77:1", bind: {method: anonymous}}
store: live.db
>>>
$ hygie audit directory -c live.yaml --dry-run -o html=x.html
> Authorised by Directeur général, from 2026-01-01
> contacts: ldaps://127.0.0.77:1
> domain partition: every object, [1-9][0-9]* attributes
> html -> x.html
> run -> live.db
> nothing was contacted
$ ls live.db x.html
? 2

$ hygie audit directory -c live.yaml --offline
? 2
! --offline refuses

# A server that does not answer: the run is kept, incomplete, and everything is unknown.
$ hygie audit directory -c live.yaml -o json=unreachable.json
? 3
> exemple.test
! 127.0.0.77
$ python3 -c 'import json; r = json.load(open("unreachable.json")); print(r["run"]["complete"], {f["verdict"] for f in r["findings"]})'
> ^False \{'unknown'\}$
$ hygie history -c live.yaml
> incomplete

# Authorisation: who, when, what, where. Nothing is sent outside it.
@ sed "s/until: [0-9-]*/until: 2026-01-02/" live.yaml > ended.yaml
$ hygie audit directory -c ended.yaml
? 2
! ended on 2026-01-02: nothing was sent
@ sed "s/from: 2026-01-01/from: @NEXT_YEAR@/" live.yaml > early.yaml
$ hygie audit directory -c early.yaml
? 2
! begins on
@ sed "s/covers: .directory./covers: [backup]/" live.yaml > other.yaml
$ hygie audit directory -c other.yaml
? 2
! does not cover the domain "directory"
@ sed "s/addresses: .127.0.0.0.8./addresses: [192.0.2.0\/24]/" live.yaml > outside.yaml
$ hygie audit directory -c outside.yaml
? 2
! outside the authorised networks: nothing was sent
@ sed "s/domains: .exemple.test./exclude: [127.0.0.77]/" live.yaml > excluded.yaml
$ hygie audit directory -c excluded.yaml
? 2
! excluded by the authorisation
# A snapshot contacts nobody, so it can be replayed after the end.
$ hygie audit directory -c ended.yaml --from healthy.snapshot -q

# In clear: refused, unless forced.
@ sed 's|ldaps://127.0.0.77:1|ldap://127.0.0.77:1|' live.yaml > clear.yaml
$ hygie audit directory -c clear.yaml
? 2
! would be read in clear
$ hygie audit directory -c clear.yaml --insecure-plain-ldap -q
? 3

# Secrets.
@ sed 's|{method: anonymous}|{method: simple, user: "lecteur@exemple.test", password_file: secret}|' live.yaml > secret.yaml
$ hygie audit directory -c secret.yaml
? 2
! the password's file does not exist
@ echo hunter2 > secret; chmod 644 secret
$ hygie audit directory -c secret.yaml
? 2
! can be read by others
! chmod 600
@ : > secret; chmod 600 secret
$ hygie audit directory -c secret.yaml
? 2
! the secret is empty
@ echo hunter2-canary > secret
$ hygie audit directory -c secret.yaml -o json=s.json --save s.snapshot --log-level debug
? 3
$ cat s.json live.db* | grep -c hunter2-canary
? 1
> ^0$

# What is accepted in the declaration and not built yet says so.
@ printf 'backup: backup.yaml\n' >> live.yaml; sed 's|url: .*anonymous}|import: {format: oradad, path: x}|' hospital.yaml > oradad.yaml; sed -i 's/ldif, path: hopital.ldif/oradad, path: x/' oradad.yaml
$ hygie audit -c live.yaml
? 2
! the audit of "backup" is accepted in the declaration but not built yet
$ hygie audit directory -c oradad.yaml
? 2
! importing oradad is not built yet
@ sed 's|runs.db|postgresql://db.exemple.test/hygie|' hospital.yaml > pg.yaml
$ hygie audit directory -c pg.yaml --from healthy.snapshot
? 2
! not built yet

# All mistakes of the declaration, and of the waivers.
@ printf 'waivers: waivers.yaml\n' >> hospital.yaml
$ hygie audit --from healthy.snapshot
? 2
! waivers.yaml: cannot open
<<< waivers.yaml
hygie: 1
waivers:
  - {check: DIR-KRBTGT-AGE, by: RSSI, reason: "changed at the next maintenance", until: @NEXT_YEAR@}
>>>
# A waived failure no longer counts, and stays in the report.
$ hygie audit --from old-key.snapshot
> krbtgt
> RSSI
@ sed -i 's/until: .*}/until: 2026-01-01}/' waivers.yaml
$ hygie audit --from old-key.snapshot -q
? 1


# A signal: what was collected is kept, and said to be incomplete.
@ sed 's|ldaps://127.0.0.77:1|ldaps://127.0.0.77:16360|; /^backup/d' live.yaml > silent.yaml
$ python3 -c 'import socket, time; s = socket.create_server(("127.0.0.77", 16360)); time.sleep(5)' & sleep 0.7; timeout --preserve-status -s INT 1 hygie audit directory -c silent.yaml -q -o json=cut.json
? 130
$ python3 -c 'import json; print(json.load(open("cut.json"))["run"]["complete"])'
> ^False$
