# shellcheck shell=bash
# What the steps of action.yml share: everything of scripts/lib.sh, in GitHub's
# way of telling what is wrong. Source it after `set -euo pipefail`.

# shellcheck source=scripts/lib.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../scripts/lib.sh"

# GitHub shows the text of such a line beside the job, not in its log alone.
give_up() {
  local text=$*
  text=${text//'%'/%25}
  text=${text//$'\r'/%0D}
  text=${text//$'\n'/%0A}
  printf '::error title=catalint::%s\n' "$text" >&2
  exit "$setup_failed"
}

# shown TEXT: in one line without control characters, and not too long.
shown() { printf '\x60%.200s\x60' "$(printf '%q' "$1")"; }
