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

/// Whoever names a range wants that range.
bool asksForRange(const DirectorySearch &search, const QString &attribute)
{
    return std::any_of(search.attributes.begin(), search.attributes.end(), [&](const QString &asked) {
        const auto range = AttributeRange::parse(asked);
        return range && range->attribute.compare(attribute, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

// While the receiver works on a page the controller makes the next one: that one is asked for as soon as its cookie is
// there, before the entries are handed over.
Result<void> LdapConnection::search(const DirectorySearch &search, const OnEntry &onEntry, const std::stop_token &stop)
{
    if (search.filter.isEmpty())
        return fail(ErrorCode::DirectoryRequestRefused, search.base, QStringLiteral("an empty filter"));
    int left = search.sizeLimit;
    // `arrived` entries are here and not yet handed over.
    const auto pageSize = [&](std::size_t arrived) {
        const int open = left - static_cast<int>(arrived);
        return std::max(search.sizeLimit > 0 ? std::min(search.pageSize, open) : search.pageSize, 1);
    };
    const auto handOver = [&](MessagePtr &message) -> Result<bool> {
        DirectoryEntry entry = entryOf(message.get());
        message.reset(); // the receiver may take its time, and may search itself
        if (auto complete = completeRanges(entry, search, stop); !complete)
            return fail(std::move(complete.error()));
        return onEntry(std::move(entry)) && (search.sizeLimit == 0 || --left > 0);
    };

    const int first = search.firstPageSize > 0 ? std::min(search.firstPageSize, pageSize(0)) : pageSize(0);
    auto request = sendPage(search, {}, first, stop);
    if (!request)
        return fail(std::move(request.error()));
    std::vector<MessagePtr> entries;
    for (;;) {
        auto message = next(*request, search.base, stop);
        if (!message)
            return fail(std::move(message.error()));
        const int kind = ldap_msgtype(message->get());
        std::optional<int> following;
        bool last = false;
        if (kind == LDAP_RES_SEARCH_ENTRY) {
            entries.push_back(std::move(*message));
            // A server that does not page is not stored up.
            if (static_cast<int>(entries.size()) <= search.pageSize)
                continue;
        } else if (kind == LDAP_RES_SEARCH_RESULT) {
            auto cookie = pageEnd(message->get(), search.base);
            if (!cookie)
                return fail(std::move(cookie.error()));
            last = cookie->isEmpty() || (search.sizeLimit > 0 && static_cast<int>(entries.size()) >= left);
            if (!last) {
                auto sent = sendPage(search, *cookie, pageSize(entries.size()), stop);
                if (!sent)
                    return fail(std::move(sent.error()));
                following = *sent;
            }
        } else {
            continue; // a reference to another naming context is not followed: what is asked for lies in this one
        }
        for (MessagePtr &entry : entries) {
            auto more = handOver(entry);
            if (more && *more)
                continue;
            // Ended by the receiver, or by a failure: nobody waits for what is on its way.
            if (following || !last)
                ldap_abandon_ext(handle(), following.value_or(*request), nullptr, nullptr);
            return more ? Result<void>{} : fail(std::move(more.error()));
        }
        entries.clear();
        if (last)
            return {};
        if (following)
            request = *following;
    }
}

Result<int> LdapConnection::sendPage(const DirectorySearch &search, const QByteArray &cookie, int pageSize,
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
    return request;
}

Result<QByteArray> LdapConnection::pageEnd(LDAPMessage *message, const QString &base)
{
    auto result = parse(message, base);
    if (!result)
        return fail(std::move(result.error()));
    if (result->code != LDAP_SUCCESS)
        return fail(operationError(result->code, base, result->diagnostic));
    return pageCookie(result->controls.get());
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
        if (!it.key().contains(u';'))
            continue;
        if (const auto range = AttributeRange::parse(it.key()); range && !asksForRange(search, range->attribute))
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
            auto done = this->search(
                rest,
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
