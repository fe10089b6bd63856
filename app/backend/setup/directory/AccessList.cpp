// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/AccessList.h"

#include <algorithm>

namespace cloudsync {

Result<AccessList> readAccessList(Directory &directory, const QString &dn, const std::stop_token &stop)
{
    auto entry =
        directory.read(dn, {QStringLiteral("nTSecurityDescriptor"), QStringLiteral("objectGUID")}, stop, DaclPart);
    if (!entry)
        return fail(std::move(entry.error()));
    AccessList list;
    list.dn = entry->dn;
    list.guid = entry->value(QStringLiteral("objectGUID"));
    list.bytes = entry->value(QStringLiteral("nTSecurityDescriptor"));
    if (list.bytes.isEmpty())
        return fail(ErrorCode::DirectoryRightMissing, list.dn, QStringLiteral("nTSecurityDescriptor is not shown"));
    auto descriptor = SecurityDescriptor::fromBytes(list.bytes);
    if (!descriptor)
        return fail(ErrorCode::SecurityDescriptorInvalid, list.dn, descriptor.error().detail);
    if (!descriptor->dacl) // a null list lets everybody in; adding entries to it would shut everybody else out
        return fail(ErrorCode::SecurityDescriptorInvalid, list.dn,
                    QStringLiteral("the object has no access control list"));
    list.descriptor = std::move(*descriptor);
    return list;
}

Result<void> writeAccessList(Directory &directory, const QString &dn, const SecurityDescriptor &descriptor,
                             const std::stop_token &stop)
{
    auto bytes = descriptor.daclOnly().toBytes();
    if (!bytes)
        return fail(ErrorCode::SecurityDescriptorInvalid, dn, bytes.error().detail);
    return directory.modify(
        dn, {{DirectoryModification::Operation::Replace, QStringLiteral("nTSecurityDescriptor"), {*bytes}}}, DaclPart,
        stop);
}

void insertGrant(Acl &acl, const Ace &ace)
{
    const auto place =
        std::find_if(acl.aces.cbegin(), acl.aces.cend(), [](const Ace &one) { return one.isInherited(); });
    acl.aces.insert(place, ace);
    if (ace.layout() == Ace::Layout::Object)
        acl.revision = std::max(acl.revision, Acl::objectRevision);
}

Result<QString> aceToHex(const Ace &ace)
{
    auto bytes = ace.toBytes();
    if (!bytes)
        return fail(std::move(bytes.error()));
    return QString::fromLatin1(bytes->toHex());
}

Result<QVector<Ace>> acesFromHex(const QJsonArray &list)
{
    QVector<Ace> aces;
    for (const QJsonValue &value : list) {
        const QByteArray bytes = QByteArray::fromHex(value.toString().toLatin1());
        qsizetype length = 0;
        auto ace = Ace::fromPrefix(bytes, length);
        if (!ace)
            return fail(std::move(ace.error()));
        aces.append(*ace);
    }
    return aces;
}

} // namespace cloudsync
