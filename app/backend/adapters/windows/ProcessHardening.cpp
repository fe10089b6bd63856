// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/ProcessHardening.h"

#include <QByteArray>

#include <windows.h>

namespace cloudsync::windows {

namespace {

/// The call exists since Windows 8; policies that a release does not know are refused and left.
template<typename Policy>
void set(PROCESS_MITIGATION_POLICY kind, Policy policy)
{
    ::SetProcessMitigationPolicy(kind, &policy, sizeof policy);
}

/// Before Windows Error Reporting is asked.
LONG WINAPI endAtOnce(EXCEPTION_POINTERS *exception)
{
    ::TerminateProcess(::GetCurrentProcess(), exception->ExceptionRecord->ExceptionCode);
    return EXCEPTION_EXECUTE_HANDLER;
}

} // namespace

void hardenProcess()
{
    // Regular expressions without machine code made at run time: no memory is ever writable and executable, and with mingw-w64 the end of a
    // thread would free PCRE's stack twice (destructors of thread_local objects run after their memory is gone).
    qputenv("QT_ENABLE_REGEXP_JIT", "0");
    ::SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32);
    ::SetDllDirectoryW(L"");
    ::HeapSetInformation(nullptr, HeapEnableTerminationOnCorruption, nullptr, 0);

    PROCESS_MITIGATION_IMAGE_LOAD_POLICY images{};
    images.NoRemoteImages = 1;
    images.NoLowMandatoryLabelImages = 1;
    images.PreferSystem32Images = 1;
    set(ProcessImageLoadPolicy, images);
    PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY extensions{};
    extensions.DisableExtensionPoints = 1;
    set(ProcessExtensionPointDisablePolicy, extensions);

    PROCESS_MITIGATION_FONT_DISABLE_POLICY fonts{};
    fonts.DisableNonSystemFonts = 1;
    set(ProcessFontDisablePolicy, fonts);
    // PROCESS_MITIGATION_REDIRECTION_TRUST_POLICY (Windows 11, Server 2022 with updates), which mingw-w64's headers do not have: links in the
    // file system that an ordinary account made are not followed.
    DWORD enforceRedirectionTrust = 1;
    set(static_cast<PROCESS_MITIGATION_POLICY>(16), enforceRedirectionTrust);

    // What ends without the filter below (stack protector, heap) is reported without the memory in which a password could be.
    constexpr DWORD noHeap = 1; // WER_FAULT_REPORTING_FLAG_NOHEAP of werapi.h
    if (const auto setFlags = reinterpret_cast<HRESULT(WINAPI *)(DWORD)>(
            reinterpret_cast<void (*)()>(::GetProcAddress(::GetModuleHandleW(L"kernel32.dll"), "WerSetFlags"))))
        setFlags(noHeap);
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    ::SetUnhandledExceptionFilter(endAtOnce);
}

} // namespace cloudsync::windows
