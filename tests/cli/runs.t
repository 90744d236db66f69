# What the store keeps: history, diff, report, baseline.
@ snapshots .
<<< hospital.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: @NEXT_YEAR@, covers: [directory], addresses: [127.0.0.0/8]}
store: runs.db
>>>
$ hygie history
? 2
! there is no store here yet
@ hygie audit --from healthy.snapshot -q; hygie audit --from old-key.snapshot -q; test $? = 1
$ hygie history | wc -l
> ^3$
$ hygie history
> ^[0-9]{8}-[0-9a-f]{12} .* directory .* complete$
# The same snapshot again is the same run.
$ hygie audit --from healthy.snapshot -q; hygie history | wc -l
> ^3$

$ hygie diff $(hygie history | awk 'NR == 3 {print $1}') last
> ^New \(1\)
> DIR-KRBTGT-AGE
> ^Mended \(0\)
> level of directory: [0-9]
$ hygie diff last $(hygie history | awk 'NR == 3 {print $1}')
> ^Mended \(1\)
> ^New \(0\)
$ hygie diff last last
> ^Still there \(1\)
$ hygie diff last nothing
? 2
! there is no run "nothing" in the store
$ hygie diff 2 last
? 2
! several runs begin with "2"
$ hygie diff last
? 2
! something is missing after diff

$ hygie report last --lang fr
> CH Exemple
$ hygie report last -o html=r.html -o json=r.json; [ -s r.html ] && [ -s r.json ]
$ hygie report nothing
? 2
! there is no run
$ hygie report last -o json=no/such/x
? 2
! cannot write the file
$ hygie report last -o text=- -o json=-
? 2
! two formats

# What the baseline knew is marked; an unknown one is refused before anything is read.
$ hygie audit --from old-key.snapshot --baseline last -q -o json=b.json
? 1
$ hygie audit --from old-key.snapshot --baseline nothing
? 2
! there is no run
@ grep -v store hospital.yaml > no-store.yaml
$ hygie audit -c no-store.yaml --from old-key.snapshot --baseline last
? 2
! --baseline and --verify need a store
$ hygie history -c no-store.yaml
? 2
! the declaration names no store
$ hygie history -c no-store.yaml --store runs.db
> complete

# Altered, damaged, or not ours.
@ cp runs.db altered.db; cp runs.db-wal altered.db-wal 2>/dev/null; sqlite3 altered.db "UPDATE runs SET json = replace(json, 'CH Exemple', 'CH Autre')"
$ hygie report last --store altered.db
? 4
! was altered in the store
@ sqlite3 diary.db "CREATE TABLE diary(day TEXT)"
$ hygie history --store diary.db
? 4
! not a store of hygie
@ sqlite3 runs.db "PRAGMA wal_checkpoint(TRUNCATE)" > /dev/null; head -c 5000 runs.db > cut.db
$ hygie history --store cut.db
? 4
$ hygie history --store .
? 4
