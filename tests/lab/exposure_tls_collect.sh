#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_tls_collect.sh [BUILD]: the collector of TLS through the gate, on several servers at once, in a network namespace of its own: chains judged, each
# certificate once, what is lost said, and everything over within two seconds of a stop. As root. Last line: "tls-collect: N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/exposure_space.sh"
space tls-collect 13 "${1:-$here/../../build/quick}/bin/hygie_test_collect_tls"
need openssl nginx python3
sign() { # NAME ISSUER DAYS EXTENSION...: NAME.pem by ISSUER.pem, or by itself
    local name=$1 issuer=$2 days=$3
    shift 3
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$work/$name.key" -out "$work/$name.csr" -subj "/CN=$name" 2>/dev/null
    printf '%s\n' "$@" >"$work/$name.ext"
    if [ "$issuer" = "$name" ]; then
        openssl x509 -req -in "$work/$name.csr" -signkey "$work/$name.key" -days "$days" -extfile "$work/$name.ext" -out "$work/$name.pem" 2>/dev/null
    else
        openssl x509 -req -in "$work/$name.csr" -CA "$work/$issuer.pem" -CAkey "$work/$issuer.key" -CAcreateserial -days "$days" -extfile "$work/$name.ext" -out "$work/$name.pem" 2>/dev/null
    fi
}
sign root root 90 basicConstraints=critical,CA:TRUE
sign middle root 60 basicConstraints=critical,CA:TRUE
sign www middle 30 subjectAltName=DNS:www.exemple.test authorityInfoAccess=caIssuers\;URI:http://pki.exemple.test/m.crt
sign alone alone 30 subjectAltName=DNS:alone.exemple.test
cat "$work/www.pem" "$work/middle.pem" >"$work/whole.pem"
cat "$work/www.pem" "$work/root.pem" "$work/middle.pem" >"$work/mixed.pem"
site() { printf 'server { listen %s ssl; ssl_certificate %s/%s.pem; ssl_certificate_key %s/%s.key; %s }\n' "$1" "$work" "$2" "$work" "$3" "${4:-}"; }
{
    printf 'daemon off; pid %s/nginx.pid; error_log %s/nginx.log; user root; events {}\nhttp { access_log off; ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ECDHE+AESGCM;\n' "$work" "$work"
    site 127.0.0.1:443 whole www
    site 127.0.0.2:443 www www
    site 127.0.0.3:443 alone alone
    site 127.0.0.4:443 whole www 'ssl_protocols TLSv1.3;'
    site 127.0.0.5:443 mixed www
    printf '}\n'
} >"$work/nginx.conf"
serve 443 nginx -c "$work/nginx.conf"
targets=(127.0.0.1:443,www.exemple.test 127.0.0.2:443,www.exemple.test 127.0.0.3:443,www.exemple.test 127.0.0.4:443,www.exemple.test 127.0.0.5:443,www.exemple.test 127.0.0.6:443,www.exemple.test)
inside "$program" 100000 60 "$work/root.pem" - "${targets[@]}" >"$work/out" 2>&1
line() { if grep -qE "$2" "$work/out"; then ok "$1"; else bad "$1" "wanted $2, heard $(cat "$work/out")"; fi; }
line "a whole chain of a declared authority" '^127\.0\.0\.1:443/tcp grade=A\+ reasons= unknown= .*ecdsa/www.exemple.test:trusted'
line "a chain without its intermediate" '^127\.0\.0\.2:443/tcp grade=C reasons=incomplete-chain .*:incomplete'
line "a self-signed certificate of another name" '^127\.0\.0\.3:443/tcp grade=F reasons=certificate-not-trusted, certificate-name .*:self-signed'
line "TLS 1.3 alone, whose chain is encrypted" '^127\.0\.0\.4:443/tcp grade=A\+ .*versions= TLS 1.3:3 chains= ecdsa/www.exemple.test:trusted'
line "a chain out of order is still trusted" '^127\.0\.0\.5:443/tcp grade=A\+ .*:trusted'
line "nobody there is unknown, and stops nothing" '^127\.0\.0\.6:443/tcp grade=- .*unknown=heartbleed'
line "each certificate once" '^6 endpoints, 4 certificates, 2 names'
inside "$program" 100000 60 - - "${targets[0]}" >"$work/out" 2>&1
line "with this machine's authorities alone, another verdict" 'reasons=(certificate-not-trusted|incomplete-chain)'

# a server that never answers, and a stop while it is waited for
cat >"$work/mute.py" <<'Y'
import socket, time
door = socket.create_server(("127.0.0.9", 443))
kept = []
while True:
    kept.append(door.accept()[0])
Y
inside python3 "$work/mute.py" &
children+=($!)
for _ in $(seq 50); do inside ss -Hltn 'src 127.0.0.9:443' | grep -q . && break; sleep 0.1; done
stopped() { # WHAT SECONDS-GIVEN STOP-FILE TARGETS...
    local what=$1 given=$2 file=$3 from took
    shift 3
    from=$(date +%s%N)
    inside "$program" 100 "$given" - "$file" "$@" >"$work/out" 2>&1 &
    local pid=$!
    sleep 1
    [ "$file" = - ] || touch "$file"
    wait "$pid"
    took=$((($(date +%s%N) - from) / 1000000))
    if [ "$took" -lt 3000 ]; then ok "$what: over $((took - 1000)) ms after the end"; else bad "$what" "took $took ms"; fi
}
stopped "the time is over while a server is silent" 1 - 127.0.0.9:443
line "what was not answered is unknown" '^127\.0\.0\.9:443/tcp grade=- .*unknown=heartbleed'
stopped "a stop file while a server is silent" 60 "$work/stop" 127.0.0.9:443 127.0.0.1:443,www.exemple.test
line "what was not answered then is unknown too" '^127\.0\.0\.9:443/tcp grade=- .*unknown=heartbleed'
stopped "a stop file at a slow pace" 60 "$work/stop" "${targets[@]}"
finished
