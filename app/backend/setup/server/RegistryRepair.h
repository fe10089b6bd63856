// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

#include <QVector>

namespace cloudsync {

/// A registry value that a repair sets.
struct RegistrySetting
{
    RegistryAddress address;
    quint32 value = 0;
    /// Windows reads it only when it starts, and it was in force already where nothing stood there: TLS 1.2 is on by
    /// default from Windows Server 2016 on. So a restart is needed only where the opposite stood there.
    bool readAtStart = false;
};

/// Ids of repairs that are made by registry values: "tls12" and "strongCrypto" (prerequisites.md section 5).
[[nodiscard]] QStringList registryRepairs();
/// The values of a repair; empty for an id that is not one of registryRepairs().
[[nodiscard]] QVector<RegistrySetting> settingsOfRepair(const QString &id);
[[nodiscard]] QString repairTitle(const QString &id);
/// The settings of a repair that do not have their value.
[[nodiscard]] Result<QVector<RegistrySetting>> missingSettings(Machine &machine, const QString &id);
/// "HKLM\key!name".
[[nodiscard]] QString registryText(const RegistryAddress &address);

} // namespace cloudsync
