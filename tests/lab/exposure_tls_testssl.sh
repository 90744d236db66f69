#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_tls_testssl.sh [BUILD [CASE...]]: net/tls held against testssl.sh (protocols, suites, flaws) on real servers and on those of fake_tls.py, in a network
# namespace of its own. As root. About a minute a server. Every difference is explained in tls_differences.tsv or fails. Last line: "testssl: N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/exposure_space.sh"
space testssl 13 "${1:-$here/../../build/quick}/bin/hygie_test_tls"
shift
wanted=("$@")
need openssl testssl gnutls-serv nginx python3
port=4600 case=
make() { openssl req -x509 "${@:2}" -nodes -keyout "$work/$1.key" -out "$work/$1.pem" -days 30 -subj /CN=www.exemple.test -addext subjectAltName=DNS:www.exemple.test 2>/dev/null; }
make rsa -newkey rsa:2048
make ec -newkey ec -pkeyopt ec_paramgen_curve:P-256
make weak -newkey rsa:1024
openssl dhparam -out "$work/dh1024.pem" -dsaparam 1024 2>/dev/null
rsa=(-cert "$work/rsa.pem" -key "$work/rsa.key") ec=(-cert "$work/ec.pem" -key "$work/ec.key")

compared() { # on $port
    local out
    inside "$program" 127.0.0.1 "$port" www.exemple.test none 0 >"$work/ours.json" 2>"$work/ours.err"
    rm -f "$work/theirs.json"
    inside timeout 400 testssl --quiet --color 0 --warnings off --nodns none -p -E -H -I -T -R -B --jsonfile "$work/theirs.json" --ip 127.0.0.1 "https://www.exemple.test:$port" >"$work/testssl.out" 2>&1
    if out=$(python3 "$here/compare_testssl.py" "$case" "$work/ours.json" "$work/theirs.json" "$here/tls_differences.tsv" 2>&1); then ok "$case: $out"; else bad "$case" "$out"; fi
    kill "${children[-1]}"
    port=$((port + 1))
}
on() { # CASE COMMAND...
    case=$1
    shift
    if [ "${#wanted[@]}" != 0 ] && [[ ! " ${wanted[*]} " == *" $case "* ]]; then return; fi
    serve "$port" "${@//PORT/$port}"
    compared
}
openssl_on() { local name=$1; shift; on "$name" openssl s_server -accept 127.0.0.1:PORT -www -quiet "$@"; }
gnutls_on() { on "$1" gnutls-serv --http --quiet -p PORT --x509keyfile "$work/rsa.key" --x509certfile "$work/rsa.pem" --priority "$2"; }
fake_on() { on "fake-$1" python3 "$here/fake_tls.py" "$1" PORT "$work/rsa.pem" "$work/rsa.key"; }

openssl_on tls13 "${rsa[@]}" -tls1_3
openssl_on tls12-ecdsa "${ec[@]}" -tls1_2
openssl_on tls12-renegotiates "${rsa[@]}" -tls1_2 -client_renegotiation
openssl_on everything "${rsa[@]}" -dcert "$work/ec.pem" -dkey "$work/ec.key" -cipher 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' -min_protocol TLSv1 -serverpref
openssl_on tls10 "${rsa[@]}" -cipher 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' -tls1 -legacy_renegotiation
openssl_on dh1024 -cert "$work/weak.pem" -key "$work/weak.key" -cipher 'DHE:@SECLEVEL=0' -dhparam "$work/dh1024.pem" -tls1_2
openssl_on default "${rsa[@]}"
gnutls_on gnutls-rc4 'NORMAL:-VERS-ALL:+VERS-TLS1.0:+ARCFOUR-128:+3DES-CBC'
gnutls_on gnutls NORMAL
cat >"$work/nginx.conf" <<Y
daemon off; pid $work/nginx.pid; error_log $work/nginx.log; user root; master_process off; events {}
http { access_log off; server { listen 127.0.0.1:$port ssl; ssl_certificate $work/rsa.pem; ssl_certificate_key $work/rsa.key;
       ssl_protocols TLSv1.2 TLSv1.3; } }
Y
on nginx nginx -c "$work/nginx.conf"
fake_on heartbleed
fake_on ccs
fake_on robot
finished
