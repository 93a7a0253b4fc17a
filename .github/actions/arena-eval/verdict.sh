#!/usr/bin/env bash
# Says how it ended. Exit code 1: a regression; 2: something to correct; 3: the evaluation itself failed, which says nothing of the model.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "${GITHUB_ACTION_PATH:?}/common.sh"

conclude infrastructure "A step broke off before there was a verdict; see the log."
verdict="$(< "$out/verdict")" reason="$(< "$out/reason")"
rm -f "$out"/.*.log "$settings"

code=0
case "$verdict" in
  regression)
    annotate error "title=Arena: regression" "$reason"
    code=1
    ;;
  input)
    place=""
    # FILE(LINE,COLUMN): MESSAGE, as arena names places.
    if [[ "$reason" =~ ^([^:\(\)]+)\(([0-9]+),([0-9]+)\):\ (.*)$ ]]; then
      place="file=$(property "${BASH_REMATCH[1]}"),line=${BASH_REMATCH[2]},col=${BASH_REMATCH[3]},"
      reason="${BASH_REMATCH[4]}"
    fi
    annotate error "${place}title=Arena: something to correct" "$reason"
    code=2
    ;;
  infrastructure)
    annotate error "title=Arena: no verdict (infrastructure)" "$reason"
    code=3
    ;;
  no_gate)
    verdict=regression
    annotate warning "title=Arena: regression, gate off" "$reason"
    ;;
  *) annotate notice "title=Arena: $verdict" "$reason" ;;
esac
output verdict "$verdict"
exit "$code"
