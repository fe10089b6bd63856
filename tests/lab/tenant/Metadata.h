// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cloudsync::lab {

/// Where and why a body does not match the published metadata.
struct Mismatch {
    std::string where; // "synchronizationRules[0].objectMappings[2]", empty for the body itself
    std::string why;   // one sentence that names the property, type or value
};

/// The published metadata of Graph beta, as far as graph-beta.json holds it: judges request bodies.
class Metadata {
public:
    [[nodiscard]] bool load(const std::filesystem::path &file, std::string &why);

    /// Judges a value against a type in the file's notation: "graph.synchronizationSchema", "Edm.String",
    /// "Collection(graph.synchronizationSecretKeyStringValuePair)".
    [[nodiscard]] std::optional<Mismatch> check(const std::string &type, const Json &value, bool nullable = true) const;

    /// Judges the body of an action: its parameters, each at most once, no other.
    [[nodiscard]] std::optional<Mismatch> checkAction(const std::string &name, const Json &body) const;

    /// True where the type or one of its bases has the property.
    [[nodiscard]] bool hasProperty(const std::string &typeName, const std::string &name) const
    {
        return property(typeName, name) != nullptr;
    }
    [[nodiscard]] bool knowsMember(const std::string &enumeration, const std::string &member) const;
    [[nodiscard]] std::vector<std::string> members(const std::string &enumeration) const;

private:
    std::optional<Mismatch> checkAt(const std::string &where, const std::string &type, const Json &value,
                                    bool nullable) const;
    std::optional<Mismatch> checkPrimitive(const std::string &where, const std::string &type, const Json &value) const;
    std::optional<Mismatch> checkEnum(const std::string &where, const std::string &name, const Json &value) const;
    std::optional<Mismatch> checkObject(const std::string &where, const std::string &name, const Json &value) const;
    [[nodiscard]] const Json *property(const std::string &typeName, const std::string &name) const;

    Json m_types = Json::object();
    Json m_enums = Json::object();
    Json m_operations = Json::array();
};

} // namespace cloudsync::lab
