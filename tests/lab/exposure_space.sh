#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Sourced by the exposure_*.sh scripts: a network namespace of their own, in which servers start and dialogues are held, and which goes with them.
#   space NAME TESTS PROGRAM   makes it; PROGRAM is hygie_test_dialogue
#   serve PORT COMMAND...      starts a server inside and waits until it listens
#   serve_udp PORT COMMAND...  the same over UDP
#   wire                       a second interface, whose other end nobody holds: some servers want more than loopback to start
#   says WHAT PATTERN NAME ADDRESS PORT     the dialogue prints a line that matches
#   silent WHAT NAME ADDRESS PORT           the server is not taken for what it is not
#   finished                   the last line: "NAME: N passed, N failed"
export LC_ALL=C
passed=0 failed=0
children=()

space() {
    lab=$1 program=$(realpath "$3") work=$(mktemp -d) space=hygie-${1// /-}-$$
    [ -x "$program" ] || { echo "$lab: build hygie_test_dialogue first: $3" >&2; exit 2; }
    trap finish EXIT
    if ! ip netns add "$space" || ! ip -n "$space" link set lo up; then
        echo "SKIP  every dialogue: this machine lets nobody make a network namespace (root is needed, and CAP_SYS_ADMIN)"
        echo "$lab: 0 passed, 0 failed, $2 skipped"
        exit 77
    fi
}
finish() {
    for pid in "${children[@]}"; do kill "$pid" 2>/dev/null; done
    for pid in $(ip netns pids "$space" 2>/dev/null); do kill "$pid" 2>/dev/null; done
    wait 2>/dev/null
    ip netns del "$space" 2>/dev/null
    rm -rf "$work"
}
wire() { ip -n "$space" link add wire type veth peer name end && ip -n "$space" address add 192.0.2.1/24 brd + dev wire && ip -n "$space" link set wire up && ip -n "$space" link set end up && ip -n "$space" route add 224.0.0.0/4 dev wire; }
inside() { ip netns exec "$space" "$@"; }
need() { # TOOL...
    local tool
    for tool; do command -v "$tool" >/dev/null || { echo "$lab: $tool is missing: packaging/install.sh test" >&2; exit 2; }; done
}
serve() { started tcp "$@"; }
serve_udp() { started udp "$@"; }
started() { # tcp|udp PORT COMMAND...
    local kind=$1 port=$2
    shift 2
    inside "$@" >"$work/$kind-$port.log" 2>&1 &
    children+=($!)
    for _ in $(seq 150); do inside ss -Hln --"$kind" "sport = :$port" | grep -q . && return; sleep 0.1; done
    bad "nothing listens on $kind port $port" "$(tail -2 "$work/$kind-$port.log")"
}
ok() { passed=$((passed + 1)); echo "ok    $1"; }
bad() { failed=$((failed + 1)); echo "FAIL  $1: $2"; }
says() {
    local what=$1 pattern=$2 said
    shift 2
    said=$(inside "$program" "$@" 2>&1)
    if grep -qE "$pattern" <<<"$said"; then ok "$what"; else bad "$what" "wanted $pattern, heard: $(tr '\n' ' ' <<<"$said" | cut -c1-300)"; fi
}
silent() {
    local what=$1
    shift
    if inside "$program" "$@" >/dev/null 2>&1; then bad "$what" "taken for it"; else ok "$what"; fi
}
finished() {
    echo "$lab: $passed passed, $failed failed"
    [ "$failed" = 0 ]
}
