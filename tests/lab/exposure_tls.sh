#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_tls.sh [BUILD]: net/tls held against sslscan on real servers, in a network namespace of its own. As root, with sslscan, openssl,
# gnutls-bin and nginx-light installed; BUILD holds bin/hygie_test_tls. Every difference is explained here or fails.
# Last line: "tls: N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$here/../../build/quick}
look=$build/bin/hygie_test_tls
space=hygie-tls-$$
work=$(mktemp -d)
passed=0 failed=0 port=4400 servers=()
for tool in sslscan openssl gnutls-serv nginx dovecot; do command -v "$tool" >/dev/null || { echo "exposure_tls.sh: $tool is missing" >&2; exit 2; }; done
[ -x "$look" ] || { echo "exposure_tls.sh: build hygie_test_tls first" >&2; exit 2; }

stop() { for one in "${servers[@]}"; do kill "$one" 2>/dev/null; wait "$one" 2>/dev/null; done; servers=(); }
trap 'stop; ip netns del "$space"; rm -rf "$work"' EXIT
if ! ip netns add "$space" || ! ip -n "$space" link set lo up; then
    echo "SKIP  every server: this machine lets nobody make a network namespace (root is needed, and CAP_SYS_ADMIN)"
    echo "tls: 0 passed, 0 failed, 14 skipped"
    exit 77
fi
inside() { ip netns exec "$space" "$@"; }
ok() { passed=$((passed + 1)); printf 'ok    %s\n' "$1"; }
bad() { failed=$((failed + 1)); printf 'FAIL  %s\n%s\n' "$1" "${2:-}"; }

certificate() { # NAME KEY-OPTIONS...
    openssl req -x509 "${@:2}" -nodes -keyout "$work/$1.key" -out "$work/$1.pem" -days 30 -subj /CN=www.exemple.test -addext subjectAltName=DNS:www.exemple.test 2>/dev/null
}
serve() { # COMMAND...: in the namespace, until stop
    (cd "$work" && exec ip netns exec "$space" "$@") >"$work/server.log" 2>&1 </dev/null &
    servers+=($!)
    for _ in $(seq 50); do
        inside bash -c "exec 3<>/dev/tcp/127.0.0.1/$port" 2>/dev/null && return
        sleep 0.1
    done
    bad "a server on $port" "$(cat "$work/server.log")"
}
openssl_server() { serve openssl s_server -accept "127.0.0.1:$port" -www -quiet "$@"; }
# gnutls-serv listens on every address of the namespace, which has no other than its own
gnutls_server() { serve gnutls-serv --http --quiet -p "$port" --x509keyfile "$work/rsa.key" --x509certfile "$work/rsa.pem" "$@"; }

seconds() { # FILE COMMAND...: the output in FILE, how long it took in $took
    local from to
    from=$(date +%s%N)
    "${@:2}" >"$1" 2>"$1.err"
    status=$?
    to=$(date +%s%N)
    took=$(((to - from) / 1000000))
}
compare() { # NAME EXPECTATION...
    local name=$1 ours theirs out
    shift
    seconds "$work/ours.json" inside "$look" 127.0.0.1 "$port" www.exemple.test none 0
    ours=$took
    if [ "$status" != 0 ]; then bad "$name" "$(cat "$work/ours.json.err")"; stop; port=$((port + 1)); return; fi
    seconds "$work/sslscan.out" inside sslscan --xml="$work/theirs.xml" --sni-name=www.exemple.test "127.0.0.1:$port"
    theirs=$took
    if out=$(python3 "$here/compare_tls.py" "$work/ours.json" "$work/theirs.xml" "$@"); then
        ok "$(printf '%-44s hygie %5d ms, %3d hellos; sslscan %5d ms' "$name" "$ours" "$(grep -o '"connections": [0-9]*' "$work/ours.json" | tr -dc 0-9)" "$theirs")"
    else bad "$name" "$out"; fi
    stop
    port=$((port + 1))
}

certificate rsa -newkey rsa:2048
certificate weak -newkey rsa:1024
certificate ec -newkey ec -pkeyopt ec_paramgen_curve:P-256
# made with -dsaparam, or they would take a minute
openssl dhparam -out "$work/dh1024.pem" -dsaparam 1024 2>/dev/null
rsa=(-cert "$work/rsa.pem" -key "$work/rsa.key")
ec=(-cert "$work/ec.pem" -key "$work/ec.key")
all='ALL:COMPLEMENTOFALL:@SECLEVEL=0'

openssl_server "${rsa[@]}" -tls1_3
compare "TLS 1.3 only" "versions/TLS 1.3/offered=present" "versions/TLS 1.2/offered=absent*" "chains_read=present" "ccs_injection=not_run: only-tls13" "groups13/complete=present*" \
    "secure_renegotiation=not_run: only-tls13" "fallback_scsv=not_run: one-version"

openssl_server "${ec[@]}" -tls1_2
compare "TLS 1.2 only, ECDSA" "versions/TLS 1.2/server_order=absent" "chains_read=present" "versions/TLS 1.3/offered=absent*" "groups12/complete=present"

openssl_server "${ec[@]}" -tls1_2 -serverpref
compare "TLS 1.2 only, ECDSA, the server's order" "versions/TLS 1.2/server_order=present"

openssl_server "${rsa[@]}" -dcert "$work/ec.pem" -dkey "$work/ec.key" -cipher "$all" -min_protocol TLSv1 -serverpref
compare "TLS 1.0 to 1.3, every suite, RSA and ECDSA" "versions/TLS 1.0/offered=present" "versions/TLS 1.2/server_order=present" "SSL 2.0/offered=absent*" "fallback_scsv=present" \
    "secure_renegotiation=present" "extended_master_secret=present" "compression=absent*" "heartbeat=absent*"

openssl_server "${rsa[@]}" -cipher "$all" -tls1 -legacy_renegotiation
compare "TLS 1.0 only, NULL and anonymous" "versions/TLS 1.2/offered=absent*" "versions/TLS 1.1/offered=absent*" "fallback_scsv=not_run: one-version"

openssl_server -cert "$work/weak.pem" -key "$work/weak.key" -cipher "DHE:@SECLEVEL=0" -dhparam "$work/dh1024.pem" -tls1_2
compare "DHE with 1024-bit parameters" "dh_bits=1024" "dh=present" "groups12/complete=not_run: no-suite"

openssl_server "${rsa[@]}"
compare "OpenSSL as it comes" "dh_bits=2048" "versions/TLS 1.2/server_order=absent" "versions/TLS 1.0/offered=absent*" "client_certificate_wanted=absent*"

openssl_server "${rsa[@]}" -verify 1 -alpn http/1.1 -groups P-256:P-384
compare "a client certificate wanted, ALPN, two groups" "client_certificate_wanted=present" 'alpn/protocols=["http/1.1"]' 'groups12/names=["secp256r1", "secp384r1"]' \
    'groups13/names=["secp256r1", "secp384r1"]'

gnutls_server --priority 'NORMAL:-VERS-ALL:+VERS-TLS1.0:+ARCFOUR-128:+3DES-CBC'
compare "GnuTLS, TLS 1.0 with RC4 and 3DES" "versions/TLS 1.0/offered=present" "versions/TLS 1.2/offered=absent*"

gnutls_server --priority NORMAL
compare "GnuTLS as it comes" "versions/TLS 1.3/offered=present" "secure_renegotiation=present" "groups13/complete=present*"

cat >"$work/nginx.conf" <<CONF
daemon off; pid $work/nginx.pid; error_log $work/nginx.log; user root; master_process off;
events {}
http {
  access_log off;
  server {
    listen 127.0.0.1:$port ssl http2; server_name www.exemple.test;
    ssl_certificate $work/rsa.pem; ssl_certificate_key $work/rsa.key;
    ssl_certificate $work/ec.pem; ssl_certificate_key $work/ec.key;
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers "ALL:COMPLEMENTOFALL:@SECLEVEL=0"; ssl_prefer_server_ciphers on;
  }
}
CONF
serve nginx -c "$work/nginx.conf"
compare "nginx, RSA and ECDSA, TLS 1.0 to 1.3" "versions/TLS 1.0/offered=present" 'alpn/protocols=["h2", "http/1.1"]' "versions/TLS 1.2/server_order=present"

# STARTTLS: agreed to, refused, and never answered, which is neither
seen() { # WHAT PATTERN STARTTLS
    local out
    out=$(inside "$look" 127.0.0.1 "$port" www.exemple.test "$3" 1 2>&1)
    if grep -q "$2" <<<"$out"; then ok "$1"; else bad "$1" "wanted $2, heard: $(grep -E 'starttls|offered' <<<"$out" | tr -d '\n' | cut -c1-300)"; fi
    stop
    port=$((port + 1))
}
dovecot_server() { # SSL
    printf 'base_dir = %s\nlog_path = %s\nlisten = 127.0.0.1\nprotocols = imap\nssl = %s\nssl_cert = <%s\nssl_key = <%s\nservice imap-login {\n  inet_listener imap {\n    port = %s\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}\npassdb {\n  driver = static\n  args = password=lab\n}\n' \
        "$work/dovecot-$port" "$work/dovecot.log" "$1" "$work/rsa.pem" "$work/rsa.key" "$port" >"$work/dovecot.conf"
    serve dovecot -F -c "$work/dovecot.conf"
}
dovecot_server yes
seen "Dovecot agrees to STARTTLS" '"starttls": "present"' imap
dovecot_server no
seen "Dovecot without TLS refuses STARTTLS" '"starttls": "absent: starttls"' imap
serve python3 -c '
import socket, sys
door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    door.accept()[0].close()' "$port"
seen "a server that hangs up is no answer on STARTTLS" '"starttls": "unknown: no-answer"' smtp

echo "tls: $passed passed, $failed failed"
[ "$failed" = 0 ]
