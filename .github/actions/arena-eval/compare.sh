#!/usr/bin/env bash
# Compares the result with the baseline, and annotates what the gate found.
# shellcheck disable=SC2154  # the settings
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "${GITHUB_ACTION_PATH:?}/common.sh"
concluded && exit 0
# shellcheck source=/dev/null
source "$settings"

cd "$GITHUB_WORKSPACE"
rules=(--gate)
[[ "$gate" == true || "$gate" == false ]] || rules+=("$gate")
code=0
"$arena" compare "$baseline" "$out/result.json" "${rules[@]}" --json "$out/comparison.json" --markdown "$out/summary.md" \
  --junit "$out/junit.xml" --html "$out/report.html" 2> "$out/.compare.log" || code=$?
cat "$out/.compare.log" >&2
if [[ ! -f "$out/comparison.json" ]]; then
  failed "$code" "$out/.compare.log"
  exit 0
fi

outcome="$(field "$out/comparison.json" '$.verdict.outcome')"
# A task's file, where there is one; else the suite's.
file_of() {
  local candidate
  for candidate in "tasks/$1.csx" "tasks/$1.js" "tasks/$1.yaml" "environments/$1.csx" "environments/$1.js"; do
    [[ -f "$root/$candidate" ]] && { realpath --relative-to="$GITHUB_WORKSPACE" "$root/$candidate"; return; }
  done
  printf '%s' "$suite"
}
level=warning title="Accuracy fell"
[[ "$gate" == false || "$outcome" != regression ]] || level=error title="Regression"
[[ "$outcome" != unscored ]] || level=error title="No verdict (infrastructure)"
while IFS=$'\t' read -r environment message; do
  [[ -z "$message" ]] || annotate "$level" "file=$(property "$(file_of "$environment")"),title=$(property "$title${environment:+ in $environment}")" "$message"
done < <(field "$out/comparison.json" '$.verdict.findings.map(f => (f.environment ?? "") + "\t" + f.message).join("\n")')

case "$outcome" in
  regression) if [[ "$gate" == false ]]; then conclude no_gate "A regression was shown, and the gate is off."; else conclude regression "$(field "$out/comparison.json" '$.verdict.findings[0].message')"; fi ;;
  unscored) conclude infrastructure "$(field "$out/comparison.json" '$.verdict.findings[0].message')" ;;
  *) conclude no_regression_shown "$(field "$out/comparison.json" '$.verdict.resolution')" ;;
esac
