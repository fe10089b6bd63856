// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/progress/ProgressModel.h"

namespace cloudsync {

QString outcomeText(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Applied:
        return ProgressModel::tr("done");
    case StepOutcome::AlreadyThere:
        return ProgressModel::tr("in place already");
    case StepOutcome::Failed:
        return ProgressModel::tr("failed");
    case StepOutcome::Undone:
        return ProgressModel::tr("taken back");
    case StepOutcome::LeftBehind:
        return ProgressModel::tr("something is left");
    case StepOutcome::Skipped:
        return ProgressModel::tr("not begun");
    }
    return {};
}

ProgressModel::ProgressModel(SetupState &state, QObject *parent) : PageModel(state, parent)
{
    // The run's thread emits; the connection crosses to this object's thread.
    connect(this, &ProgressModel::eventHappened, this, &ProgressModel::take, Qt::QueuedConnection);
}

void ProgressModel::enter()
{
    if (isRunning() || (m_ended && !mayTryAgain()))
        return;
    clearProblem();
    m_steps.clear();
    m_done = m_total = 0;
    m_ended = m_stopRequested = false;
    m_signIn.clear();
    state().setRunReport(std::nullopt);
    state().setRefusal(std::nullopt);
    setBusy(tr("Looking at everything once more before the first change."));
    const SetupPath path = state().path();
    const QString runId = state().recordedRun() ? state().recordedRun()->runId : QString();
    m_running.start(
        [this, &shared = state(), sections = state().sections(), path,
         runId](const std::stop_token &stop) -> Result<RunReport> {
            const ProgressSink sink = [this](const ProgressEvent &event) { Q_EMIT eventHappened(event); };
            if (path == SetupPath::UndoRun)
                return shared.backend().undo(runId, sink, stop);
            return shared.backend().apply({shared.session(), sections, stop, sink}, path == SetupPath::ContinueRun);
        },
        [this](const Result<RunReport> &report) { finish(report); });
    Q_EMIT changed();
}

void ProgressModel::stop()
{
    if (!isRunning() || m_stopRequested)
        return;
    m_stopRequested = true;
    m_running.requestStop();
    setBusy(tr("Stopping. The step that runs comes to its end, then this run's changes are taken back."));
    Q_EMIT changed();
}

ProgressModel::Step &ProgressModel::step(const ProgressEvent &event)
{
    for (Step &known : m_steps) {
        if (known.id == event.step)
            return known;
    }
    m_steps.append({event.step, event.title, false, {}, 0, {}, -1});
    return m_steps.last();
}

void ProgressModel::take(const ProgressEvent &event)
{
    if (m_ended)
        return;
    m_total = qMax(m_total, event.total);
    m_done = event.done;
    switch (event.kind) {
    case ProgressEvent::Kind::RunStarted:
        m_signIn.clear();
        break;
    case ProgressEvent::Kind::StepStarted: {
        Step &started = step(event);
        started.running = true;
        break;
    }
    case ProgressEvent::Kind::StepProgress: {
        Step &told = step(event);
        told.message = event.message;
        told.percent = event.percent;
        break;
    }
    case ProgressEvent::Kind::StepEnded: {
        Step &ended = step(event);
        ended.running = false;
        ended.outcome = event.outcome;
        ended.milliseconds = event.milliseconds;
        break;
    }
    case ProgressEvent::Kind::RunEnded:
        break;
    }
    if (!m_stopRequested)
        setBusy(current());
    Q_EMIT changed();
}

QString ProgressModel::current() const
{
    for (auto step = m_steps.crbegin(); step != m_steps.crend(); ++step) {
        if (!step->running)
            continue;
        return step->message.isEmpty() ? step->title : tr("%1: %2").arg(step->title, step->message);
    }
    return m_signIn.isEmpty() ? tr("Working.") : m_signIn;
}

void ProgressModel::finish(const Result<RunReport> &report)
{
    m_ended = true;
    setBusy({});
    if (!report) {
        state().setRefusal(report.error());
        setProblem(report.error());
        return;
    }
    state().setRunReport(*report);
    for (const StepReport &ended : report->steps) {
        ProgressEvent event;
        event.step = ended.id;
        event.title = ended.title;
        Step &known = step(event);
        known.running = false;
        known.outcome = ended.outcome;
        known.milliseconds = ended.milliseconds;
    }
    m_done = m_total = int(m_steps.size());
    if (report->error)
        setProblem(*report->error);
    Q_EMIT changed();
}

bool ProgressModel::succeeded() const
{
    return m_ended && state().runReport() && state().runReport()->outcome == RunOutcome::Done;
}

QString ProgressModel::outcomeText() const
{
    if (!m_ended)
        return {};
    if (!state().runReport())
        return tr("The run was not begun. Nothing was changed.");
    if (state().path() == SetupPath::UndoRun && state().runReport()->outcome != RunOutcome::Done)
        return tr("Not everything could be taken back. The next page lists what stays.");
    switch (state().runReport()->outcome) {
    case RunOutcome::Done:
        if (state().path() == SetupPath::UndoRun)
            return tr("What the run had created is taken back.");
        return state().runReport()->changedAnything() ? tr("Everything was done.")
                                                      : tr("Everything was in place already; nothing was changed.");
    case RunOutcome::Failed:
        return tr("A step failed. Everything that this run did is undone.");
    case RunOutcome::FailedLeftBehind:
        return tr("A step failed, and something is left behind. The next page lists it.");
    case RunOutcome::Cancelled:
        return state().runReport()->allLeftBehind().isEmpty()
                   ? tr("You stopped the run. What it did is undone.")
                   : tr("You stopped the run. Something is left behind; the next page lists it.");
    case RunOutcome::Refused:
        return tr("The run was refused before the first change.");
    }
    return {};
}

void ProgressModel::showBrowserUrl(const QUrl &url)
{
    if (!isRunning())
        return;
    m_signIn = tr("Waiting for the sign-in in the browser: %1").arg(url.toString());
    setBusy(m_signIn);
}

void ProgressModel::showDeviceCode(const DeviceCode &code)
{
    if (!isRunning())
        return;
    m_signIn = tr("Open %1 and enter the code %2.").arg(code.verificationUri.toString(), code.userCode);
    setBusy(m_signIn);
}

} // namespace cloudsync
