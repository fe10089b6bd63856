#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [SECONDS] [SEED] - the security descriptor library under random input, with address and undefined-behaviour
# sanitizers. Ends with the number of inputs; a failure prints the input in hexadecimal and the seed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cmake --preset asan >/dev/null
cmake --build --preset asan --target fuzz-security-descriptor
exec build/asan/tests/fuzz/fuzz-security-descriptor --seconds "${1:-600}" ${2:+--seed "$2"}
