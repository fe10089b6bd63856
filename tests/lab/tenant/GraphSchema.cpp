// SPDX-License-Identifier: GPL-3.0-or-later
// A job's schema, its discovery, functions and expressions (graph.md sections 7 and 8).
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/DefaultSchemas.h"
#include "tests/lab/tenant/Expression.h"
#include "tests/lab/tenant/SchemaRules.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

std::string schemaContext(const Exchange &exchange)
{
    return "servicePrincipals('" + exchange.name("sp") + "')/synchronization/jobs('" + exchange.name("job") + "')/schema";
}

Reply getSchema(Lab &lab, Exchange &exchange)
{
    const Job *job = jobOf(lab, exchange);
    if (!job)
        return notFound(exchange, exchange.name("job"));
    return graphReply(lab, exchange, 200, schemaContext(exchange) + "/$entity", job->schema);
}

Json withoutAnnotations(const Json &value)
{
    if (value.is_array()) {
        Json out = Json::array();
        for (const Json &item : value)
            out.push_back(withoutAnnotations(item));
        return out;
    }
    if (!value.is_object())
        return value;
    Json out = Json::object();
    for (const auto &[name, content] : value.items()) {
        if (name.find('@') == std::string::npos)
            out[name] = withoutAnnotations(content);
    }
    return out;
}

/// Replaces the whole schema: what the body leaves out is gone.
Reply putSchema(Lab &lab, Exchange &exchange)
{
    Job *job = jobOf(lab, exchange);
    if (!job)
        return notFound(exchange, exchange.name("job"));
    if (auto trouble = schemaTrouble(*exchange.json))
        return badRequest(exchange, *trouble);
    Json next = withoutAnnotations(*exchange.json);
    next["id"] = job->id();
    next["version"] = "Date:" + graphTime(std::chrono::system_clock::now());
    job->schema = std::move(next);
    job->full = true; // the service evaluates every object anew after a change of the schema
    if (job->nextRun && lab.wakeScheduler)
        lab.wakeScheduler();
    return {};
}

Reply deleteSchema(Lab &lab, Exchange &exchange)
{
    Job *job = jobOf(lab, exchange);
    if (!job)
        return notFound(exchange, exchange.name("job"));
    job->schema = defaultSchema(job->templateId(), job->id());
    job->full = true;
    return {};
}

Reply listDirectories(Lab &lab, Exchange &exchange)
{
    const Job *job = jobOf(lab, exchange);
    if (!job)
        return notFound(exchange, exchange.name("job"));
    return jsonReply(200, {{"@odata.context", lab.metadataUrl(exchange.beta) + schemaContext(exchange) + "/directories"},
                           {"value", list(job->schema, "directories")}});
}

Json *directoryOf(Job &job, const std::string &id)
{
    for (Json &directory : job.schema["directories"]) {
        if (same(text(directory, "id"), id))
            return &directory;
    }
    return nullptr;
}

Reply getDirectory(Lab &lab, Exchange &exchange)
{
    Job *job = jobOf(lab, exchange);
    const Json *directory = job ? directoryOf(*job, exchange.name("directory")) : nullptr;
    if (!directory)
        return notFound(exchange, exchange.name("directory"));
    return graphReply(lab, exchange, 200, schemaContext(exchange) + "/directories/$entity", *directory);
}

std::string domainOf(const ServicePrincipal &principal)
{
    for (const Json &entry : principal.secrets) {
        std::string why;
        const auto setting = text(entry, "key") == "Domain" ? parseJson(text(entry, "value"), why) : std::nullopt;
        if (setting)
            return text(*setting, "domain");
    }
    return {};
}

/// Reads the real schema of the directory. The job keeps its schema until it is written.
Reply discover(Lab &lab, Exchange &exchange)
{
    std::string domain;
    Json directory;
    {
        const std::lock_guard lock(lab.mutex);
        ServicePrincipal *principal = principalOf(lab, exchange);
        Job *job = jobOf(lab, exchange);
        const Json *found = job ? directoryOf(*job, exchange.name("directory")) : nullptr;
        if (!principal || !found)
            return notFound(exchange, exchange.name("directory"));
        domain = domainOf(*principal);
        directory = *found;
        const bool online = std::any_of(lab.tenant.agents.begin(), lab.tenant.agents.end(), [&](const Json &agent) {
            const Json &served = list(agent, "domains");
            return text(agent, "status") == "active"
                && std::any_of(served.begin(), served.end(), [&](const Json &entry) { return same(entry.get<std::string>(), domain); });
        });
        if (text(directory, "name") == "Active Directory" && !online)
            return graphError(exchange, 500, "HybridIdentityServiceNoActiveAgents", "No active agent serves the domain '" + domain + "'.");
    }
    directory["discoveryDateTime"] = graphTime(std::chrono::system_clock::now());
    if (text(directory, "name") != "Active Directory")
        return graphReply(lab, exchange, 200, "microsoft.graph.directoryDefinition", directory);
    std::string why;
    const auto source = lab.directories.forDomain(domain, why);
    if (!source)
        return graphError(exchange, 500, "HybridSynchronizationActiveDirectoryInternalServerError", why);
    for (Json &object : directory["objects"]) {
        const auto attributes = source->attributesOf(text(object, "name"), why);
        if (!attributes)
            return graphError(exchange, 500, "HybridSynchronizationActiveDirectoryInternalServerError", why);
        Json definitions = Json::array();
        for (const SourceAttribute &attribute : *attributes)
            definitions.push_back(attributeDefinition(attribute.name, attribute.type, attribute.multivalued));
        // The hash is no attribute of LDAP; the service offers it all the same.
        if (text(object, "name") == "user" || text(object, "name") == "inetOrgPerson")
            definitions.push_back(attributeDefinition("PasswordHash", "Binary", false));
        object["attributes"] = std::move(definitions);
    }
    return graphReply(lab, exchange, 200, "microsoft.graph.directoryDefinition", directory);
}

Reply listOperators(Lab &lab, Exchange &exchange)
{
    if (!jobOf(lab, exchange))
        return notFound(exchange, exchange.name("job"));
    Json out{{"@odata.context", lab.metadataUrl(exchange.beta) + "Collection(microsoft.graph.filterOperatorSchema)"}, {"value", Json::array()}};
    for (const FilterOperator &entry : filterOperators()) {
        const std::string id = entry.id;
        const Json types = id == "IS TRUE" || id == "IS FALSE" ? Json::array({"Boolean"})
            : id.find("REGEX") != std::string::npos            ? Json::array({"String"})
                                                               : Json::array({"String", "Integer", "Boolean", "Reference"});
        out["value"].push_back({{"id", id}, {"arity", entry.unary ? "Unary" : "Binary"}, {"multivaluedComparisonType", "All"}, {"supportedAttributeTypes", types}});
    }
    return jsonReply(200, out);
}

Reply listFunctions(Lab &lab, Exchange &exchange)
{
    if (!jobOf(lab, exchange))
        return notFound(exchange, exchange.name("job"));
    Json out{{"@odata.context", lab.metadataUrl(exchange.beta) + "Collection(microsoft.graph.attributeMappingFunctionSchema)"}, {"value", Json::array()}};
    for (const FunctionDefinition &entry : expressionFunctions()) {
        Json parameters = Json::array();
        for (const FunctionParameter &parameter : entry.parameters)
            parameters.push_back({{"name", parameter.name}, {"required", parameter.required}, {"allowMultipleOccurrences", parameter.repeats}, {"type", parameter.type}});
        out["value"].push_back({{"id", entry.name}, {"parameters", parameters}});
    }
    return jsonReply(200, out);
}

Values testValues(const Json &input, const std::string &name)
{
    for (const Json &entry : list(input, "properties")) {
        if (!same(text(entry, "key"), name) || !entry.contains("value"))
            continue;
        const Json &content = entry["value"];
        Values out;
        for (const Json &item : content.is_array() ? content : Json::array({content})) {
            if (!item.is_null())
                out.push_back(item.is_string() ? item.get<std::string>() : compact(item));
        }
        return out;
    }
    return {};
}

Reply parseExpression(Lab &lab, Exchange &exchange)
{
    if (!jobOf(lab, exchange))
        return notFound(exchange, exchange.name("job"));
    const std::string written = text(*exchange.json, "expression");
    Json body{{"error", nullptr}, {"evaluationResult", Json::array()}, {"evaluationSucceeded", false}, {"parsedExpression", nullptr}, {"parsingSucceeded", false}};
    ExpressionError error;
    const auto expression = Expression::parse(written, error);
    const auto failed = [&](const std::string &code, const std::string &message) {
        body["error"] = {{"code", code}, {"message", message}, {"target", nullptr}, {"details", Json::array()}, {"innerError", nullptr}};
    };
    if (!expression) {
        failed("AttributeMappingParseError", error.why + " Position: " + std::to_string(error.position) + '.');
        return graphReply(lab, exchange, 200, "microsoft.graph.parseExpressionResponse", body);
    }
    body["parsingSucceeded"] = true;
    body["parsedExpression"] = expression->toSource();
    if (const Json *input = find(*exchange.json, "testInputObject"); input && input->is_object()) {
        std::string why;
        const auto values = expression->evaluate([&](const std::string &name) { return testValues(*input, name); }, why);
        if (values) {
            body["evaluationSucceeded"] = true;
            body["evaluationResult"] = *values;
        } else {
            failed("AttributeMappingEvaluationError", why);
        }
    }
    return graphReply(lab, exchange, 200, "microsoft.graph.parseExpressionResponse", body);
}

} // namespace

std::vector<Route> schemaRoutes()
{
    using namespace permissions;
    return {
        {"GET", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema", false, &synchronizationRead, "", getSchema, false, false, "$select $expand"},
        {"PUT", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema", false, &synchronizationWrite, "object:synchronizationSchema", putSchema, true},
        {"DELETE", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema", false, &synchronizationWrite, "", deleteSchema, true},
        {"GET", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema/filterOperators", false, &synchronizationRead, "", listOperators, false},
        {"GET", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema/functions", false, &synchronizationRead, "", listFunctions, false},
        {"POST", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema/parseExpression", false, &synchronizationWrite, "action:parseExpression", parseExpression, false},
        {"GET", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema/directories", false, &synchronizationRead, "", listDirectories, false},
        {"GET", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema/directories/{directory}", false, &synchronizationRead, "", getDirectory, false},
        {"POST", "servicePrincipals/{sp}/synchronization/jobs/{job}/schema/directories/{directory}/discover", false, &synchronizationWrite, "", discover, false, true},
    };
}

} // namespace cloudsync::lab
