#!/usr/bin/env bash
# Builds everything and runs the tests; the last line is 'N passed, N failed'.
#
#   ./test.sh                      all tests
#   ./test.sh Wilson Split         those whose full name contains one of the words
#   ./test.sh TestCategory=Slow    an expression of `dotnet test --filter`
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
cd "$root"
results="$root/TestResults"

eng/setup.sh

rm -rf "$results"
mkdir -p "$results"
printf 'building ...\n'
if ! dotnet build Sasr.Arena.sln --configuration Release --nologo -v quiet > "$results/build.log" 2>&1; then
  grep -E '(error|warning) [A-Z]+[0-9]+:|: error' "$results/build.log" | sort -u || tail -n 40 "$results/build.log"
  printf 'the build failed\n0 passed, 0 failed\n'
  exit 1
fi

filter=""
for argument in "$@"; do
  case "$argument" in
    *[=~]*) expression="$argument" ;;
    *) expression="FullyQualifiedName~$argument" ;;
  esac
  filter+="${filter:+|}$expression"
done

assemblies=()
for project in tests/*.Tests; do
  assemblies+=("$project/bin/Release/net10.0/$(basename "$project").dll")
done

# Two test assemblies at a time: each may itself use every core.
status=0
dotnet test "${assemblies[@]}" ${filter:+--filter "$filter"} --results-directory "$results" \
  --logger 'trx;LogFileName=tests.trx' --logger 'console;verbosity=minimal' -- RunConfiguration.MaxCpuCount=2 2>&1 \
  | { grep -v --line-buffered '^No test \(matches\|is available\)' || true; } || status=$?

counter() { sed -n "s/.*<Counters.* $1=\"\([0-9]*\)\".*/\1/p" "$results/tests.trx" 2> /dev/null | head -n 1; }
total="$(counter total)"
executed="$(counter executed)"
passed="$(counter passed)"
failed=$((${executed:-0} - ${passed:-0}))
skipped=$((${total:-0} - ${executed:-0}))

if [[ "${executed:-0}" == 0 ]]; then
  printf 'no test ran\n'
  status=1
elif [[ "$failed" != 0 ]]; then
  status=1
elif [[ "$status" != 0 ]]; then
  printf 'the test run broke off; see above\n'
fi
summary="${passed:-0} passed, $failed failed"
[[ "$skipped" == 0 ]] || summary+=", $skipped skipped"
printf '%s\n' "$summary"
exit "$status"
