// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Query.h"

#include "tests/lab/tenant/Text.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

const Json *at(const Json &object, const std::string &path)
{
    const Json *current = &object;
    for (const std::string &name : split(path, '/')) {
        current = find(*current, name);
        if (!current)
            return nullptr;
    }
    return current;
}

/// -1, 0, 1; nullopt where the two cannot be compared. Moments compare as moments.
std::optional<int> order(const Json &left, const Json &right, bool textCase)
{
    if (left.is_number() && right.is_number())
        return left.get<double>() < right.get<double>() ? -1 : left.get<double>() > right.get<double>() ? 1 : 0;
    if (left.is_boolean() && right.is_boolean())
        return static_cast<int>(left.get<bool>()) - static_cast<int>(right.get<bool>());
    if (left.is_string() && right.is_string()) {
        const auto a = left.get<std::string>(), b = right.get<std::string>();
        const auto timeA = readTime(a), timeB = readTime(b);
        if (timeA && timeB)
            return *timeA < *timeB ? -1 : *timeA > *timeB ? 1 : 0;
        const int compared = textCase ? a.compare(b) : lower(a).compare(lower(b));
        return compared < 0 ? -1 : compared > 0 ? 1 : 0;
    }
    if (left.is_null() && right.is_null())
        return 0;
    return std::nullopt;
}

} // namespace

class FilterReader {
public:
    FilterReader(const std::string &source, bool textCase, std::string &why)
        : m_source(source)
        , m_textCase(textCase)
        , m_why(why)
    {
    }

    std::optional<Filter> readAll()
    {
        Filter::Test test = readOr();
        skip();
        if (!test || m_at != m_source.size()) {
            if (m_why.empty())
                m_why = "Invalid filter clause near position " + std::to_string(m_at) + '.';
            return std::nullopt;
        }
        m_filter.m_test = std::move(test);
        return std::move(m_filter);
    }

private:
    void skip()
    {
        while (m_at < m_source.size() && m_source[m_at] == ' ')
            ++m_at;
    }

    std::string word()
    {
        skip();
        const std::size_t begin = m_at;
        while (m_at < m_source.size() && std::string_view(" ()',").find(m_source[m_at]) == std::string_view::npos)
            ++m_at;
        return m_source.substr(begin, m_at - begin);
    }

    bool keyword(const std::string &wanted)
    {
        const std::size_t before = m_at;
        if (word() == wanted)
            return true;
        m_at = before;
        return false;
    }

    bool sign(char wanted)
    {
        skip();
        if (m_at < m_source.size() && m_source[m_at] == wanted) {
            ++m_at;
            return true;
        }
        return false;
    }

    Filter::Test readOr()
    {
        Filter::Test left = readAnd();
        while (left && keyword("or")) {
            Filter::Test right = readAnd();
            if (!right)
                return {};
            left = [a = left, b = right](const Json &object) { return a(object) || b(object); };
        }
        return left;
    }

    Filter::Test readAnd()
    {
        Filter::Test left = readOne();
        while (left && keyword("and")) {
            Filter::Test right = readOne();
            if (!right)
                return {};
            left = [a = left, b = right](const Json &object) { return a(object) && b(object); };
        }
        return left;
    }

    Filter::Test readOne()
    {
        if (keyword("not")) {
            m_filter.m_advanced = true;
            Filter::Test inner = readOne();
            return inner ? Filter::Test([inner](const Json &object) { return !inner(object); }) : Filter::Test();
        }
        if (sign('(')) {
            Filter::Test inner = readOr();
            return inner && sign(')') ? inner : Filter::Test();
        }
        const std::string name = word();
        if (name.empty())
            return {};
        skip();
        if (m_at < m_source.size() && m_source[m_at] == '(')
            return readFunction(name);
        return readComparison(name);
    }

    std::string path(const std::string &name)
    {
        std::string out = name;
        if (!m_variable.empty() && (out == m_variable || startsWith(out, m_variable + '/')))
            return out == m_variable ? std::string(".") : out.substr(m_variable.size() + 1);
        m_filter.m_properties.push_back(split(out, '/').front());
        return out;
    }

    static const Json *resolve(const Json &object, const std::string &where) { return where == "." ? &object : at(object, where); }

    Filter::Test readFunction(const std::string &name)
    {
        sign('(');
        const std::string last = name.substr(name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1);
        if (last == "any" && name.size() > 4)
            return readAny(name.substr(0, name.size() - 4));
        if (name != "startswith" && name != "endswith" && name != "contains") {
            m_why = "The function '" + name + "' is not supported.";
            return {};
        }
        m_filter.m_advanced = m_filter.m_advanced || name == "endswith";
        const std::string where = path(word());
        if (!sign(','))
            return {};
        const auto wanted = literal();
        if (!wanted || !wanted->is_string() || !sign(')'))
            return {};
        const bool textCase = m_textCase;
        const std::string needle = textCase ? wanted->get<std::string>() : lower(wanted->get<std::string>());
        return [=](const Json &object) {
            const Json *found = resolve(object, where);
            if (!found || !found->is_string())
                return false;
            const std::string content = textCase ? found->get<std::string>() : lower(found->get<std::string>());
            return name == "startswith" ? startsWith(content, needle)
                : name == "endswith"    ? endsWith(content, needle)
                                        : content.find(needle) != std::string::npos;
        };
    }

    Filter::Test readAny(const std::string &name)
    {
        const std::string where = path(name);
        const std::string declared = word(); // "x:x" or "x:x/y"
        const std::size_t colon = declared.find(':');
        if (colon == std::string::npos)
            return {};
        const std::string before = m_variable;
        m_variable = declared.substr(0, colon);
        m_at -= declared.size() - colon - 1;
        Filter::Test inner = readOr();
        m_variable = before;
        if (!inner || !sign(')'))
            return {};
        return [=](const Json &object) {
            const Json *found = resolve(object, where);
            return found && found->is_array() && std::any_of(found->begin(), found->end(), inner);
        };
    }

    Filter::Test readComparison(const std::string &name)
    {
        const std::string where = path(name);
        const std::string relation = word();
        const bool textCase = m_textCase;
        if (relation == "in") {
            std::vector<Json> wanted;
            if (!sign('('))
                return {};
            do {
                const auto entry = literal();
                if (!entry)
                    return {};
                wanted.push_back(*entry);
            } while (sign(','));
            if (!sign(')'))
                return {};
            return [=](const Json &object) {
                const Json *found = resolve(object, where);
                return found && std::any_of(wanted.begin(), wanted.end(), [&](const Json &entry) { return order(*found, entry, textCase) == 0; });
            };
        }
        if (relation != "eq" && relation != "ne" && relation != "gt" && relation != "ge" && relation != "lt" && relation != "le") {
            m_why = "'" + relation + "' is no operator of a filter.";
            return {};
        }
        m_filter.m_advanced = m_filter.m_advanced || relation == "ne";
        const auto wanted = literal();
        if (!wanted)
            return {};
        return [=](const Json &object) {
            const Json *found = resolve(object, where);
            const Json nothing = nullptr;
            const auto compared = order(found ? *found : nothing, *wanted, textCase);
            if (!compared)
                return relation == "ne";
            return relation == "eq" ? *compared == 0
                : relation == "ne"  ? *compared != 0
                : relation == "gt"  ? *compared > 0
                : relation == "ge"  ? *compared >= 0
                : relation == "lt"  ? *compared < 0
                                    : *compared <= 0;
        };
    }

    std::optional<Json> literal()
    {
        skip();
        if (m_at < m_source.size() && m_source[m_at] == '\'') {
            std::string content;
            for (++m_at; m_at < m_source.size(); ++m_at) {
                if (m_source[m_at] != '\'') {
                    content.push_back(m_source[m_at]);
                } else if (m_at + 1 < m_source.size() && m_source[m_at + 1] == '\'') {
                    content.push_back('\'');
                    ++m_at;
                } else {
                    ++m_at;
                    return Json(content);
                }
            }
            m_why = "A text in the filter has no end.";
            return std::nullopt;
        }
        const std::string bare = word();
        if (bare == "true" || bare == "false")
            return Json(bare == "true");
        if (bare == "null")
            return Json(nullptr);
        if (isGuid(bare) || readTime(bare))
            return Json(bare);
        std::string why;
        const auto number = parseJson(bare, why);
        if (number && number->is_number())
            return number;
        m_why = "'" + bare + "' is no value; a text stands in single quotation marks.";
        return std::nullopt;
    }

    const std::string &m_source;
    bool m_textCase;
    std::string &m_why;
    std::size_t m_at = 0;
    std::string m_variable;
    Filter m_filter;
};

std::optional<Filter> Filter::parse(const std::string &text, bool textCase, std::string &why)
{
    why.clear();
    return FilterReader(text, textCase, why).readAll();
}

bool Filter::matches(const Json &object) const { return m_test(object); }

} // namespace cloudsync::lab
