#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# record.sh [PROGRAM]: records directory.snapshot again, from the laboratory's spoiled domain (tests/lab), over ldaps, as its administrator.
set -euo pipefail
here=$(cd "$(dirname "$(realpath "$0")")" && pwd)
root=$(dirname "$here")
hygie=$(realpath "${1:-$root/build/release/bin/hygie}")
"$root/tests/lab/lab.sh" up spoiled
eval "$("$root/tests/lab/lab.sh" env spoiled)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/hospital.yaml" <<Y
hygie: 1
establishment: {name: "CH Exemple", finess: "750000002", category: ch}
authorisation: {by: "Directeur général", from: 2026-01-01, until: 2099-12-31, covers: [directory], addresses: [127.0.0.0/8]}
directory:
  - {name: hopital.test, url: "ldaps://$LAB_IP", ca: $LAB_DIR/tls/ca.pem, bind: {method: simple, user: "$LAB_ADMIN", password_file: $LAB_ADMIN_PASSWORD_FILE}, sysvol: none}
Y
status=0
"$hygie" audit directory -c "$work/hospital.yaml" --lang fr --quiet --save "$here/directory.snapshot" || status=$?
[ "$status" = 1 ] || [ "$status" = 3 ] || { echo "record: the audit ended with status $status" >&2; exit 1; }
chmod 644 "$here/directory.snapshot"
ls -l "$here/directory.snapshot"
