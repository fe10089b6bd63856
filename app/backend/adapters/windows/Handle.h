// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <windows.h>

#include <utility>

namespace cloudsync::windows {

/// A kernel object with an owner.
class Handle
{
public:
    explicit Handle(HANDLE handle = nullptr) : m_handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle) {}
    ~Handle() { close(); }
    Handle(Handle &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Handle &operator=(Handle &&other) noexcept
    {
        if (this != &other) {
            close();
            m_handle = std::exchange(other.m_handle, nullptr);
        }
        return *this;
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    [[nodiscard]] HANDLE get() const { return m_handle; }
    [[nodiscard]] HANDLE *receive() { return &m_handle; }
    explicit operator bool() const { return m_handle != nullptr; }
    void close()
    {
        if (m_handle)
            ::CloseHandle(std::exchange(m_handle, nullptr));
    }

private:
    HANDLE m_handle;
};

} // namespace cloudsync::windows
