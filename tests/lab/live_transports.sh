#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Part of run.sh: the same domain over every transport, from LDIF and from a snapshot; what was planted, and nothing else.

held_against() { # NAME: the report against what was planted
    local out
    out=$(python3 "$here/compare_findings.py" "$LAB_DIR/planted.tsv" "$LAB_DIR/negatives.tsv" "$work/$1.json" "$here/own.tsv")
    if [ $? = 0 ]; then ok "$1: planted and look-alikes: $(echo "$out" | tail -1)"; else bad "$1: planted and look-alikes" "$(echo "$out" | grep -v ^SKIP)"; fi
}

transports() {
    domain spoiled
    local ca="ca: $LAB_DIR/tls/ca.pem" admin
    admin=$(simple "$LAB_ADMIN" "$LAB_ADMIN_PASSWORD_FILE")
    declare_as ldaps "ldaps://$LAB_IP" "$ca, $admin"
    declare_as starttls "ldap://$LAB_IP" "starttls: true, $ca, $admin"
    kinit -c "FILE:$work/cc" "Administrator@$LAB_REALM" <"$LAB_ADMIN_PASSWORD_FILE" >/dev/null 2>&1 || bad "a Kerberos ticket"
    declare_as ticket "ldap://$LAB_IP" "bind: {method: gssapi, ccache: \"FILE:$work/cc\"}"
    samba-tool domain exportkeytab "$work/keytab" --principal="Administrator@$LAB_REALM" -s "$LAB_SMBCONF" >/dev/null 2>&1
    declare_as keytab "ldap://$LAB_IP" "bind: {method: gssapi, user: \"Administrator@$LAB_REALM\", keytab: $work/keytab}"
    declare_as tickettls "ldaps://$LAB_IP" "$ca, bind: {method: gssapi, ccache: \"FILE:$work/cc\"}"
    local name
    for name in ldaps starttls ticket keytab tickettls; do
        audit "$name" --lang fr -o "json=$work/$name.json" -o "html=$work/$name.html" -o "markdown=$work/$name.md" --save "$work/$name.snapshot"
        if [ "$status" = 3 ] || [ "$status" = 1 ]; then ok "$name: audited, status $status"; else bad "$name: status $status" "$(cat "$work/$name.err")"; continue; fi
        findings "$work/$name.json" >"$work/$name.findings"
    done
    held_against ldaps
    for name in starttls ticket keytab tickettls; do same "$name: the same findings as over ldaps, byte for byte" "$work/ldaps.findings" "$work/$name.findings"; done

    "$here/dump-ldif.sh" "$LAB_DIR" "$work/all.ldif" >/dev/null 2>&1 || bad "a dump to LDIF"
    sed "s|url: .*|import: {format: ldif, path: $work/all.ldif}}|" "$work/ldaps.yaml" >"$work/ldif.yaml"
    audit ldif --lang fr -o "json=$work/ldif.json"
    findings "$work/ldif.json" >"$work/ldif.findings"
    same "LDIF: the same findings, byte for byte" "$work/ldaps.findings" "$work/ldif.findings"

    for name in once twice; do
        cp "$work/ldaps.yaml" "$work/$name.yaml"
        audit "$name" --lang fr --from "$work/ldaps.snapshot" -o "json=$work/$name.json" -o "html=$work/$name.html" -o "markdown=$work/$name.md"
        findings "$work/$name.json" >"$work/$name.findings"
    done
    same "snapshot: the same findings, byte for byte" "$work/ldaps.findings" "$work/once.findings"
    for name in json html md; do same "snapshot replayed twice: the same $name" "$work/once.$name" "$work/twice.$name"; done

    if python3 -c 'import json, sys, jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))' \
        "$work/ldaps.json" "$root/core/schema/report.schema.json" 2>"$work/schema.err"; then ok "the report is valid against its schema"
    else bad "the report against its schema" "$(tail -5 "$work/schema.err")"; fi
    same_checks_everywhere
    ordinary_reader
}

same_checks_everywhere() { # every check of the JSON is in the other formats, and no other
    audit once --lang fr --from "$work/ldaps.snapshot" --format text
    cp "$work/once.out" "$work/once.text"
    if python3 - "$work/once" 2>"$work/formats.err" <<'P'
import json, re, sys
wanted = {f["check"] for f in json.load(open(sys.argv[1] + ".json"))["findings"]}
for suffix in ("html", "md", "text"):
    named = set(re.findall(r"\bDIR-[A-Z0-9]+(?:-[A-Z0-9]+)*\b", open(sys.argv[1] + "." + suffix, encoding="utf-8").read()))
    if named != wanted:
        sys.exit("%s: lacks %s, has besides %s" % (suffix, sorted(wanted - named), sorted(named - wanted)))
P
    then ok "the same checks in JSON, HTML, Markdown and text"; else bad "the formats differ" "$(cat "$work/formats.err")"; fi
}

ordinary_reader() { # what lecteur may not read is unknown, never a pass
    declare_as reader "ldaps://$LAB_IP" "ca: $LAB_DIR/tls/ca.pem, $(simple "$LAB_READER" "$LAB_READER_PASSWORD_FILE")"
    audit reader --lang en -o "json=$work/reader.json"
    [ "$status" = 3 ] && ok "an ordinary account: incomplete, status 3" || bad "an ordinary account: status $status"
    local said
    said=$(python3 - "$work/reader.json" "$work/ldaps.json" <<'P'
import json, sys
reader, full = ({f["check"]: f for f in json.load(open(p))["findings"]} for p in sys.argv[1:3])
# DIR-DENY-READ speaks of entries that deny reading: who is denied an object's sight cannot tell that it is there
lost = [c for c in full if full[c]["verdict"] == "fail" and reader[c]["verdict"] in ("pass", "not_applicable") and c != "DIR-DENY-READ"]
print(" ".join(lost))
P
)
    # what only an administrator sees must not turn into a pass
    if [ -z "$said" ]; then ok "an ordinary account: nothing that fails for an administrator passes"; else bad "passes for want of rights" "$said"; fi
}

clean_domain() {
    domain clean
    declare_as clean "ldaps://$LAB_IP" "ca: $LAB_DIR/tls/ca.pem, $(simple "$LAB_ADMIN" "$LAB_ADMIN_PASSWORD_FILE")"
    audit clean --lang en -o "json=$work/clean.json"
    python3 - "$work/clean.json" "$here/clean_expected.tsv" >"$work/clean.diff" <<'P'
import json, sys
found = {(f["check"], s["id"].split(" < ")[0].lower()) for f in json.load(open(sys.argv[1]))["findings"] if f["verdict"] == "fail"
         for s in f["subjects"] if s.get("verdict", "fail") == "fail"}
expected = {tuple(line.rstrip("\n").split("\t")[:2]) for line in open(sys.argv[2], encoding="utf-8") if line.strip() and line[0] != "#"}
expected = {(check, name.lower()) for check, name in expected}
for one in sorted(found - expected): print("not expected:", *one)
for one in sorted(expected - found): print("not found:", *one)
P
    if [ -s "$work/clean.diff" ]; then bad "a clean domain: only what Samba itself leaves open" "$(cat "$work/clean.diff")"
    else ok "a clean domain: only what Samba itself leaves open ($(grep -cv '^#' "$here/clean_expected.tsv"))"; fi
}
