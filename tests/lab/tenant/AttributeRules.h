// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Tenant.h"

namespace cloudsync::lab {

/// The user principal name that a tenant gives, and why it differs from what was asked.
struct PrincipalName {
    std::string value;
    std::string warning; // one sentence where the name was changed
    std::string trouble; // one sentence where it cannot be used
};

/// idfix-rules.md section 8: an unverified suffix becomes the initial domain, other scripts become "_".
[[nodiscard]] PrincipalName principalNameFor(const Tenant &tenant, const std::string &wanted);
/// A free name for one that is taken: four digits behind the local part, initial domain. The digits follow from the anchor, so
/// that the object gets the same ones again.
[[nodiscard]] std::string uniquePrincipalName(Tenant &tenant, const std::string &taken, const std::string &anchor);
/// Why an address of proxyAddresses cannot be used.
[[nodiscard]] std::optional<std::string> addressTrouble(const std::string &address);
/// Why the values of an object cannot be exported at all.
[[nodiscard]] std::optional<std::string> attributeTrouble(const Json &values);

} // namespace cloudsync::lab
