#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_scan.sh PROGRAM: the network engine (hygie_test_scan) against listeners and packet filters in a network namespace of its
# own, beside nmap -sT. Needs root, nft, nmap, jq, python3. Last line: "scan: N passed, N failed".
set -u
program=$(realpath "${1:?the path of hygie_test_scan}")
for tool in ip nft nmap jq python3; do command -v $tool >/dev/null || { echo "$tool is missing"; exit 2; }; done
ns=hygie_scan_$$
work=$(mktemp -d)
if ! ip netns add "$ns"; then
    echo "SKIP  every port: this machine lets nobody make a network namespace (root is needed, and CAP_SYS_ADMIN)"
    echo "scan: 0 passed, 0 failed, 30 skipped"
    exit 77
fi
trap 'kill "$listener" 2>/dev/null; ip netns del "$ns"; rm -rf "$work"' EXIT
listener=
run() { timeout 120 ip netns exec "$ns" "$@"; }
ip netns exec "$ns" ip link set lo up
passed=0 failed=0
check() { if [ "$2" = "$3" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $1: expected $3, got $2"; fi; }
state() { jq -r "select(.port==$2 and .host==\"${3:-127.0.0.1}\").state" "$1"; }
count() { jq -r 'select(.state).state' "$1" | grep -c "^$2\$"; }

ip netns exec "$ns" python3 -c '
import socket, time
held = []
for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
    for port in (22, 443, 40000):
        s = socket.socket(family); s.bind((host, port)); s.listen(50); held.append(s)
print("ready", flush=True); time.sleep(300)' >"$work/ready" &
listener=$!
for _ in $(seq 100); do grep -q ready "$work/ready" && break; sleep 0.1; done
ip netns exec "$ns" nft -f - <<'N' || exit 2
table inet f {
  chain i {
    type filter hook input priority 0
    ip daddr 127.0.0.3 tcp flags & rst == rst limit rate over 200/second drop
    tcp dport 2000-2999 drop
    tcp dport 3000 reject with tcp reset
    tcp dport 3001 reject with icmpx type host-unreachable
  }
  chain o {
    type filter hook output priority 0
    ip saddr 127.0.0.3 tcp flags & rst == rst limit rate over 200/second drop
  }
}
N
ports=22,23,443,2000,2001,3000,3001,9100,40000
run "$program" 127.0.0.1,::1 $ports --avoid 23 >"$work/mixed"
check complete "$(jq -r 'select(.complete != null).complete' "$work/mixed")" true
for host in 127.0.0.1 ::1; do
    for pair in 22:open 443:open 40000:open 2000:filtered 2001:filtered 3000:closed 3001:unreachable 9100:closed; do
        check "$host ${pair%:*}" "$(state "$work/mixed" "${pair%:*}" $host)" "${pair#*:}"
    done
done
check "not touched" "$(state "$work/mixed" 23)" not_touched
run nmap -sT -Pn -n -p $ports 127.0.0.1 -oG - | grep -oE '[0-9]+/(open|closed|filtered)' >"$work/nmap"
for port in 22 443 2000 2001 3000 9100 40000; do
    check "as nmap: $port" "$(state "$work/mixed" $port)" "$(grep "^$port/" "$work/nmap" | cut -d/ -f2)"
done
begin=$(date +%s%N); run "$program" 127.0.0.1 2000-2999 --rate 100000 --in-flight 1000 >"$work/silent"
echo "1,000 silent ports: $((($(date +%s%N) - begin) / 1000000)) ms"
check "silent" "$(count "$work/silent" filtered)" 1000
begin=$(date +%s%N); run "$program" 127.0.0.1 1-1999,3002-65535 --rate 100000 --in-flight 1000 >"$work/all"
echo "64,533 ports: $((($(date +%s%N) - begin) / 1000000)) ms"
check "all ports: open" "$(count "$work/all" open)" 3
begin=$(date +%s%N); run nmap -sT -Pn -n -T5 -p 1-1999,3002-65535 127.0.0.1 -oG - >/dev/null
echo "the same by nmap -sT -T5: $((($(date +%s%N) - begin) / 1000000)) ms"
run "$program" 127.0.0.3 4000-4999 --rate 5000 --in-flight 1000 >"$work/limited"
check "held-back resets" "$(count "$work/limited" closed)" 1000
begin=$(date +%s%N); run "$program" 127.0.0.1 1-1999 --rate 100 --stop-after 500 >"$work/stopped"
check "stopped: soon" "$((($(date +%s%N) - begin) < 2500000000))" 1
check "stopped: incomplete" "$(jq -r 'select(.complete != null).complete' "$work/stopped")" false
echo "scan: $passed passed, $failed failed"
[ "$failed" = 0 ]
