#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_services.sh [PROGRAM]: dialogues with real servers of Debian, each weak and sound, in a network namespace of their own. PROGRAM:
# hygie_test_dialogue. Last line: "services: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space services 35 "${1:-$root/build/release/bin/hygie_test_dialogue}"
need redis-server mosquitto memcached rsync Xtigervnc xrdp mariadbd Xvfb vsftpd sshd dovecot socat
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
says "vsftpd by its greeting" '^product=vsFTPd$' banner 127.0.0.1 21
says "vsftpd and its version" '^version=3\.[0-9.]+$' banner 127.0.0.1 21

ssh-keygen -q -t ed25519 -N '' -f "$work/host"
mkdir -p /run/sshd
serve 22 /usr/sbin/sshd -D -e -f /dev/null -h "$work/host" -p 22 -o ListenAddress=127.0.0.1 -o PidFile=none
says "OpenSSH by its banner" '^product=OpenSSH$' banner 127.0.0.1 22
says "OpenSSH and its version" '^version=9\.[0-9]+p[0-9]+$' banner 127.0.0.1 22

serve 23 socat TCP-LISTEN:23,bind=127.0.0.1,reuseaddr,fork EXEC:/usr/sbin/telnetd
says "telnet by its negotiation" '^protocol=telnet$' banner 127.0.0.1 23

cat >"$work/dovecot.conf" <<Y
base_dir = $work/dovecot
log_path = $work/dovecot.log
listen = 127.0.0.1
protocols = imap pop3
ssl = no
passdb {
  driver = static
  args = password=lab
}
Y
serve 143 dovecot -F -c "$work/dovecot.conf"
says "Dovecot by its IMAP greeting" '^product=Dovecot$' banner 127.0.0.1 143
says "Dovecot by its POP3 greeting" '^protocol=pop3$' banner 127.0.0.1 110

# nobody is taken for another
mistaken() { # PORT NAME: says so when the service there is taken for NAME, and is not
    local said
    case $1:$2 in 6379:redis | 1883:mqtt | 11211:memcached | 873:rsync | 5901:vnc | 6083:x11 | 3389:rdp | 3306:mysql | 5432:postgresql | 22:banner | 143:banner) return ;; esac
    said=$(timeout 5 "$program" "$2" 127.0.0.1 "$1" 2>/dev/null) && echo "$2 ($(head -1 <<<"$said"))"
}
export -f mistaken
export program
for port in 6379 1883 11211 873 5901 6083 3389 3306 5432 22 143; do
    wrong=$(printf '%s\n' ajp dicom mllp modbus mqtt mysql postgresql rdp redis memcached rsync vnc x11 banner |
        inside xargs -P 14 -I{} bash -c 'mistaken "$@"' mistaken "$port" {})
    if [ -z "$wrong" ]; then ok "port $port is taken for nothing else"; else bad "port $port is taken for something else" "$wrong"; fi
done
finished
