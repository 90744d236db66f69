#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# packaging/install.sh GROUP...: installs the packages of these groups of dependencies.txt that are missing. No service is started.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || { echo "usage: packaging/install.sh GROUP..." >&2; exit 2; }

packages() { # GROUP...: one package a line
  awk -v groups=" $* " '/^#/ || /^$/ {next} /^\[/ {wanted = index(groups, " " substr($0, 2, length($0) - 2) " "); next} wanted {print $1}' "$here/dependencies.txt"
}
installed() { [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2> /dev/null | cut -c1-2)" = ii ]; }

missing=()
for package in $(packages "$@"); do installed "$package" || missing+=("$package"); done
[ ${#missing[@]} -gt 0 ] || { echo "packages: all there ($*)"; exit 0; }

[ "$(. /etc/os-release && echo "${ID:-} ${VERSION_ID:-}")" = "debian 12" ] ||
  echo "packages: this is not Debian 12; the names of packages may differ" >&2
as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo > /dev/null || { echo "packages: neither root nor sudo; install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi

# Servers are started by our tests alone, on loopback and in their own folder: nothing may start by itself.
policy=/usr/sbin/policy-rc.d
made=''
undo() { [ -z "$made" ] || "${as_root[@]}" rm -f "$policy"; }
trap undo EXIT
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" > /dev/null
  "${as_root[@]}" chmod 755 "$policy"
  made=yes
fi

echo "packages: installing ${#missing[@]}: ${missing[*]}"
log=$(mktemp)
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 "$@" >> "$log" 2>&1; }
apt update || { tail -5 "$log" >&2; echo "packages: apt-get update failed (log: $log)" >&2; exit 1; }
apt install --no-install-recommends "${missing[@]}" || { tail -15 "$log" >&2; echo "packages: apt-get install failed (log: $log)" >&2; exit 1; }
rm -f "$log"
