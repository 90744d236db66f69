#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# remote_ssh.sh [FOLDER]: the SSH entry points of a register, in a network namespace of their own: OpenSSH as it should be, as Debian ships it, with weak
# algorithms, open to passwords and root, with certificates, in a cage; Dropbear; TinySSH. Each verdict is asserted, the lists are those of ssh-audit,
# and at most five connections are made to each. FOLDER holds hygie and hygie_test_ssh. Last line: "remote ssh: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
bin=$(realpath "${1:-$root/build/release-tests/bin}")
space "remote ssh" 1 "$bin/hygie"
look=$bin/hygie_test_ssh
need sshd ssh-keygen ssh-audit dropbear dropbearkey tinysshd tinysshd-makekey jq strace
[ -x "$look" ] || { echo "remote ssh: build hygie_test_ssh first" >&2; exit 2; }
cd "$work" || exit 2
export ASAN_OPTIONS=detect_leaks=0 # leaks cannot be looked for under strace; the unit tests do
mkdir -p /run/sshd
account=$(id -un)

key() { ssh-keygen -q -N '' -C lab -f "$@"; }
sshd_at() { # NAME ADDRESS LINE...: an OpenSSH server, with a strange key for nobody
    local name=$1 address=$2
    shift 2
    printf '%s\n' "ListenAddress $address:22" "PidFile none" "UsePAM no" "MaxStartups 100:30:200" "$@" >"$name.conf"
    inside setsid "$(command -v sshd)" -D -e -f "$work/$name.conf" 2>"$name.log" &
    children+=($!)
}
for name in modern default weak open certified caged; do key ed-$name -t ed25519; done
key ec-modern -t ecdsa
key rsa-default -t rsa -b 3072
key rsa-weak -t rsa -b 1024
key authority -t ed25519
ssh-keygen -q -s authority -I lab -h -n bastion.exemple.test -V -1d:+90d ed-certified.pub 2>/dev/null
echo "Acces surveille" >banner

sshd_at modern 127.1.0.1 "HostKey $work/ed-modern" "HostKey $work/ec-modern" "PasswordAuthentication no" "KbdInteractiveAuthentication no" "Banner $work/banner" \
    "KexAlgorithms sntrup761x25519-sha512@openssh.com,curve25519-sha256" "Ciphers aes256-gcm@openssh.com,aes256-ctr" "MACs hmac-sha2-256-etm@openssh.com"
sshd_at default 127.1.0.2 "HostKey $work/ed-default" "HostKey $work/rsa-default"
sshd_at weak 127.1.0.3 "HostKey $work/rsa-weak" "HostKey $work/ed-weak" "RequiredRSASize 1024" "KexAlgorithms +diffie-hellman-group1-sha1,diffie-hellman-group-exchange-sha1" "Ciphers +3des-cbc,aes128-cbc" \
    "MACs +hmac-md5,hmac-sha1-96" "HostKeyAlgorithms +ssh-rsa" "Compression yes"
sshd_at open 127.1.0.4 "HostKey $work/ed-open" "PermitRootLogin yes" "PasswordAuthentication yes" "KbdInteractiveAuthentication no" "HostbasedAuthentication yes"
sshd_at certified 127.1.0.5 "HostKey $work/ed-certified" "HostCertificate $work/ed-certified-cert.pub" "PasswordAuthentication no"
sshd_at caged 127.1.0.6 "HostKey $work/ed-caged" "ChrootDirectory /var/empty" "ForceCommand internal-sftp" "AuthenticationMethods keyboard-interactive" "KbdInteractiveAuthentication yes"
sshd_at twin 127.1.0.7 "HostKey $work/ed-open"
dropbearkey -t ed25519 -f drop-ed >/dev/null 2>&1
dropbearkey -t rsa -s 2048 -f drop-rsa >/dev/null 2>&1
inside setsid dropbear -F -E -p 127.1.0.8:22 -r drop-ed -r drop-rsa 2>drop.log &
children+=($!)
tinysshd-makekey tiny >/dev/null 2>&1
inside setsid python3 - "$(command -v tinysshd)" "$work/tiny" <<'Y' >tiny.log 2>&1 &
import socketserver, subprocess, sys
class One(socketserver.BaseRequestHandler):
    def handle(self): subprocess.run([sys.argv[1], sys.argv[2]], stdin=self.request, stdout=self.request)
class Many(socketserver.ThreadingTCPServer): allow_reuse_address = True
Many(("127.1.0.9", 22), One).serve_forever()
Y
children+=($!)
inside setsid python3 -c '
import socket
s=socket.create_server(("127.1.0.10",22))
while True:
    c,_=s.accept(); c.sendall(b"220 mail.exemple.test ESMTP\r\n"*3000); c.close()' &
children+=($!)
for host in 1 2 3 4 5 6 7 8 9 10; do
    for _ in $(seq 100); do inside ss -Hltn "src 127.1.0.$host" | grep -q . && break; sleep 0.1; done
done

print_of() { ssh-keygen -lf "$1.pub" | cut -d' ' -f2; }
cat >hospital.yaml <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch, ose: false}
authorisation: {by: "Directeur général", from: 2026-01-01, until: $(date -d '1 year' +%F), covers: [remote-access], addresses: [127.1.0.0/24, 192.0.2.0/24], domains: [exemple.test], exclude: [127.1.0.99]}
remote_access: register.yaml
Y
{
    echo "hygie: 1"
    echo "accesses:"
    entry() { # ID HOST KEYS REST
        echo "  - {id: $1, vendor: {name: Fournisseur}, protocol: ssh, entry_point: {kind: bastion, host: $2, port: 22${3:+, host_keys: [$3]}}, accounts: [{name: $account${4:-}}]${5:-}}"
    }
    entry MODERN 127.1.0.1 "\"$(print_of ed-modern)\", \"$(print_of ec-modern)\"" ", mfa: fido2"
    entry DEFAULT 127.1.0.2 "\"$(print_of ed-modern)\""
    entry WEAK 127.1.0.3
    entry OPEN 127.1.0.4 "" ", mfa: totp"
    entry CERTIFIED 127.1.0.5
    entry CAGED 127.1.0.6 "" ", mfa: totp"
    entry TWIN 127.1.0.7
    entry DROPBEAR 127.1.0.8
    entry TINY 127.1.0.9
    entry OTHER 127.1.0.10
    entry DEAD 127.1.0.11
    entry CLOSED 127.1.0.2 "" "" ", closed: true"
    entry GONE 127.1.0.7 "" "" ""
    entry OUTSIDE 127.1.0.99
    entry FAR 192.0.2.77
    echo "  - {id: NOWHERE, vendor: {name: Fournisseur}, protocol: ssh, accounts: [{name: $account}]}"
} >register.yaml

inside strace -f -e trace=connect -o connects "$bin/hygie" audit remote-access -o json=report.json --quiet --save facts.snapshot
[ -s report.json ] || { bad "the audit" "no report"; exit 1; }
finds() { # CHECK HOST...: these and no others fail
    local check=$1 got
    shift
    got=$(jq -r --arg check "$check" '.findings[] | select(.check == $check and .verdict == "fail") | .subjects[] | .id' report.json | grep -o '127\.1\.0\.[0-9]*' | sort -u | tr '\n' ' ')
    local wanted
    wanted=$(printf '127.1.0.%s\n' "$@" | sort -u | tr '\n' ' ')
    [ $# -gt 0 ] || wanted=
    if [ "$got" = "$wanted" ]; then ok "$check: $wanted"; else bad "$check" "wanted $wanted, found $got"; fi
}
finds RAC-SSH-EXCHANGE-WEAK 3 8
finds RAC-SSH-CIPHER-WEAK 3
finds RAC-SSH-CIPHER-AGEING 3
finds RAC-SSH-MAC-WEAK 3
finds RAC-SSH-MAC-AGEING 2 3 4 5 6 7 8
finds RAC-SSH-HOST-KEY-WEAK 3 8
finds RAC-SSH-RSA-SMALL 3
finds RAC-SSH-RSA-AGEING 3 8
finds RAC-SSH-NOT-QUANTUM-SAFE 8
finds RAC-SSH-COMPRESSION
finds RAC-SSH-FINGERPRINT 2
finds RAC-SSH-KEY-SHARED 4 7
finds RAC-SSH-PASSWORD 2 3 4 7 8
finds RAC-SSH-HOST-BASED 4
finds RAC-SSH-INTERACTIVE-ALONE 6
finds RAC-SSH-FACTOR-UNSEEN 4
finds RAC-SSH-CERTIFICATE
finds RAC-SSH-NO-PROOF
finds RAC-SSH-PROTOCOL-1
finds RAC-SSH-DEAD 11
finds RAC-SSH-OTHER-SERVICE 10
finds RAC-SSH-GROUP-SMALL
finds RAC-SSH-UNKNOWN-ALGORITHM
finds RAC-SSH-CLOSED-ANSWERS
finds RAC-SSH-TERRAPIN 9

# what cannot be reached from here is neither dead nor left out
if jq -e '.findings[] | select(.check == "RAC-SSH-DEAD") | .subjects[] | select(.id | contains("192.0.2.77"))' report.json >/dev/null; then bad "a network that cannot be reached" "called dead"; else ok "a network that cannot be reached is not called dead"; fi
if jq -e '.findings[] | select(.check == "RAC-SSH-PROTOCOL-1" and .verdict == "unknown") | .subjects[] | select(.id | contains("192.0.2.77"))' report.json >/dev/null; then ok "its other checks are unknown"; else bad "a network that cannot be reached" "nothing unknown"; fi
if jq -e '.domains[] | select(.domain == "remote-access") | .gaps[] | select(.why | contains("NOWHERE"))' report.json >/dev/null; then ok "an entry point that nobody wrote is a gap"; else bad "an entry point that nobody wrote" "no gap"; fi

# gentle, and within the scope
for host in 1 2 3 4 5 6 7 8 9; do
    made=$(grep -c "127.1.0.$host\"" connects)
    if [ "$made" -ge 1 ] && [ "$made" -le 5 ]; then ok "127.1.0.$host: $made connections"; else bad "127.1.0.$host" "$made connections"; fi
done
if grep -q '127.1.0.99"' connects; then bad "an excluded address" "contacted"; else ok "an excluded address is not contacted"; fi
if jq -e '.domains[] | select(.domain == "remote-access") | .gaps[] | select(.what == "ssh-door")' report.json >/dev/null; then ok "what was not asked is a gap"; else bad "the excluded address" "no gap says so"; fi

# the same lists as ssh-audit's, name by name
for host in 1 2 3 4 5 6 7 8 9; do
    inside timeout 60 ssh-audit -j 127.1.0.$host 2>/dev/null >audit.json
    inside "$look" 127.1.0.$host:22 >own.json
    python3 - audit.json own.json <<'Y' >difference 2>&1 || echo "could not be compared" >>difference
import json, sys
audit, own = (json.load(open(path)) for path in sys.argv[1:3])
theirs = {part: [one["algorithm"] if isinstance(one, dict) else one for one in audit[part]] for part in ("kex", "key", "enc", "mac")}
for part in theirs:
    mine = list(dict.fromkeys(own[part]))
    # ssh-audit writes a key's algorithm once a size, and leaves out the marks of the protocol
    his = list(dict.fromkeys(theirs[part]))
    if part == "key": mine, his = sorted(mine), sorted(his)
    if mine != his: print(part, "only ours:", set(mine) - set(his), "only theirs:", set(his) - set(mine), "order" if set(mine) == set(his) else "")
Y
    if [ -s difference ] || [ ! -s own.json ]; then bad "127.1.0.$host: the lists of ssh-audit" "$(tr '\n' ' ' <difference)"; else ok "127.1.0.$host: the lists are those of ssh-audit"; fi
done

# the same from the snapshot; nobody is contacted offline
inside "$bin/hygie" audit remote-access --from facts.snapshot -o json=again.json --quiet
if diff <(jq -S .findings report.json) <(jq -S .findings again.json) >/dev/null; then ok "the snapshot gives the same findings"; else bad "the snapshot" "other findings"; fi
inside strace -f -e trace=connect -o offline "$bin/hygie" audit remote-access --offline -o json=offline.json --quiet
if grep -q 'AF_INET' offline; then bad "offline" "$(grep -m1 AF_INET offline)"; else ok "offline, nobody is contacted"; fi
sed "s|^remote_access:|exposure: {window: \"$(date -d '2 hours' +%H:%M)-$(date -d '3 hours' +%H:%M)\"}\nremote_access:|" hospital.yaml >later.yaml
inside strace -f -e trace=connect -o later "$bin/hygie" audit remote-access -c later.yaml --quiet >/dev/null 2>&1
status=$?
if [ "$status" = 2 ] && ! grep -q 'AF_INET' later; then ok "outside the hours allowed nothing is sent"; else bad "outside the hours allowed" "status $status"; fi
: >hygie.stop
inside strace -f -e trace=connect -o stopped "$bin/hygie" audit remote-access --quiet >/dev/null 2>&1
status=$?
if [ "$status" = 2 ] && ! grep -q 'AF_INET' stopped; then ok "with a stop file nothing is sent"; else bad "a stop file" "status $status"; fi
finished
