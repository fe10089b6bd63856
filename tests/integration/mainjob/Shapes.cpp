// SPDX-License-Identifier: GPL-3.0-or-later
#include "Shapes.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace cloudsync::tests {

namespace {

// As printed in the contract. "nullable:" before a word list or a text says that null may stand there instead.
const QHash<QString, QByteArray> &shapes()
{
    static const QHash<QString, QByteArray> table{
        {QStringLiteral("check"),
         R"({"exitCode":0,"findings":[{"id":"","severity":"error|warning|info|ok","section":"server|directory|tenant","title":"","evidence":"",
             "cause":"","remedy":"","canRepair":true}]})"},
        {QStringLiteral("plan"),
         R"({"exitCode":0,"steps":[{"id":"","section":"server|directory|tenant","title":"","state":"satisfied|missing|conflict","changes":[""],
             "reversible":true,"needs":[""]}]})"},
        {QStringLiteral("apply"),
         R"({"exitCode":0,"runId":"","steps":[{"id":"","outcome":"applied|alreadyThere|failed|undone|leftBehind|skipped","milliseconds":12}],
             "restart":"none|required|initiated"})"},
        {QStringLiteral("status"),
         R"({"exitCode":0,"agents":[{"machine":"","status":"active|inactive","version":"nullable:"}],
             "configurations":[{"domain":"","jobs":[{"template":"","state":"","lastRun":"nullable:"}]}]})"},
        {QStringLiteral("error"),
         R"({"exitCode":4,"error":{"code":"","title":"","happened":"","changed":"","next":"","logFile":"nullable:"}})"},
    };
    return table;
}

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("true or false");
    case QJsonValue::Double:
        return QStringLiteral("a number");
    case QJsonValue::String:
        return QStringLiteral("text");
    case QJsonValue::Array:
        return QStringLiteral("a list");
    case QJsonValue::Object:
        return QStringLiteral("an object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("nothing");
}

QString compare(const QJsonValue &shape, const QJsonValue &value, const QString &pointer)
{
    QString words = shape.toString();
    if (words.startsWith(QStringLiteral("nullable:"))) {
        if (value.isNull())
            return {};
        words.remove(0, 9);
    }
    if (shape.type() != value.type())
        return QStringLiteral("%1 is %2, expected %3").arg(pointer, typeName(value), typeName(shape));
    if (shape.isString() && words.contains(u'|') && !words.split(u'|').contains(value.toString()))
        return QStringLiteral("%1 is %2, expected one of %3").arg(pointer, value.toString(), words);
    if (shape.isArray()) {
        const QJsonArray values = value.toArray();
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (const QString problem =
                    compare(shape.toArray().first(), values.at(i), pointer + u'/' + QString::number(i));
                !problem.isEmpty())
                return problem;
        }
    }
    if (shape.isObject()) {
        const QJsonObject members = shape.toObject();
        for (auto member = members.begin(); member != members.end(); ++member) {
            if (const QString problem =
                    compare(member.value(), value.toObject().value(member.key()), pointer + u'/' + member.key());
                !problem.isEmpty())
                return problem;
        }
    }
    return {};
}

} // namespace

QString shapeProblem(const QString &verb, const QJsonObject &document)
{
    const QJsonDocument shape = QJsonDocument::fromJson(shapes().value(verb));
    if (!shape.isObject())
        return QStringLiteral("there is no shape for %1").arg(verb);
    if (document.isEmpty())
        return QStringLiteral("the output is no JSON document");
    return compare(shape.object(), document, {});
}

} // namespace cloudsync::tests
