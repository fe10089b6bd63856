// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswerFile.h"
#include "cli/TerminalText.h"
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompareVerb)
};

QString shown(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return Text::tr("nothing said");
    if (value.isObject() || value.isArray()) {
        const QJsonDocument document =
            value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray());
        return terminalText(QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
    }
    return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                          : terminalText(value.toVariant().toString());
}

} // namespace

ExitCode runCompare(const Call &call)
{
    auto first = readAnswerFile(call.arguments.answersFile);
    if (!first)
        return call.failed(first.error());
    auto second = readAnswerFile(call.arguments.with);
    if (!second)
        return call.failed(second.error());
    const QVector<AnswerDifference> differences = compareAnswers(*first, *second);
    QStringList lines;
    QJsonArray list;
    for (const AnswerDifference &one : differences) {
        lines.append(
            QStringLiteral("%1\n  - %2\n  + %3").arg(terminalText(one.pointer), shown(one.first), shown(one.second)));
        list.append(QJsonObject{{QStringLiteral("pointer"), one.pointer},
                                {QStringLiteral("first"), one.first.isUndefined() ? QJsonValue() : one.first},
                                {QStringLiteral("second"), one.second.isUndefined() ? QJsonValue() : one.second}});
    }
    lines.append(differences.isEmpty() ? Text::tr("Both files want the same.")
                                       : Text::tr("%1 differences.").arg(differences.size()));
    call.reporter.message(lines.join(u'\n'), {{QStringLiteral("exitCode"), 0},
                                              {QStringLiteral("equal"), differences.isEmpty()},
                                              {QStringLiteral("differences"), list}});
    return ExitCode::Done;
}

} // namespace cloudsync
