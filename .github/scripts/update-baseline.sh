#!/usr/bin/env bash
# Proposes a new baseline by a pull request, one that is updated while it is open.
#
#   RESULT     the evaluation that is to be the baseline
#   BASELINE   the file in the repository that it replaces
#   VERDICT    how it compares with the old one
#   SUMMARY    Markdown for the pull request
set -euo pipefail

# How long it took is no news.
if [[ -f "$BASELINE" ]] && diff -q <(grep -v '^  "seconds":' "$RESULT") <(grep -v '^  "seconds":' "$BASELINE") > /dev/null; then
  printf 'The baseline is the same.\n'
  exit 0
fi
name="$(basename "$BASELINE" .json)"
branch="baseline/$name"

git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git switch --quiet --force-create "$branch"
mkdir -p "$(dirname "$BASELINE")"
cp "$RESULT" "$BASELINE"
git add -- "$BASELINE"
git commit --quiet --message "Baseline $name: ${VERDICT//_/ }"
git push --quiet --force origin "HEAD:refs/heads/$branch"

title="Baseline $name: ${VERDICT//_/ }"
if [[ "$(gh pr list --head "$branch" --state open --json number --jq length)" == 0 ]]; then
  gh pr create --head "$branch" --title "$title" --body-file "$SUMMARY"
else
  gh pr edit "$branch" --title "$title" --body-file "$SUMMARY"
fi
