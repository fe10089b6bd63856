// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Tenant.h"

namespace cloudsync::lab {

DirectoryObject &ObjectStore::add(DirectoryObject object)
{
    const std::string id = object.id;
    DirectoryObject &stored = m_objects[id] = std::move(object);
    index(stored);
    return stored;
}

void ObjectStore::erase(const std::string &id)
{
    unindex(id);
    m_objects.erase(id);
}

DirectoryObject *ObjectStore::byId(const std::string &id)
{
    const auto found = m_objects.find(lower(id));
    return found == m_objects.end() ? nullptr : &found->second;
}

const DirectoryObject *ObjectStore::byId(const std::string &id) const
{
    const auto found = m_objects.find(lower(id));
    return found == m_objects.end() ? nullptr : &found->second;
}

DirectoryObject *ObjectStore::byAnchor(const std::string &kind, const std::string &anchor)
{
    const auto found = m_anchors.find(kind + '|' + anchor);
    return found == m_anchors.end() ? nullptr : byId(found->second);
}

DirectoryObject *ObjectStore::byPrincipalName(const std::string &name)
{
    const auto found = m_principalNames.find(lower(name));
    return found == m_principalNames.end() ? nullptr : byId(found->second);
}

DirectoryObject *ObjectStore::byAddress(const std::string &address)
{
    const auto found = m_addresses.find(lower(address));
    return found == m_addresses.end() ? nullptr : byId(found->second);
}

void ObjectStore::reindex(const std::string &id)
{
    unindex(id);
    if (const DirectoryObject *object = byId(id))
        index(*object);
}

void ObjectStore::index(const DirectoryObject &object)
{
    Names names;
    if (!object.anchor.empty()) {
        names.anchor = object.kind + '|' + object.anchor;
        m_anchors[names.anchor] = object.id;
    }
    if (!object.deleted) {
        names.principalName = lower(text(object.body, "userPrincipalName"));
        if (!names.principalName.empty())
            m_principalNames[names.principalName] = object.id;
        for (const Json &entry : list(object.body, "proxyAddresses")) {
            const std::string address = lower(entry.get<std::string>());
            if (startsWith(address, "smtp:"))
                names.addresses.push_back(address.substr(5));
        }
        const std::string mail = lower(text(object.body, "mail"));
        if (!mail.empty())
            names.addresses.push_back(mail);
        for (const std::string &address : names.addresses)
            m_addresses.emplace(address, object.id);
    }
    m_names[object.id] = std::move(names);
}

void ObjectStore::unindex(const std::string &id)
{
    const auto found = m_names.find(id);
    if (found == m_names.end())
        return;
    const auto drop = [&](std::unordered_map<std::string, std::string> &map, const std::string &key) {
        const auto entry = map.find(key);
        if (entry != map.end() && entry->second == id)
            map.erase(entry);
    };
    drop(m_anchors, found->second.anchor);
    drop(m_principalNames, found->second.principalName);
    for (const std::string &address : found->second.addresses)
        drop(m_addresses, address);
    m_names.erase(found);
}

Json ObjectStore::toJson() const
{
    Json saved = Json::array();
    for (const auto &[id, object] : m_objects) {
        saved.push_back({{"id", id}, {"kind", object.kind}, {"anchor", object.anchor}, {"domain", object.domain},
                         {"deleted", object.deleted}, {"body", object.body}, {"lab", object.lab}});
    }
    return saved;
}

void ObjectStore::fromJson(const Json &saved)
{
    m_objects.clear();
    m_names.clear();
    m_anchors.clear();
    m_principalNames.clear();
    m_addresses.clear();
    for (const Json &entry : saved) {
        add({text(entry, "id"), text(entry, "kind"), entry.value("body", Json::object()), text(entry, "anchor"),
             text(entry, "domain"), entry.value("lab", Json::object()), flag(entry, "deleted")});
    }
}

} // namespace cloudsync::lab
