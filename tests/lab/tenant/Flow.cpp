// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Flow.h"

#include "tests/lab/tenant/Text.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

std::string tenantKind(const std::string &targetObjectName) { return lower(targetObjectName); }

Values valuesOf(const SourceObject &object, const std::string &name)
{
    const auto found = object.attributes.find(lower(name));
    return found == object.attributes.end() ? Values{} : found->second;
}

Json asJson(const Values &values, const std::string &type, bool multivalued)
{
    const auto item = [&](const std::string &content) -> Json {
        if (type == "Boolean")
            return same(content, "True") || content == "1";
        return type == "Binary" ? base64(content) : content;
    };
    if (multivalued) {
        Json out = Json::array();
        for (const std::string &entry : values)
            out.push_back(item(entry));
        return out;
    }
    return values.empty() || (values.front().empty() && type != "Boolean") ? Json(nullptr) : item(values.front());
}

bool clauseHolds(const std::string &sign, const Values &values, const Values &operands)
{
    const std::string content = values.empty() ? std::string() : values.front();
    const auto matches = [&] {
        try { // a wrong pattern is told by an exception alone
            return std::regex_search(content, std::regex(operands.empty() ? std::string() : operands.front()));
        } catch (const std::regex_error &) {
            return false;
        }
    };
    const auto equals = [&] {
        return std::any_of(operands.begin(), operands.end(), [&](const std::string &operand) { return same(operand, content); });
    };
    if (sign == "EQUALS")
        return equals();
    if (sign == "NOT EQUALS")
        return !equals();
    if (sign == "IS NULL")
        return content.empty();
    if (sign == "IS NOT NULL")
        return !content.empty();
    if (sign == "IS TRUE")
        return same(content, "TRUE");
    if (sign == "IS FALSE")
        return !same(content, "TRUE");
    return sign == "REGEX MATCH" ? matches() : !matches();
}

} // namespace

ObjectMapper::ObjectMapper(const Json &objectMapping, const Json &targetObject)
    : m_sourceKind(text(objectMapping, "sourceObjectName"))
    , m_kind(tenantKind(text(objectMapping, "targetObjectName")))
    , m_enabled(flag(objectMapping, "enabled", true))
{
    for (const std::string &entry : split(text(objectMapping, "flowTypes"), ','))
        m_flowTypes.insert(trimmed(entry));
    for (const Json &mapping : list(objectMapping, "attributeMappings")) {
        Target target;
        target.name = text(mapping, "targetAttributeName");
        target.flowType = text(mapping, "flowType", "Always");
        target.hasDefault = find(mapping, "defaultValue") && mapping["defaultValue"].is_string() && !text(mapping, "defaultValue").empty();
        target.defaultValue = text(mapping, "defaultValue");
        for (const Json &definition : list(targetObject, "attributes")) {
            if (same(text(definition, "name"), target.name)) {
                target.type = text(definition, "type");
                target.multivalued = flag(definition, "multivalued");
            }
        }
        const Json *source = find(mapping, "source");
        if (!source || source->is_null())
            continue;
        const std::string type = text(*source, "type", "Attribute");
        if (same(target.name, "CredentialData")) {
            m_mapsPasswordHash = m_mapsPasswordHash || (type == "Attribute" && same(text(*source, "name"), "PasswordHash"));
            continue; // flows with the password hash job
        }
        ExpressionError error;
        if (type == "Constant") {
            target.isConstant = true;
            target.constant = text(*source, "name");
            if (target.constant.empty()) {
                const auto written = Expression::parse(text(*source, "expression"), error);
                std::string why;
                const auto values = written ? written->evaluate([](const std::string &) { return Values{}; }, why) : std::nullopt;
                target.constant = values && !values->empty() ? values->front() : text(*source, "expression");
            }
        } else {
            target.expression = Expression::parse(type == "Attribute" ? '[' + text(*source, "name") + ']' : text(*source, "expression"), error);
        }
        m_targets.push_back(std::move(target));
    }
    const Json *scope = find(objectMapping, "scope");
    if (scope && scope->is_object()) {
        m_groups = readGroups(list(*scope, "groups"));
        m_inputGroups = readGroups(list(*scope, "inputFilterGroups"));
    }
}

std::vector<ObjectMapper::Group> ObjectMapper::readGroups(const Json &groups)
{
    std::vector<Group> out;
    for (const Json &group : groups) {
        Group clauses;
        for (const Json &clause : list(group, "clauses")) {
            Clause read{text(clause, "sourceOperandName"), text(clause, "operatorName"), {}};
            const Json *operand = find(clause, "targetOperand");
            for (const Json &entry : operand ? list(*operand, "values") : Json::array())
                read.operands.push_back(entry.get<std::string>());
            clauses.push_back(std::move(read));
        }
        out.push_back(std::move(clauses));
    }
    return out;
}

bool ObjectMapper::passes(const std::vector<Group> &groups, const SourceObject &object)
{
    if (groups.empty())
        return true;
    return std::any_of(groups.begin(), groups.end(), [&](const Group &clauses) {
        return std::all_of(clauses.begin(), clauses.end(), [&](const Clause &clause) {
            return clauseHolds(clause.sign, valuesOf(object, clause.attribute), clause.operands);
        });
    });
}

bool ObjectMapper::passesScope(const SourceObject &object) const { return passes(m_groups, object); }
bool ObjectMapper::passesInputFilter(const SourceObject &object) const { return passes(m_inputGroups, object); }

std::set<std::string> ObjectMapper::attributes() const
{
    std::set<std::string> out;
    for (const Target &target : m_targets) {
        if (!target.expression)
            continue;
        for (const std::string &name : target.expression->attributes())
            out.insert(name);
    }
    for (const auto *groups : {&m_groups, &m_inputGroups}) {
        for (const Group &clauses : *groups) {
            for (const Clause &clause : clauses)
                out.insert(clause.attribute);
        }
    }
    return out;
}

FlowedObject ObjectMapper::map(const SourceObject &object) const
{
    FlowedObject out;
    out.sourceKind = m_sourceKind;
    out.kind = m_kind;
    out.dn = object.dn;
    out.guid = guidText(object.first("objectguid"));
    out.name = object.first("displayname").empty() ? object.first("cn") : object.first("displayname");
    const std::string passwordSet = object.first("pwdlastset");
    out.passwordSet = passwordSet.empty() ? -1 : std::strtoll(passwordSet.c_str(), nullptr, 10);
    for (const Target &target : m_targets) {
        Values values;
        if (target.isConstant) {
            values = {target.constant};
        } else if (target.expression) {
            std::string why;
            const auto found = target.expression->evaluate([&](const std::string &name) { return valuesOf(object, name); }, why);
            if (!found) {
                out.trouble = "The mapping to '" + target.name + "' failed: " + why;
                out.troubleCode = "AttributeMappingEvaluationError";
                continue;
            }
            values = *found;
        }
        if (target.flowType == "ObjectAddOnly")
            out.onlyAtCreation.insert(target.name);
        if (target.type == "Reference") {
            out.references[target.name] = values;
            continue;
        }
        out.values[target.name] = asJson(values, target.type, target.multivalued);
        if (target.hasDefault)
            out.defaults[target.name] = asJson({target.defaultValue}, target.type, target.multivalued);
        if (same(target.name, "sourceAnchor"))
            out.anchor = values.empty() ? std::string() : values.front();
    }
    if (out.anchor.empty())
        out.anchor = base64(object.first("objectguid"));
    return out;
}

RuleScope::RuleScope(const Json &rule, const std::vector<SourceObject> &all)
{
    const Json containers = rule.value("containerFilter", Json());
    for (const Json &entry : list(containers, "includedContainers"))
        m_containers.push_back(entry.get<std::string>());
    const Json groups = rule.value("groupFilter", Json());
    for (const Json &entry : list(groups, "includedGroups"))
        m_groups.insert(comparableDn(entry.get<std::string>()));
    if (m_groups.empty())
        return;
    for (const SourceObject &object : all) {
        const std::string name = comparableDn(object.dn);
        if (m_groups.count(name) == 0)
            continue;
        m_admitted.insert(name);
        const auto members = object.attributes.find("member");
        for (const std::string &member : members == object.attributes.end() ? Values{} : members->second)
            m_admitted.insert(comparableDn(member));
    }
}

bool RuleScope::admits(const SourceObject &object) const
{
    const bool inContainer = m_containers.empty()
        || std::any_of(m_containers.begin(), m_containers.end(), [&](const std::string &container) { return isBelow(object.dn, container); });
    return inContainer && (m_groups.empty() || m_admitted.count(comparableDn(object.dn)) != 0);
}

bool isExcluded(const SourceObject &object)
{
    // A replication victim is renamed to "name\0ACNF:guid" ([MS-ADTS] 3.1.1.5.1.2); the text form escapes the line feed.
    return object.isTrue("iscriticalsystemobject") || object.dn.find("\\0ACNF:") != std::string::npos
        || startsWith(object.first("samaccountname"), "$DUPLICATE-");
}

} // namespace cloudsync::lab
