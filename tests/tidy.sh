#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# tidy.sh [--deep] [FILE...]: clang-tidy over the program's sources (all of them when none is named), on every core.
# The sources of a folder are read together, twenty at most, for most of the time goes to their headers; where two of them cannot be read
# together, each is read alone. What was clean is not looked at again until it, a header of it, or .clang-tidy changes. --deep adds the
# static analyser. Last line: "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 2
checks=-bugprone-suspicious-include
[ "${1:-}" = --deep ] && { checks+=,clang-analyzer-*; shift; }
flags='-std=c++20 -I. -DFMT_SHARED -DHYGIE_VERSION="tidy"'
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hygie-tidy
work=build/tidy
rm -rf "$work"
mkdir -p "$cache" "$work"
export checks flags cache work

tidy() { # SOURCE LOG
    clang-tidy-14 --quiet --checks="$checks" "$1" -- $flags >"$2" 2>&1
}

look() { # FILE...: those of one folder
    local name key group file failed=
    name=$work/$(echo "$1" | tr / _)
    group=${name%.cpp}.group.cpp
    printf '#include "%s"\n' "$@" >"$group"
    key=$(clang++-14 $flags -E "$group" 2>/dev/null | cat - .clang-tidy <(echo "$checks") | sha256sum | cut -c1-40)
    [ -e "$cache/$key" ] && return
    if ! tidy "$group" "$group.out"; then
        for file in "$@"; do
            name=$work/$(echo "$file" | tr / _)
            if tidy "$file" "$name.log"; then rm -f "$name.log"; else failed=yes; fi
        done
    fi
    [ -n "$failed" ] || touch "$cache/$key"
}
export -f tidy look

if [ $# -gt 0 ]; then files=$(printf '%s\n' "$@"); else files=$(git ls-files 'core/*.cpp' 'net/*.cpp' 'audits/*.cpp' 'report/*.cpp' 'cli/*.cpp'); fi
total=$(echo "$files" | grep -c .)
# A line a group, widest folders first.
echo "$files" | sort | awk '{ folder = $0; sub("/[^/]*$", "", folder); if (folder != last || ++n > 20) { if (NR > 1) print line; line = $0; n = 1; last = folder } else line = line " " $0 } END { print line }' |
    awk '{ print NF, $0 }' | sort -rn | cut -d' ' -f2- | xargs -P "$(nproc)" -L1 bash -c 'look "$@"' look
failed=$(find "$work" -name '*.log' | wc -l)
grep -hE '(error|warning):' "$work"/*.log 2>/dev/null | sort -u
echo "$((total - failed)) passed, $failed failed"
[ "$failed" = 0 ]
