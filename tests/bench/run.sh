#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# run.sh SERVER [ROUNDS] [PROGRAM]: how long the live audit takes beside ldapsearch and ldapdomaindump on the same server, in alternation,
# and what memory each needs. SERVER: samba=DIR (a domain of tests/lab/samba-dc.sh, started) or slapd=DIR (one of slapd-scale.sh, started).
# DUMPS=0 leaves ldapdomaindump out, DUMPS=1 runs it once (with ten minutes at most). Last line: medians and ratios.
#
#   LAB_IP=127.0.0.50 tests/lab/samba-dc.sh provision /tmp/bench && /usr/bin/python3 tests/lab/populate.py /tmp/bench 10000
#   tests/lab/samba-dc.sh start /tmp/bench && tests/bench/run.sh samba=/tmp/bench 5
set -u -o pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
server=${1:?usage: run.sh samba=DIR|slapd=DIR [ROUNDS] [PROGRAM]} rounds=${2:-5}
hygie=$(realpath "${3:-$root/build/release/bin/hygie}") || exit 2
case $server in
samba=*) eval "$("$root/tests/lab/samba-dc.sh" env "${server#*=}")"; LAB_URL=ldap://$LAB_IP dump_user=HOPITAL\\Administrator ;;
slapd=*) eval "$("$root/tests/lab/slapd-scale.sh" env "${server#*=}")"; dump_user=$LAB_ADMIN ;;
*) echo "bench: unknown server: $server" >&2; exit 2 ;;
esac
for tool in ldapsearch ldapdomaindump /usr/bin/time python3; do command -v "$tool" >/dev/null || { echo "bench: $tool is missing" >&2; exit 2; }; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(umask 077; printf %s "$LAB_PASS" >"$work/password")
cat >"$work/hospital.yaml" <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [directory], addresses: [127.0.0.0/8], domains: [hopital.test]}
directory:
  - {name: hopital.test, url: "$LAB_URL", bind: {method: simple, user: "$LAB_ADMIN", password_file: $work/password}, sysvol: none}
Y

# The attributes asked for in a partition, by its letter, as the collector's own table has them.
asked() { grep -oE 'X\([a-z_]+, "[^"]+", "[a-z]+"\)' "$root/audits/directory/read/attributes.hpp" | sed -nE "s/.*\"([^\"]+)\", \"[a-z]*$1[a-z]*\".*/\1/p"; }

timed() { # TOOL COMMAND...: a line "TOOL seconds KiB" in figures
    local tool=$1
    shift
    /usr/bin/time -f "%e %M" -o "$work/time" "$@" >"$work/$tool.err" 2>&1
    local status=$?
    case $tool:$status in
    *:0 | hygie:[13] | replay:[13]) ;; # findings, or what a check cannot tell here
    *) echo "bench: $tool ended with status $status: $(head -2 "$work/$tool.err")" >&2; return 1 ;;
    esac
    echo "$tool $(tail -n 1 "$work/time")" | tee -a "$work/figures"
}
audit() { timed hygie "$hygie" audit directory -c "$work/hospital.yaml" --insecure-plain-ldap --quiet -o json=/dev/null --save "$work/facts.snapshot"; }
replay() { timed replay "$hygie" audit directory -c "$work/hospital.yaml" --from "$work/facts.snapshot" --quiet -o json=/dev/null; }
dump() { rm -rf "$work/dump"; timed ldapdomaindump timeout 600 ldapdomaindump -at SIMPLE -u "$dump_user" -p "$LAB_PASS" -o "$work/dump" "$LAB_URL"; }

cat >"$work/ask" <<'A'
# the collector's partitions and filters, one after the other, in pages of a thousand, owner, group and DACL
set -e
ask() { ldapsearch -x -LLL -o ldif-wrap=no -H "$URL" -D "$USER_DN" -y "$PASSWORD" -E pr=1000/noprompt -E '1.2.840.113556.1.4.801=::MAMCAQc=' "$@"; }
ask -b "$BASE" '(!(objectClass=dnsNode))' $DOMAIN
ask -b "CN=Configuration,$BASE" '(objectClass=*)' $CONFIGURATION
ask -b "CN=Schema,CN=Configuration,$BASE" '(objectClass=*)' $SCHEMA
for zone in $DNS; do ask -b "$zone" '(!(objectClass=dnsNode))' $ZONES; done
A
zones=$(ldapsearch -x -LLL -o ldif-wrap=no -H "$LAB_URL" -s base -b '' namingContexts | sed -n 's/^namingContexts: \(DC=[A-Z][a-z]*DnsZones,.*\)/\1/p' | tr '\n' ' ')
search() {
    URL=$LAB_URL USER_DN=$LAB_ADMIN PASSWORD=$work/password BASE=$LAB_BASE DNS=$zones DOMAIN=$(asked d) CONFIGURATION=$(asked c) SCHEMA=$(asked s) \
        ZONES=$(asked n) timed ldapsearch bash "$work/ask"
}

echo "$(date -u +%F) $(nproc) processors, load before: $(cut -d' ' -f1-3 /proc/loadavg), $LAB_URL, $rounds rounds"
for round in $(seq "$rounds"); do
    audit && search || exit 1
    case ${DUMPS:-all} in 0) ;; 1) [ "$round" != 1 ] || dump ;; *) dump || exit 1 ;; esac
    replay || exit 1
done
echo "snapshot: $(stat -c %s "$work/facts.snapshot") bytes; load after: $(cut -d' ' -f1-3 /proc/loadavg)"
python3 - "$work/figures" <<'P'
import statistics, sys
runs = {}
for line in open(sys.argv[1]):
    tool, seconds, kib = line.split()
    runs.setdefault(tool, []).append((float(seconds), int(kib)))
median = {tool: (statistics.median(s for s, _ in r), statistics.median(k for _, k in r) / 1024) for tool, r in runs.items()}
for tool, (seconds, mib) in median.items():
    print("%-15s median %8.2f s (%s)  %7.1f MiB" % (tool, seconds, ", ".join("%.2f" % s for s, _ in runs[tool]), mib))
print("; ".join("hygie / %s = %.2f in time, %.2f in memory" % (tool, median["hygie"][0] / max(s, 0.01), median["hygie"][1] / m)
                for tool, (s, m) in median.items() if tool in ("ldapsearch", "ldapdomaindump")))
P
