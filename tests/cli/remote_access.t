# The suppliers' accesses: the register alone is read, and nobody is contacted.
<<< hospital.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch, ose: false}
authorisation: {by: "Directeur général", from: 2026-01-01, until: @NEXT_YEAR@, covers: [remote-access], addresses: [192.0.2.0/24], domains: [exemple.test]}
remote_access: register.yaml
store: runs.db
>>>
<<< register.yaml
hygie: 1
accesses:
  - id: TM-PACS-01
    vendor: {name: "Imagerie Exemple"}
    protocol: telnet
    entry_point: {kind: direct, host: 192.0.2.10, port: 23}
    accounts: [{name: tm-pacs, mfa: none}]
>>>
$ hygie audit remote-access --dry-run
> ^Remote accesses
> reads the register register.yaml
> contacts nobody
$ hygie audit remote-access --format json --save facts.snapshot
? 3
> "check": *"RAC-CLEAR"
! run .* is kept
# What was saved is judged the same anywhere.
$ hygie audit remote-access --from facts.snapshot --only RAC-CLEAR,RAC-DIRECT
? 1
> RAC-CLEAR
> protocol in clear or outdated: telnet
$ hygie audit remote-access --from facts.snapshot --only RAC-CLEAR --lang fr
? 1
> ACCÈS À DISTANCE
> protocole en clair ou dépassé : telnet
$ hygie audit remote-access --from facts.snapshot --only RAC-OPENING-PERMANENT
? 3
> is not written: opening: mode
$ hygie audit remote-access --from facts.snapshot --from facts.snapshot
? 2
! two snapshots of one domain
$ hygie checks remote-access
> RAC-MFA-INTERNET
$ hygie explain RAC-CUT-OFF --lang fr
> une procédure|Une procédure
# Without authorisation, or with a register that is wrong, nothing is judged.
@ sed 's/covers: .remote-access./covers: [directory]/' hospital.yaml > other.yaml
$ hygie audit remote-access -c other.yaml
? 2
>.
! remote-access
@ sed -i 's/telnet/gopher/' register.yaml
$ hygie audit remote-access
? 2
>.
! ^register.yaml:5:15: 
@ rm register.yaml
$ hygie audit remote-access
? 2
>.
! register.yaml
