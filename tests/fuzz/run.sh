#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# run.sh [RUNS [TARGET...]]: builds the fuzz targets, runs each RUNS times (100,000 unless told) from its seeds, and says
# how many inputs were tried. A crash is kept in build/fuzz/crashes and makes the exit status 1.
set -u
cd "$(dirname "$0")/../.." || exit 2
runs=${1:-100000}
shift
[ -d build/fuzz ] || cmake --preset fuzz >/dev/null || exit 2
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=($(cd tests/fuzz && ls *_fuzz.cpp | sed 's/_fuzz\.cpp//'))
cmake --build build/fuzz --parallel 2 --target $(printf '%s_fuzz ' "${targets[@]}") >/dev/null || exit 2
mkdir -p build/fuzz/crashes build/fuzz/corpus
failed=0
for target in "${targets[@]}"; do
    corpus=build/fuzz/corpus/$target seeds=tests/fuzz/corpus/$target log=build/fuzz/$target.log
    mkdir -p "$corpus"
    [ -d "$seeds" ] || seeds=
    if build/fuzz/tests/fuzz/"${target}_fuzz" -runs="$runs" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/crashes/$target-" "$corpus" $seeds >"$log" 2>&1; then
        result=ok
    else
        result=FAILED failed=1
    fi
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") executions, $result"
done
exit "$failed"
