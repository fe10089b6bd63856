#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums up the result file of ctest: every single test function with its data row counts, and the last line says how many
passed and failed. What failed or was left out is named before it. Exit code 0 when something passed and nothing failed.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

# Lines of Qt Test's plain text log. XPASS is a test that was expected to fail and did not: that is a failure too.
QT_RESULT = re.compile(r"^(PASS|FAIL!|XPASS|XFAIL|SKIP|BPASS|BFAIL)\s+: (\S.*)$", re.MULTILINE)
QT_FRAME = re.compile(r"::(initTestCase|cleanupTestCase)\(\)")
UNITTEST_RUN = re.compile(r"^Ran (\d+) tests? in ", re.MULTILINE)
UNITTEST_SKIP = re.compile(r"^(\S+) \(.*\.\.\. skipped (.*)$", re.MULTILINE)
UNITTEST_BAD = re.compile(r"^(?:FAIL|ERROR): (\S.*)$", re.MULTILINE)


class Sum:
    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []

    def add(self, case):
        name = case.get("name")
        output = case.findtext("system-out") or ""
        status = case.get("status")
        if status in ("disabled", "notrun"):
            skipped = case.find("skipped")
            why = skipped.get("message", "") if skipped is not None else ""
            # Only who says so is left out. A program that is missing, or whose fixture failed, was meant to run.
            on_purpose = status == "disabled" or "SKIP" in why
            (self.skipped if on_purpose else self.failed).append(f"{name}: not run. {why}")
            return
        good = status == "run"
        before = len(self.failed)
        results = QT_RESULT.findall(output)
        if results:
            self.add_functions(name, results)
        elif UNITTEST_RUN.search(output):
            bad = UNITTEST_BAD.findall(output)
            self.failed += [f"{name}: {one}" for one in bad]
            left_out = UNITTEST_SKIP.findall(output)
            self.skipped += [f"{name}: {one}: {why}" for one, why in left_out]
            self.passed += max(0, int(UNITTEST_RUN.search(output)[1]) - len(bad) - len(left_out))
        elif good:
            self.passed += 1
        # A crash, a limit that was exceeded, or a failure that no single function told of.
        if not good and len(self.failed) == before:
            failure = case.find("failure")
            self.failed.append(f"{name}: {failure.get('message') if failure is not None else status}")

    def add_functions(self, name, results):
        # A function whose check failed and that ends all the same is one failure, not two.
        seen = {}
        for verdict, function in results:
            if QT_FRAME.search(function) and verdict == "PASS":
                continue
            function = function.split(") ", 1)[0] + ")" if ") " in function else function.strip()
            known = seen.get(function)
            if verdict in ("FAIL!", "XPASS", "BFAIL"):
                seen[function] = "failed"
            elif verdict == "SKIP":
                seen[function] = known or "skipped"
            elif verdict in ("PASS", "BPASS"):
                seen[function] = known if known == "failed" else "passed"
        self.passed += sum(verdict == "passed" for verdict in seen.values())
        self.failed += [f"{name}: {function}" for function, verdict in seen.items() if verdict == "failed"]
        self.skipped += [f"{name}: {function}" for function, verdict in seen.items() if verdict == "skipped"]


def add_requests(total, path):
    """Lines "<requests> <checked> <invalid>" of the tenants that the tests ran against."""
    try:
        with open(path, encoding="ascii") as lines:
            counts = [[int(number) for number in line.split()] for line in lines]
    except OSError:
        return  # no test needed a tenant
    requests, checked, invalid = (sum(column) for column in zip(*counts)) if counts else (0, 0, 0)
    print(f"Requests to the tenant: {requests}; bodies checked against graph-beta.json: {checked}; not valid: {invalid}")
    if invalid:
        total.failed.append(f"{invalid} request bodies are not valid by graph-beta.json")


def add_windows(total, path):
    """What packaging/windows/test-wine.sh printed: its last line counts, a line for each failure begins with FAIL!."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        lines = []
    counts = re.fullmatch(r"(\d+) passed, (\d+) failed", lines[-1]) if lines else None
    if not counts:
        total.failed.append("windows: the build or its tests under Wine did not come to their end")
        return
    failures = [line[5:].strip() for line in lines if line.startswith("FAIL!")]
    failures += ["not named"] * (int(counts[2]) - len(failures))
    total.passed += int(counts[1])
    total.failed += [f"windows: {one}" for one in failures]
    total.skipped += [f"windows: {line[4:].strip()}" for line in lines if line.startswith("SKIP ")]
    print(f"Windows programs under Wine: {counts[1]} passed, {counts[2]} failed")


def main(path, tally=None, windows=None):
    total = Sum()
    try:
        for case in ElementTree.parse(path).getroot().iter("testcase"):
            total.add(case)
    except (OSError, ElementTree.ParseError) as problem:
        total.failed.append(f"the result file cannot be read: {problem}")
    if tally:
        add_requests(total, tally)
    if windows:
        add_windows(total, windows)
    for title, names in (("Skipped:", total.skipped), ("Failed:", total.failed)):
        if names:
            print(title)
            for name in names:
                print(f"  {name}")
    print(f"{total.passed} passed, {len(total.failed)} failed")
    return 0 if total.passed and not total.failed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
