# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Part of test-wine.sh: the whole job from the command line, against the laboratory.
echo "--- the whole job from the command line"
"$server" -w # the registry is in its files
cp -a "$WINEPREFIX" "$work/prefix-second"
inventory >"$work/before"
"$root/tests/lab/dc/dump.sh" "$work/lab/dc" >"$work/directory-before" 2>/dev/null
cli check --answers "$answers"
code=$?
equal 'check finds nothing in the way' 0 "$code"
[ $code -eq 0 ] || document '"\n".join(f["id"] + ": " + f["evidence"] for f in document.get("findings", []) if f["severity"] == "error") or document'
cli apply --answers "$answers" --yes
# The verifications change nothing: what they wait for may be there when they look.
equal 'apply carries the whole plan out' '0 applied' "$? $(document '" ".join(sorted({step["outcome"] for step in document.get("steps", [])
    if not step["id"].endswith(".verification")})) or document.get("error")')"
check 'the agent runs as a service' bash -c '"$1" sc query AADConnectProvisioningAgent | grep -q RUNNING' - "$wine"
equal 'the service runs as the managed account' 'CONTOSO\provAgentgMSA$' \
    "$(run reg query 'HKLM\System\CurrentControlSet\Services\AADConnectProvisioningAgent' /v ObjectName | tr -d '\r' | awk '/ObjectName/{print $3}')"
equal 'no secret reached a command line or the environment of PowerShell' 'False False True' "$(/usr/bin/python3 -c 'import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
print(any(l["secretOnCommandLine"] for l in lines), any(l["secretInEnvironment"] for l in lines), all(l["scriptIsWhole"] for l in lines) and len(lines) >= 4)' \
    "$WINEPREFIX/drive_c/lab/powershell.jsonl")"
equal 'PowerShell saw no variable that was only set here' '' "$(/usr/bin/python3 -c 'import json, sys
print(" ".join(sorted({v for line in open(sys.argv[1], encoding="utf-8") for v in json.loads(line)["variables"] if v in ("WINEPREFIX", "KRB5_CONFIG", "BUILD", "LAB_FOLDER")})))' \
    "$WINEPREFIX/drive_c/lab/powershell.jsonl")"
password=$(cat "$work/lab/secrets/directory-password")
check 'the password is in no file that the run left' bash -c '! grep -raqF -e "$1" "$2"' - "$password" "$WINEPREFIX/drive_c/lab"
check 'the directory holds the managed account' "$root/tests/lab/dc/dc.sh" run "$work/lab/dc" bash -c \
    'ldapsearch -LLL -x -H "$DC_URI" -D "$DC_ADMIN" -w "$DC_ADMIN_PASSWORD" -b "$DC_BASE" "(sAMAccountName=provAgentgMSA$)" dn | grep -q "^dn: CN=provAgentgMSA"'
last=$("$root/tests/lab/lab.sh" last "$work/lab")
cli apply --answers "$answers" --yes
equal 'a second run has nothing to do' '0 alreadyThere' "$? $(document "$outcomes")"
equal 'the second run writes nothing to the tenant' 0 "$("$root/tests/lab/lab.sh" writes "$work/lab" "$last")"

echo "--- a second server"
(
    export WINEPREFIX=$work/prefix-second
    fill_answers SYNC2 >"$WINEPREFIX/drive_c/lab/answers.json"
    cli apply --answers "$answers" --yes
    code=$?
    "$server" -w
    exit $code
)
equal 'a second server is set up' 0 $?
equal 'both servers may use the account' 'CN=SYNC1, CN=SYNC2,' "$(samba-tool service-account group-msa-membership show --name=provAgentgMSA \
    -H "$work/lab/dc/private/sam.ldb" 2>/dev/null | grep -oE 'CN=SYNC[0-9],' | sort -u | paste -sd ' ')"
(
    export WINEPREFIX=$work/prefix-second
    cli undo --yes
    code=$?
    "$server" -k
    exit $code
)
equal 'undo on the second server' 0 $?

echo "--- undo"
cli undo --yes
code=$?
# Directory synchronisation, once switched on for a tenant, stays on: undo says so and ends with 6.
equal 'undo takes back what the run made' 6 "$code"
equal 'the service is gone' '' "$(run sc query AADConnectProvisioningAgent 2>/dev/null | grep STATE)"
"$root/tests/lab/dc/dump.sh" "$work/lab/dc" >"$work/directory-after" 2>/dev/null
check 'the directory is as before' diff "$work/directory-before" "$work/directory-after"
inventory | grep -v 'Package Cache' >"$work/after"
echo "inventory before and after (diff): $(diff "$work/before" "$work/after" | grep -c '^[<>]') lines"
check 'registry, files and services are as before' diff "$work/before" "$work/after"
