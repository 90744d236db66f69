#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Runs the transcripts (*.t) beside this file against a built program:   tests/cli/run.sh PROGRAM [TRANSCRIPT...]
#
#   # comment                     a line for the reader
#   <<< FILE ... >>>              writes FILE; @TODAY@, @YESTERDAY@, @NEXT_YEAR@, @TOO_FAR@, @SOURCE@ are replaced
#   @ COMMAND                     preparation, which must succeed
#   $ COMMAND                     the test; hygie is on the PATH; the locale is C
#   ? STATUS                      its exit status (0 when absent)
#   > PATTERN    >! PATTERN       standard output has, has not, a line that matches (extended expression); `>.`: it is empty
#   ! PATTERN    !! PATTERN       the same of standard error; `!.`: it is empty
set -u
program=$(realpath "${1:?usage: tests/cli/run.sh PROGRAM [TRANSCRIPT...]}") || exit 2
shift
here=$(cd "$(dirname "$0")" && pwd)
source_folder=$(cd "$here/../.." && pwd)
passed=0 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$program" "$work/bin/hygie"
# writes the snapshots that transcripts replay; built beside the program
[ -x "$(dirname "$program")/hygie_test_snapshots" ] || { echo "build hygie_test_snapshots first" >&2; exit 2; }
ln -s "$(dirname "$program")/hygie_test_snapshots" "$work/bin/snapshots"
unset LANG LC_MESSAGES NO_COLOR CLICOLOR_FORCE
export LSAN_OPTIONS="suppressions=$source_folder/tests/lsan.supp:print_suppressions=0"
export LC_ALL=C PATH="$work/bin:$PATH" SOURCE="$source_folder"

dates() {
  sed -e "s/@TODAY@/$(date -u +%F)/g; s/@YESTERDAY@/$(date -u -d '1 day ago' +%F)/g" -e "s/@NEXT_YEAR@/$(date -u -d '300 days' +%F)/g" \
    -e "s/@TOO_FAR@/$(date -u -d '400 days' +%F)/g; s|@SOURCE@|$source_folder|g"
}

command_line='' where='' wanted=0 complaints=''
complain() { complaints+="    $1"$'\n'; }

expect() { # SIGN PATTERN
  case $1 in
    '>' | '!') grep -qE -e "$2" "$(sink "$1")" || complain "nothing matches: $1 $2" ;;
    '>!' | '!!') ! grep -qE -e "$2" "$(sink "${1:0:1}")" || complain "should not match: $1 $2" ;;
    '>.' | '!.') [ ! -s "$(sink "${1:0:1}")" ] || complain "should be empty: $1" ;;
  esac
}
sink() { [ "$1" = '>' ] && echo "$work/out" || echo "$work/err"; }

conclude() {
  [ -n "$command_line" ] || return 0
  [ "$status" = "$wanted" ] || complain "exit status $status, not $wanted"
  if [ -z "$complaints" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s: $ %s\n%s' "$where" "$command_line" "$complaints"
    sed 's/^/    out: /' "$work/out" | head -40
    sed 's/^/    err: /' "$work/err" | head -40
  fi
  command_line='' complaints='' wanted=0
}

run_transcript() {
  local folder line number=0 file=''
  folder=$(mktemp -d "$work/XXXXXX")
  cd "$folder" || exit 2
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    if [ -n "$file" ]; then
      if [ "$line" = '>>>' ]; then file=''; else printf '%s\n' "$line" | dates >> "$file"; fi
      continue
    fi
    case $line in
      '' | '#'*) ;;
      '<<< '*) conclude; file=${line#<<< }; mkdir -p "$(dirname "$file")"; : > "$file" ;;
      '@ '*) conclude; bash -c "$(printf '%s' "${line#@ }" | dates)" > "$work/setup" 2>&1 < /dev/null || {
          failed=$((failed + 1)); echo "$1:$number: the preparation failed: $line"; cat "$work/setup"; return; } ;;
      '$ '*) conclude; command_line=${line#\$ } where=$(basename "$1"):$number
        timeout 120 bash -c "$(printf '%s' "$command_line" | dates)" > "$work/out" 2> "$work/err" < /dev/null; status=$? ;;
      '? '*) wanted=${line#? } ;;
      '>.' | '!.') expect "$line" '' ;;
      '>! '* | '!! '*) expect "${line:0:2}" "$(printf '%s' "${line:3}" | dates)" ;;
      '> '* | '! '*) expect "${line:0:1}" "$(printf '%s' "${line:2}" | dates)" ;;
      *) failed=$((failed + 1)); echo "$1:$number: not a transcript line: $line" ;;
    esac
  done < "$1"
  conclude
}

[ $# -gt 0 ] || set -- "$here"/*.t
for transcript in "$@"; do run_transcript "$(realpath "$transcript")"; done
echo "cli: $passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
