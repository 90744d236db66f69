#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_tls_flaws.sh [BUILD]: the looks for known flaws, held against servers that answer as vulnerable ones do (fake_tls.py), and against sound real
# servers, which must be shown absent; in a network namespace of its own. As root. Last line: "flaws: N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/exposure_space.sh"
space flaws 41 "${1:-$here/../../build/quick}/bin/hygie_test_tls"
need openssl python3 nginx gnutls-serv
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/rsa.key" -out "$work/rsa.pem" -days 30 -subj /CN=www.exemple.test -addext subjectAltName=DNS:www.exemple.test 2>/dev/null
port=4500

seen() { # WHAT EXPECTATION...: of the server on $port, "name: outcome" at the beginning of the value
    local what=$1 out one name wanted got
    shift
    out=$(inside "$program" 127.0.0.1 "$port" www.exemple.test none 0 2>&1)
    for one; do
        name=${one%%=*} wanted=${one#*=}
        got=$(sed -n "s/^ \"$name\": \"\(.*\)\",\?$/\1/p" <<<"$out")
        if [[ $got == $wanted* ]]; then ok "$what: $name $wanted"; else bad "$what" "$name is $got, not $wanted"; fi
    done
    port=$((port + 1))
}
fake() { serve "$port" python3 "$here/fake_tls.py" "$1" "$port" "$work/rsa.pem" "$work/rsa.key"; }

fake heartbleed; seen "a server that answers a false heartbeat" heartbleed=present ccs_injection=absent
fake heartbeat; seen "a server that drops it" heartbeat=present heartbleed=absent
fake heartbeat-mute; seen "a server that falls silent" heartbleed=unknown ccs_injection=unknown
fake ccs; seen "a server that takes ChangeCipherSpec too early" ccs_injection=present heartbleed=absent
fake ccs-refuse; seen "a server that refuses it in another word" ccs_injection=absent
fake ccs-mute; seen "a server that never answers it" ccs_injection=unknown
fake robot; seen "a server that tells the padding" robot=present
fake robot-moody; seen "a server that answers by turns" "robot=unknown: inconsistent"
fake robot-cut; seen "a server that hangs up on everything" "robot=absent: closed"
fake robot-mute; seen "a server that answers no secret" "robot=unknown: timeout"
fake robot-sound; seen "a server that tells nothing" robot=absent
fake ticketbleed; seen "a server that returns more than was sent" ticketbleed=present
fake ssl2; seen "a server of SSLv2" ccs_injection=absent

sound() { # WHAT EXPECTATION...: nothing of what is known is there
    seen "$@" heartbleed=absent ccs_injection=absent robot=absent ticketbleed=absent
}
serve "$port" openssl s_server -accept "127.0.0.1:$port" -www -quiet -cert "$work/rsa.pem" -key "$work/rsa.key" -cipher 'ALL:@SECLEVEL=0' -tls1_2
sound "OpenSSL 3 with RSA key exchange" client_renegotiation=absent session_tickets=present early_data=absent
serve "$port" openssl s_server -accept "127.0.0.1:$port" -www -quiet -cert "$work/rsa.pem" -key "$work/rsa.key" -client_renegotiation -tls1_2
seen "OpenSSL 3 that lets clients renegotiate" client_renegotiation=present
serve "$port" openssl s_server -accept "127.0.0.1:$port" -quiet -cert "$work/rsa.pem" -key "$work/rsa.key" -early_data
seen "OpenSSL 3 with early data" early_data=present
serve "$port" openssl s_server -accept "127.0.0.1:$port" -www -quiet -cert "$work/rsa.pem" -key "$work/rsa.key" -tls1_3
seen "OpenSSL 3, TLS 1.3 alone" chains_read=present early_data=absent session_tickets=present "ccs_injection=not_run: only-tls13"
serve "$port" gnutls-serv --http --quiet -p "$port" --x509keyfile "$work/rsa.key" --x509certfile "$work/rsa.pem" --priority 'NORMAL:+RSA'
sound "GnuTLS"
cat >"$work/nginx.conf" <<Y
daemon off; pid $work/nginx.pid; error_log $work/nginx.log; user root; master_process off; events {}
http { access_log off; server { listen 127.0.0.1:$port ssl; ssl_certificate $work/rsa.pem; ssl_certificate_key $work/rsa.key;
       ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers "ALL:@SECLEVEL=0"; ssl_early_data on; } }
Y
serve "$port" nginx -c "$work/nginx.conf"
sound "nginx with early data" client_renegotiation=absent early_data=present session_tickets=present
finished
