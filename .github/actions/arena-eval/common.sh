# shellcheck shell=bash disable=SC2034
# What the steps share. Each is called with EVAL_NAME and GitHub's own variables; the folder $out is what one leaves to the next:
# settings, result.json, comparison.json, summary.md, junit.xml, report.html, and verdict and reason where one was reached.

out="${RUNNER_TEMP:?}/arena-eval/${EVAL_NAME:?}"
settings="$out/.settings"

# output NAME VALUE: an output of this step.
output() { printf '%s=%s\n' "$1" "$2" >> "$GITHUB_OUTPUT"; }

# annotate error|warning|notice PROPERTIES MESSAGE: a workflow command, with what would end it escaped.
annotate() {
  local message="${3//'%'/%25}"
  message="${message//$'\r'/%0D}"
  printf '::%s %s::%s\n' "$1" "$2" "${message//$'\n'/%0A}"
}

# property TEXT: a value as it may stand among an annotation's properties.
property() {
  local text="${1//'%'/%25}"
  text="${text//:/%3A}"
  printf '%s' "${text//,/%2C}"
}

# conclude VERDICT REASON: the first conclusion stands.
conclude() {
  [[ -f "$out/verdict" ]] && return
  mkdir -p "$out"
  printf '%s\n' "$1" > "$out/verdict"
  printf '%s\n' "$2" > "$out/reason"
}

concluded() { [[ -f "$out/verdict" ]]; }

# failed EXIT_CODE LOG: concludes from how arena ended.
failed() {
  local reason
  reason="$(sed -n 's/^error: //p' "$2" | head -n 1)"
  [[ -n "$reason" ]] || reason="arena ended with exit code $1: $(tail -n 1 "$2")"
  if [[ "$1" == 2 ]]; then conclude input "$reason"; else conclude infrastructure "$reason"; fi
}

# field FILE EXPRESSION: a value of a JSON file, `$` being the whole; empty for null.
field() {
  node -e 'const $ = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); const v = eval(process.argv[2]); console.log(v ?? "")' "$1" "$2"
}
