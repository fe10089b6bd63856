// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <windows.h>

namespace cloudsync::windows {

/// A view for calls that take UTF-16; valid as long as `text` is not changed.
[[nodiscard]] inline const wchar_t *wide(const QString &text)
{
    return reinterpret_cast<const wchar_t *>(text.utf16());
}

/// What the system says of an error number, with the number.
[[nodiscard]] QString systemError(DWORD error);
[[nodiscard]] inline QString lastSystemError()
{
    return systemError(::GetLastError());
}

} // namespace cloudsync::windows
