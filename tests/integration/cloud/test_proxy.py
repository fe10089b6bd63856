# SPDX-License-Identifier: GPL-3.0-or-later
"""The product's command line on its way to the tenant through a proxy that asks for Basic authentication."""

import base64
import os
import socket
import socketserver
import sys
import threading
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../support/sign_in"))

from lab import LabTenant  # noqa: E402

LIMIT = 40
PASSWORD = "canary-Pröxy:1"


def pump(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    for one in (source, target):
        try:
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


class Proxy(socketserver.ThreadingTCPServer):
    """Lets CONNECT through for who knows the password."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.wanted = "Basic " + base64.b64encode(f"ada:{PASSWORD}".encode()).decode()
        self.tunnels = 0
        self.credentials = 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(socketserver.StreamRequestHandler):
    timeout = LIMIT

    def handle(self):
        while True:
            first = self.rfile.readline()
            if not first:
                return
            given = None
            while (line := self.rfile.readline().strip()):
                name, _, value = line.partition(b":")
                if name.lower() == b"proxy-authorization":
                    given = value.strip().decode()
                    self.server.credentials += 1
            if given != self.server.wanted:
                self.wfile.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"lab\"\r\nContent-Length: 0\r\n\r\n")
                continue
            host, _, port = first.split()[1].decode().rpartition(":")
            with socket.create_connection((host, int(port)), timeout=LIMIT) as other:
                self.server.tunnels += 1
                self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                back = threading.Thread(target=pump, args=(other, self.connection), daemon=True)
                back.start()
                pump(self.connection, other)
                back.join(LIMIT)
            return


class ThroughProxy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tenant = LabTenant()
        cls.addClassCleanup(cls.tenant.close)

    def setUp(self):
        self.proxy = Proxy()
        self.addCleanup(self.proxy.server_close)
        self.addCleanup(self.proxy.shutdown)

    def check(self, password=None, system=False):
        server = {} if system else {"proxy": self.proxy.address()}
        environment = {}
        if password is not None:
            server["proxyCredential"] = {"user": "ada", "password": {"env": "LAB_PROXY_PASSWORD"}}
            environment["LAB_PROXY_PASSWORD"] = password
        if system:
            environment |= {"https_proxy": self.proxy.address(), "no_proxy": ""}
        run = self.tenant.check("certificate", server=server, environment=environment, certificate={"file": str(self.tenant.certificate)})
        code, document = run.end()
        self.assertEqual(code, document["exitCode"])
        return code, document

    def no_file_holds_the_password(self, *outputs):
        for path in self.tenant.folder.rglob("*"):
            if path.is_file() and "canary" in path.read_bytes().decode("utf-8", "replace"):
                self.fail(f"the proxy's password stands in {path}")
        for output in outputs:
            self.assertNotIn("canary", str(output))

    def test_right_password(self):
        code, document = self.check(PASSWORD)
        self.assertEqual(code, 0, document)
        self.assertGreater(self.proxy.tunnels, 0)
        self.no_file_holds_the_password(document)

    def test_proxy_of_the_system(self):
        code, document = self.check(PASSWORD, system=True)
        self.assertEqual(code, 0, document)
        self.assertGreater(self.proxy.tunnels, 0)

    def test_wrong_password_is_sent_once(self):
        code, document = self.check("canary-wrong")
        self.assertEqual((code, document["error"]["code"]), (3, "proxy.authenticationRequired"), document)
        self.assertEqual((self.proxy.credentials, self.proxy.tunnels), (1, 0))
        self.no_file_holds_the_password(document)

    def test_without_a_password_the_answer_says_what_is_missing(self):
        code, document = self.check()
        self.assertEqual((code, document["error"]["code"]), (3, "proxy.authenticationRequired"), document)
        self.assertIn("server.proxyCredential", document["error"]["next"])
        self.assertEqual(self.proxy.credentials, 0)

    def test_secret_that_is_not_there_ends_before_the_network(self):
        server = {"proxy": self.proxy.address(), "proxyCredential": {"user": "ada", "password": {"env": "LAB_NOT_SET"}}}
        code, document = self.tenant.check("certificate", server=server, certificate={"file": str(self.tenant.certificate)}).end()
        self.assertEqual((code, document["error"]["code"]), (2, "secret.unavailable"), document)
        self.assertEqual(self.proxy.credentials + self.proxy.tunnels, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
