// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <mutex>
#include <stop_token>

namespace cloudsync {

/// What a step may ask of the world's restart after the run.
enum class Restart { None, Required, Initiated };

/// What the engine hands to a task while it works: the stop token and ways to tell.
class RunContext
{
public:
    using Report = std::function<void(const QString &message, int percent)>;

    explicit RunContext(std::stop_token stop = {}, Report report = {});

    /// Ends waits and starts no further change once it is requested.
    [[nodiscard]] const std::stop_token &stop() const { return m_stop; }
    [[nodiscard]] bool stopRequested() const { return m_stop.stop_requested(); }

    /// Tells what is going on. `percent` 0..100, or -1 where it cannot be told.
    void report(const QString &message, int percent = -1);

    /// Rollback only: names something that this run made and that has to stay, in a sentence.
    void leaveBehind(const QString &what);
    [[nodiscard]] QStringList leftBehind() const;

    void requestRestart(Restart restart);
    [[nodiscard]] Restart restart() const;

private:
    std::stop_token m_stop;
    Report m_report;
    mutable std::mutex m_mutex;
    QStringList m_leftBehind;
    Restart m_restart = Restart::None;
};

} // namespace cloudsync
