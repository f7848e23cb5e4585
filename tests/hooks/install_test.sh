#!/usr/bin/env bash
# The README's lines in a stranger's repository: the first commit builds catalint
# from its own, with nothing from an index, and the hook works from then on. What is
# installed stays in FOLDER for the other tests.
# usage: install_test.sh FOLDER
set -euo pipefail
installed=$1
# shellcheck source=tests/hooks/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

rm -rf "$installed"
mkdir -p "$installed" tmp
make_hook_repository "$installed/repository"
use_installed "$installed"
export TMPDIR=$folder/tmp

git init --quiet catalog
{
  echo "repos:"
  awk '/^```yaml$/ { inside = 1; next } /^```$/ { inside = 0 } inside && /repo:/ { ours = 1 }
    inside && ours' "$root/README.md" |
    sed -e "s|repo: URL.*|repo: $hooks|" -e "s|rev: COMMIT.*|rev: $(git -C "$hooks" rev-parse HEAD)|"
} >catalog/.pre-commit-config.yaml
[[ $(wc -l <catalog/.pre-commit-config.yaml) == 4 ]] || fail "the README's entry is not three lines"
commit catalog
(cd catalog && pre-commit install >/dev/null)

# In a work tree of its own, git tells the hook the most of where it runs.
git -C catalog worktree add --quiet ../tree
write_descriptor tree/catalog-info.yaml '<example-jira-project-key>'
stops "a placeholder can be committed" commit tree
said "Installing environment"
said "catalog-info.yaml:6:23: error: jira/project-key is still the placeholder"

write_descriptor tree/catalog-info.yaml ROAD
passes "a good descriptor cannot be committed" commit tree
said_nothing_of "Installing environment"
[[ $(grep -c . said) == 1 ]] || fail "a hook that passes says more than one line"
said Passed

# The checkout that was built stays as it was, but for what pre-commit keeps there.
git -C "$PRE_COMMIT_HOME"/repo* status --porcelain >said
[[ $(grep -cvE '^\?\? (py_env-|\.install_state_v)' said) == 0 ]] || fail "the build leaves files"
[[ -z $(ls -A tmp) ]] || fail "the build leaves $(ls -A tmp)"

# The other hooks are installed with it.
for id in catalint-fix catalint-repo; do
  use_hook tree "$id"
  passes "$id" commit tree
  said_nothing_of "Installing environment"
done
