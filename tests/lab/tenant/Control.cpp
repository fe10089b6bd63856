// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Control.h"

#include "tests/lab/tenant/Agents.h"
#include "tests/lab/tenant/Cycle.h"
#include "tests/lab/tenant/Roles.h"
#include "tests/lab/tenant/SignIn.h"

#include <algorithm>
#include <regex>

namespace cloudsync::lab {

namespace {

Reply refused(int status, const std::string &why) { return jsonReply(status, {{"error", why}}); }
Reply done() { return jsonReply(200, {{"ok", true}}); }

Reply showState(Lab &lab)
{
    const std::lock_guard lock(lab.mutex);
    Json out = lab.tenant.toJson(false);
    out["objects"] = lab.tenant.objects.toJson();
    out["policy"] = lab.policy;
    out["directories"] = lab.directories.toJson();
    Json counts = Json::object();
    for (const auto &[id, object] : lab.tenant.objects.all()) {
        const std::string name = object.kind + (object.deleted ? "Deleted" : object.anchor.empty() ? "CloudOnly" : "Synchronized");
        counts[name] = number(counts, name) + 1;
    }
    out["counts"] = counts;
    return jsonReply(200, out);
}

Reply faultsRoute(Lab &lab, const Exchange &exchange, const Json &body)
{
    if (exchange.method == "GET")
        return jsonReply(200, lab.faults.toJson());
    if (exchange.method == "DELETE") {
        lab.faults.clear();
        return done();
    }
    Json ids = Json::array();
    for (const Json &entry : body.is_array() ? body : Json::array({body})) {
        std::string why;
        const auto id = lab.faults.add(entry, why);
        if (!id)
            return refused(400, why);
        ids.push_back(*id);
    }
    return jsonReply(200, {{"ids", ids}});
}

Reply cycleRoute(Lab &lab, const Json &body)
{
    std::vector<std::string> ids;
    if (!text(body, "job").empty()) {
        ids.push_back(text(body, "job"));
    } else {
        const std::lock_guard lock(lab.mutex);
        for (const ServicePrincipal &principal : lab.tenant.servicePrincipals) {
            for (const Job &job : principal.jobs) {
                if (job.nextRun)
                    ids.push_back(job.id());
            }
        }
    }
    Json out = Json::array();
    for (const std::string &id : ids) {
        const CycleResult result = runCycle(lab, id);
        if (!result.ran)
            return refused(404, "There is no job " + id + '.');
        out.push_back({{"job", id}, {"error", result.error}, {"counts", result.counts.toJson()}, {"entries", result.entries}});
    }
    return jsonReply(200, {{"jobs", out}});
}

/// The account whose bearer token a registration carries; it needs a role that may register agents.
std::optional<std::string> registrant(Lab &lab, const Exchange &exchange, std::string &why)
{
    Caller caller;
    const std::string header = exchange.header("authorization");
    std::vector<std::string> audiences = lab.audiences();
    audiences.emplace_back("https://proxy.cloudwebappproxy.net/registerapp");
    if (header.size() < 8 || lab.tokens.read(header.substr(7), audiences, lab.issuer(), caller) != Tokens::Verdict::Good) {
        why = "A registration needs the bearer token of the person who registers.";
        return std::nullopt;
    }
    if (caller.application) { // unattended: the application needs the permission that a person's role stands for
        if (std::find(caller.scopes.begin(), caller.scopes.end(), "OnPremisesPublishingProfiles.ReadWrite.All") != caller.scopes.end())
            return caller.clientId;
        why = "The application lacks OnPremisesPublishingProfiles.ReadWrite.All.";
        return std::nullopt;
    }
    const Account *account = lab.tenant.accountOf(caller.objectId);
    const bool allowed = account && std::any_of(account->roles.begin(), account->roles.end(), [](const std::string &role) {
        return role == roles::hybridIdentityAdministrator || role == roles::globalAdministrator;
    });
    if (!allowed) {
        why = "The account is neither Hybrid Identity Administrator nor Global Administrator.";
        return std::nullopt;
    }
    return account->signInName;
}

Reply agentsRoute(Lab &lab, const Exchange &exchange, const Json &body)
{
    const std::lock_guard lock(lab.mutex);
    if (exchange.segments.size() == 3) {
        const std::string &id = exchange.segments[2];
        const bool known = exchange.method == "DELETE" ? removeAgent(lab, id) : exchange.method == "PATCH" && changeAgent(lab, id, body);
        return known ? done() : refused(404, "There is no agent " + id + '.');
    }
    if (exchange.method == "GET")
        return jsonReply(200, {{"agents", lab.tenant.agents}});
    std::string why;
    const auto who = registrant(lab, exchange, why);
    if (!who)
        return refused(403, why);
    const Json &domains = list(body, "domains");
    if (text(body, "machineName").empty() || std::any_of(domains.begin(), domains.end(), [](const Json &entry) { return !entry.is_string(); }))
        return refused(400, "machineName (text) is needed; domains is a list of texts.");
    return jsonReply(201, registerAgent(lab, text(body, "machineName"), text(body, "version"), domains, *who));
}

Reply policyRoute(Lab &lab, const Exchange &exchange, const Json &body)
{
    const std::lock_guard lock(lab.mutex);
    if (exchange.method == "GET")
        return jsonReply(200, lab.policy);
    for (const auto &[name, content] : body.items()) {
        if (name == "consent") {
            for (Application &application : lab.tenant.applications) {
                if (application.publicClient)
                    application.consented = content == "granted";
            }
        } else if (!lab.policy.contains(name)) {
            return refused(400, "There is no policy '" + name + "'.");
        } else if (name == "claims" && content.is_object()) {
            try { // a wrong pattern is told by an exception alone
                const std::regex checked(text(content, "path", ".*"));
            } catch (const std::regex_error &) {
                return refused(400, "'path' of the claims policy is no regular expression.");
            }
        }
    }
    Json changes = body;
    changes.erase("consent");
    for (const auto &[name, content] : changes.items())
        lab.policy[name] = content; // replaced, not merged: null ends a policy
    return jsonReply(200, lab.policy);
}

Reply deviceRoute(Lab &lab, const Json &body)
{
    const std::lock_guard lock(lab.mutex);
    const auto error = decideDevice(lab, text(body, "user_code"), text(body, "user"), text(body, "password"), !flag(body, "decline"));
    return error ? refused(400, "AADSTS" + std::to_string(error->code) + ": " + error->sentence) : done();
}

Reply directoriesRoute(Lab &lab, const Exchange &exchange, const Json &body)
{
    if (exchange.method == "POST") {
        lab.directories.add({text(body, "uri"), text(body, "caFile"), text(body, "user"), text(body, "passwordFile"), text(body, "jsonFile")});
        return done();
    }
    return jsonReply(200, {{"directories", lab.directories.toJson()}});
}

} // namespace

Reply controlRoute(Lab &lab, Exchange &exchange)
{
    const std::vector<std::string> &parts = exchange.segments;
    const std::string topic = parts.size() > 1 ? parts[1] : std::string();
    std::string why;
    const auto parsed = exchange.body.empty() ? std::optional(Json::object()) : parseJson(exchange.body, why);
    if (!parsed)
        return refused(400, why);
    if (topic == "record" && exchange.method == "GET")
        return jsonReply(200, lab.record.show(exchange.query));
    if (topic == "record" && exchange.method == "POST" && parts.size() == 3 && parts[2] == "reset") {
        lab.record.reset();
        return done();
    }
    if (topic == "state" && exchange.method == "GET")
        return showState(lab);
    if (topic == "faults")
        return faultsRoute(lab, exchange, *parsed);
    if (topic == "latency" && exchange.method == "POST")
        return lab.faults.setLatency(*parsed, why) ? done() : refused(400, why);
    if (topic == "cycle" && exchange.method == "POST")
        return cycleRoute(lab, *parsed);
    if (topic == "agents")
        return agentsRoute(lab, exchange, *parsed);
    if (topic == "sign-in")
        return policyRoute(lab, exchange, *parsed);
    if (topic == "approve-device" && exchange.method == "POST")
        return deviceRoute(lab, *parsed);
    if (topic == "directories")
        return directoriesRoute(lab, exchange, *parsed);
    return refused(404, "The lab has no such control.");
}

} // namespace cloudsync::lab
