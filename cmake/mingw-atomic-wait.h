// SPDX-License-Identifier: GPL-3.0-or-later
// Included before everything else in C++ of the Windows build (ProjectDefaults.cmake).
//
// The library of gcc 12 waits for an atomic value with a condition variable where a platform tells no better way, and neither looks at the value
// nor wakes under the lock: a wake-up in between is lost, and the thread sleeps for ever. The destructor of std::stop_callback waits so when another
// thread is inside the callback: whoever cancelled a run could wait without an end. Later releases look again, but wake without the lock up to gcc 15
// (read, not tried). <bits/atomic_wait.h> names the functions by which a platform tells its own way; Windows has one, in one step.
#pragma once

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ < 16 && defined(_WIN32) && __cplusplus >= 202002L

#include <chrono>
#include <cstddef>

// As in <synchapi.h>, without all of <windows.h> in each file.
extern "C" {
__declspec(dllimport) int __stdcall WaitOnAddress(volatile void *address, void *undesired, std::size_t size, unsigned long milliseconds);
__declspec(dllimport) void __stdcall WakeByAddressSingle(void *address);
__declspec(dllimport) void __stdcall WakeByAddressAll(void *address);
}

#define _GLIBCXX_HAVE_PLATFORM_WAIT 1
#define _GLIBCXX_HAVE_PLATFORM_TIMED_WAIT 1

namespace std::__detail {

/// Returns when woken, or at once where `*address` is not `old`; also without a reason.
inline void __platform_wait(const unsigned long long *address, unsigned long long old) noexcept
{
    WaitOnAddress(const_cast<unsigned long long *>(address), &old, sizeof old, 0xFFFFFFFFUL);
}

inline void __platform_notify(const unsigned long long *address, bool all) noexcept
{
    void *place = const_cast<unsigned long long *>(address);
    if (all)
        WakeByAddressAll(place);
    else
        WakeByAddressSingle(place);
}

/// False where `deadline` has passed.
template<typename Clock, typename Duration>
bool __platform_wait_until(const unsigned long long *address, unsigned long long old,
                           const chrono::time_point<Clock, Duration> &deadline) noexcept
{
    constexpr long long longest = 0x7FFFFFFF;
    const long long rest = chrono::ceil<chrono::milliseconds>(deadline - Clock::now()).count();
    if (rest > 0)
        WaitOnAddress(const_cast<unsigned long long *>(address), &old, sizeof old, static_cast<unsigned long>(rest < longest ? rest : longest));
    return Clock::now() < deadline;
}

} // namespace std::__detail

#endif
