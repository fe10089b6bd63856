// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Ldif.h"

namespace cloudsync::tests {
namespace {

QByteArray unfolded(QByteArray ldif)
{
    ldif.replace("\r\n", "\n");
    ldif.replace("\n ", "");
    return ldif;
}

} // namespace

QList<LdifEntry> parseLdif(const QByteArray &ldif)
{
    QList<LdifEntry> entries;
    bool inEntry = false;
    const QByteArrayList lines = unfolded(ldif).split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty()) {
            inEntry = false;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (line.startsWith('#') || colon <= 0)
            continue;
        const QString name = QString::fromUtf8(line.left(colon));
        const bool encoded = line.mid(colon + 1).startsWith(':');
        QByteArray value = line.mid(colon + (encoded ? 2 : 1));
        // FILL is spaces only; a value that begins or ends with a space is always base64 (RFC 2849).
        while (value.startsWith(' '))
            value.remove(0, 1);
        if (encoded)
            value = QByteArray::fromBase64(value);
        if (name == QLatin1String("dn")) {
            entries.append({QString::fromUtf8(value), {}});
            inEntry = true;
        } else if (inEntry) {
            entries.last().attributes[name.toLower()].append(value);
        }
    }
    return entries;
}

} // namespace cloudsync::tests
