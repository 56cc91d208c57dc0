#!/usr/bin/env bash
# Builds the fuzz targets and runs them. Needs Rust (the stable toolchain), a C++ compiler and Python 3.
#
#   tests/fuzz/run.sh 60              every target for 60 seconds
#   tests/fuzz/run.sh 600 read check  these for 600
#   tests/fuzz/run.sh 0               only tries the seeds
#   RUNS=2000 tests/fuzz/run.sh 0     as many executions, the seeds among them, the same each time
#   FEATURES=pdf tests/fuzz/run.sh 60 read    PDF files too; building that takes long
#
# What breaks a target is kept in tests/fuzz/artifacts/; mend it and add it to a test's table.
set -euo pipefail
cd "$(dirname "$0")"

seconds=${1:-60}
shift || true
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || mapfile -t targets < <(ls targets | sed 's/\.rs$//' | grep -v '^checking$')

# The same versions as the program has.
cp ../../Cargo.lock Cargo.lock
python3 seeds.py corpus

host=$(rustc -vV | sed -n 's/^host: //p')
# What cargo-fuzz passes, without a sanitizer: all code is safe Rust. Only flags that the stable toolchain knows.
coverage=(-Cpasses=sancov-module)
for pass in level=4 inline-8bit-counters pc-table trace-compares; do
  coverage+=("-Cllvm-args=-sanitizer-coverage-$pass")
done
export RUSTFLAGS="${coverage[*]} --cfg fuzzing"
build=(cargo build --release --target "$host" ${FEATURES:+--features "$FEATURES"})
for target in "${targets[@]}"; do build+=(--bin "$target"); done
"${build[@]}"
programs="${CARGO_TARGET_DIR:-target}/$host/release"

limit=(-max_total_time="$seconds")
[ "$seconds" -gt 0 ] || limit=(-runs="${RUNS:-0}" -seed=1)
# The seconds asked for are of the clock; beside other work the processor's are fewer.
TIMEFORMAT='processor time: %U s'
failed=()
for target in "${targets[@]}"; do
  printf '\n== %s\n' "$target"
  mkdir -p "corpus/$target" "artifacts/$target"
  length=4096
  [ "$target" != read ] || length=65536
  dictionary=()
  [ ! -e "$target.dict" ] || dictionary=(-dict="$target.dict")
  time "$programs/$target" "${limit[@]}" "${dictionary[@]}" -max_len="$length" -timeout=20 -rss_limit_mb=3000 \
    -artifact_prefix="artifacts/$target/" -print_final_stats=1 -verbosity="${VERBOSITY:-1}" "corpus/$target" || failed+=("$target")
done
[ "${#failed[@]}" -eq 0 ] || { echo "broken: ${failed[*]}" >&2; exit 1; }
