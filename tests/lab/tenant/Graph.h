// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Exchange.h"
#include "tests/lab/tenant/Lab.h"
#include "tests/lab/tenant/Permissions.h"

#include <string>
#include <vector>

namespace cloudsync::lab {

/// One call of Graph.
struct Route {
    const char *method;
    const char *pattern; // "servicePrincipals/{sp}/synchronization/jobs/{job}"
    bool betaOnly;
    const Permission *permission;
    /// What the body must be: "" none, "object:TYPE", "values:TYPE" ({"value":[TYPE...]}), "action:NAME".
    const char *body;
    Reply (*handler)(Lab &, Exchange &);
    bool write;           // changes the tenant
    bool locks = false;   // the handler takes the lock itself, because it reads the directory
    const char *options = "$select"; // query options that it understands, separated by blanks
};

[[nodiscard]] Reply graphRoute(Lab &lab, Exchange &exchange);

[[nodiscard]] Reply graphError(const Exchange &exchange, int status, const std::string &code, const std::string &message);
[[nodiscard]] Reply notFound(const Exchange &exchange, const std::string &id);
[[nodiscard]] Reply badRequest(const Exchange &exchange, const std::string &message);
/// An entity or value with its @odata.context.
[[nodiscard]] Reply graphReply(Lab &lab, const Exchange &exchange, int status, const std::string &context, const Json &body);

// The routes by topic.
[[nodiscard]] std::vector<Route> organizationRoutes();
[[nodiscard]] std::vector<Route> applicationRoutes();
[[nodiscard]] std::vector<Route> secretRoutes();
[[nodiscard]] std::vector<Route> jobRoutes();
[[nodiscard]] std::vector<Route> schemaRoutes();
[[nodiscard]] std::vector<Route> onDemandRoutes();
[[nodiscard]] std::vector<Route> logRoutes();
[[nodiscard]] std::vector<Route> agentRoutes();
[[nodiscard]] std::vector<Route> userRoutes();

/// The {sp} of a route, or null.
[[nodiscard]] ServicePrincipal *principalOf(Lab &lab, const Exchange &exchange);
/// The {job} of a route below its {sp}, or null.
[[nodiscard]] Job *jobOf(Lab &lab, const Exchange &exchange);

} // namespace cloudsync::lab
