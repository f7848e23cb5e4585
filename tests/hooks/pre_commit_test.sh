#!/usr/bin/env bash
# The hook of .pre-commit-hooks.yaml under the real pre-commit: a bad file stops
# a commit, a good one passes in silence, and however many files there are, one
# run lints them all. The README's entry is the one that is tried.
# usage: pre_commit_test.sh ROOT CATALINT
set -euo pipefail
root=$(cd "$1" && pwd)
catalint=$2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Nothing of the caller's git or pre-commit is used or changed.
unset SKIP "${!GIT_@}" "${!PRE_COMMIT_@}"
export HOME=$folder/home XDG_CONFIG_HOME=$folder/home PRE_COMMIT_HOME=$folder/cache
export GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
mkdir -p home bin
git config --global user.name tester
git config --global user.email tester@example.com
git config --global init.defaultBranch main
git config --global protocol.file.allow always

# The catalint on PATH tells how often it ran, and on how many files.
cat >bin/catalint <<EOT
#!/bin/sh
echo "\$#" >>'$folder/runs'
exec '$catalint' "\$@"
EOT
chmod +x bin/catalint
export PATH=$folder/bin:$PATH

fail() {
  echo "FAILED: $1"
  [[ ! -f $folder/said ]] || head -n 40 "$folder/said" | sed 's/^/  | /'
  exit 1
}

said_nothing_of() { ! grep -qF "$1" said || fail "says: $1"; }
said() { grep -qF "$1" said || fail "does not say: $1"; }

descriptor() { # PROJECT-KEY [NAME]
  cat <<EOT
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${2:-search}
  annotations:
    jira/project-key: $1
spec:
  type: service
  lifecycle: production
  owner: team-search
EOT
}

git init --quiet hooks
cp "$root/.pre-commit-hooks.yaml" hooks/
git -C hooks add .
git -C hooks commit --quiet -m "the hooks"
revision=$(git -C hooks rev-parse HEAD)

git init --quiet catalog
try() { # runs every hook on all files of catalog
  : >runs
  git -C catalog add --all
  (cd catalog && pre-commit try-repo ../hooks catalint-system --all-files --verbose) \
    >said 2>&1
}

descriptor '<example-jira-project-key>' >catalog/catalog-info.yaml
if try; then fail "try-repo passes a bad file"; fi
said jira/placeholder
said catalog-info.yaml:6:23

descriptor ROAD >catalog/catalog-info.yaml
try || fail "try-repo does not pass a good file"
said Passed
said_nothing_of catalog-info.yaml
[[ $(wc -l <runs) == 1 ]] || fail "a good file takes $(wc -l <runs) runs"

# A warning is enough to stop a commit: a hook that passes shows nothing.
sed 's|^spec:|    jira/token-type: bearer\nspec:|' -i catalog/catalog-info.yaml
if try; then fail "try-repo passes a warning"; fi
said jira/token-type

# Other YAML is none of its business.
descriptor ROAD >catalog/catalog-info.yaml
echo 'jira/project-key: <example>' >catalog/values.yaml
echo 'a: "' >catalog/not-catalog-info.yaml
try || fail "try-repo lints files that are no descriptors"

# Hundreds of files, one run: `check --fail-on=warning` and a path for each.
for ((i = 1; i <= 400; ++i)); do
  mkdir -p "catalog/services/number-$i"
  descriptor ROAD "search-$i" >"catalog/services/number-$i/catalog-info.yaml"
  descriptor ROAD "more-$i" >"catalog/services/number-$i/more.catalog-info.yml"
done
try || fail "try-repo does not pass 801 good files"
[[ $(cat runs) == 803 ]] || fail "801 files are linted as $(tr '\n' ' ' <runs)arguments"

# The README's entry in a real commit.
{
  echo "repos:"
  awk '/^```yaml$/ { inside = 1; next } /^```$/ { inside = 0 } inside && /repo:/ { ours = 1 }
    inside && ours' "$root/README.md" |
    sed -e "s|repo: .*|repo: $folder/hooks|" -e "s|rev: .*|rev: $revision|"
} >catalog/.pre-commit-config.yaml
grep -q 'id: catalint-system' catalog/.pre-commit-config.yaml ||
  fail "the README shows no entry for pre-commit"
cd catalog
pre-commit install >../said 2>&1 || { cd ..; fail "pre-commit install"; }
git add --all
git commit --quiet -m "a good catalog" >../said 2>&1 ||
  { cd ..; fail "a good catalog cannot be committed"; }
descriptor 'road-12' search-7 >services/number-7/catalog-info.yaml
git add --all
if git commit --quiet -m "a bad descriptor" >../said 2>&1; then
  cd ..
  fail "a bad descriptor can be committed"
fi
cd ..
said jira/project-key-format
said services/number-7/catalog-info.yaml:6:23
