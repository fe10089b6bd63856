// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/review/ReviewModel.h"

#include "backend/setup/answers/AnswerFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace cloudsync {

namespace {

QString sectionTitle(const QString &section)
{
    if (section == sectionName(Section::Server))
        return ReviewModel::tr("This server");
    if (section == sectionName(Section::Directory))
        return ReviewModel::tr("Active Directory");
    if (section == sectionName(Section::Tenant))
        return ReviewModel::tr("Microsoft Entra ID");
    return section;
}

ReviewModel::State stateOf(State::Kind kind)
{
    switch (kind) {
    case State::Kind::Satisfied:
        return ReviewModel::State::Satisfied;
    case State::Kind::Missing:
        return ReviewModel::State::Missing;
    case State::Kind::Conflict:
        return ReviewModel::State::Conflict;
    }
    return ReviewModel::State::Missing;
}

ReviewModel::Step stepOf(const PlannedStep &planned)
{
    ReviewModel::Step step;
    step.section = sectionTitle(planned.section);
    step.title = planned.title;
    step.state = stateOf(planned.state.kind);
    step.changes = planned.state.changes;
    if (planned.state.why)
        step.conflict = errorText(*planned.state.why);
    step.reversible = planned.reversibility.reversible;
    step.irreversibleBecause = planned.reversibility.why;
    step.neededRight = planned.neededRight;
    return step;
}

} // namespace

ReviewModel::ReviewModel(SetupState &state, QObject *parent) : PageModel(state, parent) {}

void ReviewModel::enter()
{
    clearProblem();
    m_steps.clear();
    m_known = false;
    if (isUndo()) {
        m_planning.cancel();
        listRecordedRun();
        Q_EMIT changed();
        return;
    }
    setBusy(tr("Comparing what you want with what is there."));
    m_planning.start(
        [&shared = state(), sections = state().sections()](const std::stop_token &stop) {
            return shared.backend().plan({shared.session(), sections, stop, {}});
        },
        [this](const Result<QVector<PlannedStep>> &planned) {
            setBusy({});
            if (!planned) {
                setProblem(planned.error());
                return;
            }
            for (const PlannedStep &step : *planned)
                m_steps.append(stepOf(step));
            m_known = true;
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void ReviewModel::listRecordedRun()
{
    const auto &record = state().recordedRun();
    if (!record)
        return;
    const QJsonArray plan = record->header.value(QStringLiteral("plan")).toArray();
    for (auto task = record->tasks.crbegin(); task != record->tasks.crend(); ++task) {
        if (!task->hasEffects() || task->phase == JournalTask::Phase::Undone)
            continue;
        Step step;
        step.state = State::ToUndo;
        step.title = task->id;
        for (const QJsonValue &planned : plan) {
            if (planned[QStringLiteral("id")].toString() != task->id)
                continue;
            step.section = sectionTitle(planned[QStringLiteral("section")].toString());
            step.title = planned[QStringLiteral("title")].toString();
            step.reversible = planned[QStringLiteral("reversible")].toBool(true);
            step.irreversibleBecause = planned[QStringLiteral("irreversibleBecause")].toString();
            for (const QJsonValue &change : planned[QStringLiteral("changes")].toArray())
                step.changes.append(change.toString());
        }
        m_steps.append(step);
    }
    m_known = true;
}

bool ReviewModel::isComplete() const
{
    return m_known && count(State::Conflict) == 0;
}

int ReviewModel::count(State state) const
{
    return int(
        std::count_if(m_steps.cbegin(), m_steps.cend(), [state](const Step &step) { return step.state == state; }));
}

int ReviewModel::changeCount() const
{
    int changes = 0;
    for (const Step &step : m_steps) {
        if (step.state == State::Missing)
            changes += qMax(1, int(step.changes.size()));
    }
    return changes;
}

QString ReviewModel::applyText() const
{
    if (isUndo())
        return count(State::ToUndo) == 1 ? tr("&Undo 1 step") : tr("&Undo %n steps", nullptr, count(State::ToUndo));
    if (!m_known)
        return tr("&Apply");
    if (changeCount() == 0)
        return tr("&Nothing to change");
    return changeCount() == 1 ? tr("&Apply 1 change") : tr("&Apply %n changes", nullptr, changeCount());
}

QString ReviewModel::summary() const
{
    if (!m_known)
        return {};
    if (isUndo())
        return tr("Steps of the run that are taken back, newest first: %1.").arg(count(State::ToUndo));
    const int there = count(State::Satisfied);
    if (const int conflicts = count(State::Conflict); conflicts > 0)
        return tr("Steps that cannot be done as things stand: %1. Steps in place already: %2.")
            .arg(conflicts)
            .arg(there);
    if (changeCount() == 0)
        return tr("Everything is as you want it.");
    return tr("Changes to make: %1. Steps in place already: %2.").arg(changeCount()).arg(there);
}

bool ReviewModel::saveAnswers(const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(answersToJson(answers())).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        setProblem(Error{ErrorCode::FileUnwritable, path, file.errorString(), {}});
        return false;
    }
    clearProblem();
    return true;
}

} // namespace cloudsync
