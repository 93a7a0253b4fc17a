#!/usr/bin/env bash
# Checks the inputs, builds the arena where it is this repository's own, and keeps the settings for the next steps.
set -euo pipefail

if [[ ! "${EVAL_NAME:-}" =~ ^[A-Za-z0-9._-]+$ ]]; then
  printf '::error title=Arena evaluation: wrong input::name is "%s"; it is made of letters, digits, dots, dashes and underscores.\n' "${EVAL_NAME:-}"
  exit 2
fi
# shellcheck source-path=SCRIPTDIR source=common.sh
source "${GITHUB_ACTION_PATH:?}/common.sh"
rm -rf "$out"
mkdir -p "$out"

own="$(cd "$GITHUB_ACTION_PATH/../../.." && pwd -P)"
root="${EVAL_ROOT:-}"
if [[ -z "$root" ]]; then
  if [[ -d "$GITHUB_WORKSPACE/tasks" ]]; then root="$GITHUB_WORKSPACE"; else root="$own"; fi
fi
arena="${EVAL_ARENA:-$own/arena}"
{
  printf '%s=%q\n' arena "$arena" root "$root" suite "$EVAL_SUITE" agent "$EVAL_AGENT" \
    baseline "${EVAL_BASELINE:-}" gate "${EVAL_GATE:-true}" arguments "${EVAL_ARGUMENTS:-}"
} > "$settings"

cd "$GITHUB_WORKSPACE"
[[ -f "$EVAL_SUITE" ]] || conclude input "suite: there is no file '$EVAL_SUITE' in the workspace."
[[ -d "$root/tasks" ]] || conclude input "root: '$root' has no folder tasks/."
[[ -z "${EVAL_BASELINE:-}" || -f "$EVAL_BASELINE" ]] \
  || conclude input "baseline: there is no file '$EVAL_BASELINE'; make one with 'arena eval --suite $EVAL_SUITE --json $EVAL_BASELINE', or leave it out."
case "${EVAL_GATE:-true}" in
  true | false) ;;
  *) [[ -f "$EVAL_GATE" ]] || conclude input "gate: '$EVAL_GATE' is neither true, nor false, nor a file of rules." ;;
esac
concluded && exit 0

code=0
"$arena" --version > "$out/.build.log" 2>&1 || code=$?
cat "$out/.build.log"
[[ "$code" == 0 ]] || failed "$code" "$out/.build.log"
