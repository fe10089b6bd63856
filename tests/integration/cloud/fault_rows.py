# SPDX-License-Identifier: GPL-3.0-or-later
"""The fault matrix as data: what goes wrong, how the run ends, what is left. docs/fault-matrix.md shows the same rows
(test_fault_matrix.py compares the two, and prints the table when it is called with --table).

`left` after the run: "complete" (the whole configuration, each part once), "nothing" (as before it), "part" (what could not
be taken back, and the report lists it). Whatever a run left that had begun, the next undisturbed run ends with 0 and everything
is there once."""

import dataclasses
import typing

TOKEN = r"/oauth2/v2\.0/token$"
SECRETS = r"/synchronization/secrets$"
JOBS = r"/synchronization/jobs$"
SCHEMA = r"/schema$"
INSTANTIATE = r"/instantiate$"


@dataclasses.dataclass(frozen=True)
class Row:
    name: str
    exit: int
    code: typing.Optional[str]  # error code; None: there is none
    left: str
    fault: typing.Optional[dict] = None
    policy: typing.Optional[dict] = None
    midway: typing.Optional[dict] = None  # policy that comes into force once somebody is signed in
    method: str = "certificate"
    person: str = "signs in"  # what the person in front of the browser or the device code does
    account: str = "admin"
    tenant: typing.Optional[str] = None
    sign_ins: int = 1  # how often a person is asked


def at(method, path, **what):
    return {"match": {"method": method, "path": path}, **what}


def refused(error, number, sentence, **further):
    return {"error": error, "error_description": f"AADSTS{number}: {sentence}", "error_codes": [number], **further}


def graph(code, message):
    return {"error": {"code": code, "message": message}}


HTML = {"status": 200, "body": "<html><body>Sign in to the guest network</body></html>", "contentType": "text/html"}
CLAIMS = {"WWW-Authenticate": 'Bearer error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnt9fQ=="'}
DENIED = graph("Authorization_RequestDenied", "Insufficient privileges to complete the operation.")

ROWS = [
    # Tokens and rights
    Row("401 midway", 0, None, "complete", at("POST", JOBS, status=401)),
    Row("401 that stays", 5, "signIn.expired", "nothing", at("POST", JOBS, status=401, times=0)),
    Row("403, the account has no role", 3, "tenant.roleMissing", "nothing", method="browser", account="reader"),
    Row("403, the role is only eligible", 3, "tenant.roleMissing", "nothing", method="browser", account="eligible"),
    Row("403 midway", 5, "tenant.permissionMissing", "nothing", at("PUT", SECRETS, status=403, body=DENIED)),
    Row("403 with claims, the person proves more", 0, None, "complete", method="browser", sign_ins=2,
        policy={"claims": {"path": SECRETS, "value": "c1", "status": 403}}),
    Row("401 with claims, by device code", 0, None, "complete", method="deviceCode", sign_ins=2,
        policy={"claims": {"path": SECRETS, "value": "c1", "status": 401}}),
    Row("403 with claims, the person declines", 5, "signIn.declined", "nothing", method="browser", sign_ins=2,
        person="declines the second", policy={"claims": {"path": SECRETS, "value": "c1", "status": 403}}),
    Row("403 with claims, an application", 5, "signIn.interactionRequired", "nothing", at("PUT", SECRETS, status=403, headers=CLAIMS, body=DENIED)),
    Row("token expires during the run", 0, None, "complete", at("PUT", SECRETS, delayMilliseconds=1500), method="browser",
        policy={"accessTokenSeconds": 1}),
    Row("session is revoked during the run", 0, None, "complete", at("PUT", SECRETS, delayMilliseconds=2500), method="browser", sign_ins=2,
        policy={"accessTokenSeconds": 2}, midway={"refreshRevoked": True, "accessTokenSeconds": 3599}),
    Row("Conditional Access blocks during the run", 6, "signIn.refused", "part", at("POST", JOBS, delayMilliseconds=4000), method="browser",
        policy={"accessTokenSeconds": 4}, midway={"block": {"code": 53003, "appliesTo": "refresh"}}),
    # Graph
    Row("404 of a new object that is not everywhere yet", 0, None, "complete", at("GET", SECRETS, status=404, times=2)),
    Row("404 of a new object at a later call", 0, None, "complete", at("PUT", SCHEMA, status=404)),
    Row("409", 5, "tenant.conflict", "nothing", at("PUT", SECRETS, status=409, body=graph("Conflict", "Another change is under way."))),
    Row("412", 5, "tenant.changedMeanwhile", "nothing", at("PUT", SCHEMA, status=412, body=graph("PreconditionFailed", "Changed."))),
    Row("429 with Retry-After", 0, None, "complete", at("PUT", SECRETS, status=429, headers={"Retry-After": "1"})),
    Row("429 without Retry-After", 0, None, "complete", at("POST", JOBS, status=429)),
    Row("500", 0, None, "complete", at("PUT", SECRETS, status=500)),
    Row("502", 0, None, "complete", at("PUT", SCHEMA, status=502)),
    Row("503", 0, None, "complete", at("PUT", SECRETS, status=503, times=2)),
    Row("504 after the deed", 0, None, "complete", at("POST", INSTANTIATE, status=504, carryOut=True)),
    Row("400", 5, "tenant.requestRefused", "nothing", at("PUT", SCHEMA, status=400, body=graph("BadRequest", "Not valid."))),
    # The way there
    Row("reset before the deed", 0, None, "complete", at("PUT", SECRETS, reset=True)),
    Row("reset after the deed", 0, None, "complete", at("POST", JOBS, reset=True, carryOut=True)),
    Row("no answer in time, after the deed", 0, None, "complete", at("POST", JOBS, delayMilliseconds=64000)),
    Row("truncated body", 0, None, "complete", at("POST", INSTANTIATE, truncate=10)),
    Row("HTML instead of JSON", 5, "tenant.responseInvalid", "nothing", at("PUT", SECRETS, **HTML)),
    Row("redirect", 5, "tenant.responseInvalid", "nothing", at("PUT", SECRETS, status=302, headers={"Location": "https://portal.invalid/"})),
    Row("slow body", 0, None, "complete", at("GET", SCHEMA, slowMilliseconds=60)),
    # Sign-in
    Row("wrong tenant", 4, "signIn.wrongTenant", "nothing", tenant="fabrikam.onmicrosoft.com"),
    Row("consent missing", 4, "signIn.consentMissing", "nothing",
        at("POST", TOKEN, status=400, body=refused("invalid_grant", 65001, "The administrator has not consented.", suberror="consent_required"))),
    Row("an application without permissions", 3, "tenant.permissionMissing", "nothing", policy={"consent": "missing"}),
    Row("Conditional Access blocks", 4, "signIn.refused", "nothing", method="browser", policy={"block": {"code": 53003}}),
    Row("device code declined", 4, "signIn.declined", "nothing", method="deviceCode", person="declines"),
    Row("device code expired", 4, "signIn.expired", "nothing", method="deviceCode", person="does nothing", policy={"deviceCodeSeconds": 1}),
    Row("HTML from the sign-in service", 4, "signIn.responseInvalid", "nothing", at("POST", TOKEN, **HTML)),
    Row("garbage on the loopback port", 0, None, "complete", method="browser", person="sends garbage first"),
    Row("wrong state", 0, None, "complete", method="browser", person="comes with a wrong state first"),
    Row("replayed answer", 0, None, "complete", method="browser", person="comes twice"),
    Row("code redeemed, answer lost", 3, "network.unreachable", "nothing", at("POST", TOKEN, reset=True, carryOut=True), method="browser"),
    Row("code redeemed by somebody else", 4, "signIn.expired", "nothing",
        at("POST", TOKEN, status=400, body=refused("invalid_grant", 54005, "The code was redeemed already.")), method="browser"),
    Row("browser closed", 1602, "cancelled", "nothing", method="browser", person="closes the browser"),
]
