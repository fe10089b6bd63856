// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/DomainMembership.h"

#include "backend/adapters/windows/WindowsText.h"

#include <dsrole.h>
#include <lm.h>

#include <utility>

namespace cloudsync::windows {

namespace {

/// netapi32 with the functions that are wanted; the buffers it gives are freed by itself.
class NetApi
{
public:
    NetApi() : m_library(::LoadLibraryExW(L"netapi32.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32)) {}
    ~NetApi()
    {
        if (m_library)
            ::FreeLibrary(m_library);
    }
    NetApi(const NetApi &) = delete;
    NetApi &operator=(const NetApi &) = delete;

    template<typename Function>
    [[nodiscard]] Function find(const char *name) const
    {
        return m_library ? reinterpret_cast<Function>(reinterpret_cast<void (*)()>(::GetProcAddress(m_library, name))) : nullptr;
    }
    void release(void *buffer) const
    {
        if (const auto free = find<NET_API_STATUS(WINAPI *)(void *)>("NetApiBufferFree"); free && buffer)
            free(buffer);
    }

private:
    HMODULE m_library;
};

// MSA_INFO_STATE of lmaccess.h, which mingw-w64 does not have.
enum class ManagedAccountState { NotExisting = 1, NotManaged = 2, CannotInstall = 3, CanInstall = 4, Installed = 5 };

constexpr NTSTATUS noSuchUser = static_cast<NTSTATUS>(0xC0000064);

} // namespace

DomainMembership domainMembership()
{
    DomainMembership membership;
    const NetApi api;
    if (const auto role = api.find<DWORD(WINAPI *)(LPCWSTR, DSROLE_PRIMARY_DOMAIN_INFO_LEVEL, PBYTE *)>("DsRoleGetPrimaryDomainInformation")) {
        PBYTE buffer = nullptr;
        if (role(nullptr, DsRolePrimaryDomainInfoBasic, &buffer) == ERROR_SUCCESS && buffer) {
            const auto *info = reinterpret_cast<const DSROLE_PRIMARY_DOMAIN_INFO_BASIC *>(buffer);
            const DSROLE_MACHINE_ROLE machine = info->MachineRole;
            membership.isController = machine == DsRole_RoleBackupDomainController || machine == DsRole_RolePrimaryDomainController;
            membership.isJoined = membership.isController || machine == DsRole_RoleMemberServer || machine == DsRole_RoleMemberWorkstation;
            if (membership.isJoined)
                membership.domain = QString::fromWCharArray(info->DomainNameDns ? info->DomainNameDns : info->DomainNameFlat ? info->DomainNameFlat : L"");
            if (const auto free = api.find<void(WINAPI *)(void *)>("DsRoleFreeMemory"))
                free(buffer);
            return membership;
        }
    }
    if (const auto join = api.find<NET_API_STATUS(WINAPI *)(LPCWSTR, LPWSTR *, PNETSETUP_JOIN_STATUS)>("NetGetJoinInformation")) {
        LPWSTR name = nullptr;
        NETSETUP_JOIN_STATUS status = NetSetupUnknownStatus;
        if (join(nullptr, &name, &status) == NERR_Success) {
            membership.isJoined = status == NetSetupDomainName;
            if (membership.isJoined && name)
                membership.domain = QString::fromWCharArray(name);
            api.release(name);
        }
    }
    return membership;
}

Result<bool> canUseManagedAccount(const QString &name)
{
    const NetApi api;
    const auto query = api.find<NTSTATUS(WINAPI *)(LPWSTR, LPWSTR, DWORD, PBYTE *)>("NetQueryServiceAccount");
    if (!query)
        return fail(ErrorCode::NotSupportedHere, name, QStringLiteral("NetQueryServiceAccount"));
    std::wstring account = name.toStdWString();
    PBYTE buffer = nullptr;
    const NTSTATUS status = query(nullptr, account.data(), 0, &buffer);
    if (status != 0 || !buffer) {
        if (status == noSuchUser)
            return false;
        return fail(ErrorCode::DirectoryUnreachable, name, QStringLiteral("NetQueryServiceAccount: 0x%1").arg(static_cast<quint32>(status), 8, 16, QLatin1Char('0')));
    }
    const auto state = static_cast<ManagedAccountState>(*reinterpret_cast<const int *>(buffer));
    api.release(buffer);
    return state == ManagedAccountState::CanInstall || state == ManagedAccountState::Installed;
}

} // namespace cloudsync::windows
