// SPDX-License-Identifier: GPL-3.0-or-later
// What sign-in checks before anything is shown or issued: application, redirect address, scopes, policy.
#include "tests/lab/tenant/Permissions.h"
#include "tests/lab/tenant/SignIn.h"

#include <algorithm>
#include <regex>

namespace cloudsync::lab {

namespace {

bool contains(const std::vector<std::string> &all, const std::string &wanted)
{
    return std::any_of(all.begin(), all.end(), [&](const std::string &entry) { return same(entry, wanted); });
}

SignInError fromPolicy(const Json &entry)
{
    return {text(entry, "error", "invalid_grant"), static_cast<int>(number(entry, "code", 53003)),
            text(entry, "sentence", "Access has been blocked by a policy of this tenant."), 400, text(entry, "claims")};
}

} // namespace

std::string Scopes::shown() const
{
    std::vector<std::string> out;
    for (const std::string &permission : permissions)
        out.push_back(resource + '/' + permission);
    if (openId)
        out.emplace_back("openid");
    if (profile)
        out.emplace_back("profile");
    if (email)
        out.emplace_back("email");
    return joined(out, " ");
}

std::string described(const SignInError &error, const Exchange &exchange)
{
    return "AADSTS" + std::to_string(error.code) + ": " + error.sentence + " Trace ID: " + exchange.requestId
        + " Correlation ID: " + (exchange.clientRequestId.empty() ? exchange.requestId : exchange.clientRequestId)
        + " Timestamp: " + signInTime(std::chrono::system_clock::now());
}

Reply signInErrorReply(const SignInError &error, const Exchange &exchange)
{
    Json body{{"error", error.error},
              {"error_description", described(error, exchange)},
              {"error_codes", Json::array({error.code})},
              {"timestamp", signInTime(std::chrono::system_clock::now())},
              {"trace_id", exchange.requestId},
              {"correlation_id", exchange.clientRequestId.empty() ? exchange.requestId : exchange.clientRequestId},
              {"error_uri", "https://login.microsoftonline.com/error?code=" + std::to_string(error.code)}};
    if (!error.claims.empty())
        body["claims"] = error.claims;
    return jsonReply(error.status, body);
}

std::optional<SignInError> readScopes(const Lab &lab, const Application &application, const std::string &scope,
                                      bool forApplication, Scopes &out, std::vector<std::string> &withoutConsent)
{
    const std::vector<std::string> audiences = lab.audiences();
    const std::vector<std::string> &granted = forApplication ? application.roles : application.delegated;
    bool everything = false;
    for (const std::string &entry : split(scope, ' ', false)) {
        if (entry == "openid" || entry == "profile" || entry == "email" || entry == "offline_access") {
            (entry == "openid"      ? out.openId
                 : entry == "profile" ? out.profile
                 : entry == "email"   ? out.email
                                      : out.offline) = true;
            continue;
        }
        const std::size_t slash = entry.rfind('/');
        const std::string resource = slash == std::string::npos ? lab.root : entry.substr(0, slash);
        const std::string permission = slash == std::string::npos ? entry : entry.substr(slash + 1);
        if (std::find(audiences.begin(), audiences.end(), resource) == audiences.end()) {
            return SignInError{"invalid_resource", 500011, "The resource principal named " + resource + " is not in this tenant.", 400, {}};
        }
        if (!out.resource.empty() && out.resource != resource)
            return SignInError{"invalid_scope", 28000, "The scope asks for more than one resource.", 400, {}};
        out.resource = resource;
        if (permission == ".default") {
            everything = true;
        } else if (!isKnownPermission(permission)) {
            return SignInError{"invalid_scope", 70011, "The scope " + entry + " is not valid: there is no such permission.", 400, {}};
        } else if (!contains(out.permissions, permission)) {
            out.permissions.push_back(permission);
        }
    }
    if (everything && !out.permissions.empty())
        return SignInError{"invalid_scope", 70011, ".default cannot be combined with single permissions.", 400, {}};
    if (forApplication && !everything)
        return SignInError{"invalid_scope", 1002012, "An application asks for a resource's .default scope alone.", 400, {}};
    if (out.resource.empty() && !out.openId)
        return SignInError{"invalid_scope", 70011, "The scope asks for nothing.", 400, {}};
    if (everything)
        out.permissions = granted;
    if (out.resource.empty())
        out.resource = lab.root;
    for (const std::string &permission : out.permissions) {
        if (!application.consented || !contains(granted, permission))
            withoutConsent.push_back(permission);
    }
    return std::nullopt;
}

std::optional<SignInError> findApplication(Lab &lab, const std::string &tenantSegment, const std::string &clientId,
                                           Application *&out)
{
    const bool shared = same(tenantSegment, "common") || same(tenantSegment, "organizations");
    if (!shared && !lab.tenant.isMe(tenantSegment))
        return SignInError{"invalid_request", 90002, "There is no tenant named " + tenantSegment + '.', 400, {}};
    if (clientId.empty())
        return SignInError{"invalid_request", 900144, "The request must hold the parameter 'client_id'.", 400, {}};
    out = lab.tenant.application(clientId);
    if (!out) {
        return SignInError{"unauthorized_client", 700016,
                           "The application " + clientId + " was not found in the directory " + text(lab.tenant.organization, "displayName")
                               + '.',
                           400, {}};
    }
    if (shared) {
        return SignInError{"invalid_request", 50194,
                           "The application is registered for one tenant; the tenant's own endpoint must be used.", 400, {}};
    }
    return std::nullopt;
}

bool redirectAllowed(const Application &application, const std::string &address)
{
    static const std::regex loopback("http://(localhost|127\\.0\\.0\\.1)(:([0-9]{1,5}))?/?");
    std::smatch match;
    if (!std::regex_match(address, match, loopback) || !contains(application.redirectUris, "http://localhost"))
        return false;
    return !match[3].matched || (std::stoi(match[3]) > 0 && std::stoi(match[3]) < 65536);
}

std::optional<SignInError> policyRefusal(const Lab &lab, const std::string &accountName, const std::string &moment)
{
    const Json users = lab.policy.value("users", Json::object());
    for (const auto &[name, entry] : users.items()) {
        if (same(name, accountName) && entry.is_object())
            return fromPolicy(entry);
    }
    const Json *block = find(lab.policy, "block");
    if (block && block->is_object()) {
        const std::string applies = text(*block, "appliesTo", "all");
        if (applies == "all" || applies == moment)
            return fromPolicy(*block);
    }
    if (moment == "refresh" && flag(lab.policy, "refreshRevoked"))
        return SignInError{"invalid_grant", 50173, "The grant was revoked; a fresh sign-in is needed.", 400, {}};
    return std::nullopt;
}

} // namespace cloudsync::lab
