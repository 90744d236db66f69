# What users add to ours: DKIM selectors a domain, web signs, recog's files, a listener. Mistakes are said before anything is sent.
<<< hospital.yaml
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: @NEXT_YEAR@, covers: [exposure], addresses: [192.0.2.0/28], domains: [exemple.test, autre.test]}
exposure:
  domains: [exemple.test, autre.test]
  dkim: {exemple.test: [s2026, s2027], autre.test: [mailjet]}
  web_signs: signs.yaml
  recog: [lab.xml]
  proxy_listener: 192.0.2.1:8080
>>>
<<< signs.yaml
hygie: 1
signs:
  - {name: intranet, kind: portal, marks: [{title: '^Intranet CH'}, {body: 'id="ch-exemple"'}], seen: {body: '<title>Intranet CH Exemple</title><div id="ch-exemple">'}}
>>>
<<< lab.xml
<?xml version="1.0"?>
<fingerprints matches="http_header.server">
  <fingerprint pattern="^Lab/(\d[\d.]*)$">
    <description>Lab server</description>
    <example service.version="1.2">Lab/1.2</example>
    <param pos="0" name="service.product" value="Lab"/>
    <param pos="1" name="service.version"/>
  </fingerprint>
</fingerprints>
>>>
$ hygie validate hospital.yaml
! hospital.yaml: good
$ hygie audit exposure --dry-run -c hospital.yaml
> listens at 192.0.2.1:8080 while sites are looked at

# A domain that is not audited; a selector that is none; a place that is none: each with its line and column.
@ sed 's/autre.test: \[mailjet\]/autr.test: [mailjet]/' hospital.yaml > typo.yaml
$ hygie validate typo.yaml
? 2
! ^typo.yaml:6:40: autr.test is not one of the domains audited; did you mean "autre.test"
@ sed 's/\[mailjet\]/["mail jet"]/' hospital.yaml > blank.yaml
$ hygie validate blank.yaml
? 2
! ^blank.yaml:6:53: "mail jet" does not have the form
@ sed 's/192.0.2.1:8080/proxy.exemple.test:8080/' hospital.yaml > named.yaml
$ hygie validate named.yaml
? 2
! ^named.yaml:9:19: "proxy.exemple.test:8080" is not an address and a port

# Files that are not what they should be.
@ sed 's/lab.xml/absent.xml/' hospital.yaml > absent.yaml
$ hygie audit exposure --dry-run -c absent.yaml
? 2
! absent.xml
@ echo '<other/>' > other.xml; sed 's/lab.xml/other.xml/' hospital.yaml > other.yaml
$ hygie audit exposure --dry-run -c other.yaml
? 2
! other.xml
@ echo 'signs: [{name: x}]' > wrong.yaml; sed 's/signs.yaml/wrong.yaml/' hospital.yaml > wrong-signs.yaml
$ hygie audit exposure --dry-run -c wrong-signs.yaml
? 2
! wrong.yaml
