#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Every message of the program has a French translation: ends with 1 and names those that have none.
#   cli/po/check.sh            checks
#   cli/po/check.sh --update   adds the missing messages to fr.po, empty, and drops those that the program no longer says
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git ls-files --cached --others --exclude-standard 'cli/*.cpp' 'core/*.cpp' 'net/*.cpp' 'report/*.cpp' 'audits/*.cpp' 'cli/*.hpp' 'core/*.hpp' 'net/*.hpp' 'audits/*.hpp' |
  LC_ALL=C sort -u > "$work/files"
xgettext --language=C++ --from-code=UTF-8 --keyword=tr --keyword=msgid --no-location --no-wrap --sort-output \
  --files-from="$work/files" --output="$work/hygie.pot" 2> "$work/words" || { cat "$work/words" >&2; exit 1; }
sed -i '/^#, c-format$/d' "$work/hygie.pot"
msgmerge --quiet --no-fuzzy-matching --no-wrap --sort-output --output-file="$work/fr.po" cli/po/fr.po "$work/hygie.pot"
msgattrib --no-obsolete --no-wrap --output-file="$work/clean.po" "$work/fr.po"
if [ "${1:-}" = --update ]; then
  sed -E '/^"(POT-Creation-Date|Report-Msgid-Bugs-To)/d' "$work/clean.po" > cli/po/fr.po
fi
msgfmt --check-format --output-file=/dev/null "$work/clean.po"
# {} must be the same on both sides, or a French message would lose a value or throw
python3 - "$work/clean.po" <<'PY'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
def value(block, key):
    found = re.search(r'^%s ((?:"(?:[^"\\]|\\.)*"\n?)+)' % key, block, re.M)
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(1))) if found else ""
bad = [value(b, "msgid") for b in text.split("\n\n") if value(b, "msgid") and value(b, "msgstr")
       and sorted(re.findall(r"\{[^{}\s:]*\}", value(b, "msgid"))) != sorted(re.findall(r"\{[^{}\s:]*\}", value(b, "msgstr")))]
for one in bad:
    print("placeholders differ:", one)
sys.exit(1 if bad else 0)
PY
msgattrib --untranslated --no-wrap "$work/clean.po" > "$work/missing.po"
missing=$(grep -c '^msgid "' "$work/missing.po" || true)
[ "$missing" -gt 1 ] && missing=$((missing - 1))   # the header counts as one
total=$(grep -c '^msgid' "$work/clean.po")
if grep -q '^msgid' "$work/missing.po"; then
  grep '^msgid' "$work/missing.po" >&2
  echo "po: $((total - 1 - missing)) passed, $missing failed"
  exit 1
fi
echo "po: $((total - 1)) passed, 0 failed"
