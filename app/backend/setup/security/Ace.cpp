// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/Ace.h"

#include <QtEndian>

#include <limits>

namespace cloudsync {

namespace {

constexpr quint32 objectTypePresent = 0x1;          // ACE_OBJECT_TYPE_PRESENT
constexpr quint32 inheritedObjectTypePresent = 0x2; // ACE_INHERITED_OBJECT_TYPE_PRESENT
constexpr qsizetype headSize = 4;
constexpr qsizetype guidSize = 16;

tl::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::SecurityDescriptorInvalid, QStringLiteral("ACE"), detail);
}

void appendLittleEndian(QByteArray &bytes, quint32 value)
{
    char raw[4];
    qToLittleEndian(value, raw);
    bytes.append(raw, 4);
}

Ace plain(AceType type, const Sid &trustee, quint32 mask, quint8 flags)
{
    Ace ace;
    ace.type = type;
    ace.flags = flags;
    ace.mask = mask;
    ace.trustee = trustee;
    return ace;
}

// Takes a GUID off the front of `body`.
Result<std::optional<Guid>> takeGuid(QByteArrayView &body)
{
    if (body.size() < guidSize)
        return invalid(QStringLiteral("ends within a GUID"));
    auto guid = Guid::fromBytes(body.first(guidSize));
    if (!guid)
        return fail(std::move(guid.error()));
    body = body.sliced(guidSize);
    return std::optional<Guid>(*guid);
}

} // namespace

Ace Ace::allow(const Sid &trustee, quint32 mask, quint8 flags)
{
    return plain(AceType::AccessAllowed, trustee, mask, flags);
}

Ace Ace::deny(const Sid &trustee, quint32 mask, quint8 flags)
{
    return plain(AceType::AccessDenied, trustee, mask, flags);
}

Ace Ace::allowObject(const Sid &trustee, quint32 mask, quint8 flags, const std::optional<Guid> &objectType,
                     const std::optional<Guid> &inheritedObjectType)
{
    Ace ace = allow(trustee, mask, flags);
    if (objectType || inheritedObjectType)
        ace.type = AceType::AccessAllowedObject;
    ace.objectType = objectType;
    ace.inheritedObjectType = inheritedObjectType;
    return ace;
}

Ace Ace::denyObject(const Sid &trustee, quint32 mask, quint8 flags, const std::optional<Guid> &objectType,
                    const std::optional<Guid> &inheritedObjectType)
{
    Ace ace = allowObject(trustee, mask, flags, objectType, inheritedObjectType);
    ace.type = ace.type == AceType::AccessAllowedObject ? AceType::AccessDeniedObject : AceType::AccessDenied;
    return ace;
}

Ace::Layout Ace::layoutOf(AceType type)
{
    switch (type) {
    case AceType::AccessAllowed:
    case AceType::AccessDenied:
    case AceType::SystemAudit:
    case AceType::SystemAlarm:
    case AceType::AccessAllowedCallback:
    case AceType::AccessDeniedCallback:
    case AceType::SystemAuditCallback:
    case AceType::SystemAlarmCallback:
    case AceType::SystemMandatoryLabel:
    case AceType::SystemResourceAttribute:
    case AceType::SystemScopedPolicyId:
    case AceType::SystemProcessTrustLabel:
    case AceType::SystemAccessFilter:
        return Layout::Plain;
    case AceType::AccessAllowedObject:
    case AceType::AccessDeniedObject:
    case AceType::SystemAuditObject:
    case AceType::SystemAlarmObject:
    case AceType::AccessAllowedCallbackObject:
    case AceType::AccessDeniedCallbackObject:
    case AceType::SystemAuditCallbackObject:
    case AceType::SystemAlarmCallbackObject:
        return Layout::Object;
    case AceType::AccessAllowedCompound:
        return Layout::Opaque;
    }
    return Layout::Opaque; // a type of a later system
}

Result<Ace> Ace::fromPrefix(QByteArrayView bytes, qsizetype &length)
{
    if (bytes.size() < headSize)
        return invalid(QStringLiteral("ends within its head"));
    const qsizetype size = qFromLittleEndian<quint16>(bytes.data() + 2);
    if (size < headSize)
        return invalid(QStringLiteral("size %1 is smaller than its head").arg(size));
    if (size > bytes.size())
        return invalid(QStringLiteral("size %1 exceeds the list it is in").arg(size));

    Ace ace;
    ace.type = static_cast<AceType>(static_cast<quint8>(bytes.at(0)));
    ace.flags = static_cast<quint8>(bytes.at(1));
    QByteArrayView body = bytes.sliced(headSize, size - headSize);
    length = size;
    const Layout layout = layoutOf(ace.type);
    if (layout == Layout::Opaque) {
        ace.opaque = body.toByteArray();
        return ace;
    }

    if (body.size() < 4)
        return invalid(QStringLiteral("ends within its access mask"));
    ace.mask = qFromLittleEndian<quint32>(body.data());
    body = body.sliced(4);
    if (layout == Layout::Object) {
        if (body.size() < 4)
            return invalid(QStringLiteral("ends within its object flags"));
        const auto objectFlags = qFromLittleEndian<quint32>(body.data());
        body = body.sliced(4);
        ace.otherObjectFlags = objectFlags & ~(objectTypePresent | inheritedObjectTypePresent);
        if ((objectFlags & objectTypePresent) != 0) {
            auto guid = takeGuid(body);
            if (!guid)
                return fail(std::move(guid.error()));
            ace.objectType = *guid;
        }
        if ((objectFlags & inheritedObjectTypePresent) != 0) {
            auto guid = takeGuid(body);
            if (!guid)
                return fail(std::move(guid.error()));
            ace.inheritedObjectType = *guid;
        }
    }
    qsizetype sidLength = 0;
    auto sid = Sid::fromPrefix(body, sidLength);
    if (!sid)
        return fail(std::move(sid.error()));
    ace.trustee = std::move(*sid);
    ace.applicationData = body.sliced(sidLength).toByteArray();
    return ace;
}

Result<QByteArray> Ace::toBytes() const
{
    QByteArray bytes;
    bytes.append(static_cast<char>(type));
    bytes.append(static_cast<char>(flags));
    bytes.append(2, '\0'); // the size, below
    const Layout shape = layout();
    if (shape == Layout::Opaque) {
        bytes.append(opaque);
    } else {
        appendLittleEndian(bytes, mask);
        if (shape == Layout::Object) {
            appendLittleEndian(bytes, otherObjectFlags | (objectType ? objectTypePresent : 0) |
                                          (inheritedObjectType ? inheritedObjectTypePresent : 0));
            if (objectType)
                bytes.append(objectType->toBytes());
            if (inheritedObjectType)
                bytes.append(inheritedObjectType->toBytes());
        }
        bytes.append(trustee.toBytes());
        bytes.append(applicationData);
    }
    if (bytes.size() > std::numeric_limits<quint16>::max())
        return invalid(QStringLiteral("%1 bytes, 65535 at most").arg(bytes.size()));
    qToLittleEndian(static_cast<quint16>(bytes.size()), bytes.data() + 2);
    return bytes;
}

bool Ace::isAllow() const
{
    return type == AceType::AccessAllowed || type == AceType::AccessAllowedObject ||
           type == AceType::AccessAllowedCallback || type == AceType::AccessAllowedCallbackObject;
}

bool Ace::isDeny() const
{
    return type == AceType::AccessDenied || type == AceType::AccessDeniedObject ||
           type == AceType::AccessDeniedCallback || type == AceType::AccessDeniedCallbackObject;
}

} // namespace cloudsync
