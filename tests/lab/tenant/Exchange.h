// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"
#include "tests/lab/tenant/Text.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cloudsync::lab {

/// What goes back. No body: 204 or an empty answer.
struct Reply {
    int status = 204;
    std::string body;
    std::string contentType;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// Who calls, by the access token.
struct Caller {
    std::string objectId; // of the user, or of the application's service principal
    std::string clientId;
    bool application = false;
    std::vector<std::string> scopes; // delegated permissions, or application roles
    std::vector<std::string> contexts; // authentication contexts of a step-up ("acrs")
};

/// One request on its way through the tenant, and what is recorded of it.
struct Exchange {
    std::string method;
    std::string path; // raw, without the query
    Form query;
    std::map<std::string, std::string> headers; // names in small letters
    std::string body;

    std::string requestId = newGuid();
    std::string clientRequestId;
    bool beta = false;
    std::vector<std::string> segments;        // decoded, after the version for Graph
    std::map<std::string, std::string> names; // values of the route's {placeholders}
    std::optional<Json> json;
    Caller caller;

    std::optional<bool> valid; // of the body against the metadata; nullopt where there was nothing to check
    bool write = false;        // the route changes the tenant
    std::string route;         // "POST servicePrincipals/{sp}/synchronization/jobs", empty for an unknown one

    [[nodiscard]] std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::string name(const std::string &placeholder) const
    {
        const auto found = names.find(placeholder);
        return found == names.end() ? std::string() : found->second;
    }
};

[[nodiscard]] Reply jsonReply(int status, const Json &body);
[[nodiscard]] Reply htmlReply(int status, const std::string &page);
[[nodiscard]] Reply redirectTo(const std::string &address);

} // namespace cloudsync::lab
