#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_loss.sh BINARIES [CASE...]: the network engine (hygie_test_scan, hygie_test_datagrams) and the audit on bad networks, at the default pace: lost packets, refusals held back,
# questions counted, slow hosts, silent ports. Each case has two network namespaces of its own joined by a veth pair, and at least 10,000 ports whose state is
# known; all run at once. Packets are lost by nftables (no netem here), and late through two tun devices. Last line: "loss: N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
binaries=$(realpath "${1:?the folder of hygie_test_scan}")
PATH=$PATH:/usr/sbin:/sbin
for tool in ip nft python3; do command -v $tool >/dev/null || { echo "loss: $tool is missing"; exit 2; }; done
for program in hygie hygie_test_scan hygie_test_datagrams; do [ -x "$binaries/$program" ] || { echo "loss: build $program first"; exit 2; }; done
shift
cases=("$@")
wanted() { [ ${#cases[@]} = 0 ] || [[ " ${cases[*]} " == *" ${1%.udp} "* ]]; }
work=$(mktemp -d) spaces=() children=() runs=()
finish() {
    for pid in "${children[@]}"; do kill "$pid" 2>/dev/null; done
    for space in "${spaces[@]}"; do
        for pid in $(ip netns pids "$space" 2>/dev/null); do kill "$pid" 2>/dev/null; done
        ip netns del "$space" 2>/dev/null
    done
    wait 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT
if ! ip netns add "hygie-loss-$$"; then
    echo "SKIP  every port: this machine lets nobody make a network namespace (root is needed, and CAP_SYS_ADMIN)"
    echo "loss: 0 passed, 0 failed, 14 skipped"
    exit 77
fi
ip netns del "hygie-loss-$$"
ready() { local _; for _ in $(seq 200); do grep -q ready "$1" 2>/dev/null && return; sleep 0.1; done; echo "loss: the other end does not start: $1"; exit 2; }
hosts() { seq -f '203.0.113.%g' 1 "$1" | paste -sd,; }

network() { # CASE HOSTS PORTS RULES: near-CASE (203.0.113.254) and far-CASE with that many addresses and listeners
    local case=$1 count=$2 ports=$3 near="hygie-near-$1-$$" far="hygie-far-$1-$$" i
    wanted "$case" || return
    ip netns add "$near" && ip netns add "$far" && spaces+=("$near" "$far")
    ip -n "$near" link add wire type veth peer name wire netns "$far"
    ip -n "$near" address add 203.0.113.254/24 dev wire && ip -n "$near" link set wire up
    for i in $(seq "$count"); do echo "address add 203.0.113.$i/24 dev wire"; done | ip -n "$far" -batch -
    ip -n "$far" link set wire up && ip -n "$far" link set lo up
    ip netns exec "$far" sysctl -qw net.ipv4.tcp_max_syn_backlog=4096 net.core.somaxconn=4096
    # the last tenth is silent, whatever else the case says
    ip netns exec "$far" nft -f - <<N || exit 2
table ip f {
  chain entry {
    type filter hook input priority 0
    tcp dport $((20000 + ports * 9 / 10))-$((20000 + ports - 1)) drop
    udp dport 21200-21204 drop
    $(sed -n 's/^in //p' <<<"$4")
  }
  chain leaving {
    type filter hook output priority 0
    $(sed -n 's/^out //p' <<<"$4")
  }
}
N
    (ulimit -n 20000; exec ip netns exec "$far" python3 "$here/lossy_network.py" serve "$ports") >"$work/$case.far" 2>&1 &
    children+=($!)
}
scan() { # CASE exact|held HOSTS PORTS: in the background; what it came to in CASE.result
    local case=$1 how=$2 list=$3 ports=$4 begin
    ready "$work/$case.far"
    begin=$(date +%s%N)
    timeout 170 ip netns exec "hygie-near-$case-$$" "$binaries/hygie_test_scan" "$list" "20000-$((20000 + ports - 1))" >"$work/$case.lines"
    python3 "$here/lossy_network.py" judge "$how" "$work/$case.lines" "$ports" "$list" $((($(date +%s%N) - begin) / 1000000)) >"$work/$case.said" 2>&1
    echo $? >"$work/$case.result"
}
words() { # CASE HOST QUESTIONS ENDS...: the same by datagrams
    local case=$1 host=$2 questions=$3
    shift 3
    ready "$work/$case.far"
    timeout 170 ip netns exec "hygie-near-$case-$$" "$binaries/hygie_test_datagrams" "$host" 21000-21004,21100-21119,21200-21204 "$questions" >"$work/$case.udp.lines"
    python3 "$here/lossy_network.py" datagrams "$work/$case.udp.lines" "$@" >"$work/$case.udp.said" 2>&1
    echo $? >"$work/$case.udp.result"
}
audit() { # CASE known|doubtful: a whole audit of a host whose UDP ports are all closed
    local case=$1
    ready "$work/$case.far"
    mkdir -p "$work/$case" && cat >"$work/$case/hospital.yaml" <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [203.0.113.0/24]}
exposure: {addresses: [203.0.113.1], ports: [22], names: declared}
Y
    (cd "$work/$case" && timeout 170 ip netns exec "hygie-near-$case-$$" "$binaries/hygie" audit exposure -o json=r.json --save r.snapshot) >"$work/$case/terminal" 2>&1
    python3 "$here/lossy_network.py" audit "$work/$case/r.json" "$2" >"$work/$case.said" 2>&1
    echo $? >"$work/$case.result"
}
lose() { printf '%s\n' "in numgen random mod 100 < $1 drop" "out numgen random mod 100 < $1 drop"; }
counted() { for i in 1 2 3 4; do echo "$1 ${2/ADDRESS/203.0.113.$i}"; done; }

network clean 10 1000 ""
network loss5 10 1000 "$(lose 5)"
network loss10 10 1000 "$(lose 10)"
network resets 4 2500 "$(counted out 'ip saddr ADDRESS tcp flags & rst == rst limit rate over 40/second burst 5 packets drop')"
network counted 4 2500 "$(counted in 'ip daddr ADDRESS tcp flags & (syn | ack) == syn limit rate over 60/second burst 5 packets drop')"
network refused 4 2500 "in tcp dport 20000-22499 tcp dport & 3 != 0 reject with icmp type port-unreachable"
network late 8 1000 ""
network mute 1 1000 "out icmp type destination-unreachable limit rate over 1/hour burst 5 packets drop"
network refusing 1 1000 ""
network hardly 1 1000 "out icmp type destination-unreachable limit rate over 1/hour burst 5 packets drop"
network prohibited 1 1000 "in udp dport 21100-21119 reject with icmp type admin-prohibited"
if wanted late; then
    ready "$work/late.far"
    ip netns exec "hygie-near-late-$$" python3 "$here/lossy_network.py" delay "hygie-far-late-$$" >"$work/late.tun" 2>&1 &
    children+=($!)
    ready "$work/late.tun"
    for end in near far; do ip -n "hygie-$end-late-$$" link set late up; done
    for i in 200 201; do
        ip -n "hygie-far-late-$$" address add "203.0.113.$i/32" dev late
        ip -n "hygie-near-late-$$" route add "203.0.113.$i/32" dev late
    done
    ip -n "hygie-near-late-$$" address add 198.51.100.1/32 dev late
    ip -n "hygie-far-late-$$" route add 198.51.100.1/32 dev late
    for i in 200 201; do ip -n "hygie-near-late-$$" route replace "203.0.113.$i/32" dev late src 198.51.100.1; done
fi
launch() { wanted "$2" || return; "$@" & children+=($!); runs+=($!); }
begun=$SECONDS
launch scan clean exact "$(hosts 10)" 1000
launch scan loss5 exact "$(hosts 10)" 1000
launch scan loss10 exact "$(hosts 10)" 1000
launch scan resets exact "$(hosts 4)" 2500
launch scan counted exact "$(hosts 4)" 2500
launch scan refused held "$(hosts 4)" 2500
launch scan late exact "$(hosts 8),203.0.113.200,203.0.113.201" 1000
launch words clean 203.0.113.1 3 open=finished closed=closed silent=silent
launch words loss10 203.0.113.1 6 open=finished closed=closed,silent silent=silent,doubtful
launch words late 203.0.113.200 3 open=finished closed=closed silent=silent
launch words mute 203.0.113.1 3 open=finished closed=closed,doubtful silent=doubtful
launch words prohibited 203.0.113.1 3 open=finished closed=filtered silent=silent
launch audit refusing known
launch audit hardly doubtful
wait "${runs[@]}"

passed=0 failed=0
verdict() { # NAME WHAT
    wanted "$1" || return
    if [ "$(cat "$work/$1.result" 2>/dev/null)" = 0 ]; then passed=$((passed + 1)); echo "ok    $2: $(cat "$work/$1.said")"; else failed=$((failed + 1)); echo "FAIL  $2: $(tail -3 "$work/$1.said")"; fi
}
verdict clean "a clean network"
verdict loss5 "5 % of packets lost in each direction"
verdict loss10 "10 % of packets lost in each direction"
verdict resets "forty resets a second at most, each host"
verdict counted "sixty questions a second at most, each host"
verdict refused "refusals by ICMP, one a second after a burst"
verdict late "eight near hosts, one at 700 ms, one at 1,300 ms"
verdict clean.udp "UDP, a host that counts its refusals as Linux does"
verdict loss10.udp "UDP, 10 % of packets lost in each direction"
verdict late.udp "UDP, a host at 1,300 ms"
verdict mute.udp "UDP, a host that refuses five times an hour: its silence is doubtful"
verdict prohibited.udp "UDP, a filter that says so"
verdict refusing "an audit of a host that counts its refusals as Linux does: every UDP port is known"
verdict hardly "an audit of a host that refuses five times: UDP ports are unknown, neither good nor bad"
echo "all at once: $((SECONDS - begun)) s"
echo "loss: $passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
