#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# run.sh [PROGRAM]: the directory audit from the command line against real servers: what was planted is found over every transport, nothing else
# is, and every accident ends with a clear message, the right exit status and no loss. Starts what it needs on loopback and stops what it started.
# One line a test; the last line is "live: N passed, N failed, N skipped".
set -u
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
hygie=$(realpath "${1:-$root/build/release/bin/hygie}") || exit 2
[ -x "$hygie" ] || { echo "run: build hygie first: $hygie" >&2; exit 2; }
work=$(mktemp -d)
passed=0 failed=0 skipped=0
started=()
children=()
finish() {
    for pid in "${children[@]}"; do kill "$pid" 2>/dev/null; done
    for name in "${started[@]}"; do "$here/lab.sh" down "$name" >/dev/null; done
    rm -rf "$work"
}
trap finish EXIT
ok() { passed=$((passed + 1)); echo "ok    $1"; }
bad() { failed=$((failed + 1)); echo "FAIL  $1"; [ $# -lt 2 ] || echo "$2" | sed 's/^/      /' | head -12; }
skip() { skipped=$((skipped + 1)); echo "SKIP  $1"; }
same() { if cmp -s "$2" "$3"; then ok "$1"; else bad "$1" "$(diff "$2" "$3" | cut -c1-300 | head -8)"; fi; }

domain() { # NAME: up, its settings in variables
    "$here/lab.sh" list | grep -E "^$1 " | grep -q ' running:' || started+=("$1")
    "$here/lab.sh" up "$1" >"$work/up.log" 2>&1 || { cat "$work/up.log" >&2; echo "run: the domain $1 did not start" >&2; exit 1; }
    eval "$("$here/lab.sh" env "$1")"
}
declare_as() { # FILE URL KEYS: a declaration of one directory
    cat >"$work/$1.yaml" <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: ${until:-2099-12-31}, covers: [directory], addresses: [${scope:-127.0.0.0/8}], domains: [hopital.test]}
directory:
  - {name: hopital.test, url: "$2", $3, sysvol: none}
Y
}
simple() { echo "bind: {method: simple, user: \"$1\", password_file: $2}"; }
audit() { # NAME ARGS...: runs it; status in $status, words in NAME.err
    local name=$1
    shift
    timeout 120 "$hygie" audit directory -c "$work/$name.yaml" "$@" >"$work/$name.out" 2>"$work/$name.err"
    status=$?
}
findings() { python3 - "$1" <<'P'
import json, sys
report = json.load(open(sys.argv[1]))
print(json.dumps(report["findings"], ensure_ascii=False, indent=1))
P
}
ends() { # NAME STATUS PATTERN WHAT: the last audit of that name ended so, and said that
    if [ "$status" = "$2" ] && grep -qiE "$3" "$work/$1.err"; then ok "$4"
    else bad "$4" "status $status instead of $2; said: $(head -5 "$work/$1.err")"; fi
}

. "$here/live_transports.sh"
. "$here/live_accidents.sh"
. "$here/live_channels.sh"

[ -x /usr/sbin/samba ] || { echo "run: Samba is not installed: tests/lab/samba-dc.sh install" >&2; exit 1; }
transports
clean_domain
accidents
channels
echo "live: $passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
