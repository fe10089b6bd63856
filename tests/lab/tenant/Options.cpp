// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Options.h"

#include "tests/lab/tenant/Roles.h"
#include "tests/lab/tenant/Text.h"

#include <fstream>
#include <functional>
#include <map>
#include <sstream>

namespace cloudsync::lab {

namespace {

Json user(const std::string &name, const std::string &displayName, const Json &roles)
{
    return {{"userPrincipalName", name}, {"displayName", displayName}, {"roles", roles}, {"eligibleRoles", Json::array()}};
}

std::optional<Json> readFile(const std::filesystem::path &file, std::string &why)
{
    std::ifstream source(file);
    std::stringstream content;
    content << source.rdbuf();
    auto parsed = source ? parseJson(content.str(), why) : std::nullopt;
    if (!parsed || !parsed->is_object()) {
        why = "The file " + file.string() + " holds no JSON object. " + why;
        return std::nullopt;
    }
    return parsed;
}

DirectorySource readDirectory(const Json &entry)
{
    return {text(entry, "uri"), text(entry, "caFile"), text(entry, "user"), text(entry, "passwordFile"), text(entry, "jsonFile")};
}

} // namespace

Json defaultConfig()
{
    const std::string tenant = "contoso.onmicrosoft.com";
    Json guest = user("guest_fabrikam.com#EXT#@" + tenant, "Gita Guest", Json::array());
    guest["signInName"] = "guest@fabrikam.com";
    guest["userType"] = "Guest";
    Json eligible = user("eligible@" + tenant, "Elin Eligible", Json::array());
    eligible["eligibleRoles"] = Json::array({roles::hybridIdentityAdministrator});
    return {
        {"displayName", "Contoso"},
        {"countryLetterCode", "US"},
        {"domains", Json::array({{{"id", tenant}, {"isInitial", true}}, {{"id", "contoso.com"}, {"isDefault", true}}})},
        {"users",
         Json::array({user("admin@" + tenant, "Ada Admin", Json::array({roles::hybridIdentityAdministrator})),
                      user("global@" + tenant, "Gwen Global", Json::array({roles::globalAdministrator})),
                      user("reader@" + tenant, "Rita Reader", Json::array()), eligible, guest})},
        {"applications",
         Json::array({{{"clientId", "5d1c7c0e-9a8e-4c53-8a39-1b7d2e6f4a10"},
                       {"displayName", "Cloud Sync Setup"},
                       {"publicClient", true},
                       {"redirectUris", Json::array({"http://localhost"})},
                       {"delegated",
                        Json::array({"Organization.Read.All", "Organization.ReadWrite.All", "Domain.Read.All", "Directory.Read.All",
                                     "Application.ReadWrite.All", "Synchronization.ReadWrite.All", "AuditLog.Read.All",
                                     "OnPremisesPublishingProfiles.ReadWrite.All", "OnPremDirectorySynchronization.ReadWrite.All",
                                     "User.Read", "User.ReadWrite.All", "LicenseAssignment.ReadWrite.All",
                                     "RoleEligibilitySchedule.Read.Directory"})},
                       {"roles",
                        Json::array({"Organization.ReadWrite.All", "Domain.Read.All", "Directory.Read.All", "Application.ReadWrite.All",
                                     "Synchronization.ReadWrite.All", "AuditLog.Read.All", "OnPremisesPublishingProfiles.ReadWrite.All",
                                     "OnPremDirectorySynchronization.ReadWrite.All", "User.ReadWrite.All",
                                     "LicenseAssignment.ReadWrite.All"})},
                       {"consent", "granted"}}})},
        {"skus",
         Json::array({{{"skuId", "078d2b04-f1bd-4111-bbd4-b4b1b354cef4"}, {"skuPartNumber", "AAD_PREMIUM"}, {"enabled", 25},
                       {"plans", Json::array({{{"id", "41781fb2-bc02-4b7c-bd55-b576c07bb09d"}, {"name", "AAD_PREMIUM"}}})}}})},
        {"lag", {{"requests", 2}, {"milliseconds", 1000}}},
        {"cycle", {{"firstDelayMilliseconds", 1000}, {"intervalSeconds", 120}}},
        {"onDemand", {{"enforceScope", true}, {"limit", 5}, {"windowSeconds", 10}}},
        {"pageSize", 100},
        {"policy",
         {{"accessTokenSeconds", 3599}, {"codeSeconds", 600}, {"deviceCodeSeconds", 900}, {"deviceIntervalSeconds", 5},
          {"refreshTokenSeconds", 7776000}, {"verificationCode", "246810"}, {"mfa", false}, {"block", nullptr}, {"claims", nullptr},
          {"refreshRevoked", false}, {"users", Json::object()}}},
    };
}

std::optional<Options> readOptions(const std::vector<std::string> &arguments, std::string &why)
{
    Options options;
    DirectorySource directory;
    std::string tenantName;
    std::filesystem::path configFile;
    const std::map<std::string, std::function<bool(const std::string &)>> known{
        {"--state", [&](const std::string &v) { options.state = v; return true; }},
        {"--address", [&](const std::string &v) { options.address = v; return true; }},
        {"--port", [&](const std::string &v) {
             options.port = v.find_first_not_of("0123456789") == std::string::npos && v.size() < 6 ? std::stoi(v) : -1;
             return !v.empty() && options.port >= 0 && options.port < 65536;
         }},
        {"--metadata", [&](const std::string &v) { options.metadata = v; return true; }},
        {"--config", [&](const std::string &v) { configFile = v; return true; }},
        {"--tenant-name", [&](const std::string &v) { tenantName = v; return true; }},
        {"--app-certificate", [&](const std::string &v) { options.appCertificate = v; return true; }},
        {"--directory-uri", [&](const std::string &v) { directory.uri = v; return true; }},
        {"--directory-ca", [&](const std::string &v) { directory.caFile = v; return true; }},
        {"--directory-user", [&](const std::string &v) { directory.user = v; return true; }},
        {"--directory-password-file", [&](const std::string &v) { directory.passwordFile = v; return true; }},
        {"--directory-json", [&](const std::string &v) { directory.jsonFile = v; return true; }},
    };
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const auto found = known.find(arguments[i]);
        if (found == known.end() || i + 1 == arguments.size() || !found->second(arguments[i + 1])) {
            why = "The option " + arguments[i] + " is unknown, lacks its value, or has a wrong one.";
            return std::nullopt;
        }
    }
    if (options.state.empty() || options.metadata.empty()) {
        why = "Both --state and --metadata are needed.";
        return std::nullopt;
    }
    options.config = defaultConfig();
    if (!configFile.empty()) {
        const auto overlay = readFile(configFile, why);
        if (!overlay)
            return std::nullopt;
        // Objects merge, lists and values replace.
        options.config.merge_patch(*overlay);
    }
    if (!tenantName.empty()) {
        for (Json &domain : options.config["domains"]) {
            if (flag(domain, "isInitial"))
                domain["id"] = tenantName;
        }
        for (Json &entry : options.config["users"]) {
            const std::string name = text(entry, "userPrincipalName");
            if (endsWith(name, "@contoso.onmicrosoft.com"))
                entry["userPrincipalName"] = name.substr(0, name.rfind('@') + 1) + tenantName;
        }
    }
    if (!directory.uri.empty() || !directory.jsonFile.empty())
        options.directories.push_back(directory);
    for (const Json &entry : list(options.config, "directories"))
        options.directories.push_back(readDirectory(entry));
    return options;
}

} // namespace cloudsync::lab
