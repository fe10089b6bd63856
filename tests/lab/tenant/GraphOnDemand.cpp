// SPDX-License-Identifier: GPL-3.0-or-later
// On-demand provisioning of one object (graph.md section 10).
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/Cycle.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

/// Five requests in ten seconds; the sixth is told how long to wait.
std::optional<Reply> throttled(Lab &lab, const Exchange &exchange, ServicePrincipal &principal)
{
    const Json rule = lab.options.config.value("onDemand", Json::object());
    const auto window = std::chrono::seconds(number(rule, "windowSeconds", 10));
    const auto limit = static_cast<std::size_t>(number(rule, "limit", 5));
    const Time now = std::chrono::system_clock::now();
    std::erase_if(principal.onDemand, [&](Time moment) { return now - moment >= window; });
    if (principal.onDemand.size() < limit) {
        principal.onDemand.push_back(now);
        return std::nullopt;
    }
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(window - (now - principal.onDemand.front())).count() + 1;
    Reply reply = graphError(exchange, 429, "TooManyRequests", "Only " + std::to_string(limit) + " on-demand requests are allowed in "
                                 + std::to_string(window.count()) + " seconds.");
    reply.headers.emplace_back("Retry-After", std::to_string(left));
    return reply;
}

Reply provisionOnDemand(Lab &lab, Exchange &exchange)
{
    {
        const std::lock_guard lock(lab.mutex);
        ServicePrincipal *principal = principalOf(lab, exchange);
        if (!principal || !jobOf(lab, exchange))
            return notFound(exchange, exchange.name("job"));
        if (auto refused = throttled(lab, exchange, *principal))
            return *refused;
    }
    const Json &parameters = list(*exchange.json, "parameters");
    if (parameters.size() != 1 || list(parameters[0], "subjects").size() != 1)
        return badRequest(exchange, "One rule and one subject can be provisioned at a time.");
    const Json &subject = list(parameters[0], "subjects")[0];
    std::string why;
    const auto result = provisionOne(lab, exchange.name("job"), text(parameters[0], "ruleId"), text(subject, "objectId"),
                                     text(subject, "objectTypeName"), why);
    if (!result)
        return badRequest(exchange, why);
    return graphReply(lab, exchange, 200, "microsoft.graph.stringKeyStringValuePair",
                      {{"key", compact(result->key)}, {"value", compact(result->value)}});
}

} // namespace

std::vector<Route> onDemandRoutes()
{
    return {{"POST", "servicePrincipals/{sp}/synchronization/jobs/{job}/provisionOnDemand", false, &permissions::synchronizationWrite,
             "action:provisionOnDemand", provisionOnDemand, true, true}};
}

} // namespace cloudsync::lab
