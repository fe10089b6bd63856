// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QFile>
#include <QJsonObject>
#include <QLockFile>

#include <memory>
#include <mutex>

namespace cloudsync {

/// The record of one run: a JSON-lines file, each line on disk before the call returns. Holds no secret. Fields are
/// public: "time" (RFC 3339, UTC), "run", "event", and by event "task", "data", "milliseconds", "error", "outcome".
/// Events: runStarted, runContinued, applying, effect, applied, alreadyThere, failed, skipped, undoing, undone, leftBehind, runEnded,
/// forgotten. One file belongs to one run; continuing or undoing it appends.
class Journal
{
public:
    /// Creates `folder` (owner only) and the file <run id>.jsonl, takes the folder's lock and writes runStarted with `header`.
    /// RunInProgress when another process holds the lock; JournalUnwritable when the file cannot be made.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> create(const QString &folder, const QJsonObject &header);
    /// Opens an existing run to continue or undo it, under the same lock.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString &folder, const QString &runId);

    [[nodiscard]] const QString &runId() const { return m_runId; }
    [[nodiscard]] QString path() const { return m_file.fileName(); }

    /// Appends one event and flushes it to the disk. Thread-safe.
    [[nodiscard]] Result<void> append(const QString &event, QJsonObject fields = {});

private:
    Journal(QString runId, const QString &path, std::unique_ptr<QLockFile> lock);
    QString m_runId;
    QFile m_file;
    std::unique_ptr<QLockFile> m_lock;
    std::mutex m_mutex;
};

} // namespace cloudsync
