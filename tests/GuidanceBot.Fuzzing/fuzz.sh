#!/usr/bin/env bash
# Fuzzes the screen, guided by coverage. usage: fuzz.sh [SECONDS] (900 unless told)
# Needs afl++ (Debian: apt-get install afl++) and the instrumenter (dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path .fuzz/tools).
# Seeds are the messages of tests/regression; finds land in .fuzz/out/default/crashes: see them again with
#   dotnet run -c Release --project tests/GuidanceBot.Fuzzing -- .fuzz/out/default/crashes/id*
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-900}
work=.fuzz
[ -x $work/tools/sharpfuzz ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path $work/tools
rm -rf $work/target $work/seeds $work/out
dotnet build -c Release -v q tests/GuidanceBot.Fuzzing -o $work/target
$work/tools/sharpfuzz $work/target/GuidanceBot.Screening.dll
mkdir -p $work/seeds
# Every third message is plenty: afl calibrates each.
python3 - <<'PYTHON'
import glob, json
texts = [json.loads(line)["text"] for file in sorted(glob.glob("tests/regression/own/*.jsonl")) for line in open(file, encoding="utf-8")]
for number, text in enumerate(texts[::3]):
    with open(f".fuzz/seeds/{number:04}", "wb") as seed:
        seed.write(text.encode("utf-8", "replace")[:400])
PYTHON
export AFL_SKIP_BIN_CHECK=1 AFL_NO_AFFINITY=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_FORKSRV_INIT_TMOUT=60000
nice -n 19 afl-fuzz -i $work/seeds -o $work/out -x tests/GuidanceBot.Fuzzing/pieces.dict -t 20000 -m none -V "$seconds" -- dotnet $work/target/GuidanceBot.Fuzzing.dll
