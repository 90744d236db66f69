#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_imports.sh [HYGIE]: results of real tools (nmap, testssl.sh) of real servers, taken in as facts beside our own scan, in a network
# namespace of their own. Last line: "exposure imports: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space "exposure imports" 11 "${1:-$root/build/release/bin/hygie}"
need nmap testssl openssl redis-server python3 jq
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/cert.pem" -days 30 -subj /CN=www.exemple.test 2>/dev/null
serve 443 openssl s_server -accept 127.0.0.7:443 -key "$work/key.pem" -cert "$work/cert.pem" -www -quiet
serve 6379 redis-server --bind 127.0.0.7 --port 6379 --save '' --dir "$work"
serve 8080 python3 -m http.server --bind 127.0.0.7 8080
serve 40123 python3 -m http.server --bind 127.0.0.7 40123
cat >"$work/inventory.yaml" <<'Y'
hygie: 1
assets:
  - {id: site, addresses: [127.0.0.0/29], services: ["443/tcp", "8080/tcp"], owner: "DSI", purpose: "site public"}
Y
declaration() { # FILE IMPORTS
    cat >"$1" <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [127.0.0.0/29]}
exposure: {addresses: [127.0.0.7], ports: [443, 6379, 8080], rate: 3000, names: declared, inventory: inventory.yaml, imports: [$2], log: $1.log}
Y
}
audit() { # NAME OPTION...: its findings in NAME.json
    local name=$1
    shift
    inside "$program" audit exposure -c "$work/$name.yaml" --fail-on none -o json="$work/$name.json" --quiet "$@" >"$work/$name.out" 2>&1
    status=$?
}
services() { jq -r '.findings[] | select(.check == "EXP-SERVICE-LIST") | .subjects[].id' "$work/$1.json" | grep '^127' | sort; }
failing() { jq -r --arg check "$2" '.findings[] | select(.check == $check and .verdict == "fail") | .subjects[] | select((.verdict // "fail") == "fail") | .id' "$work/$1.json" | sort | paste -sd' '; }
same() { if [ "$2" = "$3" ]; then ok "$1"; else bad "$1" "wanted $(tr '\n' ' ' <<<"$3"), got $(tr '\n' ' ' <<<"$2") $(cat "$work"/*.out | tail -n 2 | head -c 300)"; fi; }

inside nmap -n -Pn -sT -sV -p 443,6379,8080,40123 -oX "$work/nmap.xml" 127.0.0.7 127.0.0.9 >/dev/null 2>&1
open=$(grep -oE '<port [^>]*portid="[0-9]+"><state state="open"' "$work/nmap.xml" | grep -oE '[0-9]+' | sort -un | wc -l)
same "nmap saw the servers" "$open" 4

declaration "$work/ours.yaml" ""
declaration "$work/theirs.yaml" nmap.xml
declaration "$work/both.yaml" nmap.xml
audit ours
same "our own scan sees what it was asked" "$(services ours)" "$(printf '127.0.0.7:443/tcp\n127.0.0.7:6379/tcp\n127.0.0.7:8080/tcp')"
audit theirs --passive
same "nmap's results alone are read" "$status" 0
audit both
same "a port that we did not ask comes from nmap; none is there twice" "$(services both)" "$(printf '127.0.0.7:40123/tcp\n127.0.0.7:443/tcp\n127.0.0.7:6379/tcp\n127.0.0.7:8080/tcp')"
same "what nobody declared is said, in a declared network" "$(failing both EXP-INV-UNDECLARED)" "127.0.0.7:40123/tcp 127.0.0.7:6379/tcp"
same "what is declared is there" "$(failing both EXP-INV-VANISHED)" ""

# our own measure wins: a service that has closed since nmap saw it is not open
inside redis-cli -h 127.0.0.7 shutdown nosave >/dev/null 2>&1
audit both
same "what has closed since is not open" "$(services both | grep -c 6379)" 0

# a file cut short is read for what is whole, and the audit is incomplete
head -c "$(($(grep -bo 'portid="8080"' "$work/nmap.xml" | head -1 | cut -d: -f1)))" "$work/nmap.xml" >"$work/cut.xml"
declaration "$work/cut.yaml" cut.xml
audit cut
same "a file cut short makes an incomplete audit" "$status" 3
same "the imported findings are then unknown" "$(jq -r '.findings[] | select(.check == "EXP-IMPORTED-FINDING") | .verdict' "$work/cut.json")" unknown

# testssl.sh, flat and pretty: its serious findings are ours, each once
for kind in jsonfile jsonfile-pretty; do
    inside testssl --quiet --color 0 --warnings batch -p -U -S "--$kind" "$work/theirs-$kind" 127.0.0.7:443 >"$work/testssl.out" 2>&1
    declaration "$work/$kind.yaml" "theirs-$kind"
    audit "$kind"
    wanted=$(jq -r '[.. | objects | select(has("finding")) | select(.severity == "HIGH" or .severity == "CRITICAL") | "127.0.0.7:443/tcp " + .id] | unique | join(", ")' "$work/theirs-$kind" 2>&1)
    got=$(jq -r '[.findings[] | select(.check == "EXP-IMPORTED-FINDING") | .subjects[] | .id] | unique | join(", ")' "$work/$kind.json")
    same "testssl.sh --$kind: its serious findings ($wanted)" "$got" "$wanted"
done
finished
