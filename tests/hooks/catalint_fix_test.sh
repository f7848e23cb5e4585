#!/usr/bin/env bash
# The hook `catalint-fix`: it mends what it can, and where it did the commit stops,
# so that its author sees what changed.
# usage: catalint_fix_test.sh INSTALLED
set -euo pipefail
installed=$1
# shellcheck source=tests/hooks/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
use_installed "$installed"

make_catalog catalog
use_hook catalog catalint-fix

with_token_type() { # VALUE [NAME]
  descriptor "ROAD  # ours" "${2:-search}" | sed "s|^spec:|    jira/token-type:   $1  # as we have it\nspec:|"
}
is_file() { # FILE COMMAND...: the file holds exactly what the command prints
  "${@:2}" | cmp -- - "$1" || fail "$1 is not what it should be"
}

with_token_type bearer >catalog/catalog-info.yaml
with_token_type basic >catalog/untouched.yaml
stops "what can be mended" commit catalog
said "files were modified by this hook"
said "catalint: fixed 1 problem in 1 file"
is_file catalog/catalog-info.yaml with_token_type Bearer
is_file catalog/untouched.yaml with_token_type basic
passes "what is mended" commit catalog
[[ $(git -C catalog show HEAD:catalog-info.yaml) == "$(with_token_type Bearer)" ]] ||
  fail "something else is committed"

# What nobody can mend but its author is told; the rest is mended all the same.
with_token_type bearer >catalog/catalog-info.yaml
write_descriptor catalog/by-hand/catalog-info.yaml '<example>' by-hand
stops "what cannot be mended" commit catalog
said "by-hand/catalog-info.yaml:6:23: error: jira/project-key is still the placeholder"
said "1 error in 1 of 2 files"
is_file catalog/catalog-info.yaml with_token_type Bearer
is_file catalog/by-hand/catalog-info.yaml descriptor '<example>' by-hand
rm -r catalog/by-hand

# What is not staged is neither mended nor lost.
with_token_type bearer >catalog/catalog-info.yaml
git -C catalog add --all
echo '# not yet' >>catalog/catalog-info.yaml
stops "what is staged in part" git -C catalog commit --quiet -m "a part"
is_file catalog/catalog-info.yaml eval 'with_token_type Bearer; echo "# not yet"'
with_token_type Bearer >catalog/catalog-info.yaml

for_awkward_names catalog with_token_type bearer
stops "awkward names" commit catalog
said "catalint: fixed ${#awkward_names[@]} problems in ${#awkward_names[@]} files"
for_awkward_names expected with_token_type Bearer
for name in "${awkward_names[@]}"; do is_file "catalog/$name" cat "expected/$name"; done
passes "awkward names, mended" commit catalog

for ((i = 1; i <= 400; ++i)); do
  mkdir -p "catalog/number-$i"
  with_token_type bearer "search-$i" >"catalog/number-$i/catalog-info.yaml"
done
stops "400 descriptors" commit catalog
said "catalint: fixed 400 problems in 400 files"
for ((i = 1; i <= 400; ++i)); do
  is_file "catalog/number-$i/catalog-info.yaml" with_token_type Bearer "search-$i"
done
passes "400 descriptors, mended" commit catalog
