// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/AdministratorsOnly.h"

#include "backend/adapters/windows/WindowsText.h"

#include <aclapi.h>
#include <sddl.h>

#include <QDir>

namespace cloudsync::windows {

namespace {

// Owner: administrators. Nothing inherited; full control for SYSTEM and administrators, handed down to what is made inside.
constexpr const wchar_t *administratorsOnly = L"O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

/// Trustworthy owners of what is there already.
bool isOwnedByAdministrators(const QString &path)
{
    PSID owner = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (::GetNamedSecurityInfoW(wide(path), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION, &owner, nullptr, nullptr, nullptr, &descriptor) != ERROR_SUCCESS)
        return false;
    const bool good = ::IsWellKnownSid(owner, WinBuiltinAdministratorsSid) || ::IsWellKnownSid(owner, WinLocalSystemSid);
    ::LocalFree(descriptor);
    return good;
}

} // namespace

Result<void> makeAdministratorsFolder(const QString &path)
{
    const QString native = QDir::toNativeSeparators(path);
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!::ConvertStringSecurityDescriptorToSecurityDescriptorW(administratorsOnly, SDDL_REVISION_1, &descriptor, nullptr))
        return fail(ErrorCode::FileUnwritable, native, lastSystemError());
    SECURITY_ATTRIBUTES attributes{sizeof attributes, descriptor, FALSE};
    const bool made = ::CreateDirectoryW(wide(native), &attributes) != FALSE;
    const DWORD problem = made ? ERROR_SUCCESS : ::GetLastError();
    ::LocalFree(descriptor);
    if (made)
        return {};
    if (problem != ERROR_ALREADY_EXISTS)
        return fail(ErrorCode::FileUnwritable, native, systemError(problem));
    if (!isOwnedByAdministrators(native))
        return fail(ErrorCode::FileUnwritable, native,
                    QStringLiteral("the folder belongs to an ordinary account: look at what it holds, remove it, and start again"));
    return {};
}

} // namespace cloudsync::windows
