// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/engine/Secret.h"

#include <QJsonObject>
#include <QMap>

#include <functional>
#include <stop_token>

namespace cloudsync::windows {

/// Windows PowerShell 5.1 with a script of the program's own. What the script works on goes to its standard input as one JSON document,
/// secrets too: nothing of it stands on a command line, in the environment or in the text of the script, so nothing of it can become code.
class PowerShell
{
public:
    /// One line of the script's output.
    using OnLine = std::function<void(const QJsonObject &line)>;

    /// `secrets` are added to `request` under their names. Errors: AgentCommandFailed (could not be started, ended with an error of its
    /// own), TimedOut after ten minutes, Cancelled.
    [[nodiscard]] Result<void> run(const QByteArray &script, QJsonObject request, const QMap<QString, Secret> &secrets, const OnLine &onLine,
                                   const std::stop_token &stop) const;
};

} // namespace cloudsync::windows
