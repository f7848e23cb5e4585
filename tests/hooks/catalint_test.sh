#!/usr/bin/env bash
# The hooks `catalint` and `catalint-system`, which lint what is committed: one is
# built, the other finds the program on PATH, and they do the same.
# usage: catalint_test.sh INSTALLED CATALINT
set -euo pipefail
installed=$1 catalint=$2
# shellcheck source=tests/hooks/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
use_installed "$installed"

# The catalint on PATH tells how often it ran, and on how many arguments.
cat >bin/catalint <<EOT
#!/bin/sh
echo "\$#" >>'$folder/runs'
exec '$catalint' "\$@"
EOT
chmod +x bin/catalint
: >runs
export PATH=$folder/bin:$PATH

for id in catalint catalint-system; do
  make_catalog "$id"
  use_hook "$id" "$id"
  write_descriptor "$id/catalog-info.yaml" ROAD
  passes "$id on a good descriptor" commit "$id"

  write_descriptor "$id/catalog-info.yaml" road
  stops "$id on a bad descriptor" commit "$id"
  said "catalog-info.yaml:6:23: error: jira/project-key is"

  # A warning is enough, unless somebody wants otherwise.
  write_descriptor "$id/catalog-info.yaml" ROAD
  sed 's|^spec:|    jira/token-type: bearer\nspec:|' -i "$id/catalog-info.yaml"
  stops "$id on a warning" commit "$id"
  said "catalog-info.yaml:7:22: warning: jira/token-type is"
  use_hook "$id" "$id" '[--fail-on=error]'
  passes "$id on a warning, with --fail-on=error" commit "$id"
  use_hook "$id" "$id"

  # What the configuration excludes stays excluded, though its path is handed over.
  echo 'exclude: [templates/]' >"$id/.catalint.yaml"
  write_descriptor "$id/templates/catalog-info.yaml" '<example>'
  passes "$id on nothing but what is excluded" commit "$id"

  for_awkward_names "$id" descriptor road
  stops "$id on awkward names" commit "$id"
  said "${#awkward_names[@]} errors in ${#awkward_names[@]} of ${#awkward_names[@]} files"
  for_awkward_names "$id" descriptor ROAD
  passes "$id on awkward names of good descriptors" commit "$id"

  # Nothing to do for a commit without descriptors, or one that removes them.
  : >runs
  echo text >"$id/README.md"
  rm "$id/catalog-info.yaml"
  passes "$id without a descriptor" commit "$id"
  said "(no files to check)Skipped"
  [[ ! -s runs ]] || fail "$id runs without a descriptor"
done

for ((i = 1; i <= 800; ++i)); do
  write_descriptor "catalint-system/services/number-$i/catalog-info.yaml" ROAD "search-$i"
done
passes "800 good descriptors" commit catalint-system
[[ $(cat runs) == 805 ]] || fail "800 files are linted with $(tr '\n' ' ' <runs)arguments"
