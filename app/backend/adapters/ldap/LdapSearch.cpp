// SPDX-License-Identifier: GPL-3.0-or-later
// The search of LdapConnection: pages, entries, attributes in ranges.
#include "backend/adapters/ldap/AttributeRange.h"
#include "backend/adapters/ldap/LdapConnection.h"
#include "backend/adapters/ldap/LdapControls.h"
#include "backend/adapters/ldap/LdapError.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace cloudsync::ldap {

namespace {

int scopeOf(SearchScope scope)
{
    switch (scope) {
    case SearchScope::Base:
        return LDAP_SCOPE_BASE;
    case SearchScope::OneLevel:
        return LDAP_SCOPE_ONELEVEL;
    case SearchScope::Subtree:
        return LDAP_SCOPE_SUBTREE;
    }
    return LDAP_SCOPE_BASE;
}

} // namespace

/// How a page ended.
struct LdapConnection::Page
{
    QByteArray cookie;  // of the next page, empty after the last
    bool ended = false; // the receiver wants no more
};

Result<void> LdapConnection::search(const DirectorySearch &search, const OnEntry &onEntry, const std::stop_token &stop)
{
    if (search.filter.isEmpty())
        return fail(ErrorCode::DirectoryRequestRefused, search.base, QStringLiteral("an empty filter"));
    int left = search.sizeLimit;
    const auto counted = [&](DirectoryEntry &&entry) {
        const bool more = onEntry(std::move(entry));
        return more && (search.sizeLimit == 0 || --left > 0);
    };
    QByteArray cookie;
    do {
        const int pageSize = search.sizeLimit > 0 ? std::min(search.pageSize, left) : search.pageSize;
        auto page = searchPage(search, cookie, std::max(pageSize, 1), counted, stop);
        if (!page)
            return fail(std::move(page.error()));
        if (page->ended)
            return {};
        cookie = std::move(page->cookie);
    } while (!cookie.isEmpty());
    return {};
}

Result<LdapConnection::Page> LdapConnection::searchPage(const DirectorySearch &search, const QByteArray &cookie,
                                                        int pageSize, const OnEntry &onEntry,
                                                        const std::stop_token &stop)
{
    if (auto going = begin(search.base, stop); !going)
        return fail(std::move(going.error()));
    RequestControls controls;
    if (search.scope != SearchScope::Base)
        controls.addPagedResults(pageSize, cookie);
    if (search.securityDescriptorParts != NoSecurityDescriptor)
        controls.addSecurityDescriptorFlags(search.securityDescriptorParts);
    if (search.showDeleted)
        controls.addShowDeleted();

    std::vector<QByteArray> names;
    for (const QString &attribute : search.attributes)
        names.push_back(attribute.toUtf8());
    std::vector<char *> attributes;
    for (QByteArray &name : names)
        attributes.push_back(name.data());
    attributes.push_back(nullptr);

    int request = 0;
    const int sent = ldap_search_ext(handle(), search.base.toUtf8().constData(), scopeOf(search.scope),
                                     search.filter.toUtf8().constData(), names.empty() ? nullptr : attributes.data(), 0,
                                     controls.list(), nullptr, nullptr, LDAP_NO_LIMIT, &request);
    if (sent != LDAP_SUCCESS)
        return fail(localError(sent, search.base));

    for (;;) {
        auto message = next(request, search.base, stop);
        if (!message)
            return fail(std::move(message.error()));
        const int kind = ldap_msgtype(message->get());
        if (kind == LDAP_RES_SEARCH_ENTRY) {
            DirectoryEntry entry = entryOf(message->get());
            if (auto complete = completeRanges(entry, search, stop); !complete) {
                ldap_abandon_ext(handle(), request, nullptr, nullptr);
                return fail(std::move(complete.error()));
            }
            if (!onEntry(std::move(entry))) {
                ldap_abandon_ext(handle(), request, nullptr, nullptr);
                return Page{{}, true};
            }
        } else if (kind == LDAP_RES_SEARCH_RESULT) {
            auto result = parse(message->get(), search.base);
            if (!result)
                return fail(std::move(result.error()));
            if (result->code != LDAP_SUCCESS)
                return fail(operationError(result->code, search.base, result->diagnostic));
            return Page{pageCookie(result->controls.get()), false};
        }
        // A reference to another naming context is not followed: what is asked for lies in this one.
    }
}

DirectoryEntry LdapConnection::entryOf(LDAPMessage *message) const
{
    DirectoryEntry entry;
    const TextPtr dn(ldap_get_dn(handle(), message));
    entry.dn = QString::fromUtf8(dn.get());
    BerElement *position = nullptr;
    for (TextPtr name(ldap_first_attribute(handle(), message, &position)); name;
         name.reset(ldap_next_attribute(handle(), message, position))) {
        QByteArrayList values;
        berval **list = ldap_get_values_len(handle(), message, name.get());
        for (int i = 0; list && list[i]; ++i)
            values.append(bytesOf(*list[i]));
        ldap_value_free_len(list);
        entry.set(QString::fromUtf8(name.get()), std::move(values));
    }
    if (position)
        ber_free(position, 0);
    return entry;
}

// Active Directory gives at most 1500 values of an attribute at once, the first of them as "member;range=0-1499" beside
// an empty "member" (MS-ADTS 3.1.1.3.1.3.3). Who asked for "member" gets "member", whole.
Result<void> LdapConnection::completeRanges(DirectoryEntry &entry, const DirectorySearch &search,
                                            const std::stop_token &stop)
{
    QVector<AttributeRange> open;
    for (auto it = entry.attributes().cbegin(); it != entry.attributes().cend(); ++it) {
        if (const auto range = AttributeRange::parse(it.key());
            range && !search.attributes.contains(it.key(), Qt::CaseInsensitive))
            open.append(*range);
    }
    for (AttributeRange range : std::as_const(open)) {
        QByteArrayList all = entry.values(range.toText());
        while (!range.isLast()) {
            const AttributeRange wanted = range.following();
            DirectorySearch rest;
            rest.base = entry.dn;
            rest.scope = SearchScope::Base;
            rest.attributes = {wanted.toText()};
            rest.showDeleted = search.showDeleted;
            std::optional<AttributeRange> got;
            auto done = searchPage(
                rest, {}, 1,
                [&](DirectoryEntry &&part) {
                    for (auto it = part.attributes().cbegin(); it != part.attributes().cend(); ++it) {
                        const auto one = AttributeRange::parse(it.key());
                        if (!one || one->attribute != range.attribute || one->first != wanted.first)
                            continue;
                        got = one;
                        all.append(it.value());
                    }
                    return true;
                },
                stop);
            if (!done)
                return fail(std::move(done.error()));
            if (!got) {
                return fail(ErrorCode::DirectoryResponseInvalid, entry.dn,
                            QStringLiteral("the values of %1 from %2 on were not given")
                                .arg(range.attribute)
                                .arg(wanted.first));
            }
            range = *got;
        }
        entry.set(range.attribute, std::move(all));
    }
    return {};
}

} // namespace cloudsync::ldap
