// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/AgentPackageTask.h"

#include "backend/setup/server/RegistryRepair.h"

#include <QVersionNumber>

namespace cloudsync {

namespace {

// ERROR_SUCCESS_REBOOT_REQUIRED and its kin, as Burn hands them on (agent.md section 1; Windows Installer's list of
// error codes).
constexpr int done = 0;
constexpr int restartRequired = 3010;
constexpr int restartInitiated = 1641;
constexpr int cancelledByUser = 1602;
constexpr int anotherInstallation = 1618;

} // namespace

Result<void> installerResult(const InstallOutcome &outcome)
{
    const QString detail =
        QCoreApplication::translate("AgentPackageTask", "The installer ended with exit code %1. Its log is %2.")
            .arg(QString::number(outcome.exitCode), outcome.logFile);
    switch (outcome.exitCode) {
    case done:
    case restartRequired:
    case restartInitiated:
        return {};
    case cancelledByUser:
        return fail(ErrorCode::InstallerCancelled, outcome.logFile, detail);
    case anotherInstallation:
        return fail(ErrorCode::AnotherInstallation, outcome.logFile, detail);
    default:
        return fail(ErrorCode::InstallerFailed, outcome.logFile, detail);
    }
}

Restart installerRestart(int exitCode)
{
    if (exitCode == restartInitiated)
        return Restart::Initiated;
    return exitCode == restartRequired ? Restart::Required : Restart::None;
}

TaskId AgentPackageTask::id() const
{
    return QStringLiteral("server.agentPackage");
}

QString AgentPackageTask::title() const
{
    return tr("Install the Microsoft Entra provisioning agent");
}

QStringList AgentPackageTask::needs() const
{
    QStringList needs;
    const QStringList repairs = registryRepairs();
    for (const QString &repair : repairs)
        needs.append(QStringLiteral("server.repair.") + repair);
    return needs;
}

Result<PackageFacts> AgentPackageTask::trustedPackage()
{
    const ServerAnswers answers = serverAnswers();
    if (answers.agentPackage.isEmpty())
        return fail(ErrorCode::PackageMissing, {}, tr("The agent is not installed, and the answers name no package."));
    auto package = machine().inspectPackage(answers.agentPackage);
    if (!package)
        return fail(std::move(package.error()));
    if (!package->signatureValid) {
        return fail(ErrorCode::PackageNotTrusted, package->path,
                    package->signatureProblem.isEmpty() ? tr("The package has no valid signature.")
                                                        : package->signatureProblem);
    }
    if (package->signer != answers.publisher)
        return fail(ErrorCode::PackageNotTrusted, package->path,
                    tr("The package is signed by %1, not by %2.").arg(package->signer, answers.publisher));
    return package;
}

Result<State> AgentPackageTask::check(RunContext &context)
{
    Q_UNUSED(context)
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (agent->installed && serverAnswers().agentPackage.isEmpty())
        return State::satisfied();
    auto package = trustedPackage();
    if (!package) {
        if (package.error().code == ErrorCode::PackageMissing || package.error().code == ErrorCode::PackageNotTrusted)
            return State::conflict(std::move(package.error()));
        return fail(std::move(package.error()));
    }
    if (agent->installed && QVersionNumber::fromString(agent->version) >= QVersionNumber::fromString(package->version))
        return State::satisfied();
    auto busy = machine().installationInProgress();
    if (!busy)
        return fail(std::move(busy.error()));
    if (*busy)
        return State::conflict(Error{ErrorCode::AnotherInstallation, package->path, {}, {}});
    return State::missing(
        {agent->installed ? tr("The agent is updated from version %1 to %2.").arg(agent->version, package->version)
                          : tr("The agent is installed in version %1 from %2.").arg(package->version, package->path)});
}

Result<void> AgentPackageTask::apply(RunContext &context, UndoLog &undo)
{
    auto before = machine().agent();
    if (!before)
        return fail(std::move(before.error()));
    auto package = trustedPackage();
    if (!package)
        return fail(std::move(package.error()));
    if (before->installed &&
        QVersionNumber::fromString(before->version) >= QVersionNumber::fromString(package->version))
        return {};
    auto busy = machine().installationInProgress();
    if (!busy)
        return fail(std::move(busy.error()));
    if (*busy)
        return fail(ErrorCode::AnotherInstallation, package->path);
    if (context.stopRequested())
        return fail(ErrorCode::Cancelled, id());
    // Before the installer runs: should this process end meanwhile, an undo knows what stood here.
    if (auto recorded = undo.record({{QStringLiteral("installedBefore"), before->installed},
                                     {QStringLiteral("versionBefore"), before->version},
                                     {QStringLiteral("version"), package->version},
                                     {QStringLiteral("sha256"), QString::fromLatin1(package->sha256.toHex())}});
        !recorded) {
        return recorded;
    }
    auto outcome = machine().install(*package, {QStringLiteral("/quiet")},
                                     [&](const QString &message, int percent) { context.report(message, percent); });
    if (!outcome)
        return fail(std::move(outcome.error()));
    context.requestRestart(installerRestart(outcome->exitCode));
    if (auto ended = installerResult(*outcome); !ended)
        return ended;
    if (!before->installed)
        changes().installedNow = true;
    changes().restartNeeded = before->installed;
    if (context.stopRequested())
        return fail(ErrorCode::Cancelled, id());
    auto after = machine().agent();
    if (!after)
        return fail(std::move(after.error()));
    if (!after->installed)
        return fail(ErrorCode::InstallerFailed, outcome->logFile,
                    tr("The installer reported success, but the agent is not there."));
    return {};
}

void AgentPackageTask::rememberEarlier(const QVector<QJsonObject> &effects)
{
    if (!effects.isEmpty() && !effects.first().value(QLatin1String("installedBefore")).toBool(true))
        changes().installedNow = true;
}

Result<void> AgentPackageTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (!agent->installed)
        return {};
    const QJsonObject &effect = data.effects.first();
    if (effect.value(QLatin1String("installedBefore")).toBool()) {
        if (agent->version != effect.value(QLatin1String("versionBefore")).toString()) {
            context.leaveBehind(
                tr("The agent stays at version %1. It was at %2 before, and that package is not at hand.")
                    .arg(agent->version, effect.value(QLatin1String("versionBefore")).toString()));
        }
        return {};
    }
    auto outcome =
        machine().uninstallAgent([&](const QString &message, int percent) { context.report(message, percent); });
    if (!outcome)
        return fail(std::move(outcome.error()));
    context.requestRestart(installerRestart(outcome->exitCode));
    changes().installedNow = false;
    return installerResult(*outcome);
}

} // namespace cloudsync
