// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/SchemaGuids.h"

namespace cloudsync {

Result<SchemaGuids> SchemaGuids::read(Directory &directory, const QStringList &names, const std::stop_token &stop)
{
    SchemaGuids guids;
    if (names.isEmpty())
        return guids;
    DirectorySearch request;
    request.base = directory.rootDse().schemaNamingContext;
    request.scope = SearchScope::OneLevel;
    request.filter = QStringLiteral("(|");
    for (const QString &name : names)
        request.filter += QStringLiteral("(lDAPDisplayName=%1)").arg(escapeFilter(name));
    request.filter += u')';
    request.attributes = {QStringLiteral("lDAPDisplayName"), QStringLiteral("schemaIDGUID"),
                          QStringLiteral("attributeSecurityGUID"), QStringLiteral("isDefunct")};
    auto entries = directory.list(request, stop);
    if (!entries)
        return fail(std::move(entries.error()));
    for (const DirectoryEntry &entry : *entries) {
        const QByteArray guid = entry.value(QStringLiteral("schemaIDGUID"));
        const bool defunct = entry.text(QStringLiteral("isDefunct")) == QStringLiteral("TRUE");
        if (guid.size() != 16 || defunct)
            continue;
        const QString name = entry.text(QStringLiteral("lDAPDisplayName"));
        guids.set(name, guid);
        guids.m_propertySets.insert(name.toLower(), entry.value(QStringLiteral("attributeSecurityGUID")));
    }
    return guids;
}

} // namespace cloudsync
