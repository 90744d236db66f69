# Results of other tools, read from files alone: what concerns nothing declared is left out, what is damaged makes the audit incomplete.
<<< hospital.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: @NEXT_YEAR@, covers: [exposure], addresses: [192.0.2.0/28], domains: [exemple.test]}
exposure: {addresses: [192.0.2.0/28], domains: [exemple.test], inventory: inventory.yaml, imports: [masscan.list, nuclei.jsonl]}
store: runs.db
>>>
<<< inventory.yaml
hygie: 1
assets:
  - {id: site, name: www.exemple.test, services: ["443/tcp"], owner: "DSI", purpose: "site public"}
>>>
<<< masscan.list
#masscan
open tcp 443 192.0.2.7 1390380064
open tcp 443 198.51.100.7 1390380064
# end
>>>
<<< nuclei.jsonl
{"template-id":"panel","info":{"name":"Console ouverte","severity":"critical"},"ip":"192.0.2.7","port":"8443","matched-at":"https://www.exemple.test:8443/"}
{"template-id":"panel","info":{"name":"Console ouverte","severity":"critical"},"ip":"192.0.2.7","port":"8443","matched-at":"https://www.exemple.test:8443/"}
{"template-id":"panel","info":{"name":"Console ouverte","severity":"critical"},"ip":"198.51.100.7","port":"8443","matched-at":"https://www.example.org:8443/"}
>>>
$ hygie audit exposure --passive -q --only EXP-IMPORTED-FINDING -o json=i.json
? 1
$ jq -c '.findings[] | [.check, .verdict, [.subjects[].id]]' i.json
> ^\["EXP-IMPORTED-FINDING","fail",\["192.0.2.7:8443/tcp panel"\]\]$
$ hygie audit exposure --passive -q --only EXP-IMPORTED-FINDING -o text=-  --lang en
? 1
> imported results outside the scope, left out.*2
> Console ouverte
@ echo '{"template-id": <' >> nuclei.jsonl; echo '{}' >> nuclei.jsonl
$ hygie audit exposure --passive -q --only EXP-IMPORTED-FINDING -o text=- --lang en
? 3
> nuclei.jsonl:4: this result file is damaged

# A run without an open finding of the exposure has nothing to verify, and nobody is contacted.
@ snapshots .; sed -e 's/covers: \[exposure\]/covers: [directory, exposure]/; /^exposure/d' hospital.yaml > directory.yaml; hygie audit directory -c directory.yaml --from healthy.snapshot -q
$ hygie audit exposure --verify last
>.
! has no open finding of the exposure: nothing to verify
$ hygie audit exposure --verify nothing
? 2
! there is no run "nothing" in the store
$ hygie audit exposure --verify last --passive
? 2
! --verify excludes --only, --from and --passive
$ hygie audit --verify last
? 2
! --verify is for the exposure alone
