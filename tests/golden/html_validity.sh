#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The HTML reports beside this script hold no error and no warning of HTML Tidy (package tidy).
set -eu
here=$(dirname "$0")
command -v tidy >/dev/null || { echo "tidy is not installed: apt install tidy" >&2; exit 1; }
status=0
for page in "$here"/*.html; do
  found=$(tidy -errors -quiet "$page" 2>&1) || true
  [ -z "$found" ] || { printf '%s:\n%s\n' "$page" "$found" >&2; status=1; }
done
exit $status
