#!/usr/bin/env bash
# Keeps one comment on the pull request. What keeps it from that is a warning: a verdict does not hang on a comment.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "${GITHUB_ACTION_PATH:?}/common.sh"
node "$GITHUB_ACTION_PATH/comment.mjs" "$out/comment.md" "$EVAL_NAME" || annotate warning "title=Arena evaluation" "The pull request has no comment: see the log."
