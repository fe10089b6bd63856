// SPDX-License-Identifier: GPL-3.0-or-later
// Stand-in for the agent's package on Windows: installs a service that really registers with the service control manager, the registry
// values and the uninstall entry that the real one makes, and removes them again.
//   agent-installer.exe /quiet [/exit-code N]      installs
//   agent-installer.exe /uninstall /quiet          removes
//   AADConnectProvisioningAgent.exe                is the service (a copy of this program under its name)
#include <windows.h>

#include <cwchar>
#include <string>

namespace {

const std::wstring service = L"AADConnectProvisioningAgent";
const std::wstring folder = L"C:\\Program Files\\Microsoft Azure AD Connect Provisioning Agent";
const std::wstring cache = L"C:\\ProgramData\\Package Cache\\AADConnectProvisioningAgentSetup.exe";
const wchar_t *agentKey = L"SOFTWARE\\Microsoft\\Azure AD Connect Agents\\Azure AD Connect Provisioning Agent";
const wchar_t *agentsKey = L"SOFTWARE\\Microsoft\\Azure AD Connect Agents";
const wchar_t *uninstallKey = L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{7b1d2f60-6a1e-4b3c-9f5e-agentstandin}";

SERVICE_STATUS_HANDLE statusHandle;
HANDLE ended;

void tell(DWORD state)
{
    SERVICE_STATUS status{SERVICE_WIN32_OWN_PROCESS, state, state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0UL, NO_ERROR, 0, 0, 0};
    SetServiceStatus(statusHandle, &status);
}

DWORD WINAPI onControl(DWORD control, DWORD, void *, void *)
{
    if (control == SERVICE_CONTROL_STOP) {
        tell(SERVICE_STOP_PENDING);
        SetEvent(ended);
    }
    return NO_ERROR;
}

void WINAPI serviceMain(DWORD, wchar_t **)
{
    ended = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    statusHandle = RegisterServiceCtrlHandlerExW(service.c_str(), onControl, nullptr);
    tell(SERVICE_RUNNING);
    WaitForSingleObject(ended, INFINITE);
    tell(SERVICE_STOPPED);
}

void setText(HKEY key, const wchar_t *name, const std::wstring &value)
{
    RegSetValueExW(key, name, 0, REG_SZ, reinterpret_cast<const BYTE *>(value.c_str()), static_cast<DWORD>((value.size() + 1) * sizeof(wchar_t)));
}

int install()
{
    wchar_t self[MAX_PATH];
    GetModuleFileNameW(nullptr, self, MAX_PATH);
    const std::wstring program = folder + L"\\AADConnectProvisioningAgent.exe";
    CreateDirectoryW(folder.c_str(), nullptr);
    CreateDirectoryW(L"C:\\ProgramData\\Package Cache", nullptr);
    if (!CopyFileW(self, program.c_str(), FALSE) || !CopyFileW(self, cache.c_str(), FALSE))
        return 1603;
    CloseHandle(CreateFileW((folder + L"\\Microsoft.CloudSync.PowerShell.dll").c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, 0, nullptr));
    HKEY key;
    RegCreateKeyExW(HKEY_LOCAL_MACHINE, agentKey, 0, nullptr, 0, KEY_ALL_ACCESS, nullptr, &key, nullptr);
    setText(key, L"InstallDir", folder + L"\\");
    RegCloseKey(key);
    RegCreateKeyExW(HKEY_LOCAL_MACHINE, uninstallKey, 0, nullptr, 0, KEY_ALL_ACCESS, nullptr, &key, nullptr);
    setText(key, L"DisplayName", L"Microsoft Entra Provisioning Agent Package");
    setText(key, L"QuietUninstallString", L"\"" + cache + L"\" /uninstall /quiet");
    RegCloseKey(key);
    const SC_HANDLE manager = OpenSCManagerW(nullptr, nullptr, SC_MANAGER_ALL_ACCESS);
    const SC_HANDLE made = CreateServiceW(manager, service.c_str(), L"Microsoft Entra Provisioning Agent", SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS,
                                          SERVICE_AUTO_START, SERVICE_ERROR_NORMAL, (L"\"" + program + L"\"").c_str(), nullptr, nullptr, nullptr,
                                          L"NT SERVICE\\AADConnectProvisioningAgent", nullptr);
    const bool good = made && StartServiceW(made, 0, nullptr);
    CloseServiceHandle(made);
    CloseServiceHandle(manager);
    return good ? 0 : 1603;
}

int remove()
{
    const SC_HANDLE manager = OpenSCManagerW(nullptr, nullptr, SC_MANAGER_ALL_ACCESS);
    const SC_HANDLE found = OpenServiceW(manager, service.c_str(), SERVICE_ALL_ACCESS);
    if (found) {
        SERVICE_STATUS_PROCESS status{};
        DWORD needed = 0;
        QueryServiceStatusEx(found, SC_STATUS_PROCESS_INFO, reinterpret_cast<BYTE *>(&status), sizeof status, &needed);
        const HANDLE process = status.dwProcessId ? OpenProcess(SYNCHRONIZE, FALSE, status.dwProcessId) : nullptr;
        SERVICE_STATUS last{};
        ControlService(found, SERVICE_CONTROL_STOP, &last);
        if (process) {
            WaitForSingleObject(process, 30000);
            CloseHandle(process);
        }
        DeleteService(found);
        CloseServiceHandle(found);
    }
    CloseServiceHandle(manager);
    DeleteFileW((folder + L"\\AADConnectProvisioningAgent.exe").c_str());
    DeleteFileW((folder + L"\\Microsoft.CloudSync.PowerShell.dll").c_str());
    RemoveDirectoryW(folder.c_str());
    RegDeleteKeyW(HKEY_LOCAL_MACHINE, agentKey);
    RegDeleteKeyW(HKEY_LOCAL_MACHINE, agentsKey);
    RegDeleteKeyW(HKEY_LOCAL_MACHINE, uninstallKey);
    // The copy that runs now cannot go at once; Windows would do it at the next start.
    MoveFileExW(cache.c_str(), nullptr, MOVEFILE_DELAY_UNTIL_REBOOT);
    return 0;
}

} // namespace

int main()
{
    const std::wstring line = GetCommandLineW();
    const auto says = [&](const wchar_t *word) { return line.find(word) != std::wstring::npos; };
    if (const auto at = line.find(L"/exit-code "); at != std::wstring::npos)
        return static_cast<int>(std::wcstol(line.c_str() + at + 11, nullptr, 10));
    if (says(L"/uninstall"))
        return remove();
    if (says(L"/quiet"))
        return install();
    std::wstring name = service;
    const SERVICE_TABLE_ENTRYW table[] = {{name.data(), serviceMain}, {nullptr, nullptr}};
    return StartServiceCtrlDispatcherW(table) ? 0 : 1;
}
