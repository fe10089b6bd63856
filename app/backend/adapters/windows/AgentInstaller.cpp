// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/AgentInstaller.h"

#include "backend/adapters/windows/ChildProcess.h"
#include "backend/adapters/windows/Registry.h"
#include "backend/adapters/windows/WindowsText.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace cloudsync::windows {

namespace {

constexpr int restartRequired = 3010;
constexpr int restartInitiated = 1641;

Result<InstallOutcome> runToItsEnd(const QString &program, const QString &commandLine, const AgentInstaller::OnProgress &onProgress)
{
    if (onProgress)
        onProgress(commandLine, -1);
    ChildCommand command;
    command.program = program;
    command.commandLine = commandLine;
    auto code = runChild(std::move(command), {});
    if (!code)
        return fail(ErrorCode::InstallerFailed, program, code.error().detail);
    InstallOutcome outcome;
    outcome.exitCode = *code;
    outcome.logFile = QDir::toNativeSeparators(QDir::tempPath()); // the package chooses a name of its own there
    outcome.restart = *code == restartRequired ? Restart::Required : *code == restartInitiated ? Restart::Initiated : Restart::None;
    return outcome;
}

struct UninstallEntry
{
    QString program;
    QString commandLine;
};

/// The bundle's entry takes the agent along; agents of older packages have one of their own (agent.md section 3).
std::optional<UninstallEntry> findEntry()
{
    const Registry registry;
    for (const QString &wanted : {QStringLiteral("Provisioning Agent Package"), QStringLiteral("Provisioning Agent")}) {
        for (const QString &root : {QStringLiteral(R"(SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall)"),
                                    QStringLiteral(R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall)")}) {
            for (const QString &name : registry.keys(root)) {
                const QString key = root + u'\\' + name;
                const QString shown = registry.text(key, QStringLiteral("DisplayName"));
                if (!shown.startsWith(QStringLiteral("Microsoft ")) || !shown.endsWith(wanted))
                    continue;
                QString line = registry.text(key, QStringLiteral("QuietUninstallString"));
                if (line.isEmpty()) {
                    line = registry.text(key, QStringLiteral("UninstallString"));
                    if (!line.isEmpty())
                        line += QStringLiteral(" /quiet");
                }
                const QString program = line.startsWith(u'"') ? line.section(u'"', 1, 1) : line.section(u' ', 0, 0);
                if (!program.isEmpty())
                    return UninstallEntry{program, line};
            }
        }
    }
    return {};
}

} // namespace

Result<InstallOutcome> AgentInstaller::install(const PackageFacts &package, const QStringList &arguments, const OnProgress &onProgress) const
{
    // Held open so that nobody can write to it, then compared once more: what runs is what was judged.
    const Handle held(::CreateFileW(wide(package.path), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    QFile file(package.path);
    if (!held || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::PackageMissing, package.path, lastSystemError());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file) || hash.result() != package.sha256)
        return fail(ErrorCode::PackageNotTrusted, package.path, QStringLiteral("the file has changed since it was inspected"));
    file.close();
    QString line = quotedArgument(QDir::toNativeSeparators(package.path));
    for (const QString &argument : arguments)
        line += u' ' + quotedArgument(argument);
    return runToItsEnd(QDir::toNativeSeparators(package.path), line, onProgress);
}

Result<InstallOutcome> AgentInstaller::uninstall(const OnProgress &onProgress) const
{
    const auto entry = findEntry();
    if (!entry)
        return fail(ErrorCode::InstallerFailed, agentServiceName(), QStringLiteral("there is no uninstall entry of the agent"));
    return runToItsEnd(entry->program, entry->commandLine, onProgress);
}

bool AgentInstaller::isAnotherInProgress() const
{
    // Windows Installer holds it while it changes the system.
    return static_cast<bool>(Handle(::OpenMutexW(SYNCHRONIZE, FALSE, L"Global\\_MSIExecute")));
}

} // namespace cloudsync::windows
