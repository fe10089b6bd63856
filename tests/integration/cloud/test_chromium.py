# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in as a person sees it: the product's command line and a real Chromium, against the lab's tenant."""

import os
import socket
import sys
import unittest
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../support/sign_in"))

from chromium import Chromium  # noqa: E402
from lab import LabTenant  # noqa: E402

SUCCESS = "You are signed in."
FAILURE = "The sign-in did not succeed."
UNEXPECTED = "This page is not waited for."


def loopback_of(url):
    return urlsplit(parse_qs(urlsplit(url).query)["redirect_uri"][0])


class ChromiumSignIn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tenant = LabTenant()
        cls.addClassCleanup(cls.tenant.close)
        cls.browser = Chromium(cls.tenant.trusted)
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.tenant.control("POST", "/lab/sign-in", {"block": None, "mfa": False, "consent": "granted"})
        self.browser.new_tab()
        self.browser.console()  # what earlier tests left there

    def begin(self):
        run = self.tenant.check("browser", account=self.tenant.administrator)
        return run, run.event("signIn")["url"]

    def enter_password(self):
        self.browser.type("#password", self.tenant.password)
        self.browser.click("#signin")

    def assert_self_contained(self):
        """Nothing was loaded besides the page, nothing was blocked, and no script could run."""
        self.assertEqual(self.browser.run("return performance.getEntriesByType('resource').map(e => e.name)"), [])
        self.assertEqual(self.browser.run("return document.querySelectorAll('script,img,link,iframe,object').length"), 0)
        self.assertEqual([line for line in self.browser.console() if "favicon" not in line], [])

    def test_signs_in_and_lands_on_a_page_of_its_own(self):
        run, url = self.begin()
        self.browser.open(url)
        self.enter_password()
        self.assertEqual(self.browser.text("h1"), SUCCESS)
        self.assertEqual(self.browser.title(), SUCCESS)
        self.assertIn("Close this page", self.browser.text("main p"))
        self.assertEqual(self.browser.run("return document.documentElement.lang"), "en")
        self.assert_self_contained()
        code, document = run.end()
        findings = {finding["id"]: finding for finding in document["findings"]}
        self.assertEqual(findings["tenant.signIn"]["severity"], "ok", document)
        self.assertIn(self.tenant.administrator, findings["tenant.signIn"]["evidence"])
        self.assertEqual(findings["tenant.role"]["severity"], "ok", document)
        self.assertEqual(code, 0, document)

    def test_second_factor(self):
        self.tenant.control("POST", "/lab/sign-in", {"mfa": True})
        run, url = self.begin()
        self.browser.open(url)
        self.enter_password()
        self.browser.type("#otc", "246810")
        self.browser.click("#verify")
        self.assertEqual(self.browser.text("h1"), SUCCESS)
        self.assertEqual(run.end()[0], 0)

    def test_cancel_in_the_browser_is_a_declined_sign_in(self):
        run, url = self.begin()
        self.browser.open(url)
        self.browser.click("#cancel")
        self.assertEqual(self.browser.text("h1"), FAILURE)
        self.assert_self_contained()
        code, document = run.end()
        self.assertEqual((code, "AADSTS65004" in str(document)), (4, True), document)

    def test_what_the_service_says_is_shown_as_text(self):
        evil = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">&amp;\" ' blocked"
        self.tenant.control("POST", "/lab/sign-in", {"block": {"code": 53003, "error": "access_denied", "sentence": evil}})
        run, url = self.begin()
        self.browser.open(url)
        self.enter_password()
        self.assertEqual(self.browser.text("h1"), FAILURE)
        self.assertIn(evil, self.browser.text("small"))
        self.assertEqual(self.browser.title(), FAILURE)
        self.assert_self_contained()
        code, document = run.end()
        self.assertEqual((code, "AADSTS53003" in str(document)), (4, True), document)

    def test_garbage_on_the_port_and_a_wrong_state_do_no_harm(self):
        run, url = self.begin()
        there = loopback_of(url)
        for garbage in (b"\x16\x03\x01\x02\x00\x01\x00", b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"\x00" * 100, b"POST /?code=x HTTP/1.1\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", there.port), timeout=20) as port:
                port.sendall(garbage)
                port.shutdown(socket.SHUT_WR)
        base = f"http://localhost:{there.port}"
        for wrong in ("/?code=stolen&state=wrong", "/?error=access_denied&state=wrong", "/favicon.ico", "/?state=x&state=y", "/"):
            self.browser.open(base + wrong)
            self.assertEqual(self.browser.text("h1"), UNEXPECTED, wrong)
        self.browser.open(url)
        self.enter_password()
        self.assertEqual(self.browser.text("h1"), SUCCESS)
        self.assertEqual(run.end()[0], 0)

    def test_browser_that_is_closed_ends_with_cancel_and_the_next_attempt_starts_clean(self):
        run, url = self.begin()
        lost = Chromium(self.tenant.trusted)
        try:
            lost.open(url)
            lost.find("#password")
        finally:
            lost.close()
        self.assertIsNone(run.process.poll(), "the sign-in still waits: another browser may finish it")
        run.interrupt()
        code, document = run.end()
        self.assertEqual((code, document["exitCode"]), (1602 & 0xFF, 1602), document)
        again, fresh = self.begin()
        self.assertNotEqual(parse_qs(urlsplit(fresh).query)["state"], parse_qs(urlsplit(url).query)["state"])
        self.browser.open(fresh)
        self.enter_password()
        self.assertEqual(self.browser.text("h1"), SUCCESS)
        self.assertEqual(again.end()[0], 0)

    def test_replayed_answer_is_not_taken_twice(self):
        run, url = self.begin()
        self.browser.open(url)
        self.enter_password()
        self.assertEqual(self.browser.text("h1"), SUCCESS)
        address = self.browser.run("return location.href")
        self.assertEqual(run.end()[0], 0)
        second, other = self.begin()
        replayed = urlsplit(address)._replace(netloc=f"localhost:{loopback_of(other).port}").geturl()
        self.browser.open(replayed)
        self.assertEqual(self.browser.text("h1"), UNEXPECTED)
        second.interrupt()
        self.assertEqual(second.end()[1]["exitCode"], 1602)

    def test_device_code_in_a_browser(self):
        run = self.tenant.check("deviceCode")
        hint = run.event("deviceCode")
        self.browser.open(hint["url"])
        self.browser.type("#user_code", hint["userCode"])
        self.browser.type("#username", self.tenant.administrator)
        self.browser.type("#password", self.tenant.password)
        self.browser.click("#approve")
        self.assertEqual(self.browser.text("h1"), "You are signed in")
        self.assertEqual(run.end()[0], 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
