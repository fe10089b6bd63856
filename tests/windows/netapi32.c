/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stand-in for Windows' netapi32.dll in Wine's system folder: a member server of contoso.test that can use every managed account. Wine's own
 * knows no domain. Who else needs the library gets the few functions below and no others. */
#include <windows.h>

#include <dsrole.h>
#include <lm.h>

#include <stdlib.h>
#include <string.h>

NET_API_STATUS WINAPI NetApiBufferFree(void *buffer)
{
    free(buffer);
    return NERR_Success;
}

VOID WINAPI DsRoleFreeMemory(PVOID buffer)
{
    free(buffer);
}

DWORD WINAPI DsRoleGetPrimaryDomainInformation(LPCWSTR server, DSROLE_PRIMARY_DOMAIN_INFO_LEVEL level, PBYTE *buffer)
{
    static WCHAR flat[] = L"CONTOSO", dns[] = L"contoso.test", forest[] = L"contoso.test";
    DSROLE_PRIMARY_DOMAIN_INFO_BASIC *info = calloc(1, sizeof *info);
    (void)server;
    if (level != DsRolePrimaryDomainInfoBasic || !info)
        return ERROR_INVALID_PARAMETER;
    info->MachineRole = DsRole_RoleMemberServer;
    info->DomainNameFlat = flat;
    info->DomainNameDns = dns;
    info->DomainForestName = forest;
    *buffer = (PBYTE)info;
    return ERROR_SUCCESS;
}

LONG WINAPI NetQueryServiceAccount(LPWSTR server, LPWSTR account, DWORD level, PBYTE *buffer)
{
    int *state = malloc(sizeof *state);
    (void)server;
    (void)level;
    if (!state)
        return (LONG)0xC0000017;
    *state = account[0] && account[wcslen(account) - 1] == L'$' ? 5 : 1;
    *buffer = (PBYTE)state;
    return 0;
}
