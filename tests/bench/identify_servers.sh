#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Sourced by identify.sh: what the other scripts of the laboratory start over TCP besides `careless`, at 127.1.0.9 and 127.1.0.10, each in its plainest form.
dicom_servers() {
    local here=$work/dicom
    mkdir -p "$here/store" "$here/qr"
    printf 'NetworkTCPPort = 11112\nMaxPDUSize = 16384\nMaxAssociations = 16\nHostTable BEGIN\nposte = (POSTE, localhost, 11119)\nHostTable END\nVendorTable BEGIN\nVendorTable END\nAETable BEGIN\nARCHIVE %s RW (9, 1024mb) poste\nAETable END\n' \
        "$here/qr" >"$here/qr.cfg"
    start storescp storescp -od "$here/store" 11113
    start dcmqrscp dcmqrscp -c "$here/qr.cfg"
}
tls_and_mail_servers() {
    local here=$work/sound
    mkdir -p "$here"
    certificate sound /CN=courrier.exemple.test
    printf 'base_dir = %s/dovecot\nlog_path = %s/dovecot.log\nlisten = 127.1.0.9\nprotocols = imap pop3\nssl = required\nssl_cert = <%s/sound.pem\nssl_key = <%s/sound.key\npassdb {\n driver = static\n args = password=lab\n}\n' \
        "$here" "$here" "$work" "$work" >"$here/dovecot.conf"
    start dovecot-tls dovecot -F -c "$here/dovecot.conf"
    mkdir -p "$here/postfix"/{queue,data}
    chown postfix "$here/postfix/data"
    printf '127.1.0.9:25 inet n - n - - smtpd\npickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\ntlsmgr unix - - n 1000? 1 tlsmgr\nanvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\nproxymap unix - - n - - proxymap\n' >"$here/postfix/master.cf"
    printf 'compatibility_level = 3.6\nqueue_directory = %s/postfix/queue\ndata_directory = %s/postfix/data\nmaillog_file = /dev/stdout\nmyhostname = courrier.exemple.test\nmynetworks_style = host\ninet_interfaces = 127.1.0.9\ninet_protocols = ipv4\nalias_maps =\nlocal_recipient_maps =\n' \
        "$here" "$here" >"$here/postfix/main.cf"
    start postfix postfix -c "$here/postfix" start-fg
    printf 'listener 8883 127.1.0.9\nallow_anonymous false\ncertfile %s/sound.pem\nkeyfile %s/sound.key\n' "$work" "$work" >"$here/mosquitto.conf"
    start mqtt-tls mosquitto -c "$here/mosquitto.conf"
    printf 'ServerRoot %s\nPidFile %s/apache.pid\nListen 127.1.0.9:8080\nServerName www.exemple.test\nErrorLog %s/apache.log\nDocumentRoot %s/careless/www\n' "$here" "$here" "$here" "$work" >"$here/apache.conf"
    for module in mpm_event authz_core mime dir; do echo "LoadModule ${module}_module /usr/lib/apache2/modules/mod_$module.so"; done >>"$here/apache.conf"
    echo 'TypesConfig /etc/mime.types' >>"$here/apache.conf"
    start apache apache2 -f "$here/apache.conf" -DFOREGROUND
    printf 'http_port 127.1.0.9:3128\nhttp_access deny all\npid_filename none\ncache_log %s/squid.log\naccess_log none\ncoredump_dir %s\n' "$here" "$here" >"$here/squid.conf"
    start squid squid -N -f "$here/squid.conf"
    printf 'include /etc/ldap/schema/core.schema\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\nTLSCertificateFile %s/sound.pem\nTLSCertificateKeyFile %s/sound.key\ndatabase mdb\nsuffix "dc=exemple,dc=test"\ndirectory %s\n' \
        "$work" "$work" "$here" >"$here/slapd.conf"
    start ldaps slapd -d0 -f "$here/slapd.conf" -h ldaps://127.1.0.9:636/
    printf '[libdefaults]\ndefault_realm = EXEMPLE.TEST\n[realms]\nEXEMPLE.TEST = {\n database_name = %s/principal\n key_stash_file = %s/stash\n acl_file = %s/acl\n kdc_listen = 127.1.0.9:88\n kdc_tcp_listen = 127.1.0.9:88\n}\n' \
        "$here" "$here" "$here" >"$here/krb5.conf"
    printf 'options { directory "%s"; pid-file none; session-keyfile none; listen-on { 127.1.0.9; }; listen-on-v6 { none; }; dnssec-validation no; recursion no; };\ncontrols {};\n' "$here" >"$here/named.conf"
    start dns named -g -c "$here/named.conf"
    head -c 24 /dev/urandom | base64 >"$here/master"
    cat "$here/master" "$here/master" | KRB5_CONFIG=$here/krb5.conf KRB5_KDC_PROFILE=$here/krb5.conf kdb5_util -r EXEMPLE.TEST create -s >"$work/kdb.log" 2>&1
    start kerberos env KRB5_CONFIG="$here/krb5.conf" KRB5_KDC_PROFILE="$here/krb5.conf" krb5kdc -n
}
network_servers() {
    local here=$work/network
    mkdir -p "$here/nfs" "$here/pub"
    start x11 Xvfb :0 -ac -listen tcp -nolisten unix
    head -c 8 /dev/urandom >"$here/vnc"
    start vnc2 Xtigervnc :96 -rfbport 5902 -SecurityTypes VncAuth,TLSVnc -PasswordFile "$here/vnc" -interface 127.1.0.10 -localhost=0
    start redis2 redis-server --bind 127.1.0.10 --port 6379 --requirepass lab --save '' --dir "$here"
    start rpcbind rpcbind -f -w -h 127.1.0.10
    printf '%s 192.0.2.0/24(ro,sync,root_squash,sec=sys)\n' "$here/pub" >"$here/nfs/etab"
    touch "$here/nfs/rmtab"
    start mountd unshare -m bash -c 'mount --bind "$0" /var/lib/nfs && exec rpc.mountd -F -p 20048' "$here/nfs"
    printf 'loadmodule "sl.so"\nmhomed=0\nrequest_route { sl_send_reply("404","Not here"); }\n' >"$here/kamailio.cfg"
    start kamailio kamailio -DD -E -f "$here/kamailio.cfg" -l tcp:127.1.0.10:5060 -L /usr/lib/x86_64-linux-gnu/kamailio/modules -Y "$here" -m 16 -M 4
    start rtsp /usr/bin/python3 -c '
import gi
gi.require_version("Gst", "1.0"); gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer
Gst.init(None)
server = GstRtspServer.RTSPServer(address="127.1.0.10", service="554")
server.attach(None)
GLib.MainLoop().run()'
    printf 'option %s/pptp.options\nlocalip 192.0.2.1\nremoteip 192.0.2.10-20\n' "$here" >"$here/pptpd.conf"
    : >"$here/pptp.options"
    start pptp pptpd -f -c "$here/pptpd.conf" -l 127.1.0.10 -p "$here/pptpd.pid"
    start openvpn openvpn --dev null --ifconfig-noexec --route-noexec --tls-server --dh none --ca "$work/sound.pem" --cert "$work/sound.pem" --key "$work/sound.key" --proto tcp4-server --local 127.1.0.10 --port 1194
    start socks5 microsocks -i 127.1.0.10 -p 1080
    # these listen on every address: the others refuse them
    inside nft -f - <<Y
table ip there {
  chain entry {
    type filter hook input priority 0;
    ip daddr != 127.1.0.10 tcp dport { 111, 6000, 11112, 11113, 20048 } reject with tcp reset
  }
}
Y
}
