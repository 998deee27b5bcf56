#!/usr/bin/env bash
# Builds everything and runs every test. --quick: the inner loop, without browser and stories.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet test GuidanceBot.sln
