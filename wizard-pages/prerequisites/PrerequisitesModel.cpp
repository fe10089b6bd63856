// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/prerequisites/PrerequisitesModel.h"

namespace cloudsync {

namespace {

const QString systemFinding = QStringLiteral("server.operatingSystem");

/// "server.tls12" -> "tls12": the name a repair has in the answer file.
QString repairName(const QString &findingId)
{
    return findingId.mid(findingId.lastIndexOf(QLatin1Char('.')) + 1);
}

/// What the findings rest on, so that going back and forth does not check again for nothing.
Answers relevant(const Answers &answers)
{
    Answers part;
    part.cloud = answers.cloud;
    part.customCloud = answers.customCloud;
    part.directories = answers.directories;
    if (answers.server) {
        part.server = ServerAnswers{};
        part.server->proxy = answers.server->proxy;
    }
    return part;
}

} // namespace

PrerequisitesModel::PrerequisitesModel(SetupState &state, QObject *parent) : PageModel(state, parent) {}

void PrerequisitesModel::enter()
{
    if (m_checkedFor != relevant(answers()))
        checkAgain();
}

bool PrerequisitesModel::directoryKnown() const
{
    return !answers().directories.isEmpty() && state().hasDirectoryPassword(answers().directories.constFirst().domain);
}

void PrerequisitesModel::checkAgain()
{
    m_checkedFor = relevant(answers());
    m_accepted = false;
    m_serverFindings.clear();
    m_directoryFindings.clear();
    setBusy(tr("Looking at this machine, its network and the directory."));
    run(m_server, Section::Server, m_serverFindings);
    if (directoryKnown())
        run(m_directory, Section::Directory, m_directoryFindings);
    Q_EMIT changed();
}

void PrerequisitesModel::run(Request &request, Sections sections, QVector<Finding> &target)
{
    request.start(
        [&shared = state(), sections](const std::stop_token &stop) {
            return shared.backend().check({shared.session(), sections, stop, {}});
        },
        [this, &target](const CheckReport &report) {
            target = report.findings;
            if (&target == &m_serverFindings)
                state().setIncludesServer(!cannotBeServer());
            if (!isRunning())
                setBusy({});
            Q_EMIT changed();
        });
}

QVector<Finding> PrerequisitesModel::findings() const
{
    return m_serverFindings + m_directoryFindings;
}

QSet<QString> PrerequisitesModel::repairs() const
{
    QSet<QString> agreed;
    if (!answers().server)
        return agreed;
    for (const Finding &finding : findings()) {
        if (finding.canRepair && answers().server->repair.contains(repairName(finding.id)))
            agreed.insert(finding.id);
    }
    return agreed;
}

void PrerequisitesModel::setRepair(const QString &findingId, bool agreed)
{
    const QString name = repairName(findingId);
    edit([&](Answers &answers) {
        if (!answers.server)
            answers.server = ServerAnswers{};
        answers.server->repair.removeAll(name);
        if (agreed)
            answers.server->repair.append(name);
    });
    Q_EMIT changed();
}

int PrerequisitesModel::openErrors() const
{
    const QSet<QString> mended = repairs();
    int open = 0;
    for (const Finding &finding : findings()) {
        if (finding.severity == Severity::Error && finding.id != systemFinding && !mended.contains(finding.id))
            ++open;
    }
    return open;
}

bool PrerequisitesModel::cannotBeServer() const
{
    for (const Finding &finding : m_serverFindings) {
        if (finding.id == systemFinding && finding.severity == Severity::Error)
            return true;
    }
    return false;
}

void PrerequisitesModel::acceptErrors(bool accepted)
{
    m_accepted = accepted;
    Q_EMIT changed();
}

bool PrerequisitesModel::isComplete() const
{
    if (isRunning() || !m_checkedFor)
        return false;
    return (openErrors() == 0 && !cannotBeServer()) || m_accepted;
}

} // namespace cloudsync
