# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Part of test-wine.sh: unit tests, tests of the pages and tests of adapters/windows, built for Windows.
echo "--- tests built for Windows"
programs_folder=$BUILD/tests/windows/programs
mkdir -p "$work/results"
# Wine drops variables that begin with QT_ and takes WINEQT_ for them; the programs themselves switch the compiler of regular expressions off
# (ProcessHardening.cpp says why), tests are told to. Without a console Qt Test writes to a file alone.
run_test_program() { # FILE : exit code as the program's
    WINEQT_QPA_PLATFORM=offscreen WINEQT_ENABLE_REGEXP_JIT=0 WINEQT_QPA_FONTDIR='Z:\usr\share\fonts\truetype\liberation2' CLOUDSYNC_PROGRAM=$(windows_path "$package/cloud-sync-setup-cli.exe") \
        LIMIT=180 run "$1" -o "$(windows_path "$work/results/$(basename "$1" .exe).txt"),txt" >/dev/null 2>"$work/results/$(basename "$1" .exe).err"
}
count_results() { # NAME EXIT-CODE SECONDS
    local name=$1 code=$2 good=0 line
    while read -r line; do
        case $line in
        PASS*initTestCase* | PASS*cleanupTestCase*) ;;
        PASS*) good=$((good + 1)) ;;
        FAIL!* | XPASS*) failure "$name: ${line#*: }" "$(grep -a -A 6 -F -- "$line" "$work/results/$name.txt" | tail -n +2)" 4 ;;
        SKIP*) echo "SKIP   $name: ${line#*: }" ;;
        esac
    done < <(tr -d '\r' <"$work/results/$name.txt" 2>/dev/null | grep -aE '^(PASS|FAIL!|XPASS|SKIP)')
    passed=$((passed + good))
    if [ "$code" -eq 0 ] && [ $good -gt 0 ]; then
        echo "PASS   $name: $good in $3 s"
    elif ! grep -aqE '^(FAIL!|XPASS)' "$work/results/$name.txt" 2>/dev/null; then
        failure "$name ends well" "exit code $code"$'\n'"$(tail -n 5 "$work/results/$name.txt" "$work/results/$name.err" 2>/dev/null)"
    fi
}
begin_of_units=$SECONDS
while read -r name; do
    program=$programs_folder/$name.exe
    [[ -z ${WINE_TEST_ONLY:-} || $name =~ $WINE_TEST_ONLY ]] || continue
    begin=$SECONDS
    run_test_program "$program"
    count_results "$name" $? $((SECONDS - begin))
done < <(sort "$BUILD/tests/windows/programs.txt")
echo "tests built for Windows: $((SECONDS - begin_of_units)) s"
