// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <atomic>

#include <functional>
#include <list>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>

namespace cloudsync {

/// Runs plain blocking code on threads of its own and hands the result back as a QFuture. Cancel through the future
/// (QFuture::cancel) or by destroying the worker: both request the stop token. The destructor waits for the threads,
/// so the code it runs must honour its token.
class Worker
{
public:
    Worker() = default;
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;
    ~Worker();

    /// Starts `work` (T(std::stop_token)) and returns at once.
    template<typename Function>
    auto run(Function work) -> QFuture<std::invoke_result_t<Function, std::stop_token>>
    {
        using T = std::invoke_result_t<Function, std::stop_token>;
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QFuture<T> future = promise->future();
        start([promise, work = std::move(work)](std::stop_token stop) mutable {
            if constexpr (std::is_void_v<T>)
                work(stop);
            else
                promise->addResult(work(stop));
            promise->finish();
        });
        return future;
    }

    /// Requests every running piece of work to stop; does not wait.
    void requestStop();

private:
    struct Item
    {
        std::jthread thread;
        std::shared_ptr<std::atomic_bool> ended;
    };
    void start(std::function<void(std::stop_token)> work);
    void reap();
    std::list<Item> m_items;
};

} // namespace cloudsync
