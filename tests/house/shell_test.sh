#!/usr/bin/env bash
# The program shellcheck finds nothing in our scripts: what is named *.sh, or
# says in its first line that a shell runs it, and the completions for bash.
# usage: shell_test.sh ROOT
set -euo pipefail
cd "$1"
scripts=(fixtures/cli/completions-bash/stdout)
while IFS= read -r -d '' file; do
  IFS= read -r first <"$file" || true
  if [[ $file == *.sh || $first =~ ^#!.*[/\ ](ba)?sh$ ]]; then scripts+=("$file"); fi
done 2>/dev/null < <(find . \( -name build -o -name node_modules -o -name .git \) -prune -o \
  -type f -size -64k -print0)
if ((${#scripts[@]} < 10)); then
  echo "only ${#scripts[@]} scripts below $1"
  exit 1
fi
shellcheck --external-sources "${scripts[@]}"
