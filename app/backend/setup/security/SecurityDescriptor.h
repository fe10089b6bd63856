// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/security/Acl.h"

#include <optional>

namespace cloudsync {

/// Control flags, MS-DTYP 2.4.6.
namespace sd_control {
constexpr quint16 ownerDefaulted = 0x0001;
constexpr quint16 groupDefaulted = 0x0002;
constexpr quint16 daclPresent = 0x0004;
constexpr quint16 daclDefaulted = 0x0008;
constexpr quint16 saclPresent = 0x0010;
constexpr quint16 saclDefaulted = 0x0020;
constexpr quint16 daclTrusted = 0x0040;
constexpr quint16 serverSecurity = 0x0080;
constexpr quint16 daclAutoInheritRequired = 0x0100;
constexpr quint16 saclAutoInheritRequired = 0x0200;
constexpr quint16 daclAutoInherited = 0x0400;
constexpr quint16 saclAutoInherited = 0x0800;
constexpr quint16 daclProtected = 0x1000;
constexpr quint16 saclProtected = 0x2000;
constexpr quint16 resourceManagerControlValid = 0x4000;
constexpr quint16 selfRelative = 0x8000;
} // namespace sd_control

/// A security descriptor (MS-DTYP 2.4.6) in values. Reading the self-relative form and writing it again gives the same
/// bytes: the order of its parts and bytes between and after them are kept beside the values.
class SecurityDescriptor
{
public:
    quint8 revision = 1;
    quint8 resourceManagerControl = 0; ///< Sbz1
    quint16 control = sd_control::selfRelative;
    std::optional<Sid> owner;
    std::optional<Sid> group;
    std::optional<Acl> sacl;
    std::optional<Acl> dacl;

    /// From the self-relative form, as nTSecurityDescriptor and msDS-GroupMSAMembership hold it.
    /// SecurityDescriptorInvalid when anything in it does not fit.
    [[nodiscard]] static Result<SecurityDescriptor> fromBytes(const QByteArray &bytes);
    /// SecurityDescriptorInvalid when a list is longer than 65535 bytes.
    [[nodiscard]] Result<QByteArray> toBytes() const;

    /// True when a DACL is present and null: everybody may do everything. An absent DACL is not that.
    [[nodiscard]] bool hasNullDacl() const { return (control & sd_control::daclPresent) != 0 && !dacl; }
    /// Inheritance from the parent is blocked.
    [[nodiscard]] bool isDaclProtected() const { return (control & sd_control::daclProtected) != 0; }
    /// Sets the DACL and the control flag that says there is one.
    void setDacl(Acl acl);
    /// Only the DACL and its control flags: what a write with the SD flags control 4 (DaclPart) sends.
    [[nodiscard]] SecurityDescriptor daclOnly() const;

    /// Compares the values, not how their bytes were laid out.
    friend bool operator==(const SecurityDescriptor &a, const SecurityDescriptor &b);

private:
    enum class Part { Owner, Group, Sacl, Dacl };
    struct Piece
    {
        Part part;
        QByteArray before;         // bytes between the piece before and this one
        bool sharesOffset = false; // group at the very bytes of the owner
    };
    QVector<Piece> m_layout; // as read; empty for one made here
    QByteArray m_trailing;
};

} // namespace cloudsync
