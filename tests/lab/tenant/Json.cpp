// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Json.h"

#include <set>
#include <vector>

namespace cloudsync::lab {

const Json *find(const Json &object, std::string_view name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(std::string(name));
    return found == object.end() ? nullptr : &*found;
}

std::string text(const Json &object, std::string_view name, std::string_view fallback)
{
    const Json *member = find(object, name);
    return member && member->is_string() ? member->get<std::string>() : std::string(fallback);
}

bool flag(const Json &object, std::string_view name, bool fallback)
{
    const Json *member = find(object, name);
    return member && member->is_boolean() ? member->get<bool>() : fallback;
}

long long number(const Json &object, std::string_view name, long long fallback)
{
    const Json *member = find(object, name);
    return member && member->is_number() ? member->get<long long>() : fallback;
}

const Json &list(const Json &object, std::string_view name)
{
    static const Json empty = Json::array();
    const Json *member = find(object, name);
    return member && member->is_array() ? *member : empty;
}

std::optional<Json> parseJson(std::string_view document, std::string &why)
{
    std::vector<std::set<std::string>> names;
    std::string doubled;
    const auto watch = [&](int, Json::parse_event_t event, Json &value) {
        if (event == Json::parse_event_t::object_start)
            names.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            names.pop_back();
        else if (event == Json::parse_event_t::key && !names.back().insert(value.get<std::string>()).second)
            doubled = value.get<std::string>();
        return true;
    };
    Json parsed = Json::parse(document.begin(), document.end(), watch, false);
    if (parsed.is_discarded()) {
        why = "The text is no valid JSON document.";
        return std::nullopt;
    }
    if (!doubled.empty()) {
        why = "The name '" + doubled + "' stands more than once in one object.";
        return std::nullopt;
    }
    return parsed;
}

std::string compact(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace cloudsync::lab
