#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_starttls.sh [BUILD]: TLS started inside other protocols, on real servers with TLS and without, in a network namespace of its own. As root.
# Each server with TLS must show its versions and its certificate, each without must be shown to refuse. Last line: "starttls: N passed, N failed".
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space starttls 45 "${1:-$here/../../build/quick}/bin/hygie_test_tls"
need openssl prosody postfix dovecot vsftpd slapd mariadbd xrdp runuser
chmod 755 "$work"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/rsa.key" -out "$work/rsa.pem" -days 30 -subj /CN=mx.exemple.test -addext subjectAltName=DNS:mx.exemple.test 2>/dev/null
chmod 644 "$work/rsa.key"

shown() { # WHAT PORT PROTOCOL EXPECTATION...: "name: value" as it is printed
    local what=$1 port=$2 protocol=$3 out one
    shift 3
    out=$(inside "$program" 127.0.0.1 "$port" mx.exemple.test "$protocol" 0 2>&1)
    for one; do
        if grep -qE "$one" <<<"$out"; then ok "$what: $one"; else bad "$what" "wanted $one, heard: $(tr -d '\n' <<<"$out" | cut -c1-300)"; fi
    done
}
with_tls() { shown "$1" "$2" "$3" '"starttls": "present"' '"chains_read": "present"' '"ccs_injection": "absent'; }
without() { shown "$1" "$2" "$3" '"starttls": "absent: starttls"'; }

postfix_on() { # PORT LINES...
    local port=$1 folder=$work/postfix-$1
    shift
    mkdir -p "$folder"/{queue,data}
    chown postfix "$folder/data"
    printf '%s inet n - n - - smtpd\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\ntlsmgr unix - - n 1000? 1 tlsmgr\nanvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\nproxymap unix - - n - - proxymap\n' \
        "127.0.0.1:$port" >"$folder/master.cf"
    printf 'compatibility_level = 3.6\nqueue_directory = %s/queue\ndata_directory = %s/data\nmaillog_file = /dev/stdout\nmyhostname = mx.exemple.test\nmynetworks_style = host\ninet_interfaces = loopback-only\ninet_protocols = ipv4\nalias_maps =\nlocal_recipient_maps =\n' "$folder" "$folder" >"$folder/main.cf"
    printf '%s\n' "$@" >>"$folder/main.cf"
    serve "$port" postfix -c "$folder" start-fg
}
postfix_on 25 "smtpd_tls_cert_file = $work/rsa.pem" "smtpd_tls_key_file = $work/rsa.key" 'smtpd_tls_security_level = may'
postfix_on 2525 'smtpd_tls_security_level = none'
with_tls "Postfix" 25 smtp
without "Postfix without TLS" 2525 smtp

dovecot_on() { # SSL POP3 IMAP
    printf 'base_dir = %s/dovecot-%s\nlog_path = %s/dovecot.log\nlisten = 127.0.0.1\nprotocols = pop3 imap\nssl = %s\nssl_cert = <%s\nssl_key = <%s\nservice pop3-login {\n  inet_listener pop3 {\n    port = %s\n  }\n  inet_listener pop3s {\n    port = 0\n  }\n}\nservice imap-login {\n  inet_listener imap {\n    port = %s\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}\npassdb {\n  driver = static\n  args = password=lab\n}\n' \
        "$work" "$1" "$work" "$1" "$work/rsa.pem" "$work/rsa.key" "$2" "$3" >"$work/dovecot-$1.conf"
    serve "$2" dovecot -F -c "$work/dovecot-$1.conf"
}
dovecot_on yes 110 143
dovecot_on no 1110 1143
with_tls "Dovecot, POP3" 110 pop3
without "Dovecot without TLS, POP3" 1110 pop3
with_tls "Dovecot, IMAP" 143 imap

vsftpd_on() { # PORT LINES...
    local port=$1
    shift
    printf 'listen=YES\nlisten_address=127.0.0.1\nlisten_port=%s\nanonymous_enable=NO\nlocal_enable=YES\nbackground=NO\nseccomp_sandbox=NO\nsecure_chroot_dir=%s\n' "$port" "$work" >"$work/vsftpd-$port.conf"
    printf '%s\n' "$@" >>"$work/vsftpd-$port.conf"
    serve "$port" vsftpd "$work/vsftpd-$port.conf"
}
vsftpd_on 21 ssl_enable=YES "rsa_cert_file=$work/rsa.pem" "rsa_private_key_file=$work/rsa.key"
vsftpd_on 2121 ssl_enable=NO
with_tls "vsftpd" 21 ftp
without "vsftpd without TLS" 2121 ftp

slapd_on() { # PORT LINES...
    local port=$1 folder=$work/slapd-$1
    shift
    mkdir -p "$folder"
    printf 'include /etc/ldap/schema/core.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\npidfile %s/pid\n' "$folder" >"$folder/conf"
    printf '%s\n' "$@" >>"$folder/conf"
    printf 'database mdb\nsuffix dc=exemple,dc=test\ndirectory %s\n' "$folder" >>"$folder/conf"
    serve "$port" slapd -d0 -f "$folder/conf" -h "ldap://127.0.0.1:$port/"
}
slapd_on 389 "TLSCertificateFile $work/rsa.pem" "TLSCertificateKeyFile $work/rsa.key"
slapd_on 1389
with_tls "slapd" 389 ldap
without "slapd without TLS" 1389 ldap

binaries=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
install -d -o postgres "$work/pg"
install -o postgres -m 600 "$work/rsa.key" "$work/pg.key"
runuser -u postgres -- "$binaries/initdb" -A trust -D "$work/pg/data" >"$work/initdb.log" 2>&1
postgres_on() { serve "$1" runuser -u postgres -- "$binaries/postgres" -D "$work/pg/data" -c listen_addresses=127.0.0.1 -c port="$1" -c unix_socket_directories= "${@:2}"; }
postgres_on 5432 -c ssl=on -c ssl_cert_file="$work/rsa.pem" -c ssl_key_file="$work/pg.key"
with_tls "PostgreSQL" 5432 postgres
kill "${children[-1]}" "$(head -1 "$work/pg/data/postmaster.pid")" 2>/dev/null
for _ in $(seq 50); do [ -e "$work/pg/data/postmaster.pid" ] || break; sleep 0.1; done
postgres_on 5433
without "PostgreSQL without TLS" 5433 postgres

mariadb_on() { # PORT OPTION...
    mariadb-install-db --no-defaults --datadir="$work/maria-$1" --auth-root-authentication-method=normal --skip-test-db >"$work/maria-install.log" 2>&1
    chown -R mysql: "$work/maria-$1"
    serve "$1" mariadbd --no-defaults --user=mysql --datadir="$work/maria-$1" --port="$1" --bind-address=127.0.0.1 --socket="$work/maria-$1/s" --skip-log-bin "${@:2}"
}
mariadb_on 3306 --ssl-cert="$work/rsa.pem" --ssl-key="$work/rsa.key"
mariadb_on 3307 --skip-ssl
with_tls "MariaDB" 3306 mysql
without "MariaDB without TLS" 3307 mysql

xrdp_on() { # PORT LAYER
    printf '[Globals]\nini_version=1\nfork=true\nport=tcp://127.0.0.1:%s\nsecurity_layer=%s\ncertificate=%s\nkey_file=%s\n[Logging]\nLogFile=%s/xrdp.log\nLogLevel=INFO\n[Xorg]\nname=Xorg\nlib=libxup.so\n' \
        "$1" "$2" "$work/rsa.pem" "$work/rsa.key" "$work" >"$work/xrdp-$1.ini"
    serve "$1" xrdp -n -c "$work/xrdp-$1.ini"
}
xrdp_on 3389 negotiate
with_tls "xrdp" 3389 rdp
prosody_on() { # CLIENTS SERVERS LINES...
    local folder=$work/prosody-$1
    mkdir -p "$folder/data"
    printf 'daemonize = false\nrun_as_root = true\npidfile = "%s/pid"\ndata_path = "%s/data"\nlog = { info = "%s/log" }\ninterfaces = { "127.0.0.1" }\nc2s_ports = { %s }\ns2s_ports = { %s }\nmodules_enabled = { "saslauth", "tls", "dialback", "disco" }\nauthentication = "internal_hashed"\n' \
        "$folder" "$folder" "$folder" "$1" "$2" >"$folder/prosody.cfg.lua"
    printf '%s\n' "${@:3}" 'VirtualHost "mx.exemple.test"' >>"$folder/prosody.cfg.lua"
    serve "$1" prosody -F --config "$folder/prosody.cfg.lua"
    for _ in $(seq 100); do inside ss -Hltn "sport = :$2" | grep -q . && break; sleep 0.1; done
}
stream() { # WHAT PORT DIALOGUE PATTERN
    local said
    said=$(inside "$dialogue" "$3" 127.0.0.1 "$2" mx.exemple.test 2>&1)
    if grep -qE "$4" <<<"$said"; then ok "$1"; else bad "$1" "wanted $4, heard: $(tr '\n' ' ' <<<"$said" | cut -c1-300)"; fi
}
dialogue=$(dirname "$program")/hygie_test_dialogue
[ -x "$dialogue" ] || { echo "$lab: build hygie_test_dialogue first" >&2; exit 2; }
prosody_on 5222 5269 "ssl = { certificate = \"$work/rsa.pem\", key = \"$work/rsa.key\" }" 'c2s_require_encryption = true' 's2s_require_encryption = true'
prosody_on 15222 15269 'c2s_require_encryption = false' 's2s_require_encryption = false' 'allow_unencrypted_plain_auth = true' 'modules_disabled = { "tls" }'
with_tls "Prosody, clients" 5222 xmpp
with_tls "Prosody, servers" 5269 xmpp-server
without "Prosody without TLS, clients" 15222 xmpp
without "Prosody without TLS, servers" 15269 xmpp-server
stream "Prosody requires TLS of clients" 5222 xmpp 'starttls=required'
stream "Prosody requires TLS of servers" 5269 xmpp-server 'starttls=required'
stream "Prosody without TLS takes passwords in clear" 15222 xmpp 'mechanisms=.*PLAIN'
stream "Prosody without TLS says so" 15222 xmpp 'starttls=absent'
if inside "$dialogue" xmpp 127.0.0.1 5269 mx.exemple.test >/dev/null 2>&1; then bad "a stream of servers is not taken for one of clients" "taken for it"; else ok "a stream of servers is not taken for one of clients"; fi
# a name that it does not serve says nothing of TLS
out=$(inside "$program" 127.0.0.1 5222 autre.exemple.test xmpp 0 2>&1)
if grep -q '"starttls": "unknown' <<<"$out"; then ok "a name that Prosody does not serve leaves TLS unknown"; else bad "a name that Prosody does not serve" "$(grep starttls <<<"$out")"; fi

# one xrdp at a time
kill "${children[-1]}"
for _ in $(seq 50); do inside ss -Hltn 'sport = :3389' | grep -q . || break; sleep 0.1; done
xrdp_on 3390 rdp
without "xrdp without TLS" 3390 rdp
finished
