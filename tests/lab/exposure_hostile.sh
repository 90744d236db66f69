#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_hostile.sh [HYGIE]: `hygie audit exposure` against servers that mean it harm (hostile_servers.py), in a network namespace of its own: it neither
# hangs nor dies nor swallows memory, sees every port, and no control character of theirs reaches a report. Last line: "hostile: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
space hostile 14 "${1:-$root/build/release/bin/hygie}"
need python3 jq
chmod 755 "$work"
cd "$work" || exit 2
inside python3 "$root/tests/lab/hostile_servers.py" 127.6.0.1 >ready &
children+=($!)
for _ in $(seq 100); do grep -q ready ready && break; sleep 0.1; done
grep -q ready ready || { bad "the hostile servers start" "they do not"; exit 2; }
ports=$(python3 "$root/tests/lab/hostile_servers.py" --ports)
cat >hospital.yaml <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [127.6.0.0/24]}
exposure: {addresses: [127.6.0.1], ports: [$ports], rate: 3000, names: declared, log: actions.log}
Y
cat >measure.py <<'Y'
import resource, subprocess, sys, time
begun = time.monotonic()
status = subprocess.run(sys.argv[1:], stdout=open("terminal", "wb"), stderr=subprocess.STDOUT, timeout=300).returncode
print(status, round(time.monotonic() - begun, 1), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
Y
inside python3 measure.py "$program" audit exposure -o json=r.json -o html=r.html -o markdown=r.md -o text=r.txt --save r.snapshot >measured 2>measure.err
read -r status seconds mebibytes <measured || status=hung
case $status in 0 | 1 | 3) ok "the audit ends, status $status" ;; *) bad "the audit ends" "status $status: $(tail -2 measure.err) $(tail -2 terminal)" ;; esac
[ "${seconds%.*}" -lt 200 ] 2>/dev/null && ok "in $seconds s" || bad "soon" "${seconds:-?} s"
[ "$mebibytes" -lt 400 ] 2>/dev/null && ok "in $mebibytes MiB" || bad "in little memory" "${mebibytes:-?} MiB"
seen=$(jq '[.findings[] | select(.check == "EXP-SERVICE-LIST") | .subjects[].id | select(endswith("/tcp"))] | length' r.json)
wanted=$(echo "$ports" | tr ',' '\n' | wc -l)
[ "$seen" = "$wanted" ] && ok "each of the $wanted ports is seen" || bad "every port is seen" "$seen of $wanted"
# a handshake that is begun and never ended, or comes byte by byte, holds its port for 45 seconds at most
held() { # PORT: from its line in the action log to the next
    jq -rs --arg at "127.6.0.1:$1/tcp" '(map(.action + " " + .target) | index("tls " + $at)) as $i | if $i then ((.[$i + 1] // .[-1]).at | fromdate) - (.[$i].at | fromdate) else "never" end' actions.log
}
for port in 9443 10443; do
    seconds=$(held $port)
    [ "$seconds" -lt 60 ] 2>/dev/null && ok "TLS on port $port is left after $seconds s" || bad "TLS on port $port is left" "after $seconds s"
done
# ESC, BEL, other C0 but tab and newlines, DEL, C1 (U+0080..9F), and the marks that turn text round
cat >clean.py <<'Y'
import json, re, sys
data = open(sys.argv[1], "rb").read()
text = data.decode("utf-8")  # raises when it is not
if sys.argv[1].endswith(".json"):
    found = []
    def walk(value):
        if isinstance(value, str): found.append(value)
        elif isinstance(value, dict): [walk(x) for pair in value.items() for x in pair]
        elif isinstance(value, list): [walk(x) for x in value]
    walk(json.loads(text)); text = "\n".join(found)
bad = re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]" , text)
if sys.argv[1].endswith(".html") and "<script>alert(1)" in text: bad.append("<script>")
if not text.strip(): bad.append("empty")
sys.exit(f"{len(bad)} of {sorted(set(bad))!r}" if bad else 0)
Y
for output in terminal r.txt r.json r.html r.md; do
    if why=$(python3 clean.py $output 2>&1); then ok "no control character in $output"; else bad "no control character in $output" "$(tail -1 <<<"$why")"; fi
done
product() { jq -r --arg id "127.6.0.1:$1/tcp" '.findings[] | select(.check == "EXP-SERVICE-LIST") | .subjects[] | select(.id == $id) | .evidence.protocol // ""' r.json; }
for pair in 22:ssh 21:ftp; do
    [ "$(product "${pair%:*}")" = "${pair#*:}" ] && ok "port ${pair%:*} is known in spite of what it hides" || bad "port ${pair%:*} is known" "$(product "${pair%:*}")"
done
inside "$program" audit exposure --from r.snapshot -o json=again.json --quiet >/dev/null 2>&1
cmp -s <(jq 'del(.run)' r.json) <(jq 'del(.run)' again.json) && ok "a replay says the same" || bad "a replay says the same" "it differs"
[ -n "${KEEP:-}" ] && cp r.* terminal "$KEEP"
finished
