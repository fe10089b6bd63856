// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/finish/FinishModel.h"

#include "backend/setup/tenant/DomainConfiguration.h"

#include <QLocale>

namespace cloudsync {

namespace {

QString countsText(const QJsonObject &counts)
{
    QStringList parts;
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it) {
        if (it.value().toInteger() == 0)
            continue;
        parts.append(QStringLiteral("%1 %2").arg(it.key(), QLocale().toString(it.value().toInteger())));
    }
    return parts.join(QLatin1String(", "));
}

} // namespace

FinishModel::FinishModel(SetupState &state, QObject *parent) : PageModel(state, parent), m_testUser(state) {}

void FinishModel::enter()
{
    m_status.reset();
    m_testUser.enter();
    clearProblem();
    if (const auto &refusal = state().refusal())
        setProblem(*refusal);
    else if (state().runReport() && state().runReport()->error)
        setProblem(*state().runReport()->error);
    // After an undo or a refused run there is nothing to verify.
    const auto &report = state().runReport();
    if (state().path() == SetupPath::LookOnly ||
        (state().path() != SetupPath::UndoRun && report && report->outcome == RunOutcome::Done))
        readAgain();
}

void FinishModel::readAgain()
{
    clearProblem();
    setBusy(tr("Reading how agent, service and jobs are doing."));
    m_reading.start(
        [&shared = state()](const std::stop_token &stop) {
            return shared.backend().status({shared.session(), shared.sections() & Sections(Section::Tenant), stop, {}});
        },
        [this](const Result<StatusReport> &status) {
            setBusy({});
            if (status)
                m_status = *status;
            else
                setProblem(status.error());
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

bool FinishModel::isVerified() const
{
    if (!m_status || (state().path() != SetupPath::LookOnly &&
                      (!state().runReport() || state().runReport()->outcome != RunOutcome::Done)))
        return false;
    for (const Fact &fact : facts()) {
        if (fact.weight == Weight::Problem)
            return false;
    }
    return true;
}

QString FinishModel::headline() const
{
    const auto &report = state().runReport();
    if (isReading())
        return tr("What was set up is being verified.");
    if (state().path() == SetupPath::LookOnly)
        return m_status ? tr("This is what runs now. Nothing was changed.") : tr("The state could not be read.");
    if (!report)
        return tr("Nothing was changed.");
    if (state().path() == SetupPath::UndoRun && report->outcome != RunOutcome::Done)
        return leftBehind().isEmpty() ? tr("The run could not be taken back.")
                                      : tr("What could be taken back is taken back. What stays is listed below.");
    switch (report->outcome) {
    case RunOutcome::Done:
        if (state().path() == SetupPath::UndoRun)
            return tr("What the run had created is taken back.");
        if (isVerified())
            return tr("Cloud Sync is set up and verified.");
        return m_status ? tr("Everything was done, but something does not work yet.")
                        : tr("Everything was done, but it could not be verified.");
    case RunOutcome::Failed:
        return tr("The set-up failed. Everything that this run did is undone.");
    case RunOutcome::FailedLeftBehind:
        return tr("The set-up failed, and something is left behind.");
    case RunOutcome::Cancelled:
        return tr("You stopped the set-up.");
    case RunOutcome::Refused:
        return tr("The set-up was refused before the first change.");
    }
    return {};
}

void FinishModel::addJobFacts(QVector<Fact> &facts) const
{
    for (const ConfigurationStatus &configuration : m_status->configurations) {
        for (const JobStatus &job : configuration.jobs) {
            const bool quarantined = !job.quarantine.isEmpty();
            QString value = job.state;
            if (job.lastRun.isValid())
                value += tr(", last run %1").arg(QLocale().toString(job.lastRun.toLocalTime(), QLocale::ShortFormat));
            if (const QString counts = countsText(job.counts); !counts.isEmpty())
                value += QLatin1String(", ") + counts;
            if (quarantined)
                value = tr("in quarantine: %1").arg(job.quarantine.value(QStringLiteral("reason")).toString());
            facts.append({tr("%1, %2").arg(configuration.domain, templateTitle(job.templateId)), value,
                          quarantined                            ? Weight::Problem
                          : job.state == QLatin1String("Active") ? Weight::Good
                                                                 : Weight::Note});
        }
        // Being started is not enough; why it does not do its work is what matters.
        for (const QString &reason : configuration.reasons)
            facts.append({configuration.domain, reason, Weight::Warning});
    }
}

QVector<FinishModel::Fact> FinishModel::facts() const
{
    QVector<Fact> facts;
    if (!m_status)
        return facts;
    for (const AgentStatus &agent : m_status->agents) {
        const bool active = agent.status == QLatin1String("active");
        const QString status = active ? tr("active") : tr("not active");
        facts.append({tr("Agent %1").arg(agent.machine),
                      agent.version.isEmpty() ? status : tr("%1, version %2").arg(status, agent.version),
                      active ? Weight::Good : Weight::Warning});
    }
    if (m_status->agents.isEmpty())
        facts.append({tr("Agents"), tr("none in the tenant"), Weight::Warning});
    for (const ServiceInfo &service : m_status->services) {
        const bool running = service.state == ServiceState::Running;
        const QString value = running ? tr("running as %1").arg(service.account) : tr("not running");
        facts.append({service.displayName.isEmpty() ? service.name : service.displayName, value,
                      running                              ? Weight::Good
                      : service.name == agentServiceName() ? Weight::Problem
                                                           : Weight::Warning});
    }
    addJobFacts(facts);
    for (const QString &note : m_status->notes)
        facts.append({tr("To know"), note, Weight::Note});
    for (const Drift &one : m_status->drift)
        facts.append({tr("Differs from the answers"), one.title, Weight::Warning});
    return facts;
}

QStringList FinishModel::leftBehind() const
{
    return state().runReport() ? state().runReport()->allLeftBehind() : QStringList();
}

QStringList FinishModel::nextSteps() const
{
    QStringList steps;
    const auto &report = state().runReport();
    if (report && report->restart == Restart::Required)
        steps.append(tr("Restart this machine to complete the installation."));
    if (report && report->restart == Restart::Initiated)
        steps.append(tr("A restart of this machine has begun."));
    if (report && report->outcome != RunOutcome::Done && state().path() != SetupPath::UndoRun)
        steps.append(
            tr("Mend what the message says, then start the set-up again; what is in place is not done twice."));
    if (!isVerified() || state().path() == SetupPath::UndoRun || state().path() == SetupPath::LookOnly)
        return steps;
    steps.append(tr("Install the agent on a second and a third server, so that one may fail."));
    steps.append(tr("Look at the provisioning log after the first cycle; a large directory takes some hours."));
    steps.append(tr("Try a sign-in with one of the synchronised users."));
    return steps;
}

bool FinishModel::canRestart() const
{
    const auto &report = state().runReport();
    return report && report->restart == Restart::Required && state().includesServer() && !m_restarting.isRunning();
}

void FinishModel::restart()
{
    if (!canRestart())
        return;
    clearProblem();
    setBusy(tr("The restart begins. When an administrator signs in after it, the set-up opens once more."));
    const QStringList arguments{QStringLiteral("--state-dir"), state().backend().stateFolder()};
    m_restarting.start(
        [&machine = state().ports().machine, arguments](const std::stop_token &) -> Result<void> {
            if (auto noted = machine.resumeAfterRestart(arguments); !noted)
                return noted;
            auto begun = machine.restartComputer();
            // Without a restart nothing may open by itself some day; that the restart failed is what is told.
            if (!begun)
                static_cast<void>(machine.forgetResume());
            return begun;
        },
        [this](const Result<void> &begun) {
            if (!begun) {
                setBusy({});
                setProblem(begun.error());
            }
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void FinishModel::writeReport()
{
    if (!canReport())
        return;
    const QString runId = state().runReport()->runId;
    const QString path = state().backend().stateFolder() + QStringLiteral("/report-%1.html").arg(runId);
    setBusy(tr("Writing the report."));
    m_writing.start([&backend = state().backend(), runId, path,
                     now = m_status](const std::stop_token &) { return backend.writeReport(runId, path, now); },
                    [this, path](const Result<void> &written) {
                        setBusy({});
                        if (written)
                            Q_EMIT reportWritten(path);
                        else
                            setProblem(written.error());
                    });
}

} // namespace cloudsync
