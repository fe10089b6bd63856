// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/engine/RunContext.h"
#include "backend/engine/Secret.h"
#include "backend/ports/Credential.h"

#include <QDateTime>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>
#include <stop_token>

namespace cloudsync {

struct HostFacts
{
    QString name;           ///< NetBIOS name, for example "SYNC1"
    QString fullName;       ///< DNS name
    QString osName;         ///< for people
    int osBuild = 0;        ///< for example 20348
    int osRevision = 0;     ///< UBR
    bool isServer = false;
    bool isServerCore = false;
    bool isDomainJoined = false;
    QString domain;         ///< DNS name of the domain joined
    bool isDomainController = false;
    bool isElevated = false;
    bool restartPending = false;
    qint64 memoryBytes = 0;
    qint64 freeDiskBytes = 0; ///< on the system drive
    QDateTime now;          ///< UTC
};

/// A registry value below HKEY_LOCAL_MACHINE. REG_DWORD as quint32, REG_SZ as QString, REG_MULTI_SZ as QStringList.
struct RegistryAddress
{
    QString key;  ///< for example R"(SOFTWARE\Microsoft\.NETFramework\v4.0.30319)"
    QString name;
};

enum class ServiceState { Stopped, Starting, Running, Stopping, Paused, Unknown };
enum class ServiceStart { Automatic, Manual, Disabled, Unknown };

struct ServiceInfo
{
    QString name;
    QString displayName;
    ServiceState state = ServiceState::Unknown;
    ServiceStart start = ServiceStart::Unknown;
    QString account; ///< logon name, for example CONTOSO\pGMSA_1a2b3c4d$
};

/// The agent's package as it lies on disk.
struct PackageFacts
{
    QString path;
    QString version;
    QString signer;      ///< common name of the signing certificate; empty when unsigned
    bool signatureValid = false;
    QString signatureProblem; ///< for people, when it is not valid
    QByteArray sha256;   ///< 32 bytes
    qint64 size = 0;
};

/// How the package's installer ended (WiX Burn's codes, agent.md section 1).
struct InstallOutcome
{
    int exitCode = 0;
    QString logFile;
    Restart restart = Restart::None;
};

/// The agent on this machine.
struct AgentFacts
{
    bool installed = false;
    QString version;
    QString installFolder;
    bool registered = false;
    QString tenantId;       ///< empty until registered
    QString serviceAccount; ///< logon name of the agent's service
    QStringList domains;    ///< Active Directory domains it was given
    QStringList preferredControllers; ///< in order, of all domains
    bool tellsControllers = true;     ///< false where this release of the agent does not say which controllers it prefers
    QString traceFolder;    ///< where the agent writes its trace; empty where there is none
};

/// How an agent that is installed can be registered with a tenant.
struct AgentRegistration
{
    bool byCommand = true; ///< its command takes the access token of a sign-in that was made already
    bool byWindow = false; ///< its own window can be opened: the release has it, and a person is there
};

/// This server: host, registry, services, the agent's package and its cmdlets. Blocking, thread-safe. Where the system is not
/// Windows every call fails with NotSupportedHere (but facts(), which tells name, clock and elevation).
class Machine
{
public:
    virtual ~Machine() = default;

    [[nodiscard]] virtual Result<HostFacts> facts() = 0;

    /// nullopt when key or value are not there. RegistryFailed otherwise.
    [[nodiscard]] virtual Result<std::optional<QVariant>> registryValue(const RegistryAddress &address) = 0;
    [[nodiscard]] virtual Result<void> setRegistryValue(const RegistryAddress &address, const QVariant &value) = 0;
    [[nodiscard]] virtual Result<void> removeRegistryValue(const RegistryAddress &address) = 0;

    /// nullopt when there is no such service. ServiceFailed otherwise; start, stop and restart return when the state is reached.
    [[nodiscard]] virtual Result<std::optional<ServiceInfo>> service(const QString &name) = 0;
    [[nodiscard]] virtual Result<void> startService(const QString &name, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> stopService(const QString &name, const std::stop_token &stop) = 0;

    /// PackageMissing when there is no such file.
    [[nodiscard]] virtual Result<PackageFacts> inspectPackage(const QString &path) = 0;
    /// True while Windows Installer or another run of the package is at work.
    [[nodiscard]] virtual Result<bool> installationInProgress() = 0;
    /// Runs the installer quietly to its end: it is never killed, a stop request is honoured by who called, afterwards.
    /// `onProgress` gets a line and a percentage (or -1). Any exit code is an outcome; InstallerFailed when it did not start.
    [[nodiscard]] virtual Result<InstallOutcome> install(const PackageFacts &package, const QStringList &arguments,
                                                         const std::function<void(const QString &, int)> &onProgress) = 0;
    /// Removes the agent through its uninstall entry.
    [[nodiscard]] virtual Result<InstallOutcome> uninstallAgent(const std::function<void(const QString &, int)> &onProgress) = 0;

    [[nodiscard]] virtual Result<AgentFacts> agent() = 0;
    /// Registers the agent with the tenant. AgentCommandFailed with the cmdlet's message.
    [[nodiscard]] virtual Result<void> registerAgent(const QString &tenantId, const QString &account, const Secret &accessToken,
                                                     const std::stop_token &stop) = 0;
    /// The ways in which the installed agent can be registered. Machines without a window of their own have the command alone.
    [[nodiscard]] virtual Result<AgentRegistration> registrationWays();
    /// Opens the agent's own window, in which a person signs in and registers the agent, and returns when it was closed: whether the
    /// agent is registered then, agent() tells. A stop request closes the window as its own button would. AgentCommandFailed, TimedOut.
    [[nodiscard]] virtual Result<void> registerAgentInWindow(const std::stop_token &stop);
    /// Lets the agent's service run as this group managed service account (name with trailing $, DOMAIN\name$).
    [[nodiscard]] virtual Result<void> useServiceAccount(const QString &account, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> addAgentDomain(const QString &domain, const DirectoryCredential &credential,
                                                      const QStringList &preferredControllers, const std::stop_token &stop) = 0;
    /// Switches password writeback through the agent's cmdlet.
    [[nodiscard]] virtual Result<void> setPasswordWriteback(bool enabled, const Secret &accessToken, const std::stop_token &stop) = 0;
    /// True when this machine can retrieve and use the account's password now (Test-ADServiceAccount's question).
    [[nodiscard]] virtual Result<bool> canUseServiceAccount(const QString &account) = 0;

    /// Has this program started once with `arguments` when an administrator signs in after the next restart.
    [[nodiscard]] virtual Result<void> resumeAfterRestart(const QStringList &arguments);
    /// Takes that back. Nothing happens where nothing was asked for.
    [[nodiscard]] virtual Result<void> forgetResume();
    /// Begins the restart of this computer.
    [[nodiscard]] virtual Result<void> restartComputer();

    /// TCP (and where `tls`, TLS) connection to host:port. NetworkUnreachable, NameNotResolved, TlsCertificateNotTrusted, TimedOut.
    [[nodiscard]] virtual Result<void> probe(const QString &host, int port, bool tls, const QString &caFile,
                                             const std::stop_token &stop) = 0;
};

/// Name of the agent's service and of its updater (agent.md section 3).
[[nodiscard]] QString agentServiceName();
[[nodiscard]] QString agentUpdaterServiceName();

} // namespace cloudsync
