# SPDX-License-Identifier: GPL-3.0-or-later
"""The same sign-in against a provider that shares no code with the product or its lab (oidc-provider, certified for
OpenID Connect), through its own pages in a real Chromium. Where Node or the npm registry is not to be had, each test says
so and is counted as left out."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../support/sign_in"))

from chromium import Chromium  # noqa: E402
from lab import IndependentProvider, NotInstalled  # noqa: E402

DEVICE = "urn:ietf:params:oauth:grant-type:device_code"


class IndependentSignIn(unittest.TestCase):
    provider = None
    missing = None

    @classmethod
    def setUpClass(cls):
        try:
            cls.provider = IndependentProvider()
        except NotInstalled as why:
            cls.missing = str(why)
            return
        cls.addClassCleanup(cls.provider.close)

    def setUp(self):
        if self.missing:
            self.skipTest(f"the independent provider cannot be had: {self.missing}")
        self.provider.forget_events()

    def browser(self):
        """Each test has its own, so that no session is left from another."""
        browser = Chromium(self.provider.trusted)
        self.addCleanup(browser.close)
        return browser

    def sign_in_and_consent(self, browser):
        browser.type("input[name=login]", "ida")
        browser.type("input[name=password]", "any")
        browser.click("button[type=submit]")
        # The consent page shows what was asked for before it is granted.
        self.assertIn("Synchronization.ReadWrite.All", browser.text("form[action*=interaction]:has(input[value=consent]), main, body"))
        browser.click("button[type=submit]")

    def signed_in(self, run):
        code, document = run.end()
        findings = {finding["id"]: finding for finding in document["findings"]}
        self.assertEqual(findings["tenant.signIn"]["severity"], "ok", document)
        self.assertEqual(code, 0, document)
        self.assertEqual(self.provider.events("broken"), [])
        return findings

    def test_authorization_code_with_pkce_and_refresh(self):
        run = self.provider.check("browser", account=self.provider.account)
        url = run.event("signIn")["url"]
        browser = self.browser()
        browser.open(url)
        self.sign_in_and_consent(browser)
        self.assertEqual(browser.text("h1"), "You are signed in.")
        findings = self.signed_in(run)
        self.assertIn(self.provider.account, findings["tenant.signIn"]["evidence"])
        self.assertEqual([entry["type"] for entry in self.provider.events("grant")], ["authorization_code", "refresh_token"])
        calls = self.provider.events("graph")
        refused = {call["token"] for call in calls if call["status"] == 401}
        taken = {call["token"] for call in calls if call["status"] == 200}
        self.assertEqual((len(refused), len(taken)), (1, 1), calls)
        self.assertNotEqual(refused, taken, calls)
        self.assertIn("Synchronization.ReadWrite.All", [call for call in calls if call["status"] == 200][0]["scope"])

    def test_consent_that_is_declined(self):
        run = self.provider.check("browser", account=self.provider.account)
        browser = self.browser()
        browser.open(run.event("signIn")["url"])
        browser.find("input[name=login]")
        browser.click("a[href*='/abort']")
        self.assertEqual(browser.text("h1"), "The sign-in did not succeed.")
        code, document = run.end()
        self.assertEqual(code, 4, document)
        self.assertEqual(self.provider.events("grant"), [])

    def test_device_code(self):
        run = self.provider.check("deviceCode")
        hint = run.event("deviceCode")
        browser = self.browser()
        browser.open(hint["url"])
        browser.type("input[name=user_code]", hint["userCode"])
        browser.click("button[type=submit], input[type=submit]")
        browser.click("button[autofocus], button[type=submit]")  # confirms that the code is the one shown
        self.sign_in_and_consent(browser)
        self.assertIn("Sign-in Success", browser.text("h1"))
        self.signed_in(run)
        self.assertEqual([entry["type"] for entry in self.provider.events("grant")], [DEVICE, "refresh_token"])
        # How often it was asked before the person was done is chance; nothing else may have been refused.
        self.assertLessEqual({entry["error"] for entry in self.provider.events("refused")}, {"authorization_pending"})

    def test_client_assertion(self):
        run = self.provider.check("certificate", certificate={"file": str(self.provider.certificate)})
        code, document = run.end()
        findings = {finding["id"]: finding for finding in document["findings"]}
        self.assertEqual(findings["tenant.signIn"]["severity"], "ok", document)
        self.assertEqual([entry["type"] for entry in self.provider.events("grant")], ["client_credentials"])
        self.assertEqual({call["kind"] for call in self.provider.events("graph")}, {"ClientCredentials"})

    def test_certificate_that_the_provider_does_not_know(self):
        other = self.provider.folder / "other.pem"
        from lab import openssl
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=other", "-keyout", self.provider.folder / "o.key", "-out", self.provider.folder / "o.crt")
        other.write_bytes((self.provider.folder / "o.crt").read_bytes() + (self.provider.folder / "o.key").read_bytes())
        code, document = self.provider.check("certificate", certificate={"file": str(other)}).end()
        self.assertEqual(code, 4, document)
        self.assertEqual([entry["error"] for entry in self.provider.events("refused")], ["invalid_client"])
        self.assertEqual(self.provider.events("graph"), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
