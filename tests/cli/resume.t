# hygie audit exposure --resume, and what is shown while it works. Ports of 127.77.0.1 where nobody listens are asked, a hundred a second.
@ snapshots .
<<< hospital.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: @NEXT_YEAR@, covers: [directory, exposure], addresses: [127.77.0.0/24]}
directory:
  - {name: hopital.test, import: {format: ldif, path: hopital.ldif}}
exposure: {addresses: [127.77.0.1], ports: [PORTS], rate: 100, names: declared}
store: runs.db
>>>
@ sed -i "s/PORTS/$(seq -s, 20001 20300)/" hospital.yaml
@ sed 's/^store.*//' hospital.yaml > no-store.yaml

# What cannot be asked together, or of what.
$ hygie audit exposure --resume last -c no-store.yaml
? 2
! --resume needs a store
$ hygie audit exposure --resume last --from healthy.snapshot
? 2
! --resume excludes --from, --passive, --verify and --dry-run
$ hygie audit exposure --resume last --passive
? 2
! --resume excludes
$ hygie audit exposure --resume last --verify last
? 2
! --resume excludes
$ hygie audit exposure --resume last --dry-run
? 2
! --resume excludes
$ hygie audit --resume last
? 2
! --resume is for the exposure alone
$ hygie audit directory exposure --resume last
? 2
! --resume is for the exposure alone
$ hygie audit exposure --resume last
? 2
! there is no run "last" in the store
$ hygie audit exposure --resume last --lang fr
? 2
! il n'y a pas d'audit

$ hygie audit exposure --timeout 1 -c no-store.yaml
? 3
! without a store it cannot be taken up

# Stopped by the time allowed: kept, said, and in the history.
$ hygie audit exposure --timeout 1 -o json=stopped.json
? 3
! it was stopped before its end; go on with: hygie audit exposure --resume [0-9]{8}-[0-9a-f]{12}$
$ hygie history
> exposure .* stopped; --resume goes on$
$ stat -c %a runs.db.unfinished runs.db.unfinished/*
> ^700$
> ^600$
>! [^067]

# Another run, another domain, another audit.
$ hygie audit exposure --resume nothing
? 2
! there is no run "nothing" in the store
@ hygie audit directory --from healthy.snapshot -q; touch -d '1 minute' runs.db.unfinished/*
$ hygie audit exposure --resume $(hygie history | awk '$3 == "directory" {print $1}')
? 2
! is not one of the exposure
$ hygie audit exposure --resume 2
? 2
! several runs begin with "2"
@ sed 's/20300/20301/' hospital.yaml > ports.yaml; sed 's/127.77.0.0.24\]/127.77.0.0\/24], exclude: [127.77.0.9]/' hospital.yaml > scope.yaml; sed 's/CH Exemple/CH Autre/' hospital.yaml > other.yaml; sed 's/2026-01-01, until: [0-9-]*/2026-01-01, until: 2026-01-02/' hospital.yaml > ended.yaml
$ hygie audit exposure --resume last -c ports.yaml
? 2
! the exposure section, its inventory, or hygie itself changed since the run
$ hygie audit exposure --resume last -c scope.yaml
? 2
! the authorisation, or what it is asked of, changed since the run
$ hygie audit exposure --resume last -c other.yaml
? 2
! is of another establishment: CH Exemple
$ hygie audit exposure --resume last -c ended.yaml
? 2
! authorisation
@ mkdir damaged; cp runs.db damaged/; cp -r runs.db.unfinished damaged/; for one in damaged/runs.db.unfinished/*; do head -c 100 "$one" > cut; cp cut "$one"; done
$ hygie audit exposure --resume last --store damaged/runs.db
? 4
! damaged

# Taken up: what is left is asked, and the whole is reported once.
$ hygie audit exposure --resume last --fail-on none -o json=whole.json -q
$ python3 -c 'import json; s = {d["name"]: d["value"] for d in json.load(open("whole.json"))["domains"][0]["scope"]}; print(s["ports_asked"], s["resumes"])'
> ^300 [0-9]{8}-[0-9a-f]{12}$
$ python3 -c 'import json; print(*[l["detail"] for l in map(json.loads, open("hygie-actions.log")) if l["action"] == "scan" and l["detail"].endswith("tcp")])'
> ^300 tcp 300 tcp (1[0-9][0-9]|2[0-9][0-9]) tcp$
$ ls -d runs.db.unfinished
? 2
$ hygie audit exposure --resume last
? 2
! is whole: nothing of it is left to ask
$ hygie audit exposure --resume $(hygie history | awk '/incomplete/ {print $1}')
? 2
! went to its end, or was taken up since
$ hygie report last
> audit resumed from

# Stopped, taken up, killed, taken up again: still one audit.
@ hygie audit exposure --timeout 1 -q; (hygie audit exposure --resume last -q & pid=$!; sleep 1.5; kill -KILL $pid; wait $pid; true) 2>/dev/null
$ hygie audit exposure --resume last --fail-on none -o json=again.json -q
$ python3 -c 'import json; s = {d["name"]: d["value"] for d in json.load(open("again.json"))["domains"][0]["scope"]}; print(s["ports_asked"], s["resumes"])'
> ^300 [0-9]{8}-[0-9a-f]{12}$

# Killed: nothing says so but what it had written down.
@ (hygie audit exposure -q & pid=$!; sleep 1.5; kill -KILL $pid; wait $pid; true) 2>/dev/null
$ hygie history
> exposure .* not ended; --resume goes on$
$ hygie audit exposure --fail-on none --timeout 1
? 3
! the run [0-9]{8}-[0-9a-f]{12} did not end; if it runs no more: hygie audit exposure --resume
$ hygie audit exposure --fail-on none --resume $(hygie history | awk '/not ended/ {print $1}')
$ hygie history
>! not ended

# On a terminal: the count, then the rate and the time left, never wider than it is; elsewhere and with --quiet, nothing.
@ sed 's/rate: 100/rate: 30/' hospital.yaml > slow.yaml
$ $SOURCE/tests/cli/on_terminal.py 80 hygie audit exposure -c slow.yaml --timeout 5
? 3
> ^ports [0-9]+/300$
> ^ports [0-9]+/300 · [1-9][0-9]*/s · [0-9]+ s left$
>! ^ports.{75}
$ $SOURCE/tests/cli/on_terminal.py 80 hygie audit exposure -c slow.yaml --timeout 5 --lang fr
? 3
> ^ports [0-9]+/300 · [1-9][0-9]*/s · encore [0-9]+ s$
$ $SOURCE/tests/cli/on_terminal.py 20 hygie audit exposure -c slow.yaml --timeout 5
? 3
> ^ports [0-9]+/300$
>! left
$ $SOURCE/tests/cli/on_terminal.py 80 hygie audit exposure -c slow.yaml --timeout 2 --quiet
? 3
>! ports
$ hygie audit exposure -c slow.yaml --timeout 2 2>&1 >/dev/null
? 3
>! ports
