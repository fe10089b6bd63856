// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cloudsync::lab {

/// A value while an expression is worked out: no item is null, several are a multi-valued attribute. Truth is "True" or "False".
using Values = std::vector<std::string>;

/// Gives the values of a source attribute.
using AttributeLookup = std::function<Values(const std::string &name)>;

struct ExpressionError {
    std::string why;        // one sentence
    std::size_t position = 0; // bytes from the start
};

/// The language of attribute mappings (graph.md section 7.4): [attr], "text", nested calls, backslash escapes.
class Expression {
public:
    /// Reads the text; nullopt with the place of the trouble.
    [[nodiscard]] static std::optional<Expression> parse(const std::string &text, ExpressionError &error);

    /// The value for one object; nullopt with a sentence where a function fails.
    [[nodiscard]] std::optional<Values> evaluate(const AttributeLookup &lookup, std::string &why) const;

    /// As attributeMappingSource.
    [[nodiscard]] Json toSource() const;
    /// Names of the source attributes that it reads.
    [[nodiscard]] std::vector<std::string> attributes() const;

    struct Node {
        enum class Kind { Attribute, Constant, Call, Absent } kind = Kind::Absent;
        std::string name; // attribute, text, or function (an operator is a call named by its sign)
        std::vector<Node> arguments;
        std::string text; // as written
    };

private:
    Node m_root;
};

struct FunctionParameter {
    const char *name;
    bool required;
    bool repeats;
    const char *type; // as attributeType
};
struct FunctionDefinition {
    const char *name;
    std::vector<FunctionParameter> parameters;
};
/// The functions that a mapping may use, for the schema's "functions" call and for the check of arguments.
[[nodiscard]] const std::vector<FunctionDefinition> &expressionFunctions();

/// Evaluates one call; in ExpressionFunctions.cpp.
[[nodiscard]] std::optional<Values> callFunction(const std::string &name, const std::vector<Values> &arguments, std::string &why);

} // namespace cloudsync::lab
