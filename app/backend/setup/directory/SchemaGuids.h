// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"

#include <QHash>

namespace cloudsync {

/// schemaIDGUID (16 bytes) by lDAPDisplayName of the classes and attributes that a forest's schema has. Names compare
/// without case.
class SchemaGuids
{
public:
    /// Reads those of `names` that the schema has; the others are simply not there.
    [[nodiscard]] static Result<SchemaGuids> read(Directory &directory, const QStringList &names,
                                                  const std::stop_token &stop);

    [[nodiscard]] bool has(const QString &name) const { return m_guids.contains(name.toLower()); }
    [[nodiscard]] QByteArray guid(const QString &name) const { return m_guids.value(name.toLower()); }
    void set(const QString &name, const QByteArray &guid) { m_guids.insert(name.toLower(), guid); }
    /// attributeSecurityGUID: the property set that an attribute belongs to; empty when to none.
    [[nodiscard]] QByteArray propertySet(const QString &name) const { return m_propertySets.value(name.toLower()); }

private:
    QHash<QString, QByteArray> m_guids;
    QHash<QString, QByteArray> m_propertySets;
};

} // namespace cloudsync
