// SPDX-License-Identifier: GPL-3.0-or-later
// The token endpoint: authorization code, refresh token, device code, client assertion.
#include "tests/lab/tenant/Crypto.h"
#include "tests/lab/tenant/SignIn.h"

#include <openssl/x509.h>

#include <algorithm>
#include <regex>

namespace cloudsync::lab {

namespace {

SignInError missing(const std::string &parameter)
{
    return {"invalid_request", 900144, "The request must hold the parameter '" + parameter + "'.", 400, {}};
}

struct Request {
    Lab &lab;
    Exchange &exchange;
    Form form;
    Application &application;
};

Reply refuse(const Request &request, const SignInError &error) { return signInErrorReply(error, request.exchange); }

/// Issues what the scopes ask for, narrowed to `narrower` where that is given.
Reply issue(Request &request, const Account &account, const std::string &granted, const std::string &narrower,
            const std::string &nonce, const std::vector<std::string> &contexts)
{
    Scopes scopes, allowed;
    std::vector<std::string> withoutConsent, ignored;
    if (auto error = readScopes(request.lab, request.application, granted, false, allowed, ignored))
        return refuse(request, *error);
    const std::string &asked = narrower.empty() ? granted : narrower;
    if (auto error = readScopes(request.lab, request.application, asked, false, scopes, withoutConsent))
        return refuse(request, *error);
    if (!withoutConsent.empty()) {
        return refuse(request, {"invalid_grant", 65001,
                                "The application has no consent for " + joined(withoutConsent, ", ") + ". Send an interactive request.",
                                400, {}});
    }
    scopes.offline = scopes.offline || (allowed.offline && narrower.empty());
    return jsonReply(200, userTokens(request.lab, request.application, account, scopes, nonce, contexts));
}

Reply redeemCode(Request &request)
{
    Lab &lab = request.lab;
    const std::string code = value(request.form, "code");
    const std::string verifier = value(request.form, "code_verifier");
    for (const char *name : {"code", "redirect_uri"}) {
        if (value(request.form, name).empty())
            return refuse(request, missing(name));
    }
    const auto found = lab.signIn.codes.find(code);
    if (found == lab.signIn.codes.end() || !same(found->second.clientId, request.application.clientId))
        return refuse(request, {"invalid_grant", 9002313, "The code is malformed or was not issued to this application.", 400, {}});
    AuthorizationCode &granted = found->second;
    if (granted.used) {
        // RFC 6749 section 4.1.2: what was issued for the code is revoked.
        for (auto &[token, grant] : lab.signIn.refresh)
            grant.revoked = grant.revoked || (grant.objectId == granted.objectId && same(grant.clientId, granted.clientId));
        return refuse(request, {"invalid_grant", 54005, "The authorization code was already redeemed; ask for a new one.", 400, {}});
    }
    if (granted.expires <= std::chrono::system_clock::now())
        return refuse(request, {"invalid_grant", 70008, "The authorization code has expired; ask for a new one.", 400, {}});
    if (value(request.form, "redirect_uri") != granted.redirectUri) {
        return refuse(request, {"invalid_grant", 500112,
                                "The redirect address is not the one that was given when the code was asked for.", 400, {}});
    }
    static const std::regex verifierShape("[A-Za-z0-9._~-]{43,128}");
    if (!std::regex_match(verifier, verifierShape) || base64Url(sha256(verifier)) != granted.challenge)
        return refuse(request, {"invalid_grant", 501481, "The code_verifier does not match the code_challenge.", 400, {}});
    granted.used = true;
    const Account *account = lab.tenant.accountOf(granted.objectId);
    if (!account)
        return refuse(request, {"invalid_grant", 50034, "The account does not exist any more.", 400, {}});
    return issue(request, *account, granted.scope, value(request.form, "scope"), granted.nonce, granted.contexts);
}

Reply redeemRefreshToken(Request &request)
{
    Lab &lab = request.lab;
    const std::string token = value(request.form, "refresh_token");
    if (token.empty())
        return refuse(request, missing("refresh_token"));
    const auto found = lab.signIn.refresh.find(token);
    if (found == lab.signIn.refresh.end() || !same(found->second.clientId, request.application.clientId))
        return refuse(request, {"invalid_grant", 9002313, "The refresh token is malformed or not of this application.", 400, {}});
    RefreshGrant &grant = found->second;
    if (grant.revoked)
        return refuse(request, {"invalid_grant", 50173, "The grant was revoked; a fresh sign-in is needed.", 400, {}});
    if (grant.expires <= std::chrono::system_clock::now())
        return refuse(request, {"invalid_grant", 700082, "The refresh token has expired.", 400, {}});
    const Account *account = lab.tenant.accountOf(grant.objectId);
    if (!account)
        return refuse(request, {"invalid_grant", 50034, "The account does not exist any more.", 400, {}});
    if (auto error = policyRefusal(lab, account->signInName, "refresh"))
        return refuse(request, *error);
    if (has(request.form, "claims")) {
        return refuse(request, {"interaction_required", 50076,
                                "A stronger sign-in is needed to satisfy the claims.", 400, value(request.form, "claims")});
    }
    return issue(request, *account, grant.scope, value(request.form, "scope"), {}, {});
}

Reply redeemDeviceCode(Request &request)
{
    Lab &lab = request.lab;
    const std::string code = value(request.form, "device_code");
    if (code.empty())
        return refuse(request, missing("device_code"));
    const auto found = lab.signIn.devices.find(code);
    if (found == lab.signIn.devices.end() || found->second.used || !same(found->second.clientId, request.application.clientId))
        return refuse(request, {"bad_verification_code", 70018, "The device code is not known.", 400, {}});
    DeviceCode &device = found->second;
    const Time now = std::chrono::system_clock::now();
    if (device.expires <= now)
        return refuse(request, {"expired_token", 70020, "The device code has expired.", 400, {}});
    // RFC 8628 section 3.5. A little early is forgiven: clocks and networks jitter.
    const bool tooFast = device.lastPoll != Time{}
        && now - device.lastPoll < std::chrono::seconds(device.interval) - std::chrono::milliseconds(300);
    device.lastPoll = now;
    if (tooFast) {
        device.interval += 5;
        return refuse(request, {"slow_down", 70016, "The client asks too often; the interval grows by 5 seconds.", 400, {}});
    }
    switch (device.state) {
    case DeviceCode::State::Pending:
        return refuse(request, {"authorization_pending", 70016, "The person has not finished signing in.", 400, {}});
    case DeviceCode::State::Declined:
        return refuse(request, {"authorization_declined", 65004, "The person declined.", 400, {}});
    case DeviceCode::State::Approved:
        break;
    }
    device.used = true;
    const Account *account = lab.tenant.accountOf(device.objectId);
    if (!account)
        return refuse(request, {"invalid_grant", 50034, "The account does not exist any more.", 400, {}});
    return issue(request, *account, device.scope, {}, {}, device.contexts);
}

/// The registered certificate that the assertion's header names, parsed; null where there is none.
Certificate namedCertificate(const Application &application, const Json &header)
{
    for (const std::string &encoded : application.certificates) {
        const std::string der = fromBase64(encoded).value_or(std::string());
        const bool named = (!text(header, "x5t#S256").empty() && text(header, "x5t#S256") == base64Url(sha256(der)))
            || (!text(header, "x5t").empty() && text(header, "x5t") == base64Url(sha1(der)));
        if (named) {
            const auto *bytes = reinterpret_cast<const unsigned char *>(der.data());
            return Certificate(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
        }
    }
    return nullptr;
}

std::optional<SignInError> checkAssertion(const Request &request)
{
    const auto invalid = [](int code, const std::string &sentence) {
        return SignInError{"invalid_client", code, sentence, 401, {}};
    };
    if (value(request.form, "client_assertion_type") != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        return missing("client_assertion_type");
    const auto assertion = readToken(value(request.form, "client_assertion"));
    if (!assertion)
        return invalid(50027, "The client assertion is no valid JSON Web Token.");
    const std::string algorithm = text(assertion->header, "alg");
    if (algorithm != "RS256" && algorithm != "PS256")
        return invalid(5002738, "The algorithm '" + algorithm + "' of the client assertion is not supported.");
    const Certificate certificate = namedCertificate(request.application, assertion->header);
    if (!certificate) {
        return invalid(700027, "The certificate that the client assertion names (x5t or x5t#S256) is not registered for the "
                               "application.");
    }
    if (!validNow(certificate.get()))
        return invalid(1000502, "The certificate is not within its period of validity.");
    if (!signatureHolds(*assertion, X509_get0_pubkey(certificate.get())))
        return invalid(700027, "The signature of the client assertion does not hold.");
    const Json &claims = assertion->claims;
    if (!same(text(claims, "iss"), request.application.clientId) || text(claims, "iss") != text(claims, "sub"))
        return invalid(700021, "'iss' and 'sub' of the client assertion must be the client_id.");
    const std::string root = request.lab.root + '/';
    std::vector<std::string> audiences{root + request.exchange.segments[0] + "/oauth2/v2.0/token",
                                       root + request.lab.tenant.id + "/oauth2/v2.0/token", root + request.lab.tenant.id + "/v2.0"};
    if (std::find(audiences.begin(), audiences.end(), text(claims, "aud")) == audiences.end())
        return invalid(700023, "The audience '" + text(claims, "aud") + "' of the client assertion is not this token endpoint.");
    const long long now = unixSeconds(std::chrono::system_clock::now());
    constexpr long long skew = 300;
    const Json *expires = find(claims, "exp");
    if (!expires || !expires->is_number() || number(claims, "exp") <= now - skew || number(claims, "nbf", now) > now + skew
        || number(claims, "iat", now) > now + skew)
        return invalid(700024, "The client assertion is not within its valid time range.");
    if (number(claims, "exp") > now + 24 * 3600)
        return invalid(700024, "The client assertion lives too long.");
    if (text(claims, "jti").empty())
        return invalid(50027, "The client assertion lacks 'jti'.");
    return std::nullopt;
}

Reply clientCredentials(Request &request)
{
    Lab &lab = request.lab;
    if (!has(request.form, "client_assertion"))
        return refuse(request, {"invalid_client", 7000218, "The request must hold 'client_assertion' or 'client_secret'.", 401, {}});
    if (auto error = checkAssertion(request))
        return refuse(request, *error);
    if (auto error = policyRefusal(lab, request.application.clientId, "application"))
        return refuse(request, *error);
    Scopes scopes;
    std::vector<std::string> withoutConsent;
    if (auto error = readScopes(lab, request.application, value(request.form, "scope"), true, scopes, withoutConsent))
        return refuse(request, *error);
    const long long now = unixSeconds(std::chrono::system_clock::now());
    const long long life = number(lab.policy, "accessTokenSeconds", 3599);
    Json claims{{"aud", scopes.resource},
                {"iss", lab.issuer()},
                {"iat", now},
                {"nbf", now},
                {"exp", now + life},
                {"app_displayname", text(request.application.body, "displayName")},
                {"appid", request.application.clientId},
                {"azp", request.application.clientId},
                {"appidacr", "2"},
                {"idtyp", "app"},
                {"oid", request.application.servicePrincipalId},
                {"sub", request.application.servicePrincipalId},
                {"tid", lab.tenant.id},
                {"roles", Json::array()},
                {"uti", base64Url(randomBytes(16))},
                {"ver", "1.0"}};
    // Without consent the service issues a token without roles, and Graph refuses the call.
    if (request.application.consented)
        claims["roles"] = request.application.roles;
    return jsonReply(200, {{"token_type", "Bearer"}, {"expires_in", life}, {"ext_expires_in", life},
                           {"access_token", lab.tokens.sign(claims)}});
}

} // namespace

Json userTokens(Lab &lab, const Application &application, const Account &account, const Scopes &scopes, const std::string &nonce,
                const std::vector<std::string> &contexts)
{
    const long long now = unixSeconds(std::chrono::system_clock::now());
    const long long life = number(lab.policy, "accessTokenSeconds", 3599);
    const DirectoryObject *user = lab.tenant.objects.byId(account.objectId);
    const std::string name = user ? text(user->body, "displayName") : std::string();
    Json access{{"aud", scopes.resource},
                {"iss", lab.issuer()},
                {"iat", now},
                {"nbf", now},
                {"exp", now + life},
                {"acct", user && text(user->body, "userType") == "Guest" ? 1 : 0},
                {"acr", "1"},
                {"amr", flag(lab.policy, "mfa") ? Json::array({"pwd", "mfa"}) : Json::array({"pwd"})},
                {"app_displayname", text(application.body, "displayName")},
                {"appid", application.clientId},
                {"azp", application.clientId},
                {"appidacr", "0"},
                {"idtyp", "user"},
                {"name", name},
                {"oid", account.objectId},
                {"preferred_username", account.signInName},
                {"scp", joined(scopes.permissions, " ")},
                {"sub", base64Url(sha256(application.clientId + account.objectId))},
                {"tid", lab.tenant.id},
                {"upn", account.signInName},
                {"uti", base64Url(randomBytes(16))},
                {"ver", "1.0"},
                {"wids", account.roles}};
    if (!contexts.empty())
        access["acrs"] = contexts;
    Json out{{"token_type", "Bearer"}, {"scope", scopes.shown()}, {"expires_in", life}, {"ext_expires_in", life},
             {"access_token", lab.tokens.sign(access)}};
    if (scopes.offline) {
        const std::string token = "1.A" + randomToken() + randomToken();
        std::string granted = scopes.shown() + " offline_access";
        lab.signIn.refresh[token] = {application.clientId, granted, account.objectId,
                                     std::chrono::system_clock::now()
                                         + std::chrono::seconds(number(lab.policy, "refreshTokenSeconds", 7776000)),
                                     false};
        out["refresh_token"] = token;
    }
    if (scopes.openId) {
        Json claims{{"aud", application.clientId},
                    {"iss", lab.issuer()},
                    {"iat", now},
                    {"nbf", now},
                    {"exp", now + life},
                    {"name", name},
                    {"oid", account.objectId},
                    {"preferred_username", account.signInName},
                    {"sub", base64Url(sha256(application.clientId + account.objectId))},
                    {"tid", lab.tenant.id},
                    {"uti", base64Url(randomBytes(16))},
                    {"ver", "2.0"}};
        if (!nonce.empty())
            claims["nonce"] = nonce;
        out["id_token"] = lab.tokens.sign(claims);
    }
    return out;
}

Reply tokenEndpoint(Lab &lab, Exchange &exchange)
{
    const Form form = parseForm(exchange.body);
    if (exchange.header("content-type").find("application/x-www-form-urlencoded") == std::string::npos)
        return signInErrorReply({"invalid_request", 900144, "The request body must be a form.", 400, {}}, exchange);
    for (std::size_t i = 0; i < form.size(); ++i) {
        for (std::size_t k = i + 1; k < form.size(); ++k) {
            if (form[i].first == form[k].first) {
                return signInErrorReply({"invalid_request", 9000411, "The parameter '" + form[i].first + "' is duplicated.", 400, {}},
                                        exchange);
            }
        }
    }
    Application *application = nullptr;
    if (auto error = findApplication(lab, exchange.segments[0], value(form, "client_id"), application))
        return signInErrorReply(*error, exchange);
    Request request{lab, exchange, form, *application};
    const std::string grant = value(form, "grant_type");
    if (grant.empty())
        return refuse(request, missing("grant_type"));
    if (has(form, "client_secret"))
        return refuse(request, {"invalid_client", 700025, "The client is public, so no 'client_secret' may be presented.", 401, {}});
    if (grant == "client_credentials")
        return clientCredentials(request);
    if (!application->publicClient) {
        return refuse(request, {"invalid_client", 7000218,
                                "The application does not allow public client flows; a credential is needed.", 401, {}});
    }
    if (grant == "authorization_code")
        return redeemCode(request);
    if (grant == "refresh_token")
        return redeemRefreshToken(request);
    if (grant == "urn:ietf:params:oauth:grant-type:device_code")
        return redeemDeviceCode(request);
    return refuse(request, {"unsupported_grant_type", 70003, "The grant type '" + grant + "' is not supported.", 400, {}});
}

} // namespace cloudsync::lab
