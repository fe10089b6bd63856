// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/Limit.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

namespace cloudsync::ldap {

/// Runs a call that knows neither limit nor stop (the C library's resolver) on a thread of its own and waits for it as
/// long as `limit` allows. When the wait ends first the call is left to end by itself: `work` must own all it touches.
template<typename Function>
[[nodiscard]] auto runAbandonable(Function work, const Limit &limit, const QString &subject)
    -> Result<std::invoke_result_t<Function>>
{
    using T = std::invoke_result_t<Function>;
    struct Shared
    {
        std::mutex mutex;
        std::condition_variable ready;
        std::optional<T> value;
    };
    auto shared = std::make_shared<Shared>();
    std::thread([shared, work = std::move(work)]() mutable {
        T value = work();
        const std::scoped_lock lock(shared->mutex);
        shared->value = std::move(value);
        shared->ready.notify_all();
    }).detach();

    std::unique_lock lock(shared->mutex);
    while (!shared->ready.wait_for(lock, limit.slice(), [&] { return shared->value.has_value(); })) {
        if (auto going = limit.check(subject); !going)
            return fail(std::move(going.error()));
    }
    return std::move(*shared->value);
}

} // namespace cloudsync::ldap
