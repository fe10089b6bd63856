# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Part of test-wine.sh: the laboratory that the whole job works on, and how the command line is called.
fill_answers() { # HOST : the laboratory's answer file with paths as this Windows sees them
    /usr/bin/python3 - "$work/lab/answers.json" "$1" <<'P'
import json, sys
path, host = sys.argv[1:]
answers = json.load(open(path, encoding="utf-8"))
drive = lambda name: "Z:" + name.replace("/", "\\")
answers["cloud"]["caFile"] = drive(answers["cloud"]["caFile"])
answers["server"]["agentPackage"] = r"C:\lab\AADConnectProvisioningAgentSetup.exe"
answers["signIn"]["certificate"]["file"] = drive(answers["signIn"]["certificate"]["file"])
answers["serviceAccount"]["hosts"] = [host]
answers.pop("passwordWriteback")
for directory in answers["directories"]:
    directory["caFile"] = drive(directory["caFile"])
    directory["credential"]["user"] = "CONTOSO.TEST\\Administrator"
    directory["credential"]["password"]["file"] = drive(directory["credential"]["password"]["file"])
json.dump(answers, sys.stdout, indent=2)
P
}

cli() { # WORDS... : standard output to $work/out, standard error to $work/err
    LIMIT=${CLI_LIMIT:-240} run "$package/cloud-sync-setup-cli.exe" "$@" --state-dir 'C:\lab\state' --log-file 'C:\lab\log.txt' --json >"$work/out" 2>"$work/err"
}
document() { /usr/bin/python3 -c 'import json, sys; document = json.load(open(sys.argv[1], encoding="utf-8")); print(eval(sys.argv[2]))' "$work/out" "$1" 2>&1; }
outcomes='" ".join(sorted({step["outcome"] for step in document.get("steps", [])})) or document.get("error")'

echo "--- laboratory"
"$root/tests/lab/lab.sh" start "$work/lab" || failure 'the laboratory starts'
eval "$("$root/tests/lab/lab.sh" env "$work/lab")"
export KRB5_CONFIG
rm -f "$WINEPREFIX/drive_c/lab"/{powershell.jsonl,agent.json}
cp "$WINEPREFIX/drive_c/lab/signed.exe" "$WINEPREFIX/drive_c/lab/AADConnectProvisioningAgentSetup.exe"
printf '{"tenant":"%s","caFile":"%s"}\n' "$LAB_TENANT_URL" "Z:$LAB_TENANT_CA" >"$WINEPREFIX/drive_c/lab/lab.json"
answers='C:\lab\answers.json'
fill_answers SYNC1 >"$WINEPREFIX/drive_c/lab/answers.json"
