#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_scan.sh PROGRAM [ROUNDS]: the network engine (hygie_test_scan, optimised) beside nmap -sT, in alternation, in a network namespace of their own:
# all ports of a host closed, 1,000 of 254 hosts, 1,000 silent ones, first on loopback; then all ports of a host at the other end of a veth pair, beside masscan
# where it is installed, and 225 open ports of 1,000 behind 5 % of loss each way. Prints the median of each in milliseconds and their ratio; refuses when they
# disagree, or when a port that nobody holds is reported open (a connection that met itself).
set -u
program=$(realpath "${1:?the path of an optimised hygie_test_scan}") rounds=${2:-3}
PATH=$PATH:/usr/sbin:/sbin
for tool in ip nft nmap python3; do command -v $tool >/dev/null || { echo "$tool is missing"; exit 2; }; done
here=$(cd "$(dirname "$0")" && pwd)
ns=hygie_bench_$$ far=hygie_far_$$ work=$(mktemp -d) listener=
ip netns add "$ns" || exit 77
ip netns add "$far" || exit 77
trap 'kill $listener 2>/dev/null; ip netns del "$ns"; ip netns del "$far"; rm -rf "$work"' EXIT
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
        mv "$work/out" "$work/ours"
        ours=$(grep -c "\"state\":\"$state\"" "$work/ours")
        timed "$work/b" nmap -sT -Pn -n "$@" -p "$ports" -oG - "$theirs"
        seen=$(grep -oE '[0-9]+/open/' "$work/out" | wc -l)
        ! grep -q '"state":"open"' "$work/ours" || { echo "$what: a port that nobody holds was reported open"; exit 1; }
        [ "$ours" = "$count" ] && [ "$seen" = 0 ] || { echo "$what: $ours $state of $count, nmap saw $seen open"; exit 1; }
    done
    a=$(median "$work/a") b=$(median "$work/b")
    echo "$what | $a ms | $b ms | $(awk "BEGIN { printf \"%.2f\", $a / $b }") | load $(cut -d' ' -f1 /proc/loadavg) | ours $(sort -n "$work/a" | paste -sd' ') | nmap $(sort -n "$work/b" | paste -sd' ')"
}
net=$(seq -f '127.2.0.%g' 254 | paste -sd,)
beside "65,535 closed ports, -T5" closed 65535 "$rounds" 127.1.0.1 1-65535 127.1.0.1 -T5
beside "254 hosts, 1,000 ports, -T5" closed 254000 "$rounds" "$net" 1-1000 127.2.0.1-254 -T5
beside "1,000 silent ports, -T4" filtered 1000 1 127.9.0.1 1-1000 127.9.0.1 -T4

ip -n "$ns" link add wire type veth peer name wire netns "$far"
ip -n "$ns" address add 203.0.113.254/24 dev wire && ip -n "$ns" link set wire up
ip -n "$far" address add 203.0.113.1/24 dev wire && ip -n "$far" link set wire up
mac=$(ip -n "$far" -br link show wire | awk '{print $3}')
(ulimit -n 20000; exec ip netns exec "$far" python3 "$here/../lab/lossy_network.py" serve 1000) >"$work/ready" 2>&1 &
listener=$!
for _ in $(seq 100); do grep -q ready "$work/ready" && break; sleep 0.1; done
grep -q ready "$work/ready" || { echo "the far host does not listen" >&2; exit 1; }
# masscan finds open ports alone, with an address of its own, and ends some seconds after its last packet, whatever --wait says.
masscan_found() { # PORTS RATE
    timeout 60 ip netns exec "$ns" masscan 203.0.113.1 -p"$1" --rate "$2" --wait 1 --adapter wire --adapter-ip 203.0.113.253 --router-mac "$mac" -oL "$work/masscan" >/dev/null 2>&1 &&
        grep -c '^open' "$work/masscan"
}
over_veth() { # WHAT PORTS RATE-OF-MASSCAN NMAP-TIMING OUR-OPTIONS...: open ports found and milliseconds, by each
    local what=$1 ports=$2 rate=$3 timing=$4 begin
    shift 4
    begin=$(date +%s%N)
    said="hygie $(ip netns exec "$ns" "$program" 203.0.113.1 "$ports" "$@" | grep -c '"state":"open"') open, $((($(date +%s%N) - begin) / 1000000)) ms"
    begin=$(date +%s%N)
    said+=" | nmap $(ip netns exec "$ns" nmap -sT -Pn -n "$timing" -p "$ports" -oG - 203.0.113.1 | grep -oE '[0-9]+/open/' | wc -l) open, $((($(date +%s%N) - begin) / 1000000)) ms"
    begin=$(date +%s%N)
    if ! command -v masscan >/dev/null; then
        said+=" | masscan: not installed"
    elif found=$(masscan_found "$ports" "$rate"); then
        said+=" | masscan $found open, $((($(date +%s%N) - begin) / 1000000)) ms"
    else
        said+=" | masscan: does not work here"
    fi
    case $said in "hygie 225 open"*) ;; *) echo "$what: hygie did not find the 225 open ports: $said" >&2; exit 1 ;; esac
    echo "$what | $said | load $(cut -d' ' -f1 /proc/loadavg)"
}
over_veth "all ports of a host over veth, 225 open" 1-65535 100000 -T5 --rate 1000000 --in-flight 4000
ip netns exec "$far" nft -f - <<'N' || exit 2
table ip f {
  chain entry {
    type filter hook input priority 0
    numgen random mod 100 < 5 drop
  }
  chain leaving {
    type filter hook output priority 0
    numgen random mod 100 < 5 drop
  }
}
N
over_veth "225 open of 900 ports, 5 % lost each way, everybody's usual pace" 20000-20899 500 -T4
