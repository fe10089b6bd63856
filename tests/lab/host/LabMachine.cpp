// SPDX-License-Identifier: GPL-3.0-or-later
#include "LabMachine.h"

#include "PackageSignature.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>

namespace cloudsync {

LabMachine::LabMachine(LabHostSettings settings, HttpClient &http, DirectoryConnector &directories, Machine &realMachine)
    : m_settings(std::move(settings)), m_state(m_settings.folder), m_http(http), m_directories(directories), m_realMachine(realMachine)
{
}

Result<HostFacts> LabMachine::facts()
{
    // A healthy member server; host.json's "facts" may say otherwise.
    const QJsonObject given = m_state.read().value(QStringLiteral("facts")).toObject();
    HostFacts facts;
    facts.name = m_settings.name;
    facts.fullName = m_settings.name.toLower() + u'.' + m_settings.domain;
    facts.osName = given.value(QStringLiteral("osName")).toString(QStringLiteral("Windows Server 2022 (lab)"));
    facts.osBuild = given.value(QStringLiteral("osBuild")).toInt(20348);
    facts.osRevision = given.value(QStringLiteral("osRevision")).toInt(4294);
    facts.isServer = true;
    facts.isServerCore = given.value(QStringLiteral("serverCore")).toBool(false);
    facts.isDomainJoined = given.value(QStringLiteral("domainJoined")).toBool(true);
    facts.domain = facts.isDomainJoined ? m_settings.domain : QString();
    facts.isElevated = given.value(QStringLiteral("elevated")).toBool(true);
    facts.restartPending = given.value(QStringLiteral("restartPending")).toBool(false);
    facts.memoryBytes = given.value(QStringLiteral("memoryBytes")).toInteger(8LL * 1024 * 1024 * 1024);
    facts.freeDiskBytes = given.value(QStringLiteral("freeDiskBytes")).toInteger(60LL * 1024 * 1024 * 1024);
    facts.now = QDateTime::currentDateTimeUtc();
    return facts;
}

namespace {

/// What a freshly set-up server has; a name that is absent here and in host.json is not there.
QVariant defaultRegistryValue(const RegistryAddress &address)
{
    if (address.key == QStringLiteral(R"(SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full)") && address.name == QStringLiteral("Release"))
        return 528449U;
    return {};
}

ServiceState stateFromName(const QString &name)
{
    return name == QStringLiteral("Running") ? ServiceState::Running : ServiceState::Stopped;
}

} // namespace

Result<std::optional<QVariant>> LabMachine::registryValue(const RegistryAddress &address)
{
    const QJsonValue value = m_state.read().value(QStringLiteral("registry")).toObject().value(address.key).toObject().value(address.name);
    if (value.isDouble())
        return std::optional<QVariant>(static_cast<quint32>(value.toInteger()));
    if (value.isString())
        return std::optional<QVariant>(value.toString());
    if (value.isArray())
        return std::optional<QVariant>(value.toVariant().toStringList());
    const QVariant preset = defaultRegistryValue(address);
    return preset.isValid() ? std::optional<QVariant>(preset) : std::nullopt;
}

Result<void> LabMachine::setRegistryValue(const RegistryAddress &address, const QVariant &value)
{
    return m_state.change([&](QJsonObject &host) {
        QJsonObject registry = host.value(QStringLiteral("registry")).toObject();
        QJsonObject key = registry.value(address.key).toObject();
        key.insert(address.name, value.userType() == QMetaType::UInt ? QJsonValue(static_cast<qint64>(value.toUInt())) : QJsonValue::fromVariant(value));
        registry.insert(address.key, key);
        host.insert(QStringLiteral("registry"), registry);
    });
}

Result<void> LabMachine::removeRegistryValue(const RegistryAddress &address)
{
    return m_state.change([&](QJsonObject &host) {
        QJsonObject registry = host.value(QStringLiteral("registry")).toObject();
        QJsonObject key = registry.value(address.key).toObject();
        key.remove(address.name);
        if (key.isEmpty())
            registry.remove(address.key);
        else
            registry.insert(address.key, key);
        host.insert(QStringLiteral("registry"), registry);
    });
}

Result<std::optional<ServiceInfo>> LabMachine::service(const QString &name)
{
    const QJsonObject found = m_state.read().value(QStringLiteral("services")).toObject().value(name).toObject();
    ServiceInfo info;
    info.name = name;
    if (found.isEmpty()) {
        if (name != QStringLiteral("VaultSvc"))
            return std::optional<ServiceInfo>();
        info.displayName = QStringLiteral("Credential Manager");
        info.state = ServiceState::Running;
        info.start = ServiceStart::Manual;
        info.account = QStringLiteral("LocalSystem");
        return std::optional<ServiceInfo>(info);
    }
    info.displayName = found.value(QStringLiteral("displayName")).toString();
    info.state = stateFromName(found.value(QStringLiteral("state")).toString());
    const QString start = found.value(QStringLiteral("start")).toString();
    info.start = start == QStringLiteral("Disabled") ? ServiceStart::Disabled : start == QStringLiteral("Manual") ? ServiceStart::Manual : ServiceStart::Automatic;
    info.account = found.value(QStringLiteral("account")).toString();
    return std::optional<ServiceInfo>(info);
}

Result<void> LabMachine::setServiceState(const QString &name, const QString &state)
{
    bool found = false;
    auto changed = m_state.change([&](QJsonObject &host) {
        QJsonObject services = host.value(QStringLiteral("services")).toObject();
        QJsonObject service = services.value(name).toObject();
        found = !service.isEmpty();
        if (!found)
            return;
        service.insert(QStringLiteral("state"), state);
        services.insert(name, service);
        host.insert(QStringLiteral("services"), services);
    });
    if (!changed)
        return changed;
    if (!found)
        return fail(ErrorCode::ServiceFailed, name, QStringLiteral("The specified service does not exist as an installed service."));
    return {};
}

Result<void> LabMachine::startService(const QString &name, const std::stop_token &)
{
    // As on a real server: a service whose account's password cannot be had does not start.
    const QString account = m_state.read().value(QStringLiteral("services")).toObject().value(name).toObject().value(QStringLiteral("account")).toString();
    if (account.endsWith(u'$')) {
        auto usable = canUseServiceAccount(account);
        if (!usable)
            return fail(std::move(usable.error()));
        if (!*usable)
            return fail(ErrorCode::ServiceFailed, name, QStringLiteral("The service did not start due to a logon failure."));
    }
    return setServiceState(name, QStringLiteral("Running"));
}

Result<void> LabMachine::stopService(const QString &name, const std::stop_token &)
{
    return setServiceState(name, QStringLiteral("Stopped"));
}

Result<PackageFacts> LabMachine::inspectPackage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::PackageMissing, path, file.errorString());
    const QByteArray bytes = file.readAll();
    PackageFacts facts;
    facts.path = path;
    facts.size = bytes.size();
    facts.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    static const QRegularExpression version(QStringLiteral("^# version: (\\S+)$"), QRegularExpression::MultilineOption);
    facts.version = version.match(QString::fromUtf8(bytes)).captured(1);
    verifyPackageSignature(path, QFileInfo(path).absolutePath() + QStringLiteral("/publisher-ca.pem"), facts);
    return facts;
}

Result<bool> LabMachine::installationInProgress()
{
    return m_installing || m_state.read().value(QStringLiteral("installationInProgress")).toBool();
}

Result<InstallOutcome> LabMachine::install(const PackageFacts &package, const QStringList &arguments,
                                           const std::function<void(const QString &, int)> &onProgress)
{
    // Kept for the uninstall entry, as a real bundle keeps a copy of itself.
    if (auto kept = m_state.change([&](QJsonObject &host) { host.insert(QStringLiteral("bundle"), package.path); }); !kept)
        return fail(std::move(kept.error()));
    return runInstaller(package.path, arguments + m_settings.installerArguments, onProgress);
}

Result<InstallOutcome> LabMachine::uninstallAgent(const std::function<void(const QString &, int)> &onProgress)
{
    const QString bundle = m_state.read().value(QStringLiteral("bundle")).toString();
    if (bundle.isEmpty())
        return fail(ErrorCode::InstallerFailed, {}, QStringLiteral("There is no uninstall entry."));
    auto outcome = runInstaller(bundle, {QStringLiteral("/uninstall"), QStringLiteral("/quiet")}, onProgress);
    if (outcome) {
        if (auto forgotten = m_state.change([](QJsonObject &host) { host.remove(QStringLiteral("bundle")); }); !forgotten)
            return fail(std::move(forgotten.error()));
    }
    return outcome;
}

Result<InstallOutcome> LabMachine::runInstaller(const QString &program, const QStringList &arguments,
                                                const std::function<void(const QString &, int)> &onProgress)
{
    m_installing = true;
    InstallOutcome outcome;
    outcome.logFile = m_settings.folder + QStringLiteral("/installer.log");
    QProcess process;
    process.start(program, arguments + QStringList{QStringLiteral("--host"), m_settings.folder, QStringLiteral("--log"), outcome.logFile});
    if (!process.waitForStarted()) {
        m_installing = false;
        return fail(ErrorCode::InstallerFailed, program, process.errorString());
    }
    // Never ended from here, however long it takes.
    while (process.state() != QProcess::NotRunning || process.canReadLine()) {
        if (!process.canReadLine() && !process.waitForReadyRead(-1))
            process.waitForFinished(-1);
        while (process.canReadLine()) {
            const QJsonObject line = QJsonDocument::fromJson(process.readLine()).object();
            if (line.contains(QStringLiteral("exitCode")))
                outcome.exitCode = line.value(QStringLiteral("exitCode")).toInt();
            if (onProgress && line.contains(QStringLiteral("message")))
                onProgress(line.value(QStringLiteral("message")).toString(), line.value(QStringLiteral("percent")).toInt());
        }
    }
    m_installing = false;
    if (outcome.exitCode == 0)
        outcome.exitCode = process.exitCode();
    outcome.restart = outcome.exitCode == 3010 ? Restart::Required : outcome.exitCode == 1641 ? Restart::Initiated : Restart::None;
    return outcome;
}

Result<void> LabMachine::probe(const QString &host, int port, bool tls, const QString &caFile, const std::stop_token &stop)
{
    return m_realMachine.probe(host, port, tls, caFile, stop);
}

} // namespace cloudsync
