// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/report/ReportSteps.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

using Phase = JournalTask::Phase;

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue one : list.toArray())
        texts.append(one.toString());
    return texts;
}

} // namespace

Look lookOf(Phase phase)
{
    switch (phase) {
    case Phase::Applying:
        return {"warning", "▲", Text::tr("Interrupted")};
    case Phase::Applied:
        return {"good", "✓", Text::tr("Done")};
    case Phase::AlreadyThere:
        return {"neutral", "=", Text::tr("Was so already")};
    case Phase::Failed:
        return {"bad", "✕", Text::tr("Failed")};
    case Phase::Skipped:
        return {"neutral", "–", Text::tr("Not begun")};
    case Phase::Undone:
        return {"neutral", "↶", Text::tr("Taken back")};
    case Phase::LeftBehind:
        return {"bad", "▲", Text::tr("Left behind")};
    }
    return {"neutral", "", {}};
}

Headline headlineOf(const JournalRecord &record)
{
    const QString &outcome = record.outcome;
    if (outcome == QStringLiteral("done"))
        return {{"good", "✓", Text::tr("Set up")}, Text::tr("Everything that was asked for is in place.")};
    if (outcome == QStringLiteral("failed"))
        return {{"bad", "✕", Text::tr("Failed, taken back")}, Text::tr("A step failed. Everything that this run did has been taken back.")};
    if (outcome == QStringLiteral("failedLeftBehind"))
        return {{"bad", "✕", Text::tr("Failed, something is left")}, Text::tr("A step failed, and not everything could be taken back.")};
    if (outcome == QStringLiteral("cancelled"))
        return {{"warning", "▲", Text::tr("Cancelled")}, Text::tr("The run was stopped on request. What it had done is taken back or listed below.")};
    if (outcome == QStringLiteral("refused"))
        return {{"warning", "▲", Text::tr("Refused")}, Text::tr("A condition was not met. Nothing was done.")};
    if (outcome == QStringLiteral("undone"))
        return {{"neutral", "↶", Text::tr("Taken back")}, Text::tr("What this run did has been taken back on request.")};
    if (outcome == QStringLiteral("undoneLeftBehind"))
        return {{"warning", "▲", Text::tr("Taken back in part")}, Text::tr("What this run did was taken back on request; something had to stay.")};
    return {{"warning", "▲", Text::tr("Not finished")}, Text::tr("The run was interrupted. It can be continued, taken back, or left as it is.")};
}

QString sectionTitle(const QString &section)
{
    if (section == QStringLiteral("server"))
        return Text::tr("This server");
    if (section == QStringLiteral("directory"))
        return Text::tr("Active Directory");
    if (section == QStringLiteral("tenant"))
        return Text::tr("Microsoft Entra ID");
    return section.isEmpty() ? Text::tr("Other steps") : section;
}

QVector<ReportStep> stepsOf(const JournalRecord &record)
{
    QVector<ReportStep> steps;
    QStringList planned;
    for (const QJsonValue value : record.header.value(QStringLiteral("plan")).toArray()) {
        const QJsonObject plan = value.toObject();
        ReportStep step;
        step.id = plan.value(QStringLiteral("id")).toString();
        step.section = plan.value(QStringLiteral("section")).toString();
        step.title = plan.value(QStringLiteral("title")).toString(step.id);
        step.changes = textsOf(plan.value(QStringLiteral("changes")));
        step.reversible = plan.value(QStringLiteral("reversible")).toBool(true);
        step.irreversibleBecause = plan.value(QStringLiteral("irreversibleBecause")).toString();
        if (const JournalTask *task = record.find(step.id))
            step.task = *task;
        planned.append(step.id);
        steps.append(step);
    }
    for (const JournalTask &task : record.tasks) {
        if (!planned.contains(task.id))
            steps.append({task.id, {}, task.id, {}, true, {}, task});
    }
    return steps;
}

} // namespace cloudsync
