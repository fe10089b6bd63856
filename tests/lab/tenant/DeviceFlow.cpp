// SPDX-License-Identifier: GPL-3.0-or-later
// The device authorisation grant (RFC 8628), the discovery documents, and the routes of the sign-in host.
#include "tests/lab/tenant/Crypto.h"
#include "tests/lab/tenant/SignIn.h"
#include "tests/lab/tenant/SignInPage.h"

#include <algorithm>
#include <cstdint>

namespace cloudsync::lab {

namespace {

std::string newUserCode()
{
    // No letters that look alike.
    static constexpr std::string_view alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::string code;
    for (const char byte : randomBytes(9))
        code.push_back(alphabet[static_cast<std::uint8_t>(byte) % alphabet.size()]);
    return code;
}

Reply askDeviceCode(const std::string &message, bool isError, const std::string &code, const std::string &user)
{
    return htmlReply(200, signInPage("Sign in on another device", message, isError, "/device", {},
                                     {{"user_code", "Code", "text", code},
                                      {"username", "Account", "text", user},
                                      {"password", "Password", "password", {}}},
                                     {{"approve", "Sign in"}, {"decline", "Decline"}}));
}

} // namespace

Reply deviceCodeEndpoint(Lab &lab, Exchange &exchange)
{
    const Form form = parseForm(exchange.body);
    Application *application = nullptr;
    if (auto error = findApplication(lab, exchange.segments[0], value(form, "client_id"), application))
        return signInErrorReply(*error, exchange);
    if (!application->publicClient)
        return signInErrorReply({"invalid_client", 7000218, "The application does not allow public client flows.", 401, {}}, exchange);
    Scopes scopes;
    std::vector<std::string> missing;
    if (auto error = readScopes(lab, *application, value(form, "scope"), false, scopes, missing))
        return signInErrorReply(*error, exchange);
    DeviceCode device;
    device.userCode = newUserCode();
    device.clientId = application->clientId;
    device.scope = value(form, "scope");
    device.contexts = contextsOf(value(form, "claims"));
    device.interval = static_cast<int>(number(lab.policy, "deviceIntervalSeconds", 5));
    const long long life = number(lab.policy, "deviceCodeSeconds", 900);
    device.expires = std::chrono::system_clock::now() + std::chrono::seconds(life);
    const std::string code = randomToken();
    lab.signIn.devices[code] = device;
    return jsonReply(200, {{"user_code", device.userCode},
                           {"device_code", code},
                           {"verification_uri", lab.root + "/device"},
                           {"expires_in", life},
                           {"interval", device.interval},
                           {"message", "Open " + lab.root + "/device in a browser and enter the code " + device.userCode + '.'}});
}

std::optional<SignInError> decideDevice(Lab &lab, const std::string &userCode, const std::string &user, const std::string &password,
                                        bool approve)
{
    const auto found = std::find_if(lab.signIn.devices.begin(), lab.signIn.devices.end(),
                                    [&](const auto &entry) { return same(entry.second.userCode, trimmed(userCode)); });
    if (found == lab.signIn.devices.end() || found->second.state != DeviceCode::State::Pending
        || found->second.expires <= std::chrono::system_clock::now())
        return SignInError{"bad_verification_code", 70018, "The code is not valid or has expired.", 400, {}};
    DeviceCode &device = found->second;
    if (!approve) {
        device.state = DeviceCode::State::Declined;
        return std::nullopt;
    }
    const Account *account = lab.tenant.accountByName(user);
    if (!account || !equalSecrets(account->password, password))
        return SignInError{"invalid_grant", 50126, "The account name or the password is not right.", 400, {}};
    if (auto error = policyRefusal(lab, user, "interactive"))
        return error;
    const Application *application = lab.tenant.application(device.clientId);
    Scopes scopes;
    std::vector<std::string> missing;
    if (!application || readScopes(lab, *application, device.scope, false, scopes, missing) || !missing.empty())
        return SignInError{"consent_required", 65001, "The application has no consent for what it asks.", 400, {}};
    device.objectId = account->objectId;
    device.state = DeviceCode::State::Approved;
    return std::nullopt;
}

Reply devicePage(Lab &lab, Exchange &exchange)
{
    if (exchange.method == "GET")
        return askDeviceCode("Enter the code that the other device shows.", false, value(exchange.query, "otc"), {});
    const Form form = parseForm(exchange.body);
    const bool approve = value(form, "action") != "decline";
    if (auto error = decideDevice(lab, value(form, "user_code"), value(form, "username"), value(form, "password"), approve))
        return askDeviceCode(described(*error, exchange), true, value(form, "user_code"), value(form, "username"));
    return htmlReply(200, signInPage(approve ? "You are signed in" : "The sign-in was declined",
                                     "You can close this window and go back to the other device.", false, {}, {}, {}, {}));
}

Reply openIdConfiguration(Lab &lab, const std::string &tenantSegment)
{
    const std::string base = lab.root + '/' + tenantSegment;
    return jsonReply(200,
                     {{"token_endpoint", base + "/oauth2/v2.0/token"},
                      {"token_endpoint_auth_methods_supported", Json::array({"private_key_jwt"})},
                      {"jwks_uri", base + "/discovery/v2.0/keys"},
                      {"response_modes_supported", Json::array({"query", "fragment"})},
                      {"subject_types_supported", Json::array({"pairwise"})},
                      {"id_token_signing_alg_values_supported", Json::array({"RS256"})},
                      {"response_types_supported", Json::array({"code"})},
                      {"scopes_supported", Json::array({"openid", "profile", "email", "offline_access"})},
                      {"issuer", lab.issuer()},
                      {"authorization_endpoint", base + "/oauth2/v2.0/authorize"},
                      {"device_authorization_endpoint", base + "/oauth2/v2.0/devicecode"},
                      {"code_challenge_methods_supported", Json::array({"S256"})},
                      {"claims_supported", Json::array({"sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid",
                                                        "oid", "ver"})},
                      {"msgraph_host", lab.root.substr(8)}});
}

std::optional<Reply> signInRoute(Lab &lab, Exchange &exchange)
{
    const std::vector<std::string> &parts = exchange.segments;
    const auto ends = [&](std::initializer_list<const char *> names) {
        if (parts.size() != names.size() + 1)
            return false;
        return std::equal(names.begin(), names.end(), parts.begin() + 1, [](const char *name, const std::string &part) {
            return same(name, part);
        });
    };
    const auto only = [&](const char *method, Reply (*handler)(Lab &, Exchange &)) {
        exchange.route = exchange.method + " {tenant}/" + parts.back();
        if (exchange.method != method)
            return signInErrorReply({"invalid_request", 900561, std::string("The endpoint accepts ") + method + " alone.", 405, {}}, exchange);
        return handler(lab, exchange);
    };
    if (parts.size() == 1 && parts[0] == "device") {
        exchange.route = exchange.method + " device";
        return devicePage(lab, exchange);
    }
    if (ends({"oauth2", "v2.0", "authorize"})) {
        exchange.route = exchange.method + " {tenant}/authorize";
        return exchange.method == "POST" ? authorizeContinue(lab, exchange) : authorizeStart(lab, exchange);
    }
    if (ends({"adminconsent"}) || ends({"v2.0", "adminconsent"})) {
        exchange.route = exchange.method + " {tenant}/adminconsent";
        return exchange.method == "POST" ? authorizeContinue(lab, exchange) : adminConsentStart(lab, exchange);
    }
    if (ends({"oauth2", "v2.0", "token"}))
        return only("POST", tokenEndpoint);
    if (ends({"oauth2", "v2.0", "devicecode"}))
        return only("POST", deviceCodeEndpoint);
    const bool configuration = ends({"v2.0", ".well-known", "openid-configuration"});
    if (configuration || ends({"discovery", "v2.0", "keys"})) {
        exchange.route = exchange.method + " {tenant}/" + parts.back();
        if (!lab.tenant.isMe(parts[0]) && !same(parts[0], "common") && !same(parts[0], "organizations"))
            return signInErrorReply({"invalid_tenant", 90002, "There is no tenant named " + parts[0] + '.', 400, {}}, exchange);
        return configuration ? openIdConfiguration(lab, parts[0]) : jsonReply(200, lab.tokens.keySet());
    }
    return std::nullopt;
}

} // namespace cloudsync::lab
