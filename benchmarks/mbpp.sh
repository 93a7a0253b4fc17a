#!/usr/bin/env bash
# Judges the 974 reference solutions of MBPP (in the form of mxeval) by `arena judge`, and by a plain Python process each for
# comparison; then all of them once more with `return None` put first in the body, where none may pass. Prints counts, seconds and
# programs a second, and whether both name the same errors.
#
#   benchmarks/mbpp.sh [FILE [WORKERS]]
#   ARENA='dotnet some/arena.dll' benchmarks/mbpp.sh      with an arena that is built already
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

file="${1:-../shared/data/mbpp/mbpp_release_v1.jsonl}"
workers="${2:-$(nproc)}"
[[ -f "$file" ]] || { printf 'error: %s is not there: name the file mbpp_release_v1.jsonl\n' "$file" >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

judge() { # FILE NAME: the summary, without the programs that fail
  printf '%-26s ' "$2"
  # shellcheck disable=SC2086  # words of a command
  ${ARENA:-./arena} judge "$1" --workers "$workers" --output "$work/verdicts.jsonl" | tail -n 1
}

# Prints the same summary of plain processes, and compares the errors with those of arena judge.
plain() {
  python3 - "$file" "$workers" "$work/verdicts.jsonl" << 'PYTHON'
import concurrent.futures, json, subprocess, sys, time

def run(problem):
    source = f"{problem['prompt']}{problem['canonical_solution']}\n{problem['test']}\ncheck({problem['entry_point']})\n"
    process = subprocess.run([sys.executable, '-I', '-S', '-'], input=source, text=True, capture_output=True, timeout=60)
    return None if process.returncode == 0 else process.stderr.strip().splitlines()[-1]

problems = [json.loads(line) for line in open(sys.argv[1])]
start = time.perf_counter()
with concurrent.futures.ThreadPoolExecutor(int(sys.argv[2])) as pool:
    errors = list(pool.map(run, problems))
seconds = time.perf_counter() - start
passed = errors.count(None)
print(f"{'plain processes':26} {passed} passed, {len(errors) - passed} failed in {seconds:.1f} s ({len(errors) / seconds:.0f} programs/s)")

verdicts = {verdict['id']: verdict.get('message') for verdict in map(json.loads, open(sys.argv[3]))}
others = [
    f"{problem['task_id']}: plain {error}, arena judge {verdicts[problem['task_id']]}"
    for problem, error in zip(problems, errors)
    if (error is None) != (verdicts[problem['task_id']] is None) or error and not verdicts[problem['task_id']].startswith(error)
]
print(*others or ['The same programs fail, with the same errors.'], sep='\n')
sys.exit(bool(others))
PYTHON
}

# Every function returns None before its body begins: the docstring is the last thing in a prompt.
python3 - "$file" > "$work/none.jsonl" << 'PYTHON'
import json, sys

for line in open(sys.argv[1]):
    problem = json.loads(line)
    last = problem['prompt'].rstrip().split('\n')[-1]
    indentation = last[:len(last) - len(last.lstrip())]
    problem['canonical_solution'] = f"{indentation}return None\n{problem['canonical_solution']}"
    print(json.dumps(problem))
PYTHON

judge "$file" 'arena judge'
plain
judge "$work/none.jsonl" "with 'return None' first"
