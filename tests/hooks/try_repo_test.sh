#!/usr/bin/env bash
# `pre-commit try-repo`, as somebody looks at the hooks before using them: all of
# them at once, on hundreds of descriptors.
# usage: try_repo_test.sh INSTALLED CATALINT
set -euo pipefail
installed=$1 catalint=$2
# shellcheck source=tests/hooks/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

ln -s "$catalint" bin/catalint # for catalint-system
export PATH=$folder/bin:$PATH
git init --quiet catalog

try() {
  git -C catalog add --all
  (cd catalog && pre-commit try-repo "$installed/repository" --all-files --verbose)
}

for ((i = 1; i <= 400; ++i)); do
  write_descriptor "catalog/number-$i/catalog-info.yaml" '<example>' "search-$i"
  write_descriptor "catalog/number-$i/more.catalog-info.yaml" road "more-$i"
done
# Other YAML is none of its business.
echo 'jira/project-key: <example>' >catalog/values.yaml
echo 'a: "' >catalog/not-catalog-info.yaml
stops "bad descriptors" try
for name in catalint "catalint (fix)" "catalint (repository)"; do
  grep -qE "^${name//[()]/.}\.+Failed\$" said || fail "$name does not fail"
done
[[ $(grep -cE '^catalint\.+Failed$' said) == 2 ]] || fail "catalint-system does not fail"
# Each hook runs once, however many files there are.
[[ $(grep -cxF '800 errors in 800 of 800 files' said) == 4 ]] || fail "not four whole runs"

for ((i = 1; i <= 400; ++i)); do
  write_descriptor "catalog/number-$i/catalog-info.yaml" ROAD "search-$i"
  write_descriptor "catalog/number-$i/more.catalog-info.yaml" ROAD "more-$i"
done
passes "good descriptors" try
[[ $(grep -cE '^catalint.*\.+Passed$' said) == 4 ]] || fail "not all hooks pass"
said_nothing_of catalog-info.y
