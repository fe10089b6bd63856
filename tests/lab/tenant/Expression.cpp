// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Expression.h"

#include "tests/lab/tenant/Text.h"

#include <algorithm>
#include <array>

namespace cloudsync::lab {

namespace {

using Node = Expression::Node;

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Reader {
public:
    Reader(const std::string &source, ExpressionError &error)
        : m_source(source)
        , m_error(error)
    {
    }

    std::optional<Node> readAll()
    {
        auto node = readBinary(0);
        if (!node)
            return std::nullopt;
        skipBlanks();
        if (m_at != m_source.size())
            return fail("Nothing more was expected here.");
        return node;
    }

private:
    std::optional<Node> fail(const std::string &why)
    {
        m_error = {why, m_at};
        return std::nullopt;
    }

    void skipBlanks()
    {
        while (m_at < m_source.size() && (m_source[m_at] == ' ' || m_source[m_at] == '\t' || m_source[m_at] == '\n' || m_source[m_at] == '\r'))
            ++m_at;
    }

    std::string operatorHere(std::size_t level)
    {
        static const std::array<std::vector<std::string>, 3> levels{
            std::vector<std::string>{"||"}, {"&&"}, {"==", "!=", "<>", "<=", ">=", "=", "<", ">"}};
        skipBlanks();
        for (const std::string &sign : levels[level]) {
            if (m_source.compare(m_at, sign.size(), sign) == 0)
                return sign;
        }
        return {};
    }

    std::optional<Node> readBinary(std::size_t level)
    {
        if (level == 3)
            return readPrimary();
        skipBlanks();
        const std::size_t begin = m_at;
        auto left = readBinary(level + 1);
        if (!left)
            return std::nullopt;
        for (std::string sign = operatorHere(level); !sign.empty(); sign = operatorHere(level)) {
            m_at += sign.size();
            auto right = readBinary(level + 1);
            if (!right)
                return std::nullopt;
            Node node;
            node.kind = Node::Kind::Call;
            node.name = sign;
            node.arguments = {std::move(*left), std::move(*right)};
            node.text = m_source.substr(begin, m_at - begin);
            left = std::move(node);
        }
        return left;
    }

    std::optional<Node> readPrimary()
    {
        skipBlanks();
        if (m_at == m_source.size())
            return fail("The expression ends too early.");
        const char c = m_source[m_at];
        if (c == '[')
            return readAttribute();
        if (c == '"')
            return readText();
        if (c == '(') {
            ++m_at;
            auto inner = readBinary(0);
            if (!inner)
                return std::nullopt;
            skipBlanks();
            if (m_at == m_source.size() || m_source[m_at] != ')')
                return fail("A closing parenthesis is missing.");
            ++m_at;
            return inner;
        }
        if ((c >= '0' && c <= '9') || c == '-')
            return readNumber();
        if (isNameChar(c))
            return readCall();
        return fail(std::string("The character '") + c + "' is not expected here.");
    }

    std::optional<Node> readAttribute()
    {
        const std::size_t end = m_source.find(']', m_at);
        if (end == std::string::npos)
            return fail("The closing bracket of an attribute is missing.");
        Node node;
        node.kind = Node::Kind::Attribute;
        node.name = trimmed(m_source.substr(m_at + 1, end - m_at - 1));
        node.text = m_source.substr(m_at, end + 1 - m_at);
        if (node.name.empty())
            return fail("The name of an attribute is missing.");
        m_at = end + 1;
        return node;
    }

    std::optional<Node> readText()
    {
        const std::size_t begin = m_at;
        Node node;
        node.kind = Node::Kind::Constant;
        for (++m_at; m_at < m_source.size(); ++m_at) {
            const char c = m_source[m_at];
            if (c == '"') {
                ++m_at;
                node.text = m_source.substr(begin, m_at - begin);
                return node;
            }
            const bool escape = c == '\\' && m_at + 1 < m_source.size() && (m_source[m_at + 1] == '"' || m_source[m_at + 1] == '\\');
            node.name.push_back(escape ? m_source[++m_at] : c);
        }
        m_at = begin;
        return fail("The closing quotation mark of a text is missing.");
    }

    std::optional<Node> readNumber()
    {
        const std::size_t begin = m_at;
        ++m_at;
        while (m_at < m_source.size() && ((m_source[m_at] >= '0' && m_source[m_at] <= '9') || m_source[m_at] == '.'))
            ++m_at;
        Node node;
        node.kind = Node::Kind::Constant;
        node.name = node.text = m_source.substr(begin, m_at - begin);
        return node;
    }

    std::optional<Node> readCall()
    {
        const std::size_t begin = m_at;
        while (m_at < m_source.size() && isNameChar(m_source[m_at]))
            ++m_at;
        Node node;
        node.kind = Node::Kind::Call;
        node.name = m_source.substr(begin, m_at - begin);
        skipBlanks();
        if (m_at == m_source.size() || m_source[m_at] != '(') {
            if (!same(node.name, "True") && !same(node.name, "False")) {
                m_at = begin;
                return fail("'" + node.name + "' is neither a call, an [attribute] nor a \"text\".");
            }
            node.kind = Node::Kind::Constant;
            node.text = node.name;
            return node;
        }
        ++m_at;
        skipBlanks();
        if (m_at < m_source.size() && m_source[m_at] == ')') {
            ++m_at;
        } else if (!readArguments(node)) {
            return std::nullopt;
        }
        node.text = m_source.substr(begin, m_at - begin);
        return checkCall(std::move(node), begin);
    }

    bool readArguments(Node &node)
    {
        while (true) {
            skipBlanks();
            if (m_at < m_source.size() && (m_source[m_at] == ',' || m_source[m_at] == ')')) {
                node.arguments.emplace_back(); // an argument that was left out
            } else {
                auto argument = readBinary(0);
                if (!argument)
                    return false;
                node.arguments.push_back(std::move(*argument));
            }
            skipBlanks();
            if (m_at == m_source.size() || (m_source[m_at] != ',' && m_source[m_at] != ')')) {
                m_error = {"A comma or a closing parenthesis is missing.", m_at};
                return false;
            }
            if (m_source[m_at++] == ')')
                return true;
        }
    }

    std::optional<Node> checkCall(Node node, std::size_t begin)
    {
        const auto &all = expressionFunctions();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const FunctionDefinition &entry) { return same(entry.name, node.name); });
        m_error.position = begin;
        if (found == all.end()) {
            m_error.why = "There is no function '" + node.name + "'.";
            return std::nullopt;
        }
        const auto &parameters = found->parameters;
        const auto required = static_cast<std::size_t>(
            std::count_if(parameters.begin(), parameters.end(), [](const FunctionParameter &entry) { return entry.required; }));
        const bool open = std::any_of(parameters.begin(), parameters.end(), [](const FunctionParameter &entry) { return entry.repeats; });
        if (node.arguments.size() < required || (!open && node.arguments.size() > parameters.size())) {
            m_error.why = "'" + node.name + "' takes " + (open ? "at least " : "") + std::to_string(required) + " argument(s), not "
                + std::to_string(node.arguments.size()) + '.';
            return std::nullopt;
        }
        node.name = found->name;
        return node;
    }

    const std::string &m_source;
    ExpressionError &m_error;
    std::size_t m_at = 0;
};

std::optional<Values> valuesOf(const Node &node, const AttributeLookup &lookup, std::string &why)
{
    switch (node.kind) {
    case Node::Kind::Absent:
        return Values{};
    case Node::Kind::Constant:
        return Values{node.name};
    case Node::Kind::Attribute:
        return lookup(node.name);
    case Node::Kind::Call:
        break;
    }
    // IIF works out only the branch that it takes, so that Error() in the other does not strike.
    if (node.name == "IIF") {
        const auto condition = valuesOf(node.arguments[0], lookup, why);
        if (!condition)
            return std::nullopt;
        return valuesOf(node.arguments[!condition->empty() && same(condition->front(), "True") ? 1 : 2], lookup, why);
    }
    std::vector<Values> arguments;
    for (const Node &argument : node.arguments) {
        auto values = valuesOf(argument, lookup, why);
        if (!values)
            return std::nullopt;
        arguments.push_back(std::move(*values));
    }
    return callFunction(node.name, arguments, why);
}

std::string parameterName(const Node &call, std::size_t index)
{
    const auto &all = expressionFunctions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const FunctionDefinition &entry) { return call.name == entry.name; });
    if (found == all.end() || found->parameters.empty())
        return "value" + std::to_string(index + 1);
    return found->parameters[std::min(index, found->parameters.size() - 1)].name;
}

Json sourceOf(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Absent:
        return nullptr;
    case Node::Kind::Constant:
        return {{"expression", node.text}, {"name", node.name}, {"type", "Constant"}, {"parameters", Json::array()}};
    case Node::Kind::Attribute:
        return {{"expression", node.text}, {"name", node.name}, {"type", "Attribute"}, {"parameters", Json::array()}};
    case Node::Kind::Call:
        break;
    }
    Json parameters = Json::array();
    for (std::size_t i = 0; i < node.arguments.size(); ++i)
        parameters.push_back({{"key", parameterName(node, i)}, {"value", sourceOf(node.arguments[i])}});
    return {{"expression", node.text}, {"name", node.name}, {"type", "Function"}, {"parameters", parameters}};
}

void collect(const Node &node, std::vector<std::string> &names)
{
    if (node.kind == Node::Kind::Attribute)
        names.push_back(node.name);
    for (const Node &argument : node.arguments)
        collect(argument, names);
}

} // namespace

std::optional<Expression> Expression::parse(const std::string &text, ExpressionError &error)
{
    auto root = Reader(text, error).readAll();
    if (!root)
        return std::nullopt;
    Expression expression;
    expression.m_root = std::move(*root);
    return expression;
}

std::optional<Values> Expression::evaluate(const AttributeLookup &lookup, std::string &why) const
{
    return valuesOf(m_root, lookup, why);
}

Json Expression::toSource() const { return sourceOf(m_root); }

std::vector<std::string> Expression::attributes() const
{
    std::vector<std::string> names;
    collect(m_root, names);
    return names;
}

} // namespace cloudsync::lab
