// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/SchemaRules.h"

#include "tests/lab/tenant/Expression.h"
#include "tests/lab/tenant/Text.h"

#include <algorithm>
#include <set>

namespace cloudsync::lab {

namespace {

const Json *named(const Json &items, const std::string &name)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const Json &entry) { return same(text(entry, "name"), name); });
    return found == items.end() ? nullptr : &*found;
}

std::optional<std::string> sourceTrouble(const Json &mapping, const Json &sourceObject)
{
    const std::string target = text(mapping, "targetAttributeName");
    const Json *source = find(mapping, "source");
    if (!source || source->is_null())
        return std::nullopt; // a mapping of kind "None"
    const std::string type = text(*source, "type", "Attribute");
    std::vector<std::string> read;
    if (type == "Attribute") {
        const std::string name = text(*source, "name");
        const std::string expression = text(*source, "expression");
        if (name.empty())
            return "The mapping to '" + target + "' names no source attribute.";
        if (!expression.empty() && !same(expression, '[' + name + ']'))
            return "The mapping to '" + target + "' has an expression that differs from its source attribute.";
        read.push_back(name);
    } else if (type == "Function") {
        ExpressionError error;
        const auto expression = Expression::parse(text(*source, "expression"), error);
        if (!expression) {
            return "The expression of the mapping to '" + target + "' cannot be read at position " + std::to_string(error.position) + ": "
                + error.why;
        }
        read = expression->attributes();
    }
    for (const std::string &name : read) {
        if (!named(list(sourceObject, "attributes"), name)) {
            return "The source attribute '" + name + "' of the mapping to '" + target + "' is not defined on the object '"
                + text(sourceObject, "name") + "'.";
        }
    }
    return std::nullopt;
}

std::optional<std::string> scopeTrouble(const Json &mapping, const Json &sourceObject)
{
    const Json *scope = find(mapping, "scope");
    if (!scope || scope->is_null())
        return std::nullopt;
    for (const char *kind : {"groups", "inputFilterGroups", "categoryFilterGroups"}) {
        for (const Json &group : list(*scope, kind)) {
            for (const Json &clause : list(group, "clauses")) {
                const std::string sign = text(clause, "operatorName");
                const auto &all = filterOperators();
                const auto found = std::find_if(all.begin(), all.end(), [&](const FilterOperator &entry) { return sign == entry.id; });
                if (found == all.end())
                    return "There is no filter operator '" + sign + "'.";
                if (!named(list(sourceObject, "attributes"), text(clause, "sourceOperandName")))
                    return "The filter's attribute '" + text(clause, "sourceOperandName") + "' is not defined.";
                const Json *operand = find(clause, "targetOperand");
                if (!found->unary && (!operand || list(*operand, "values").empty()))
                    return "The filter operator '" + sign + "' needs a value.";
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> mappingTrouble(const Json &mapping, const Json &sourceDirectory, const Json &targetDirectory)
{
    const std::string name = text(mapping, "name");
    const Json *source = named(list(sourceDirectory, "objects"), text(mapping, "sourceObjectName"));
    const Json *target = named(list(targetDirectory, "objects"), text(mapping, "targetObjectName"));
    if (!source || !target)
        return "The object mapping '" + name + "' refers to an object that its directory does not define.";
    std::set<std::string> targets;
    for (const Json &entry : list(mapping, "attributeMappings")) {
        const std::string attribute = text(entry, "targetAttributeName");
        if (!named(list(*target, "attributes"), attribute))
            return "The target attribute '" + attribute + "' is not defined on the object '" + text(*target, "name") + "'.";
        if (!targets.insert(lower(attribute)).second)
            return "The target attribute '" + attribute + "' is mapped more than once in '" + name + "'.";
        if (auto trouble = sourceTrouble(entry, *source))
            return trouble;
    }
    return scopeTrouble(mapping, *source);
}

} // namespace

const std::vector<FilterOperator> &filterOperators()
{
    static const std::vector<FilterOperator> all{{"EQUALS", false},     {"NOT EQUALS", false},  {"IS NULL", true},
                                                 {"IS NOT NULL", true}, {"IS TRUE", true},      {"IS FALSE", true},
                                                 {"REGEX MATCH", false}, {"NOT REGEX MATCH", false}};
    return all;
}

std::optional<std::string> schemaTrouble(const Json &schema)
{
    const Json &directories = list(schema, "directories");
    if (directories.empty() || list(schema, "synchronizationRules").empty())
        return "A schema needs its directories and its rules: what is left out would be lost.";
    std::set<std::string> rules;
    for (const Json &rule : list(schema, "synchronizationRules")) {
        if (text(rule, "id").empty() || !rules.insert(text(rule, "id")).second)
            return "Every rule needs an id of its own.";
        const Json *source = named(directories, text(rule, "sourceDirectoryName"));
        const Json *target = named(directories, text(rule, "targetDirectoryName"));
        if (!source || !target)
            return "The rule '" + text(rule, "name") + "' refers to a directory that the schema does not define.";
        std::set<std::pair<std::string, std::string>> pairs;
        for (const Json &mapping : list(rule, "objectMappings")) {
            if (!pairs.insert({text(mapping, "sourceObjectName"), text(mapping, "targetObjectName")}).second)
                return "The rule '" + text(rule, "name") + "' maps '" + text(mapping, "sourceObjectName") + "' more than once.";
            if (auto trouble = mappingTrouble(mapping, *source, *target))
                return trouble;
        }
    }
    return std::nullopt;
}

} // namespace cloudsync::lab
