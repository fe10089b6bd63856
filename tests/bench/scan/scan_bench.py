#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the readiness scan against ldapsearch on the same controller, and the first rows of a large container.

    scan_bench.py --cli cloud-sync-setup-cli --children bench-children [--counts 10000,100000] [--rounds 2] [--smoke]
                  [--folder DIR] [--markdown FILE]

For each count a lab controller is filled with that many users. Then, in turn, ldapsearch pages the attributes of the scan to a file and the scan
examines them, `rounds` times each; the best of each counts. Ends with 1 when a goal is missed; --smoke holds only what does not depend on time: that
every object was seen, nothing was found, and the memory.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DC = os.path.join(HERE, "..", "..", "lab", "dc", "dc.sh")
PAGE = 1000
# What the scan reads (ScannedObject::attributes, ScannedObject::filter).
ATTRIBUTES = ("objectClass objectGUID cn displayName givenName mail mailNickname proxyAddresses sAMAccountName targetAddress userPrincipalName "
              "isCriticalSystemObject mS-DS-ConsistencyGuid msDS-ExternalDirectoryObjectId pwdLastSet msExchHideFromAddressLists "
              "msExchRecipientTypeDetails member;range=0-99").split()
FILTER = "(|(&(objectCategory=person)(objectClass=user))(objectClass=contact)(objectCategory=group))"
MEMORY_GOAL = 64 * 1024  # KiB
SCAN_GOAL, ROWS_GOAL = 1.1, 0.3


def run(arguments, environment, output):
    """Runs a program and gives (seconds, peak of resident memory in KiB)."""
    began = time.monotonic()
    process = subprocess.Popen(arguments, env=environment, stdout=output, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(arguments[:3])} ended with {process.returncode}:\n{errors.decode(errors='replace')[-2000:]}")
    return time.monotonic() - began, usage.ru_maxrss


class Controller:
    def __init__(self, folder, count, children):
        self.folder = os.path.join(folder, f"dc-{count}")
        self.environment = dict(os.environ, DC_UNSEEDED="1", DC_OWNER=str(os.getpid()), DC_LIMIT="7200")
        self.call("start")
        self.call("stop")
        loading = time.monotonic()
        subprocess.run(["/usr/bin/python3", os.path.join(HERE, "many_users.py"), self.folder, str(count), str(children)], check=True)
        print(f"{count} users loaded in {time.monotonic() - loading:.0f} s", flush=True)
        self.variables = dict(line.split("=", 1) for line in self.call("start").splitlines() if "=" in line)
        self.variables = {name.replace("export ", "").strip(): value.strip("'\"") for name, value in self.variables.items()}

    def call(self, verb):
        return subprocess.run(["bash", DC, verb, self.folder], env=self.environment, check=True, capture_output=True, text=True).stdout

    def __getitem__(self, name):
        return self.variables[name]

    def ldapsearch(self, file):
        password = os.path.join(self.folder, "bench-password")
        with open(os.open(password, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as secret:
            secret.write(self["DC_ADMIN_PASSWORD"])
        environment = dict(os.environ, LDAPTLS_CACERT=self["DC_CA"])
        with open(file, "wb") as output:
            return run(["ldapsearch", "-LLL", "-x", "-H", self["DC_URI"], "-D", self["DC_ADMIN"], "-y", password, "-E", f"pr={PAGE}/noprompt",
                        "-b", self["DC_BASE"], FILTER, *ATTRIBUTES], environment, output)

    def answers(self):
        path = os.path.join(self.folder, "bench-answers.json")
        directory = {"domain": self["DC_DOMAIN"], "controllers": [self["DC_URI"]], "caFile": self["DC_CA"],
                     "credential": {"user": self["DC_ADMIN"], "password": {"env": "BENCH_PASSWORD"}, "mechanism": "simple"}}
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"version": 1, "license": {"accepted": True}, "directories": [directory]}, file)
        return path

    def scan(self, cli, file):
        environment = dict(os.environ, BENCH_PASSWORD=self["DC_ADMIN_PASSWORD"])
        with open(file, "wb") as output:
            return run([cli, "scan", "--answers", self.answers(), "--only", "directory", "--json", "--out", file + ".jsonl",
                        "--state-dir", os.path.join(self.folder, "bench-state")], environment, output)

    def rows(self, program, children):
        environment = dict(os.environ, BENCH_PASSWORD=self["DC_ADMIN_PASSWORD"])
        found = subprocess.run([program, self["DC_URI"], self["DC_CA"], self["DC_DOMAIN"], self["DC_ADMIN"], f"OU=Children,{self['DC_BASE']}"],
                               env=environment, check=True, capture_output=True, text=True)
        measured = json.loads(found.stdout)
        if measured["rows"] != children:
            sys.exit(f"{children} children were expected, {measured['rows']} came")
        return measured


def measure(options, folder, count, children):
    controller = Controller(folder, count, children)
    try:
        raw, scans, memory = [], [], []
        for _ in range(options.rounds):
            seconds, _ = controller.ldapsearch(os.path.join(folder, "raw.ldif"))
            raw.append(seconds)
            seconds, peak = controller.scan(options.cli, os.path.join(folder, "scan.json"))
            scans.append(seconds)
            memory.append(peak)
        with open(os.path.join(folder, "scan.json"), encoding="utf-8") as file:
            document = json.load(file)
        users = document["inScope"]["user"]
        wrong = [f for f in document["findings"] if f["dn"].startswith("CN=user")]
        if users < count or wrong:
            sys.exit(f"{count} users were put in, {users} seen; findings on them: {wrong[:3]}")
        result = {"count": count, "ldapsearch": min(raw), "scan": min(scans), "memory": max(memory)}
        if children:
            best = min((controller.rows(options.children, children) for _ in range(max(options.rounds, 3))), key=lambda one: one["first"] / one["all"])
            result.update(first=best["first"], all=best["all"], children=children)
        print(json.dumps(result), flush=True)
        return result
    finally:
        controller.call("remove")


def verdict(results, smoke):
    """The table, and what missed its goal."""
    lines, missed = ["| | goal | measured |", "|---|---|---|"], []

    def row(what, goal, value, good):
        lines.append(f"| {what} | {goal} | {value} |")
        if not good:
            missed.append(f"{what}: {value}, goal {goal}")

    for one in results:
        ratio = one["scan"] / one["ldapsearch"]
        row(f"scan of {one['count']:,} users against ldapsearch", f"<= {SCAN_GOAL}x",
            f"{ratio:.2f}x ({one['scan']:.1f} s, {one['ldapsearch']:.1f} s)", smoke or ratio <= SCAN_GOAL)
        row(f"resident memory at {one['count']:,} users", "<= 64 MB", f"{one['memory'] / 1024:.1f} MB", one["memory"] <= MEMORY_GOAL)
        if "first" in one:
            rows = one["first"] / one["all"]
            row(f"first rows of {one['children']:,} children against all of them", f"<= {ROWS_GOAL}x",
                f"{rows:.2f}x ({one['first'] * 1000:.0f} ms, {one['all'] * 1000:.0f} ms)", smoke or rows <= ROWS_GOAL)
    if len(results) > 1:
        low, high = results[0], results[-1]
        row(f"memory at {high['count']:,} against {low['count']:,}", "the same (within 4 MB)", f"{(high['memory'] - low['memory']) / 1024:+.1f} MB",
            abs(high["memory"] - low["memory"]) <= 4096)
        growth = (high["scan"] / high["count"]) / (low["scan"] / low["count"])
        server = (high["ldapsearch"] / high["count"]) / (low["ldapsearch"] / low["count"])
        row("time of the scan an object, large against small, beside that of ldapsearch", "no faster growth (within 10 %)", f"{growth:.2f} beside {server:.2f}",
            smoke or growth <= server * 1.1)
    return "\n".join(lines), missed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--children", required=True)
    parser.add_argument("--counts", default="10000,100000")
    parser.add_argument("--container", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--folder")
    parser.add_argument("--markdown")
    parser.add_argument("--smoke", action="store_true")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    folder = options.folder or tempfile.mkdtemp(prefix="cloud-sync-setup-bench-")
    os.makedirs(folder, exist_ok=True)
    try:
        counts = [int(count) for count in options.counts.split(",")]
        results = [measure(options, folder, count, options.container if count == counts[0] else 0) for count in counts]
    finally:
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)
    table, missed = verdict(results, options.smoke)
    print(table)
    if options.markdown:
        with open(options.markdown, "w", encoding="utf-8") as file:
            file.write(table + "\n")
    for one in missed:
        print("missed:", one)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
