// SPDX-License-Identifier: GPL-3.0-or-later
// A file of objects in place of a domain controller, for tests of the tenant alone. It is read anew at each call.
#include "tests/lab/tenant/Crypto.h"
#include "tests/lab/tenant/SourceDirectory.h"
#include "tests/lab/tenant/Text.h"

#include <fstream>
#include <sstream>

namespace cloudsync::lab {

namespace {

std::vector<std::string> readValues(const Json &content)
{
    std::vector<std::string> out;
    for (const Json &entry : content.is_array() ? content : Json::array({content})) {
        const std::string value = entry.is_string() ? entry.get<std::string>() : compact(entry);
        out.push_back(startsWith(value, "base64:") ? fromBase64(value.substr(7)).value_or(std::string()) : value);
    }
    return out;
}

class JsonDirectory : public SourceDirectory {
public:
    explicit JsonDirectory(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }

    std::string domain(std::string &why) override
    {
        const auto content = read(why);
        return content ? text(*content, "domain") : std::string();
    }

    std::string base() override
    {
        std::string why;
        const auto content = read(why);
        return content ? text(*content, "base") : std::string();
    }

    std::optional<std::vector<SourceObject>> readAll(const std::vector<std::string> &, std::string &why) override
    {
        const auto content = read(why);
        if (!content)
            return std::nullopt;
        std::vector<SourceObject> out;
        for (const Json &entry : list(*content, "objects")) {
            SourceObject object;
            object.dn = text(entry, "dn");
            const Json attributes = entry.value("attributes", Json::object());
            for (const auto &[name, values] : attributes.items())
                object.attributes[lower(name)] = readValues(values);
            object.attributes["distinguishedname"] = {object.dn};
            if (object.attributes.count("objectguid") == 0)
                object.attributes["objectguid"] = {sha256(text(entry, "key", object.dn)).substr(0, 16)};
            out.push_back(std::move(object));
        }
        return out;
    }

    std::optional<std::vector<SourceObject>> readOne(const std::string &dn, const std::vector<std::string> &attributes, std::string &why) override
    {
        auto all = readAll(attributes, why);
        if (!all)
            return std::nullopt;
        std::erase_if(*all, [&](const SourceObject &object) { return comparableDn(object.dn) != comparableDn(dn); });
        return all;
    }

    std::optional<std::vector<SourceAttribute>> attributesOf(const std::string &objectClass, std::string &why) override
    {
        const auto content = read(why);
        if (!content)
            return std::nullopt;
        std::vector<SourceAttribute> out;
        const Json schema = content->value("schema", Json::object());
        for (const Json &entry : list(schema, objectClass))
            out.push_back({text(entry, "name"), text(entry, "type", "String"), flag(entry, "multivalued")});
        return out;
    }

private:
    std::optional<Json> read(std::string &why) const
    {
        std::ifstream source(m_file);
        std::stringstream content;
        content << source.rdbuf();
        auto parsed = source ? parseJson(content.str(), why) : std::nullopt;
        if (!parsed)
            why = "The file of objects cannot be read. " + why;
        return parsed;
    }

    std::filesystem::path m_file;
};

} // namespace

std::unique_ptr<SourceDirectory> openJsonDirectory(const DirectorySource &source)
{
    return std::make_unique<JsonDirectory>(source.jsonFile);
}

} // namespace cloudsync::lab
