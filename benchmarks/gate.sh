#!/usr/bin/env bash
# How often the gate catches a worsened checkpoint, and how often it stops an identical one: records four samples of every
# problem of the shipped model and of a copy with noise in its weights, and draws 100 comparisons of each kind from them.
#
#   benchmarks/gate.sh [NOISE [COMPARISONS]]      for example: benchmarks/gate.sh 0.08 100
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=runs/bench-gate
noise="${1:-0.08}"
benchmark() { dotnet run -c Release --project benchmarks/Sasr.Arena.Benchmarks -- "$@"; }
record() { # AGENT FILE
  ./arena eval --agent "$1" --tasks logic/sorting math/pick-two --levels 1-4 --problems 100 --samples 4 --temperature 0.7 --json "$2" > /dev/null
}

mkdir -p "$out"
record models/quickstart "$out/base.json"
benchmark worsen models/quickstart "$out/worsened-$noise" "$noise"
record "$out/worsened-$noise" "$out/worsened-$noise.json"
benchmark gate "$out/base.json" "$out/worsened-$noise.json" "${2:-100}"
benchmark gate "$out/base.json" "${2:-100}"
