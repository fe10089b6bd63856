// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Faults.h"

#include <set>

namespace cloudsync::lab {

namespace {

/// std::regex has no other way to tell of a wrong pattern than an exception; it ends here.
std::optional<std::regex> compile(const std::string &pattern)
{
    try {
        return std::regex(pattern, std::regex::ECMAScript | std::regex::icase);
    } catch (const std::regex_error &) {
        return std::nullopt;
    }
}

bool onlyKnown(const Json &description, const std::set<std::string> &known, std::string &why)
{
    if (!description.is_object()) {
        why = "An object was expected.";
        return false;
    }
    for (const auto &[name, value] : description.items()) {
        if (known.count(name) == 0) {
            why = "The member '" + name + "' is unknown.";
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<std::string> Faults::add(const Json &description, std::string &why)
{
    static const std::set<std::string> known{"match", "nth", "times", "status", "headers", "body", "contentType", "carryOut",
                                             "reset", "delayMilliseconds", "truncate", "slowMilliseconds"};
    if (!onlyKnown(description, known, why))
        return std::nullopt;
    const Json match = description.value("match", Json::object());
    if (!onlyKnown(match, {"method", "path", "body"}, why))
        return std::nullopt;
    Fault fault;
    fault.id = newGuid();
    fault.method = text(match, "method");
    fault.pathText = text(match, "path", ".*");
    fault.body = text(match, "body");
    const auto path = compile(fault.pathText);
    if (!path) {
        why = "The path '" + fault.pathText + "' is no regular expression.";
        return std::nullopt;
    }
    fault.path = *path;
    fault.nth = static_cast<int>(number(description, "nth", 1));
    fault.times = static_cast<int>(number(description, "times", 1));
    fault.status = static_cast<int>(number(description, "status"));
    fault.carryOut = flag(description, "carryOut");
    fault.reset = flag(description, "reset");
    fault.delayMilliseconds = static_cast<int>(number(description, "delayMilliseconds"));
    fault.slowMilliseconds = static_cast<int>(number(description, "slowMilliseconds"));
    fault.contentType = text(description, "contentType", "application/json");
    if (const Json *bytes = find(description, "truncate"); bytes && bytes->is_number_unsigned())
        fault.truncate = bytes->get<std::size_t>();
    if (const Json *body = find(description, "body"))
        fault.answer = body->is_string() ? body->get<std::string>() : compact(*body);
    const Json headers = description.value("headers", Json::object());
    for (const auto &[name, content] : headers.items())
        fault.headers.emplace_back(name, content.is_string() ? content.get<std::string>() : compact(content));
    if (fault.nth < 1 || fault.times < 0 || (fault.status != 0 && (fault.status < 200 || fault.status > 599))) {
        why = "nth starts at 1, times at 0, and a status lies between 200 and 599.";
        return std::nullopt;
    }
    const std::lock_guard lock(m_mutex);
    m_faults.push_back(fault);
    return fault.id;
}

void Faults::clear()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
    m_latency = 0;
}

Json Faults::toJson() const
{
    const std::lock_guard lock(m_mutex);
    Json out = Json::array();
    for (const Fault &fault : m_faults) {
        out.push_back({{"id", fault.id}, {"method", fault.method}, {"path", fault.pathText}, {"nth", fault.nth},
                       {"times", fault.times}, {"seen", fault.seen}, {"hit", fault.hit}});
    }
    return {{"latencyMilliseconds", m_latency}, {"faults", out}};
}

std::optional<Fault> Faults::next(const Exchange &exchange)
{
    const std::lock_guard lock(m_mutex);
    for (Fault &fault : m_faults) {
        if ((!fault.method.empty() && !same(fault.method, exchange.method)) || !std::regex_search(exchange.path, fault.path)
            || (!fault.body.empty() && exchange.body.find(fault.body) == std::string::npos))
            continue;
        ++fault.seen;
        if (fault.seen >= fault.nth && (fault.times == 0 || fault.hit < fault.times)) {
            ++fault.hit;
            return fault;
        }
    }
    return std::nullopt;
}

bool Faults::setLatency(const Json &description, std::string &why)
{
    if (!onlyKnown(description, {"milliseconds", "path"}, why))
        return false;
    const auto path = compile(text(description, "path", ".*"));
    const long long milliseconds = number(description, "milliseconds", -1);
    if (!path || milliseconds < 0 || milliseconds > 600000) {
        why = "milliseconds (0 to 600000) is needed; path is a regular expression.";
        return false;
    }
    const std::lock_guard lock(m_mutex);
    m_latency = static_cast<int>(milliseconds);
    m_latencyPath = *path;
    return true;
}

int Faults::latencyFor(const Exchange &exchange) const
{
    const std::lock_guard lock(m_mutex);
    return m_latency > 0 && std::regex_search(exchange.path, m_latencyPath) ? m_latency : 0;
}

} // namespace cloudsync::lab
