// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/setup/security/Guid.h"
#include "backend/setup/security/Sid.h"

#include <QByteArray>

#include <optional>

namespace cloudsync {

/// MS-DTYP 2.4.4.1. A type that is not listed here is kept as it is.
enum class AceType : quint8 {
    AccessAllowed = 0x00,
    AccessDenied = 0x01,
    SystemAudit = 0x02,
    SystemAlarm = 0x03,
    AccessAllowedCompound = 0x04,
    AccessAllowedObject = 0x05,
    AccessDeniedObject = 0x06,
    SystemAuditObject = 0x07,
    SystemAlarmObject = 0x08,
    AccessAllowedCallback = 0x09,
    AccessDeniedCallback = 0x0A,
    AccessAllowedCallbackObject = 0x0B,
    AccessDeniedCallbackObject = 0x0C,
    SystemAuditCallback = 0x0D,
    SystemAlarmCallback = 0x0E,
    SystemAuditCallbackObject = 0x0F,
    SystemAlarmCallbackObject = 0x10,
    SystemMandatoryLabel = 0x11,
    SystemResourceAttribute = 0x12,
    SystemScopedPolicyId = 0x13,
    SystemProcessTrustLabel = 0x14,
    SystemAccessFilter = 0x15
};

/// AceFlags, MS-DTYP 2.4.4.1.
namespace ace_flag {
constexpr quint8 objectInherit = 0x01;      // OI
constexpr quint8 containerInherit = 0x02;   // CI
constexpr quint8 noPropagateInherit = 0x04; // NP
constexpr quint8 inheritOnly = 0x08;        // IO
constexpr quint8 inherited = 0x10;          // ID
constexpr quint8 critical = 0x20;           // CR
constexpr quint8 successfulAccess = 0x40;   // SA; TP on an access filter
constexpr quint8 failedAccess = 0x80;       // FA
} // namespace ace_flag

/// Rights on directory objects, MS-ADTS 5.1.3.2.
namespace ds_right {
constexpr quint32 createChild = 0x1;
constexpr quint32 deleteChild = 0x2;
constexpr quint32 listContents = 0x4;
constexpr quint32 validatedWrite = 0x8;
constexpr quint32 readProperty = 0x10;
constexpr quint32 writeProperty = 0x20;
constexpr quint32 deleteTree = 0x40;
constexpr quint32 listObject = 0x80;
constexpr quint32 controlAccess = 0x100;
constexpr quint32 standardDelete = 0x10000;
constexpr quint32 readControl = 0x20000;
constexpr quint32 writeDacl = 0x40000;
constexpr quint32 writeOwner = 0x80000;
constexpr quint32 fullControl = 0xF01FF;  // what GA becomes on a directory object
constexpr quint32 genericRead = 0x20094;  // what GR becomes
constexpr quint32 genericWrite = 0x20028; // what GW becomes
} // namespace ds_right

/// One access control entry. Reading and writing it again gives the same bytes, whatever it holds: bytes after the SID
/// (a condition, a resource attribute, padding) stay in `applicationData`, the body of a type that is not understood in
/// `opaque`.
struct Ace
{
    /// How the bytes after the head are laid out.
    enum class Layout {
        Plain,  ///< mask, SID, application data
        Object, ///< mask, object flags, GUIDs as the flags say, SID, application data
        Opaque  ///< not understood
    };

    AceType type = AceType::AccessAllowed;
    quint8 flags = 0;
    quint32 mask = 0;
    std::optional<Guid> objectType;          ///< right, property set, attribute or class
    std::optional<Guid> inheritedObjectType; ///< class that inherits the entry
    quint32 otherObjectFlags = 0;            ///< bits of the object flags beside the two that announce the GUIDs
    Sid trustee;
    QByteArray applicationData;
    QByteArray opaque;

    [[nodiscard]] static Ace allow(const Sid &trustee, quint32 mask, quint8 flags = 0);
    [[nodiscard]] static Ace deny(const Sid &trustee, quint32 mask, quint8 flags = 0);
    /// An object entry; a plain one when neither GUID is given.
    [[nodiscard]] static Ace allowObject(const Sid &trustee, quint32 mask, quint8 flags,
                                         const std::optional<Guid> &objectType,
                                         const std::optional<Guid> &inheritedObjectType);
    [[nodiscard]] static Ace denyObject(const Sid &trustee, quint32 mask, quint8 flags,
                                        const std::optional<Guid> &objectType,
                                        const std::optional<Guid> &inheritedObjectType);

    /// Reads the entry at the start of `bytes`; `length` receives its size. SecurityDescriptorInvalid when it is
    /// malformed.
    [[nodiscard]] static Result<Ace> fromPrefix(QByteArrayView bytes, qsizetype &length);
    /// SecurityDescriptorInvalid when the entry is longer than its 16-bit size can say.
    [[nodiscard]] Result<QByteArray> toBytes() const;

    [[nodiscard]] Layout layout() const { return layoutOf(type); }
    [[nodiscard]] static Layout layoutOf(AceType type);
    [[nodiscard]] bool isInherited() const { return (flags & ace_flag::inherited) != 0; }
    [[nodiscard]] bool isAllow() const; ///< grants access (plain, object or callback)
    [[nodiscard]] bool isDeny() const;

    friend bool operator==(const Ace &, const Ace &) = default;
};

} // namespace cloudsync
