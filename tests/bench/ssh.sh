#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# ssh.sh [FOLDER [ROUNDS]]: how long the lists of 250 SSH servers take hygie, nmap's ssh2-enum-algos and ssh-audit, in one run, in a network namespace of its own: 250 loopback
# addresses served by sixteen OpenSSH servers. FOLDER holds hygie_test_ssh, optimised. Prints medians and ratios.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
bin=$(realpath "${1:-$root/build/release-tests/bin}") rounds=${2:-3}
space "bench ssh" 1 "$bin/hygie_test_ssh"
need sshd ssh-keygen ssh-audit nmap
cd "$work" || exit 2
mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f ed
ssh-keygen -q -t rsa -b 3072 -N '' -f rsa
for server in $(seq 0 15); do
    {
        for host in $(seq $((server + 1)) 16 250); do echo "ListenAddress 127.0.9.$host:22"; done
        printf '%s\n' "HostKey $work/ed" "HostKey $work/rsa" "PidFile none" "UsePAM no" "MaxStartups 2000:30:4000"
    } >$server.conf
    inside setsid "$(command -v sshd)" -D -e -f "$work/$server.conf" 2>/dev/null &
    children+=($!)
done
for _ in $(seq 100); do [ "$(inside ss -Hltn 'sport = :22' | wc -l)" = 250 ] && break; sleep 0.1; done
[ "$(inside ss -Hltn 'sport = :22' | wc -l)" = 250 ] || { echo "the 250 servers do not listen" >&2; exit 1; }
seq -f '127.0.9.%g' 250 >targets
seconds() { # FILE COMMAND...
    local file=$1 from
    shift
    from=$(date +%s%N)
    inside "$@" >"$file" 2>/dev/null
    echo $((($(date +%s%N) - from) / 1000000))
}
median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }
for round in $(seq "$rounds"); do
    seconds own "$bin/hygie_test_ssh" $(sed 's/$/:22/' targets) >>own.ms
    [ "$(jq -s '[.[] | select(.kex | length > 5)] | length' own)" = 250 ] || { echo "round $round: hygie did not read 250 servers" >&2; exit 1; }
    seconds nmap nmap -Pn -n -p 22 --script ssh2-enum-algos -iL targets >>nmap.ms
    [ "$round" = 1 ] && seconds audit ssh-audit -T targets >>audit.ms
done
complete=$(jq -s '[.[] | select(.kex | length > 5)] | length' own)
echo "servers whose lists were read: hygie $complete, nmap $(grep -c 'kex_algorithms' nmap), ssh-audit $(grep -c 'general' audit) lines"
own=$(median <own.ms) peer=$(median <nmap.ms) audit=$(head -1 audit.ms)
echo "load $(cut -d' ' -f1 /proc/loadavg), $rounds rounds (ssh-audit: one)"
awk -v own="$own" -v nmap="$peer" -v audit="$audit" 'BEGIN { printf "hygie %.2f s, nmap %.2f s (ratio %.2f), ssh-audit %.2f s (ratio %.3f)\n", own / 1000, nmap / 1000, own / nmap, audit / 1000, own / audit }'
