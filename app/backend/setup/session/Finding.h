// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QVector>

namespace cloudsync {

enum class Severity { Ok, Info, Warning, Error };

/// "ok", "info", "warning" or "error".
[[nodiscard]] QString severityName(Severity severity);

/// One thing that was looked at. Text is for people and translated; `evidence` may hold text from outside.
struct Finding
{
    QString id;       ///< stable and public, for example "directory.contoso.test.kdsRootKey"
    Severity severity = Severity::Ok;
    QString section;  ///< "server", "directory" or "tenant"
    QString title;
    QString evidence; ///< what was seen
    QString cause;    ///< why it is so; empty when all is well
    QString remedy;   ///< what to do; empty when all is well
    bool canRepair = false;

    [[nodiscard]] QJsonObject toJson() const; ///< as in the command-line contract
};

} // namespace cloudsync
