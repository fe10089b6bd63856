// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"

#include <optional>
#include <string>

namespace cloudsync::lab {

/// Operators of scoping filters for Active Directory to Entra ID (graph.md section 7.3).
struct FilterOperator {
    const char *id;
    bool unary;
};
[[nodiscard]] const std::vector<FilterOperator> &filterOperators();

/// What the published types cannot say of a schema: names that refer to each other, expressions, doubles. A sentence, or nothing.
[[nodiscard]] std::optional<std::string> schemaTrouble(const Json &schema);

} // namespace cloudsync::lab
