# shellcheck shell=bash
# What scripts/run and scripts/test share. Source it after `set -euo pipefail`.
# Everything here speaks on standard error; standard output is the program's.

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)

# What a build needs, and what the tests need besides: Debian's package, and
# after the colon the command to look for, where a command says it best.
# shellcheck disable=SC2034
build_packages=(g++:g++ cmake:cmake ninja-build:ninja git:git libyaml-dev
  libyaml-cpp-dev libre2-dev nlohmann-json3-dev libcli11-dev)
# shellcheck disable=SC2034 # catalint-verify's, which is left out without it
verify_packages=(libcurl4-openssl-dev)
# shellcheck disable=SC2034
package_packages=(python3:python3 npm:npm)
# shellcheck disable=SC2034
document_packages=(python3:python3 python3-jsonschema python3-yaml)
# shellcheck disable=SC2034
test_packages=(libgtest-dev libbenchmark-dev clang:clang++ libclang-rt-dev
  clang-tidy:clang-tidy clang-format:clang-format pre-commit:pre-commit
  nodejs:node npm:npm curl:curl python3:python3 python3-jsonschema python3-venv
  python3-yaml shellcheck:shellcheck ccache:ccache lintian:lintian openssl:openssl
  libcurl4 ca-certificates
  zsh:zsh fish:fish man-db:man mandoc:mandoc parallel:parallel valgrind:valgrind)

# ccache finds what was compiled in another checkout before. A base above it
# would not do: paths to the system's headers would hold its depth.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

setup_failed=3 # as catalint's own exit status when something stops it

# shellcheck disable=SC2034
fuzz_packages=(clang:clang++ libclang-rt-dev ccache:ccache)

say() { printf 'catalint: %s\n' "$*" >&2; }

give_up() {
  say "$@"
  exit "$setup_failed"
}

# step TEXT COMMAND...: runs the command and shows that it moves: on a terminal
# its last line, elsewhere a line every ten seconds. Nothing is shown of a
# command that prints nothing, nor of a build that had nothing to do. Its whole
# output follows when it fails.
step() {
  local text=$1 log status=0
  shift
  log=$(mktemp)
  "$@" </dev/null 2>&1 | tee "$log" | show_progress "$text" || status=$?
  if ((status != 0)); then
    grep -vE '^\[[0-9]+/[0-9]+\] [BL]' "$log" >&2 || true
    say "$text: failed"
  fi
  rm -f "$log"
  return "$status"
}

show_progress() {
  local text=$1 line told=0 last=0
  while IFS= read -r line; do
    case $line in
      "" | "[0/"* | "ninja: no work to do." | "ninja: Entering directory"*) continue ;;
    esac
    if ((!told)); then
      say "$text ..."
      told=1
      last=$SECONDS
    fi
    if [[ -t 2 ]]; then
      printf '\r\033[K%.78s' "${line//[^[:print:]]/}" >&2
    elif ((SECONDS - last >= 10)); then
      say "$text: ${line:0:100}"
      last=$SECONDS
    fi
  done
  if ((told)) && [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
}

# Sets `output`, where packages go.
# shellcheck disable=SC2034
take_output() { # [--output DIR]
  if (($# == 2)) && [[ $1 == --output ]]; then
    output=$(realpath -m "$2")
  elif (($# == 0)); then
    output=$root/build/packages
  else
    give_up "seen: $*; expected --output DIR at most"
  fi
}

is_there() { # PACKAGE[:COMMAND]
  if [[ $1 == *:* ]]; then
    command -v "${1#*:}" >/dev/null
  else
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
  fi
}

is_root() { ((EUID == 0)); }

# Installs those of the packages that are not there; calls no package manager
# when all are.
install_missing() {
  local entry missing=() missing_commands=() as_root=()
  for entry in "$@"; do
    is_there "$entry" && continue
    missing+=("${entry%%:*}")
    [[ $entry == *:* ]] && missing_commands+=("${entry#*:}")
  done
  if ((${#missing[@]} == 0)); then return 0; fi

  if ! command -v apt-get >/dev/null; then
    # Libraries that are not there are fetched by CMake; commands are not.
    if ((${#missing_commands[@]} == 0)); then return 0; fi
    give_up "not found: ${missing_commands[*]}. This system has no apt-get;" \
      "please install what Debian calls: ${missing[*]}"
  fi
  if ! is_root; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo -v; }; }; then
      as_root=(sudo)
    else
      give_up "these packages are missing, and neither root nor sudo is at hand to" \
        "install them. As root: apt-get install --no-install-recommends ${missing[*]}"
    fi
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=600)
  step "reading the package lists" "${as_root[@]}" update ||
    say "going on with the package lists that are there"
  say "missing: ${missing[*]}"
  step "installing them" "${as_root[@]}" install --no-install-recommends \
    "${missing[@]}" || give_up "apt-get could not install ${missing[*]}"
  rm -f "$root"/build/*/build.ninja # CMake looks for the libraries again
}

# configure PRESET: when that is not done or the presets have changed since.
configure() {
  local preset=$1 folder=$root/build/$1 options=()
  if command -v ccache >/dev/null; then
    options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  fi
  if [[ ! -f $folder/build.ninja || $root/CMakePresets.json -nt $folder/build.ninja ]] ||
    ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
    step "configuring build/$preset" \
      cmake -S "$root" --preset "$preset" --fresh "${options[@]}" || return
  fi
}

# build PRESET [NINJA-ARGUMENT...]: configures and builds build/PRESET.
build() {
  local preset=$1
  shift
  configure "$preset" || return
  step "building build/$preset" ninja -C "$root/build/$preset" "$@"
}

# One of these scripts at a time works in build/; the lock goes with file 9.
lock_build() {
  if ! { mkdir -p "$root/build" && : >>"$root/build/.lock"; }; then
    give_up "$root/build cannot be written to"
  fi
  exec 9>"$root/build/.lock"
  if ! flock -n 9; then
    say "waiting for another build in $root/build"
    flock 9
  fi
}

unlock_build() { exec 9>&-; }
