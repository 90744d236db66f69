#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Part of run.sh: channels that the Samba domains do not show: a local socket with the rights of the Unix account (EXTERNAL), a certificate
# that is not valid yet, a server that knows old TLS only.

channels() {
    local_socket
    stand_in 127.0.0.78 -tls1_1 -cipher 'DEFAULT@SECLEVEL=0'
    refused old-tls "ldaps://127.0.0.78" "ca: $work/stand-in.pem, $(simple "$LAB_READER" "$LAB_READER_PASSWORD_FILE")" 'older than 1.2' "a server that speaks TLS 1.1 only"
    born=$(date -u -d '+2 days' +%Y%m%d%H%M%SZ) stand_in 127.0.0.79 -tls1_2
    refused not-yet "ldaps://127.0.0.79" "ca: $work/stand-in.pem, $(simple "$LAB_READER" "$LAB_READER_PASSWORD_FILE")" 'not valid yet' "a certificate that is not valid yet"
}

stand_in() { # ADDRESS OPTION...: OpenSSL's own server on port 636, with a certificate of its own for that address
    local address=$1
    shift
    openssl req -new -newkey rsa:2048 -nodes -subj "/CN=$address" -keyout "$work/stand-in.key" -out "$work/stand-in.csr" 2>/dev/null
    printf '[ca]\ndefault_ca=d\n[d]\ndatabase=%s\nserial=%s\nnew_certs_dir=%s\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n[e]\nsubjectAltName=IP:%s\nbasicConstraints=CA:TRUE\n' \
        "$work/index" "$work/serial" "$work" "$address" >"$work/ca.conf"
    : >"$work/index"; rm -f "$work/index.attr"; echo "0$((RANDOM % 9 + 1))" >"$work/serial"
    openssl ca -batch -selfsign -config "$work/ca.conf" -extensions e -keyfile "$work/stand-in.key" -in "$work/stand-in.csr" -out "$work/stand-in.pem" \
        -startdate "${born:-$(date -u -d '-2 days' +%Y%m%d%H%M%SZ)}" -enddate "$(date -u -d '+9 days' +%Y%m%d%H%M%SZ)" 2>"$work/openssl.err" || bad "a certificate for the stand-in" "$(cat "$work/openssl.err")"
    openssl s_server -accept "$address:636" -cert "$work/stand-in.pem" -key "$work/stand-in.key" -quiet "$@" >/dev/null 2>&1 </dev/null &
    children+=($!)
    for _ in $(seq 50); do (exec 3<>"/dev/tcp/$address/636") 2>/dev/null && return 0; sleep 0.1; done
    bad "OpenSSL's server at $address did not start"
}

local_socket() { # the same copy of the directory in slapd: with a password over the network, and as root over its socket
    local folder=$work/slapd name
    domain spoiled
    [ -s "$work/all.ldif" ] || "$here/dump-ldif.sh" "$LAB_DIR" "$work/all.ldif" >/dev/null 2>&1
    LAB_URL=ldap://127.0.0.31:3890 "$here/slapd-scale.sh" load "$folder" "$work/all.ldif" >"$work/slapd.log" 2>&1 &&
        "$here/slapd-scale.sh" start "$folder" >>"$work/slapd.log" 2>&1 || { bad "a copy of the domain in slapd" "$(tail -4 "$work/slapd.log")"; return; }
    children+=("$(cat "$folder/slapd.pid")")
    eval "$("$here/slapd-scale.sh" env "$folder")"
    (umask 077; printf %s "$LAB_PASS" >"$work/slapd.password")
    declare_as password "$LAB_URL" "$(simple "$LAB_ADMIN" "$work/slapd.password")"
    declare_as socket "ldapi://${folder//\//%2F}%2Fldapi" "bind: {method: external}"
    audit password --lang en --insecure-plain-ldap -o "json=$work/password.json"
    audit socket --lang en -o "json=$work/socket.json"
    for name in password socket; do findings "$work/$name.json" >"$work/$name.findings"; done
    if [ "$(grep -c '"verdict": "fail"' "$work/socket.findings")" -gt 50 ]; then ok "a local socket, EXTERNAL: audited, status $status"
    else bad "a local socket, EXTERNAL: status $status" "$(head -5 "$work/socket.err")"; fi
    same "a local socket: the same findings as over the network, byte for byte" "$work/password.findings" "$work/socket.findings"
    domain spoiled
}
