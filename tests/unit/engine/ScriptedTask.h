// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"

#include <QMutex>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>

namespace cloudsync {

/// A small world that tasks change: a set of names, and a record of everything that was done, in order.
struct World
{
    QMutex mutex;
    QSet<QString> things;
    QStringList events;
    int inApply = 0;
    int mostInApply = 0;

    void note(const QString &event)
    {
        const QMutexLocker lock(&mutex);
        events.append(event);
    }
};

/// A task that puts its id into the world. What goes wrong is set by functions.
class ScriptedTask : public Task
{
public:
    ScriptedTask(World &world, QString id, QStringList needs = {}) : m_world(world), m_id(std::move(id)), m_needs(std::move(needs)) {}

    std::function<Result<void>(RunContext &)> onApply;    ///< before the thing is put
    std::function<Result<void>(RunContext &)> afterApply; ///< after it was put and recorded
    std::function<Result<void>(RunContext &)> onRollback;
    std::optional<Error> conflict;
    Restart restart = Restart::None;

    TaskId id() const override { return m_id; }
    QString section() const override { return QStringLiteral("test"); }
    QString title() const override { return QStringLiteral("Put ") + m_id; }
    QStringList needs() const override { return m_needs; }

    Result<State> check(RunContext &) override
    {
        if (conflict)
            return State::conflict(*conflict);
        const QMutexLocker lock(&m_world.mutex);
        return m_world.things.contains(m_id) ? State::satisfied() : State::missing({QStringLiteral("puts ") + m_id});
    }

    Result<void> apply(RunContext &context, UndoLog &undo) override
    {
        m_world.note(QStringLiteral("apply ") + m_id);
        {
            const QMutexLocker lock(&m_world.mutex);
            m_world.mostInApply = std::max(m_world.mostInApply, ++m_world.inApply);
        }
        const auto leave = [this] {
            const QMutexLocker lock(&m_world.mutex);
            --m_world.inApply;
        };
        if (onApply) {
            if (auto result = onApply(context); !result) {
                leave();
                return result;
            }
        }
        {
            const QMutexLocker lock(&m_world.mutex);
            m_world.things.insert(m_id);
        }
        leave();
        if (restart != Restart::None)
            context.requestRestart(restart);
        if (auto recorded = undo.record({{QStringLiteral("put"), m_id}}); !recorded)
            return recorded;
        return afterApply ? afterApply(context) : Result<void>();
    }

    Result<void> rollback(const UndoData &data, RunContext &context) override
    {
        m_world.note(QStringLiteral("rollback ") + m_id);
        if (onRollback) {
            if (auto result = onRollback(context); !result)
                return result;
        }
        const QMutexLocker lock(&m_world.mutex);
        for (const QJsonObject &effect : data.effects)
            m_world.things.remove(effect.value(QStringLiteral("put")).toString());
        return {};
    }

private:
    World &m_world;
    QString m_id;
    QStringList m_needs;
};

} // namespace cloudsync
