#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# dump-ldif.sh DIR OUT.ldif [reader]: the whole directory of the running controller in DIR, as one LDIF file, exactly as a
# user would export theirs with ldapsearch: rootDSE, then every partition it names, paged, security descriptors included.
# With `reader` the ordinary user lecteur asks instead of the administrator, and gets less.
set -u -o pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
die() { echo "dump-ldif: $*" >&2; exit 1; }
dir=${1:?DIR} out=${2:?OUT.ldif}
eval "$("$here/samba-dc.sh" env "$dir")"
user=$LAB_ADMIN password=$LAB_ADMIN_PASSWORD_FILE
[ "${3:-}" = reader ] && user=$LAB_READER password=$LAB_READER_PASSWORD_FILE

# `*` gives neither the descriptor nor what the server computes: these must be asked by name
NAMED="nTSecurityDescriptor replPropertyMetaData msDS-ResultantPSO msDS-PSOApplied msDS-User-Account-Control-Computed
 msDS-UserPasswordExpiryTimeComputed msDS-KrbTgtLinkBl msDS-isRODC msDS-isGC msDS-SiteName primaryGroupToken canonicalName"
ask() { ldapsearch -LLL -o ldif-wrap=no -o nettimeout=30 -x -ZZ -H "ldap://$LAB_IP" -D "$user" -y "$password" "$@"; }

partitions=$(ask -s base -b '' namingContexts | sed -n 's/^namingContexts: //p')
[ -n "$partitions" ] || die "no partition named by the rootDSE of $LAB_IP"
{
    ask -s base -b '' '(objectClass=*)' '*' '+' || die "no rootDSE"
    while read -r partition; do
        # domain scope: partitions are asked one by one, no referral is wanted; SD flags 7: owner, group and DACL
        ask -E pr=1000/noprompt -E '!1.2.840.113556.1.4.801=::MAMCAQc=' -E 'domainScope' -b "$partition" '(objectClass=*)' '*' $NAMED ||
            die "cannot read $partition"
    done <<<"$partitions"
} >"$out" || die "incomplete: $out"
echo "$(grep -c '^dn:' "$out") entries, $(stat -c %s "$out") bytes: $out"
