#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_resume.sh [HYGIE]: audits of one hospital of real servers, stopped by a signal, by the stop file, by the end of the time allowed, and killed, at several
# moments, then taken up: the report is that of an audit that nobody stopped, and a capture of every packet shows that nothing is asked twice.
# Last line: "resume: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space resume 1 "${1:-$root/build/release/bin/hygie}"
. "$root/tests/lab/exposure_servers.sh"
need nginx sshd redis-server named snmpd nft tcpdump jq zstd
chmod 755 "$work"
cd "$work" || exit 2

# the hospital: sites, a resolver that is its name server too, SSH, a database, SNMP; a thousand closed ports an address, and some silent ones
for one in 127.6.0.1 127.6.0.2 127.6.0.3 127.6.0.53; do inside ip addr add $one/8 dev lo; done
certificate site /CN=www.exemple.test -addext subjectAltName=DNS:www.exemple.test,DNS:ancien.exemple.test
mkdir -p www && echo '<html lang="fr"><title>Exemple</title>' >www/index.html
cat >nginx.conf <<Y
daemon off; user root; pid $work/nginx.pid; error_log $work/nginx.err; events {}
http { access_log off; root $work/www;
  server { listen 127.6.0.1:80; } server { listen 127.6.0.2:8080; }
  server { listen 127.6.0.1:443 ssl; listen 127.6.0.3:8443 ssl; ssl_certificate $work/site.pem; ssl_certificate_key $work/site.key; } }
Y
start web nginx -c "$work/nginx.conf"
cat >zone <<'Y'
$TTL 300
@ IN SOA ns.exemple.test. a.exemple.test. (1 3600 600 86400 300)
@ IN NS ns
@ IN MX 10 mail
@ IN A 127.6.0.1
@ IN TXT "v=spf1 mx -all"
ns IN A 127.6.0.53
www IN A 127.6.0.1
mail IN A 127.6.0.2
vpn IN A 127.6.0.3
ancien IN A 127.6.0.2
_dmarc IN TXT "v=DMARC1; p=reject"
Y
cat >named.conf <<Y
options { directory "$work"; listen-on port 53 { 127.6.0.53; }; listen-on-v6 { none; }; pid-file none; session-keyfile none; dnssec-validation no; recursion no; };
controls { };
zone "exemple.test" { type primary; file "zone"; };
Y
start dns named -g -n 1 -c "$work/named.conf"
ssh-keygen -q -t ed25519 -N '' -f host
mkdir -p /run/sshd
start ssh /usr/sbin/sshd -D -e -f /dev/null -h "$work/host" -o ListenAddress=127.6.0.1:22 -o ListenAddress=127.6.0.3:22 -o PidFile=none -o MaxStartups=100
start redis redis-server --bind 127.6.0.2 --port 6379 --protected-mode no --save '' --dir "$work"
printf 'agentAddress udp:127.6.0.3:161\nrocommunity public default\n' >snmpd.conf
start snmp snmpd -f -Lo -C -c "$work/snmpd.conf"
inside nft -f - <<'Y'
table ip silence {
  chain entry {
    type filter hook input priority 0
    ip daddr 127.6.0.3 tcp dport 2000-2060 drop
  }
}
Y
listening 127.6.0.1:80 127.6.0.1:443 127.6.0.1:22 127.6.0.2:6379 127.6.0.2:8080 127.6.0.3:8443 127.6.0.53:53

ports=$(seq -s, 1 1000),$(seq -s, 2000 2100),6379,8080,8443
declare_it() { # FOLDER: a hospital and a store of its own, so that no run of another knows of this one
    mkdir -p "$1" && cat >"$1/hospital.yaml" <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [127.6.0.0/24], domains: [exemple.test]}
exposure: {addresses: [127.6.0.0/29, 127.6.0.53], domains: [exemple.test], ports: [$ports], rate: ${2:-1200}, resolver: 127.6.0.53}
store: hygie.db
Y
}
captured() { # FOLDER CAPTURE OPTION...: an audit while every packet is written down; sets $pid, of hygie itself
    local folder=$1 capture=$2
    shift 2
    inside tcpdump -i lo -n -U -s 100 -w "$folder/$capture.pcap" 2>"$folder/$capture.dump" &
    dump=$!
    for _ in $(seq 50); do grep -qs "listening on" "$folder/$capture.dump" && break; sleep 0.1; done
    (cd "$folder" && exec ip netns exec "$space" "$program" audit exposure -o json="$capture.json" --quiet "$@") >"$folder/$capture.out" 2>&1 &
    pid=$!
}
ended() { # waits for it; sets $status
    { wait "$pid"; } 2>/dev/null  # of one that was killed the shell would say so
    status=$?
    sleep 0.3
    kill "$dump" 2>/dev/null
    wait "$dump" 2>/dev/null
}
# all that a report concludes; how many days a certificate has left is of the moment
findings() { { jq -S '[.findings[] | {check, verdict, subjects}] | del(.. | .days?)' "$1" &&
    jq '[.domains[].scope[] | select(.name | IN("collected", "begun", "resumes") | not)], [.domains[] | {gaps, level, counts}]' "$1"; } | sed 's/days: [0-9]*/days/'; }
same() { # WHAT FOLDER
    if [ "$status" = "$whole" ] && diff <(findings whole/first.json) <(findings "$2/second.json") >"$2/differences"; then
        ok "$1: the report is that of an audit nobody stopped ($(jq '.findings | length' "$2/second.json") checks)"
    else bad "$1" "status $status, $(tail -2 "$2/second.out" | tr '\n' ' ') $(head -20 "$2/differences" | tr '\n' ' ')"; fi
}
once() { # WHAT FOLDER
    if said=$(/usr/bin/python3 "$root/tests/lab/exposure_resume.py" "$2/kept.snapshot" "$2/second.pcap" "$2/hygie-actions.log"); then ok "$1: nothing is asked twice ($said)"
    else bad "$1: asked twice" "$said"; fi
}
kept() { cp "$1"/hygie.db.unfinished/*.snapshot "$1/kept.snapshot" 2>/dev/null; }
taken_up() { # WHAT FOLDER RUN
    kept "$2" || { bad "$1" "nothing was kept: $(tail -2 "$2/first.out")"; return; }
    captured "$2" second --resume "$3"
    ended
    same "$1" "$2"
    once "$1" "$2"
    [ ! -e "$2/hygie.db.unfinished" ] && ok "$1: nothing of it is left" || bad "$1: nothing of it is left" "$(ls "$2/hygie.db.unfinished")"
}

declare_it whole
begun=$(date +%s%N)
captured whole first
ended
took=$((($(date +%s%N) - begun) / 1000000))
whole=$status
# 3: something that this laboratory has not (a tree of names above exemple.test) may stay unknown, the same for all
if [ "$status" -le 3 ] && jq -e '[.domains[].gaps[]] == []' whole/first.json >/dev/null; then ok "an audit that nobody stops ends in $took ms, status $status"; else bad "an audit that nobody stops" "status $status: $(tail -2 whole/first.out) $(jq -c .run.domains whole/first.json | head -c 600)"; fi
[ ! -e whole/hygie.db.unfinished ] && ok "and nothing is left to take up" || bad "and nothing is left to take up" "$(ls whole/hygie.db.unfinished)"

at() { # PART-OF-A-HUNDRED
    sleep "$(printf '%d.%03d' $((took * $1 / 100000)) $((took * $1 / 100 % 1000)))"
}
for part in ${PARTS:-4 45 75 90}; do
    declare_it "int$part"
    captured "int$part" first
    at "$part"
    kill -INT "$pid"
    ended
    [ "$status" = 130 ] && ok "an interruption at $part % ends with 130" || bad "an interruption at $part %" "status $status"
    taken_up "interrupted at $part %" "int$part" last
done

# the stop file, then a resumed audit that is stopped as well
declare_it file
captured file first
at 50
: >file/hygie.stop
ended
[ "$status" = 3 ] && ok "the stop file ends it with 3" || bad "the stop file" "status $status"
run=$(jq -r .run.id file/first.json)
captured file refused --resume "$run"
ended
[ "$status" = 2 ] && grep -q "stop file" file/refused.out && ok "while the stop file is there, nothing is taken up" || bad "while the stop file is there" "status $status $(head -2 file/refused.out)"
rm file/hygie.stop
captured file again --resume "$run"
at 20
kill -TERM "$pid"
ended
[ "$status" = 143 ] && ok "a resumed audit is stopped as well" || bad "a resumed audit is stopped as well" "status $status"
(cd file && "$program" audit exposure --resume "$run" --quiet) >file/older.out 2>&1
[ $? = 2 ] && grep -q "taken up since" file/older.out && ok "what was taken up is not taken up twice" || bad "what was taken up is not taken up twice" "$(head -2 file/older.out)"
taken_up "stopped by the file, then by a signal" file last

# the end of the time allowed
declare_it time
captured time first --timeout $((took / 2000))
ended
[ "$status" = 3 ] && ok "the end of the time ends it with 3" || bad "the end of the time" "status $status"
taken_up "out of time" time "$(jq -r .run.id time/first.json)"

# killed: between two steps, and in the middle of a long one, whose ports are written down now and then
killed() { # FOLDER SECONDS
    captured "$1" first
    sleep "$2"
    kill -KILL "$pid"
    ended
    (cd "$1" && "$program" history) >"$1/history" 2>&1
    grep -q 'not ended' "$1/history" && ok "a killed audit is in the history" || bad "a killed audit is in the history" "$(cat "$1/history")"
    taken_up "killed after $2 s" "$1" last
}
declare_it killed
killed killed $((took * 60 / 100000))
declare_it slow 500
killed slow 13
said=$(/usr/bin/python3 "$root/tests/lab/exposure_resume.py" slow/kept.snapshot slow/second.pcap slow/hygie-actions.log | grep -oE '[0-9]+ ports' | cut -d' ' -f1)
[ "${said:-0}" -gt 3000 ] && ok "ten seconds of ports are kept of an audit killed in the middle of them: $said" || bad "ports of an audit killed in the middle of them" "${said:-none} kept"

# what is not the same audit any more
declare_it other
captured other first
at 10
kill -INT "$pid"
ended
refused() { # WHAT SED-EXPRESSION WANTED
    cp other/hospital.yaml other/hospital.kept
    sed -i "$2" other/hospital.yaml
    captured other refused --resume last
    ended
    local sent
    sent=$(tcpdump -n -r other/refused.pcap 2>/dev/null | wc -l)
    if [ "$status" = 2 ] && [ "$sent" = 0 ] && grep -q "$3" other/refused.out; then ok "$1: refused, 0 packets"; else bad "$1" "status $status, $sent packets: $(head -2 other/refused.out | tr '\n' ' ')"; fi
    mv other/hospital.kept other/hospital.yaml
}
refused "an address that was excluded since" 's/domains: \[exemple.test\]}/domains: [exemple.test], exclude: [127.6.0.3]}/' 'the authorisation, or what'
refused "ports that changed since" 's/ports: \[1,/ports: [/' 'the exposure section'
refused "another establishment" 's/750000002/750000010/' 'another establishment'
refused "an authorisation that ended" 's/2099-12-31/2026-01-02/' 'authorisation'
minute=$(date -d '+2 hours' +%H:%M) later=$(date -d '+3 hours' +%H:%M)
refused "outside the hours allowed" "s/rate: 1200/rate: 1200, window: \"$minute-$later\"/" 'hours allowed'
sed -i 's/rate: 1200/rate: 900/' other/hospital.yaml
taken_up "another pace is the same audit" other last
finished
