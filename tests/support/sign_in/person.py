# SPDX-License-Identifier: GPL-3.0-or-later
"""A person in front of the lab's sign-in page, without a browser: fills in the form and brings the answer back to the
program's port. For tests in which the page itself does not matter."""

import html
import http.client
import re
import socket
import ssl
from urllib.parse import parse_qs, urlencode, urlsplit

LIMIT = 40


class Person:
    def __init__(self, tenant, account, password):
        self.context = ssl.create_default_context(cafile=tenant.ca)
        self.account = account
        self.password = password

    def _ask(self, url, form=None):
        parts = urlsplit(url)
        connection = http.client.HTTPSConnection(parts.hostname, parts.port, timeout=LIMIT, context=self.context)
        try:
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if form is None:
                connection.request("GET", target)
            else:
                connection.request("POST", target, urlencode(form), {"Content-Type": "application/x-www-form-urlencoded"})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location"), answer.read().decode()
        finally:
            connection.close()

    def answer_to(self, url, action="signin"):
        """The address that the sign-in page sends the browser to."""
        page = self._ask(url)[2]
        context = html.unescape(re.search(r'name="ctx" value="([^"]*)"', page)[1])
        target = html.unescape(re.search(r'action="([^"]*)"', page)[1])
        parts = urlsplit(url)
        form = {"ctx": context, "action": action, "username": self.account, "password": self.password}
        status, location, text = self._ask(f"{parts.scheme}://{parts.netloc}{target}", form)
        if status not in (302, 303):
            raise AssertionError(f"the sign-in page stayed: {re.sub('<[^>]*>', ' ', text)}")
        return location

    @staticmethod
    def bring(location):
        """Follows the redirect; gives the page that the program shows."""
        parts = urlsplit(location)
        connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=LIMIT)
        try:
            connection.request("GET", f"{parts.path}?{parts.query}", headers={"Host": parts.netloc})
            return connection.getresponse().read().decode()
        except (ConnectionError, http.client.HTTPException):
            return ""  # the program has ended its sign-in
        finally:
            connection.close()

    @staticmethod
    def send_garbage(url):
        port = urlsplit(parse_qs(urlsplit(url).query)["redirect_uri"][0]).port
        for garbage in (b"\x16\x03\x01\x02\x00\x01\x00", b"\x00" * 5000, b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"GET /?code=x HTTP/1.1\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", port), timeout=LIMIT) as connection:
                connection.sendall(garbage)
