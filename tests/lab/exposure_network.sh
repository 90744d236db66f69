#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_network.sh [PROGRAM]: dialogues over UDP, and those of networks, tunnels and buildings, with real servers of Debian, weak and sound, in a
# network namespace of their own. PROGRAM: hygie_test_dialogue. Last line: "network: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space network 57 "${1:-$root/build/release/bin/hygie_test_dialogue}"
need snmpd named ntpd ipmi_sim openvpn in.tftpd rpcbind rpc.mountd knxd kamailio coap-server-notls xl2tpd pptpd memcached microsocks danted openssl
chmod 755 "$work"
# BIND and rpcbind listen on the addresses that they find
for n in 2 3; do ip -n "$space" address add "127.0.0.$n/8" dev lo; done
wire

printf 'agentAddress udp:127.0.0.1:161\nrocommunity public default\n' >"$work/open.snmp"
printf 'agentAddress udp:127.0.0.2:161\nrocommunity autre default\n' >"$work/shut.snmp"
serve_udp 161 snmpd -f -Lo -C -c "$work/open.snmp" -p "$work/snmp1.pid"
inside snmpd -f -Lo -C -c "$work/shut.snmp" -p "$work/snmp2.pid" >"$work/snmp2.log" 2>&1 &
children+=($!)
says "SNMP v1 answers to public" '^community=public$' snmp1 127.0.0.1 161
says "SNMP v2c answers to public" '^description=Linux' snmp2 127.0.0.1 161
says "SNMP tells its kernel" '^of: vendor=Linux product=Linux kernel version=[0-9]' snmp2 127.0.0.1 161
says "SNMP v3 names its maker" '^enterprise=8072$' snmp3 127.0.0.1 161
says "SNMP v3 is told by its maker" '^of: vendor=Net-SNMP' snmp3 127.0.0.1 161
says "a sound SNMP still tells its engine" '^enterprise=8072$' snmp3 127.0.0.2 161
silent "a sound SNMP does not answer to public" snmp2 127.0.0.2 161

zone() { printf '$TTL 60\n@ IN SOA ns.exemple.test. root.exemple.test. 1 60 60 60 60\n@ IN NS ns.exemple.test.\nns IN A 192.0.2.1\n'; }
zone >"$work/zone"
named_on() { # ADDRESS OPTIONS
    printf 'options { directory "%s"; pid-file none; session-keyfile none; listen-on { %s; }; listen-on-v6 { none; }; empty-zones-enable no; dnssec-validation no; %s };\nzone "exemple.test" { type primary; file "%s/zone"; };\ncontrols {};\n' \
        "$work" "$1" "$2" "$work" >"$work/named-$1.conf"
    inside named -g -c "$work/named-$1.conf" >"$work/named-$1.log" 2>&1 &
    children+=($!)
    for _ in $(seq 100); do inside ss -Huln "src $1:53" | grep -q . && return; sleep 0.1; done
    bad "named on $1" "$(tail -2 "$work/named-$1.log")"
}
named_on 127.0.0.2 'recursion yes; allow-recursion { any; };'
named_on 127.0.0.3 'recursion no; version none;'
says "BIND tells its version" '^version=9\.[0-9.]+' dns 127.0.0.2 53
says "BIND is told by its version" '^of: vendor=ISC product=BIND version=9\.[0-9.]+ distribution=.*Debian' dns 127.0.0.2 53
says "BIND that looks up for anybody" '^recursion=(answered|offered)$' dns:www.exemple.test 127.0.0.2 53
says "BIND that answers for anybody what it knows" '^recursion=answered$' dns:ns.exemple.test 127.0.0.2 53
says "BIND that looks up for nobody" '^recursion=refused$' dns 127.0.0.3 53
says "BIND tells its version over TCP too" '^version=9\.[0-9.]+' dns-tcp 127.0.0.2 53
says "BIND that looks up for nobody, over TCP" '^recursion=refused$' dns-tcp 127.0.0.3 53
says "BIND that hides its version" '^of: vendor= product= version= ' dns 127.0.0.3 53

serve_udp 123 ntpd -n -I 127.0.0.1 -c /dev/null
says "NTPsec tells the time" '^time=20[0-9-]+T' ntp 127.0.0.1 123
says "NTPsec is in version 4" '^ntp_version=4$' ntp 127.0.0.1 123
silent "NTPsec gives no list of its clients" ntp-monlist 127.0.0.1 123
silent "NTPsec keeps its variables for itself" ntp-control 127.0.0.1 123
# it takes every address: the open one follows it
for pid in $(inside ss -Hulnp "sport = :123" | grep -o 'pid=[0-9]*' | cut -d= -f2 | sort -u); do kill "$pid"; done
for _ in $(seq 50); do inside ss -Huln "sport = :123" | grep -q . || break; sleep 0.1; done
printf 'restrict default\nrestrict 127.0.0.1\n' >"$work/open.ntp"
serve_udp 123 ntpd -n -c "$work/open.ntp"
says "an open NTPsec tells its variables to anybody" '^control=answered$' ntp-control 127.0.0.1 123
says "an open NTPsec is told by them" '^of: vendor=NTPsec product=NTPsec version=1\.' ntp-control 127.0.0.1 123
silent "an open NTPsec has no list of its clients either" ntp-monlist 127.0.0.1 123

cat >"$work/lan.conf" <<Y
name "bmc"
set_working_mc 0x20
  startlan 1
    addr 127.0.0.1 623
    priv_limit admin
    allowed_auths_callback none md2 md5 straight
    allowed_auths_user none md2 md5 straight
    allowed_auths_operator none md2 md5 straight
    allowed_auths_admin none md2 md5 straight
    guid a123456789abcdefa123456789abcdef
  endlan
  user 1 true "" "lab" admin 10 none md2 md5 straight
  user 2 true "ipmiusr" "lab" admin 10 none md2 md5 straight
Y
printf 'mc_setbmc 0x20\nmc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr\nmc_enable 0x20\n' >"$work/emulation"
mkdir -p "$work/ipmi"
serve_udp 623 ipmi_sim -c "$work/lan.conf" -f "$work/emulation" -s "$work/ipmi" -n
says "a BMC speaks IPMI 2.0" '^version=2\.0$' ipmi 127.0.0.1 623
says "a BMC takes no proof at all" '^cipher_zero=accepted$' ipmi 127.0.0.1 623
says "a BMC tells its kinds of proof" '^authentication_kinds=none, md2, md5, password$' ipmi 127.0.0.1 623

mkdir -p "$work/tftp"
serve_udp 69 in.tftpd -L -a 127.0.0.1:69 -s "$work/tftp"
says "TFTP has no such file" '^code=1$' tftp 127.0.0.1 69

serve 111 rpcbind -f -w -h 127.0.0.3
says "the portmapper lists itself, over TCP" '^programs=portmapper [234] tcp/111' rpcbind 127.0.0.3 111
says "the portmapper lists itself, over UDP" '^programs=portmapper' rpcbind-udp 127.0.0.3 111
says "the portmapper answers more than it is asked" '^answer_bytes=[0-9]{3,}$' rpcbind-udp 127.0.0.3 111
says "the portmapper is no NFS" '^answer=no such program$' nfs 127.0.0.3 111

mkdir -p "$work/nfs" "$work/pub"
printf '%s 192.0.2.0/24(ro,sync,root_squash,sec=sys)\n' "$work/pub" >"$work/nfs/etab"
touch "$work/nfs/rmtab"
serve 20048 unshare -m bash -c 'mount --bind "$0" /var/lib/nfs && exec rpc.mountd -F -p 20048' "$work/nfs"
says "mountd lists what it exports, and to whom" '^exports=/.*/pub \(192\.0\.2\.0/24\)$' mountd 127.0.0.1 20048

serve_udp 11211 memcached -u nobody -l 127.0.0.1 -p 11212 -U 11211
says "memcached over UDP tells its version" '^version=1\.[0-9.]+$' memcached-udp 127.0.0.1 11211
says "memcached over UDP answers a hundred times the question" '^answer_bytes=[0-9]{4}$' memcached-udp 127.0.0.1 11211

serve_udp 5683 coap-server-notls -A 127.0.0.1 -p 5683
says "CoAP lists its resources" '^resources=.*<' coap 127.0.0.1 5683
says "CoAP answers content" '^code=2\.05$' coap 127.0.0.1 5683

serve_udp 3671 knxd -e 1.1.30 -E 1.1.31:4 -DTRS -n passerelle -b dummy:
says "a KNX gateway tells its name" '^product=passerelle$' knx 127.0.0.1 3671
says "a KNX gateway tells its address on the bus" '^bus_address=1\.1\.30$' knx 127.0.0.1 3671

printf 'loadmodule "sl.so"\nmhomed=0\nrequest_route { sl_send_reply("404","Not here"); }\n' >"$work/kamailio.cfg"
serve_udp 5060 kamailio -DD -E -f "$work/kamailio.cfg" -l udp:127.0.0.1:5060 -l tcp:127.0.0.1:5060 -L /usr/lib/x86_64-linux-gnu/kamailio/modules -Y "$work" -m 16 -M 4
says "Kamailio answers over UDP" '^status=404$' sip 127.0.0.1 5060
says "Kamailio is told by its server" '^of: vendor=Kamailio product=Kamailio version=5\.' sip-tcp 127.0.0.1 5060

serve 554 /usr/bin/python3 -c '
import gi
gi.require_version("Gst", "1.0"); gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer
Gst.init(None)
server = GstRtspServer.RTSPServer(address="127.0.0.1", service="554")
server.attach(None)
GLib.MainLoop().run()'
says "a camera of GStreamer tells its methods" '^methods=OPTIONS, DESCRIBE' rtsp 127.0.0.1 554
says "a camera of GStreamer is told by its server" '^of: vendor=GStreamer' rtsp 127.0.0.1 554

printf '[global]\nlisten-addr = 127.0.0.1\n[lns default]\nip range = 192.0.2.10-192.0.2.20\nlocal ip = 192.0.2.1\n' >"$work/xl2tpd.conf"
serve_udp 1701 xl2tpd -D -c "$work/xl2tpd.conf" -p "$work/xl2tpd.pid" -C "$work/l2tp-control" -s /dev/null
says "an L2TP server accepts a start" '^answer=accepted$' l2tp 127.0.0.1 1701
says "an L2TP server tells its maker" '^vendor=xelerance' l2tp 127.0.0.1 1701

printf 'option %s/pptp.options\nlocalip 192.0.2.1\nremoteip 192.0.2.10-20\n' "$work" >"$work/pptpd.conf"
: >"$work/pptp.options"
serve 1723 pptpd -f -c "$work/pptpd.conf" -l 127.0.0.1 -p "$work/pptpd.pid"
says "a PPTP server accepts a start" '^answer=accepted$' pptp 127.0.0.1 1723
says "a PPTP server tells its maker" '^vendor=linux$' pptp 127.0.0.1 1723

openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=vpn.test -keyout "$work/vpn.key" -out "$work/vpn.pem" -days 9 2>/dev/null
openvpn --genkey secret "$work/ta.key"
vpn=(--dev null --ifconfig-noexec --route-noexec --tls-server --dh none --ca "$work/vpn.pem" --cert "$work/vpn.pem" --key "$work/vpn.key")
serve_udp 1194 openvpn "${vpn[@]}" --proto udp4 --local 127.0.0.1 --port 1194
serve 1195 openvpn "${vpn[@]}" --proto tcp4-server --local 127.0.0.1 --port 1195
serve_udp 1196 openvpn "${vpn[@]}" --proto udp4 --local 127.0.0.1 --port 1196 --tls-auth "$work/ta.key" 0
says "OpenVPN without a key of its own answers anybody" '^protocol=openvpn$' openvpn 127.0.0.1 1194
says "OpenVPN over TCP" '^protocol=openvpn$' openvpn-tcp 127.0.0.1 1195
silent "OpenVPN with tls-auth stays silent" openvpn 127.0.0.1 1196

# two tunnels: one that takes a group of yesterday in IKE v1, one that takes IKE v2 at its own address alone
printf 'charon { install_routes = no\n install_virtual_ip = no\n }\n' >"$work/strongswan.conf"
cat >"$work/ipsec.conf" <<Y
config setup
conn %default
 right=%any
 authby=psk
 auto=add
conn old
 left=127.0.0.1
 keyexchange=ikev1
 ike=aes128-sha1-modp1024!
conn new
 left=127.0.0.3
 keyexchange=ikev2
 ike=aes256-sha256-modp2048!
Y
serve_udp 500 unshare -m bash -c 'mount -t tmpfs none /run && exec env STRONGSWAN_CONF="$0" /usr/lib/ipsec/starter --nofork --conf "$1"' "$work/strongswan.conf" "$work/ipsec.conf"
sleep 1
says "strongSwan takes a weak group in IKE v1" '^ike1_transform=aes128 sha1 psk modp1024$' ike1 127.0.0.1 500
says "strongSwan has nothing for IKE v2 there" '^ike2=no proposal chosen$' ike2 127.0.0.1 500
says "strongSwan takes IKE v2" '^ike2_transform=aes-cbc-256, sha256-128, sha256, modp2048$' ike2 127.0.0.3 500
says "strongSwan has nothing for IKE v1 there" '^ike1=no proposal chosen$' ike1 127.0.0.3 500

serve 1080 microsocks -i 127.0.0.1 -p 1080
serve 1081 microsocks -i 127.0.0.1 -p 1081 -u lab -P lab
says "a SOCKS 5 proxy for anybody" '^authentication=none$' socks5 127.0.0.1 1080
says "a SOCKS 5 proxy with a password" '^authentication=wanted$' socks5 127.0.0.1 1081
printf 'logoutput: stderr\ninternal: 127.0.0.1 port = 1082\nexternal: 127.0.0.1\nsocksmethod: none\nclientmethod: none\nuser.privileged: root\nuser.notprivileged: nobody\nclient pass { from: 0/0 to: 0/0 }\nsocks pass { from: 0/0 to: 0/0 }\n' >"$work/danted.conf"
serve 1082 danted -f "$work/danted.conf" -p "$work/danted.pid"
says "a SOCKS 4 proxy answers" '^answer=failed$' socks4 127.0.0.1 1082
says "the same proxy speaks SOCKS 5" '^authentication=none$' socks5 127.0.0.1 1082

printf '[server]\nhost-name=poste\nuse-ipv6=no\nenable-dbus=no\nallow-interfaces=lo\nallow-point-to-point=yes\n[publish]\npublish-workstation=yes\n' >"$work/avahi.conf"
mkdir -p "$work/announced"
printf '<?xml version="1.0"?><!DOCTYPE service-group SYSTEM "avahi-service.dtd"><service-group><name>poste</name><service><type>_ipp._tcp</type><port>631</port></service></service-group>' >"$work/announced/ipp.service"
serve_udp 5353 unshare -m bash -c 'mount -t tmpfs none /run && mkdir -p /run/avahi-daemon && mount --bind "$1" /etc/avahi/services && exec avahi-daemon --no-drop-root --no-chroot --no-rlimits -f "$0"' "$work/avahi.conf" "$work/announced"
sleep 2
says "multicast DNS lists services" '^services=.*_ipp' mdns 127.0.0.3 5353
finished
