// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets, that is settings, of a service principal's synchronisation (graph.md sections 5 and 9).
#include "tests/lab/tenant/Graph.h"

#include <set>

namespace cloudsync::lab {

namespace {

/// Secrets that hold settings as JSON in a text must hold readable JSON of the known members.
std::optional<std::string> settingTrouble(const std::string &key, const std::string &content)
{
    const bool structured = key == "Domain" || key == "AppKey" || key == "SyncNotificationSettings";
    if (!structured)
        return std::nullopt;
    std::string why;
    const auto parsed = parseJson(content, why);
    if (!parsed || !parsed->is_object())
        return "The value of '" + key + "' must be a JSON object in a text.";
    static const std::map<std::string, std::set<std::string>> members{
        {"Domain", {"domain"}},
        {"AppKey", {"appKeyScenario"}},
        {"SyncNotificationSettings", {"Enabled", "Recipients", "DeleteThresholdEnabled", "DeleteThresholdValue", "HumanResourcesLookaheadQueryEnabled"}}};
    for (const auto &[name, entry] : parsed->items()) {
        if (members.at(key).count(name) == 0)
            return "The value of '" + key + "' holds the unknown member '" + name + "'.";
    }
    if (key == "Domain" && text(*parsed, "domain").empty())
        return "The value of 'Domain' names no domain.";
    if (key == "AppKey" && text(*parsed, "appKeyScenario").empty())
        return "The value of 'AppKey' names no scenario.";
    if (key == "SyncNotificationSettings") {
        for (const char *name : {"Enabled", "DeleteThresholdEnabled"}) {
            const Json *entry = find(*parsed, name);
            if (entry && !entry->is_boolean())
                return std::string("'") + name + "' of SyncNotificationSettings must be true or false.";
        }
        const Json *threshold = find(*parsed, "DeleteThresholdValue");
        if (threshold && (!threshold->is_number_integer() || threshold->get<long long>() < 1))
            return "'DeleteThresholdValue' of SyncNotificationSettings must be a whole number above 0.";
        const Json *recipients = find(*parsed, "Recipients");
        if (recipients && !recipients->is_string())
            return "'Recipients' of SyncNotificationSettings must be a text.";
    }
    return std::nullopt;
}

Reply getSecrets(Lab &lab, Exchange &exchange)
{
    const ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return notFound(exchange, exchange.name("sp"));
    Json out{{"@odata.context", lab.metadataUrl(exchange.beta) + "Collection(microsoft.graph.synchronizationSecretKeyStringValuePair)"},
             {"value", Json::array()}};
    static const std::set<std::string> open{"Domain", "AppKey", "SyncNotificationSettings", "BaseAddress", "SyncAll", "Url", "Server"};
    for (const Json &entry : principal->secrets) {
        // What is a secret in truth comes back masked; a client that writes the mask back keeps the value.
        Json shown = entry;
        if (open.count(text(entry, "key")) == 0)
            shown["value"] = "*";
        out["value"].push_back(std::move(shown));
    }
    return jsonReply(200, out);
}

/// Replaces every key. Two entries may share a key only where their values differ: one AppKey for each scenario.
Reply putSecrets(Lab &lab, Exchange &exchange)
{
    ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return notFound(exchange, exchange.name("sp"));
    Json next = Json::array();
    std::set<std::pair<std::string, std::string>> seen;
    for (const Json &entry : (*exchange.json)["value"]) {
        const std::string key = text(entry, "key"), content = text(entry, "value");
        if (key.empty() || !entry.contains("value"))
            return badRequest(exchange, "Every entry needs 'key' and 'value'.");
        if (auto trouble = settingTrouble(key, content))
            return badRequest(exchange, *trouble);
        if (!seen.insert({key, key == "AppKey" ? content : std::string()}).second)
            return badRequest(exchange, "The key '" + key + "' stands more than once.");
        Json kept{{"key", key}, {"value", entry["value"]}};
        for (const Json &old : principal->secrets) {
            if (text(old, "key") == key && content == "*")
                kept["value"] = old["value"];
        }
        next.push_back(std::move(kept));
    }
    principal->secrets = std::move(next);
    return {};
}

Reply acquireAccessToken(Lab &lab, Exchange &exchange)
{
    return principalOf(lab, exchange) ? Reply{} : notFound(exchange, exchange.name("sp"));
}

} // namespace

std::vector<Route> secretRoutes()
{
    using namespace permissions;
    return {
        {"GET", "servicePrincipals/{sp}/synchronization/secrets", false, &synchronizationWrite, "", getSecrets, false},
        {"PUT", "servicePrincipals/{sp}/synchronization/secrets", false, &synchronizationWrite, "values:synchronizationSecretKeyStringValuePair", putSecrets, true},
        {"POST", "servicePrincipals/{sp}/synchronization/acquireAccessToken", false, &synchronizationWrite, "action:acquireAccessToken", acquireAccessToken, false},
    };
}

} // namespace cloudsync::lab
