#!/usr/bin/env bash
# scripts/lib.sh installs what is missing and nothing else, and says so where it
# cannot. The system's commands are played by others; nothing is installed.
# usage: setup_test.sh ROOT
set -euo pipefail
root=$(cd "$1" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A checkout with the scripts alone, and a system with these commands.
mkdir -p "$folder/checkout" "$folder/usual"
cp -r "$root/scripts" "$folder/checkout/"
for command in bash cat dirname env grep mktemp printf readlink rm sh tee mkdir flock; do
  ln -s "$(command -v "$command")" "$folder/usual/"
done

fail() {
  echo "FAILED: $1"
  sed 's/^/  | /' "$folder/said"
  exit 1
}

play() { # SYSTEM COMMAND SCRIPT
  mkdir -p "$folder/$1"
  printf '#!/bin/sh\n%s\n' "$3" >"$folder/$1/$2"
  chmod +x "$folder/$1/$2"
}

# What install_missing does with the packages on that system.
install_on() { # SYSTEM [user]
  local status=0
  : >"$folder/calls"
  env -i PATH="$folder/$1:$folder/usual" CALLS="$folder/calls" \
    bash -c "
      set -euo pipefail
      source '$folder/checkout/scripts/lib.sh'
      is_root() { [[ '${2:-root}' == root ]]; }
      install_missing git:git ninja-build:ninja libyaml-dev
      echo went on >&2" >"$folder/said" 2>&1 </dev/null || status=$?
  return "$status"
}
says() { grep -qF -- "$1" "$folder/said" || fail "$2 does not say: $1"; }
called() { [[ $(cat "$folder/calls") == "$1" ]] || fail "$2 calls: $(cat "$folder/calls")"; }

# shellcheck disable=SC2016 # played commands expand their own variables
{
  apt='echo "apt-get $*" >>"$CALLS"'
  sudo='[ "$1 $2" = "-n true" ] || { echo "sudo $1" >>"$CALLS"; exec "$@"; }'
}
play complete git ''
play complete ninja ''
play complete dpkg-query 'echo installed'
play complete apt-get "$apt"
install_on complete || fail "a complete system is not enough"
called '' "a complete system"
[[ $(cat "$folder/said") == "went on" ]] || fail "a complete system is not quiet"

play bare dpkg-query 'exit 1'
play bare apt-get "$apt"
install_on bare || fail "a bare system"
called 'apt-get -y -o DPkg::Lock::Timeout=600 update
apt-get -y -o DPkg::Lock::Timeout=600 install --no-install-recommends git ninja-build libyaml-dev' \
  "a bare system"

if install_on bare user; then fail "somebody without sudo gets through"; fi
says "neither root nor sudo" "somebody without sudo"
says "apt-get install --no-install-recommends git ninja-build libyaml-dev" "somebody without sudo"
called '' "somebody without sudo"

play sudo dpkg-query 'exit 1'
play sudo apt-get "$apt"
play sudo sudo "$sudo"
install_on sudo user || fail "somebody with sudo"
grep -q 'sudo env' "$folder/calls" || fail "sudo is not used"

play refused dpkg-query 'exit 1'
play refused apt-get "$apt"
play refused sudo 'exit 1'
if install_on refused user; then fail "somebody whom sudo refuses gets through"; fi
says "neither root nor sudo" "somebody whom sudo refuses"

if install_on foreign; then fail "a system without apt gets through"; fi
says "not found: git ninja" "a system without apt"
says "git ninja-build libyaml-dev" "a system without apt"

play foreign-but-able git ''
play foreign-but-able ninja ''
install_on foreign-but-able || fail "a system without apt that has all commands"

play broken dpkg-query 'exit 1'
play broken apt-get 'echo "E: no such package"; exit 100'
status=0
install_on broken || status=$?
[[ $status == 3 ]] || fail "exit status $status where apt-get fails"
says "E: no such package" "a failing apt-get"
says "could not install git ninja-build libyaml-dev" "a failing apt-get"
