#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_scan.sh PROGRAM [ROUNDS]: the network engine (hygie_test_scan, optimised) beside nmap -sT, in alternation, in a network namespace of their own:
# all ports of a host closed, 1,000 of 254 hosts, 1,000 silent ones. Prints the median of each in milliseconds and their ratio; refuses when they disagree.
set -u
program=$(realpath "${1:?the path of an optimised hygie_test_scan}") rounds=${2:-3}
PATH=$PATH:/usr/sbin:/sbin
for tool in ip nft nmap jq; do command -v $tool >/dev/null || { echo "$tool is missing"; exit 2; }; done
ns=hygie_bench_$$ work=$(mktemp -d)
ip netns add "$ns" || exit 77
trap 'ip netns del "$ns"; rm -rf "$work"' EXIT
ip -n "$ns" link set lo up
ip netns exec "$ns" nft -f - <<'N' || exit 2
table ip silence {
  chain entry {
    type filter hook input priority 0;
    ip daddr 127.9.0.0/16 drop
  }
}
N
timed() { # FILE COMMAND...: adds the milliseconds to FILE
    local file=$1 begin
    shift
    begin=$(date +%s%N)
    ip netns exec "$ns" "$@" >"$work/out" 2>&1 || { echo "failed: $*"; tail -2 "$work/out"; exit 1; }
    echo $((($(date +%s%N) - begin) / 1000000)) >>"$file"
}
median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
beside() { # WHAT WANTED-STATE WANTED-COUNT ROUNDS OUR-HOSTS PORTS THEIR-HOSTS NMAP-OPTIONS...
    local what=$1 state=$2 count=$3 times=$4 hosts=$5 ports=$6 theirs=$7 ours seen
    shift 7
    rm -f "$work/a" "$work/b"
    for _ in $(seq "$times"); do
        timed "$work/a" "$program" "$hosts" "$ports" --rate 1000000 --in-flight 4000
        ours=$(grep -c "\"state\":\"$state\"" "$work/out")
        timed "$work/b" nmap -sT -Pn -n "$@" -p "$ports" -oG - "$theirs"
        seen=$(grep -oE '[0-9]+/open/' "$work/out" | wc -l)
        [ "$ours" = "$count" ] && [ "$seen" = 0 ] || { echo "$what: $ours $state of $count, nmap saw $seen open"; exit 1; }
    done
    a=$(median "$work/a") b=$(median "$work/b")
    echo "$what | $a ms | $b ms | $(awk "BEGIN { printf \"%.2f\", $a / $b }") | load $(cut -d' ' -f1 /proc/loadavg) | ours $(sort -n "$work/a" | paste -sd' ') | nmap $(sort -n "$work/b" | paste -sd' ')"
}
net=$(seq -f '127.2.0.%g' 254 | paste -sd,)
beside "65,535 closed ports, -T5" closed 65535 "$rounds" 127.1.0.1 1-65535 127.1.0.1 -T5
beside "254 hosts, 1,000 ports, -T5" closed 254000 "$rounds" "$net" 1-1000 127.2.0.1-254 -T5
beside "1,000 silent ports, -T4" filtered 1000 1 127.9.0.1 1-1000 127.9.0.1 -T4
