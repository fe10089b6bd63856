// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/engine/RunContext.h"
#include "backend/engine/UndoLog.h"

#include <QStringList>

#include <optional>

namespace cloudsync {

using TaskId = QString; ///< stable and public, for example "directory.contoso.com.gmsa"

/// What a check found.
struct State
{
    enum class Kind { Satisfied, Missing, Conflict };
    Kind kind = Kind::Satisfied;
    QStringList changes;     ///< Missing: what would change, one sentence each
    std::optional<Error> why; ///< Conflict: what stands in the way

    [[nodiscard]] static State satisfied() { return {}; }
    [[nodiscard]] static State missing(QStringList changes);
    [[nodiscard]] static State conflict(Error why);
};

/// "satisfied", "missing" or "conflict".
[[nodiscard]] QString stateName(State::Kind kind);

/// Whether a change can be taken back, and if not, why: shown before anything is done.
struct Reversibility
{
    bool reversible = true;
    QString why;
};

/// One change to the world. Above each implementation stands a comment Needs / Changes / Undo.
class Task
{
public:
    Task() = default;
    Task(const Task &) = delete;
    Task &operator=(const Task &) = delete;
    virtual ~Task();

    [[nodiscard]] virtual TaskId id() const = 0;
    [[nodiscard]] virtual QString section() const = 0; ///< group the task is filtered and listed by
    [[nodiscard]] virtual QString title() const = 0;   ///< for people, translated
    [[nodiscard]] virtual QStringList needs() const;   ///< ids of tasks that must have ended well before
    [[nodiscard]] virtual QString neededRight() const; ///< for people; empty when none in particular
    [[nodiscard]] virtual Reversibility reversibility() const;

    /// Reads only. Also the dry run, the resume and the drift watch.
    [[nodiscard]] virtual Result<State> check(RunContext &context) = 0;
    /// Makes the change; safe to run twice; records each effect as it is made.
    [[nodiscard]] virtual Result<void> apply(RunContext &context, UndoLog &undo) = 0;
    /// Takes back what `data` records, newest first, and nothing else. What has to stay goes to
    /// RunContext::leaveBehind. Safe to run twice.
    [[nodiscard]] virtual Result<void> rollback(const UndoData &data, RunContext &context) = 0;
};

} // namespace cloudsync
