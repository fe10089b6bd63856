// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Metadata.h"

#include "tests/lab/tenant/Text.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <regex>
#include <set>
#include <sstream>

namespace cloudsync::lab {

namespace {

std::string bareName(const std::string &type)
{
    for (const std::string_view prefix : {"microsoft.graph.", "graph."}) {
        if (startsWith(type, prefix))
            return type.substr(prefix.size());
    }
    return type;
}

std::string below(const std::string &where, const std::string &name) { return where.empty() ? name : where + '.' + name; }

/// Complex types that are open by design. The open entity types (user, application ...) are open for extension properties only,
/// and the service refuses any other unknown name there.
bool takesAnyName(const std::string &typeName)
{
    static const std::set<std::string> names{"stringKeyObjectValuePair", "detailsInfo", "identity", "initiator",
                                             "provisionedIdentity",      "provisioningServicePrincipal",
                                             "provisioningSystem",       "publicInnerError", "userIdentity"};
    return names.count(typeName) != 0;
}

bool isAnnotation(const std::string &name)
{
    static const std::set<std::string> known{"odata.context", "odata.type", "odata.etag", "odata.id", "odata.editLink",
                                             "odata.count",   "odata.nextLink"};
    const std::size_t at = name.find('@');
    return at != std::string::npos && known.count(name.substr(at + 1)) != 0;
}

bool isExtensionName(const std::string &name)
{
    static const std::regex pattern("extension_[0-9a-fA-F]{32}_[A-Za-z0-9_]+");
    return std::regex_match(name, pattern);
}

} // namespace

bool Metadata::load(const std::filesystem::path &file, std::string &why)
{
    std::ifstream source(file);
    std::stringstream content;
    content << source.rdbuf();
    const auto parsed = source ? parseJson(content.str(), why) : std::nullopt;
    if (!parsed) {
        why = "The metadata file " + file.string() + " cannot be read. " + why;
        return false;
    }
    m_types = parsed->value("types", Json::object());
    m_enums = parsed->value("enums", Json::object());
    m_operations = parsed->value("boundOperations", Json::array());
    if (m_types.empty() || m_enums.empty() || m_operations.empty()) {
        why = "The metadata file " + file.string() + " holds no types, enums and operations.";
        return false;
    }
    return true;
}

std::optional<Mismatch> Metadata::check(const std::string &type, const Json &value, bool nullable) const
{
    return checkAt({}, type, value, nullable);
}

std::optional<Mismatch> Metadata::checkAction(const std::string &name, const Json &body) const
{
    if (!body.is_object())
        return Mismatch{{}, "The body of " + name + " must be an object."};
    for (const Json &operation : m_operations) {
        if (text(operation, "name") != name)
            continue;
        const Json &parameters = operation["parameters"];
        for (const auto &[member, value] : body.items()) {
            const Json *type = find(parameters, member);
            if (!type)
                return Mismatch{{}, "The parameter '" + member + "' does not exist on the action '" + name + "'."};
            if (auto mismatch = checkAt(member, type->get<std::string>(), value, true))
                return mismatch;
        }
        return std::nullopt;
    }
    return Mismatch{{}, "The metadata has no action '" + name + "'."};
}

bool Metadata::knowsMember(const std::string &enumeration, const std::string &member) const
{
    const std::vector<std::string> all = members(enumeration);
    return std::find(all.begin(), all.end(), member) != all.end();
}

std::vector<std::string> Metadata::members(const std::string &enumeration) const
{
    const Json *found = find(m_enums, enumeration);
    return found ? found->at("members").get<std::vector<std::string>>() : std::vector<std::string>{};
}

std::optional<Mismatch> Metadata::checkAt(const std::string &where, const std::string &type, const Json &value,
                                          bool nullable) const
{
    if (startsWith(type, "Collection(")) {
        // A collection is never null itself; the published "nullable" speaks of its items, and the service takes null as empty.
        if (value.is_null() && nullable)
            return std::nullopt;
        if (!value.is_array())
            return Mismatch{where, "A list of " + type.substr(11, type.size() - 12) + " was expected."};
        const std::string item = type.substr(11, type.size() - 12);
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (auto mismatch = checkAt(where + '[' + std::to_string(i) + ']', item, value[i], false))
                return mismatch;
        }
        return std::nullopt;
    }
    if (value.is_null()) {
        if (nullable)
            return std::nullopt;
        return Mismatch{where, "Null is not allowed for a value of type " + type + '.'};
    }
    if (startsWith(type, "Edm."))
        return checkPrimitive(where, type, value);
    const std::string name = bareName(type);
    if (m_enums.contains(name))
        return checkEnum(where, name, value);
    return checkObject(where, name, value);
}

std::optional<Mismatch> Metadata::checkPrimitive(const std::string &where, const std::string &type, const Json &value) const
{
    const auto wrong = [&] {
        return Mismatch{where, "Cannot convert the value '" + compact(value).substr(0, 80) + "' to the type '" + type + "'."};
    };
    if (type == "Edm.Boolean")
        return value.is_boolean() ? std::nullopt : std::optional(wrong());
    if (type == "Edm.Int32" || type == "Edm.Int64") {
        if (!value.is_number_integer())
            return wrong();
        const auto number = value.get<long long>();
        const bool fits = type == "Edm.Int64"
            || (number >= std::numeric_limits<std::int32_t>::min() && number <= std::numeric_limits<std::int32_t>::max());
        return fits ? std::nullopt : std::optional(wrong());
    }
    if (!value.is_string())
        return wrong();
    const std::string content = value.get<std::string>();
    if (type == "Edm.Guid")
        return isGuid(content) ? std::nullopt : std::optional(wrong());
    if (type == "Edm.DateTimeOffset")
        return readTime(content) ? std::nullopt : std::optional(wrong());
    if (type == "Edm.Duration") {
        static const std::regex pattern("-?P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
        return std::regex_match(content, pattern) && content.back() != 'P' && content.back() != 'T' ? std::nullopt
                                                                                                     : std::optional(wrong());
    }
    if (type == "Edm.TimeOfDay") {
        static const std::regex pattern("\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?");
        return std::regex_match(content, pattern) ? std::nullopt : std::optional(wrong());
    }
    return type == "Edm.String" ? std::nullopt : std::optional(wrong());
}

std::optional<Mismatch> Metadata::checkEnum(const std::string &where, const std::string &name, const Json &value) const
{
    const Json &definition = *find(m_enums, name);
    if (value.is_string()) {
        const std::string content = value.get<std::string>();
        // A flags enum takes several members, "Add, Update, Delete".
        const std::vector<std::string> parts = flag(definition, "flags") ? split(content, ',') : std::vector{content};
        if (std::all_of(parts.begin(), parts.end(), [&](const std::string &part) { return knowsMember(name, trimmed(part)); }))
            return std::nullopt;
    }
    return Mismatch{where,
                    "The value '" + compact(value).substr(0, 80) + "' is no member of the enumeration microsoft.graph." + name + '.'};
}

std::optional<Mismatch> Metadata::checkObject(const std::string &where, const std::string &name, const Json &value) const
{
    if (!m_types.contains(name))
        return Mismatch{where, "The metadata has no type microsoft.graph." + name + '.'};
    if (!value.is_object())
        return Mismatch{where, "An object of type microsoft.graph." + name + " was expected."};
    for (const auto &[member, content] : value.items()) {
        if (isAnnotation(member)) {
            if (member == "@odata.type" && content != "#microsoft.graph." + name)
                return Mismatch{where, "The value of @odata.type does not fit microsoft.graph." + name + '.'};
            continue;
        }
        const Json *definition = property(name, member);
        if (!definition) {
            if (takesAnyName(name) || (flag(m_types[name], "open") && isExtensionName(member)))
                continue;
            return Mismatch{where,
                            "The property '" + member + "' does not exist on the type 'microsoft.graph." + name + "'."};
        }
        const bool nullable = flag(*definition, "nullable", true);
        if (auto mismatch = checkAt(below(where, member), text(*definition, "type"), content, nullable))
            return mismatch;
    }
    return std::nullopt;
}

const Json *Metadata::property(const std::string &typeName, const std::string &name) const
{
    for (std::string current = typeName; !current.empty();) {
        const Json *type = find(m_types, current);
        if (!type)
            return nullptr;
        for (const char *kind : {"properties", "navigation"}) {
            if (const Json *found = find((*type)[kind], name))
                return found;
        }
        current = bareName(text(*type, "base"));
    }
    return nullptr;
}

} // namespace cloudsync::lab
