// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Exchange.h"
#include "tests/lab/tenant/Lab.h"

#include <string>
#include <vector>

namespace cloudsync::lab {

/// A refusal of sign-in, as Entra tells it.
struct SignInError {
    std::string error;    // "invalid_grant", the OAuth word to branch on
    int code = 0;         // the number of "AADSTS..."
    std::string sentence; // what happened
    int status = 400;
    std::string claims;   // what a step-up must satisfy, else empty
};

/// What a scope parameter asks for.
struct Scopes {
    std::string resource;                 // audience of the access token
    std::vector<std::string> permissions; // without the resource
    bool openId = false, profile = false, email = false, offline = false;
    [[nodiscard]] std::string shown() const; // as the token response lists them
};

[[nodiscard]] std::string described(const SignInError &error, const Exchange &exchange);
[[nodiscard]] Reply signInErrorReply(const SignInError &error, const Exchange &exchange);

/// Reads a scope parameter for an application. A permission that the lab does not know is refused; one without consent is in
/// `withoutConsent`.
[[nodiscard]] std::optional<SignInError> readScopes(const Lab &lab, const Application &application, const std::string &scope,
                                                    bool forApplication, Scopes &out, std::vector<std::string> &withoutConsent);
/// The application of a request, or why not.
[[nodiscard]] std::optional<SignInError> findApplication(Lab &lab, const std::string &tenantSegment, const std::string &clientId,
                                                         Application *&out);
/// Only http://localhost or http://127.0.0.1 with any port, no path, and only where the application has http://localhost.
[[nodiscard]] bool redirectAllowed(const Application &application, const std::string &address);
/// Why the policy refuses this account now; `moment` is "interactive", "refresh" or "application".
[[nodiscard]] std::optional<SignInError> policyRefusal(const Lab &lab, const std::string &accountName, const std::string &moment);

/// The token response for a user: access token, ID token (openid) and refresh token (offline_access).
[[nodiscard]] Json userTokens(Lab &lab, const Application &application, const Account &account, const Scopes &scopes,
                              const std::string &nonce, const std::vector<std::string> &contexts);

/// Authentication contexts that a claims parameter asks for.
[[nodiscard]] std::vector<std::string> contextsOf(const std::string &claims);
[[nodiscard]] Reply authorizeStart(Lab &lab, Exchange &exchange);
[[nodiscard]] Reply adminConsentStart(Lab &lab, Exchange &exchange);
[[nodiscard]] Reply authorizeContinue(Lab &lab, Exchange &exchange);
[[nodiscard]] Reply tokenEndpoint(Lab &lab, Exchange &exchange);
[[nodiscard]] Reply deviceCodeEndpoint(Lab &lab, Exchange &exchange);
[[nodiscard]] Reply devicePage(Lab &lab, Exchange &exchange);
/// Approves or declines a device code on behalf of a person; an empty result means it was done.
[[nodiscard]] std::optional<SignInError> decideDevice(Lab &lab, const std::string &userCode, const std::string &user,
                                                      const std::string &password, bool approve);
[[nodiscard]] Reply openIdConfiguration(Lab &lab, const std::string &tenantSegment);

/// Routes of the sign-in host; nullopt where the path is none of them.
[[nodiscard]] std::optional<Reply> signInRoute(Lab &lab, Exchange &exchange);

} // namespace cloudsync::lab
