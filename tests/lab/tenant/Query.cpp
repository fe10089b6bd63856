// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Query.h"

#include "tests/lab/tenant/Graph.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

/// Sorts by "name" or "name desc"; a dotted path as "a/b".
void sortBy(std::vector<Json> &items, const std::string &option)
{
    for (const std::string &clause : [&] {
             auto clauses = split(option, ',', false);
             std::reverse(clauses.begin(), clauses.end());
             return clauses;
         }()) {
        const std::vector<std::string> words = split(trimmed(clause), ' ', false);
        if (words.empty())
            continue;
        const bool down = words.size() > 1 && same(words[1], "desc");
        std::stable_sort(items.begin(), items.end(), [&](const Json &left, const Json &right) {
            const std::string a = text(left, words[0]), b = text(right, words[0]);
            return down ? b < a : a < b;
        });
    }
}

std::string nextLink(const Lab &lab, const Exchange &exchange, std::size_t offset)
{
    std::string link = lab.root + exchange.path;
    char separator = '?';
    for (const auto &[name, content] : exchange.query) {
        if (name == "$skiptoken")
            continue;
        link += separator + percentEncoded(name) + '=' + percentEncoded(content);
        separator = '&';
    }
    return link + separator + "%24skiptoken=" + percentEncoded(base64Url("o" + std::to_string(offset)));
}

std::optional<std::size_t> readSkipToken(const std::string &token)
{
    const auto bytes = fromBase64(token);
    if (!bytes || bytes->size() < 2 || bytes->size() > 12 || bytes->front() != 'o'
        || bytes->find_first_not_of("0123456789", 1) != std::string::npos)
        return std::nullopt;
    return static_cast<std::size_t>(std::stoull(bytes->substr(1)));
}

} // namespace

Json selected(const Exchange &exchange, Json object, const std::vector<std::string> &shown)
{
    std::vector<std::string> names = split(value(exchange.query, "$select"), ',', false);
    if (names.empty())
        names = shown;
    if (names.empty())
        return object;
    Json out = Json::object();
    for (const auto &[name, content] : object.items()) {
        const bool wanted = std::any_of(names.begin(), names.end(), [&](const std::string &entry) { return same(trimmed(entry), name); });
        if (wanted || name.find('@') != std::string::npos)
            out[name] = content;
    }
    for (const std::string &name : names) { // known, but without a value
        if (!out.contains(trimmed(name)) && std::none_of(out.items().begin(), out.items().end(), [&](const auto &entry) {
                return same(entry.key(), trimmed(name));
            }))
            out[trimmed(name)] = nullptr;
    }
    return out;
}

Reply collectionReply(Lab &lab, Exchange &exchange, const Collection &how, std::vector<Json> items)
{
    const bool eventual = same(exchange.header("consistencylevel"), "eventual");
    const bool counted = same(value(exchange.query, "$count"), "true");
    const auto known = [&](const std::string &name) {
        return lab.metadata.hasProperty(how.type, name) || std::find(how.extra.begin(), how.extra.end(), name) != how.extra.end();
    };
    for (const std::string &name : split(value(exchange.query, "$select"), ',', false)) {
        if (!known(trimmed(name)))
            return badRequest(exchange, "Could not find a property named '" + name + "' on type 'microsoft.graph." + how.type + "'.");
    }
    if (has(exchange.query, "$filter")) {
        std::string why;
        const auto filter = Filter::parse(value(exchange.query, "$filter"), how.textCase, why);
        if (!filter)
            return badRequest(exchange, "Invalid filter clause: " + why);
        for (const std::string &name : filter->properties()) {
            if (!known(name))
                return badRequest(exchange, "Could not find a property named '" + name + "' on type 'microsoft.graph." + how.type + "'.");
        }
        if (how.directoryObjects && filter->advanced() && !(eventual && counted)) {
            return graphError(exchange, 400, "Request_UnsupportedQuery",
                              "This filter is supported as an advanced query only: ConsistencyLevel eventual and $count=true are needed.");
        }
        std::erase_if(items, [&](const Json &item) { return !filter->matches(item); });
    }
    if (has(exchange.query, "$orderby"))
        sortBy(items, value(exchange.query, "$orderby"));
    std::size_t size = static_cast<std::size_t>(number(lab.options.config, "pageSize", 100));
    if (has(exchange.query, "$top")) {
        const std::string top = value(exchange.query, "$top");
        if (top.empty() || top.size() > 4 || top.find_first_not_of("0123456789") != std::string::npos || std::stoul(top) < 1
            || std::stoul(top) > 999)
            return badRequest(exchange, "The value of $top must lie between 1 and 999.");
        size = std::stoul(top);
    }
    std::size_t offset = 0;
    if (has(exchange.query, "$skiptoken")) {
        const auto read = readSkipToken(value(exchange.query, "$skiptoken"));
        if (!read)
            return badRequest(exchange, "The skip token is not valid.");
        offset = *read;
    }
    Json body{{"@odata.context", lab.metadataUrl(exchange.beta) + how.context}};
    if (counted && (!how.directoryObjects || eventual))
        body["@odata.count"] = items.size();
    if (offset + size < items.size())
        body["@odata.nextLink"] = nextLink(lab, exchange, offset + size);
    body["value"] = Json::array();
    for (std::size_t i = offset; i < std::min(items.size(), offset + size); ++i)
        body["value"].push_back(selected(exchange, std::move(items[i]), how.shown));
    return jsonReply(200, body);
}

} // namespace cloudsync::lab
