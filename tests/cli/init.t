# init, doctor, checks, explain.
$ hygie init
>.
! hospital.yaml is written
$ hygie validate hospital.yaml
! good
$ stat -c %a hospital.yaml
> ^600$
# Never over what is there.
@ echo mine > mine.txt; cp hospital.yaml kept
$ hygie init
? 2
! this file exists already
$ cmp hospital.yaml kept
$ hygie init --yes site-2 && hygie validate site-2/hospital.yaml
! good
$ hygie init --lang fr france && hygie validate france/hospital.yaml && grep -c 'Rien n.est contact' france/hospital.yaml
> ^1$
$ hygie init /proc/nowhere
? 2
! cannot make the folder

# On a terminal it asks eight questions.
$ printf 'CH Essai\n750000003\n750000002\nch\nDirectrice\nessai.test\ndc1.essai.test\n192.0.2.0/28\nlecteur@essai.test\n' | script -qec 'hygie init asked' /dev/null; hygie validate asked/hospital.yaml && cat asked/hospital.yaml
> 1/8
> 8/8
> the last digit of this FINESS number
> name: "CH Essai", finess: "750000002"
> addresses: \["192.0.2.0/28"\]
$ printf 'CH Essai\n' | script -qec 'hygie init gone; echo status $?' /dev/null; ls gone/hospital.yaml
? 2

$ hygie doctor
? 3
> ^good +checks
> ^good +hospital.yaml
> ^wrong +exemple.test password_file
> ^(good|note) +kinit
@ echo secret > secret; chmod 600 secret
$ hygie doctor
> ^good +exemple.test password_file
> ^good +authorisation: in force until
$ cd /tmp && hygie doctor -c /nonexistent.yaml
? 3
> ^wrong

$ hygie checks
> directory / kerberos
> DIR-KRBTGT-AGE +high
> hygie explain CHECK says more
$ hygie checks directory --lang fr
> Le mot de passe du compte krbtgt
$ hygie checks --format json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["schema"], "DIR-KRBTGT-AGE" in [c["id"] for c in d["checks"]])'
> ^hygie/checks/1 True$
$ hygie checks backup
? 2
! not built yet
$ hygie checks directoy
? 2
! did you mean "directory"
$ hygie checks --format yaml
? 2
! one of: text, json
$ hygie checks --coverage
> ^ANSSI control points: [1-9][0-9]* of 76 decided
> ^PingCastle rules: [1-9][0-9]* of 187 decided
> x vuln_krbtgt +2 +DIR-KRBTGT-AGE
$ hygie checks --coverage --format json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["anssi"]["total"], d["pingcastle"]["total"])'
> ^76 187$

$ hygie explain DIR-KRBTGT-AGE
> Severity: high
> max_age_days: 365, at least 1
> anssi: vuln_krbtgt
$ hygie explain dir-krbtgt-age --lang fr
> Comment y remédier
$ hygie explain DIR-KRBTGT
? 2
! unknown check "DIR-KRBTGT"; did you mean "DIR-KRBTGT-AGE"\?
$ hygie explain ldif
> ldapsearch -LLL
