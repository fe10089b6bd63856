# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sign-in tests stand on: the product's command line as a child process, the lab's tenant, and an independent
OpenID provider (tests/lab/identity-provider)."""

import base64
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import urllib.request

from chromium import LIMIT, lines_of

CLI = os.environ["CLOUDSYNC_CLI"]
ROOT = pathlib.Path(__file__).resolve().parents[3]


def openssl(*words, **kwargs):
    return subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True, timeout=LIMIT, **kwargs).stdout


def public_key_digest(certificate):
    """Base64 SHA-256 of the public key of a PEM certificate, as Chromium wants it."""
    key = openssl("x509", "-in", certificate, "-noout", "-pubkey")
    return base64.b64encode(hashlib.sha256(openssl("pkey", "-pubin", "-outform", "der", input=key)).digest()).decode()


def application_certificate(folder):
    """A certificate for unattended sign-in: application.crt, and application.pem with the key; gives the latter."""
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=application", "-keyout", folder / "application.key",
            "-out", folder / "application.crt")
    path = folder / "application.pem"
    path.write_bytes((folder / "application.crt").read_bytes() + (folder / "application.key").read_bytes())
    return path


class Run:
    """One call of the command line that is under way."""

    def __init__(self, words, state, environment=None):
        self.process = subprocess.Popen([CLI, *words, "--json", "--state-dir", str(state), "--log-file", str(state / "cli.log")],
                                        env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.out = lines_of(self.process.stdout)
        self.err = lines_of(self.process.stderr)
        self.said = []

    def event(self, name):
        """The next line of progress with this event."""
        while (line := self.err.get(timeout=LIMIT)) is not None:
            self.said.append(line)
            try:
                document = json.loads(line)
            except ValueError:
                continue
            if document.get("event") == name:
                return document
        raise AssertionError(f"no event {name}: {''.join(self.said)} exit code {self.process.wait(LIMIT)}")

    def events(self):
        """Every line of progress until the program ends."""
        while (line := self.err.get(timeout=LIMIT * 3)) is not None:
            self.said.append(line)
            try:
                yield json.loads(line)
            except ValueError:
                continue
        self.err.put(None)

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)

    def end(self):
        """(exit code, document of standard output)"""
        code = self.process.wait(LIMIT * 2)
        text = ""
        while (line := self.out.get(timeout=LIMIT)) is not None:
            text += line
        while (line := self.err.get(timeout=LIMIT)) is not None:
            self.said.append(line)
        self.process.stdout.close()
        self.process.stderr.close()
        return code, json.loads(text)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.end_quietly()

    def end_quietly(self):
        self.process.wait(LIMIT)


class Place:
    """A tenant, or what stands for one, and the answers that lead to it."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cloudsync-sign-in-"))
        self.process = None
        self.runs = []

    def answers(self, method, server=None, **sign_in):
        document = {
            "version": 1,
            "license": {"accepted": True},
            "cloud": {"name": "Lab", "authority": self.root, "graph": self.root, "caFile": str(self.ca)},
            "server": server or {"proxy": "none"},
            "signIn": {"tenant": self.tenant, "clientId": self.application if method == "certificate" else self.client, "method": method, **sign_in},
        }
        path = self.folder / "answers.json"
        path.write_text(json.dumps(document))
        return path

    def check(self, method, server=None, environment=None, **sign_in):
        run = Run(["check", "--only", "tenant", "--answers", str(self.answers(method, server, **sign_in))], self.folder, environment)
        self.runs.append(run)
        return run

    def close(self):
        for run in self.runs:
            run.kill()
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(LIMIT)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class LabTenant(Place):
    """tests/lab/tenant as a child process."""

    def __init__(self, config=None):
        super().__init__()
        state = self.folder / "tenant"
        overlay = self.folder / "config.json"
        overlay.write_text(json.dumps(config or {"policy": {"deviceIntervalSeconds": 1}}))
        self.certificate = application_certificate(self.folder)
        self.process = subprocess.Popen(
            [os.environ["LAB_TENANT"], "--state", str(state), "--metadata", os.environ["LAB_TENANT_METADATA"], "--config", str(overlay),
             "--app-certificate", str(self.folder / "application.crt")],
            stdout=subprocess.PIPE, text=True)
        ready = lines_of(self.process.stdout).get(timeout=LIMIT)
        if ready is None:
            raise RuntimeError("the lab's tenant did not start")
        self.endpoint = json.loads(ready)
        self.root = self.endpoint["authority"]
        self.ca = self.endpoint["caFile"]
        self.tenant = self.endpoint["tenant"]
        self.client = self.application = self.endpoint["clientId"]
        self.administrator = self.endpoint["administrator"]
        self.password = pathlib.Path(self.endpoint["passwordFile"]).read_text().strip()
        self.trusted = [public_key_digest(state / "server.pem")]

    def control(self, method, path, body=None):
        context = ssl.create_default_context(cafile=self.ca)
        request = urllib.request.Request(self.root + path, method=method, data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
        with opener.open(request, timeout=LIMIT) as answer:
            return json.load(answer)


# What the provider has to offer: every permission that the product may ask for.
PERMISSIONS = [
    "Application.ReadWrite.All", "AuditLog.Read.All", "Directory.Read.All", "Domain.Read.All", "LicenseAssignment.ReadWrite.All",
    "OnPremisesPublishingProfiles.ReadWrite.All", "Organization.ReadWrite.All", "RoleEligibilitySchedule.Read.Directory",
    "Synchronization.ReadWrite.All", "User.ReadWrite.All",
]


class NotInstalled(Exception):
    """Why the independent provider cannot be had here."""


def installed_modules(source):
    """node_modules for the lock file of `source`: outside the repository, one folder a lock file."""
    for program in ("node", "npm"):
        if not shutil.which(program):
            raise NotInstalled(f"{program} is not installed (packaging/linux/install-dependencies.sh test)")
    lock = (source / "package-lock.json").read_bytes()
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "cloud-sync-setup-tests"
    folder = cache / f"npm-{hashlib.sha256(lock).hexdigest()[:16]}"
    if not (folder / "node_modules").is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        fresh = pathlib.Path(tempfile.mkdtemp(prefix="npm-", dir=cache))
        for name in ("package.json", "package-lock.json"):
            shutil.copy(source / name, fresh)
        done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=fresh, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            shutil.rmtree(fresh, ignore_errors=True)
            raise NotInstalled(f"npm ci could not fetch oidc-provider: {done.stderr.strip().splitlines()[-1:]}")
        try:
            fresh.rename(folder)
        except OSError:  # another test program was first
            shutil.rmtree(fresh, ignore_errors=True)
    return folder / "node_modules"


class IndependentProvider(Place):
    """oidc-provider in Node, over HTTPS with a certificate of an authority made for this run."""

    account = "ida@independent.example"

    def __init__(self):
        super().__init__()
        try:
            source = ROOT / "tests/lab/identity-provider"
            modules = installed_modules(source)
            shutil.copy(source / "provider.mjs", self.folder)
            (self.folder / "node_modules").symlink_to(modules)
            self._certificates()
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            self.root = f"https://localhost:{port}"
            self.tenant = "7f5d8c1e-0000-4000-8000-000000000009"
            self.client = "11111111-2222-4333-8444-555555555555"
            self.application = "21111111-2222-4333-8444-555555555555"
            self.log = self.folder / "events.jsonl"
            self.log.touch()
            config = {"port": port, "tenantId": self.tenant, "certificate": str(self.folder / "server.pem"),
                      "key": str(self.folder / "server.key"), "clientId": self.client, "applicationId": self.application,
                      "applicationJwk": self._jwk(), "account": self.account, "log": str(self.log),
                      "permissions": PERMISSIONS}
            (self.folder / "config.json").write_text(json.dumps(config))
            self.process = subprocess.Popen(["node", str(self.folder / "provider.mjs"), str(self.folder / "config.json")],
                                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            lines = lines_of(self.process.stdout)
            said = []
            while (line := lines.get(timeout=LIMIT)) is not None and '"ready"' not in line:
                said.append(line)
            if line is None:
                raise RuntimeError("the provider did not start: " + "".join(said))
        except BaseException:
            self.close()
            raise

    def _certificates(self):
        where = self.folder
        self.ca = where / "ca.pem"
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Lab authority", "-keyout", where / "ca.key", "-out", self.ca)
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", where / "server.key", "-out", where / "server.csr")
        (where / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
        openssl("x509", "-req", "-in", where / "server.csr", "-CA", self.ca, "-CAkey", where / "ca.key", "-days", "2", "-extfile", where / "names",
                "-out", where / "server.pem")
        self.certificate = application_certificate(where)
        self.trusted = [public_key_digest(where / "server.pem")]

    def _jwk(self):
        modulus = openssl("x509", "-in", self.folder / "application.crt", "-noout", "-modulus").decode().strip().split("=", 1)[1]
        number = base64.urlsafe_b64encode(bytes.fromhex(modulus)).rstrip(b"=").decode()
        return {"kty": "RSA", "n": number, "e": "AQAB"}

    def forget_events(self):
        self.log.write_text("")

    def events(self, name=None):
        entries = [json.loads(line) for line in self.log.read_text().splitlines()]
        return [entry for entry in entries if name is None or entry["event"] == name]
