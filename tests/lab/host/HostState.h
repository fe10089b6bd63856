// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace cloudsync {

/// The stand-in host's memory: FOLDER/host.json, shared with the installer under a file lock.
class HostState
{
public:
    explicit HostState(QString folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] QJsonObject read() const;
    /// Reads, lets `change` alter, writes back in one piece.
    [[nodiscard]] Result<void> change(const std::function<void(QJsonObject &)> &change) const;
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    [[nodiscard]] QString path() const { return m_folder + QStringLiteral("/host.json"); }
    QString m_folder;
};

} // namespace cloudsync
