#!/usr/bin/env bash
# pre-commit builds the hooks of the last commit from source, as it does for whoever uses them, and runs them before a commit: an
# unsafe page is kept back, a clean one passes. Takes as long as a release build. Needs pre-commit and Rust.
#
#   tests/pre_commit.sh
set -euo pipefail

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
commit=$(git -C "$root" rev-parse HEAD)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PRE_COMMIT_HOME="$folder/cache" XDG_CONFIG_HOME="$folder/settings" GIT_CONFIG_GLOBAL=/dev/null
unset SAFEPASTE_POLICY

git init --quiet "$folder/work"
cd "$folder/work"
git config user.name A
git config user.email a@b.example
cat >.pre-commit-config.yaml <<END
repos:
- repo: $root
  rev: $commit
  hooks:
  - {id: safepaste, args: [--to, website, --fail-on, unsafe]}
  - {id: safepaste-documents}
END
pre-commit install
git add --all
git commit --quiet --message=begin

echo "Remind my patient Odile Marsh of her lip filler on Thursday; her cell is 479-555-0142." >page.md
git add --all
if git commit --quiet --message=bad 2>said; then echo "an unsafe page was committed" >&2; exit 1; fi
cat said
if ! grep -q "UNSAFE  Do not publish this" said; then echo "the hook did not tell why" >&2; exit 1; fi
if grep -q Odile said; then echo "the log shows a name" >&2; exit 1; fi
echo "Write a cheerful caption about our pumpkin facial." >page.md
git add page.md
git commit --quiet --message=clean
echo "an unsafe page was kept back, a clean one committed"
