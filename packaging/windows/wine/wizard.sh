# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Part of test-wine.sh: the wizard's own program, driven by keys alone through a whole set-up. Which page is shown is read from the window's
# title, how the run ended from its journal, what it left to do from the command line; the pictures are for people.
echo "--- the wizard by keyboard"
mkdir -p "$screenshots"
rm -f "$screenshots"/*.png
state=$WINEPREFIX/drive_c/lab/wizard-state
rm -rf "$state"
# Everything is in the answer file but the password: that is typed.
/usr/bin/python3 - "$WINEPREFIX/drive_c/lab/answers.json" >"$WINEPREFIX/drive_c/lab/wizard-answers.json" <<'P'
import json, sys
answers = json.load(open(sys.argv[1], encoding="utf-8"))
for directory in answers["directories"]:
    directory["credential"]["password"] = "prompt"
json.dump(answers, sys.stdout)
P
(umask 077; printf '%s' "$(cat "$work/lab/secrets/directory-password")" >"$work/typed")

# Wine leaves the text of input fields unpainted when Qt draws it through GDI (placeholders and labels are there); with FreeType it is seen.
WINEQT_QPA_PLATFORM=windows:fontengine=freetype timeout 900 "$wine" "$package/cloud-sync-setup.exe" --answers 'C:\lab\wizard-answers.json' --state-dir 'C:\lab\wizard-state' \
    --log-file 'C:\lab\wizard.log' </dev/null >"$work/wizard.out" 2>"$work/wizard.err" &
wizard=$!
pause() { local nothing; read -rt "$1" nothing <> <(:) || true; }
window=
for _ in $(seq 600); do
    window=$(xdotool search --onlyvisible --name 'Cloud Sync Setup' 2>/dev/null | tail -n 1)
    [ -z "$window" ] || break
    pause 0.1
done
check 'the wizard shows its window' test -n "$window"

title() { xdotool getwindowname "$window" 2>/dev/null | sed 's/ – Cloud Sync Setup$//'; }
keys() { xdotool windowfocus "$window" key --clearmodifiers "$@" 2>/dev/null; }
picture() { import -window "$window" "png:$1" 2>/dev/null; }
settle() { # FILE : a picture of the page once two in a row are equal
    local before=- now
    for _ in $(seq 20); do
        picture "$1"
        now=$(sha256sum <"$1")
        [ "$now" != "$before" ] || return 0
        before=$now
        pause 0.3
    done
}
turn_to() { # PAGE KEY [SECONDS] : presses the key, as often as the page is not complete yet, until the page is there
    local limit=$((SECONDS + ${3:-120})) here
    here=$(title)
    while [ "$(title)" = "$here" ] && [ $SECONDS -lt $limit ] && kill -0 "$wizard" 2>/dev/null; do
        keys "$2"
        for _ in $(seq 12); do [ "$(title)" = "$here" ] || break; pause 0.1; done
    done
    equal "$2 leads from $here to $1" "$1" "$(title)"
    number=$((${number:-0} + 1))
    settle "$screenshots/$(printf '%02d' "$number")-$(tr 'A-Z ' 'a-z-' <<<"$1").png"
}
settle "$screenshots/00-licence.png"
equal 'the first page is the licence' Licence "$(title)"
for page in Prerequisites Install Extension 'Sign in' 'Service account'; do turn_to "$page" alt+n; done
keys alt+w
xdotool type --delay 30 --file "$work/typed"
for page in Directories Configuration Scope Mappings Review; do turn_to "$page" alt+n; done
equal 'nothing was done before the review' '' "$(ls "$state/runs" 2>/dev/null)"
turn_to Progress alt+a
turn_to Finish alt+n 400
ended() { cat "$state"/runs/*.jsonl 2>/dev/null | grep -q '"event":"runEnded"'; }
check 'the run came to its end' ended
equal 'the run ended well' done "$(cat "$state"/runs/*.jsonl 2>/dev/null |
    /usr/bin/python3 -c 'import json, sys; print([json.loads(line)["outcome"] for line in sys.stdin if "runEnded" in line][-1])' 2>&1)"
# The last page verifies what it tells; its picture is taken when it stands still.
for _ in $(seq 10); do settle "$screenshots/99-finish.png"; pause 1; done
keys alt+c
for _ in $(seq 100); do kill -0 "$wizard" 2>/dev/null || break; pause 0.1; done
wait "$wizard"
equal 'the wizard closes by its key and ends with 0' 0 $?
check 'the typed password is in no file that the wizard left' bash -c '! grep -raqF -f "$1" "$2" "$3"' - "$work/typed" "$state" "$WINEPREFIX/drive_c/lab/wizard.log"
cli apply --answers "$answers" --yes
equal 'the command line finds nothing left to do' '0 alreadyThere' "$? $(document "$outcomes")"
echo "screenshots: $screenshots ($(find "$screenshots" -name '*.png' | wc -l))"
