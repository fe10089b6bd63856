// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QJsonObject>

#include <memory>
#include <mutex>

namespace cloudsync {

/// Copies of documents that are about to be replaced or removed, one JSON file each, in a folder for the owner alone.
/// What is confidential does not belong into them: who keeps a copy leaves it out. Thread-safe.
class StateCopies
{
public:
    explicit StateCopies(QString folder);

    /// Writes a copy and returns its file name (no path): "20260131T120000Z-contoso.com-schema.json", with a number
    /// behind it where the name is taken. FileUnwritable when it cannot be written: then nothing must be replaced.
    [[nodiscard]] Result<QString> keep(const QString &subject, const QJsonObject &document);
    /// A copy by the name that keep() gave. FileUnreadable when it is not there, or was changed into something else.
    [[nodiscard]] Result<QJsonObject> read(const QString &name) const;
    [[nodiscard]] QString path(const QString &name) const;

private:
    const QString m_folder;
    std::mutex m_mutex;
};

} // namespace cloudsync
