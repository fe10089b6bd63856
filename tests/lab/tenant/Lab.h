// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Faults.h"
#include "tests/lab/tenant/Metadata.h"
#include "tests/lab/tenant/Options.h"
#include "tests/lab/tenant/Record.h"
#include "tests/lab/tenant/SourceDirectory.h"
#include "tests/lab/tenant/Tenant.h"
#include "tests/lab/tenant/Tokens.h"

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace cloudsync::lab {

/// A code that waits to be redeemed.
struct AuthorizationCode {
    std::string clientId, redirectUri, scope, challenge, objectId, nonce;
    std::vector<std::string> contexts;
    Time expires;
    bool used = false;
};

struct RefreshGrant {
    std::string clientId, scope, objectId;
    Time expires;
    bool revoked = false;
};

struct DeviceCode {
    enum class State { Pending, Approved, Declined };
    std::string userCode, clientId, scope, objectId;
    std::vector<std::string> contexts;
    Time expires, lastPoll{};
    int interval = 5;
    State state = State::Pending;
    bool used = false;
};

/// A person in front of a sign-in page.
struct Interaction {
    std::string clientId, redirectUri, scope, challenge, nonce, state, responseMode, loginHint;
    std::vector<std::string> contexts;
    std::string objectId;      // known once the password was right
    bool verified = false;     // the second factor was given
    bool adminConsent = false; // the page serves /adminconsent
};

/// The state of sign-in; forgotten when the program ends, as tokens of a lab may be.
struct SignInState {
    std::map<std::string, Interaction> interactions;
    std::map<std::string, AuthorizationCode> codes;
    std::map<std::string, RefreshGrant> refresh;
    std::map<std::string, DeviceCode> devices; // by device code
};

/// Everything that the handlers share. One lock guards the tenant, the policy and the sign-in state; a handler holds it from
/// beginning to end, except where it reads the directory.
struct Lab {
    Options options;
    std::string root; // https://address:port
    Metadata metadata;
    Tokens tokens;
    Record record;
    Faults faults;
    Directories directories;

    std::mutex cycleMutex; // one cycle or on-demand export at a time; taken before `mutex`
    std::mutex mutex;
    Tenant tenant;
    Json policy = Json::object();
    SignInState signIn;
    std::vector<Json> provisioningLog; // oldest first, as Graph shows them
    std::vector<Json> auditLog;

    std::atomic<bool> changed{false};        // the tenant's state must be written
    std::atomic<bool> objectsChanged{false}; // the objects must be written
    std::function<void()> wakeScheduler;

    [[nodiscard]] std::string issuer() const { return root + '/' + tenant.id + "/v2.0"; }
    [[nodiscard]] std::vector<std::string> audiences() const
    {
        return {root, "https://graph.lab.test", "https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000"};
    }
    [[nodiscard]] std::string metadataUrl(bool beta) const { return root + (beta ? "/beta/$metadata#" : "/v1.0/$metadata#"); }
};

/// Adds an entry to the directory's audit log. `initiator` is {"user":...} or {"app":...} as Graph shows it.
void audit(Lab &lab, const std::string &activity, const std::string &category, const std::string &operation,
           const Json &initiator, const Json &targets);
/// The initiator of an audit entry for a caller of Graph.
[[nodiscard]] Json initiatorOf(Lab &lab, const Caller &caller);

} // namespace cloudsync::lab
