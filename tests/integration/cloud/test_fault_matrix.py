# SPDX-License-Identifier: GPL-3.0-or-later
"""Each row of fault_rows.py: `apply` of the product's command line on the lab's tenant while something goes wrong, then an
undisturbed `apply`, then `undo`. Nothing may be lost and nothing doubled: what the tenant holds decides."""

import json
import os
import pathlib
import re
import sys
import threading
import unittest
from urllib.parse import urlsplit

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent.parent / "support/sign_in"))

from fault_rows import ROWS  # noqa: E402

DOMAIN = "contoso.test"
SLOW = "no answer in time, after the deed"  # waits for the product's own limit, a minute: beside the other rows

UNDISTURBED = {"accessTokenSeconds": 3599, "deviceCodeSeconds": 900, "refreshRevoked": False, "block": None, "claims": None, "consent": "granted"}


def table():
    lines = ["| what goes wrong | sign-in | exit code | error code | what is left |", "|---|---|---|---|---|"]
    for row in ROWS:
        lines.append(f"| {row.name} | {row.method} | {row.exit} | {row.code or '–'} | {row.left} |")
    return "\n".join(lines) + "\n"


if "--table" in sys.argv:
    print(table(), end="")
    sys.exit(0)

from chromium import LIMIT  # noqa: E402
from lab import LabTenant, Run  # noqa: E402
from person import Person  # noqa: E402

CONFIGURATION = {
    "domain": DOMAIN,
    "passwordHashSync": True,
    "notifications": {"enabled": True, "recipients": ["it@contoso.com"]},
    "accidentalDeletion": {"enabled": True, "threshold": 50},
    "scope": {"kind": "organizationalUnits", "distinguishedNames": ["OU=Sales,DC=contoso,DC=test"]},
    "attributeMappings": [{"object": "user", "target": "employeeHireDate", "kind": "direct", "source": "msDS-cloudExtensionAttribute1"}],
    "enable": True,
}


class Bench:
    """One tenant, and runs on it."""

    def __init__(self):
        self.tenant = LabTenant({"lag": {"requests": 0, "milliseconds": 0}, "policy": {"deviceIntervalSeconds": 1}})
        self.passwords = json.loads((self.tenant.folder / "tenant/passwords.json").read_text())
        self.checked = 0
        # The switch of the tenant stays on: set before, so that "nothing left" means nothing.
        self.undone = set()
        self.apply_undisturbed()
        self.undo_all()

    def close(self):
        self.tenant.close()

    def control(self, method, path, body=None):
        return self.tenant.control(method, "/lab/" + path, body)

    def answers(self, row=None):
        method = row.method if row else "certificate"
        sign_in = {"certificate": {"file": str(self.tenant.certificate)}} if method == "certificate" else {"account": self.account(row)}
        path = self.tenant.answers(method, **sign_in)
        document = json.loads(path.read_text())
        document["configurations"] = [CONFIGURATION]
        if row and row.tenant:
            document["signIn"]["tenant"] = row.tenant
        path.write_text(json.dumps(document))
        return path

    def account(self, row):
        return f"{row.account if row else 'admin'}@{self.tenant.tenant}"

    def start(self, row=None):
        run = Run(["apply", "--only", "tenant", "--yes", "--answers", str(self.answers(row))], self.tenant.folder)
        self.tenant.runs.append(run)
        return run

    def apply_undisturbed(self):
        return self.start().end()

    def undo(self, run_id):
        words = ["undo", "--yes"] + (["--run", run_id] if run_id else [])
        run = Run(words, self.tenant.folder)
        self.tenant.runs.append(run)
        name = self.account(None)
        for event in run.events():  # the journal knows how the run signed in
            if event.get("event") == "signIn":
                person = Person(self.tenant, name, self.passwords[name])
                person.bring(person.answer_to(event["url"]))
            elif event.get("event") == "deviceCode":
                self.control("POST", "approve-device", {"user_code": event["userCode"], "user": name, "password": self.passwords[name]})
        return run.end()

    def undo_all(self):
        """Takes back what is not taken back yet, the newest first."""
        runs = {run.stem for run in (self.tenant.folder / "runs").glob("*.jsonl")} - self.undone
        for name in sorted(runs, reverse=True):
            self.undo(name)
        self.undone |= runs

    def configuration(self):
        """What the tenant holds of the configuration: nothing, or its parts in a form that can be compared."""
        state = self.control("GET", "state")
        principals = [one for one in state["servicePrincipals"] if one["body"]["displayName"] == DOMAIN]
        applications = [one for one in state["applications"] if one["body"]["displayName"] == DOMAIN]
        return {
            "servicePrincipals": len(principals),
            "applications": len(applications),
            "jobs": sorted(job["body"]["templateId"] for one in principals for job in one["jobs"]),
            "running": sorted(job["body"]["templateId"] for one in principals for job in one["jobs"] if job["body"]["schedule"]["state"] == "Active"),
            "secrets": sorted(secret["key"] for one in principals for secret in one["secrets"]),
            "mapped": sorted(
                f"{mapping['sourceObjectName']}.{attribute['targetAttributeName']}"
                for one in principals for job in one["jobs"] if job["body"]["templateId"] == "AD2AADProvisioning"
                for rule in job["schema"]["synchronizationRules"] for mapping in rule["objectMappings"]
                for attribute in mapping["attributeMappings"] if attribute["targetAttributeName"] in ("CredentialData", "employeeHireDate")),
            "scope": [
                (rule.get("containerFilter") or {}).get("includedContainers")
                for one in principals for job in one["jobs"] if job["body"]["templateId"] == "AD2AADProvisioning"
                for rule in job["schema"]["synchronizationRules"]],
        }


NOTHING = {"servicePrincipals": 0, "applications": 0, "jobs": [], "running": [], "secrets": [], "mapped": [], "scope": []}
COMPLETE = {
    "servicePrincipals": 1,
    "applications": 1,
    "jobs": ["AD2AADPasswordHash", "AD2AADProvisioning"],
    "running": ["AD2AADPasswordHash", "AD2AADProvisioning"],
    "secrets": ["AppKey", "AppKey", "Domain", "SyncNotificationSettings"],
    "mapped": ["inetOrgPerson.CredentialData", "user.CredentialData", "user.employeeHireDate"],
    "scope": [["OU=Sales,DC=contoso,DC=test"]],
}


class Disturbed:
    """A run with the fault of its row, and the person it asks."""

    def __init__(self, bench, row):
        self.bench = bench
        self.row = row

    def go(self):
        bench, row = self.bench, self.row
        bench.control("POST", "sign-in", {**UNDISTURBED, **(row.policy or {})})
        if row.fault:
            bench.control("POST", "faults", row.fault)
        try:
            run = bench.start(row)
            if row.method != "certificate":
                for number in range(row.sign_ins):
                    self.person(run, number)
                    if number == 0 and row.midway:
                        # Signed in: only now the policy changes.
                        bench.control("POST", "sign-in", row.midway)
            return run.end()
        finally:
            bench.control("DELETE", "faults")
            bench.control("POST", "sign-in", UNDISTURBED)

    def person(self, run, number):
        if self.row.method == "deviceCode":
            code = run.event("deviceCode")["userCode"]
            if self.row.person != "does nothing":
                self.bench.control("POST", "approve-device", {
                    "user_code": code, "user": self.bench.account(self.row), "password": self.password(), "decline": self.row.person == "declines"})
            return
        url = run.event("signIn")["url"]
        person = Person(self.bench.tenant, self.bench.account(self.row), self.password())
        if self.row.person == "closes the browser":
            run.interrupt()
            return
        if self.row.person == "sends garbage first":
            person.send_garbage(url)
        declines = self.row.person == "declines the second" and number == 1
        location = person.answer_to(url, "cancel" if declines else "signin")
        if self.row.person == "comes with a wrong state first":
            page = person.bring(re.sub(r"state=[^&]*", "state=wrong", location))
            assert "not waited for" in page, page
        page = person.bring(location)
        if self.row.person == "comes twice":
            assert "signed in" in page, page
            assert "signed in" not in person.bring(location)

    def password(self):
        return self.bench.passwords[self.bench.account(self.row)]


class FaultMatrix(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.bench = Bench()
        cls.addClassCleanup(cls.bench.close)
        cls.slow_bench = Bench()
        cls.addClassCleanup(cls.slow_bench.close)
        slow = next(row for row in ROWS if row.name == SLOW)
        cls.slow_result = None

        def wait_beside():
            cls.slow_result = Disturbed(cls.slow_bench, slow).go()

        cls.slow_thread = threading.Thread(target=wait_beside)
        cls.slow_thread.start()
        cls.addClassCleanup(cls.slow_thread.join)

    @classmethod
    def tearDownClass(cls):
        for bench in (cls.bench, cls.slow_bench):
            record = bench.control("GET", "record")
            print(f"requests {record['count']}, bodies checked against the metadata {record['checked']}, invalid {record['invalid']}")
            assert record["invalid"] == 0, "a request of the product broke the published metadata"

    def play(self, row):
        bench = self.slow_bench if row.name == SLOW else self.bench
        try:
            self.play_on(bench, row)
        finally:  # a row that failed must not disturb the next one
            bench.undo_all()
        self.assertEqual(bench.configuration(), NOTHING)

    def play_on(self, bench, row):
        if row.name == SLOW:
            self.slow_thread.join(LIMIT * 3)
            code, document = self.slow_result
        else:
            code, document = Disturbed(bench, row).go()
        error = document.get("error") or {}
        said = json.dumps(document)[:3000]
        self.assertEqual((document["exitCode"], error.get("code")), (row.exit, row.code), said)
        self.assertEqual(code, row.exit & 0xFF)
        left = bench.configuration()
        if row.left == "complete":
            self.assertEqual(left, COMPLETE, said)
        elif row.left == "nothing":
            self.assertEqual(left, NOTHING, said)
        else:
            self.assertNotIn(left, (NOTHING, COMPLETE), said)
            self.assertIn("leftBehind", said)
        if row.exit in (5, 6) and row.code.startswith("tenant."):
            self.assertRegex(said, "request-id", "the request can be found again")

        if row.exit in (3, 4):
            return  # the run was refused before it began: there is nothing that the next one could find
        code, again = bench.apply_undisturbed()
        self.assertEqual(code, 0, again)
        self.assertEqual(bench.configuration(), COMPLETE, again)
        if row.left == "complete":
            self.assertEqual({step["outcome"] for step in again["steps"]}, {"alreadyThere"}, again)

    def test_the_table_in_the_documentation_is_this_one(self):
        text = (HERE.parent.parent.parent / "docs/fault-matrix.md").read_text()
        self.assertIn(table(), text)


def add(row):
    name = "test_" + re.sub(r"\W+", "_", row.name)
    # The slow row last: it has had its minute by then.
    setattr(FaultMatrix, ("test_zz_" + name[5:]) if row.name == SLOW else name, lambda self: self.play(row))


for one in ROWS:
    add(one)

if __name__ == "__main__":
    unittest.main(verbosity=2)
