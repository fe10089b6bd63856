// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/JournalRecord.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cloudsync {

namespace {

JournalTask &taskOf(JournalRecord &record, const QString &id)
{
    const auto found = std::find_if(record.tasks.begin(), record.tasks.end(), [&](const JournalTask &t) { return t.id == id; });
    if (found != record.tasks.end())
        return *found;
    JournalTask task;
    task.id = id;
    record.tasks.append(task);
    return record.tasks.last();
}

void take(JournalRecord &record, const QJsonObject &line)
{
    using Phase = JournalTask::Phase;
    const QString event = line.value(QStringLiteral("event")).toString();
    const QDateTime time = QDateTime::fromString(line.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs);
    const QString id = line.value(QStringLiteral("task")).toString();
    if (event == QStringLiteral("runStarted")) {
        record.runId = line.value(QStringLiteral("run")).toString();
        record.started = time;
        record.header = line.value(QStringLiteral("data")).toObject();
    } else if (event == QStringLiteral("runEnded")) {
        record.ended = time;
        record.outcome = line.value(QStringLiteral("outcome")).toString();
    } else if (event == QStringLiteral("runContinued")) {
        record.outcome.clear();
        record.ended = {};
    } else if (event == QStringLiteral("forgotten")) {
        record.forgotten = true;
    } else if (event == QStringLiteral("applying")) {
        taskOf(record, id).phase = Phase::Applying;
    } else if (event == QStringLiteral("effect")) {
        taskOf(record, id).effects.append(line.value(QStringLiteral("data")).toObject());
    } else if (event == QStringLiteral("applied")) {
        JournalTask &task = taskOf(record, id);
        task.phase = Phase::Applied;
        task.milliseconds = line.value(QStringLiteral("milliseconds")).toInteger();
    } else if (event == QStringLiteral("alreadyThere")) {
        JournalTask &task = taskOf(record, id);
        // A continued run finds its own work: that stays its own.
        if (task.effects.isEmpty())
            task.phase = Phase::AlreadyThere;
        else
            task.phase = Phase::Applied;
    } else if (event == QStringLiteral("failed")) {
        JournalTask &task = taskOf(record, id);
        task.phase = Phase::Failed;
        task.error = Error::fromJson(line.value(QStringLiteral("error")).toObject());
    } else if (event == QStringLiteral("skipped")) {
        taskOf(record, id).phase = Phase::Skipped;
    } else if (event == QStringLiteral("undone")) {
        JournalTask &task = taskOf(record, id);
        task.phase = Phase::Undone;
        task.effects.clear();
        task.leftBehind.clear();
    } else if (event == QStringLiteral("leftBehind")) {
        JournalTask &task = taskOf(record, id);
        task.phase = Phase::LeftBehind;
        task.leftBehind.clear();
        for (const QJsonValue &what : line.value(QStringLiteral("what")).toArray())
            task.leftBehind.append(what.toString());
    }
    // "undoing" and events of later versions change nothing here.
}

} // namespace

const JournalTask *JournalRecord::find(const QString &id) const
{
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const JournalTask &task) { return task.id == id; });
    return found == tasks.end() ? nullptr : &*found;
}

Result<JournalRecord> JournalRecord::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::JournalUnreadable, path, file.errorString());
    const QList<QByteArray> lines = file.readAll().split('\n');
    JournalRecord record;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).isEmpty())
            continue;
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(lines.at(i), &problem);
        if (!document.isObject()) {
            // Only a line that was being written when the power went may be torn: the last one, or the one before a continuation.
            const bool last = i >= lines.size() - 1;
            const bool beforeContinuation = i + 1 < lines.size() && lines.at(i + 1).contains("\"runContinued\"");
            if (last || beforeContinuation)
                continue;
            return fail(ErrorCode::JournalUnreadable, path, QStringLiteral("line %1: %2").arg(i + 1).arg(problem.errorString()));
        }
        take(record, document.object());
    }
    if (record.runId.isEmpty())
        return fail(ErrorCode::JournalUnreadable, path, QStringLiteral("no run in it"));
    return record;
}

Result<QVector<JournalRecord>> JournalRecord::list(const QString &folder)
{
    QVector<JournalRecord> records;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        auto record = read(folder + u'/' + name);
        if (!record)
            return fail(std::move(record.error()));
        records.append(std::move(*record));
    }
    std::sort(records.begin(), records.end(),
              [](const JournalRecord &a, const JournalRecord &b) { return a.started > b.started; });
    return records;
}

} // namespace cloudsync
