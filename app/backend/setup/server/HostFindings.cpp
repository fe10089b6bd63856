// SPDX-License-Identifier: GPL-3.0-or-later
// What Windows has to be for the agent: version, join, memory, .NET, TLS, policies, clock.
#include "backend/setup/server/RegistryRepair.h"
#include "backend/setup/server/ServerExaminer.h"

#include <QLocale>

#include <cstdlib>

namespace cloudsync {

namespace {

// First builds of Windows Server releases (prerequisites.md section 2).
constexpr int build2016 = 14393;
constexpr int build2022 = 20348;
constexpr int build2025 = 26100;
constexpr int revisionOfSyncFix = 6901; // KB5070773

// A machine with 4 GB reports some less: the firmware keeps a part.
constexpr qint64 leastMemory = 3840LL * 1024 * 1024;
constexpr uint dotNet471 = 461308;

constexpr qint64 clockError = 300; // Kerberos' limit, seconds
constexpr qint64 clockWarning = 120;

} // namespace

void ServerExaminer::examineSystem(const HostFacts &host)
{
    const QString title = tr("Operating system");
    const QString evidence = QStringLiteral("%1 (%2.%3)").arg(host.osName).arg(host.osBuild).arg(host.osRevision);
    const QString remedy = tr("Use Windows Server 2022 or 2025 with desktop experience.");
    if (!host.isServer || host.osBuild < build2016)
        add(QStringLiteral("operatingSystem"), Severity::Error, title, evidence,
            tr("The agent is supported on Windows Server 2016 and newer."), remedy);
    else if (host.osBuild < build2022)
        add(QStringLiteral("operatingSystem"), Severity::Info, title, evidence,
            tr("This release is in extended support."), remedy);
    else if (host.osBuild == build2025 && host.osRevision < revisionOfSyncFix)
        add(QStringLiteral("operatingSystem"), Severity::Warning, title, evidence,
            tr("This build has a fault that breaks synchronisation."),
            tr("Install the update KB5070773 or a newer one, then restart."));
    else
        ok(QStringLiteral("operatingSystem"), title, evidence);
    if (host.isServerCore)
        add(QStringLiteral("serverCore"), Severity::Error, tr("Kind of installation"), tr("Server Core"),
            tr("The agent is not supported on Server Core."), remedy);
    else
        ok(QStringLiteral("serverCore"), tr("Kind of installation"), tr("With desktop experience."));
}

void ServerExaminer::examineHost(const HostFacts &host)
{
    if (host.isDomainJoined)
        ok(QStringLiteral("domainJoin"), tr("Domain membership"),
           tr("%1 is a member of %2.").arg(host.name, host.domain));
    else
        add(QStringLiteral("domainJoin"), Severity::Error, tr("Domain membership"),
            tr("%1 is not a member of a domain.").arg(host.name), tr("The agent runs as an account of the domain."),
            tr("Join this server to a domain of the forest."));
    const QString memory = QLocale().formattedDataSize(host.memoryBytes);
    if (host.memoryBytes >= leastMemory)
        ok(QStringLiteral("memory"), tr("Memory"), memory);
    else
        add(QStringLiteral("memory"), Severity::Warning, tr("Memory"), memory, tr("The agent needs 4 GB."),
            tr("Give this server more memory."));
    if (host.isElevated) {
        ok(QStringLiteral("elevation"), tr("Administrator rights"), tr("This program runs as an administrator."));
    } else {
        add(QStringLiteral("elevation"), Severity::Error, tr("Administrator rights"),
            tr("This program does not run as an administrator."),
            tr("The agent can only be installed by an administrator of this server."),
            tr("Start this program as an administrator."));
        if (m_failures)
            m_failures->append(Error{ErrorCode::NotElevated, host.name, {}, {}});
    }
    if (host.restartPending)
        add(QStringLiteral("restartPending"), Severity::Warning, tr("Pending restart"),
            tr("Windows waits for a restart."), tr("An update or an installation has not come to its end."),
            tr("Restart this server first."));
    else
        ok(QStringLiteral("restartPending"), tr("Pending restart"), tr("None."));
}

void ServerExaminer::examineDotNet()
{
    const QString title = tr(".NET Framework");
    auto release = m_machine.registryValue(
        {QStringLiteral(R"(SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full)"), QStringLiteral("Release")});
    if (!release)
        return failed(QStringLiteral("dotNet"), title, release.error());
    const uint number = *release ? (*release)->toUInt() : 0;
    if (number >= dotNet471)
        return ok(QStringLiteral("dotNet"), title, tr("Release %1.").arg(number));
    add(QStringLiteral("dotNet"), Severity::Error, title,
        number == 0 ? tr("Version 4 is not installed.") : tr("Release %1.").arg(number),
        tr("The agent needs .NET Framework 4.7.1 or newer."), tr("Install .NET Framework 4.8."));
}

void ServerExaminer::examineRepair(const QString &repair)
{
    auto missing = missingSettings(m_machine, repair);
    const QString title = repairTitle(repair);
    if (!missing)
        return failed(repair, title, missing.error());
    if (missing->isEmpty())
        return ok(repair, title, tr("Every registry value is as it has to be."));
    QStringList names;
    for (const RegistrySetting &setting : std::as_const(*missing))
        names.append(registryText(setting.address));
    const bool agreed = m_answers.server && m_answers.server->repair.contains(repair);
    add(repair, agreed ? Severity::Info : Severity::Warning, title,
        tr("Not set: %1.").arg(names.join(QStringLiteral(", "))),
        tr("The agent's connections need TLS 1.2, and the vendor asks for these values."),
        agreed ? tr("The set-up sets them.") : tr("Agree to the repair \"%1\".").arg(repair), true);
}

void ServerExaminer::examineExecutionPolicy()
{
    const QString title = tr("Execution policy of Windows PowerShell");
    // Machine policy first, as Windows PowerShell itself looks.
    for (const RegistryAddress &address :
         {RegistryAddress{QStringLiteral(R"(SOFTWARE\Policies\Microsoft\Windows\PowerShell)"),
                          QStringLiteral("ExecutionPolicy")},
          RegistryAddress{QStringLiteral(R"(SOFTWARE\Microsoft\PowerShell\1\ShellIds\Microsoft.PowerShell)"),
                          QStringLiteral("ExecutionPolicy")}}) {
        auto value = m_machine.registryValue(address);
        if (!value)
            return failed(QStringLiteral("executionPolicy"), title, value.error());
        if (!*value)
            continue;
        const QString policy = (*value)->toString();
        if (policy.compare(QLatin1String("RemoteSigned"), Qt::CaseInsensitive) == 0 ||
            policy.compare(QLatin1String("Undefined"), Qt::CaseInsensitive) == 0)
            return ok(QStringLiteral("executionPolicy"), title, policy);
        const bool unrestricted = policy.compare(QLatin1String("Unrestricted"), Qt::CaseInsensitive) == 0;
        return add(QStringLiteral("executionPolicy"), unrestricted ? Severity::Error : Severity::Warning, title,
                   QStringLiteral("%1 = %2").arg(registryText(address), policy),
                   tr("The scripts that register the agent run only with the policy RemoteSigned, or with none set."),
                   tr("Set the execution policy to RemoteSigned."));
    }
    ok(QStringLiteral("executionPolicy"), title, tr("None is set."));
}

void ServerExaminer::examineCredentialManager()
{
    const QString title = tr("Credential Manager");
    auto service = m_machine.service(QStringLiteral("VaultSvc"));
    if (!service)
        return failed(QStringLiteral("credentialManager"), title, service.error());
    if (*service && (*service)->start != ServiceStart::Disabled)
        return ok(QStringLiteral("credentialManager"), title, tr("The service VaultSvc is not disabled."));
    add(QStringLiteral("credentialManager"), Severity::Error, title,
        *service ? tr("The service VaultSvc is disabled.") : tr("There is no service VaultSvc."),
        tr("The agent's installer needs it."), tr("Set the start of the service VaultSvc to manual."));
}

void ServerExaminer::examineFips()
{
    bool hashes = false;
    for (const ConfigurationAnswers &configuration : std::as_const(m_answers.configurations))
        hashes = hashes || configuration.passwordHashSync.value_or(false);
    auto enabled = m_machine.registryValue(
        {QStringLiteral(R"(SYSTEM\CurrentControlSet\Control\Lsa\FipsAlgorithmPolicy)"), QStringLiteral("Enabled")});
    // Worth a word only where it stands in the way; a value that cannot be read is no finding of its own.
    if (!hashes || !enabled || !*enabled || (*enabled)->toUInt() == 0)
        return;
    add(QStringLiteral("fips"), Severity::Warning, tr("FIPS mode"),
        tr("Windows allows only FIPS-validated algorithms."), tr("The synchronisation of password hashes needs MD5."),
        tr("Add enforceFIPSPolicy enabled=\"false\" below configuration/runtime in the agent's configuration file, "
           "then restart its service."));
}

void ServerExaminer::examineClock(const HostFacts &host)
{
    // Against the controller of the domain that this server belongs to, where the answers let us ask it.
    if (!m_answers.directory(host.domain))
        return;
    auto directory = m_session->directory(host.domain, m_stop);
    if (!directory)
        return; // that it cannot be reached is the directory's finding
    const RootDse &root = (*directory)->rootDse();
    if (!root.currentTime.isValid() || !root.readAt.isValid())
        return;
    const qint64 skew = std::abs(root.readAt.secsTo(root.currentTime));
    const QString evidence = tr("This server and %1 differ by %2 seconds.").arg(root.dnsHostName).arg(skew);
    const QString remedy = tr("Let this server take its time from the domain.");
    if (skew > clockError)
        add(QStringLiteral("clock"), Severity::Error, tr("Clock"), evidence,
            tr("Kerberos refuses a difference of more than five minutes."), remedy);
    else if (skew > clockWarning)
        add(QStringLiteral("clock"), Severity::Warning, tr("Clock"), evidence,
            tr("Kerberos refuses a difference of more than five minutes."), remedy);
    else
        ok(QStringLiteral("clock"), tr("Clock"), evidence);
}

} // namespace cloudsync
