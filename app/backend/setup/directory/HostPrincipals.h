// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"
#include "backend/setup/security/Sid.h"

namespace cloudsync {

/// Somebody who is to use the service account: a computer, or a group of computers.
struct HostPrincipal
{
    QString name; ///< sAMAccountName as the directory has it, for example "SYNC1$"
    QString dn;
    Sid sid;
    bool isGroup = false;
    /// msDS-SupportedEncryptionTypes of a computer; 0 where it is not set.
    int encryptionTypes = 0;
};

/// Finds each name of `hosts`: a computer account (with or without its $) first, else a group.
/// DirectoryObjectMissing with the name as subject for the first that is not there.
[[nodiscard]] Result<QVector<HostPrincipal>> findHosts(Directory &directory, const QStringList &hosts,
                                                       const std::stop_token &stop);

/// sAMAccountName of each SID, in order; the SID's text where the directory does not know it.
[[nodiscard]] Result<QStringList> namesOfSids(Directory &directory, const QVector<Sid> &sids,
                                              const std::stop_token &stop);

} // namespace cloudsync
