#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# purity.sh CHECKS_ARCHIVE CHECKS_ALONE [COLLECT_ARCHIVE]: checks are pure, and the collector of the directory only reads.
# Looks at what the compiled code asks of the outside, not at what the source says.
set -u
checks=${1:?archive of the checks} alone=${2:?program that links the checks and nothing else} collect=${3:-}
failed=0
refuse() { echo "FAIL  $1:"; echo "$2" | sed 's/^/      /' | head -10; failed=$((failed + 1)); }

impure=$(nm --undefined-only "$checks" | awk '{print $2}' |
    grep -E '^(ldap_|ber_|socket|connect|getaddrinfo|fopen|open64?|getenv|secure_getenv|time|clock_gettime|gettimeofday|setlocale|printf|puts|fwrite)(@|$)|basic_[io]?fstream|system_clock3now')
[ -z "$impure" ] || refuse "a check reaches the outside" "$impure"

libraries=$(ldd "$alone" | awk '{print $1}' | grep -E 'libldap|liblber|libsasl|libssh|libcurl|libgssapi|libunbound|libldns')
[ -z "$libraries" ] || refuse "the checks link a network library" "$libraries"

[ -n "$collect" ] || { [ "$failed" = 0 ] && echo "checks are pure"; exit "$failed"; }
writers=$(nm --undefined-only "$collect" | awk '{print $2}' | grep -E '^ldap_(add|modify|delete|rename|modrdn|passwd)')
nm --undefined-only "$collect" | grep -q ' ldap_search_ext$' || refuse "the collector does not search: this test looks at the wrong archive" "$collect"
[ -z "$writers" ] || refuse "the collector can write to a directory" "$writers"

[ "$failed" = 0 ] && echo "checks are pure, the collector only reads"
exit "$failed"
