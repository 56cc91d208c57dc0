#!/usr/bin/env bash
# The faults that take long or need Linux: a full disk, a read-only folder, many and huge files, a clock set back.
#
#   tests/faults.sh target/release/safepaste
set -uo pipefail

program=$(realpath "${1:-target/debug/safepaste}")
[ -x "$program" ] || { echo "give the program: tests/faults.sh PROGRAM" >&2; exit 2; }

# A file system of its own, small enough to be full. What is done there is gone with this run.
if [ -z "${SAFEPASTE_FAULTS_INSIDE:-}" ]; then
  unshare -rm true 2>/dev/null || { echo "skipped: no namespace can be made here"; exit 0; }
  SAFEPASTE_FAULTS_INSIDE=1 exec unshare -rm "$0" "$program"
fi

folder=$(mktemp -d)
trap 'umount "$folder/small" 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder" || exit 2
export HOME="$folder/home" XDG_CONFIG_HOME="$folder/home/config" XDG_DATA_HOME="$folder/home/data"
unset SAFEPASTE_POLICY SAFEPASTE_TODAY
mkdir home small
draft="My patient Odile Marsh (479-555-0142) is booked for filler on Friday."
bad=0 tried=0

# expect WHAT CODE COMMAND...: the command ends with this code; its output stands in `out`.
expect() {
  local what=$1 code=$2 got=0
  shift 2
  timeout 900 "$@" >out 2>&1 </dev/null || got=$?
  tried=$((tried + 1))
  if [ "$got" -eq "$code" ]; then echo "ok      $what"; else bad=$((bad + 1)); echo "BROKEN  $what: $got instead of $code"; tail -n 3 out; fi
}
holds() { tried=$((tried + 1)); if eval "$2"; then echo "ok      $1"; else bad=$((bad + 1)); echo "BROKEN  $1"; fi; }

mount -t tmpfs -o size=64k tmpfs small || { echo "skipped: no small disk can be made here"; exit 0; }
for number in 1 2 3; do echo "$draft" >"small/$number.txt"; done
head -c 1M /dev/zero >small/ballast 2>/dev/null
expect "a rewrite on a full disk is told" 2 "$program" rewrite --write small/1.txt small/2.txt small/3.txt
holds "and the drafts are whole" '[ "$(cat small/?.txt)" = "$(printf "%s\n%s\n%s" "$draft" "$draft" "$draft")" ]'
holds "and nothing half-done stays" '[ "$(ls -A small | wc -l)" -eq 4 ]'
printf 'version: 1\nextends: med-spa\naudit: {folder: small/log}\n' >own.yaml
echo "A cheerful caption, please." >safe.txt
expect "a log on a full disk keeps a verdict from being safe" 2 "$program" check --policy own.yaml safe.txt
expect "a vault on a full disk prints no rewrite" 2 env XDG_DATA_HOME="$folder/small/data" "$program" rewrite --reversible small/1.txt
holds "not even a part" '! grep -q NAME_1 out'
expect "a baseline on a full disk is told" 2 "$program" baseline create -o small/list.json small/1.txt
rm small/ballast
expect "with room again the log goes on" 0 "$program" check --policy own.yaml safe.txt
expect "and is whole" 0 "$program" audit verify --policy own.yaml

mount -o remount,ro small
expect "a rewrite on a read-only disk is told" 2 "$program" rewrite --write small/1.txt
holds "and the draft is whole" '[ "$(cat small/1.txt)" = "$draft" ]'
mount -o remount,rw small

yes "$draft" | head -c 1M >huge.txt
truncate -s 5G huge.txt
expect "5 GiB are refused" 2 "$program" check huge.txt
rm huge.txt

mkdir many
for part in $(seq 100); do
  mkdir "many/$part"
  (cd "many/$part" && for number in $(seq 1000); do echo "A caption about our facial." >"$number.txt"; done)
done
expect "100,000 files are checked" 0 "$program" check many
holds "all of them" 'grep -q "100000 texts checked" out'
rm -r many

# A file that goes away or changes between being listed and being read.
mkdir moving
for number in $(seq 300); do echo "$draft" >"moving/$number.txt"; done
(for number in $(seq 300); do rm -f "moving/$number.txt"; echo "$draft $draft" >"moving/$((number + 300)).txt"; done) &
expect "files that come and go stop nothing" 3 "$program" check moving
wait
holds "and nothing fails but what is gone" '! grep -q "safepaste failed" out'

if command -v faketime >/dev/null; then
  expect "a rewrite is kept" 0 "$program" rewrite --reversible safe.txt
  "$program" rewrite --reversible small/1.txt >reply.txt 2>/dev/null
  expect "a clock set back gives no rewrite a longer life" 2 faketime '-3 days' "$program" restore reply.txt
  holds "and says so" 'grep -q "clock stands before" out'
  expect "after its time nothing is put back" 2 faketime '+3 days' "$program" restore reply.txt
else
  echo "skipped: a clock set back, for want of faketime"
fi

echo "$tried tried, $bad broken"
[ "$bad" -eq 0 ]
