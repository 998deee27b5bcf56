#!/usr/bin/env bash
# Messages a CPU second of whole processes on the same file, ours and the peers'. usage: compare.sh MESSAGES.jsonl [GUIDANCEBOT]
# Processor time is counted rather than the clock, so that other work on the machine disturbs less.
set -euo pipefail
cd "$(dirname "$0")"
file=$(realpath "$1")
bot=${2:-../../../src/GuidanceBot/bin/Release/net10.0/guidancebot}
[ -d node_modules ] || npm ci --silent --no-fund --no-audit
count=$(wc -l < "$file")
measure() {
  local name=$1; shift
  local spent
  TIMEFORMAT='%U %S'
  spent=$( { time "$@" > /dev/null 2> /dev/null || true; } 2>&1 | tail -1)
  awk -v n="$count" -v name="$name" '{ s = $1 + $2; printf "%-12s %8d messages  %7.2f CPU s  %9.0f messages a CPU second\n", name, n, s, n / s }' <<< "$spent"
}
measure guidancebot "$bot" screen "$file"
measure redact-pii node peer.mjs redact-pii "$file"
measure obscenity node peer.mjs obscenity "$file"
