#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Part of run.sh: everything that goes wrong in a hospital. Each ends with a message that names the cause, its exit status, and nothing lost.

refused() { # NAME URL KEYS PATTERN WHAT: cannot be read: status 3
    declare_as "$1" "$2" "$3"
    audit "$1" --lang en
    ends "$1" 3 "$4" "$5"
}

accidents() {
    domain spoiled
    local ca="ca: $LAB_DIR/tls/ca.pem" reader
    reader=$(simple "$LAB_READER" "$LAB_READER_PASSWORD_FILE")
    (umask 077; echo 'Pas-Le-Bon-1!' >"$work/wrong")
    refused wrong-password "ldaps://$LAB_IP" "$ca, $(simple "$LAB_READER" "$work/wrong")" 'password|user' "wrong password"
    refused unknown-user "ldaps://$LAB_IP" "$ca, $(simple personne@hopital.test "$work/wrong")" 'user|password' "unknown user"
    refused no-listener "ldaps://127.0.0.99" "$ca, $reader" 'refuse|reach' "a server that is not there"
    refused no-ca "ldaps://$LAB_IP" "$reader" 'authorit|issuer|certificate' "an authority that nobody gave"
    refused no-authority "ldaps://$LAB_IP" "ca: $here/run.sh, $reader" 'certificate|authorit|ca' "a file that is no authority"
    # the controller's certificate, under an address that it does not name
    forward 127.0.0.77 && refused wrong-name "ldaps://127.0.0.77" "$ca, $reader" 'name' "a certificate of another name"
    declare_as in-clear "ldap://$LAB_IP" "$reader"
    audit in-clear --lang en
    ends in-clear 2 'clear' "a password in clear is refused before anything is sent"
    certificates
    scope_guard
    interrupted
    stubs
    snapshots
    secrets
}

forward() { # ADDRESS: what comes to its LDAPS port goes to the controller, so that only the name is wrong
    python3 - "$1" "$LAB_IP" <<'P' &
import socket, sys, threading
def pour(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
    except OSError:
        pass
    sink.close()
door = socket.create_server((sys.argv[1], 636))
while True:
    near, far = door.accept()[0], socket.create_connection((sys.argv[2], 636))
    for pair in ((near, far), (far, near)):
        threading.Thread(target=pour, args=pair, daemon=True).start()
P
    children+=($!)
    for _ in $(seq 50); do (exec 3<>"/dev/tcp/$1/636") 2>/dev/null && return 0; sleep 0.1; done
    bad "the forwarder to a wrong name did not start"
    return 1
}

certificates() {
    local kind
    for kind in expired-cert wrong-ca strong-auth; do
        domain "$kind"
        case $kind in
        expired-cert) refused "$kind" "ldaps://$LAB_IP" "ca: $LAB_DIR/tls/ca.pem, $(simple "$LAB_READER" "$LAB_READER_PASSWORD_FILE")" 'expired' "an expired certificate" ;;
        wrong-ca) refused "$kind" "ldaps://$LAB_IP" "ca: $LAB_DIR/tls/ca.pem, $(simple "$LAB_READER" "$LAB_READER_PASSWORD_FILE")" 'authorit|issuer|trust' "another authority's certificate" ;;
        strong-auth)
            declare_as "$kind" "ldap://$LAB_IP" "$(simple "$LAB_READER" "$LAB_READER_PASSWORD_FILE")"
            audit "$kind" --lang en --insecure-plain-ldap
            ends "$kind" 3 'sign|TLS|strong|clear' "a server that wants signing or TLS" ;;
        esac
    done
    domain spoiled
}

scope_guard() { # nothing is sent: strace sees no connection
    local what
    for what in expired outside; do
        local until=2099-12-31 scope=127.0.0.0/8
        [ "$what" = expired ] && until=2026-01-31
        [ "$what" = outside ] && scope=192.0.2.0/24
        declare_as "$what" "ldaps://$LAB_IP" "ca: $LAB_DIR/tls/ca.pem, $(simple "$LAB_READER" "$LAB_READER_PASSWORD_FILE")"
        if command -v strace >/dev/null; then
            strace -f -e trace=connect,sendto -o "$work/$what.trace" "$hygie" audit directory -c "$work/$what.yaml" --lang en >/dev/null 2>"$work/$what.err"
            status=$?
            grep -q "$LAB_IP" "$work/$what.trace" && bad "authorisation $what: a packet left" "$(grep "$LAB_IP" "$work/$what.trace")"
        else
            skip "authorisation $what: strace is not installed, connections were not watched"
            audit "$what" --lang en
        fi
        ends "$what" 2 'authoris' "authorisation $what: refused before anything is sent"
    done
}

interrupted() { # Ctrl-C in the middle keeps what was read
    stub hang-midway --entries 4000 --after 2500
    declare_as midway "$url" "bind: {method: anonymous}"
    "$hygie" audit directory -c "$work/midway.yaml" --lang en --insecure-plain-ldap -o "json=$work/midway.json" --save "$work/midway.snapshot" >/dev/null 2>"$work/midway.err" &
    local pid=$!
    sleep 3
    kill -INT "$pid"
    wait "$pid"
    status=$?
    if [ "$status" = 130 ] && python3 -c 'import json, sys; r = json.load(open(sys.argv[1])); sys.exit(r["run"]["complete"] or not r["domains"][0]["gaps"])' "$work/midway.json"; then
        ok "interrupted: status 130, the report says it is incomplete"
    else bad "interrupted: status $status" "$(head -3 "$work/midway.err")"; fi
    [ -s "$work/midway.snapshot" ] && ok "interrupted: what was read is saved" || bad "interrupted: no snapshot"
}

stub() { # SCENARIO [OPTION...]: starts it, its address in $url
    rm -f "$work/stub.url"  # the last one's address must not be taken for this one's
    "$here/stub_ldap.py" "$@" --lifetime 90 >"$work/stub.url" 2>/dev/null &
    children+=($!)
    for _ in $(seq 300); do [ -s "$work/stub.url" ] && break; sleep 0.1; done
    url=$(head -1 "$work/stub.url")
    [ -n "$url" ] || bad "the stub $1 did not start"
}

stubs() {
    local scenario kept
    stub drop-once --entries 3000 --after 1700
    declare_as drop-once "$url" "bind: {method: anonymous}"
    audit drop-once --lang en --insecure-plain-ldap -o "json=$work/drop-once.json" --save "$work/drop-once.snapshot"
    if [ "$(accounts_of drop-once)" -ge 3000 ]; then ok "a connection lost once: read to the end ($(accounts_of drop-once) accounts)"; else bad "a connection lost once" "$(accounts_of drop-once) accounts; $(head -3 "$work/drop-once.err")"; fi
    stub ranges --members 60000
    declare_as ranges "$url" "bind: {method: anonymous}"
    audit ranges --lang en --insecure-plain-ldap -o "json=$work/ranges.json"
    if grep -q 'part of their values' "$work/ranges.json"; then bad "60 000 members in ranges" "$(grep -m1 'part of' "$work/ranges.json")"; else ok "60 000 members in ranges: all read"; fi
    for scenario in drop-always refuse-control refuse-partition missing-partition size-limit time-limit references referral hang garbage stuck-cookie oversized busy; do
        stub "$scenario" --entries 2000 --after 1200
        declare_as "$scenario" "$url" "bind: {method: anonymous}"
        audit "$scenario" --lang en --insecure-plain-ldap --timeout 25 -o "json=$work/$scenario.json"
        if [ "$status" = 3 ] && { [ ! -e "$work/$scenario.json" ] || python3 -c 'import json, sys; sys.exit(json.load(open(sys.argv[1]))["run"]["complete"])' "$work/$scenario.json"; }; then
            ok "$scenario: incomplete, and said"
        else bad "$scenario: status $status" "$(head -3 "$work/$scenario.err")"; fi
        [ "$scenario" != drop-always ] || kept=$(accounts_of drop-always)
    done
    if [ "${kept:-0}" -ge 1000 ]; then ok "a server that dies for good: the $kept accounts read before are in the report"; else bad "a server that dies for good: ${kept:-0} accounts kept"; fi
}
accounts_of() {
    python3 - "$work/$1.json" <<'P'
import json, sys
scope = json.load(open(sys.argv[1]))["domains"][0].get("scope", [])
print(next((int(s["value"]) for s in scope if s["name"] == "accounts"), 0) if isinstance(scope, list) else int(scope.get("accounts", 0)))
P
}

snapshots() { # damaged: integrity, status 4
    local good=$work/ldaps.snapshot kind
    : >"$work/empty.snapshot"
    head -c 3000 "$good" >"$work/cut.snapshot"
    python3 -c 'import sys; d = bytearray(open(sys.argv[1], "rb").read()); d[len(d) // 2] ^= 1; open(sys.argv[2], "wb").write(d)' "$good" "$work/flipped.snapshot"
    head -c 5000 /dev/urandom >"$work/foreign.snapshot"
    for kind in empty cut flipped foreign; do
        cp "$work/ldaps.yaml" "$work/$kind.yaml"
        audit "$kind" --lang en --from "$work/$kind.snapshot"
        ends "$kind" 4 'snapshot' "a snapshot that is $kind"
    done
    : >"$work/empty.ldif"
    head -c 200000 "$work/all.ldif" >"$work/cut.ldif"
    for kind in empty cut; do
        sed "s|url: .*|import: {format: ldif, path: $work/$kind.ldif}}|" "$work/ldaps.yaml" >"$work/$kind-ldif.yaml"
        audit "$kind-ldif" --lang en -o "json=$work/$kind-ldif.json"
        if [ "$status" = 3 ] || { [ "$kind" = empty ] && [ "$status" -ge 2 ]; }; then ok "an LDIF file that is $kind: status $status"; else bad "an LDIF file that is $kind: status $status" "$(head -3 "$work/$kind-ldif.err")"; fi
    done
    # a descriptor that cannot be decoded is unknown
    python3 - "$work/all.ldif" "$work/malformed.ldif" <<'P'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
out = re.sub(r"(dn: CN=AdminSDHolder,CN=System,[^\n]*\n(?:[^\n]+\n)*?nTSecurityDescriptor:: )[^\n]+", r"\1AQAEgBQAAAA=", text)
assert out != text
open(sys.argv[2], "w", encoding="utf-8").write(out)
P
    sed "s|url: .*|import: {format: ldif, path: $work/malformed.ldif}}|" "$work/ldaps.yaml" >"$work/malformed.yaml"
    audit malformed --lang en -o "json=$work/malformed.json"
    if python3 -c 'import json, sys; f = {x["check"]: x["verdict"] for x in json.load(open(sys.argv[1]))["findings"]}; sys.exit(f["DIR-ACL-ADMINSDHOLDER"] != "unknown")' "$work/malformed.json" && [ "$status" = 3 ]; then
        ok "a malformed descriptor: unknown, status 3"
    else bad "a malformed descriptor: status $status"; fi
}

secrets() { # the password is in nothing that was written or shown
    local word seen=0 leaked=0 pid
    word=$(cat "$LAB_READER_PASSWORD_FILE")
    "$hygie" audit directory -c "$work/reader.yaml" -q -o "json=$work/again.json" -o "html=$work/again.html" --save "$work/again.snapshot" \
        --store "$work/kept.db" --log-level debug >"$work/again.out" 2>"$work/again.err" &
    pid=$!
    while [ -r "/proc/$pid/cmdline" ] && [ "$seen" -lt 20 ]; do
        # before the program starts, the process is still this shell: it does not count
        [ "$(readlink "/proc/$pid/exe")" = "$hygie" ] || continue
        cat "/proc/$pid/cmdline" "/proc/$pid/environ" 2>/dev/null | tr '\0' '\n' | grep -qF -- "$word" && leaked=1
        seen=$((seen + 1))
    done
    wait "$pid"
    if [ "$leaked" = 1 ] || [ "$seen" = 0 ]; then bad "the password in arguments or variables: looked $seen times, found: $leaked"
    else ok "the password is in no argument and no variable"; fi
    [ -s "$work/kept.db" ] && [ -s "$work/again.snapshot" ] || bad "the run that is searched for the password left no store or no snapshot" "$(head -5 "$work/again.err")"
    if grep -rlF -- "$word" "$work" >"$work/leak" 2>/dev/null; then bad "the reader's password was written" "$(cat "$work/leak")"; else ok "the reader's password is in no output, log, report or store"; fi
    # a snapshot is compressed: its frames are looked into
    if python3 - "$work/again.snapshot" "$word" <<'P'
import subprocess, sys
data, found, frames, at = open(sys.argv[1], "rb").read(), False, 0, 0
while (at := data.find(b"\x28\xb5\x2f\xfd", at)) >= 0:
    out = subprocess.run(["zstd", "-dc"], input=data[at:], capture_output=True).stdout
    frames, found, at = frames + bool(out), found or sys.argv[2].encode() in out, at + 4
sys.exit(found or not frames)
P
    then ok "the reader's password is in no snapshot"; else bad "the reader's password in a snapshot, or none could be opened"; fi
}
