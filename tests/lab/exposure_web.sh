#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# exposure_web.sh [PROGRAM]: web sites, each weak and sound, real servers of Debian and replicas of pages, in a network namespace of their own; servers that do
# wrong on purpose. PROGRAM: hygie_test_web. Last line: "web: N passed, N failed".
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lab/exposure_space.sh"
PATH=$PATH:/usr/sbin:/sbin
space web 96 "${1:-$root/build/release/bin/hygie_test_web}"
need nginx apache2 Orthanc cupsd squid jq openssl python3
chmod 755 "$work"

look() { inside "$program" --listener 127.0.0.1:9000 lab-token-4711 "$@" >"$work/facts.json" 2>"$work/errors" || bad "the look at $*" "$(tail -2 "$work/errors")"; }
holds() { # WHAT JQ-EXPRESSION: of the facts of the last look
    if jq -e "$2" "$work/facts.json" >/dev/null; then ok "$1"; else bad "$1" "$(jq -c '[.failures, (.sites[] | del(.headers))]' "$work/facts.json" | cut -c1-900)"; fi
}
fails() { holds "$1 fails $2" "[.failures[] | startswith(\"$2 \")] | any"; }
clean() { holds "$1 fails nothing" '.failures == []'; }

openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=www.exemple.test -keyout "$work/key.pem" -out "$work/cert.pem" -days 9 2>/dev/null
mkdir -p "$work"/{weak/.git,weak/files,sound/.well-known,fhir,fhir-sound,nginx,apache}
echo 'ref: refs/heads/main' >"$work/weak/.git/HEAD"
printf '[core]\n\trepositoryformatversion = 0\n' >"$work/weak/.git/config"
printf 'APP_ENV=production\nDB_PASSWORD=lab\n' >"$work/weak/.env"
printf -- '-- MariaDB dump 10.19\nCREATE TABLE t (i int);\n' >"$work/weak/backup.sql"
echo '<html><title>Intranet</title><form method=post><input name=u><input type="password" name=p></form>' >"$work/weak/index.html"
echo x >"$work/weak/files/rapport.pdf"
echo '<html><title>Centre hospitalier</title><p>Bienvenue</p>' >"$work/sound/index.html"
printf 'Contact: mailto:rssi@exemple.test\nExpires: 2099-01-01T00:00:00Z\n' >"$work/sound/.well-known/security.txt"
replica() { # FOLDER PATH TEXT
    mkdir -p "$work/$1$(dirname "$2")"
    printf '%s' "$3" >"$work/$1$2"
}
replica fhir /fhir/metadata '{"resourceType":"CapabilityStatement","software":{"name":"Lab","version":"1"},"fhirVersion":"4.0.1"}'
replica fhir /fhir/Patient '{"resourceType":"Bundle","type":"searchset","total":1234}'
replica forti /remote/login '<html><script src="/remote/fgt_lang?lang=en"></script><script>launchFortiClient()</script><input type="password">'
replica ivanti /dana-na/auth/url_default/welcome.cgi '<title>Ivanti Connect Secure</title><script src="/dana-na/css/x.js"></script>'
replica ivanti /dana-na/nc/nc_gina_ver.txt '<PARAM NAME="ProductVersion" VALUE="9.1.18.9">'
replica pan /global-protect/prelogin.esp '<?xml version="1.0"?><prelogin-response><status>Success</status></prelogin-response>'
replica pan /php/login.php '<form name="pan_form"><input name="user"><input type="password" name="passwd"></form>'
replica bigip /tmui/login.jsp '<title>BIG-IP Configuration Utility</title><script src="/tmui/tmui/login/x.js"></script>'
replica pfsense /index.html '<title>pfSense - Login</title><form><input name="usernamefld"><input type="password"></form>'
replica esx /ui/index.html '<html ng-app="esxUiApp"><title>Log in - VMware ESXi</title></html>'
replica mirth /index.html '<title>Mirth Connect Administrator</title><a href="webstart.jnlp">Launch</a>'
replica elastic /index.html '{"cluster_name":"x","version":{"number":"7.10.2"},"tagline":"You Know, for Search"}'
replica docker /version '{"Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12"}'
replica etcd /version '{"etcdserver":"3.4.23","etcdcluster":"3.4.0"}'
replica prometheus /api/v1/status/buildinfo '{"status":"success","data":{"version":"2.42.0","goVersion":"go1.19"}}'
replica owa /owa/auth/logon.aspx '<title>Outlook</title><link href="/owa/auth/15.2.1118/themes/x.css"><form><input type="password"></form>'
replica store /Citrix/StoreWeb/index.html '<title>Citrix Workspace</title><script src="ctxs.core.min.js"></script>'

site() { echo "server { listen 127.0.0.1:$1; root $work/$2; default_type ${3:-text/html}; ${4:-} }"; }
sound='add_header X-Content-Type-Options nosniff; add_header Referrer-Policy no-referrer; add_header Content-Security-Policy "default-src '"'self'"'; frame-ancestors '"'none'"'"; add_header Strict-Transport-Security "max-age=31536000" always;'
{
    echo "error_log $work/nginx.log; pid $work/nginx.pid; daemon off; user root; events {} http { access_log off; server_tokens off; types { text/html html; text/plain txt; }"
    for folder in body proxy fastcgi uwsgi scgi; do echo "${folder/body/client_body}_temp_path $work/nginx/$folder;" | sed 's/^proxy_/proxy_/'; done
    site 80 weak text/plain 'server_tokens on; autoindex on; add_header Set-Cookie "PHPSESSID=lab"; add_header Set-Cookie "BIGipServerpool=1677787402.36895.0000"; add_header Access-Control-Allow-Origin $http_origin; add_header Access-Control-Allow-Credentials true;'
    echo "server { listen 127.0.0.1:81; return 301 https://www.exemple.test:443\$request_uri; }"
    echo "server { listen 127.0.0.1:443 ssl; ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem; root $work/sound; $sound add_header Set-Cookie 'session=x; Secure; HttpOnly; SameSite=Lax'; }"
    echo "server { listen 127.0.0.1:444 ssl; ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem; root $work/sound; add_header Set-Cookie 'session=x'; }"
    site 8001 fhir application/fhir+json
    echo "server { listen 127.0.0.1:8002; location = /fhir/metadata { root $work/fhir; default_type application/fhir+json; } location / { return 401; } }"
    site 8003 forti; site 8004 ivanti text/html 'location ~ cgi$ { default_type text/html; }'; site 8005 pan; site 8006 bigip; site 8007 pfsense; site 8008 esx
    site 8443 mirth; site 9200 elastic; site 2375 docker application/json; site 2379 etcd application/json; site 9090 prometheus application/json; site 8009 owa; site 8010 store
    echo "server { listen 127.0.0.1:9201; add_header WWW-Authenticate 'Basic realm=\"security\" charset=\"UTF-8\"' always; location / { return 401 '{\"error\":{\"type\":\"security_exception\"}}'; } }"
    echo "server { listen 127.0.0.1:8012; add_header Allow 'GET, HEAD, PUT, DELETE' always; location / { return 200 ok; } }"
    echo "server { listen 127.0.0.1:8011; location / { return 403; } }"
    echo "}"
} >"$work/nginx.conf"
serve 443 nginx -c "$work/nginx.conf"

look http://www.exemple.test@127.0.0.1:80
for id in WEB-CLEAR WEB-LOGIN-CLEAR WEB-SOURCE WEB-SECRET WEB-BACKUP WEB-LISTING WEB-COOKIES WEB-COOKIES-SCRIPT WEB-COOKIES-SAME-SITE WEB-CSP WEB-FRAMES WEB-SNIFFING WEB-REFERRER WEB-VERSION WEB-CORS VPN-INTERNAL-ADDRESS; do
    fails "a weak nginx" "EXP-$id"
done
holds "no secret of a found file is kept" '[.. | strings | test("DB_PASSWORD=|=lab")] | any | not'
holds "the address inside a BIG-IP cookie" '.sites[0].signs | map(select(.kind == "internal-address"))[0].address == "10.1.1.100:8080"'
look https://www.exemple.test@127.0.0.1:443 http://www.exemple.test@127.0.0.1:81
clean "a sound nginx, and the http that leads to it,"
holds "the redirect is kept" '.sites[1].end == "https" and (.sites[1].redirects | length) == 1'
holds "security.txt is read" '.sites[0].security_txt == "present"'
holds "all signs were looked for" '[.sites[].searched] == ["present", "present"]'
holds "a self-signed certificate hides no site" '.sites[0].title == "Centre hospitalier"'
look https://www.exemple.test@127.0.0.1:444
for id in WEB-HSTS WEB-COOKIES; do fails "an https site without care" "EXP-$id"; done

apache_on() { # PORT LINES
    local port=$1 folder=$work/apache/$1
    mkdir -p "$folder"
    {
        echo "ServerRoot $folder"; echo "PidFile $folder/pid"; echo "Listen 127.0.0.1:$port"; echo "ServerName www.exemple.test"; echo "ErrorLog $folder/log"; echo "DocumentRoot $work/sound"
        for module in mpm_event authz_core mime dir status autoindex dav dav_fs headers setenvif; do echo "LoadModule ${module}_module /usr/lib/apache2/modules/mod_$module.so"; done
        echo "TypesConfig /etc/mime.types"; echo "DirectoryIndex index.html"; echo "DAVLockDB $folder/lock"; cat
    } >"$folder/conf"
    serve "$port" apache2 -f "$folder/conf" -DFOREGROUND
}
apache_on 8081 <<'Y'
TraceEnable on
ServerTokens Full
<Location />
  Dav on
  DirectoryIndex disabled
</Location>
<Location /server-status>
  Dav off
  SetHandler server-status
</Location>
Y
apache_on 8082 <<'Y'
TraceEnable off
ServerTokens Prod
Y
look http://www.exemple.test@127.0.0.1:8081
for id in WEB-TRACE WEB-DAV WEB-STATUS WEB-VERSION; do fails "a weak Apache" "EXP-$id"; done
holds "Apache by its status page" '.sites[0].products | map(startswith("HTTP Server 2.4")) | any'
look http://www.exemple.test@127.0.0.1:8082
for id in TRACE PUT DAV STATUS VERSION SOURCE SECRET LISTING OPEN-PROXY CORS; do holds "a sound Apache does not fail EXP-WEB-$id" "[.failures[] | startswith(\"EXP-WEB-$id \")] | any | not"; done

orthanc_on() { # PORT AUTHENTICATION
    mkdir -p "$work/orthanc-$1"
    local plugin
    plugin=$(ls /usr/share/orthanc/plugins/libOrthancDicomWeb.so /usr/lib/orthanc/libOrthancDicomWeb.so 2>/dev/null | head -1)
    printf '{"Name":"lab","StorageDirectory":"%s","IndexDirectory":"%s","HttpPort":%s,"DicomServerEnabled":false,"AuthenticationEnabled":%s,"RemoteAccessAllowed":true,"RegisteredUsers":{"lab":"lab"},"Plugins":[%s]}' \
        "$work/orthanc-$1" "$work/orthanc-$1" "$1" "$2" "${plugin:+\"$plugin\"}" >"$work/orthanc-$1.json"
    serve "$1" Orthanc "$work/orthanc-$1.json"
}
orthanc_on 8042 false
orthanc_on 8043 true
look http://pacs.exemple.test@127.0.0.1:8042
fails "an open Orthanc" EXP-ORTHANC-OPEN
if ls /usr/share/orthanc/plugins/libOrthancDicomWeb.so >/dev/null 2>&1; then fails "an open DICOMweb" EXP-DICOMWEB-OPEN; else bad "an open DICOMweb" "orthanc-dicomweb is missing: packaging/install.sh test"; fi
holds "Orthanc by its version" '.sites[0].products | map(startswith("Orthanc 1.")) | any'
look http://pacs.exemple.test@127.0.0.1:8043
fails "an Orthanc with a password" EXP-ORTHANC-EXPOSED
holds "an Orthanc with a password is not open" '[.failures[] | test("ORTHANC-OPEN|DICOMWEB")] | any | not'

fetched() { # WHAT PATTERN URL LIMIT
    local said
    said=$(inside "$program" --fetch "$3" "$4" 2>&1)
    if grep -q "$2" <<<"$said"; then ok "$1"; else bad "$1" "$said"; fi
}
fetched "a page is fetched whole" '^Contact: mailto:rssi@exemple.test' https://www.exemple.test/.well-known/security.txt 65536
fetched "a page longer than the limit is refused" 'longer than 10 bytes' https://www.exemple.test/.well-known/security.txt 10
fetched "a page that is not there is none" 'answered 404' https://www.exemple.test/absent 65536
fetched "a redirect is not followed" 'answered 301' http://www.exemple.test:81/ 65536
fetched "a name out of the scope is refused" 'ailleurs' https://www.ailleurs.example/ 65536

mkdir -p "$work/cups"/{spool,cache,state,log}
printf 'Listen 127.0.0.1:631\nWebInterface Yes\nServerAlias *\nDefaultAuthType None\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n' >"$work/cups/cupsd.conf"
printf 'ServerRoot %s\nRequestRoot %s/spool\nCacheDir %s/cache\nStateDir %s/state\nAccessLog %s/log/a\nErrorLog %s/log/e\nDataDir /usr/share/cups\nServerBin /usr/lib/cups\nDocumentRoot /usr/share/cups/doc-root\n' \
    "$work/cups" "$work/cups" "$work/cups" "$work/cups" "$work/cups" "$work/cups" >"$work/cups/files.conf"
serve 631 cupsd -f -c "$work/cups/cupsd.conf" -s "$work/cups/files.conf"
look http://localhost@127.0.0.1:631
fails "CUPS" EXP-PRINT-EXPOSED

printf 'http_port 127.0.0.1:%s\nhttp_access %s all\ncache deny all\npid_filename %s/squid-%s.pid\naccess_log none\ncache_log %s/squid-%s.log\ncoredump_dir %s\nshutdown_lifetime 0 seconds\n' 3128 allow "$work" 3128 "$work" 3128 "$work" >"$work/squid-3128.conf"
sed 's/3128/3129/g; s/http_access allow/http_access deny/' "$work/squid-3128.conf" >"$work/squid-3129.conf"
chmod 777 "$work"
serve 3128 squid -N -f "$work/squid-3128.conf"
serve 3129 squid -N -f "$work/squid-3129.conf"
serve 9000 python3 "$root/tests/lab/web_hostile.py"
look http://relais.exemple.test@127.0.0.1:3128
fails "squid for anybody" EXP-WEB-OPEN-PROXY
look http://relais.exemple.test@127.0.0.1:3129
holds "squid that refuses is no open proxy" '.sites[0].proxy == "absent"'

seen() { # WHAT PORT CHECK: a replica and the check that it fails
    look "http://www.exemple.test@127.0.0.1:$2"
    fails "$1" "$3"
}
seen "an open FHIR server" 8001 EXP-FHIR-OPEN
holds "only the number of patients is kept" '.sites[0].signs | map(select(.name == "fhir-patients"))[0].total == "1234"'
look http://fhir.exemple.test@127.0.0.1:8002
holds "a FHIR server with a password is not open" '[.failures[] | test("FHIR|HEALTH")] | any | not'
look http://acces.exemple.test@127.0.0.1:8003
holds "FortiGate by its portal" '.sites[0].signs | map(.name == "fortigate" and .kind == "vpn") | any'
seen "Ivanti that tells its version" 8004 EXP-VPN-VERSION
seen "PAN-OS whose administration answers" 8005 EXP-VPN-ADMIN
seen "BIG-IP whose administration answers" 8006 EXP-VPN-ADMIN
seen "pfSense whose administration answers" 8007 EXP-VPN-ADMIN
seen "ESXi" 8008 EXP-ADMIN-HYPERVISOR
seen "Mirth Connect" 8443 EXP-MIRTH-EXPOSED
seen "an open Elasticsearch" 9200 EXP-API-SEARCH
seen "an Elasticsearch with a password" 9201 EXP-API-EXPOSED
seen "an open Docker" 2375 EXP-API-DOCKER
seen "an open etcd" 2379 EXP-API-CLUSTER
seen "an open Prometheus" 9090 EXP-API-METRICS
seen "Exchange that shows its build" 8009 EXP-EXCHANGE-VERSION
look http://bureau.exemple.test@127.0.0.1:8010
holds "StoreFront by its page" '.sites[0].signs | map(.name == "storefront") | any'
seen "a server that says it takes PUT" 8012 EXP-WEB-PUT
look http://www.exemple.test@127.0.0.1:8011
holds "a server that refuses everything carries no sign" '.sites[0].signs == []'

hostile() { # WHAT PORT SECONDS JQ
    local start=$SECONDS
    look "http://www.exemple.test@127.0.0.1:$2"
    if [ $((SECONDS - start)) -le "$3" ]; then ok "$1 is left within $3 s"; else bad "$1 is left within $3 s" "$((SECONDS - start)) s"; fi
    holds "$1" "$4"
}
hostile "an endless body" 9001 20 '.sites[0].answered == "present" and .sites[0].title == "endless"'
hostile "a slow drip" 9002 12 '.sites[0].answered == "unknown:timeout"'
hostile "a loop of redirects" 9003 10 '.sites[0].end == "loop"'
hostile "endless headers" 9004 10 '.sites[0].answered == "unknown:headers-too-long"'
hostile "escapes" 9005 10 '[.. | strings | test("[\u0000-\u001f\u007f]")] | any | not'
hostile "silence" 9006 12 '.sites[0].answered == "unknown:timeout"'
hostile "another protocol" 9007 10 '.sites[0].answered == "unknown:not-http"'
hostile "an endless chain of redirects" 9008 10 '.sites[0].end == "too-many" and (.sites[0].redirects | length) == 11'
hostile "a redirect out of the scope" 9009 10 '.sites[0].end == "out-of-scope"'
hostile "a site that has every page" 9010 20 '.sites[0].missing == "present" and ([.sites[0].signs[] | select(.path != "/")] == [])'
hostile "a bomb of gzip" 9011 20 '.sites[0].answered == "present"'
start=$(date +%s%N)
inside "$program" --seconds 1 http://www.exemple.test@127.0.0.1:9006 >"$work/facts.json"
took=$((($(date +%s%N) - start) / 1000000))
if [ "$took" -lt 3000 ]; then ok "an audit that ends leaves a silent server within 2 s"; else bad "an audit that ends leaves a silent server" "$took ms"; fi
holds "and says that it was not complete" '.complete == false'
finished
