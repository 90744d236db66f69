#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# tidy.sh [--deep] [FILE...]: clang-tidy over the program's sources (all of them when none is named), on every core.
# A file that was clean is not looked at again until it, a header of it, or .clang-tidy changes. --deep adds the static analyser.
# Needs a configured build folder (HYGIE_BUILD, default build/dev). Last line: "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 2
build=${HYGIE_BUILD:-build/dev}
[ -f "$build/compile_commands.json" ] || { echo "tidy: configure first: cmake --preset dev" >&2; exit 2; }
extra=
[ "${1:-}" = --deep ] && { extra=--checks=clang-analyzer-*; shift; }
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hygie-tidy
mkdir -p "$cache" "$build/tidy" && rm -f "$build"/tidy/*.log
export build extra cache

look() {
    local file=$1 key log
    log=$build/tidy/$(echo "$file" | tr / _).log
    key=$(clang++-14 -std=c++20 -I. -E "$file" 2>/dev/null | cat - .clang-tidy <(echo "$extra") | sha256sum | cut -c1-40)
    [ -e "$cache/$key" ] && return 0
    if clang-tidy-14 -p "$build" --quiet ${extra:+"$extra"} "$file" >"$log" 2>&1; then
        touch "$cache/$key"
        rm -f "$log"
    fi
}
export -f look

if [ $# -gt 0 ]; then files=$(printf '%s\n' "$@"); else files=$(git ls-files 'core/*.cpp' 'net/*.cpp' 'audits/*.cpp' 'report/*.cpp' 'cli/*.cpp'); fi
total=$(echo "$files" | grep -c .)
echo "$files" | xargs -P "$(nproc)" -I{} bash -c 'look {}'
failed=$(find "$build/tidy" -name '*.log' | wc -l)
grep -hE '(error|warning):' "$build"/tidy/*.log 2>/dev/null | sort -u
echo "$((total - failed)) passed, $failed failed"
[ "$failed" = 0 ]
