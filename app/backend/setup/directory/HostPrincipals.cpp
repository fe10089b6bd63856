// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/HostPrincipals.h"

#include <QHash>

#include <optional>

namespace cloudsync {

Result<QVector<HostPrincipal>> findHosts(Directory &directory, const QStringList &hosts, const std::stop_token &stop)
{
    QVector<HostPrincipal> found;
    for (const QString &host : hosts) {
        const QString name = escapeFilter(host.endsWith(u'$') ? host.chopped(1) : host);
        DirectorySearch request;
        request.base = directory.rootDse().defaultNamingContext;
        request.filter = QStringLiteral("(|(&(objectClass=computer)(sAMAccountName=%1$))"
                                        "(&(objectClass=group)(sAMAccountName=%2)))")
                             .arg(name, escapeFilter(host));
        request.attributes = {QStringLiteral("sAMAccountName"), QStringLiteral("objectSid"),
                              QStringLiteral("objectClass"), QStringLiteral("msDS-SupportedEncryptionTypes")};
        auto entries = directory.list(request, stop);
        if (!entries)
            return fail(std::move(entries.error()));
        std::optional<HostPrincipal> best;
        for (const DirectoryEntry &entry : std::as_const(*entries)) {
            const bool isGroup =
                entry.texts(QStringLiteral("objectClass")).contains(QStringLiteral("group"), Qt::CaseInsensitive);
            if (best && isGroup)
                continue;
            auto sid = Sid::fromBytes(entry.value(QStringLiteral("objectSid")));
            if (!sid)
                return fail(ErrorCode::DirectoryResponseInvalid, entry.dn, sid.error().detail);
            best = HostPrincipal{entry.text(QStringLiteral("sAMAccountName")), entry.dn, *sid, isGroup,
                                 entry.text(QStringLiteral("msDS-SupportedEncryptionTypes")).toInt()};
        }
        if (!best)
            return fail(ErrorCode::DirectoryObjectMissing, host);
        found.append(*best);
    }
    return found;
}

Result<QStringList> namesOfSids(Directory &directory, const QVector<Sid> &sids, const std::stop_token &stop)
{
    QStringList names;
    if (sids.isEmpty())
        return names;
    DirectorySearch request;
    request.base = directory.rootDse().defaultNamingContext;
    request.filter = QStringLiteral("(|");
    for (const Sid &sid : sids)
        request.filter += QStringLiteral("(objectSid=%1)").arg(escapeFilter(sid.toBytes()));
    request.filter += u')';
    request.attributes = {QStringLiteral("sAMAccountName"), QStringLiteral("objectSid")};
    auto entries = directory.list(request, stop);
    if (!entries)
        return fail(std::move(entries.error()));
    QHash<QByteArray, QString> known;
    for (const DirectoryEntry &entry : std::as_const(*entries))
        known.insert(entry.value(QStringLiteral("objectSid")), entry.text(QStringLiteral("sAMAccountName")));
    for (const Sid &sid : sids) {
        const QString name = known.value(sid.toBytes());
        names.append(name.isEmpty() ? sid.toText() : name);
    }
    return names;
}

} // namespace cloudsync
