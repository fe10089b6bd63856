// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QMap>
#include <QString>

namespace cloudsync::tests {

/// One entry of LDIF (RFC 2849) as a search tool prints it.
struct LdifEntry
{
    QString dn;
    QMap<QString, QByteArrayList> attributes; ///< keys in lower case, values decoded

    [[nodiscard]] bool has(const QString &name) const { return attributes.contains(name.toLower()); }
    /// The values of an attribute in the order given; empty when it is absent.
    [[nodiscard]] QByteArrayList values(const QString &name) const { return attributes.value(name.toLower()); }
    /// The first value, empty when absent.
    [[nodiscard]] QByteArray value(const QString &name) const { return values(name).value(0); }
};

/// Reads entries; folded lines, base64 values and comments are understood, anything that is not an entry is skipped.
[[nodiscard]] QList<LdifEntry> parseLdif(const QByteArray &ldif);

} // namespace cloudsync::tests
