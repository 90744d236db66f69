#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_audit.sh [HYGIE]: `hygie audit exposure` on a careless hospital and on a careful one, of real servers, in a network namespace of their own. Every
# weakness that exposure_expected.tsv names must be found on its object; on the careful one nothing may be accused but what exposure_accepted.tsv explains.
# Last line: "exposure audit: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space "exposure audit" 1 "${1:-$root/build/release/bin/hygie}"
. "$root/tests/lab/exposure_servers.sh"
need redis-server mosquitto memcached rsync Xtigervnc xrdp mariadbd vsftpd sshd dovecot socat smbd slapd snmpd nginx Orthanc jq
chmod 755 "$work"
careless
careful

declaration() { # FILE ADDRESSES DOMAINS
    cat >"$1" <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [127.0.0.0/8], domains: [exemple.test], exclude: [127.1.0.14]}
exposure: {addresses: [$2], ports: default, rate: 3000, names: declared, inventory: inventory.yaml, log: $1.log}
Y
}
cat >"$work/inventory.yaml" <<Y
hygie: 1
assets: []
hl7: [{address: 127.1.0.6, port: 2575, consent: "accord du laboratoire"}]
Y
declaration "$work/careless.yaml" 127.1.0.0/28
declaration "$work/careful.yaml" 127.2.0.0/28
for one in careless careful; do
    inside "$program" audit exposure -c "$work/$one.yaml" -o json="$work/$one.json" --save "$work/$one.snapshot" --quiet >"$work/$one.out" 2>&1
    status=$?
    case $status in 0 | 1 | 3) ok "the audit of the $one hospital ends with $status" ;; *) bad "the audit of the $one hospital" "status $status: $(tail -3 "$work/$one.out")" ;; esac
    [ -n "${KEEP:-}" ] && cp "$work/$one.json" "$work/$one.out" "$work/$one.snapshot" "$KEEP"
done

# every weak one is found
while IFS=$'\t' read -r check object; do
    case $check in '' | \#*) continue ;; esac
    if jq -e --arg check "$check" --arg object "$object" '.findings[] | select(.check == $check and .verdict == "fail") | .subjects[] | select(.id | contains($object))' \
        "$work/careless.json" >/dev/null 2>&1; then ok "$check on $object"; else bad "$check on $object" "not found"; fi
done <"$root/tests/lab/exposure_expected.tsv"
# no sound one is accused
jq -r '.findings[] | select(.verdict == "fail") | .check as $c | .subjects[] | select((.verdict // "fail") == "fail") | [$c, .id] | @tsv' "$work/careful.json" >"$work/accused"
while IFS=$'\t' read -r check object; do
    if cut -f1 "$root/tests/lab/exposure_accepted.tsv" | grep -qx "$check"; then ok "$check on $object, as explained"; else bad "$check accuses $object" "it is sound"; fi
done <"$work/accused"
if [ -s "$work/printed" ]; then bad "nothing is written to a printer" "$(head -c 200 "$work/printed")"; else ok "nothing is written to a printer"; fi
for one in careless careful; do
    inside "$program" audit exposure -c "$work/$one.yaml" --from "$work/$one.snapshot" -o json="$work/$one.again" --quiet >/dev/null 2>&1
    if cmp -s <(jq 'del(.run)' "$work/$one.json") <(jq 'del(.run)' "$work/$one.again"); then ok "a replay of the $one hospital says the same"; else bad "a replay of the $one hospital" "differs"; fi
done
finished
