// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

namespace cloudsync::windows {

/// Values below HKEY_LOCAL_MACHINE, in the 64-bit view. RegistryFailed where the system refuses.
class Registry
{
public:
    /// nullopt when key or value are not there.
    [[nodiscard]] Result<std::optional<QVariant>> value(const RegistryAddress &address) const;
    /// Makes the key where it is missing.
    [[nodiscard]] Result<void> set(const RegistryAddress &address, const QVariant &value) const;
    /// Removes the value alone; its key stays, empty or not.
    [[nodiscard]] Result<void> removeValue(const RegistryAddress &address) const;
    /// Removes the value, and the key (and those above it below the second level) where nothing is left in it.
    [[nodiscard]] Result<void> remove(const RegistryAddress &address) const;
    /// The value as text; empty when it is not there or is not a text.
    [[nodiscard]] QString text(const QString &key, const QString &name) const;
    [[nodiscard]] bool hasKey(const QString &key) const;
    /// Names of the keys directly below.
    [[nodiscard]] QStringList keys(const QString &key) const;
};

} // namespace cloudsync::windows
