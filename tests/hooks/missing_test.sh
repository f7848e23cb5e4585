#!/usr/bin/env bash
# Where catalint cannot be built, one line of what pre-commit shows says what is
# missing and how to get it.
# usage: missing_test.sh INSTALLED
set -euo pipefail
installed=$1
# shellcheck source=tests/hooks/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

hooks=$installed/repository
make_catalog catalog
use_hook catalog catalint
write_descriptor catalog/catalog-info.yaml ROAD

# A system with these commands alone.
system() { # NAME COMMAND...
  mkdir "$1"
  local command
  for command in git pre-commit basename env sed sh uname "${@:2}"; do
    ln -s "$(command -v "$command")" "$1/"
  done
}
# The only line about catalint fits the pattern.
says() { # SYSTEM PATTERN
  local status=0 line
  git -C catalog add --all
  (cd catalog && PATH=$folder/$1 pre-commit run --all-files) >said 2>&1 || status=$?
  ((status == 3)) || fail "$1: exit status $status"
  line=$(sed -n 's/^ *\(catalint: .*\)/\1/p' said)
  # shellcheck disable=SC2053 # a pattern it is
  [[ $line == $2 ]] || fail "$1 says: $line"
    said_nothing_of Traceback
}

else_system="or put catalint on PATH and use the hook catalint-system"
system without-compiler cmake ninja
says without-compiler "catalint: cannot be built without a C++ compiler, not found on PATH; \
Debian: apt-get install g++; macOS: xcode-select --install; $else_system"

system bare
says bare "catalint: cannot be built without a C++ compiler, CMake 3.24 and Ninja or Make, not found on PATH; \
Debian: apt-get install g++ cmake ninja-build; \
macOS: xcode-select --install && brew install cmake && brew install ninja; $else_system"

# Without a network and one of the libraries: nobody listens on port 1.
system without-library cmake ninja c++ cc as ld ar ranlib
export https_proxy=http://127.0.0.1:1 CMAKE_ARGS=-DCMAKE_DISABLE_FIND_PACKAGE_CLI11=ON
says without-library "catalint: the library cli11 is not installed and could not be fetched \
(unable to access *); Debian: apt-get install libyaml-dev libyaml-cpp-dev libre2-dev nlohmann-json3-dev \
libcli11-dev; macOS: brew install libyaml yaml-cpp re2 nlohmann-json cli11; $else_system"
