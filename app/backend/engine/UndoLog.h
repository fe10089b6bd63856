// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QJsonObject>
#include <QVector>

#include <functional>

namespace cloudsync {

/// What one task recorded while it was applied, oldest first, and whether it came to its end. After a crash
/// `interrupted` is true: an effect may have been made whose record is missing, so rollback looks before it acts.
struct UndoData
{
    QVector<QJsonObject> effects;
    bool interrupted = false;
};

/// Where a task records each effect. The record is on disk when the call returns.
class UndoLog
{
public:
    using Sink = std::function<Result<void>(const QJsonObject &effect)>;
    explicit UndoLog(Sink sink);

    /// Records one effect. Give enough to find exactly what was made (objectGUID, ACE bytes, job id) and what stood
    /// there before. Never a secret. Fails when the journal cannot be written: then stop.
    [[nodiscard]] Result<void> record(const QJsonObject &effect);
    [[nodiscard]] const QVector<QJsonObject> &effects() const { return m_effects; }

private:
    Sink m_sink;
    QVector<QJsonObject> m_effects;
};

} // namespace cloudsync
