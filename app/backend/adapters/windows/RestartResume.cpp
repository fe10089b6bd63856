// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/RestartResume.h"

#include "backend/adapters/windows/ChildProcess.h"
#include "backend/adapters/windows/Registry.h"
#include "backend/adapters/windows/WindowsText.h"

#include <array>

namespace cloudsync::windows {

namespace {

RegistryAddress address()
{
    // The installer removes the same value (installer.nsi).
    return {QStringLiteral(R"(SOFTWARE\Microsoft\Windows\CurrentVersion\RunOnce)"), QStringLiteral("CloudSyncSetup")};
}

QString thisProgram()
{
    std::array<wchar_t, 32768> path{}; // the longest that Windows knows
    const DWORD size = ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    return QString::fromWCharArray(path.data(), static_cast<qsizetype>(size));
}

/// The right to restart is held by administrators and has to be switched on.
bool enableShutdownRight()
{
    Handle token;
    TOKEN_PRIVILEGES rights{};
    rights.PrivilegeCount = 1;
    rights.Privileges[0].Attributes = SE_PRIVILEGE_ENABLED;
    return ::OpenProcessToken(::GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, token.receive())
           && ::LookupPrivilegeValueW(nullptr, SE_SHUTDOWN_NAME, &rights.Privileges[0].Luid)
           && ::AdjustTokenPrivileges(token.get(), FALSE, &rights, 0, nullptr, nullptr) && ::GetLastError() == ERROR_SUCCESS;
}

} // namespace

Result<void> RestartResume::resume(const QStringList &arguments) const
{
    QString line = quotedArgument(thisProgram());
    for (const QString &argument : arguments)
        line += u' ' + quotedArgument(argument);
    return Registry().set(address(), line);
}

Result<void> RestartResume::forget() const
{
    return Registry().removeValue(address());
}

Result<void> RestartResume::restart() const
{
    constexpr DWORD reason = SHTDN_REASON_MAJOR_APPLICATION | SHTDN_REASON_MINOR_INSTALLATION | SHTDN_REASON_FLAG_PLANNED;
    std::wstring message = QStringLiteral("Cloud Sync Setup").toStdWString();
    if (!enableShutdownRight() || !::InitiateSystemShutdownExW(nullptr, message.data(), 5, FALSE, TRUE, reason))
        return fail(ErrorCode::ServiceFailed, QStringLiteral("restart"), lastSystemError());
    return {};
}

} // namespace cloudsync::windows
