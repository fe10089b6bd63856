// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Expression.h"
#include "tests/lab/tenant/SourceDirectory.h"

#include <map>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace cloudsync::lab {

/// What the mappings make of one object.
struct FlowedObject {
    std::string sourceKind; // "user"
    std::string kind;       // "user", "group", "contact", "device" of the tenant
    std::string dn, guid, anchor, name;
    Json values = Json::object();              // target attribute -> text, truth or list
    std::map<std::string, Values> references;  // target attribute -> names of the objects
    std::set<std::string> onlyAtCreation;      // target attributes that later cycles leave alone
    Json defaults = Json::object();            // target attribute -> value for a new object without one
    std::string trouble, troubleCode;          // why the object cannot be exported at all
    long long passwordSet = 0;                 // pwdLastSet
};

/// One objectMapping of a schema, ready for many objects.
class ObjectMapper {
public:
    ObjectMapper(const Json &objectMapping, const Json &targetObject);

    [[nodiscard]] const std::string &sourceKind() const { return m_sourceKind; }
    [[nodiscard]] const std::string &kind() const { return m_kind; }
    [[nodiscard]] bool enabled() const { return m_enabled; }
    [[nodiscard]] bool allows(const std::string &flowType) const { return m_flowTypes.count(flowType) != 0; }
    /// True where CredentialData is mapped from the password hash (graph.md section 7.5).
    [[nodiscard]] bool mapsPasswordHash() const { return m_mapsPasswordHash; }
    /// Source attributes that must be read.
    [[nodiscard]] std::set<std::string> attributes() const;

    /// Attribute conditions that de-provision what fails them.
    [[nodiscard]] bool passesScope(const SourceObject &object) const;
    /// Attribute conditions that only hold new objects back.
    [[nodiscard]] bool passesInputFilter(const SourceObject &object) const;
    [[nodiscard]] FlowedObject map(const SourceObject &object) const;

private:
    struct Target {
        std::string name, type, flowType, constant, defaultValue;
        bool multivalued = false, isConstant = false, hasDefault = false;
        std::optional<Expression> expression;
    };
    struct Clause {
        std::string attribute, sign;
        Values operands;
    };
    using Group = std::vector<Clause>;
    static std::vector<Group> readGroups(const Json &groups);
    static bool passes(const std::vector<Group> &groups, const SourceObject &object);

    std::string m_sourceKind, m_kind;
    bool m_enabled = true, m_mapsPasswordHash = false;
    std::set<std::string> m_flowTypes;
    std::vector<Target> m_targets;
    std::vector<Group> m_groups, m_inputGroups;
};

/// What a rule's containers and groups let in. Groups admit themselves and their direct members alone.
class RuleScope {
public:
    /// `all`: the objects of the domain, to find the members of the groups.
    RuleScope(const Json &rule, const std::vector<SourceObject> &all);
    [[nodiscard]] bool admits(const SourceObject &object) const;
    [[nodiscard]] bool byGroup() const { return !m_groups.empty(); }

private:
    std::vector<std::string> m_containers;
    std::set<std::string> m_groups;   // comparable names
    std::set<std::string> m_admitted; // comparable names of groups and members
};

/// Objects that never synchronise: critical system objects and victims of replication conflicts.
[[nodiscard]] bool isExcluded(const SourceObject &object);

} // namespace cloudsync::lab
