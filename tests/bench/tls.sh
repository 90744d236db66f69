#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# tls.sh [BUILD [SERVERS]]: how long TLS on so many servers (50) takes hygie, sslscan and testssl.sh; one nginx with RSA and ECDSA, TLS 1.0 to 1.3, at as many
# loopback addresses, in a network namespace of its own. As root. testssl.sh is run on one server, and its time multiplied. One line a way: wall, CPU.
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../lab/exposure_space.sh"
space tls-bench 1 "${1:-$here/../../build/release}/bin/hygie_test_collect_tls"
servers=${2:-50}
need nginx openssl sslscan testssl xargs
for kind in rsa:-newkey:rsa:2048 ec:-newkey:ec:-pkeyopt:ec_paramgen_curve=P-256; do
    name=${kind%%:*}
    options=$(cut -d: -f2- <<<"$kind" | sed 's/:rsa:/ rsa:/; s/:ec:/ ec /; s/-pkeyopt:/-pkeyopt /; s/curve=/curve:/')
    # shellcheck disable=SC2086
    openssl req -x509 $options -nodes -keyout "$work/$name.key" -out "$work/$name.pem" -days 30 -subj /CN=www.exemple.test -addext subjectAltName=DNS:www.exemple.test 2>/dev/null
done
{
    printf 'daemon off; pid %s/nginx.pid; error_log %s/nginx.log; user root; worker_processes 2; events { worker_connections 4096; }\nhttp { access_log off; server {\n' "$work" "$work"
    for i in $(seq "$servers"); do printf 'listen 127.0.1.%s:443 ssl;\n' "$i"; done
    printf 'ssl_certificate %s/rsa.pem; ssl_certificate_key %s/rsa.key; ssl_certificate %s/ec.pem; ssl_certificate_key %s/ec.key;\n' "$work" "$work" "$work" "$work"
    printf 'ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers "HIGH:!aNULL:!MD5:@SECLEVEL=0"; ssl_prefer_server_ciphers on; } }\n'
} >"$work/nginx.conf"
serve 443 nginx -c "$work/nginx.conf"
cat "$work/rsa.pem" "$work/ec.pem" >"$work/authorities.pem"
TIMEFORMAT='%R s wall, %U s user, %S s system'
measured() { # NAME COMMAND...
    local name=$1 line
    shift
    line=$( { time "$@" >"$work/out" 2>"$work/err"; } 2>&1)
    printf '%-44s %s\n' "$name" "$line"
}
targets=()
for i in $(seq "$servers"); do targets+=("127.0.1.$i:443,www.exemple.test"); done
measured "hygie, $servers servers, no pace" inside "$program" 1000000 600 "$work/authorities.pem" - "${targets[@]}"
tail -1 "$work/out"
grep -c 'grade=B' "$work/out" | sed 's/$/ endpoints graded B, as they should be/'
measured "hygie, $servers servers, default pace (500/s)" inside "$program" 500 600 "$work/authorities.pem" - "${targets[@]}"
measured "hygie, 1 server, no pace" inside "$program" 1000000 600 "$work/authorities.pem" - "${targets[0]}"
grep -o 'connections=[0-9]*' "$work/out"
printf '%s\n' "${targets[@]%,*}" >"$work/targets"
measured "sslscan, $servers servers, one after the other" inside xargs -n1 sslscan --no-colour --sni-name=www.exemple.test <"$work/targets"
measured "sslscan, $servers servers, 8 at a time" inside xargs -P8 -n1 sslscan --no-colour --sni-name=www.exemple.test <"$work/targets"
measured "sslscan, 1 server" inside sslscan --no-colour --sni-name=www.exemple.test 127.0.1.1:443
[ "${TESTSSL:-1}" = 0 ] || measured "testssl.sh, 1 server (times $servers for all)" inside testssl --quiet --color 0 --warnings batch --ip 127.0.1.1 https://www.exemple.test:443
