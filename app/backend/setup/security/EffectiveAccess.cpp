// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/EffectiveAccess.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

const Sid &self()
{
    static const Sid sid(5, {10});
    return sid;
}

const Sid &ownerRights()
{
    static const Sid sid(3, {4});
    return sid;
}

bool isCallback(const Ace &ace)
{
    return ace.type == AceType::AccessAllowedCallback || ace.type == AceType::AccessAllowedCallbackObject ||
           ace.type == AceType::AccessDeniedCallback || ace.type == AceType::AccessDeniedCallbackObject;
}

bool isInheritOnly(const Ace &ace)
{
    return (ace.flags & ace_flag::inheritOnly) != 0;
}

} // namespace

quint32 mapGenericRights(quint32 mask)
{
    constexpr quint32 genericRead = 0x80000000;
    constexpr quint32 genericWrite = 0x40000000;
    constexpr quint32 genericExecute = 0x20000000;
    constexpr quint32 genericAll = 0x10000000;
    quint32 mapped = mask & ~(genericRead | genericWrite | genericExecute | genericAll);
    if ((mask & genericRead) != 0)
        mapped |= ds_right::genericRead;
    if ((mask & genericWrite) != 0)
        mapped |= ds_right::genericWrite;
    if ((mask & genericExecute) != 0)
        mapped |= ds_right::readControl | ds_right::listContents;
    if ((mask & genericAll) != 0)
        mapped |= ds_right::fullControl;
    return mapped;
}

EffectiveAccess::EffectiveAccess(const SecurityDescriptor &descriptor, QVector<Sid> token, std::optional<Sid> object,
                                 std::optional<Guid> objectClass)
    : m_descriptor(descriptor), m_token(std::move(token)), m_object(std::move(object)), m_objectClass(objectClass)
{
    m_isOwner = m_descriptor.owner && m_token.contains(*m_descriptor.owner);
}

bool EffectiveAccess::isMine(const Ace &ace) const
{
    if (ace.trustee == self())
        return m_object && m_token.contains(*m_object);
    if (ace.trustee == ownerRights())
        return m_isOwner;
    return m_token.contains(ace.trustee);
}

// The types form a tree: the class above property sets, these above attributes. An entry speaks of its node and of all
// below it; one without a type speaks of the whole object. inheritedObjectType plays no part once an entry stands on an
// object: it has decided there whether it is inherit-only.
bool EffectiveAccess::speaksOf(const Ace &ace, const AccessQuestion &question) const
{
    if (!ace.objectType || ace.objectType == m_objectClass)
        return true;
    return ace.objectType == question.objectType || (question.propertySet && ace.objectType == question.propertySet);
}

// The owner may always read and change the list, unless an entry for OWNER RIGHTS says what the owner may.
quint32 EffectiveAccess::ofOwner() const
{
    if (!m_isOwner)
        return 0;
    const QVector<Ace> &aces = m_descriptor.dacl->aces;
    const bool isLimited = std::any_of(
        aces.cbegin(), aces.cend(), [](const Ace &ace) { return ace.trustee == ownerRights() && !isInheritOnly(ace); });
    return isLimited ? 0 : ds_right::readControl | ds_right::writeDacl;
}

AccessVerdict EffectiveAccess::ask(const AccessQuestion &question) const
{
    using Kind = AccessVerdict::Kind;
    const quint32 wanted = mapGenericRights(question.mask);
    if (!m_descriptor.dacl) // no list is no limit
        return {Kind::Granted, 0, {}};
    quint32 missing = wanted & ~ofOwner();
    if (missing == 0)
        return {Kind::Granted, 0, {}};
    std::optional<Ace> partDenied;
    for (const Ace &ace : m_descriptor.dacl->aces) {
        const quint32 mask = mapGenericRights(ace.mask) & missing;
        if (mask == 0 || isInheritOnly(ace) || !isMine(ace))
            continue;
        const bool speaks = speaksOf(ace, question);
        if (ace.isDeny()) {
            if (speaks)
                return {Kind::Denied, missing, ace};
            if (question.everyProperty && !partDenied)
                partDenied = ace;
        } else if (ace.isAllow() && speaks && !isCallback(ace)) {
            missing &= ~mask;
            if (missing == 0)
                return partDenied ? AccessVerdict{Kind::PartDenied, 0, partDenied}
                                  : AccessVerdict{Kind::Granted, 0, ace};
        }
    }
    return {Kind::NotGranted, missing, {}};
}

} // namespace cloudsync
