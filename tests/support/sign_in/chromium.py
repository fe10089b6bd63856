# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Chromium, driven by its own chromedriver through the WebDriver protocol (W3C). No library besides Python's."""

import base64
import json
import queue
import re
import shutil
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
LIMIT = 40  # seconds, for anything that is waited for


class BrowserError(Exception):
    """What chromedriver answered instead of a result. `code` is the protocol's name of it."""

    def __init__(self, message, code=""):
        super().__init__(message)
        self.code = code


def lines_of(stream):
    """The lines of a stream as a queue, so that a wait for one can have a limit; None at its end."""
    lines = queue.Queue()

    def pump():
        for line in stream:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=pump, daemon=True).start()
    return lines


class Chromium:
    """One browser with a fresh profile. `trusted` are base64 SHA-256 digests of public keys: the lab's certificates are
    taken by key, everything else is checked as ever."""

    def __init__(self, trusted):
        self.profile = tempfile.mkdtemp(prefix="cloudsync-chromium-")
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.session = None
        try:
            port = self._port(lines_of(self.driver.stdout))
            self.base = f"http://127.0.0.1:{port}"
            options = {
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--no-proxy-server", "--window-size=900,700",
                    # Nothing outside this machine is asked for, whatever a page names.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                    f"--user-data-dir={self.profile}",
                    f"--ignore-certificate-errors-spki-list={','.join(trusted)}",
                ]
            }
            answer = self._send("POST", "/session", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"},
                "timeouts": {"implicit": LIMIT * 1000, "pageLoad": LIMIT * 1000}}}})
            self.session = answer["sessionId"]
        except BaseException:
            self.close()
            raise

    @staticmethod
    def _port(lines):
        while (line := lines.get(timeout=LIMIT)) is not None:
            if found := re.search(r"started successfully on port (\d+)", line):
                return int(found[1])
        raise BrowserError("chromedriver did not start")

    def _send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method, headers={"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=LIMIT * 2) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as problem:
            value = json.load(problem)["value"]
            raise BrowserError(value["message"], value["error"]) from None

    def _in_session(self, method, path, body=None):
        return self._send(method, f"/session/{self.session}{path}", body)

    def open(self, url):
        self._in_session("POST", "/url", {"url": url})

    def new_tab(self):
        handle = self._in_session("POST", "/window/new", {"type": "tab"})["handle"]
        self._in_session("POST", "/window", {"handle": handle})

    def find(self, css):
        """The first element, waited for."""
        return self._in_session("POST", "/element", {"using": "css selector", "value": css})[ELEMENT]

    def type(self, css, text):
        element = self.find(css)
        self._in_session("POST", f"/element/{element}/clear", {})
        self._in_session("POST", f"/element/{element}/value", {"text": text})

    def click(self, css):
        """Clicks what leads to another page, and returns when this one is gone: what is looked for next is not found on it."""
        element = self.find(css)
        self._in_session("POST", f"/element/{element}/click", {})
        limit = time.monotonic() + LIMIT
        pause = threading.Event()
        while time.monotonic() < limit:
            try:
                self._in_session("GET", f"/element/{element}/name")
            except BrowserError as problem:
                if problem.code in ("stale element reference", "no such element"):
                    return
                # In the moment of the change ChromeDriver hands on the inspector's own words; the next look tells.
                if "does not belong to the document" not in str(problem):
                    raise
            pause.wait(0.02)
        raise BrowserError(f"the page did not change after a click on {css}")

    def text(self, css):
        return self._in_session("GET", f"/element/{self.find(css)}/text")

    def run(self, script):
        return self._in_session("POST", "/execute/sync", {"script": script, "args": []})

    def title(self):
        return self._in_session("GET", "/title")

    def console(self):
        """What the browser complained of: blocked content, errors of scripts."""
        return [entry["message"] for entry in self._in_session("POST", "/se/log", {"type": "browser"})]

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._in_session("GET", "/screenshot")))

    def close(self):
        if self.session:
            try:
                self._send("DELETE", f"/session/{self.session}")
            except (BrowserError, OSError):
                pass
            self.session = None
        self.driver.terminate()
        try:
            self.driver.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self.driver.kill()
            self.driver.wait()
        self.driver.stdout.close()
        shutil.rmtree(self.profile, ignore_errors=True)
