// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/AccountRights.h"

#include "backend/adapters/windows/WindowsText.h"

#include <ntsecapi.h>

#include <array>

namespace cloudsync::windows {

namespace {

constexpr NTSTATUS notThere = static_cast<NTSTATUS>(0xC0000034); // STATUS_OBJECT_NAME_NOT_FOUND: the account has no right at all

LSA_UNICODE_STRING viewOf(wchar_t *text)
{
    const auto size = static_cast<USHORT>(std::char_traits<wchar_t>::length(text) * sizeof(wchar_t));
    return {size, static_cast<USHORT>(size + sizeof(wchar_t)), text};
}

class Policy
{
public:
    Policy() : m_status(open()) {}
    ~Policy()
    {
        if (m_handle)
            ::LsaClose(m_handle);
    }
    Policy(const Policy &) = delete;
    Policy &operator=(const Policy &) = delete;
    [[nodiscard]] LSA_HANDLE get() const { return m_handle; }
    [[nodiscard]] NTSTATUS status() const { return m_status; }

private:
    NTSTATUS open()
    {
        LSA_OBJECT_ATTRIBUTES attributes{};
        attributes.Length = sizeof attributes;
        return ::LsaOpenPolicy(nullptr, &attributes, POLICY_LOOKUP_NAMES | POLICY_CREATE_ACCOUNT | POLICY_VIEW_LOCAL_INFORMATION, &m_handle);
    }
    LSA_HANDLE m_handle = nullptr;
    NTSTATUS m_status;
};

} // namespace

Result<void> allowLogOnAsService(const QString &account)
{
    std::array<BYTE, SECURITY_MAX_SID_SIZE> sid{};
    auto sidSize = static_cast<DWORD>(sid.size());
    std::array<wchar_t, 256> domain{};
    auto domainSize = static_cast<DWORD>(domain.size());
    SID_NAME_USE kind = SidTypeUnknown;
    if (!::LookupAccountNameW(nullptr, wide(account), sid.data(), &sidSize, domain.data(), &domainSize, &kind))
        return fail(ErrorCode::ServiceFailed, account, lastSystemError());
    const Policy policy;
    const auto failed = [&](NTSTATUS status) { return fail(ErrorCode::ServiceFailed, account, systemError(::LsaNtStatusToWinError(status))); };
    if (policy.status() != 0)
        return failed(policy.status());
    std::array<wchar_t, 22> name{L"SeServiceLogonRight"};
    LSA_UNICODE_STRING wanted = viewOf(name.data());
    LSA_UNICODE_STRING *rights = nullptr;
    ULONG count = 0;
    const NTSTATUS listed = ::LsaEnumerateAccountRights(policy.get(), sid.data(), &rights, &count);
    if (listed != 0 && listed != notThere)
        return failed(listed);
    bool has = false;
    for (ULONG i = 0; i < count; ++i)
        has = has || QString::fromWCharArray(rights[i].Buffer, rights[i].Length / static_cast<int>(sizeof(wchar_t))) == QString::fromWCharArray(name.data());
    if (rights)
        ::LsaFreeMemory(rights);
    if (has)
        return {};
    const NTSTATUS added = ::LsaAddAccountRights(policy.get(), sid.data(), &wanted, 1);
    return added == 0 ? Result<void>() : failed(added);
}

} // namespace cloudsync::windows
