// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/security/SecurityDescriptor.h"

namespace cloudsync {

/// Who may retrieve a group managed service account's password: the descriptor in its attribute
/// msDS-GroupMSAMembership. An allow entry that carries "read property" lets its trustee in (MS-ADTS 3.1.1.4.5.39).
class PasswordReaders
{
public:
    /// Owner BUILTIN\Administrators, nobody let in yet: what New-ADServiceAccount begins with.
    PasswordReaders();
    /// Empty bytes are an account that never had the attribute. SecurityDescriptorInvalid when they cannot be read.
    [[nodiscard]] static Result<PasswordReaders> fromBytes(const QByteArray &bytes);
    [[nodiscard]] Result<QByteArray> toBytes() const { return m_descriptor.toBytes(); }

    /// True when an entry lets this very SID in and none shuts it out. Groups are not looked into.
    [[nodiscard]] bool contains(const Sid &sid) const;
    /// SIDs that are let in, each once, in the order of the list.
    [[nodiscard]] QVector<Sid> list() const;
    /// Adds an entry with full control, the customary one, in canonical order. The entry as it was added.
    Ace add(const Sid &sid);
    /// Takes out one entry that is equal byte for byte. False when there is none.
    bool remove(const Ace &ace);

private:
    SecurityDescriptor m_descriptor;
};

} // namespace cloudsync
