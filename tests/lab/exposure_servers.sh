#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Sourced by exposure_audit.sh: the servers of a careless hospital (127.1.0.0/28) and of a careful one (127.2.0.0/28), all real and from Debian's packages, in
# the network namespace of exposure_space.sh. `careless` and `careful` start them; `listening` waits until each port asked for is there.
start() { # NAME COMMAND...
    local name=$1
    shift
    inside setsid "$@" >"$work/$name.log" 2>&1 &  # its own group: a server that ends may end its group with it
    children+=($!)
}
listening() { # ADDRESS:PORT...
    local one
    for one; do
        for _ in $(seq 150); do inside ss -Htln "src $one" | grep -q . && continue 2; sleep 0.1; done
        bad "nothing listens on $one" "$(cat "$work"/*.log | tail -2)"
    done
}
certificate() { # NAME SUBJECT [OPTION...]
    local name=$1 subject=$2
    shift 2
    openssl req -x509 -nodes -newkey rsa:2048 -keyout "$work/$name.key" -out "$work/$name.pem" -subj "$subject" -days 300 "$@" 2>/dev/null
    chmod 644 "$work/$name.key"
}

careless() {
    local here=$work/careless
    mkdir -p "$here/www/listing" "$here/store" "$here/orthanc" "$here/slapd" "$here/tftp"
    chmod -R 755 "$here"
    certificate careless /CN=autre.test
    echo secret >"$here/www/listing/sauvegarde.sql"
    mkdir -p "$here/www/.git" && echo 'ref: refs/heads/main' >"$here/www/.git/HEAD"
    cat >"$here/nginx.conf" <<Y
daemon off; user root; pid $here/nginx.pid; error_log $here/nginx.err; events {}
http { access_log off; autoindex on; root $here/www;
  server { listen 127.1.0.1:80; }
  server { listen 127.1.0.1:443 ssl; ssl_certificate $work/careless.pem; ssl_certificate_key $work/careless.key;
           ssl_protocols TLSv1 TLSv1.1 TLSv1.2; ssl_ciphers "ALL:COMPLEMENTOFALL:@SECLEVEL=0"; } }
Y
    start web nginx -c "$here/nginx.conf"

    printf '[Globals]\nini_version=1\nfork=true\nport=tcp://127.1.0.3:3389\nsecurity_layer=negotiate\ncertificate=%s\nkey_file=%s\n[Logging]\nLogFile=%s/xrdp.log\nLogLevel=INFO\n[Xorg]\nname=Xorg\nlib=libxup.so\n' \
        "$work/careless.pem" "$work/careless.key" "$here" >"$here/xrdp.ini"
    start rdp xrdp -n -c "$here/xrdp.ini"
    start vnc Xtigervnc :71 -rfbport 5901 -SecurityTypes None -interface 127.1.0.3 -localhost=0
    start telnet socat TCP-LISTEN:23,bind=127.1.0.3,reuseaddr,fork EXEC:/usr/sbin/telnetd
    printf 'listen=YES\nlisten_address=127.1.0.3\nanonymous_enable=YES\nbackground=NO\nseccomp_sandbox=NO\nsecure_chroot_dir=%s\n' "$work" >"$here/vsftpd.conf"
    start ftp vsftpd "$here/vsftpd.conf"
    inside ip addr add 192.0.2.1/32 dev lo  # in.tftpd binds to no address while the machine has loopback ones alone
    start tftp in.tftpd -L -a 127.1.0.3:69 -s "$here/tftp"

    start redis redis-server --bind 127.1.0.4 --port 6379 --protected-mode no --save '' --dir "$work"
    start memcached memcached -u nobody -l 127.1.0.4 -p 11211 -U 11211
    printf 'listener 1883 127.1.0.4\nallow_anonymous true\n' >"$here/mosquitto.conf"
    start mqtt mosquitto -c "$here/mosquitto.conf"
    printf 'use chroot = no\naddress = 127.1.0.4\n[sauvegardes]\npath = %s\n' "$here/store" >"$here/rsyncd.conf"
    start rsync rsync --daemon --no-detach --config="$here/rsyncd.conf"
    local binaries
    binaries=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
    install -d -o postgres "$here/pg"
    runuser -u postgres -- "$binaries/initdb" -A trust -D "$here/pg" >"$work/initdb.log" 2>&1
    start postgresql runuser -u postgres -- "$binaries/postgres" -D "$here/pg" -c listen_addresses=127.1.0.4 -c unix_socket_directories=
    mariadb-install-db --no-defaults --datadir="$here/maria" --auth-root-authentication-method=normal --skip-test-db >"$work/maria-install.log" 2>&1
    chown -R mysql: "$here/maria"
    start mariadb mariadbd --no-defaults --user=mysql --datadir="$here/maria" --bind-address=127.1.0.4 --socket="$here/maria/s" --skip-log-bin

    mkdir -p "$here"/smb/{private,state,cache,lock,ncalrpc}
    cat >"$here/smb.conf" <<Y
[global]
interfaces = 127.1.0.5/8
bind interfaces only = yes
server min protocol = NT1
map to guest = bad user
disable netbios = yes
smb ports = 445
private dir = $here/smb/private
state directory = $here/smb/state
cache directory = $here/smb/cache
lock directory = $here/smb/lock
pid directory = $here/smb
ncalrpc dir = $here/smb/ncalrpc
log file = $here/smb/log
[partage]
path = $here/store
guest ok = yes
Y
    inside ip addr add 127.1.0.5/8 dev lo 2>/dev/null
    start smb smbd -F --no-process-group -s "$here/smb.conf"
    printf 'include /etc/ldap/schema/core.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\ndatabase mdb\nsuffix "dc=exemple,dc=test"\nrootdn "cn=admin,dc=exemple,dc=test"\nrootpw lab\ndirectory %s\naccess to * by * read\n' \
        "$here/slapd" >"$here/slapd.conf"
    printf 'dn: dc=exemple,dc=test\nobjectClass: dcObject\nobjectClass: organization\no: exemple\ndc: exemple\n\ndn: ou=gens,dc=exemple,dc=test\nobjectClass: organizationalUnit\nou: gens\n' | slapadd -f "$here/slapd.conf" 2>"$work/slapadd.log"
    start ldap slapd -d0 -f "$here/slapd.conf" -h ldap://127.1.0.5:389/
    printf 'agentAddress udp:127.1.0.5:161\nrocommunity public default\n' >"$here/snmpd.conf"
    start snmp snmpd -f -Lo -C -c "$here/snmpd.conf"

    printf '{"Name": "labo", "StorageDirectory": "%s", "IndexDirectory": "%s", "DicomPort": 4242, "HttpPort": 8042, "RemoteAccessAllowed": true, "AuthenticationEnabled": false, "DicomCheckCalledAet": false}' \
        "$here/orthanc" "$here/orthanc" >"$here/orthanc.json"
    # Orthanc listens on every address: the others refuse it
    inside nft -f - <<Y
table ip here {
  chain entry {
    type filter hook input priority 0;
    ip daddr != 127.1.0.6 tcp dport { 4242, 8042 } reject with tcp reset
  }
}
Y
    start orthanc Orthanc "$here/orthanc.json"
    start mllp /usr/bin/python3 "$root/tests/lab/hospital_devices.py" hl7 127.1.0.6
    start modbus /usr/bin/python3 "$root/tests/lab/hospital_devices.py" modbus 127.1.0.6
    # a printer that prints what it gets: every byte lands in this file
    : >"$work/printed"
    start printer socat -u TCP-LISTEN:9100,bind=127.1.0.6,reuseaddr,fork OPEN:"$work/printed",append

    cat >"$here/dovecot.conf" <<Y
base_dir = $here/dovecot
log_path = $here/dovecot.log
listen = 127.1.0.7
protocols = imap pop3
ssl = no
disable_plaintext_auth = no
passdb {
  driver = static
  args = password=lab
}
Y
    start dovecot dovecot -F -c "$here/dovecot.conf"
    ssh-keygen -q -t rsa -b 2048 -N '' -f "$here/host"
    mkdir -p /run/sshd
    start ssh /usr/sbin/sshd -D -e -f /dev/null -h "$here/host" -p 22 -o ListenAddress=127.1.0.8 -o PidFile=none -o KexAlgorithms=+diffie-hellman-group1-sha1 -o Ciphers=+3des-cbc -o PasswordAuthentication=yes
    listening 127.1.0.1:80 127.1.0.1:443 127.1.0.3:3389 127.1.0.3:5901 127.1.0.3:23 127.1.0.3:21 127.1.0.4:6379 127.1.0.4:11211 127.1.0.4:1883 127.1.0.4:873 127.1.0.4:5432 127.1.0.4:3306 \
        127.1.0.5:445 127.1.0.5:389 0.0.0.0:4242 127.1.0.6:2575 127.1.0.6:502 127.1.0.6:9100 127.1.0.7:143 127.1.0.8:22
}

careful() {
    local here=$work/careful
    mkdir -p "$here/www"
    chmod -R 755 "$here"
    openssl req -x509 -nodes -newkey rsa:3072 -keyout "$work/ca.key" -out "$work/ca.pem" -subj "/CN=Autorité du laboratoire" -days 3000 2>/dev/null
    openssl req -nodes -newkey rsa:3072 -keyout "$work/careful.key" -out "$work/careful.csr" -subj /CN=www.exemple.test 2>/dev/null
    openssl x509 -req -in "$work/careful.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -days 200 -out "$work/careful.crt" \
        -extfile <(printf 'subjectAltName=DNS:www.exemple.test,DNS:exemple.test,DNS:mail.exemple.test\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n') 2>/dev/null
    cat "$work/careful.crt" "$work/ca.pem" >"$work/careful.pem"
    chmod 644 "$work/careful.key"
    mkdir -p "$here/www/.well-known"
    printf 'Contact: mailto:securite@exemple.test\nExpires: 2098-01-01T00:00:00Z\n' >"$here/www/.well-known/security.txt"
    echo '<html lang="fr"><title>Exemple</title><p>Bonjour</p></html>' >"$here/www/index.html"
    cat >"$here/nginx.conf" <<Y
daemon off; user root; pid $here/nginx.pid; error_log $here/nginx.err; events {}
http { access_log off; server_tokens off; root $here/www;
  server { listen 127.2.0.1:80; return 301 https://www.exemple.test\$request_uri; }
  server { listen 127.2.0.1:443 ssl http2; ssl_certificate $work/careful.pem; ssl_certificate_key $work/careful.key; ssl_protocols TLSv1.2 TLSv1.3;
           ssl_ciphers ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256; ssl_prefer_server_ciphers on; ssl_session_tickets off;
           add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always; add_header X-Content-Type-Options nosniff always;
           add_header Content-Security-Policy "default-src 'self'; frame-ancestors 'none'" always; add_header Referrer-Policy no-referrer always;
           add_header Permissions-Policy "camera=()" always; add_header X-Frame-Options DENY always; } }
Y
    start web2 nginx -c "$here/nginx.conf"
    listening 127.2.0.1:80 127.2.0.1:443
}
