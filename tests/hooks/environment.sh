# shellcheck shell=bash
# What the tests of the hooks share. Source it after `set -euo pipefail`: it sets
# $folder, which is removed in the end, and stands in it. Nothing of the caller's
# git, pip or pre-commit is used or changed, and nothing is fetched.

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
# shellcheck disable=SC2034
root=$(cd "$here/../.." && pwd)

# What was compiled before is found again, and the cache keeps its size.
if command -v ccache >/dev/null; then
  CCACHE_DIR=$(ccache --get-config cache_dir)
  CCACHE_MAXSIZE=$(ccache --get-config max_size)
  export CCACHE_DIR CCACHE_MAXSIZE
fi
# As the preset `release` has it, or nothing would be found.
export CMAKE_ARGS=-DCMAKE_COMPILE_WARNING_AS_ERROR=ON

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit
mkdir home bin
unset SKIP "${!GIT_@}" "${!PRE_COMMIT_@}" "${!PIP_@}" "${!VIRTUALENV_@}" "${!XDG_@}"
export HOME=$folder/home PRE_COMMIT_HOME=$folder/cache PIP_NO_INDEX=1
export GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
git config --global user.name tester
git config --global user.email tester@example.com
git config --global init.defaultBranch main
git config --global protocol.file.allow always

fail() {
  echo "FAILED: $1"
  [[ ! -f $folder/said ]] || tail -n 60 "$folder/said" | sed 's/^/  | /'
  exit 1
}
said() { grep -qF -- "$1" "$folder/said" || fail "does not say: $1"; }
said_nothing_of() { ! grep -qF -- "$1" "$folder/said" || fail "says: $1"; }

# passes WHAT COMMAND...: what the command says stands in $folder/said.
passes() {
  "${@:2}" >"$folder/said" 2>&1 || fail "$1: exit status $?"
}
stops() { # as passes; with 1, as pre-commit and git do for a hook that fails
  local status=0
  "${@:2}" >"$folder/said" 2>&1 || status=$?
  [[ $status == 1 ]] || fail "$1: exit status $status"
}

descriptor() { # PROJECT-KEY [NAME]
  printf '%s\n' "apiVersion: backstage.io/v1alpha1" "kind: Component" "metadata:" \
    "  name: ${2:-search}" "  annotations:" "    jira/project-key: $1" \
    "spec:" "  type: service" "  lifecycle: production" "  owner: team-search"
}

write_descriptor() { # FOLDER/FILE PROJECT-KEY [NAME]
  [[ -d ${1%/*} ]] || mkdir -p -- "${1%/*}"
  descriptor "${@:2}" >"$1"
}

# Names that are awkward to hand over, of descriptors all the same; the first one
# would be an option. (pre-commit takes no name that is not UTF-8.)
# shellcheck disable=SC2034
awkward_names=(-ojson=x.catalog-info.yaml --help.catalog-info.yaml -dash/catalog-info.yaml
  'two  blanks/catalog-info.yaml' $'line\nbreak/catalog-info.yml' Zürich/catalog-info.yaml
  $'"quo\'ted" $HOME;*/catalog-info.yaml')

for_awkward_names() { # FOLDER COMMAND...: one file each, an entity each
  local name number=0
  for name in "${awkward_names[@]}"; do
    number=$((number + 1))
    [[ -d $1/${name%/*} ]] || mkdir -p "$(dirname "$1/$name")"
    "${@:2}" "awkward-$number" >"$1/$name"
  done
}

# A commit of the checkout as it is now: the repository of the hooks.
make_hook_repository() { # FOLDER
  local file
  git init --quiet "$1"
  while IFS= read -r -d '' file; do
    [[ ! -f $root/$file ]] || printf '%s\0' "$file"
  done < <(git -C "$root" ls-files -co --exclude-standard -z) |
    tar -C "$root" --null --files-from - -cf - | tar -C "$1" -xf -
  git -C "$1" add --all
  git -C "$1" commit --quiet -m "the checkout"
}

# What install_test.sh left: the repository of the hooks, and what pre-commit
# installed from it.
use_installed() { # FOLDER
  hooks=$1/repository
  export PRE_COMMIT_HOME=$1/cache
}

make_catalog() { # FOLDER: a repository in which every commit runs pre-commit
  git init --quiet "$1"
  (cd "$1" && pre-commit install >/dev/null)
}

use_hook() { # CATALOG ID [ARGS]
  cat >"$1/.pre-commit-config.yaml" <<EOT
repos:
- repo: $hooks
  rev: $(git -C "$hooks" rev-parse HEAD)
  hooks: [{id: $2${3:+, args: $3}}]
EOT
}

commit() { # CATALOG [OPTION...]: a commit of all that is there
  git -C "$1" add --all && git -C "$1" commit --quiet -m "a change" "${@:2}"
}

run_on_all_files() { # CATALOG
  git -C "$1" add --all && (cd "$1" && pre-commit run --all-files --verbose)
}
