#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# The lab's domains by name, for tests and developers.
#
#   lab.sh up NAME      provision (or load from the cache), plant, start, wait; prints how long it took; idempotent
#   lab.sh down NAME    stop it; the folder stays.  lab.sh drop NAME removes the folder too
#   lab.sh env NAME     shell variables: eval "$(lab.sh env NAME)"
#   lab.sh check NAME   check-dc.sh, and verify_plant.py where something was planted
#   lab.sh list         every name, its address and whether it runs
#
# NAME: clean | spoiled | strong-auth (spoiled, clear binds refused) | expired-cert | wrong-ca (clean, bad certificate)
# HYGIE_LAB_DIR (/tmp/hygie-lab): where the domains live.  HYGIE_LAB_CACHE (~/.cache/hygie-lab): saved domains, one file
# for each content and address, made anew when a script, Samba or the week changes (planted ages are counted from then).
set -u
export LC_ALL=C PATH=$PATH:/usr/sbin:/sbin
here=$(cd "$(dirname "$0")" && pwd)
die() { echo "lab: $*" >&2; exit 1; }
ALL="clean spoiled strong-auth expired-cert wrong-ca"
root=${HYGIE_LAB_DIR:-/tmp/hygie-lab}
cache=${HYGIE_LAB_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/hygie-lab}
cmd=${1:-} name=${2:-}

address() { case $1 in clean) echo 127.0.0.11 ;; spoiled) echo 127.0.0.12 ;; strong-auth) echo 127.0.0.13 ;; expired-cert) echo 127.0.0.14 ;; wrong-ca) echo 127.0.0.15 ;; esac; }
content() { case $1 in spoiled | strong-auth) echo spoiled ;; *) echo clean ;; esac; }
dc() { "$here/samba-dc.sh" "$@"; }
key() { # everything that decides what a domain holds
    { cat "$here/samba-dc.sh" "$here/provision.py" "$here/plant.py" "$here"/planting/*.py; samba --version; date +%G-%V; env | grep ^LAB_ | sort; } | sha256sum | cut -c1-16
}
make() { # DIR CONTENT: provision, and fill
    export LAB_IP; LAB_IP=$(address "$name")
    dc provision "$1" || die "provisioning failed"
    /usr/bin/python3 "$here/plant.py" "$1" "$2" || die "planting failed"
}
obtain() { # DIR: from the cache, or made and put there
    local dir=$1 kind saved; kind=$(content "$name")
    saved=$cache/$kind-$(address "$name")-$(key).tar.zst
    if [ -s "$saved" ]; then dc load "$dir" "$saved" || die "cannot load $saved"; return; fi
    make "$dir" "$kind"
    mkdir -p "$cache" && dc save "$dir" "$saved.$$" >/dev/null && mv "$saved.$$" "$saved" || die "cannot save to $cache"
    find "$cache" -name "$kind-$(address "$name")-*.tar.zst" ! -path "$saved" -delete
}
state() { if [ -s "$root/$name/lab.conf" ]; then dc status "$root/$name"; else echo "not made"; fi; }
known() { case " $ALL " in *" $name "*) [ -n "$name" ] ;; *) false ;; esac || die "name one of: $ALL"; }
up() {
    local dir=$root/$name t0; t0=$(date +%s%N)
    dc status "$dir" >/dev/null 2>&1 && { echo "$name: already up, ldap://$(address "$name")"; return; }
    mkdir -p "$root" || die "cannot make $root"
    ( flock 9 && { [ -s "$dir/lab.conf" ] || obtain "$dir"; } ) 9>"$root/.$name.lock" || exit 1
    case $name in
    strong-auth) export LAB_STRONG_AUTH=yes ;;
    expired-cert) export LAB_TLS=expired ;;
    wrong-ca) export LAB_TLS=wrong-ca ;;
    esac
    dc start "$dir" >/dev/null || die "$name did not start"
    echo "$name: up, ldap://$(address "$name"), $dir, $(( ($(date +%s%N) - t0) / 1000000 )) ms"
}

case $cmd in
up) known; up ;;
down) known; dc stop "$root/$name" ;;
drop) known; dc stop "$root/$name" >/dev/null; rm -rf "${root:?}/$name" ;;
env) known; [ -s "$root/$name/lab.conf" ] || die "$name is not there: lab.sh up $name"; dc env "$root/$name" ;;
check)
    known; "$here/check-dc.sh" "$root/$name" || die "$name: the controller does not answer as it should"
    [ ! -s "$root/$name/planted.tsv" ] || /usr/bin/python3 "$here/verify_plant.py" "$root/$name" || die "$name: what was planted is not all there" ;;
list) for name in $ALL; do printf '%-13s %-11s %s\n' "$name" "$(address "$name")" "$(state)"; done ;;
*) sed -n '3,15s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
