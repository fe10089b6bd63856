// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/start/StartModel.h"

#include "backend/setup/answers/AnswerFile.h"

#include <QJsonDocument>

namespace cloudsync {

namespace {

QString stateText(ServiceState state)
{
    switch (state) {
    case ServiceState::Stopped:
        return StartModel::tr("stopped");
    case ServiceState::Starting:
        return StartModel::tr("starting");
    case ServiceState::Running:
        return StartModel::tr("running");
    case ServiceState::Stopping:
        return StartModel::tr("stopping");
    case ServiceState::Paused:
        return StartModel::tr("paused");
    case ServiceState::Unknown:
        return StartModel::tr("unknown");
    }
    return {};
}

bool canBeUndone(const JournalRecord &record)
{
    for (const JournalTask &task : record.tasks) {
        if (task.hasEffects() && task.phase != JournalTask::Phase::Undone)
            return true;
    }
    return false;
}

StartModel::Facts readFacts(const Backend &backend)
{
    StartModel::Facts facts;
    Machine &machine = backend.ports().machine;
    if (const auto host = machine.facts())
        facts.system = host->osName;
    const auto agent = machine.agent();
    if (agent)
        facts.agent = *agent;
    else
        facts.isServerSystem = agent.error().code != ErrorCode::NotSupportedHere;
    if (const auto service = machine.service(agentServiceName()); service && *service) {
        facts.serviceState = stateText((*service)->state);
        facts.serviceRunning = (*service)->state == ServiceState::Running;
    }
    if (const auto runs = backend.runs()) {
        for (const JournalRecord &record : *runs) {
            if (!facts.unfinished && record.unfinished())
                facts.unfinished = record;
            if (!facts.lastRun && !record.forgotten && canBeUndone(record))
                facts.lastRun = record;
        }
    }
    return facts;
}

} // namespace

StartModel::StartModel(SetupState &state, QObject *parent) : PageModel(state, parent), m_before(state.answers()) {}

void StartModel::enter()
{
    if (m_reading.isRunning())
        return;
    if (!m_facts)
        setBusy(tr("Looking at this machine."));
    m_reading.start([&backend = state().backend()](const std::stop_token &) { return readFacts(backend); },
                    [this](const Facts &facts) {
                        m_facts = facts;
                        state().setIncludesServer(facts.isServerSystem);
                        if (!m_chosen || !paths().contains(*m_chosen))
                            choose(proposal());
                        setBusy({});
                        Q_EMIT changed();
                    });
}

bool StartModel::hasSomething() const
{
    return !m_facts || (m_facts->agent && m_facts->agent->installed) || m_facts->unfinished || m_facts->lastRun;
}

QVector<SetupPath> StartModel::paths() const
{
    QVector<SetupPath> paths;
    if (!m_facts)
        return paths;
    if (m_facts->unfinished)
        paths += {SetupPath::ContinueRun, SetupPath::UndoRun};
    paths.append(SetupPath::FirstServer);
    if (m_facts->isServerSystem)
        paths.append(SetupPath::FurtherServer);
    paths.append(SetupPath::ChangeConfiguration);
    if (m_facts->agent && m_facts->agent->installed)
        paths.append(SetupPath::Repair);
    paths.append(SetupPath::LookOnly);
    if (!m_facts->unfinished && m_facts->lastRun)
        paths.append(SetupPath::UndoRun);
    return paths;
}

SetupPath StartModel::proposal() const
{
    return m_facts && m_facts->unfinished ? SetupPath::ContinueRun : SetupPath::FirstServer;
}

void StartModel::choose(SetupPath path)
{
    if (m_chosen == path)
        return;
    const bool fromRecord = path == SetupPath::ContinueRun || path == SetupPath::UndoRun;
    const bool wasFromRecord = m_chosen == SetupPath::ContinueRun || m_chosen == SetupPath::UndoRun;
    clearProblem();
    m_chosen = path;
    if (fromRecord && m_facts) {
        const auto &record = m_facts->unfinished ? m_facts->unfinished : m_facts->lastRun;
        if (!wasFromRecord)
            m_before = answers();
        state().setRecordedRun(record);
        // The run's own answers: what it did can only be continued or taken back with what it was asked to do.
        const auto recorded =
            answersFromJson(QJsonDocument(record->header.value(QStringLiteral("answers")).toObject()).toJson(), {});
        if (recorded)
            edit([&](Answers &answers) { answers = *recorded; });
        else
            setProblem(recorded.error());
    } else if (wasFromRecord) {
        state().setRecordedRun(std::nullopt);
        edit([this](Answers &answers) { answers = m_before; });
    }
    state().setPath(path);
    Q_EMIT changed();
}

void StartModel::forgetUnfinished()
{
    if (!m_facts || !m_facts->unfinished)
        return;
    const QString runId = m_facts->unfinished->runId;
    setBusy(tr("Marking the run as left as it is."));
    m_forgetting.start([&backend = state().backend(), runId](const std::stop_token &) { return backend.forget(runId); },
                       [this](const Result<void> &forgotten) {
                           setBusy({});
                           if (!forgotten)
                               setProblem(forgotten.error());
                           enter();
                       });
}

} // namespace cloudsync
