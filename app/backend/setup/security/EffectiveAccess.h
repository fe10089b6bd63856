// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/security/SecurityDescriptor.h"

#include <QVector>

#include <optional>

namespace cloudsync {

/// One question to an object's access list.
struct AccessQuestion
{
    quint32 mask = 0;                ///< ds_right bits, all of them wanted
    std::optional<Guid> objectType;  ///< attribute, class of a child, extended right or validated write
    std::optional<Guid> propertySet; ///< attributeSecurityGUID of the attribute, where it belongs to a property set
    /// Asks for every property instead of one: a denial for a single attribute or property set then counts against it.
    bool everyProperty = false;
};

/// What the list answers, and the entry that decided.
struct AccessVerdict
{
    enum class Kind {
        Granted,
        Denied,     ///< an entry denies it before another grants it
        PartDenied, ///< everyProperty: granted, but for the properties that `by` denies
        NotGranted  ///< no entry speaks of it
    };
    Kind kind = Kind::NotGranted;
    quint32 missing = 0; ///< bits that were not granted
    std::optional<Ace>
        by; ///< the denial, or the last entry that granted; nullopt where nothing decided or the owner may
    [[nodiscard]] bool isGranted() const { return kind == Kind::Granted; }
};

/// What somebody may do with one object: the access check of MS-DTYP 2.5.3.2 with the object types of MS-ADTS 5.1.3.3,
/// on values alone. Entries count in the order in which they stand. Conditions of callback entries are not evaluated:
/// such a grant does not count, such a denial does, so that nothing is called granted that may not be.
class EffectiveAccess
{
public:
    /// `token`: the SIDs of who asks: the account, its groups, nested ones too, and those that everybody has (Everyone,
    /// Authenticated Users). `object` is the object's own SID, which SELF stands for; nullopt where it has none.
    /// `objectClass`: schemaIDGUID of its most specific class: an entry for that class speaks of the whole object.
    EffectiveAccess(const SecurityDescriptor &descriptor, QVector<Sid> token, std::optional<Sid> object = {},
                    std::optional<Guid> objectClass = {});

    [[nodiscard]] AccessVerdict ask(const AccessQuestion &question) const;

private:
    [[nodiscard]] bool isMine(const Ace &ace) const;
    [[nodiscard]] bool speaksOf(const Ace &ace, const AccessQuestion &question) const;
    [[nodiscard]] quint32 ofOwner() const;

    const SecurityDescriptor &m_descriptor;
    QVector<Sid> m_token;
    std::optional<Sid> m_object;
    std::optional<Guid> m_objectClass;
    bool m_isOwner = false;
};

/// Generic bits of a mask as rights on directory objects (MS-ADTS 5.1.3.2): GA, GR, GW and GE.
[[nodiscard]] quint32 mapGenericRights(quint32 mask);

} // namespace cloudsync
