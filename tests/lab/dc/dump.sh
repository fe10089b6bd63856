#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# dump.sh DIR : the whole domain and configuration of the controller in DIR as sorted LDIF, for a comparison before and
# after. Works on a running controller (it reads the database beside it) and on a stopped one. What is left out: dump.py.
set -euo pipefail
exec /usr/bin/python3 -B "$(dirname "${BASH_SOURCE[0]}")/dump.py" "${1:?the folder of a controller}"
