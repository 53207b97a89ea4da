#!/usr/bin/env bash
# collect.sh REPOSITORIES DIRECTORY: writes the history of many repositories into DIRECTORY, several at a time.
# Each line of REPOSITORIES is a team, a tab, and the path of a repository.
set -euo pipefail
export OUT="$2"
mkdir -p "$OUT"/moves "$OUT"/drift

collect() {
  local team="$1" repository="$2"
  local name
  name="$team.$(basename "$repository").jsonl"
  statuslint history --quiet --root "$repository" --format jsonl >"$OUT/moves/$name" &&
    statuslint history --quiet --root "$repository" --drift --format jsonl >"$OUT/drift/$name"
}
export -f collect

# A repository that cannot be read does not stop the others, but makes the exit code 123.
tr '\t' '\n' <"$1" | xargs -d '\n' -n 2 -P "$(nproc)" bash -c 'collect "$@"' _
