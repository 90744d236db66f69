# Vulnerability feeds: import, status, match. Products and flaws are made up.
<<< kev.json
{"title": "catalogue", "catalogVersion": "1", "dateReleased": "@YESTERDAY@T10:00:00.000Z", "count": 1, "vulnerabilities": [
 {"cveID": "CVE-2026-0001", "vendorProject": "Acme", "product": "Gate", "vulnerabilityName": "Acme Gate Command Injection", "dateAdded": "2026-01-02",
  "shortDescription": "d", "requiredAction": "a", "dueDate": "2026-01-23", "knownRansomwareCampaignUse": "Known", "notes": "", "cwes": ["CWE-78"]}]}
>>>
<<< epss.csv
#model_version:v2025.03.14,score_date:2020-01-01T00:00:00+0000
cve,epss,percentile
CVE-2026-0001,0.94424,0.99900
>>>
<<< page.json
{"resultsPerPage": 2, "startIndex": 0, "totalResults": 2, "format": "NVD_CVE", "version": "2.0", "timestamp": "2026-11-20T00:00:00.000", "vulnerabilities": [
 {"cve": {"id": "CVE-2026-0001", "lastModified": "2026-11-01T00:00:00.000", "vulnStatus": "Analyzed",
  "metrics": {"cvssMetricV31": [{"type": "Primary", "cvssData": {"baseScore": 9.8}}]},
  "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [
    {"vulnerable": true, "criteria": "cpe:2.3:a:acme:gate:*:*:*:*:*:*:*:*", "versionEndExcluding": "2.0"}]}]}]}},
 {"cve": {"id": "CVE-2026-0002", "lastModified": "2026-11-01T00:00:00.000", "vulnStatus": "Analyzed",
  "configurations": [{"operator": "AND", "nodes": [
   {"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:acme:gate:*:*:*:*:*:*:*:*", "versionEndIncluding": "2.0"}]},
   {"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": false, "criteria": "cpe:2.3:o:microsoft:windows:-:*:*:*:*:*:*:*"}]}]}]}}]}
>>>
<<< list/2026/0xxx/CVE-2026-0003.json
{"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-0003", "state": "PUBLISHED", "dateUpdated": "2026-11-03T00:00:00.000Z"},
 "containers": {"cna": {"affected": [{"vendor": "OpenBSD", "product": "OpenSSH", "defaultStatus": "unaffected",
  "versions": [{"version": "8.5p1", "status": "affected", "lessThanOrEqual": "9.7p1", "versionType": "custom"}]}]}}}
>>>
<<< list/README.txt
not a feed
>>>
<<< products/gate.md
---
title: Gate
identifiers:
  - cpe: cpe:2.3:a:acme:gate
releases:
  - releaseCycle: "1.9"
    eol: 2025-06-30
    latest: "1.9.8"
---
>>>
<<< debian.json
{"openssh": {"CVE-2026-0003": {"releases": {"bookworm": {"status": "resolved", "repositories": {"bookworm": "1:9.2p1-2+deb12u3"}, "fixed_version": "1:9.2p1-2+deb12u3", "urgency": "not yet assigned"}}}}}
>>>

# nothing yet
$ hygie feeds status
? 2
! hygie-feeds.db: there are no feeds here yet
! hygie feeds import FILE
>.
$ hygie feeds
? 2
! something is missing after feeds
$ hygie feeds improt kev.json
? 2
! unknown word "improt" after feeds.*did you mean "import"
$ hygie feeds import
? 2
! name the files
$ hygie feeds import missing.json
? 2
! missing.json: there is no such file or folder
@ test ! -e hygie-feeds.db

# all at once, compressed or not
@ gzip -k page.json
$ hygie feeds import kev.json epss.csv page.json.gz list products
> kev: 1 records .*, from kev.json
> epss: 1 records \(2020-01-01\), from epss.csv
> nvd: 2 records \(2026-11-01\), from page.json.gz
> cve: 1 records \(2026-11-03\), from list
> end-of-life: 1 records
!.
$ hygie feeds status
> ^kev +@YESTERDAY@ +1 +1 d  kev.json$
> ^epss +2020-01-01 +1 .*STALE: older than 7 days$
> ^debian +not imported
$ hygie feeds status --format json
> "schema": "hygie/feeds-status/1"
> "sha256": "[0-9a-f]{64}"
> "stale": true
> "debian"
@ hygie feeds status --format json | jq -e '.missing == ["debian"] and (.feeds | length) == 5 and ([.feeds[] | select(.stale)] | map(.feed) | index("epss")) != null'
@ hygie feeds status --format json | jq -er '.feeds[] | select(.feed == "kev") | .sha256' | grep -q "$(sha256sum kev.json | cut -d' ' -f1)"
# the hash of a folder is that of the list of its files
@ hygie feeds status --format json | jq -er '.feeds[] | select(.feed == "cve") | .sha256' | grep -q "$(cd list && sha256sum 2026/0xxx/CVE-2026-0003.json | sha256sum | cut -d' ' -f1)"

# matching
$ hygie feeds match acme:gate 1.9.3
> ^  CVE-2026-0001 +confirmed +CVSS 9.8 +EPSS 0.944  exploited, by ransomware too, since 2026-01-02$
> ^      nvd: < 2.0$
> ^  CVE-2026-0002 +possible
> only together with microsoft:windows
> 1 confirmed, 1 possible
! ^stale, bring newer files: .*epss \([0-9]+ d\)
!! kev
> gate 1.9 has not been maintained since 2025-06-30; its last version is 1.9.8
> CVE-2026-0001 +2026-01-02  Acme Gate Command Injection
$ hygie feeds match acme:gate 2.1
>! ^  CVE-2026-0001 +confirmed
> 0 confirmed, 0 possible
$ hygie feeds match cpe:2.3:a:acme:gate:2.0:*:*:*:*:*:*:* --format json
> "cve": "CVE-2026-0002"
> "needs microsoft:windows"
$ hygie feeds match acme:gate
> Without a version
> Known to be exploited in some version of this product: 1
$ hygie feeds match openbsd:openssh 9.2p1
> CVE-2026-0003 +possible
> a distribution may have fixed it
$ hygie feeds match acme 1.0
? 2
! "acme" is not VENDOR:PRODUCT
$ hygie feeds match cpe:acme 1.0
? 2
! not the CPE name of a product
$ hygie feeds match a:b 1 2
? 2
! name one product
$ hygie feeds match acme:gate 1.9.3 --lang fr
> confirmée
> exploitée, y compris par des rançongiciels, depuis le 2026-01-02
> gate 1.9 n'est plus maintenu depuis le 2025-06-30
$ hygie feeds --help --lang fr
> importer des listes

# the distribution's word
@ hygie feeds import debian.json
$ hygie feeds match openbsd:openssh 9.2p1 --banner "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"
> 0 confirmed, 0 possible
$ hygie feeds match openbsd:openssh 9.2p1 --banner "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u2"
> CVE-2026-0003 +confirmed
> debian: < 1:9.2p1-2\+deb12u3

# what is damaged, older or strange changes nothing
@ sha256sum hygie-feeds.db > before
@ head -c 300 kev.json > cut.json
$ hygie feeds import epss.csv cut.json
? 2
! cut.json:[0-9]+:[0-9]+: the JSON ends too early
>.
@ sed 's/"count": 1/"count": 2/' kev.json > fewer.json
$ hygie feeds import fewer.json
? 2
! fewer.json: the catalogue says 2 entries and holds 1
@ sed 's/dateReleased": "[0-9-]*/dateReleased": "2026-01-05/' kev.json > old.json
$ hygie feeds import old.json
? 2
! old.json: this file is of 2026-01-05, older than what is kept
@ head -c 100 page.json.gz > cut.json.gz
$ hygie feeds import cut.json.gz
? 2
! cut.json.gz: the archive is damaged or cut short
$ hygie feeds import list/README.txt
? 2
! none of the feeds that hygie reads
$ hygie feeds import cut.json --lang fr
? 2
! le JSON finit trop tôt
@ sha256sum -c before

# killed in the middle of an import: what was there stays
@ mkfifo slow.json && python3 -c "import json; row = json.load(open('kev.json'))['vulnerabilities'][0]; print(json.dumps({'dateReleased': '2099-01-01T00:00:00Z', 'vulnerabilities': [{**row, 'cveID': 'CVE-2030-%04d' % (1000 + n)} for n in range(3000)]})[:-40])" > part.json
$ (cat part.json; sleep 4) > slow.json & timeout -s KILL 2 hygie feeds import slow.json
? 137
@ test "$(sqlite3 hygie-feeds.db 'PRAGMA integrity_check; SELECT count(*) FROM kev')" = "$(printf 'ok\n1')"
$ hygie feeds match acme:gate
> Known to be exploited in some version of this product: 1

# archives, one in the other as the CVE list is published
@ python3 -c "import zipfile; z = zipfile.ZipFile('cves.zip', 'w', zipfile.ZIP_DEFLATED); z.write('list/2026/0xxx/CVE-2026-0003.json'); z.write('list/README.txt')"
@ python3 -c "import zipfile; z = zipfile.ZipFile('all.zip', 'w', zipfile.ZIP_DEFLATED); z.write('cves.zip')"
$ hygie feeds import all.zip --into zip.db
> cve: 1 records
! 1 files are of no feed
$ hygie feeds match openbsd:openssh 9.7p1 --into zip.db
> CVE-2026-0003
@ tar cJf list.tar.xz list
$ hygie feeds import list.tar.xz --into tar.db --quiet
> cve: 1 records
!.

# an answer without records is no answer
@ hygie feeds import kev.json --into kev.db
$ hygie feeds match acme:gate 1.0 --into kev.db
? 3
> 0 confirmed, 0 possible
! no version can be judged

# a file that is not ours is left alone
@ cp kev.json other.db
$ hygie feeds import epss.csv --into other.db
? 4
! other.db: this file is damaged, or does not hold feeds of hygie
@ cmp kev.json other.db
$ hygie feeds status --into list
? 4
! does not hold feeds
@ sqlite3 store.db 'CREATE TABLE runs(a)'
$ hygie feeds import kev.json --into store.db
? 4
! store.db: this file does not hold feeds of hygie
$ hygie feeds import kev.json --into missing/feeds.db
? 3
! missing/feeds.db: the feeds file cannot be used
