#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_services.sh [PROGRAM]: dialogues with real servers of Debian, each weak and sound, in a network namespace of their own. PROGRAM:
# hygie_test_dialogue. Last line: "services: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space services 58 "${1:-$root/build/release/bin/hygie_test_dialogue}"
need redis-server mosquitto memcached rsync Xtigervnc xrdp mariadbd Xvfb vsftpd sshd dovecot postfix socat
chmod 755 "$work"

serve 6379 redis-server --bind 127.0.0.1 --port 6379 --protected-mode no --save '' --dir "$work"
serve 6380 redis-server --bind 127.0.0.1 --port 6380 --requirepass lab --save '' --dir "$work"
says "Redis without a password" '^authentication=none$' redis 127.0.0.1 6379
says "Redis with one" '^authentication=password$' redis 127.0.0.1 6380

printf 'per_listener_settings true\nlistener 1883 127.0.0.1\nallow_anonymous true\nlistener 1884 127.0.0.1\nallow_anonymous false\n' >"$work/mosquitto.conf"
serve 1884 mosquitto -c "$work/mosquitto.conf"
says "MQTT for anybody" '^authentication=none$' mqtt 127.0.0.1 1883
says "MQTT with a password" '^authentication=password$' mqtt 127.0.0.1 1884

serve 11211 memcached -u nobody -l 127.0.0.1 -p 11211 -U 0
says "memcached and its version" '^version=1\.[0-9.]+$' memcached 127.0.0.1 11211

printf 'use chroot = no\n[sauvegardes]\npath = %s\n[cache]\npath = %s\nlist = no\n' "$work" "$work" >"$work/rsyncd.conf"
serve 873 rsync --daemon --no-detach --address=127.0.0.1 --config="$work/rsyncd.conf"
says "rsync shows its module, and not the hidden one" '^modules=sauvegardes$' rsync 127.0.0.1 873

serve 5901 Xtigervnc :81 -rfbport 5901 -SecurityTypes None -interface 127.0.0.1 -localhost=0
head -c 8 /dev/urandom >"$work/vnc"
serve 5902 Xtigervnc :82 -rfbport 5902 -SecurityTypes VncAuth,TLSVnc -PasswordFile "$work/vnc" -interface 127.0.0.1 -localhost=0
says "VNC without a password" '^authentication=none$' vnc 127.0.0.1 5901
says "VNC with one" '^authentication=wanted$' vnc 127.0.0.1 5902
says "VNC names what it takes" '^security=.*VNC authentication' vnc 127.0.0.1 5902

serve 6083 Xvfb :83 -ac -listen tcp -nolisten unix
says "X11 for anybody" '^authentication=none$' x11 127.0.0.1 6083
: >"$work/cookies"
serve 6084 Xvfb :84 -auth "$work/cookies" -listen tcp -nolisten unix
says "X11 that wants a cookie" '^protocol=x11$' x11 127.0.0.1 6084

openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=xrdp.test -keyout "$work/xrdp.key" -out "$work/xrdp.pem" -days 9 2>/dev/null
printf '[Globals]\nini_version=1\nfork=true\nport=tcp://127.0.0.1:3389\nsecurity_layer=tls\ncertificate=%s\nkey_file=%s\n[Logging]\nLogFile=%s/xrdp.log\nLogLevel=INFO\n[Xorg]\nname=Xorg\nlib=libxup.so\n' \
    "$work/xrdp.pem" "$work/xrdp.key" "$work" >"$work/xrdp.ini"
serve 3389 xrdp -n -c "$work/xrdp.ini"
says "xrdp takes TLS, and no NLA" '^security=tls$' rdp 127.0.0.1 3389
says "xrdp made for TLS refuses the old security" '^(refused=tls required|security=standard)$' rdp-standard 127.0.0.1 3389

mariadb-install-db --no-defaults --datadir="$work/maria" --auth-root-authentication-method=normal --skip-test-db >"$work/maria.log" 2>&1
chown -R mysql: "$work/maria"
serve 3306 mariadbd --no-defaults --user=mysql --datadir="$work/maria" --bind-address=127.0.0.1 --socket="$work/maria/s" --skip-log-bin
says "MariaDB by its own version" '^version=10\.[0-9.]+$' mysql 127.0.0.1 3306
says "MariaDB by its own name" '^product=MariaDB$' mysql 127.0.0.1 3306

binaries=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
for kind in trust:5432 scram-sha-256:5433; do
    name=${kind%:*} port=${kind#*:}
    install -d -o postgres "$work/$name"
    printf 'lab' >"$work/pgpass"; chmod 644 "$work/pgpass"
    runuser -u postgres -- "$binaries/initdb" -A "$name" --pwfile="$work/pgpass" -D "$work/$name" >"$work/$name.log" 2>&1
    serve "$port" runuser -u postgres -- "$binaries/postgres" -D "$work/$name" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories=
done
says "PostgreSQL that trusts everybody" '^authentication=none$' postgresql 127.0.0.1 5432
says "PostgreSQL that wants a password" '^authentication=sasl$' postgresql 127.0.0.1 5433

printf 'listen=YES\nlisten_address=127.0.0.1\nanonymous_enable=YES\nbackground=NO\nseccomp_sandbox=NO\nsecure_chroot_dir=%s\n' "$work" >"$work/vsftpd.conf"
serve 21 vsftpd "$work/vsftpd.conf"
says "vsftpd by its greeting" '^of: vendor=vsftpd product=vsftpd version=3\.' banner 127.0.0.1 21
says "vsftpd takes the name anonymous, and no other" '^anonymous=name accepted$' ftp 127.0.0.1 21
printf 'listen=YES\nlisten_address=127.0.0.1\nlisten_port=2122\nanonymous_enable=NO\nlocal_enable=YES\nbackground=NO\nseccomp_sandbox=NO\nsecure_chroot_dir=%s\n' "$work" >"$work/local.conf"
serve 2122 vsftpd "$work/local.conf"
says "vsftpd that asks anybody for a password tells nothing of guests" '^anonymous=unknown$' ftp 127.0.0.1 2122
says "vsftpd without a certificate offers no TLS" '^auth_tls=absent$' ftp 127.0.0.1 21
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=mx.exemple.test -keyout "$work/mx.key" -out "$work/mx.pem" -days 9 2>/dev/null
printf 'listen=YES\nlisten_address=127.0.0.1\nlisten_port=2121\nanonymous_enable=NO\nlocal_enable=YES\nbackground=NO\nseccomp_sandbox=NO\nsecure_chroot_dir=%s\nssl_enable=YES\nrsa_cert_file=%s/mx.pem\nrsa_private_key_file=%s/mx.key\nuserlist_enable=YES\nuserlist_file=%s/nobody.list\n' "$work" "$work" "$work" "$work" >"$work/sound.conf"
echo anonymous >"$work/nobody.list"
serve 2121 vsftpd "$work/sound.conf"
says "vsftpd with a certificate offers TLS" '^auth_tls=offered$' ftp 127.0.0.1 2121
says "vsftpd that refuses the name has no guest" '^anonymous=false$' ftp 127.0.0.1 2121

ssh-keygen -q -t ed25519 -N '' -f "$work/host"
mkdir -p /run/sshd
serve 22 /usr/sbin/sshd -D -e -f /dev/null -h "$work/host" -p 22 -o ListenAddress=127.0.0.1 -o PidFile=none
serve 2222 /usr/sbin/sshd -D -e -f /dev/null -h "$work/host" -p 2222 -o ListenAddress=127.0.0.1 -o PidFile=none -o KexAlgorithms=+diffie-hellman-group1-sha1 -o Ciphers=+3des-cbc
says "OpenSSH by its banner" '^of: vendor=OpenBSD product=OpenSSH version=9\.[0-9]+p[0-9]+ distribution=Debian-2' banner 127.0.0.1 22
says "OpenSSH lists its exchanges" '^kex=.*curve25519-sha256' ssh 127.0.0.1 22
says "OpenSSH lists its keys" '^host_keys=ssh-ed25519$' ssh 127.0.0.1 22
says "a weak OpenSSH lists SHA-1 with 1024 bits" '^kex=.*diffie-hellman-group1-sha1' ssh 127.0.0.1 2222
says "a weak OpenSSH lists 3DES" '^ciphers=.*3des-cbc' ssh 127.0.0.1 2222

serve 23 socat TCP-LISTEN:23,bind=127.0.0.1,reuseaddr,fork EXEC:/usr/sbin/telnetd
says "telnet by its negotiation" '^protocol=telnet$' banner 127.0.0.1 23
says "telnet shows what it greets with once its questions are refused" '[Ll]ogin:$' telnet 127.0.0.1 23

# at another address than the caller's: from its own one Dovecot takes every word as safe
for kind in sound:127.0.0.2:143:110 weak:127.0.0.1:1143:1110; do
    IFS=: read -r name address imap pop <<<"$kind"
    cat >"$work/dovecot-$name.conf" <<Y
base_dir = $work/dovecot-$name
log_path = $work/dovecot-$name.log
listen = $address
protocols = imap pop3
ssl = $([ "$name" = sound ] && echo required || echo no)
ssl_cert = <$work/mx.pem
ssl_key = <$work/mx.key
disable_plaintext_auth = $([ "$name" = sound ] && echo yes || echo no)
service imap-login {
  inet_listener imap {
    port = $imap
  }
}
service pop3-login {
  inet_listener pop3 {
    port = $pop
  }
}
passdb {
  driver = static
  args = password=lab
}
Y
    serve "$imap" dovecot -F -c "$work/dovecot-$name.conf"
done
says "Dovecot by its IMAP greeting" '^of: vendor=Dovecot product=Dovecot version= distribution=Debian' banner 127.0.0.2 143
says "Dovecot by its POP3 greeting" '^protocol=pop3$' banner 127.0.0.2 110
says "Dovecot offers STARTTLS in IMAP" '^starttls=offered$' imap 127.0.0.2 143
says "Dovecot takes no name before TLS in IMAP" '^login_before_tls=disabled$' imap 127.0.0.2 143
says "Dovecot tells its name in IMAP" '^id=.*Dovecot' imap 127.0.0.2 143
says "a weak Dovecot offers no STARTTLS in IMAP" '^starttls=absent$' imap 127.0.0.1 1143
says "a weak Dovecot takes a name in clear in IMAP" '^login_before_tls=accepted$' imap 127.0.0.1 1143
says "Dovecot offers STLS in POP3" '^starttls=offered$' pop3 127.0.0.2 110
says "a weak Dovecot takes a name in clear in POP3" '^login_before_tls=accepted$' pop3 127.0.0.1 1110
says "a weak Dovecot offers no STLS in POP3" '^starttls=absent$' pop3 127.0.0.1 1110

postfix_on() { # PORT LINES...
    local port=$1 folder=$work/postfix-$1
    shift
    mkdir -p "$folder"/{queue,data}
    chown postfix "$folder/data"
    printf '%s inet n - n - - smtpd\n' "127.0.0.1:$port" >"$folder/master.cf"
    printf 'pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\ntlsmgr unix - - n 1000? 1 tlsmgr\nanvil unix - - n - 1 anvil\nscache unix - - n - 1 scache\npostlog unix-dgram n - n - 1 postlogd\nproxymap unix - - n - - proxymap\n' >>"$folder/master.cf"
    printf 'compatibility_level = 3.6\nqueue_directory = %s/queue\ndata_directory = %s/data\nmaillog_file = /dev/stdout\nmyhostname = mx.exemple.test\nmynetworks_style = host\ninet_interfaces = loopback-only\ninet_protocols = ipv4\nalias_maps =\nlocal_recipient_maps =\n' "$folder" "$folder" >"$folder/main.cf"
    printf '%s\n' "$@" >>"$folder/main.cf"
    serve "$port" postfix -c "$folder" start-fg
}
postfix_on 25 "smtpd_tls_cert_file = $work/mx.pem" "smtpd_tls_key_file = $work/mx.key" 'smtpd_tls_security_level = may' 'disable_vrfy_command = yes'
postfix_on 2525 'smtpd_banner = $myhostname ESMTP Postfix (Debian/GNU)'
says "Postfix offers STARTTLS" '^starttls=offered$' smtp 127.0.0.1 25
says "a sound Postfix checks no names" '^vrfy=absent$' smtp 127.0.0.1 25
says "a weak Postfix offers no STARTTLS" '^starttls=absent$' smtp 127.0.0.1 2525
says "a weak Postfix checks names" '^vrfy=offered$' smtp 127.0.0.1 2525
says "Postfix by its greeting" '^of: vendor=Postfix product=Postfix version= distribution=Debian/GNU' smtp 127.0.0.1 2525

# nobody is taken for another
mistaken() { # PORT NAME: says so when the service there is taken for NAME, and is not
    local said at=127.0.0.1
    [ "$1" != 143 ] || at=127.0.0.2
    case $1:$2 in 6379:redis | 1883:mqtt | 11211:memcached | 873:rsync | 5901:vnc | 6083:x11 | 3389:rdp* | 3306:mysql | 5432:postgresql | 22:ssh | 143:imap | 25:smtp | 21:ftp | *:banner) return ;; esac
    said=$(timeout 5 "$program" "$2" "$at" "$1" 2>/dev/null | tr -d "\0")
    [ -z "$said" ] || echo "$2 ($(head -1 <<<"$said"))"
}
export -f mistaken
export program
names=(ajp dicom dns-tcp ethernet-ip fox ftp iec104 imap kerberos ldap memcached mllp modbus mongodb mqtt msrpc mssql mysql netbios-ssn nfs opc-ua openvpn-tcp oracle pop3 postgresql
    pptp rdp redis rpcbind rsync rtsp s7 sip-tcp smart-install smb1 smb2 smtp socks4 socks5 ssh telnet vnc winbox x11 xmpp xmpp-server)
for port in 6379 1883 11211 873 5901 6083 3389 3306 5432 22 143 25 21; do
    wrong=$(printf '%s\n' "${names[@]}" |
        inside xargs -P 14 -I{} bash -c 'mistaken "$@"' mistaken "$port" {})
    if [ -z "$wrong" ]; then ok "port $port is taken for nothing else"; else bad "port $port is taken for something else" "$wrong"; fi
done
finished
