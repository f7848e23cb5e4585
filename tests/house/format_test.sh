#!/usr/bin/env bash
# Every C++ file is as clang-format would write it.
# usage: format_test.sh ROOT
set -euo pipefail
cd "$1"
files=()
while IFS= read -r -d '' file; do files+=("$file"); done < <(
  find src include tests bench cmake -name node_modules -prune -o \
    -type f \( -name '*.cc' -o -name '*.h' \) -print0)
if ((${#files[@]} == 0)); then
  echo "no C++ file below $1"
  exit 1
fi
if complaints=$(clang-format --dry-run -Werror "${files[@]}" 2>&1); then exit 0; fi
grep -E '(error|warning):' <<<"$complaints" || echo "$complaints"
echo "clang-format -i mends all of them"
exit 1
