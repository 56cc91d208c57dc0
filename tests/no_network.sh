#!/usr/bin/env bash
# Shows that no command touches the network: each runs under strace, where no socket may appear but those of the clipboard
# (AF_UNIX), and in a namespace without any network, where each must answer as it does here.
#
#   tests/no_network.sh target/release/safepaste
set -euo pipefail

program=$(realpath "${1:-target/debug/safepaste}")
[ -x "$program" ] || { echo "give the program: tests/no_network.sh PROGRAM" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

draft="My patient Odile Marsh (479-555-0142) is booked for filler on Friday."
printf '%s\n' "$draft" >draft.txt
printf '{"id":1,"text":"%s"}\n' "$draft" >drafts.jsonl
printf 'version: 1\nextends: med-spa\naudit: {folder: log}\n' >own.yaml
printf 'Reply for [NAME_1].\n' >reply.txt
printf '{"hook_event_name":"UserPromptSubmit","prompt":"%s"}' "$draft" >question.json
printf '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}\n' >mcp.json
git init -q . 2>/dev/null || true

export HOME="$folder/home" XDG_CONFIG_HOME="$folder/home/config" XDG_DATA_HOME="$folder/home/data"
unset DISPLAY WAYLAND_DISPLAY SAFEPASTE_POLICY || true
mkdir -p home

# A command a line, then the file that it reads.
commands=(
  "check draft.txt|/dev/null" "check --format json draft.txt|/dev/null" "check --format sarif .|/dev/null"
  "check --format html draft.txt|/dev/null" "check --input jsonl --format jsonl|drafts.jsonl" "check -|draft.txt"
  "check --policy own.yaml draft.txt|/dev/null" "check --diff HEAD|/dev/null"
  "rewrite draft.txt|/dev/null" "rewrite --reversible draft.txt|/dev/null" "rewrite --diff draft.txt|/dev/null"
  "rewrite --write draft.txt|/dev/null" "restore reply.txt|/dev/null" "vault list|/dev/null" "vault purge|/dev/null"
  "clip|/dev/null" "minimize --task follow_up draft.txt|/dev/null" "baseline create draft.txt|/dev/null"
  "explain U1|/dev/null" "explain|/dev/null" "policy show|/dev/null" "policy lint own.yaml|/dev/null"
  "policy schema|/dev/null" "policy test --policy own.yaml|/dev/null" "audit show --policy own.yaml|/dev/null"
  "audit verify --policy own.yaml|/dev/null" "audit report --policy own.yaml|/dev/null"
  "audit sample --policy own.yaml|/dev/null" "hook|question.json" "mcp|mcp.json" "doctor|/dev/null"
  "completions bash|/dev/null" "man|/dev/null"
)

tried=0 skipped=() bad=0
run() { "$@" >/dev/null 2>&1; }

if ! command -v strace >/dev/null; then
  skipped+=("the trace of system calls, for want of strace")
elif ! run strace -f -o trace.txt true; then
  skipped+=("the trace of system calls, for strace may not trace here")
else
  for line in "${commands[@]}"; do
    read -ra arguments <<<"${line%|*}"
    strace -f -o trace.txt -e trace=network "$program" "${arguments[@]}" <"${line#*|}" >/dev/null 2>&1 || true
    tried=$((tried + 1))
    # A pair of sockets within one process (socketpair) reaches nobody.
    if grep -E '^[0-9]+ +(socket|connect|bind|sendto|sendmsg|accept4?)\(' trace.txt | grep -v 'AF_UNIX'; then
      echo "safepaste ${line%|*}: uses the network" >&2
      bad=$((bad + 1))
    fi
  done
fi

if ! run unshare -rn true; then
  skipped+=("the run without a network, for no namespace can be made here")
else
  for line in "${commands[@]}"; do
    read -ra arguments <<<"${line%|*}"
    here=0 apart=0
    "$program" "${arguments[@]}" <"${line#*|}" >/dev/null 2>&1 || here=$?
    unshare -rn "$program" "${arguments[@]}" <"${line#*|}" >/dev/null 2>&1 || apart=$?
    tried=$((tried + 1))
    if [ "$here" -ne "$apart" ]; then
      echo "safepaste ${line%|*}: exit code $here, without a network $apart" >&2
      bad=$((bad + 1))
    fi
  done
fi

for what in "${skipped[@]}"; do echo "skipped: $what"; done
echo "$tried runs of ${#commands[@]} commands, $bad of them wrong"
[ "$bad" -eq 0 ]
