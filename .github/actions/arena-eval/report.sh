#!/usr/bin/env bash
# Writes the step's summary, and a page to look at where the comparison made none.
# shellcheck disable=SC2154  # the settings
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "${GITHUB_ACTION_PATH:?}/common.sh"
# shellcheck source=/dev/null
source "$settings"

verdict="$(cat "$out/verdict" 2> /dev/null || printf 'infrastructure')"
{
  case "$verdict" in
    input) printf '### ⚙️ %s: not evaluated, something to correct\n\n%s\n\n' "$EVAL_NAME" "$(cat "$out/reason")" ;;
    infrastructure) printf '### ⚠️ %s: no verdict, the evaluation itself failed\n\n%s\n\n' "$EVAL_NAME" "$(cat "$out/reason" 2> /dev/null || printf 'A step broke off; see the log.')" ;;
  esac
  [[ ! -f "$out/summary.md" ]] || cat "$out/summary.md"
} | tee "$out/comment.md" >> "$GITHUB_STEP_SUMMARY"

if [[ -f "$out/result.json" && ! -f "$out/report.html" ]]; then
  "$arena" report "$out/result.json" --output "$out/report.html" || true
fi
[[ ! -f "$out/report.html" ]] || output report "$out/report.html"
