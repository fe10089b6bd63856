// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

/// The stand-in tenant: an independent model of Microsoft Entra sign-in and Microsoft Graph. It shares no code with the product.
namespace cloudsync::lab {

/// Keeps the order of members, as the service does.
using Json = nlohmann::ordered_json;

/// The member, or nullptr where the value is no object or lacks it.
[[nodiscard]] const Json *find(const Json &object, std::string_view name);

/// The member as text; the fallback where it is absent or no string.
[[nodiscard]] std::string text(const Json &object, std::string_view name, std::string_view fallback = {});
[[nodiscard]] bool flag(const Json &object, std::string_view name, bool fallback = false);
[[nodiscard]] long long number(const Json &object, std::string_view name, long long fallback = 0);
/// The member as a list; an empty list where it is absent or no array.
[[nodiscard]] const Json &list(const Json &object, std::string_view name);

/// Parses one document. Refuses a name that stands twice in one object: a strict reader must not choose between the two.
[[nodiscard]] std::optional<Json> parseJson(std::string_view document, std::string &why);

/// One line of JSON, invalid UTF-8 replaced.
[[nodiscard]] std::string compact(const Json &value);

} // namespace cloudsync::lab
