// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Secret.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace cloudsync {

/// The terminal, or what stands in for it. Text is UTF-8.
struct CliStreams
{
    std::function<void(const QByteArray &)> out;
    std::function<void(const QByteArray &)> err;
    bool colour = false; ///< standard output is a terminal that shows colours
    /// Asks a question that is answered with yes or no; absent when there is no terminal.
    std::function<bool(const QString &question)> confirm;
    /// Asks for a word that is shown while it is typed; absent when there is no terminal.
    std::function<std::optional<QString>(const QString &question)> askText;
    /// Asks for a secret without showing it; absent when there is no terminal.
    std::function<std::optional<Secret>(const QString &purpose)> askSecret;
};

} // namespace cloudsync
