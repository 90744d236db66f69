#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_proof.sh [HYGIE]: what leaves the machine, by a capture of every packet in a network namespace of its own: nothing without an authorisation in force,
# nothing outside it, no byte where none is allowed, never faster than declared, and nothing two seconds after a stop. Last line: "proof: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space proof 1 "${1:-$root/build/release/bin/hygie}"
need tcpdump socat nft jq named bc
chmod 755 "$work"
cd "$work" || exit 2
# the resolver that the declaration names, in scope like the rest
inside ip addr add 127.3.0.53/8 dev lo
printf '$TTL 300\n@ IN SOA a. b. (1 3600 600 86400 300)\n@ IN NS a.\nwww IN A 127.3.0.1\ncdn IN A 127.9.9.9\n' >zone
cat >named.conf <<Y
options { directory "$work"; listen-on port 53 { 127.3.0.53; }; listen-on-v6 { none; }; pid-file none; session-keyfile none; dnssec-validation no; recursion no; };
controls { };
zone "exemple.test" { type primary; file "zone"; };
Y
inside setsid named -g -n 1 -c "$work/named.conf" >named.log 2>&1 &
children+=($!)
inside socat TCP-LISTEN:80,bind=127.3.0.1,reuseaddr,fork SYSTEM:'read a; printf "HTTP/1.0 200 OK\r\n\r\n"' 2>/dev/null &
children+=($!)
: >printed
inside socat -u TCP-LISTEN:9100,bind=127.3.0.1,reuseaddr,fork OPEN:printed,append 2>/dev/null &
children+=($!)
inside socat -u TCP-LISTEN:104,bind=127.3.0.4,reuseaddr,fork OPEN:written,append,creat 2>/dev/null &
children+=($!)
sleep 2

declare_it() { # COVERS FROM UNTIL MORE...
    cat >hospital.yaml <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: $2, until: $3, covers: [$1], addresses: [127.3.0.0/24], domains: [exemple.test], exclude: [127.3.0.2]}
exposure: {addresses: [127.3.0.0/29, 127.4.0.1], domains: [], ports: [22, 80, 104, 443, 9100], rate: 400, names: declared, resolver: 127.3.0.53, inventory: inventory.yaml${4:-}}
Y
}
cat >inventory.yaml <<'Y'
hygie: 1
assets:
  - {id: www, name: www.exemple.test, services: ["80/tcp"], owner: DSI, purpose: site}
  - {id: cdn, name: cdn.exemple.test, services: ["443/tcp"], owner: DSI, purpose: images}
  - {id: dehors, addresses: [127.3.0.5], services: ["443/tcp"], owner: DSI, purpose: messagerie, host: {name: "Hébergeur Exemple"}}
fragile:
  - {network: 127.3.0.3, reason: "le fabricant l'interdit", owner: "service biomédical"}
  - {network: 127.3.0.4, ports: "104", manner: connect_only, reason: "console ancienne", owner: "imagerie"}
Y

captured() { # COMMAND...: runs it while every packet of the namespace is written down; status in $status
    rm -f packets
    inside tcpdump -i lo -n -U -s 200 -w packets 2>tcpdump.log &
    local dump=$!
    for _ in $(seq 50); do grep -qs "listening on" tcpdump.log && break; sleep 0.1; done
    "$@" >out 2>&1
    status=$?
    sleep 0.4
    kill "$dump" 2>/dev/null
    wait "$dump" 2>/dev/null
}
count() { tcpdump -n -r packets "$@" 2>/dev/null | wc -l; }
hygie() { inside "$program" audit exposure "$@"; }
nothing() { # WHAT WANTED-STATUS
    local sent
    sent=$(count)
    if [ "$sent" = 0 ] && [ "$status" = "$2" ]; then ok "$1: 0 packets, status $2"; else bad "$1" "$sent packets, status $status: $(head -2 out | tr '\n' ' ')"; fi
}
none() { # WHAT FILTER...
    local what=$1 sent
    shift
    sent=$(count "$@")
    if [ "$sent" = 0 ]; then ok "$what: 0 packets"; else bad "$what" "$sent packets: $(tcpdump -n -r packets "$@" 2>/dev/null | head -2 | tr '\n' ' ')"; fi
}

declare_it directory 2026-01-01 2099-12-31
captured hygie
nothing "an authorisation that does not cover the exposure" 2
declare_it exposure 2020-01-01 2020-12-31
captured hygie
nothing "an authorisation that ended" 2
declare_it exposure 2098-01-01 2099-12-31
captured hygie
nothing "an authorisation that has not begun" 2
minute=$(date -d '+2 hours' +%H:%M) later=$(date -d '+3 hours' +%H:%M)
declare_it exposure 2026-01-01 2099-12-31 ", window: \"$minute-$later\""
captured hygie
nothing "outside the hours allowed" 2
declare_it exposure 2026-01-01 2099-12-31
: >hygie.stop
captured hygie
nothing "a stop file that is there" 2
rm hygie.stop
sed -i 's/domains: \[\], ports/domains: [ailleurs.test], ports/' hospital.yaml
captured hygie
nothing "a domain that nobody authorised" 2
declare_it exposure 2026-01-01 2099-12-31
captured hygie --dry-run
nothing "a dry run" 0
captured hygie --passive --fail-on none
nothing "passive" 0
captured hygie --offline
nothing "offline" 2

captured hygie -o json=report.json --save facts.snapshot --quiet
none "an excluded address" host 127.3.0.2
none "a device that must not be touched" host 127.3.0.3
none "a third party that did not consent" host 127.3.0.5
none "an address outside the authorisation" host 127.4.0.1
none "a name that leads outside" host 127.9.9.9
none "a byte to a printer" 'dst host 127.3.0.1 and dst port 9100 and tcp[tcpflags] & tcp-push != 0'
none "a byte where a connection alone is allowed" 'dst host 127.3.0.4 and dst port 104 and tcp[tcpflags] & tcp-push != 0'
[ -s printed ] && bad "the printer printed" "$(head -c 100 printed)" || ok "the printer printed nothing"
[ "$(count 'dst host 127.3.0.1 and dst port 9100 and tcp[tcpflags] & tcp-syn != 0')" -gt 0 ] && ok "the printer's port is seen" || bad "the printer's port is seen" "no connection"
[ "$(count 'dst host 127.3.0.1 and dst port 80 and tcp[tcpflags] & tcp-push != 0')" -gt 0 ] && ok "what may be asked is asked" || bad "what may be asked is asked" "$(head -3 out)"
allowed='host 127.3.0.53 or host 127.3.0.0 or host 127.3.0.1 or host 127.3.0.4 or host 127.3.0.6 or host 127.3.0.7'
none "any other address" "not ($allowed)"
captured hygie --from facts.snapshot --quiet
none "a replay"

# pace: 8 addresses of 500 silent ports; no second holds more than what was declared
inside nft -f - <<'Y'
table ip silence {
  chain entry {
    type filter hook input priority 0;
    ip daddr 127.5.0.0/16 drop
  }
}
Y
cat >hospital.yaml <<'Y'
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [127.5.0.0/16]}
exposure: {addresses: [127.5.0.0/29], rate: 400, names: declared}
Y
captured timeout -s INT 12 ip netns exec "$space" "$program" audit exposure -o json=report.json --quiet
worst=$(tcpdump -n -tt -r packets 'tcp[tcpflags] & tcp-syn != 0' 2>/dev/null | cut -d. -f1 | sort | uniq -c | sort -rn | head -1 | awk '{print $1}')
[ "${worst:-0}" -gt 100 ] && [ "$worst" -le 440 ] && ok "at most 400 connections a second are declared, the busiest second had $worst" || bad "the pace" "the busiest second had ${worst:-0} connections"
[ "$status" = 124 ] || [ "$status" = 130 ] && ok "an interrupted audit says so" || bad "an interrupted audit says so" "status $status"
jq -e '.run.complete == false' report.json >/dev/null && ok "and its report says that it is not complete" || bad "and its report says that it is not complete" "$(head -2 out)"

stopped() { # WHAT WANTED-STATUS COMMAND...: begins an audit, stops it by COMMAND after 3 s, and holds what left two seconds after that
    local what=$1 wanted=$2 begun took pid
    shift 2
    rm -f packets
    inside tcpdump -i lo -n -U -s 100 -w packets 2>tcpdump.log &
    local dump=$!
    for _ in $(seq 50); do grep -qs "listening on" tcpdump.log && break; sleep 0.1; done
    ip netns exec "$space" "$program" audit exposure -o json=report.json --quiet >out 2>&1 &
    pid=$!
    sleep 3
    begun=$(date +%s.%N)
    pid=$pid "$@"
    wait "$pid"
    status=$?
    took=$(echo "$(date +%s.%N) - $begun" | bc)
    kill "$dump" 2>/dev/null
    wait "$dump" 2>/dev/null
    local late
    late=$(tcpdump -n -tt -r packets 2>/dev/null | awk -v limit="$begun" '$1 > limit + 2' | wc -l)
    if [ "$status" = "$wanted" ] && [ "$(echo "$took < 2" | bc)" = 1 ] && [ "$late" = 0 ]; then ok "$what ends all in $took s, status $status"
    else bad "$what" "took $took s, status $status, $late packets two seconds later"; fi
}
stop_by_signal() { kill -INT "$pid"; }
stop_by_file() { : >hygie.stop; }
stopped "an interruption" 130 stop_by_signal
stopped "a stop file" 3 stop_by_file
rm -f hygie.stop
finished
