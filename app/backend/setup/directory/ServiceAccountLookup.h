// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"
#include "backend/setup/directory/DirectorySetup.h"

#include <optional>

namespace cloudsync {

/// "provAgentgMSA" and "provAgentgMSA$" -> "provAgentgMSA$".
[[nodiscard]] QString accountNameWithDollar(const QString &name);

/// GUID_MANAGED_SERVICE_ACCOUNTS_CONTAINER_W in hexadecimal, as otherWellKnownObjects has it.
[[nodiscard]] QString serviceAccountContainerGuid();

/// DN of the domain's container for managed service accounts, found by its well-known GUID and not by its name.
/// ServiceAccountContainerMissing when the domain does not name one, or names one that is deleted or gone.
[[nodiscard]] Result<QString> serviceAccountContainer(Directory &directory, const std::stop_token &stop);

/// What bears the account's name in a domain.
struct NameHolder
{
    DirectoryEntry entry;
    bool isServiceAccount = false; ///< a group managed service account
};
/// The object with this sAMAccountName (or, a group managed service account with another one, this common name: the
/// vendor's installer makes CN=provAgentgMSA with the name pGMSA_<hex>$). nullopt when the name is free.
[[nodiscard]] Result<std::optional<NameHolder>> findNameHolder(Directory &directory, const QString &name,
                                                               const std::stop_token &stop);

/// Attributes that serviceAccountFacts() reads.
[[nodiscard]] QStringList serviceAccountAttributes();
/// SecurityDescriptorInvalid when msDS-GroupMSAMembership cannot be read.
[[nodiscard]] Result<ServiceAccountFacts> serviceAccountFacts(Directory &directory, const DirectoryEntry &entry,
                                                              const std::stop_token &stop);

} // namespace cloudsync
