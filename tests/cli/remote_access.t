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
# A profile is one of a few words.
@ sed '$a thresholds: {RAC-SSH-MAC-WEAK: {profile: anssii}}' hospital.yaml > typo.yaml
$ hygie validate typo.yaml
? 2
! did you mean "anssi"
! one of: anssi, ssh-audit, ssh-audit-2.5
# Each door that would be asked, and those that would not.
<<< register.yaml
hygie: 1
accesses:
  - {id: IN, vendor: {name: V}, protocol: ssh, entry_point: {kind: bastion, host: 192.0.2.10}}
  - {id: OUT, vendor: {name: V}, protocol: ssh, entry_point: {kind: bastion, host: 198.51.100.1, port: 2222}}
>>>
$ hygie audit remote-access --dry-run
> ^    192\.0\.2\.10:22$
> ^    198\.51\.100\.1:2222: outside the authorisation, left alone
@ rm register.yaml
# The cut-off: the card, the rehearsal on the clock and its record.
$ hygie remote-access cut-off -c "$SOURCE/examples/hospital.yaml" --lang fr
> ^ 1\. TM-PHARMA-03
> ^ 3\. TM-PACS-01
> plus d'images
>! TM-GTB-00
$ hygie remote-access cut-off -c "$SOURCE/examples/hospital.yaml" --format json
> "schema": "hygie/cut-off/1"
$ printf 'y\nx\ny\ny\n' | hygie remote-access cut-off --drill -c "$SOURCE/examples/hospital.yaml"
> ^3 of 3 accesses were cut off in
> last_test: @TODAY@, minutes: 1
$ printf 'y\nn\nq\n' | hygie remote-access cut-off --drill -c "$SOURCE/examples/hospital.yaml"
? 3
> ^1 of 3 accesses were cut off in
> still open: TM-LABO-02
> still open: TM-PACS-01
>! last_test
$ printf '' | hygie remote-access cut-off --drill -c "$SOURCE/examples/hospital.yaml" --record other.log
? 3
> ^0 of 3 accesses
@ test "$(grep -c '"action":"cut off"' hygie-cut-off.log)" = 4
@ sed -i '2s/TM-/XX-/' hygie-cut-off.log
$ printf 'y\n' | hygie remote-access cut-off --drill -c "$SOURCE/examples/hospital.yaml"
? 4
! was altered: line 3
$ hygie remote-access cut-on
? 2
! cut-off
$ hygie remote-access cut-off
? 2
! register.yaml
# The card of an access: each rule of the PGSSI-S, kept or not, and what is missing; the level is the supplier's word.
$ hygie remote-access cards TM-LABO-02 TM-PACS-01 -c "$SOURCE/examples/hospital.yaml"
> ^TM-PACS-01 \(Imagerie Exemple\)$
> Level that the supplier states: 2\.
> keeps to no level
> ^  kept: 6\.1\.1\.4 
> ^  not kept: 6\.1\.2\.4 
> RAC-LOGS
> still to be confirmed
>! TM-PHARMA-03
$ hygie remote-access cards TM-PHARMA-03 -c "$SOURCE/examples/hospital.yaml" --lang fr
> pas de palier
> non respectée : 6\.1\.2\.2 
> non connue : 6\.1\.1\.1|non respectée : 6\.1\.1\.1
$ hygie remote-access cards --format json -c "$SOURCE/examples/hospital.yaml"
> "schema": "hygie/access-cards/1"
> "level_stated": "2"
>! TM-GTB-00
$ hygie remote-access cards TM-GTB-00 -c "$SOURCE/examples/hospital.yaml"
? 2
! no open access is called "TM-GTB-00"
$ hygie remote-access cut-off TM-PACS-01 -c "$SOURCE/examples/hospital.yaml"
? 2
! one word too many
