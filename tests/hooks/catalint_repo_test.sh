#!/usr/bin/env bash
# The hook `catalint-repo`: every commit lints the whole repository, and so finds
# what no look at the committed files alone would.
# usage: catalint_repo_test.sh INSTALLED
set -euo pipefail
installed=$1
# shellcheck source=tests/hooks/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
use_installed "$installed"

make_catalog catalog
use_hook catalog catalint-repo
stops "a repository without descriptors" commit catalog
said "catalint: there is nothing to lint"

write_descriptor catalog/old/catalog-info.yaml ROAD
for_awkward_names catalog descriptor ROAD
passes "good descriptors" commit catalog

# The entity is in a file that was committed before.
write_descriptor catalog/new/catalog-info.yaml ROAD
stops "an entity that is described twice" commit catalog
said "backstage/duplicate-entity"
use_hook catalog catalint
passes "the hook that sees one of them" commit catalog
use_hook catalog catalint-repo
stops "a commit of something else" commit catalog
said "new/catalog-info.yaml"
write_descriptor catalog/new/catalog-info.yaml ROAD new
passes "the entity described once" commit catalog

# Neither a descriptor nor anything else has to be in the commit.
write_descriptor catalog/new/catalog-info.yaml ROAD
git -C catalog add --all
git -C catalog commit --quiet --no-verify -m "past the hook"
stops "an empty commit" git -C catalog commit --quiet --allow-empty -m "nothing"
said "backstage/duplicate-entity"
echo 'rules: {backstage/duplicate-entity: off}' >catalog/.catalint.yaml
passes "a configuration that allows it" commit catalog
said Passed

# The files are those of the commit's own index and work tree.
git -C catalog worktree add --quiet ../tree
write_descriptor tree/old/catalog-info.yaml road
stops "a bad descriptor in another work tree" commit tree
said "1 error in 1 of $((${#awkward_names[@]} + 2)) files"
stops "a commit of named files" git -C tree commit --quiet -m "named" old/catalog-info.yaml
said "old/catalog-info.yaml:6:23"
use_hook tree catalint-repo '[--fail-on=error, --ignore, jira/*]'
passes "other arguments" commit tree
