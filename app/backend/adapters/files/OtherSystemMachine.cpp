// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/files/OtherSystemMachine.h"

#include "backend/adapters/files/ConnectionProbe.h"

#include <QFile>
#include <QStorageInfo>
#include <QSysInfo>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

namespace cloudsync {

namespace {

tl::unexpected<Error> notHere(const QString &subject)
{
    return fail(ErrorCode::NotSupportedHere, subject);
}

/// Bytes of main memory by the kernel's own table; 0 where there is none.
qint64 memoryBytes()
{
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("MemTotal:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

} // namespace

Result<HostFacts> OtherSystemMachine::facts()
{
    HostFacts facts;
    facts.fullName = QSysInfo::machineHostName();
    facts.name = facts.fullName.section(u'.', 0, 0).toUpper().left(15); // as NetBIOS would cut it
    facts.domain = facts.fullName.section(u'.', 1);
    facts.osName = QSysInfo::prettyProductName();
#ifndef Q_OS_WIN
    facts.isElevated = ::geteuid() == 0;
#endif
    facts.memoryBytes = memoryBytes();
    facts.freeDiskBytes = QStorageInfo::root().bytesAvailable();
    facts.now = QDateTime::currentDateTimeUtc();
    return facts;
}

Result<std::optional<QVariant>> OtherSystemMachine::registryValue(const RegistryAddress &address)
{
    return notHere(address.key);
}

Result<void> OtherSystemMachine::setRegistryValue(const RegistryAddress &address, const QVariant &)
{
    return notHere(address.key);
}

Result<void> OtherSystemMachine::removeRegistryValue(const RegistryAddress &address)
{
    return notHere(address.key);
}

Result<std::optional<ServiceInfo>> OtherSystemMachine::service(const QString &name)
{
    return notHere(name);
}

Result<void> OtherSystemMachine::startService(const QString &name, const std::stop_token &)
{
    return notHere(name);
}

Result<void> OtherSystemMachine::stopService(const QString &name, const std::stop_token &)
{
    return notHere(name);
}

Result<PackageFacts> OtherSystemMachine::inspectPackage(const QString &path)
{
    return notHere(path);
}

Result<bool> OtherSystemMachine::installationInProgress()
{
    return notHere({});
}

Result<InstallOutcome> OtherSystemMachine::install(const PackageFacts &package, const QStringList &,
                                                   const std::function<void(const QString &, int)> &)
{
    return notHere(package.path);
}

Result<InstallOutcome> OtherSystemMachine::uninstallAgent(const std::function<void(const QString &, int)> &)
{
    return notHere(agentServiceName());
}

Result<AgentFacts> OtherSystemMachine::agent()
{
    return notHere(agentServiceName());
}

Result<void> OtherSystemMachine::registerAgent(const QString &, const QString &, const Secret &, const std::stop_token &)
{
    return notHere(agentServiceName());
}

Result<void> OtherSystemMachine::useServiceAccount(const QString &account, const std::stop_token &)
{
    return notHere(account);
}

Result<void> OtherSystemMachine::addAgentDomain(const QString &domain, const DirectoryCredential &, const QStringList &,
                                                const std::stop_token &)
{
    return notHere(domain);
}

Result<void> OtherSystemMachine::setPasswordWriteback(bool, const Secret &, const std::stop_token &)
{
    return notHere(agentServiceName());
}

Result<bool> OtherSystemMachine::canUseServiceAccount(const QString &account)
{
    return notHere(account);
}

Result<void> OtherSystemMachine::probe(const QString &host, int port, bool tls, const QString &caFile, const std::stop_token &stop)
{
    return probeConnection({host, port, tls, caFile}, stop);
}

} // namespace cloudsync
