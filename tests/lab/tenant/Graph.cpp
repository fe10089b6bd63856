// SPDX-License-Identifier: GPL-3.0-or-later
// The way of every Graph call: token, route, permission, body, handler.
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/Roles.h"

#include <algorithm>
#include <regex>

namespace cloudsync::lab {

namespace {

const std::vector<Route> &routes()
{
    static const std::vector<Route> all = [] {
        std::vector<Route> out;
        for (const auto &topic : {organizationRoutes(), applicationRoutes(), secretRoutes(), jobRoutes(), schemaRoutes(),
                                  onDemandRoutes(), logRoutes(), agentRoutes(), userRoutes()})
            out.insert(out.end(), topic.begin(), topic.end());
        return out;
    }();
    return all;
}

/// Names of OData resources compare without case, as the service does.
bool matches(const Route &route, const std::vector<std::string> &segments, std::map<std::string, std::string> &names)
{
    const std::vector<std::string> pattern = split(route.pattern, '/');
    if (pattern.size() != segments.size())
        return false;
    names.clear();
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i].front() == '{')
            names[pattern[i].substr(1, pattern[i].size() - 2)] = segments[i];
        else if (!same(pattern[i], segments[i]) && !same("microsoft.graph." + pattern[i], segments[i]))
            return false;
    }
    return true;
}

Reply tokenRefused(const Lab &lab, const Exchange &exchange, const std::string &message)
{
    Reply reply = graphError(exchange, 401, "InvalidAuthenticationToken", message);
    reply.headers.emplace_back("WWW-Authenticate",
                               "Bearer realm=\"\", authorization_uri=\"" + lab.root
                                   + "/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"");
    return reply;
}

std::optional<Reply> readCaller(Lab &lab, Exchange &exchange)
{
    const std::string header = exchange.header("authorization");
    if (!same(header.substr(0, 7), "Bearer ") || header.size() < 8)
        return tokenRefused(lab, exchange, "Access token is empty.");
    switch (lab.tokens.read(header.substr(7), lab.audiences(), lab.issuer(), exchange.caller)) {
    case Tokens::Verdict::Good:
        return std::nullopt;
    case Tokens::Verdict::Malformed:
        return tokenRefused(lab, exchange, "IDX14100: The token is not a well-formed JSON Web Token.");
    case Tokens::Verdict::WrongSignature:
        return tokenRefused(lab, exchange, "Access token validation failure. The signature does not hold.");
    case Tokens::Verdict::Expired:
        return tokenRefused(lab, exchange, "Lifetime validation failed, the token is expired.");
    case Tokens::Verdict::WrongAudience:
        return tokenRefused(lab, exchange, "Access token validation failure. Invalid audience.");
    case Tokens::Verdict::WrongIssuer:
        return tokenRefused(lab, exchange, "Access token validation failure. Invalid issuer.");
    }
    return std::nullopt;
}

/// A step-up that the policy asks for on some paths: {"path":regex,"value":"c1"}.
std::optional<Reply> stepUp(const Lab &lab, const Exchange &exchange)
{
    const Json *rule = find(lab.policy, "claims");
    if (!rule || !rule->is_object() || exchange.caller.application)
        return std::nullopt;
    const std::string wanted = text(*rule, "value", "c1");
    if (std::find(exchange.caller.contexts.begin(), exchange.caller.contexts.end(), wanted) != exchange.caller.contexts.end()
        || !std::regex_search(exchange.path, std::regex(text(*rule, "path", ".*"))))
        return std::nullopt;
    const Json claims{{"access_token", {{"acrs", {{"essential", true}, {"value", wanted}}}}}};
    const auto status = static_cast<int>(number(*rule, "status", 401));
    Reply reply = graphError(exchange, status, status == 401 ? "InvalidAuthenticationToken" : "insufficient_claims",
                             "Continuous access evaluation or a Conditional Access policy asks for a stronger sign-in.");
    reply.headers.emplace_back("WWW-Authenticate",
                               "Bearer realm=\"\", authorization_uri=\"" + lab.root
                                   + "/common/oauth2/authorize\", error=\"insufficient_claims\", claims=\"" + base64(compact(claims)) + '"');
    return reply;
}

bool permitted(Lab &lab, const Exchange &exchange, const Permission &permission)
{
    const Caller &caller = exchange.caller;
    const bool granted = permission.any.empty() || std::any_of(caller.scopes.begin(), caller.scopes.end(), [&](const std::string &scope) {
        return std::find(permission.any.begin(), permission.any.end(), scope) != permission.any.end();
    });
    if (!granted || caller.application || permission.roles.empty())
        return granted;
    const Account *account = lab.tenant.accountOf(caller.objectId);
    return account && std::any_of(account->roles.begin(), account->roles.end(), [&](const std::string &role) {
        return std::find(permission.roles.begin(), permission.roles.end(), role) != permission.roles.end();
    });
}

std::optional<Reply> checkOptions(const Exchange &exchange, const Route &route)
{
    const std::vector<std::string> allowed = split(route.options, ' ', false);
    for (const auto &[name, content] : exchange.query) {
        if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
            return badRequest(exchange, "The query option '" + name + "' is not supported here.");
    }
    return std::nullopt;
}

std::optional<Reply> checkBody(Lab &lab, Exchange &exchange, const Route &route)
{
    const std::string rule = route.body;
    if (exchange.body.empty() && rule.empty())
        return std::nullopt;
    exchange.valid = false;
    if (exchange.body.empty())
        return badRequest(exchange, "Empty Payload. JSON content expected.");
    if (exchange.header("content-type").find("application/json") == std::string::npos)
        return graphError(exchange, 415, "UnsupportedMediaType", "A body must be announced as application/json.");
    std::string why;
    exchange.json = parseJson(exchange.body, why);
    if (!exchange.json)
        return badRequest(exchange, "Unable to read JSON request payload. " + why);
    std::optional<Mismatch> mismatch;
    const Json &body = *exchange.json;
    if (rule.empty()) {
        if (!body.is_object() || !body.empty())
            mismatch = Mismatch{{}, "This call takes no body."};
    } else if (startsWith(rule, "object:")) {
        mismatch = lab.metadata.check("graph." + rule.substr(7), body, false);
    } else if (startsWith(rule, "values:")) {
        if (!find(body, "value"))
            mismatch = Mismatch{{}, "An object with the property 'value' was expected."};
        for (const auto &[name, content] : body.items()) {
            if (body.is_object() && name != "value" && name != "@odata.context")
                mismatch = Mismatch{{}, "The property '" + name + "' does not exist beside 'value'."};
        }
        if (!mismatch)
            mismatch = lab.metadata.check("Collection(graph." + rule.substr(7) + ")", body["value"], false);
    } else {
        mismatch = lab.metadata.checkAction(rule.substr(7), body);
    }
    if (mismatch)
        return badRequest(exchange, mismatch->why + (mismatch->where.empty() ? "" : " At: " + mismatch->where));
    exchange.valid = true;
    return std::nullopt;
}

/// A new service principal is not seen everywhere at once.
std::optional<Reply> lagging(Lab &lab, const Exchange &exchange)
{
    ServicePrincipal *principal = exchange.segments.size() > 2 ? principalOf(lab, exchange) : nullptr;
    if (!principal || (principal->lagRequests <= 0 && principal->lagUntil <= std::chrono::system_clock::now()))
        return std::nullopt;
    --principal->lagRequests;
    return notFound(exchange, exchange.name("sp"));
}

} // namespace

Reply graphError(const Exchange &exchange, int status, const std::string &code, const std::string &message)
{
    const std::string clientId = exchange.clientRequestId.empty() ? exchange.requestId : exchange.clientRequestId;
    return jsonReply(status,
                     {{"error",
                       {{"code", code},
                        {"message", message},
                        {"innerError",
                         {{"date", graphTime(std::chrono::system_clock::now()).substr(0, 19)},
                          {"request-id", exchange.requestId},
                          {"client-request-id", clientId}}}}}});
}

Reply notFound(const Exchange &exchange, const std::string &id)
{
    return graphError(exchange, 404, "Request_ResourceNotFound",
                      "Resource '" + id + "' does not exist or one of its queried reference-property objects are not present.");
}

Reply badRequest(const Exchange &exchange, const std::string &message)
{
    const bool synchronization = exchange.path.find("/synchronization") != std::string::npos;
    return graphError(exchange, 400, synchronization ? "BadRequest" : "Request_BadRequest", message);
}

Reply graphReply(Lab &lab, const Exchange &exchange, int status, const std::string &context, const Json &body)
{
    Json out{{"@odata.context", lab.metadataUrl(exchange.beta) + context}};
    for (const auto &[name, content] : body.items())
        out[name] = content;
    return jsonReply(status, out);
}

ServicePrincipal *principalOf(Lab &lab, const Exchange &exchange)
{
    const std::string id = exchange.name("sp");
    return id.empty() ? nullptr : lab.tenant.servicePrincipal(id);
}

Job *jobOf(Lab &lab, const Exchange &exchange)
{
    ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return nullptr;
    for (Job &job : principal->jobs) {
        if (same(job.id(), exchange.name("job")))
            return &job;
    }
    return nullptr;
}

Reply graphRoute(Lab &lab, Exchange &exchange)
{
    exchange.beta = same(exchange.segments.front(), "beta");
    exchange.segments.erase(exchange.segments.begin());
    std::unique_lock lock(lab.mutex);
    if (auto refused = readCaller(lab, exchange))
        return *refused;
    if (auto refused = stepUp(lab, exchange))
        return *refused;
    const Route *found = nullptr;
    bool otherMethod = false;
    for (const Route &route : routes()) {
        std::map<std::string, std::string> names;
        if ((route.betaOnly && !exchange.beta) || !matches(route, exchange.segments, names))
            continue;
        if (exchange.method != route.method) {
            otherMethod = true;
            continue;
        }
        found = &route;
        exchange.names = std::move(names);
        break;
    }
    if (!found) {
        if (otherMethod)
            return graphError(exchange, 405, "Request_MethodNotAllowed", "The resource does not support " + exchange.method + '.');
        return graphError(exchange, 400, "BadRequest",
                          "Resource not found for the segment '" + (exchange.segments.empty() ? "" : exchange.segments.back()) + "'.");
    }
    exchange.route = std::string(found->method) + ' ' + found->pattern;
    exchange.write = found->write;
    if (found->permission->delegatedOnly && exchange.caller.application)
        return badRequest(exchange, "/me request is only valid with delegated authentication flow.");
    if (!permitted(lab, exchange, *found->permission)) {
        return graphError(exchange, 403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }
    if (auto refused = checkOptions(exchange, *found))
        return *refused;
    if (auto refused = checkBody(lab, exchange, *found))
        return *refused;
    if (auto refused = lagging(lab, exchange))
        return *refused;
    if (found->write)
        lab.changed = true;
    if (found->locks)
        lock.unlock();
    Reply reply = found->handler(lab, exchange);
    if (found->write)
        lab.changed = true; // a handler that locks for itself may have been overtaken by a save
    return reply;
}

} // namespace cloudsync::lab
