// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/install/InstallModel.h"

namespace cloudsync {

InstallModel::InstallModel(SetupState &state, QObject *parent) : PageModel(state, parent) {}

void InstallModel::enter()
{
    m_confirmed = false;
    if (!answers().server)
        edit([](Answers &answers) { answers.server = ServerAnswers{}; });
    m_readingAgent.start([&machine = state().ports().machine](const std::stop_token &) { return machine.agent(); },
                         [this](const Result<AgentFacts> &agent) {
                             if (agent)
                                 m_agent = *agent;
                             Q_EMIT changed();
                         });
    if (m_inspectedPath != packagePath())
        inspect();
}

QString InstallModel::packagePath() const
{
    return answers().server ? answers().server->agentPackage : QString();
}

QString InstallModel::publisher() const
{
    return answers().server ? answers().server->publisher : ServerAnswers{}.publisher;
}

void InstallModel::setPackagePath(const QString &path)
{
    if (path == packagePath())
        return;
    m_confirmed = false;
    edit([&](Answers &answers) {
        if (!answers.server)
            answers.server = ServerAnswers{};
        answers.server->agentPackage = path;
    });
    inspect();
}

void InstallModel::inspect()
{
    m_inspectedPath = packagePath();
    m_package.reset();
    clearProblem();
    if (m_inspectedPath.isEmpty()) {
        m_inspecting.cancel();
        setBusy({});
        Q_EMIT changed();
        return;
    }
    setBusy(tr("Looking at the package and its signature."));
    m_inspecting.start([&machine = state().ports().machine,
                        path = m_inspectedPath](const std::stop_token &) { return machine.inspectPackage(path); },
                       [this](const Result<PackageFacts> &package) {
                           setBusy({});
                           if (package)
                               m_package = *package;
                           else
                               setProblem(package.error());
                           Q_EMIT changed();
                       });
}

bool InstallModel::packageTrusted() const
{
    return m_package && m_package->signatureValid && m_package->signer.compare(publisher(), Qt::CaseInsensitive) == 0;
}

bool InstallModel::isComplete() const
{
    if (m_inspecting.isRunning())
        return false;
    if (packagePath().isEmpty())
        return m_agent && m_agent->installed;
    return packageTrusted();
}

bool InstallModel::confirm()
{
    if (!isComplete())
        return false;
    if (m_confirmed)
        return true;
    setBusy(tr("Making sure that no other installation is running."));
    m_confirming.start(
        [&machine = state().ports().machine](const std::stop_token &) { return machine.installationInProgress(); },
        [this](const Result<bool> &running) {
            setBusy({});
            if (!running || *running) {
                setProblem(running ? Error{ErrorCode::AnotherInstallation, {}, {}, {}} : running.error());
                return;
            }
            clearProblem();
            m_confirmed = true;
            Q_EMIT ready();
        });
    return false;
}

} // namespace cloudsync
