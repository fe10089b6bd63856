// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/WindowsText.h"

namespace cloudsync::windows {

QString systemError(DWORD error)
{
    wchar_t *text = nullptr;
    const DWORD size = ::FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr, error,
                                        0, reinterpret_cast<wchar_t *>(&text), 0, nullptr);
    const QString message = QString::fromWCharArray(text, static_cast<qsizetype>(size)).trimmed();
    ::LocalFree(text);
    return QStringLiteral("%1 (%2)").arg(message).arg(error).trimmed();
}

} // namespace cloudsync::windows
