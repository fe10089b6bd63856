// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/EncryptionTypes.h"

#include "backend/setup/directory/DirectoryText.h"

#include <algorithm>

namespace cloudsync::encryption_types {

QString text(int types)
{
    QStringList names;
    if ((types & 0x3) != 0)
        names.append(QStringLiteral("DES"));
    if ((types & rc4) != 0)
        names.append(QStringLiteral("RC4"));
    if ((types & 0x8) != 0)
        names.append(QStringLiteral("AES128"));
    if ((types & 0x10) != 0)
        names.append(QStringLiteral("AES256"));
    return names.isEmpty() ? DirectoryText::tr("not set") : names.join(QStringLiteral(", "));
}

int effective(int stored)
{
    return (stored & all) != 0 ? stored & all : rc4;
}

int forNewAccount(const QVector<HostPrincipal> &hosts)
{
    return apart(hosts, aes).isEmpty() ? aes : aes | rc4;
}

QVector<HostPrincipal> apart(const QVector<HostPrincipal> &hosts, int accountTypes)
{
    QVector<HostPrincipal> list;
    std::copy_if(hosts.cbegin(), hosts.cend(), std::back_inserter(list), [&](const HostPrincipal &host) {
        const int types = host.encryptionTypes & all;
        return !host.isGroup && types != 0 && (types & accountTypes) == 0;
    });
    return list;
}

int widened(int stored, const QVector<HostPrincipal> &hosts)
{
    if (apart(hosts, effective(stored)).isEmpty())
        return stored;
    const int types = (stored & all) | aes;
    return apart(hosts, types).isEmpty() ? types : types | rc4;
}

} // namespace cloudsync::encryption_types
