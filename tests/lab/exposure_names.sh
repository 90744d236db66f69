#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_names.sh [HYGIE]: names, zones and mail of two hospitals, one careless and one careful, served by BIND in a network namespace of their own: each weakness
# is found, nothing sound is accused, and the facts are those of dig. Last line: "exposure names: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space "exposure names" 1 "${1:-$root/build/release/bin/hygie}"
need postfix nginx squid named dig dnssec-keygen dnssec-signzone dnssec-dsfromkey jq
chmod 755 "$work"
cd "$work" || exit 2

serve_zone() { # NAME ADDRESSES CONF ZONES [IPV6]: named on port 53 of these addresses
    local name=$1 addresses=$2 six=${5:-none;}
    mkdir -p "$name"
    cat >"$name/named.conf" <<Y
options { directory "$work/$name"; listen-on port 53 { $addresses }; listen-on-v6 port 53 { $six }; pid-file none; session-keyfile none; dnssec-validation no; $3 };
controls { };
$4
Y
    inside setsid named -g -n 1 -c "$work/$name/named.conf" >"$name.log" 2>&1 &
    children+=($!)
}
selector() { openssl genrsa "$1" 2>/dev/null | openssl rsa -pubout -outform DER 2>/dev/null | base64 -w0; }

# BIND listens only on addresses that an interface has
for one in 127.1.0.9 127.2.0.9 127.3.0.9 127.4.0.9 127.5.0.9 127.9.0.53; do inside ip addr add $one/8 dev lo; done
inside ip -6 addr add 2001:db8:5::9/64 dev lo nodad

# the careless hospital
mkdir -p faible
cat >faible/zone <<Y
\$TTL 300
@ IN SOA ns1.faible.test. admin.faible.test. (7 3600 600 86400 300)
@ IN NS ns1
ns1 IN A 127.1.0.9
labo IN NS ns2
ns2 IN A 127.2.0.9
@ IN MX 30 mx.domaine-libre.test.
perdu IN CNAME x.domaine-libre.test.
@ IN A 127.1.0.1
www IN A 127.1.0.1
@ IN MX 10 mail
@ IN MX 20 disparu
mail IN A 127.1.0.7
@ IN TXT "v=spf1 include:nulle-part.test ptr +all"
_dmarc IN TXT "v=DMARC1; p=none; sp=none; pct=50"
court._domainkey IN TXT "v=DKIM1; t=y; p=$(selector 1024)"
ancien IN CNAME hopital.service-abandonne.test.
interne IN A 10.1.2.3
vpn IN A 127.1.0.1
* .joker IN A 127.1.0.1
*.joker IN A 127.1.0.1
ailleurs IN A 198.51.100.7
Y
sed -i '/^\* .joker/d' faible/zone
printf '$TTL 300\n@ IN SOA ns1.muette.test. a.muette.test. (1 3600 600 86400 300)\n@ IN NS ns1\nns1 IN A 127.1.0.9\n' >faible/muette
serve_zone faible '127.1.0.9;' 'recursion yes; allow-recursion { any; }; allow-transfer { any; }; empty-zones-enable no;' \
    'zone "faible.test" { type primary; file "zone"; }; zone "muette.test" { type primary; file "muette"; }; zone "com" { type primary; file "com"; }; zone "service-abandonne.test" { type primary; file "vide"; }; zone "nulle-part.test" { type primary; file "vide"; };'
printf '$TTL 300\n@ IN SOA a. b. (1 3600 600 86400 300)\n@ IN NS a.\nexample IN A 127.0.0.9\n' >faible/com
printf '$TTL 300\n@ IN SOA a. b. (1 3600 600 86400 300)\n@ IN NS a.\n' >faible/vide

# the careful one, signed
mkdir -p sain politique
openssl req -x509 -nodes -newkey rsa:2048 -keyout politique/key -out politique/cert -subj /CN=mta-sts.sain.test -days 30 2>/dev/null
key=$(openssl x509 -in politique/cert -pubkey -noout | openssl pkey -pubin -outform DER 2>/dev/null | sha256sum | cut -d' ' -f1)
cat >sain/zone <<Y
\$TTL 300
@ IN SOA ns1.sain.test. admin.sain.test. (7 3600 600 86400 300)
@ IN NS ns1
@ IN NS ns2
ns1 IN A 127.2.0.9
ns1 IN AAAA ::1
ns2 IN A 127.3.0.9
@ IN A 127.2.0.1
www IN A 127.2.0.1
@ IN MX 10 mail
mail IN A 127.2.0.7
mta-sts IN A 127.2.0.1
@ IN TXT "v=spf1 mx -all"
_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:rapports@sain.test"
s2026._domainkey IN TXT ( "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=" )
@ IN CAA 0 issue "autorite.test"
_mta-sts IN TXT "v=STSv1; id=20260101"
_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls@sain.test"
_25._tcp.mail IN TLSA 3 1 1 $key
Y
(cd sain && dnssec-keygen -q -a ECDSAP256SHA256 -f KSK sain.test >ksk && dnssec-keygen -q -a ECDSAP256SHA256 sain.test >zsk &&
    dnssec-signzone -q -S -o sain.test -e +30d -f signed zone && dnssec-dsfromkey -2 "$(cat ksk).key" >"$work/anchor") >sign.log 2>&1 || bad "the zone is signed" "$(tail -2 sign.log)"
for one in '127.2.0.9;' '127.3.0.9;'; do
    name=sain$(tr -dc 0-9 <<<"$one")
    mkdir -p "$name" && cp sain/signed "$name/zone"
    six='none;'
    [ "$one" = '127.2.0.9;' ] && six='::1;'
    serve_zone "$name" "$one" 'recursion no; allow-transfer { none; }; version none;' 'zone "sain.test" { type primary; file "zone"; };' "$six"
done
# the same zone with signatures that have ended
mkdir -p perime
sed 's/sain\.test/perime.test/g; s/127\.[23]\.0\.9/127.4.0.9/; /_mta-sts/d' sain/zone >perime/zone
(cd perime && dnssec-keygen -q -a ECDSAP256SHA256 -f KSK perime.test >ksk && dnssec-keygen -q -a ECDSAP256SHA256 perime.test >zsk &&
    dnssec-signzone -q -P -S -o perime.test -s 20250101000000 -e 20250201000000 -f signed zone && dnssec-dsfromkey -2 "$(cat ksk).key" >>"$work/anchor") >>sign.log 2>&1
mkdir -p perime9 && cp perime/signed perime9/zone
serve_zone perime9 '127.4.0.9;' 'recursion no; allow-transfer { none; };' 'zone "perime.test" { type primary; file "zone"; };'
# one whose two addresses do not answer alike, with names at others' services
mkdir -p double
cat >double/zone <<Y
\$TTL 300
@ IN SOA ns1.double.test. admin.double.test. (7 3600 600 86400 300)
@ IN NS ns1
@ IN NS ns.domaine-libre.test.
ns1 IN A 127.5.0.9
ns1 IN AAAA 2001:db8:5::9
@ IN CAA 0 issue "digicert.com"
_dmarc IN TXT "v=DMARC1; p=reject; np=none; t=y; rua=mailto:d@double.test"
blog IN CNAME hopital.github.io.
site IN CNAME hopital.azurewebsites.net.
Y
mkdir -p double4 double6 && cp double/zone double4/ && sed 's/(7 3600/(6 3600/' double/zone >double6/zone
serve_zone double4 '127.5.0.9;' 'recursion no; allow-transfer { none; };' 'zone "double.test" { type primary; file "zone"; };'
serve_zone double6 'none;' 'recursion no; allow-transfer { any; };' 'zone "double.test" { type primary; file "zone"; };' '2001:db8:5::9;'
printf '[{"issuer_name":"C=US, O=Let'"'"'s Encrypt, CN=R3","name_value":"www.double.test","serial_number":"0a","not_after":"2098-01-01T00:00:00"},{"issuer_name":"C=US, O=DigiCert Inc, CN=x","name_value":"ok.double.test","serial_number":"0b","not_after":"2098-01-01T00:00:00"}]' >crt.json
# the resolver that the audit asks
mkdir -p resolveur
printf '$TTL 300\n@ IN SOA a. b. (1 3600 600 86400 300)\n@ IN NS a.\nfaible IN NS ns1.faible\nns1.faible IN A 127.1.0.9\nsain IN NS ns1.sain\nns1.sain IN A 127.2.0.9\nperime IN NS ns1.perime\nns1.perime IN A 127.4.0.9\ndouble IN NS ns1.double\nns1.double IN A 127.5.0.9\n' >resolveur/test
awk '{sub(/\.test\.$/, "", $1); print}' anchor >>resolveur/test
serve_zone resolveur '127.9.0.53;' 'recursion yes; allow-recursion { any; }; empty-zones-enable no;' \
    'zone "test" { type primary; file "test"; }; zone "faible.test" { type static-stub; server-addresses { 127.1.0.9; }; }; zone "sain.test" { type static-stub; server-addresses { 127.2.0.9; }; }; zone "perime.test" { type static-stub; server-addresses { 127.4.0.9; }; }; zone "double.test" { type static-stub; server-addresses { 127.5.0.9; }; };
     zone "github.io" { type primary; file "partage"; }; zone "azurewebsites.net" { type primary; file "vide"; };
     zone "service-abandonne.test" { type static-stub; server-addresses { 127.1.0.9; }; }; zone "nulle-part.test" { type static-stub; server-addresses { 127.1.0.9; }; };'
printf '$TTL 300\n@ IN SOA a. b. (1 3600 600 86400 300)\n@ IN NS a.\n' >resolveur/vide
printf '$TTL 300\n@ IN SOA a. b. (1 3600 600 86400 300)\n@ IN NS a.\n* IN A 203.0.113.7\n' >resolveur/partage
mkdir -p politique/.well-known intranet
echo '<title>Intranet CH Exemple</title><div id="ch-exemple">' >intranet/index.html
printf 'version: STSv1\r\nmode: enforce\r\nmx: mail.sain.test\r\nmax_age: 604800\r\n' >politique/.well-known/mta-sts.txt
chmod -R a+rX politique intranet
# a proxy for anybody, and what the user adds: signs of his own, a file of recog, a place where proxies are asked to come to
printf 'http_port 127.1.0.1:3128\nhttp_access allow all\ncache deny all\npid_filename %s/squid.pid\naccess_log none\ncache_log %s/squid.log\ncoredump_dir %s\nshutdown_lifetime 0 seconds\n' "$work" "$work" "$work" >squid.conf
chmod 777 "$work"
inside setsid squid -N -f "$work/squid.conf" >squid.out 2>&1 &
children+=($!)
cat >signs.yaml <<'Y'
hygie: 1
signs:
  - {name: intranet, kind: portal, marks: [{title: '^Intranet CH'}, {body: 'id="ch-exemple"'}], seen: {body: '<title>Intranet CH Exemple</title><div id="ch-exemple">'}}
Y
printf '<fingerprints matches="http_header.server"><fingerprint pattern="^squid/([\\d.]+)"><description>x</description><param pos="0" name="service.product" value="Relais du laboratoire"/><param pos="1" name="service.version"/></fingerprint></fingerprints>' >lab.xml
printf 'daemon off; user root; pid %s/nginx.pid; error_log %s/nginx.err; events {} http { access_log off; server { listen 127.2.0.1:443 ssl; ssl_certificate %s/politique/cert; ssl_certificate_key %s/politique/key; root %s/politique; } server { listen 127.1.0.1:80; root %s/intranet; } }\n' "$work" "$work" "$work" "$work" "$work" "$work" >nginx.conf
inside setsid nginx -c "$work/nginx.conf" &
children+=($!)
for one in 127.1.0.9 127.2.0.9 127.3.0.9 127.4.0.9 127.5.0.9 2001:db8:5::9 ::1 127.9.0.53; do
    for _ in $(seq 100); do inside dig +time=1 +tries=1 @$one . SOA >/dev/null 2>&1 && break; sleep 0.1; done
done

# their exchangers: one carries anybody's mail, the other does not
exchanger() { # ADDRESS LINES...
    local address=$1 folder=$work/postfix-$1
    shift
    inside ip addr add "$address/8" dev lo
    mkdir -p "$folder"/{queue,data}
    chown postfix "$folder/data"
    printf '%s inet n - n - - smtpd\n' "$address:25" >"$folder/master.cf"
    printf 'pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\ntlsmgr unix - - n 1000? 1 tlsmgr\nanvil unix - - n - 1 anvil\nscache unix - - n - 1 scache\npostlog unix-dgram n - n - 1 postlogd\nproxymap unix - - n - - proxymap\n' >>"$folder/master.cf"
    printf 'compatibility_level = 3.6\nqueue_directory = %s/queue\ndata_directory = %s/data\nmaillog_file = /dev/stdout\nmyhostname = mail.exemple.test\ninet_interfaces = %s\ninet_protocols = ipv4\nalias_maps =\nlocal_recipient_maps =\n' "$folder" "$folder" "$address" >"$folder/main.cf"
    printf '%s\n' "$@" >>"$folder/main.cf"
    inside setsid postfix -c "$folder" start-fg >"$folder.log" 2>&1 &
    children+=($!)
    for _ in $(seq 100); do inside ss -Htln "src $address:25" | grep -q . && return; sleep 0.1; done
    bad "Postfix at $address" "$(tail -2 "$folder.log")"
}
exchanger 127.1.0.7 'mydestination = faible.test' 'mynetworks = 0.0.0.0/0' 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination'
exchanger 127.2.0.7 'mydestination = sain.test' 'mynetworks = 127.2.0.7/32' "smtpd_tls_cert_file = $work/politique/cert" "smtpd_tls_key_file = $work/politique/key" 'smtpd_tls_security_level = may' 'disable_vrfy_command = yes'

cat >careless.yaml <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [127.1.0.0/24, 127.4.0.0/24, 127.5.0.0/24, "2001:db8:5::/64"], domains: [faible.test, perime.test, absent.test, double.test]}
exposure: {domains: [faible.test, perime.test, double.test], ports: [9, 25, 80, 3128], rate: 2000, resolver: 127.9.0.53, trust_anchor: anchor, transparency: [crt.json], dkim: {faible.test: [court, oublie]},
           web_signs: signs.yaml, recog: [lab.xml], proxy_listener: "127.1.0.66:8081"}
Y
cat >careful.yaml <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [exposure], addresses: [127.2.0.0/24, 127.3.0.0/24, "::1"], domains: [sain.test]}
exposure: {domains: [sain.test], ports: [9, 25], rate: 2000, resolver: 127.9.0.53, trust_anchor: anchor, dkim: [s2026]}
Y
for one in careless careful; do
    inside "$program" audit exposure -c $one.yaml -o json=$one.json --save $one.snapshot --fail-on none --quiet >$one.out 2>&1
    [ -n "${KEEP:-}" ] && cp $one.json $one.snapshot $one.out "$KEEP"
done
verdict() { jq -r --arg check "$2" --arg object "$3" '[.findings[] | select(.check == $check) | . as $f | (.subjects[] | select(.id | startswith($object)) | $f.verdict), (.undecided_subjects[]? | select(.id | startswith($object)) | "unknown")] | first // "-"' "$1.json"; }
found() { [ "$(verdict careless "$1" "$2")" = fail ] && ok "$1 on $2" || bad "$1 on $2" "$(verdict careless "$1" "$2") $(tail -1 careless.out)"; }
for check in EXP-DNS-ONE-SERVER EXP-DNS-TRANSFER EXP-DNS-RECURSION EXP-DNSSEC-UNSIGNED EXP-DNS-NO-CAA EXP-DNS-PRIVATE EXP-SPF-INVALID EXP-SPF-OPEN EXP-SPF-PTR EXP-DMARC-NONE EXP-DMARC-PARTIAL \
    EXP-DMARC-REPORTS EXP-DKIM-MISSING EXP-DKIM-SHORT EXP-DKIM-TESTING EXP-MTA-STS-MISSING EXP-TLSRPT-MISSING EXP-MX-DEAD EXP-DANE-MISSING EXP-MAIL-RELAY EXP-MX-NO-STARTTLS; do
    found $check faible.test
done
found EXP-DNS-DANGLING ancien.faible.test
found EXP-DNS-DANGLING site.double.test
found EXP-DNS-ALIAS-UNREGISTERED perdu.faible.test
found EXP-DNS-SERVER-UNREGISTERED double.test
found EXP-MX-UNREGISTERED faible.test
found EXP-DNS-DEAD-DELEGATION labo.faible.test
found EXP-DNS-SHARED-SERVICE blog.double.test
found EXP-DNS-CAA-ISSUER www.double.test
found EXP-DNS-TRANSFER double.test
found EXP-DNS-SERIALS double.test
found EXP-DMARC-HISTORIC faible.test
found EXP-DMARC-SUBDOMAINS double.test
found EXP-DMARC-PARTIAL double.test
found EXP-NAME-ELSEWHERE ailleurs.faible.test
found EXP-DNSSEC-BOGUS perime.test
found EXP-DNSSEC-EXPIRING perime.test
jq -r '.findings[] | select(.verdict == "fail" or .verdict == "unknown") | select(.check | test("^EXP-(DNS|DNSSEC|SPF|DMARC|DKIM|MTA|TLSRPT|DANE|MX|MAIL|NAME)")) | .check as $c | .verdict as $v | .subjects[] | [$c, $v, .id, .message] | @tsv' careful.json >accused
if [ -s accused ]; then bad "nothing sound is accused" "$(head -3 accused | tr '\n' ' ')"; else ok "nothing sound is accused"; fi
facts() { tail -c +25 $1.snapshot | head -c -32 | zstd -dcq 2>/dev/null; }
equal() { [ "$2" = "$3" ] && ok "$1" || bad "$1" "ours: $2; wanted: $3"; }
equal "only the address that gives the zone away is named" "$(jq -r '.findings[] | select(.check == "EXP-DNS-TRANSFER") | .subjects[] | select(.id == "double.test") | .message' careless.json | grep -oE '127\.5\.0\.9|2001:db8:5::9' | sort -u)" 2001:db8:5::9
equal "a certificate that CAA authorises is not accused" "$(verdict careless EXP-DNS-CAA-ISSUER ok.double.test)" -
equal "selectors of one domain are not asked of another" "$(facts careless | jq -c '[.mail[] | [.name, (.dkim | length)]] | sort')" '[["double.test",0],["faible.test",2],["perime.test",0]]'
equal "a sign of the user's own file is found" "$(facts careless | jq -r '.sites[].signs[] | select(.name == "intranet") | .kind' | sort -u)" portal
equal "a file of recog tells the product" "$(facts careless | jq -r '.services[].products[] | select(.source == "recog") | .name' | sort -u)" "Relais du laboratoire"
relays=$(facts careless | jq -r '.sites[] | select(.service == "127.1.0.1:3128/tcp") | .proxies[0]' | sort -u)
[ "$relays" = 1 ] && ok "a proxy for anybody came to the listener" || bad "a proxy for anybody came to the listener" "$(facts careless | jq -c '[.sites[] | [.url, .proxies]], .gaps')"
# the same facts as dig
same() { equal "$1, as dig says" "$2" "$3"; }
same "the serial of sain.test" "$(facts careful | jq -r '.zones[0].servers[0].serial')" "$(inside dig +short @127.2.0.9 sain.test SOA | awk '{print $3}')"
same "its servers" "$(facts careful | jq -r '.zones[0].servers[].name' | sort | paste -sd' ')" "$(inside dig +short @127.9.0.53 sain.test NS | sed 's/\.$//' | sort | paste -sd' ')"
same "its exchangers" "$(facts careful | jq -r '.mail[0].exchangers[] | "\(.preference) \(.name)"' | paste -sd' ')" "$(inside dig +short @127.9.0.53 sain.test MX | sed 's/\.$//' | sort -n | paste -sd' ')"
same "its CAA" "$(facts careful | jq -r '.zones[0].caa[0]')" "$(inside dig +short @127.9.0.53 sain.test CAA | awk '{gsub(/"/, "", $3); print $2, $3}')"
same "its SPF" "$(facts careful | jq -r '.mail[0].spf_record')" "$(inside dig +short @127.9.0.53 sain.test TXT | grep spf1 | tr -d '"')"
same "the names that a transfer gives away" "$(facts careless | jq -r '.names[] | select(.sources | index("zone-transfer")) | .name' | grep "faible.test$" | grep -v _ | sort | paste -sd' ')" \
    "$(inside dig @127.1.0.9 faible.test AXFR | awk '$4 != "" && $1 !~ /^;/ {print $1}' | sed 's/\.$//' | grep -v _ | grep -v '^\*' | sort -u | paste -sd' ')"
finished
