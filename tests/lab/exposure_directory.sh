#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_directory.sh [PROGRAM]: the services of a domain, each weak and sound: Samba, OpenLDAP, MIT Kerberos; in a network namespace of their own.
# PROGRAM: hygie_test_dialogue. Last line: "directory services: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space directory 33 "${1:-$root/build/release/bin/hygie_test_dialogue}"
need smbd nmbd slapd krb5kdc kdb5_util
chmod 755 "$work"

samba() { # ADDRESS LINES...: smbd there, with these settings
    local address=$1 folder=$work/samba-$1
    shift
    mkdir -p "$folder"/{private,state,cache,lock,pid,ncalrpc}
    printf '[global]\nnetbios name = PARTAGE\nworkgroup = EXEMPLE\ninterfaces = %s/8\nbind interfaces only = yes\nsmb ports = 445 139\nlog file = %s/log\nprivate dir = %s/private\nstate directory = %s/state\ncache directory = %s/cache\nlock directory = %s/lock\npid directory = %s/pid\nncalrpc dir = %s/ncalrpc\ndisable spoolss = yes\n' \
        "$address" "$folder" "$folder" "$folder" "$folder" "$folder" "$folder" "$folder" >"$folder/smb.conf"
    printf '%s\n' "$@" >>"$folder/smb.conf"
    # a session of its own: at its end smbd signals its whole process group
    inside setsid smbd -F --no-process-group -s "$folder/smb.conf" >"$folder/out" 2>&1 &
    children+=($!)
    for _ in $(seq 100); do inside ss -Htln "src $address:445" | grep -q . && return; sleep 0.1; done
    bad "smbd on $address" "$(tail -2 "$folder/log" "$folder/out" 2>&1)"
}
samba 127.0.0.2 'server min protocol = NT1' 'server signing = disabled'
samba 127.0.0.3 'server min protocol = SMB3_11' 'server signing = mandatory' 'smb encrypt = required'
says "an old Samba takes SMB 1" '^smb1=accepted$' smb1 127.0.0.2 445
says "an old Samba does not sign in SMB 1" '^signing=disabled$' smb1 127.0.0.2 445
says "an old Samba tells its time" '^time=20[0-9-]+T' smb1 127.0.0.2 445
says "a sound Samba refuses SMB 1" '^smb1=refused$' smb1 127.0.0.3 445
says "an old Samba takes SMB 3 too" '^dialect=3\.1\.1$' smb2 127.0.0.2 445
says "an old Samba signs when it is asked" '^signing=(optional|disabled)$' smb2 127.0.0.2 445
says "a sound Samba wants signatures" '^signing=required$' smb2 127.0.0.3 445
says "a sound Samba encrypts" '^encryption=aes-' smb2 127.0.0.3 445
says "a sound Samba tells how to sign in" '^mechanisms=.*ntlm' smb2 127.0.0.3 445
says "NetBIOS takes a session" '^session=accepted$' netbios-ssn 127.0.0.2 139

sed 's/^interfaces = .*/interfaces = 127.0.0.4\/8/; s/samba-127.0.0.2/samba-127.0.0.4/; $a rpc start on demand helpers = no' "$work/samba-127.0.0.2/smb.conf" >"$work/rpc.conf"
mkdir -p "$work"/samba-127.0.0.4/{private,state,cache,lock,pid,ncalrpc}
serve 135 setsid /usr/libexec/samba/samba-dcerpcd -F --no-process-group --libexec-rpcds -s "$work/rpc.conf"
says "the mapper of RPC takes a bind" '^bind=accepted$' msrpc 127.0.0.4 135
says "the mapper of RPC tells where it is" '^endpoint=135$' msrpc 127.0.0.4 135

printf '[global]\nnetbios name = PARTAGE\nworkgroup = EXEMPLE\ninterfaces = 192.0.2.1/24\nbind interfaces only = no\nlog file = %s/nmbd.log\nprivate dir = %s\nstate directory = %s\ncache directory = %s\nlock directory = %s\npid directory = %s\n' \
    "$work" "$work" "$work" "$work" "$work" "$work" >"$work/nmb.conf"
wire
serve_udp 137 setsid nmbd -F --no-process-group -s "$work/nmb.conf"
says "a node of NetBIOS tells its name" '^host=PARTAGE$' netbios-ns 127.0.0.1 137
says "a node of NetBIOS tells its group" '^domain=EXEMPLE$' netbios-ns 127.0.0.1 137

directory() { # ADDRESS LINES...: slapd there, with one person, and these settings
    local address=$1 folder=$work/slapd-$1
    shift
    mkdir -p "$folder/db"
    printf 'include /etc/ldap/schema/core.schema\ninclude /etc/ldap/schema/cosine.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\npidfile %s/pid\nargsfile %s/args\n' "$folder" "$folder" >"$folder/conf"
    printf '%s\n' "$@" >>"$folder/conf"
    printf 'database mdb\nsuffix "dc=exemple,dc=test"\ndirectory %s/db\nrootdn "cn=admin,dc=exemple,dc=test"\n%s\n' "$folder" "${access:-}" >>"$folder/conf"
    printf 'dn: dc=exemple,dc=test\nobjectClass: domain\ndc: exemple\n\ndn: cn=une personne,dc=exemple,dc=test\nobjectClass: person\ncn: une personne\nsn: personne\n' >"$folder/ldif"
    slapadd -f "$folder/conf" -l "$folder/ldif" >"$folder/add.log" 2>&1
    inside slapd -d0 -f "$folder/conf" -h "ldap://$address:389/" >"$folder/out" 2>&1 &
    children+=($!)
    for _ in $(seq 100); do inside ss -Htln "src $address:389" | grep -q . && return; sleep 0.1; done
    bad "slapd on $address" "$(tail -2 "$folder/out" "$folder/add.log" 2>&1)"
}
access='access to * by * read' directory 127.0.0.2
access='access to * by dn.base="cn=admin,dc=exemple,dc=test" read by * none' directory 127.0.0.3
access='access to * by * read' directory 127.0.0.4 'disallow bind_anon' 'require authc'
says "OpenLDAP lists its naming context" '^naming_contexts=dc=exemple,dc=test$' ldap 127.0.0.2 389
says "OpenLDAP is told by its rootDSE" '^of: vendor=OpenLDAP product=OpenLDAP' ldap 127.0.0.2 389
says "OpenLDAP that lets anybody read" '^anonymous=true$' ldap 127.0.0.2 389
says "OpenLDAP that lets nobody read" '^anonymous=false$' ldap 127.0.0.3 389
says "OpenLDAP that wants a name first shows nothing" '^root_result=53$' ldap 127.0.0.4 389

cat >"$work/krb5.conf" <<Y
[libdefaults]
default_realm = EXEMPLE.TEST
[realms]
EXEMPLE.TEST = {
  database_name = $work/principal
  key_stash_file = $work/stash
  acl_file = $work/acl
  kdc_listen = 127.0.0.1:88
  kdc_tcp_listen = 127.0.0.1:88
}
Y
export KRB5_CONFIG=$work/krb5.conf KRB5_KDC_PROFILE=$work/krb5.conf
head -c 24 /dev/urandom | base64 >"$work/master"
cat "$work/master" "$work/master" | kdb5_util -r EXEMPLE.TEST create -s >"$work/kdb.log" 2>&1
serve 88 krb5kdc -n
says "Kerberos names its realm" '^realm=' kerberos 127.0.0.1 88
says "Kerberos does not know the realm of nobody" '^error=(6|68)$' kerberos 127.0.0.1 88
says "Kerberos tells its time" '^time=20[0-9-]+T[0-9:]+Z$' kerberos 127.0.0.1 88
silent "OpenLDAP is no Kerberos" kerberos 127.0.0.2 389
silent "Kerberos is no directory" ldap 127.0.0.1 88
silent "Samba is no directory" ldap 127.0.0.2 445
env -u KRB5_CONFIG -u KRB5_KDC_PROFILE LAB_IP=127.0.0.10 ip netns exec "$space" setsid "$root/tests/lab/samba-dc.sh" start "$work/dc" >"$work/dc.log" 2>&1 ||
    bad "a domain controller" "$(tail -2 "$work/dc.log")"
says "a domain controller names its domain to anybody" '^default_naming_context=DC=hopital,DC=test$' ldap 127.0.0.10 389
says "a domain controller tells its level" '^domain_functional_level=[0-9]+$' ldap 127.0.0.10 389
says "a domain controller lets nobody read" '^anonymous=false$' ldap 127.0.0.10 389
says "a domain controller is told by its rootDSE" '^of: vendor=Samba product=Samba AD version=4\.[0-9.]+ distribution=Debian' ldap 127.0.0.10 389
says "a domain controller answers over UDP" '^host=dc1\.hopital\.test$' cldap 127.0.0.10 389
says "a domain controller answers more than it is asked" '^answer_bytes=[0-9]{3,}$' cldap 127.0.0.10 389
says "a domain controller wants signatures" '^signing=required$' smb2 127.0.0.10 445
says "a domain controller takes Kerberos" '^mechanisms=kerberos, ntlm$' smb2 127.0.0.10 445
inside setsid "$root/tests/lab/samba-dc.sh" stop "$work/dc" >/dev/null 2>&1
finished
