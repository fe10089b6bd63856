#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Stand-in for the agent's package. It does what its arguments say and installs a stand-in agent on a stand-in host:
#   --host FOLDER        the host (holds host.json)
#   --exit-code N        ends with N; only 0, 1641 and 3010 leave the agent installed
#   --delay-ms N         time it takes, spread over its progress
#   --log FILE           writes a log
#   /quiet               as the real one; /uninstall removes
# version: 1.1.2505.0
import argparse, fcntl, json, os, sys, time

VERSION = "1.1.2505.0"
SERVICE = "AADConnectProvisioningAgent"
UPDATER = "AzureADConnectAgentUpdater"
FOLDER = r"C:\Program Files\Microsoft Azure AD Connect Provisioning Agent"

words = [w.replace("/", "--", 1) if w in ("/quiet", "/uninstall") else w for w in sys.argv[1:]]
parser = argparse.ArgumentParser()
parser.add_argument("--host", required=True)
parser.add_argument("--exit-code", type=int, default=0)
parser.add_argument("--delay-ms", type=int, default=0)
parser.add_argument("--log")
parser.add_argument("--quiet", action="store_true")
parser.add_argument("--uninstall", action="store_true")
arguments = parser.parse_args(words)

def log(text):
    if arguments.log:
        with open(arguments.log, "a", encoding="utf-8") as f:
            f.write(text + "\n")

steps = ["Detecting", "Planning", "Copying files", "Registering services", "Finishing"]
for number, step in enumerate(steps):
    print(json.dumps({"percent": 100 * number // len(steps), "message": step}), flush=True)
    log(step)
    time.sleep(arguments.delay_ms / 1000 / len(steps))

if arguments.exit_code in (0, 1641, 3010):
    path = os.path.join(arguments.host, "host.json")
    with open(path + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            with open(path, encoding="utf-8") as f:
                host = json.load(f)
        except FileNotFoundError:
            host = {}
        services = host.setdefault("services", {})
        if arguments.uninstall:
            for name in (SERVICE, UPDATER):
                services.pop(name, None)
            host.pop("agent", None)
        else:
            account = "NT SERVICE\\" + SERVICE
            services.setdefault(SERVICE, {"displayName": "Microsoft Entra Provisioning Agent", "state": "Running", "start": "Automatic", "account": account})
            services.setdefault(UPDATER, {"displayName": "Microsoft Entra Connect Agent Updater", "state": "Running", "start": "Automatic", "account": "LocalSystem"})
            agent = host.setdefault("agent", {})
            agent.update({"version": VERSION, "installFolder": FOLDER})
        with open(path + ".new", "w", encoding="utf-8") as f:
            json.dump(host, f, indent=1, sort_keys=True)
        os.replace(path + ".new", path)
log("exit code %d" % arguments.exit_code)
# Exit codes above 255 do not fit a process status here: the last line tells the real one.
print(json.dumps({"percent": 100, "exitCode": arguments.exit_code}), flush=True)
sys.exit(arguments.exit_code & 0xff)
