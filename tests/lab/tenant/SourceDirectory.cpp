// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/SourceDirectory.h"

#include "tests/lab/tenant/Text.h"

#include <algorithm>

namespace cloudsync::lab {

std::string SourceObject::first(const std::string &nameInSmallLetters) const
{
    const auto found = attributes.find(nameInSmallLetters);
    return found == attributes.end() || found->second.empty() ? std::string() : found->second.front();
}

std::string SourceObject::kind() const
{
    const auto found = attributes.find("objectclass");
    if (found == attributes.end())
        return {};
    const auto is = [&](const char *name) {
        return std::any_of(found->second.begin(), found->second.end(), [&](const std::string &value) { return same(value, name); });
    };
    // computer derives from user, and managed service accounts derive from computer.
    for (const char *name : {"computer", "inetOrgPerson", "user", "group", "contact"}) {
        if (is(name))
            return name;
    }
    return found->second.empty() ? std::string() : found->second.back();
}

void Directories::add(const DirectorySource &source)
{
    const std::lock_guard lock(m_mutex);
    // The same place given again means that it moved or changed its password: the newest wins.
    std::erase_if(m_entries, [&](const Entry &entry) {
        return entry.source.uri == source.uri && entry.source.jsonFile == source.jsonFile;
    });
    m_entries.insert(m_entries.begin(),
                     Entry{source, source.jsonFile.empty() ? std::shared_ptr(openLdapDirectory(source))
                                                           : std::shared_ptr(openJsonDirectory(source))});
}

std::shared_ptr<SourceDirectory> Directories::forDomain(const std::string &domain, std::string &why)
{
    std::vector<std::shared_ptr<SourceDirectory>> candidates;
    {
        const std::lock_guard lock(m_mutex);
        for (const Entry &entry : m_entries)
            candidates.push_back(entry.directory);
    }
    why = "No directory is known for the domain " + domain + '.';
    for (const auto &candidate : candidates) {
        std::string trouble;
        const std::string name = candidate->domain(trouble);
        if (same(name, domain))
            return candidate;
        if (!trouble.empty())
            why = trouble;
    }
    return nullptr;
}

Json Directories::toJson()
{
    const std::lock_guard lock(m_mutex);
    Json out = Json::array();
    for (const Entry &entry : m_entries) {
        out.push_back({{"uri", entry.source.uri}, {"caFile", entry.source.caFile.string()}, {"user", entry.source.user},
                       {"jsonFile", entry.source.jsonFile.string()}});
    }
    return out;
}

std::string comparableDn(const std::string &dn)
{
    // RFC 4514: a character may be escaped by a backslash or written as \XX. Both forms become one.
    static constexpr std::string_view special = ",+\"\\<>;=";
    std::string out;
    for (std::size_t i = 0; i < dn.size(); ++i) {
        char c = dn[i];
        if (c == '\\' && i + 1 < dn.size()) {
            const std::string digits = dn.substr(i + 1, 2);
            const bool coded = digits.size() == 2 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
            c = coded ? static_cast<char>(std::stoi(digits, nullptr, 16)) : dn[i + 1];
            i += coded ? 2 : 1;
            if (special.find(c) != std::string_view::npos)
                out.push_back('\\');
            out.push_back(c);
            continue;
        }
        if (c == ',' || c == '=') {
            while (!out.empty() && out.back() == ' ')
                out.pop_back();
        } else if (c == ' ' && (out.empty() || out.back() == ',' || out.back() == '=')) {
            continue;
        }
        out.push_back(c);
    }
    return lower(out);
}

bool isBelow(const std::string &dn, const std::string &container)
{
    const std::string left = comparableDn(dn);
    const std::string right = comparableDn(container);
    if (left.size() < right.size() || left.compare(left.size() - right.size(), right.size(), right) != 0)
        return false;
    if (left.size() == right.size())
        return true;
    // The rest must end in a comma that separates: one behind an odd number of backslashes is part of a name.
    const std::size_t comma = left.size() - right.size() - 1;
    std::size_t backslashes = 0;
    while (backslashes < comma && left[comma - backslashes - 1] == '\\')
        ++backslashes;
    return !right.empty() && left[comma] == ',' && backslashes % 2 == 0;
}

} // namespace cloudsync::lab
