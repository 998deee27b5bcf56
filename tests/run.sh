#!/usr/bin/env bash
# Builds everything and runs every test; closes with "N passed, N failed, N skipped".
#
#   tests/run.sh           all of it, after installing what the tests need where this machine lets us
#   tests/run.sh --quick   the inner loop: no installing, no stories (browser, whole processes, npm peers)
#
# Tests whose needs are not met (no Chromium, no npm peers, no shared data) skip and say why.
set -uo pipefail
cd "$(dirname "$0")/.."

quick=false
case "${1:-}" in
  "") ;;
  --quick) quick=true ;;
  *) echo "tests/run.sh takes --quick or nothing, not '$1'." >&2; exit 2 ;;
esac

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/test-results
rm -rf "$results"

say() { printf '\n== %s\n' "$*"; }

install_chromium() {
  command -v chromium >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing chromium for the browser tests"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null \
      || echo "chromium could not be installed; the browser tests will skip." >&2
  fi
}

# The servers and clients that nobody here wrote, pinned by lock files.
install_peers() {
  command -v npm >/dev/null || return 0
  local folder stamp
  for folder in tests/peers/*/; do
    [ -f "$folder/package-lock.json" ] || continue
    stamp="$folder/node_modules/.installed"
    cmp -s "$folder/package-lock.json" "$stamp" && continue
    say "Installing npm packages in $folder"
    if npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error; then
      cp "$folder/package-lock.json" "$stamp"
    else
      echo "The packages in $folder could not be installed; their tests will skip." >&2
    fi
  done
}

# Adds up what every result file says, so that one line closes the run.
count() { cat "$results"/*.trx 2>/dev/null | grep -o "<UnitTestResult [^>]*outcome=\"$1\"" | wc -l; }

if ! $quick; then
  install_chromium
  install_peers
fi

say "Building"
if ! dotnet build GuidanceBot.sln -c Release -v q --nologo; then
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

failed=0
for project in tests/*.Tests tests/GuidanceBot.Stories; do
  $quick && [ "$project" = tests/GuidanceBot.Stories ] && continue
  name=$(basename "$project")
  say "$name"
  dotnet test "$project" -c Release --no-build --nologo -v q \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results" \
    --blame-hang-timeout 5m --blame-hang-dump-type none || failed=1
done

passed=$(count Passed); broken=$(count Failed); skipped=$(count NotExecuted)
if [ "$skipped" -gt 0 ]; then
  say "Skipped, with the reason"
  cat "$results"/*.trx | grep -A6 'outcome="NotExecuted"' | grep -o '<Message>[^<]*' | sed 's/<Message>//' | sort | uniq -c
fi
# A project that crashed before it reported any test counts as one failure.
[ "$failed" = 1 ] && [ "$broken" = 0 ] && broken=1
echo
echo "$passed passed, $broken failed, $skipped skipped"
[ "$broken" = 0 ]
