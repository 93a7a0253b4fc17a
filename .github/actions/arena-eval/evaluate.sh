#!/usr/bin/env bash
# Evaluates the agent on the suite.
# shellcheck disable=SC2154  # the settings
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "${GITHUB_ACTION_PATH:?}/common.sh"
concluded && exit 0
# shellcheck source=/dev/null
source "$settings"

cd "$GITHUB_WORKSPACE"
code=0
# shellcheck disable=SC2086  # a list of options
ARENA_ROOT="$root" "$arena" eval --suite "$suite" --agent "$agent" --cache "$RUNNER_TEMP/arena-completions" \
  --json "$out/result.json" --markdown "$out/summary.md" $arguments 2> "$out/.eval.log" || code=$?
cat "$out/.eval.log" >&2
if [[ "$code" != 0 ]]; then
  failed "$code" "$out/.eval.log"
  exit 0
fi
output result "$out/result.json"
output accuracy "$(field "$out/result.json" '$.total.accuracy')"
[[ -n "$baseline" ]] || conclude evaluated "There was no baseline to compare with."
