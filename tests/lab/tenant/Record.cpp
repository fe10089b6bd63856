// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Record.h"

#include <regex>
#include <set>

namespace cloudsync::lab {

namespace {

constexpr const char *hidden = "[removed]";

bool isSecretField(const std::string &name)
{
    static const std::set<std::string> names{"password", "passwd", "client_secret", "client_assertion", "assertion", "code",
                                             "code_verifier", "refresh_token", "device_code", "user_code", "access_token",
                                             "id_token", "otc", "ctx"};
    return names.count(lower(name)) != 0;
}

/// Keys of the synchronisation secrets that hold settings and no secret.
bool isOpenSetting(const std::string &key)
{
    static const std::set<std::string> keys{"AppKey", "Domain", "SyncNotificationSettings", "SyncAll", "Url", "BaseAddress",
                                            "Server", "InstanceName", "SystemOfRecord", "SkipOutOfScopeDeletions",
                                            "HardDeletesEnabled", "SyncAgentADContainer", "SyncAgentCompatibilityKey"};
    return keys.count(key) != 0;
}

void hide(Json &value)
{
    if (value.is_array()) {
        for (Json &item : value)
            hide(item);
        return;
    }
    if (!value.is_object())
        return;
    for (auto &[name, content] : value.items()) {
        if (content.is_string() && isSecretField(name))
            content = hidden;
        else
            hide(content);
    }
}

void hideSettings(Json &settings)
{
    if (!settings.is_array())
        return;
    for (Json &entry : settings) {
        if (entry.is_object() && entry.contains("value") && !isOpenSetting(text(entry, "key")))
            entry["value"] = hidden;
    }
}

Json formJson(const Form &form)
{
    Json out = Json::object();
    for (const auto &[name, content] : form)
        out[name] = isSecretField(name) ? hidden : content;
    return out;
}

} // namespace

Json recordable(const Exchange &exchange)
{
    if (exchange.body.empty())
        return nullptr;
    if (exchange.header("content-type").find("x-www-form-urlencoded") != std::string::npos)
        return formJson(parseForm(exchange.body));
    std::string why;
    auto parsed = parseJson(exchange.body, why);
    if (!parsed)
        return "[" + std::to_string(exchange.body.size()) + " bytes that are no JSON]";
    hide(*parsed);
    if (exchange.path.find("/synchronization/") != std::string::npos) {
        for (const char *member : {"value", "credentials"}) {
            if (parsed->contains(member))
                hideSettings((*parsed)[member]);
        }
    }
    return *parsed;
}

bool Record::open(const std::filesystem::path &file)
{
    const std::lock_guard lock(m_mutex);
    m_file = file;
    std::ifstream earlier(file);
    std::string why;
    for (std::string line; std::getline(earlier, line);) {
        if (auto parsed = parseJson(line, why)) {
            m_count = number(*parsed, "n", m_count);
            m_lines.push_back(std::move(*parsed));
        }
    }
    m_stream.open(file, std::ios::app);
    return m_stream.is_open();
}

void Record::add(const Exchange &exchange, int status, Time began, std::chrono::milliseconds took, bool faulted)
{
    // Keeping a large body takes its time too, and the client waits for that as well.
    const auto entered = std::chrono::steady_clock::now();
    Json line{{"n", 0},
              {"time", graphTime(began)},
              {"method", exchange.method},
              {"path", exchange.path},
              {"query", formJson(exchange.query)},
              {"route", exchange.route},
              {"status", status},
              {"client-request-id", exchange.clientRequestId},
              {"request-id", exchange.requestId},
              {"caller", exchange.caller.objectId},
              {"write", exchange.write},
              {"requestBody", recordable(exchange)},
              {"valid", exchange.valid ? Json(*exchange.valid) : Json(nullptr)},
              {"fault", faulted},
              {"milliseconds", took.count()}};
    line["milliseconds"] =
        took.count() + std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - entered).count();
    const std::lock_guard lock(m_mutex);
    line["n"] = ++m_count;
    m_stream << compact(line) << std::endl; // flushed: a test may read the file at once
    m_lines.push_back(std::move(line));
}

void Record::reset()
{
    const std::lock_guard lock(m_mutex);
    m_lines.clear();
    m_count = 0;
    m_stream.close();
    m_stream.open(m_file, std::ios::trunc);
}

Json Record::show(const Form &query) const
{
    const std::lock_guard lock(m_mutex);
    const std::string since = value(query, "since");
    const long long after = since.empty() || since.size() > 15 || since.find_first_not_of("0123456789") != std::string::npos ? 0 : std::stoll(since);
    Json out{{"count", 0}, {"checked", 0}, {"invalid", 0}, {"writes", 0}, {"exchanges", Json::array()}};
    long long count = 0, checked = 0, invalid = 0, writes = 0;
    for (const Json &line : m_lines) {
        if (number(line, "n") <= after || (has(query, "method") && !same(text(line, "method"), value(query, "method")))
            || (has(query, "path") && text(line, "path").find(value(query, "path")) == std::string::npos)
            || (value(query, "writes") == "true" && !flag(line, "write")))
            continue;
        ++count;
        const Json &valid = line.at("valid");
        checked += valid.is_boolean() ? 1 : 0;
        invalid += valid.is_boolean() && !valid.get<bool>() ? 1 : 0;
        writes += flag(line, "write") ? 1 : 0;
        out["exchanges"].push_back(line);
    }
    out["count"] = count;
    out["checked"] = checked;
    out["invalid"] = invalid;
    out["writes"] = writes;
    return out;
}

} // namespace cloudsync::lab
