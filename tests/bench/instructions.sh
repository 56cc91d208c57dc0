#!/usr/bin/env bash
# Counts the instructions of three fixed workloads with callgrind, and fails where one takes over 5 % more than recorded.
#
#   tests/bench/instructions.sh [PROGRAM]             compare with instructions.txt
#   tests/bench/instructions.sh --record [PROGRAM]    write instructions.txt anew
#
# A count is a matter of program and input, not of the machine's load. It does depend on the compiler, so the recorded
# counts name theirs; with another, the figures are told and nothing fails.
set -euo pipefail
cd "$(dirname "$0")/../.."

recorded=tests/bench/instructions.txt
record=false
if [ "${1:-}" = --record ]; then record=true; shift; fi
program="${1:-${CARGO_TARGET_DIR:-target}/release/safepaste}"
compiler="$(rustc --version | cut -d ' ' -f 2) $(rustc -vV | sed -n 's/^host: //p')"

if ! command -v valgrind >/dev/null; then
  echo "instructions: left out, for valgrind is not here (apt-get install valgrind)"
  exit 0
fi
[ -x "$program" ] || { echo "instructions: $program is missing; cargo build --release makes it" >&2; exit 2; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# The workloads: one draft at the desk, marketing copy, and lines dense with identifiers.
cp tests/samples/reminder.txt "$work/draft"
for number in $(seq 400); do
  echo "Our hydrating facial number $number takes forty minutes and needs no downtime. Book online or at the front desk."
done >"$work/copy"
for number in $(seq 100 199); do
  echo "Remind my patient Odile Marsh, MRN 00418$number, of her lip filler on Thursday; her cell is 479-555-0$number."
done >"$work/dense"

# Counts one workload, in an environment of its own, on one thread.
count() {
  local status=0
  env -i HOME="$work" TZ=UTC SAFEPASTE_TODAY=2026-11-21 \
    valgrind --tool=callgrind --callgrind-out-file="$work/$1.callgrind" \
    "$program" check --policy med-spa --threads 1 --format json "$work/$1" >/dev/null 2>"$work/$1.log" || status=$?
  case "$status" in 0 | 1 | 3) ;; *) cat "$work/$1.log" >&2; return 2 ;; esac
  sed -n 's/^==[0-9]*== Collected : \([0-9]*\)$/\1/p' "$work/$1.log"
}

declare -A before
same=false
if [ -f "$recorded" ]; then
  if grep -qxF "# $compiler" "$recorded"; then same=true; fi
  while read -r name figure; do before[$name]=$figure; done < <(grep -v '^#' "$recorded")
fi

worse=0
lines="# $compiler"
printf '%-8s %15s %15s %9s\n' workload recorded now change
for workload in draft copy dense; do
  now="$(count "$workload")"
  lines+=$'\n'"$workload $now"
  then=${before[$workload]:-$now}
  change="$(awk -v now="$now" -v before="$then" 'BEGIN { printf "%+.2f", 100 * (now / before - 1) }')"
  printf '%-8s %15d %15d %8s%%\n' "$workload" "$then" "$now" "$change"
  if [ "$((now * 100))" -gt "$((then * 105))" ]; then worse=1; fi
done

if "$record"; then
  printf '%s\n' "$lines" >"$recorded"
elif ! "$same"; then
  echo "instructions: not held against $recorded, which is of another compiler"
elif [ "$worse" -ne 0 ]; then
  echo "instructions: over 5 % more than recorded; where it is meant, tests/bench/instructions.sh --record" >&2
  exit 1
fi
