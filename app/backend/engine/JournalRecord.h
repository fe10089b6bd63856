// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Progress.h"
#include "backend/engine/Result.h"
#include "backend/engine/UndoLog.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace cloudsync {

/// What a journal says of one task.
struct JournalTask
{
    enum class Phase { Applying, Applied, AlreadyThere, Failed, Skipped, Undone, LeftBehind };
    QString id;
    Phase phase = Phase::Skipped;
    QVector<QJsonObject> effects;
    qint64 milliseconds = 0;
    QStringList leftBehind;
    std::optional<Error> error;

    /// True when something of this task may still stand in the world.
    [[nodiscard]] bool hasEffects() const { return phase == Phase::Applying || !effects.isEmpty(); }
};

/// A journal read back. Tasks stand in the order in which they began; what was undone stays listed as such.
struct JournalRecord
{
    QString runId;
    QDateTime started;
    QDateTime ended;         ///< invalid while the run has not come to an end
    QString outcome;         ///< runOutcomeName, "undone", "undoneLeftBehind"; empty while open
    bool forgotten = false;
    QJsonObject header;
    QVector<JournalTask> tasks;

    [[nodiscard]] bool unfinished() const { return outcome.isEmpty() && !forgotten; }
    [[nodiscard]] const JournalTask *find(const QString &id) const;

    /// Reads one file. A torn last line (power loss) is ignored; any other broken line is JournalUnreadable.
    [[nodiscard]] static Result<JournalRecord> read(const QString &path);
    /// All runs of a folder, newest first. A missing folder is an empty list.
    [[nodiscard]] static Result<QVector<JournalRecord>> list(const QString &folder);
};

} // namespace cloudsync
