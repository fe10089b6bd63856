// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Error.h"

#include <QStringList>

#include <optional>

namespace cloudsync {

/// A code of another side, in words: whole sentences, translated.
struct KnownCode
{
    QString code;     ///< as it stands in the details, for example "AADSTS50076"
    QString happened; ///< what it means
    QString next;     ///< what helps
};

/// What the other side's own code in `detail` tells more than ours: AADSTS numbers of a sign-in, codes of the provisioning
/// service for a quarantined job, codes of the agent's installer.
[[nodiscard]] std::optional<KnownCode> knownCode(const Error &error);

/// The same for a text of the provisioning service that is no error of ours: an entry of its log, a provisioning on demand.
[[nodiscard]] std::optional<KnownCode> knownServiceCode(const QString &text);

/// Every code of the table, for tests: AADSTS numbers as "AADSTS50076", others as they stand in the details.
[[nodiscard]] QStringList knownCodeNames();

} // namespace cloudsync
