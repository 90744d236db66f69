#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# identify.sh PROGRAM [ROUNDS]: identification (hygie_test_identify, optimised) beside `nmap -sV -Pn -n`, in alternation, on the same open ports: every service
# over TCP that the laboratory starts, in a network namespace of its own, as root. hygie's time is that of identification alone, at 500 connections a second (50
# to one address), and without pace. Prints what each named, service by service, then the totals and the medians.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
. "$root/tests/lab/exposure_servers.sh"
. "$root/tests/bench/identify_servers.sh"
PATH=$PATH:/usr/sbin:/sbin
space identify-bench 1 "${1:-$root/build/release-tests/bin/hygie_test_identify}"
rounds=${2:-3}
need nmap python3 named Orthanc storescp dcmqrscp dovecot postfix mosquitto apache2 squid slapd krb5kdc Xvfb Xtigervnc redis-server rpcbind rpc.mountd kamailio pptpd openvpn microsocks nft
chmod 755 "$work"
for n in 9 10; do ip -n "$space" address add "127.1.0.$n/8" dev lo; done
careless
dicom_servers
tls_and_mail_servers
network_servers
# ADDRESS:PORT, the protocol as hygie calls it, what nmap may call it: the printer of `careless` is asked by neither
services=(
    1:80,http,http 1:443,http,http 3:3389,rdp,ms-wbt-server 3:5901,vnc,vnc 3:23,telnet,telnet 3:21,ftp,ftp 4:6379,redis,redis 4:11211,memcached,memcached 4:1883,mqtt,mqtt\|mosquitto.\* 4:873,rsync,rsync
    4:5432,postgresql,postgresql 4:3306,mysql,mysql 5:445,smb,netbios-ssn\|microsoft-ds 5:389,ldap,ldap 6:4242,dicom,dicom 6:8042,http,http 6:2575,hl7,hl7\|mllp 6:502,modbus,modbus\|mbap
    7:143,imap,imap 7:110,pop3,pop3 8:22,ssh,ssh
    9:143,imap,imap 9:993,imap,imap 9:110,pop3,pop3 9:995,pop3,pop3 9:25,smtp,smtp 9:8883,mqtt,mqtt\|mosquitto.\* 9:8080,http,http 9:3128,http,http-proxy 9:636,ldap,ldap 9:88,kerberos,kerberos-sec 9:53,dns,domain
    10:11112,dicom,dicom 10:11113,dicom,dicom 10:6000,x11,X11 10:5902,vnc,vnc 10:6379,redis,redis 10:111,rpcbind,rpcbind 10:20048,mountd,mountd 10:5060,sip,sip 10:554,rtsp,rtsp
    10:1723,pptp,pptp 10:1194,openvpn,openvpn 10:1080,socks5,socks5)
targets=() ports=() hosts=()
for one in "${services[@]}"; do
    at=127.1.0.${one%%,*}
    case $at in *.0.6:4242 | *.0.6:8042 | *.0.10:6000 | *.0.10:111 | *.0.10:1111* | *.0.10:20048) listening "*:${at#*:}" ;; *) listening "$at" ;; esac
    ports+=("${at#*:}") hosts+=("${at%:*}")
    [ "$at" != 127.1.0.6:2575 ] || at+=+event
    targets+=("$at")
done
[ "$failed" = 0 ] || { [ -n "${KEEP:-}" ] && cp "$work"/*.log "$KEEP"; exit 2; }
union=$(printf '%s\n' "${ports[@]}" | sort -nu | paste -sd,)
mapfile -t hosts < <(printf '%s\n' "${hosts[@]}" | sort -u)
now() { echo $(($(date +%s%N) / 1000000)); }
for round in $(seq "$rounds"); do
    for way in paced:500 unpaced:1000000; do
        sleep 3  # OpenVPN with one guest closes its port for a second after each
        begin=$(now)
        inside "$program" "${way#*:}" "${targets[@]}" >"$work/ours-$round-${way%:*}" 2>&1
        [ "$(wc -l <"$work/ours-$round-${way%:*}")" -ge "${#targets[@]}" ] || { echo "round $round: hygie did not say a line a target" >&2; exit 1; }
        echo $(($(now) - begin)) >>"$work/${way%:*}.ms"
    done
    sleep 3
    begin=$(now)
    inside nmap -sV -Pn -n -p "$union" -oX "$work/theirs-$round" "${hosts[@]}" >/dev/null 2>&1
    echo $(($(now) - begin)) >>"$work/nmap.ms"
    echo "round $round: hygie $(tail -1 "$work/paced.ms") ms, without pace $(tail -1 "$work/unpaced.ms") ms, nmap $(tail -1 "$work/nmap.ms") ms, load $(cut -d' ' -f1 /proc/loadavg)"
done
median() { sort -n "$work/$1.ms" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
printf '%s\n' "${services[@]}" | python3 "$root/tests/bench/identify_compare.py" "$work/ours-$rounds-paced" "$work/theirs-$rounds"
ours=$(median paced) free=$(median unpaced) theirs=$(median nmap)
echo "median of $rounds: hygie $ours ms, without pace $free ms, nmap $theirs ms: $((theirs / ours)) times, $((theirs / free)) times without pace"
[ -n "${KEEP:-}" ] && cp "$work"/ours-* "$work"/theirs-* "$KEEP"
exit 0
