#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_identify.sh [PROGRAM]: identification of services that are slow, mute or choosy about their guests (patient_servers.py), and of real ones on ports
# where nobody expects them, in a network namespace of its own. PROGRAM: hygie_test_identify. Last line: "identification: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space identification 27 "${1:-$root/build/release/bin/hygie_test_identify}"
need postfix python3 redis-server storescp openssl nginx Xtigervnc sshd slapd
chmod 755 "$work"
inside python3 "$root/tests/lab/patient_servers.py" 127.0.0.1 >"$work/ready" &
children+=($!)
for _ in $(seq 100); do grep -q ready "$work/ready" && break; sleep 0.1; done

ask() { # TARGET...: at 5,000 connections a second, 500 to one address
    inside "$program" 5000 "$@" >"$work/out" 2>&1
    took=$(sed -n 's/ ms$//p' "$work/out")
}
is() { # WHAT TARGET PROTOCOL [clear|tls]
    local found
    found=$(awk -F'\t' -v at="$2" '$1 == at { print $2 " " $3 }' "$work/out")
    if [ "$found" = "$3 ${4:-clear}" ]; then ok "$1"; else bad "$1" "$(grep -F "$2" "$work/out" | tr '\t' ' ') in $took ms"; fi
}
within() { if [ "$took" -lt "$2" ] 2>/dev/null; then ok "$1: $took ms"; else bad "$1" "${took:-never} ms"; fi }

ask 127.0.0.1:7999
is "a mute port is not named" 127.0.0.1:7999 '?'
grep -qE '^127.0.0.1:7999.*unknown.timeout$' "$work/out" && ok "a mute port is unknown, for its silence" || bad "a mute port is unknown" "$(head -1 "$work/out")"
within "a mute port is left in under ten seconds" 10000
ask 127.0.0.1:8443
within "a mute port where TLS is usual too" 10000

# ten mute ports before the others: these do not wait for them
mutes=(127.0.0.1:8443 127.0.0.1:7999) && for n in 0 1 2 3 4 5 6 7; do mutes+=("127.0.0.1:3000$n"); done
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=www.exemple.test -keyout "$work/key.pem" -out "$work/cert.pem" -days 9 2>/dev/null
printf 'daemon off; user root; pid %s/pid; error_log %s/log; events {} http { access_log off; server { listen 127.0.0.1:7001; } server { listen 127.0.0.1:7002 ssl; ssl_certificate %s/cert.pem; ssl_certificate_key %s/key.pem; } }\n' "$work" "$work" "$work" "$work" >"$work/nginx.conf"
serve 7002 nginx -c "$work/nginx.conf"
serve 7003 redis-server --bind 127.0.0.1 --port 7003 --save '' --dir "$work"
mkdir "$work/store"
serve 7004 storescp -od "$work/store" 7004
serve 7005 Xtigervnc :85 -rfbport 7005 -SecurityTypes None -interface 127.0.0.1 -localhost=0
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
mkdir -p /run/sshd "$work/slapd"
serve 7006 /usr/sbin/sshd -D -e -f /dev/null -h "$work/host" -p 7006 -o ListenAddress=127.0.0.1 -o PidFile=none
printf 'include /etc/ldap/schema/core.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\ndatabase mdb\nsuffix "dc=exemple,dc=test"\ndirectory %s/slapd\n' "$work" >"$work/slapd.conf"
serve 7007 slapd -d0 -f "$work/slapd.conf" -h ldap://127.0.0.1:7007/
real=(127.0.0.1:7001 127.0.0.1:7002 127.0.0.1:7003 127.0.0.1:7004 127.0.0.1:7005 127.0.0.1:7006 127.0.0.1:7007)
ask "${mutes[@]}" "${real[@]}"
is "a site on an unusual port" 127.0.0.1:7001 http
is "a site with TLS on an unusual port" 127.0.0.1:7002 http tls
is "Redis on an unusual port" 127.0.0.1:7003 redis
is "a DICOM store that takes one guest at a time, on an unusual port" 127.0.0.1:7004 dicom
is "VNC on an unusual port" 127.0.0.1:7005 vnc
is "SSH on an unusual port" 127.0.0.1:7006 ssh
is "LDAP on an unusual port" 127.0.0.1:7007 ldap
within "ten mute ports cost what one does" 12000
seventh=$(sed -n 's/^done //p' "$work/out" | awk '{ print $7 }')
[ "$seventh" -lt 5000 ] 2>/dev/null && ok "ten mute ports delay nobody else: seven services in $seventh ms" || bad "ten mute ports delay nobody else" "seventh service after $seventh ms"

# a site that thinks, inside TLS, beside ports where TLS fails: what goes wrong on one connection is no other's
printf 'daemon off; user root; pid %s/pid2; error_log %s/log2; events {} http { access_log off; server { listen 127.0.0.1:443; listen 127.0.0.1:7443; listen 127.0.0.1:10443; } }\n' "$work" "$work" >"$work/plain.conf"
serve 10443 nginx -c "$work/plain.conf"
serve 9443 python3 -c "
import socket, ssl, threading, time
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain('$work/cert.pem', '$work/key.pem')
def hold(raw):
    try:
        with context.wrap_socket(raw, server_side=True) as client:
            if client.recv(4096):
                time.sleep(0.6)
                client.sendall(b'HTTP/1.1 200 OK\\r\\nServer: lent\\r\\nContent-Length: 0\\r\\n\\r\\n')
    except OSError: pass
listener = socket.create_server(('127.0.0.1', 9443))
while True: threading.Thread(target=hold, args=(listener.accept()[0],), daemon=True).start()"
ask 127.0.0.1:443 127.0.0.1:9443 127.0.0.1:7443 127.0.0.1:10443
is "a site that thinks inside TLS, beside failing handshakes" 127.0.0.1:9443 http tls
is "a site in clear where TLS is usual" 127.0.0.1:443 http

# those who keep one waiting
ask 127.0.0.1:2526 127.0.0.1:2527 127.0.0.1:80
is "a greeting after six seconds, from who refuses early talkers" 127.0.0.1:2526 smtp
is "a greeting after six seconds" 127.0.0.1:2527 smtp
is "a site that thinks for 2.5 seconds" 127.0.0.1:80 http
within "late greetings on unusual ports" 12000
ask 127.0.0.1:22 127.0.0.1:25
is "SSH that greets after twelve seconds" 127.0.0.1:22 ssh
is "mail that greets after twelve seconds" 127.0.0.1:25 smtp
postscreen() { # ADDRESS: a Postfix that shows half a greeting, and the rest after six seconds to who kept silent
    local folder=$work/postfix
    mkdir -p "$folder"/{queue,data}
    chown postfix "$folder/data"
    printf '%s:25 inet n - n - 1 postscreen\nsmtpd pass - - n - - smtpd\ndnsblog unix - - n - 0 dnsblog\ntlsproxy unix - - n - 0 tlsproxy\npickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\ntlsmgr unix - - n 1000? 1 tlsmgr\nanvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\nproxymap unix - - n - - proxymap\n' "$1" >"$folder/master.cf"
    printf 'compatibility_level = 3.6\nqueue_directory = %s/queue\ndata_directory = %s/data\nmaillog_file = /dev/stdout\nmyhostname = mx.exemple.test\ninet_interfaces = %s\ninet_protocols = ipv4\nalias_maps =\nlocal_recipient_maps =\npostscreen_access_list =\npostscreen_greet_wait = 6s\npostscreen_greet_action = drop\npostscreen_denylist_action = drop\n' "$folder" "$folder" "$1" >"$folder/main.cf"
    inside postfix -c "$folder" start-fg >"$work/postscreen.log" 2>&1 &
    children+=($!)
    for _ in $(seq 150); do inside ss -Htln "src $1:25" | grep -q . && return; sleep 0.1; done
    bad "postscreen listens" "$(tail -2 "$work/postscreen.log")"
}
ip -n "$space" address add 127.0.0.2/8 dev lo
postscreen 127.0.0.2
ask 127.0.0.2:25
is "Postfix that greets in two parts, six seconds apart" 127.0.0.2:25 smtp
grep -q PREGREET "$work/postscreen.log" && bad "Postfix is not spoken to before it has greeted" "$(grep PREGREET "$work/postscreen.log" | head -1)" || ok "Postfix is not spoken to before it has greeted"
ask 127.0.0.1:3333 127.0.0.1:3334 127.0.0.1:3335
is "a device that says nothing of what it does not understand" 127.0.0.1:3333 modbus
is "a device that shows every second guest the door" 127.0.0.1:3334 modbus
is "a device that leaves every second guest in the queue" 127.0.0.1:3335 modbus
within "choosy devices" 30000
[ -n "${KEEP:-}" ] && cp "$work"/*.log "$work/out" "$KEEP"
finished
