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
need nmap redis-server redis-cli mosquitto memcached rsync Xtigervnc xrdp mariadbd vsftpd sshd dovecot socat smbd slapd snmpd nginx Orthanc jq
chmod 755 "$work"
careless
careful

declaration() { # FILE ADDRESSES INVENTORY MORE
    cat >"$1" <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [127.0.0.0/8], domains: [exemple.test], exclude: [127.1.0.14]}
exposure: {addresses: [$2], ports: default, rate: 3000, names: declared, inventory: $3${4:-}, log: $1.log}
store: $1.db
Y
}
cat >"$work/inventory.yaml" <<Y
hygie: 1
assets: []
hl7: [{address: 127.1.0.6, port: 2575, consent: "accord du laboratoire"}]
Y
cat >"$work/declared.yaml" <<Y
hygie: 1
assets: [{id: site, addresses: [127.2.0.1], services: ["80/tcp", "443/tcp"], owner: "DSI", purpose: "site public", second_factor: true, care: 1}]
Y
declaration "$work/careless.yaml" 127.1.0.0/28 inventory.yaml
declaration "$work/careful.yaml" 127.2.0.0/28 declared.yaml ", authorities: ca.pem"
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

# feeds: records of the test's own making, on the versions that these servers say
version=$(inside "$program" audit exposure -c "$work/careless.yaml" --from "$work/careless.snapshot" -o json=- --quiet 2>/dev/null | jq -r '.findings[] | select(.check == "EXP-SERVICE-LIST") | .subjects[] | select(.id == "127.1.0.3:21/tcp") | .evidence.product' | awk '{print $2}')
mkdir -p "$work/cve"
cat >"$work/cve/CVE-2099-0001.json" <<Y
{"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2099-0001", "state": "PUBLISHED", "datePublished": "2026-01-01T00:00:00.000Z", "dateUpdated": "2026-01-01T00:00:00.000Z"},
 "containers": {"cna": {"affected": [{"vendor": "vsftpd_project", "product": "vsftpd", "versions": [{"version": "0", "lessThanOrEqual": "$version", "status": "affected", "versionType": "semver"}]}],
  "descriptions": [{"lang": "en", "value": "x"}], "metrics": [{"cvssV3_1": {"baseScore": 9.8, "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "baseSeverity": "CRITICAL", "version": "3.1"}}], "references": []}}}
Y
today=$(date +%F)
printf '{"title": "t", "catalogVersion": "%s", "dateReleased": "%sT00:00:00.000Z", "count": 1, "vulnerabilities": [{"cveID": "CVE-2099-0001", "vendorProject": "vsftpd", "product": "vsftpd", "vulnerabilityName": "n", "dateAdded": "2026-01-02", "shortDescription": "d", "requiredAction": "a", "dueDate": "2026-02-01", "knownRansomwareCampaignUse": "Known", "notes": "", "cwes": []}]}' "$today" "$today" >"$work/kev.json"
"$program" feeds import "$work/kev.json" "$work/cve" --into "$work/feeds.db" >"$work/feeds.out" 2>&1 && ok "feeds are imported" || bad "feeds are imported" "$(tail -2 "$work/feeds.out")"
sed 's/log: /feeds: feeds.db, log: /' "$work/careless.yaml" >"$work/flaws.yaml"
inside "$program" audit exposure -c "$work/flaws.yaml" -o json="$work/flaws.json" --store "$work/flaws.db" --quiet >"$work/flaws.out" 2>&1
jq -e '.findings[] | select(.check == "EXP-FLAW-CRITICAL" or .check == "EXP-FLAW-MEDIUM") | select(.verdict == "fail") | .subjects[] | select(.id == "127.1.0.3:21/tcp") | .evidence | select(.cves == "CVE-2099-0001" and (.formula | contains("exploitation=70")))' "$work/flaws.json" >/dev/null && ok "an exploited flaw of a version that was seen is found, with its formula" || bad "an exploited flaw is found" "version $version; $(jq -c '[.findings[] | select(.check | startswith("EXP-FLAW")) | {check, verdict, s: .subjects[0]}]' "$work/flaws.json" | head -c 400)"

# the open ports are nmap's, and its results are taken in as facts
ports=$(sed -n '/^tcp:/,/^udp:/p' "$root/data/exposure_ports.yaml" | grep -oE '\[[0-9, ]+\]' | tr -d '[] ' | paste -sd,)
inside nmap -n -Pn -sT -T4 -p "$ports" -oX "$work/nmap.xml" 127.1.0.0-13 127.1.0.15 >/dev/null 2>&1
python3 - "$work/nmap.xml" >"$work/theirs" <<'Y'
import sys, xml.etree.ElementTree as tree
for host in tree.parse(sys.argv[1]).getroot().iter("host"):
    address = next(one.get("addr") for one in host.iter("address") if one.get("addrtype") == "ipv4")
    for port in host.iter("port"):
        if port.find("state").get("state") == "open":
            print(f"{address}:{port.get('portid')}/tcp")
Y
jq -r '.findings[] | select(.check == "EXP-SERVICE-LIST") | .subjects[].id | select(endswith("/tcp"))' "$work/careless.json" | sort >"$work/ours"
sort -o "$work/theirs" "$work/theirs"
cmp -s "$work/ours" "$work/theirs" && ok "the $(wc -l <"$work/ours") open ports are those of nmap" || bad "the open ports are those of nmap" "$(diff "$work/ours" "$work/theirs" | head -4 | tr '\n' ' ')"
sed 's/log: /imports: [nmap.xml], log: /' "$work/careless.yaml" >"$work/imports.yaml"
inside "$program" audit exposure -c "$work/imports.yaml" --passive --fail-on none -o json="$work/imports.json" --quiet >"$work/imports.out" 2>&1
status=$?
[ "$status" = 0 ] && ok "nmap's results are taken in" || bad "nmap's results are taken in" "status $status: $(head -2 "$work/imports.out")"

# what is mended is verified alone: Redis now asks for a password, and only what failed is asked again
inside redis-cli -h 127.1.0.4 config set requirepass lab >/dev/null
before=$(wc -l <"$work/careless.yaml.log")
inside "$program" audit exposure -c "$work/careless.yaml" --verify "$(jq -r .run.id "$work/careless.json")" -o json="$work/verify.json" --quiet >"$work/verify.out" 2>&1
verdict() { jq -r --arg check "$2" '.findings[] | select(.check == $check) | .verdict' "$1"; }
[ "$(verdict "$work/verify.json" EXP-REDIS-OPEN)" = pass ] && ok "what was mended is verified" || bad "what was mended is verified" "$(verdict "$work/verify.json" EXP-REDIS-OPEN) $(tail -2 "$work/verify.out")"
[ "$(verdict "$work/verify.json" EXP-TELNET-EXPOSED)" = fail ] && ok "what was not mended still fails" || bad "what was not mended still fails" "$(verdict "$work/verify.json" EXP-TELNET-EXPOSED)"
tail -n +$((before + 1)) "$work/careless.yaml.log" | jq -r 'select(.action == "scan" or .action == "identify") | .target' | sed 's/:.*//' | sort -u >"$work/again"
jq -r '.findings[] | select(.verdict == "fail") | .subjects[].id' "$work/careless.json" | grep -oE '^127[0-9.]+' | sort -u >"$work/failed"
[ -z "$(comm -23 "$work/again" "$work/failed")" ] && ok "nobody else was asked again" || bad "nobody else was asked again" "$(comm -23 "$work/again" "$work/failed" | tr '\n' ' ')"
# the next run knows the one before
inside redis-cli -h 127.1.0.4 -a lab --no-auth-warning shutdown nosave >/dev/null 2>&1
inside "$program" audit exposure -c "$work/careless.yaml" -o json="$work/second.json" --quiet >/dev/null 2>&1
jq -e '.findings[] | select(.check == "EXP-CHANGE-GONE") | .subjects[] | select(.id == "127.1.0.4:6379/tcp")' "$work/second.json" >/dev/null && ok "a service that is gone is said" || bad "a service that is gone is said" "$(verdict "$work/second.json" EXP-CHANGE-GONE)"
[ "$(verdict "$work/second.json" EXP-CHANGE-NEW)" = pass ] && ok "nothing new appeared" || bad "nothing new appeared" "$(verdict "$work/second.json" EXP-CHANGE-NEW)"
finished
