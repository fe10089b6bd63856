// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/UniqueValues.h"

namespace cloudsync {

namespace {

const QString smtp = QStringLiteral("smtp:");

} // namespace

QByteArray UniqueValue::comparable() const
{
    const bool typed = space == ValueSpace::Address && value.startsWith(smtp, Qt::CaseInsensitive);
    return (typed ? value.mid(smtp.size()) : value).toCaseFolded().toUtf8();
}

QVector<UniqueValue> uniqueValues(const ScannedObject &object)
{
    QVector<UniqueValue> values;
    if (!object.mail.isEmpty())
        values.append({ValueSpace::Address, QStringLiteral("mail"), object.mail});
    for (const QString &address : object.proxyAddresses) {
        const bool mail = address.startsWith(smtp, Qt::CaseInsensitive);
        values.append({mail ? ValueSpace::Address : ValueSpace::OtherAddress, QStringLiteral("proxyAddresses"), address});
    }
    if (!object.principalName.isEmpty())
        values.append({ValueSpace::Address, QStringLiteral("userPrincipalName"), object.principalName});
    if (!object.mailNickname.isEmpty())
        values.append({ValueSpace::Nickname, QStringLiteral("mailNickname"), object.mailNickname});
    if (!object.targetAddress.isEmpty())
        values.append({ValueSpace::Target, QStringLiteral("targetAddress"), object.targetAddress});
    if (!object.consistencyGuid.isEmpty())
        values.append({ValueSpace::Anchor, QStringLiteral("mS-DS-ConsistencyGuid"),
                       QString::fromLatin1(object.consistencyGuid.toHex())});
    if (object.groupLink.startsWith(QStringLiteral("Group_"), Qt::CaseInsensitive))
        values.append({ValueSpace::GroupLink, QStringLiteral("msDS-ExternalDirectoryObjectId"), object.groupLink});
    return values;
}

} // namespace cloudsync
