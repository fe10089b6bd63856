// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Finding.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace cloudsync {

/// One thing about one value of one object that the tenant will object to, or that an administrator should know.
/// Error: the object or the value will not arrive. Warning: it arrives changed or incomplete. Info: a note.
struct ScanFinding
{
    QString rule; ///< stable and public, for example "proxyAddresses.duplicate"
    Severity severity = Severity::Error;
    QString domain; ///< DNS name
    QString dn;
    QString attribute;
    QString value; ///< as it stands in the directory; bytes in hexadecimal; empty when the attribute is missing
    QString message;
    QString proposal;                ///< what to do, for people
    std::optional<QString> newValue; ///< what the value could become; empty text: take the value away

    /// {"rule","severity","domain","dn","attribute","value","message","proposal"[,"newValue"]}
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<ScanFinding> fromJson(const QJsonObject &object);
};

/// Takes findings one by one as they are made; none is kept.
using FindingSink = std::function<void(const ScanFinding &)>;

} // namespace cloudsync
