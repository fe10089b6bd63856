// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Worker.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <utility>

namespace cloudsync {

/// Backend work of one kind for one model. Starting anew, or cancel(), asks the work before it to stop and drops its
/// answer: only the newest question is ever answered. Use on the thread of `context`, which must own this object.
class Request
{
public:
    explicit Request(QObject *context) : m_context(context), m_current(std::make_shared<Current>()) {}
    ~Request() { cancel(); }
    Request(const Request &) = delete;
    Request &operator=(const Request &) = delete;

    /// Runs `work` (T(std::stop_token)) on a thread of its own, then `done` (void(const T &)) on the context's thread.
    template<typename Work, typename Done>
    void start(Work work, Done done)
    {
        using T = std::invoke_result_t<Work, std::stop_token>;
        cancel();
        m_current->running = true;
        auto *watcher = new QFutureWatcher<T>(m_context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, m_context,
                         [current = m_current, watcher, mine = m_current->generation, done = std::move(done)] {
                             watcher->deleteLater();
                             if (mine != current->generation)
                                 return;
                             current->running = false;
                             done(watcher->result());
                         });
        watcher->setFuture(m_worker.run(std::move(work)));
    }

    /// Asks running work to stop; its answer is dropped.
    void cancel()
    {
        ++m_current->generation;
        m_current->running = false;
        m_worker.requestStop();
    }

    /// Asks running work to stop but still hands over its answer: for work that says how it was stopped.
    void requestStop() { m_worker.requestStop(); }

    [[nodiscard]] bool isRunning() const { return m_current->running; }

private:
    struct Current
    {
        quint64 generation = 0;
        bool running = false;
    };
    QObject *m_context;
    std::shared_ptr<Current> m_current; ///< outlives this object in answers that are still on their way
    Worker m_worker;
};

} // namespace cloudsync
