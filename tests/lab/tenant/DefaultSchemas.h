// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"

#include <string>
#include <vector>

namespace cloudsync::lab {

inline constexpr const char *provisioningRuleId = "6c409270-f78a-4bc6-af23-7cf3ab6482fe";

/// Templates of jobs that a service principal made from the application template offers.
[[nodiscard]] std::vector<std::string> jobTemplatesOf(const std::string &applicationTemplateId);
/// What a job of the template is for, one sentence.
[[nodiscard]] std::string jobTemplateDescription(const std::string &templateId);
/// The schema that a job of the template starts with; `schemaId` becomes its id.
[[nodiscard]] Json defaultSchema(const std::string &templateId, const std::string &schemaId);

/// An attributeDefinition with every property that the service returns.
[[nodiscard]] Json attributeDefinition(const std::string &name, const std::string &type, bool multivalued);

} // namespace cloudsync::lab
