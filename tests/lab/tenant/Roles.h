// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Template ids of Entra directory roles (published built-in roles list).
namespace cloudsync::lab::roles {

inline constexpr std::string_view globalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
inline constexpr std::string_view hybridIdentityAdministrator = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2";
inline constexpr std::string_view applicationAdministrator = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
inline constexpr std::string_view cloudApplicationAdministrator = "158c047a-c907-4556-b7ef-446551a6b5f7";
inline constexpr std::string_view globalReader = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
inline constexpr std::string_view reportsReader = "4a5d8f65-41da-4de4-8968-e035b65339cf";
inline constexpr std::string_view securityReader = "5d6b6bb7-de71-4623-b4af-96380a352509";
inline constexpr std::string_view userAdministrator = "fe930be7-5e62-47db-91af-98c3a49a38b1";
inline constexpr std::string_view licenseAdministrator = "4d6ac14f-3453-41d0-bef9-a3e0c569773a";

/// The name shown for a role; empty for an id that the lab does not know.
[[nodiscard]] constexpr std::string_view displayName(std::string_view templateId)
{
    if (templateId == globalAdministrator)
        return "Global Administrator";
    if (templateId == hybridIdentityAdministrator)
        return "Hybrid Identity Administrator";
    if (templateId == applicationAdministrator)
        return "Application Administrator";
    if (templateId == cloudApplicationAdministrator)
        return "Cloud Application Administrator";
    if (templateId == globalReader)
        return "Global Reader";
    if (templateId == reportsReader)
        return "Reports Reader";
    if (templateId == securityReader)
        return "Security Reader";
    if (templateId == userAdministrator)
        return "User Administrator";
    if (templateId == licenseAdministrator)
        return "License Administrator";
    return {};
}

} // namespace cloudsync::lab::roles
