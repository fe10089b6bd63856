// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/HostInformation.h"

#include "backend/adapters/windows/DomainMembership.h"
#include "backend/adapters/windows/Handle.h"
#include "backend/adapters/windows/Registry.h"
#include "backend/adapters/windows/WindowsText.h"

#include <QVarLengthArray>

namespace cloudsync::windows {

namespace {

QString computerName(COMPUTER_NAME_FORMAT format)
{
    DWORD size = 0;
    ::GetComputerNameExW(format, nullptr, &size);
    QVarLengthArray<wchar_t, 256> name(static_cast<qsizetype>(size) + 1);
    return ::GetComputerNameExW(format, name.data(), &size) ? QString::fromWCharArray(name.data(), static_cast<qsizetype>(size)) : QString();
}

/// An installation waits for the restart of Windows that completes it.
bool isRestartPending(const Registry &registry)
{
    if (registry.hasKey(QStringLiteral(R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending)"))
        || registry.hasKey(QStringLiteral(R"(SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired)")))
        return true;
    const auto renames = registry.value({QStringLiteral(R"(SYSTEM\CurrentControlSet\Control\Session Manager)"), QStringLiteral("PendingFileRenameOperations")});
    return renames && *renames && !(*renames)->toStringList().isEmpty();
}

} // namespace

bool isElevated()
{
    Handle token;
    TOKEN_ELEVATION elevation{};
    DWORD size = 0;
    return ::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.receive())
           && ::GetTokenInformation(token.get(), TokenElevation, &elevation, sizeof elevation, &size) && elevation.TokenIsElevated != 0;
}

HostFacts hostFacts()
{
    // The registry tells version and kind as they are; the version functions answer by what a program's manifest claims to know.
    const Registry registry;
    const QString version = QStringLiteral(R"(SOFTWARE\Microsoft\Windows NT\CurrentVersion)");
    HostFacts facts;
    facts.name = computerName(ComputerNameNetBIOS);
    facts.fullName = computerName(ComputerNameDnsFullyQualified);
    facts.osName = registry.text(version, QStringLiteral("ProductName"));
    facts.osBuild = registry.text(version, QStringLiteral("CurrentBuildNumber")).toInt();
    facts.osRevision = registry.text(version, QStringLiteral("UBR")).toInt();
    const QString kind = registry.text(version, QStringLiteral("InstallationType")); // "Server", "Server Core", "Client"
    const QString product = registry.text(QStringLiteral(R"(SYSTEM\CurrentControlSet\Control\ProductOptions)"), QStringLiteral("ProductType"));
    facts.isServer = product == QStringLiteral("ServerNT") || product == QStringLiteral("LanmanNT");
    facts.isServerCore = facts.isServer && kind.contains(QStringLiteral("Core"));
    const DomainMembership membership = domainMembership();
    facts.isDomainJoined = membership.isJoined;
    facts.domain = membership.domain;
    facts.isDomainController = membership.isController;
    facts.isElevated = isElevated();
    facts.restartPending = isRestartPending(registry);
    MEMORYSTATUSEX memory{};
    memory.dwLength = sizeof memory;
    if (::GlobalMemoryStatusEx(&memory))
        facts.memoryBytes = static_cast<qint64>(memory.ullTotalPhys);
    ULARGE_INTEGER available{};
    const QString drive = qEnvironmentVariable("SystemDrive", QStringLiteral("C:")) + u'\\';
    if (::GetDiskFreeSpaceExW(wide(drive), &available, nullptr, nullptr))
        facts.freeDiskBytes = static_cast<qint64>(available.QuadPart);
    facts.now = QDateTime::currentDateTimeUtc();
    return facts;
}

} // namespace cloudsync::windows
