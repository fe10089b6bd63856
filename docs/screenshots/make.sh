#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh: builds the wizard and renders its pages into this folder, as README.md shows them. Needs no display.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${1:-$root/build/dev}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -f "$build/build.ninja" ] || cmake -S "$root" --preset dev -B "$build" >/dev/null
cmake --build "$build" --target wizard-screenshots
QT_QPA_PLATFORM=offscreen "$build/tests/pages/wizard-screenshots" "$work" 2>/dev/null
for page in 02-prerequisites 06-service-account 09-scope 11-review 12-progress 13-finish; do
    convert "$work/$page-light.png" -strip +dither -colors 128 "PNG8:$here/$page.png"
done
QT_QPA_PLATFORM=offscreen "$build/tests/pages/wizard-screenshots" "$work/de" --lang de 2>/dev/null
for page in 09-scope 11-review; do
    convert "$work/de/$page-light.png" -strip +dither -colors 128 "PNG8:$here/$page-de.png"
done
convert "$work/11-review-dark.png" -strip +dither -colors 128 "PNG8:$here/11-review-dark.png"
