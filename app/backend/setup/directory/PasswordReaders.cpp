// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/PasswordReaders.h"

#include "backend/setup/directory/AccessList.h"
#include "backend/setup/security/AclEdit.h"

#include <algorithm>

namespace cloudsync {

namespace {

bool letsIn(const Ace &ace)
{
    constexpr quint32 genericAll = 0x10000000;
    constexpr quint32 genericRead = 0x80000000;
    return (ace.mask & (ds_right::readProperty | genericAll | genericRead)) != 0 &&
           (ace.flags & ace_flag::inheritOnly) == 0;
}

} // namespace

PasswordReaders::PasswordReaders()
{
    m_descriptor.owner = Sid(5, {32, 544});
    Acl acl;
    acl.revision = Acl::plainRevision;
    m_descriptor.setDacl(acl);
}

Result<PasswordReaders> PasswordReaders::fromBytes(const QByteArray &bytes)
{
    PasswordReaders readers;
    if (bytes.isEmpty())
        return readers;
    auto descriptor = SecurityDescriptor::fromBytes(bytes);
    if (!descriptor)
        return fail(std::move(descriptor.error()));
    readers.m_descriptor = std::move(*descriptor);
    return readers;
}

bool PasswordReaders::contains(const Sid &sid) const
{
    return list().contains(sid);
}

QVector<Sid> PasswordReaders::list() const
{
    QVector<Sid> in;
    QVector<Sid> out;
    if (!m_descriptor.dacl)
        return in;
    for (const Ace &ace : m_descriptor.dacl->aces) {
        if (ace.isDeny() && letsIn(ace))
            out.append(ace.trustee);
        if (ace.isAllow() && letsIn(ace) && !in.contains(ace.trustee))
            in.append(ace.trustee);
    }
    in.removeIf([&](const Sid &sid) { return out.contains(sid); });
    return in;
}

Ace PasswordReaders::add(const Sid &sid)
{
    const Ace ace = Ace::allow(sid, ds_right::fullControl);
    if (!m_descriptor.dacl) {
        Acl acl;
        acl.revision = Acl::plainRevision;
        m_descriptor.setDacl(acl);
    }
    insertGrant(*m_descriptor.dacl, ace);
    return ace;
}

bool PasswordReaders::remove(const Ace &ace)
{
    return m_descriptor.dacl && removeExact(*m_descriptor.dacl, ace);
}

} // namespace cloudsync
