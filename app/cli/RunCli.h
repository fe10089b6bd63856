// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/Backend.h"
#include "cli/Streams.h"

#include <QJsonObject>

#include <memory>
#include <stop_token>

namespace cloudsync {

/// What the command line asks of the composition root once the arguments are known.
struct CliSettings
{
    QString stateFolder; ///< empty: the default one
    QString logFile;     ///< empty: none
    LogLevel logLevel = LogLevel::Info;
    SignInPrompt *prompt = nullptr;
    std::function<std::optional<Secret>(const QString &purpose)> askSecret; ///< absent when there is no terminal
};

/// The backend together with all it stands on.
class CliBackend
{
public:
    virtual ~CliBackend() = default;
    [[nodiscard]] virtual Backend &backend() = 0;
    /// {"openssl": "…", …} for `version`.
    [[nodiscard]] virtual QJsonObject libraryVersions() const = 0;
};

using CliComposition = std::function<Result<std::unique_ptr<CliBackend>>(const CliSettings &)>;

/// One call of cloud-sync-setup-cli, in process. `words` without the program's name. Waits for nobody: what would have to be asked and
/// cannot be is an error with exit code 2.
[[nodiscard]] ExitCode runCli(const QStringList &words, const CliStreams &streams, const CliComposition &composition,
                              std::stop_token stop = {});

} // namespace cloudsync
