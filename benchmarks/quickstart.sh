#!/usr/bin/env bash
# Trains recipes/quickstart.yaml with several seeds, by SASR and by SFT alone on the same budget, and prints the accuracy
# on 600 held-out problems a task, after the warm-up and at the end. Runs that are there already are not trained again.
#
#   benchmarks/quickstart.sh [SEEDS [KINDS]]      for example: benchmarks/quickstart.sh "1 2 3" "sasr sft"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

accuracy() { # FILE: task and accuracy, a line each
  awk -F'[":, ]+' '/"environment":/ { task = $3 } task && /"accuracy":/ { print task, $3; task = "" }' "$1"
}

printf '%-6s %4s  %-16s %7s %7s\n' kind seed task warm-up end
for kind in ${2:-sasr sft}; do
  for seed in ${1:-1 2 3}; do
    run="runs/bench-$kind-$seed"
    if [[ ! -f "$run/eval.json" ]]; then
      rm -rf "$run"
      ./arena train recipes/quickstart.yaml --run "bench-$kind-$seed" --seed "$seed" --set "schedule.kind=$kind" > /dev/null
      ./arena report "$run" --problems 200 > /dev/null
    fi
    while read -r task end; do
      warmup="-"
      [[ ! -f "$run/eval-warmup.json" ]] || warmup="$(accuracy "$run/eval-warmup.json" | awk -v task="$task" '$1 == task { print $2 }')"
      printf '%-6s %4s  %-16s %7s %7s\n' "$kind" "$seed" "$task" "$warmup" "$end"
    done < <(accuracy "$run/eval.json")
  done
done
