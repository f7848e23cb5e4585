#!/usr/bin/env bash
# The program shellcheck finds nothing in our scripts, nor in the completions for bash.
# usage: shell_test.sh ROOT
set -euo pipefail
cd "$1"
shellcheck --external-sources scripts/* .ci/run tests/house/*.sh tests/hooks/*.sh \
  fixtures/cli/completions-bash/stdout
