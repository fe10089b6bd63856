// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswersCompare.h"

#include "backend/ports/Directory.h"
#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/answers/JsonText.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace cloudsync {

namespace {

// What tells the members of a list apart. Empty: the list is a set of plain values.
QString keyOf(const QString &list, const QJsonObject &item)
{
    const auto text = [&](const char *name) { return item.value(QLatin1String(name)).toString().toLower(); };
    if (list == QLatin1String("directories") || list == QLatin1String("configurations"))
        return text("domain");
    if (list == QLatin1String("attributeMappings"))
        return text("object") + QLatin1Char(' ') + text("target");
    return {};
}

// Order means something here: the first that answers is taken.
bool isOrdered(const QString &list)
{
    return list == QLatin1String("controllers") || list == QLatin1String("preferredControllers");
}

QString comparable(const QString &list, const QJsonValue &value)
{
    const QString text = value.toString();
    return list == QLatin1String("distinguishedNames") ? normalizeDn(text) : text.toLower();
}

QStringList plainSet(const QString &list, const QJsonArray &values)
{
    QStringList result;
    for (const QJsonValue &value : values)
        result.append(comparable(list, value));
    if (!isOrdered(list)) {
        result.sort();
        result.removeDuplicates();
    }
    return result;
}

bool isName(const QString &member)
{
    return member == QLatin1String("domain") || member == QLatin1String("tenant") ||
           member == QLatin1String("clientId") || member == QLatin1String("account") ||
           member == QLatin1String("object") || member == QLatin1String("target");
}

class Comparison
{
public:
    QVector<AnswerDifference> differences;

    void compare(const QString &member, const QString &pointer, const QJsonValue &first, const QJsonValue &second)
    {
        if (first == second)
            return;
        if (first.isObject() && second.isObject())
            return compareObjects(pointer, first.toObject(), second.toObject());
        const bool lists = (first.isArray() || first.isUndefined()) && (second.isArray() || second.isUndefined());
        if (lists)
            return compareLists(member, pointer, first, second);
        if (isName(member) && first.toString().compare(second.toString(), Qt::CaseInsensitive) == 0)
            return;
        differences.append({pointer, first, second});
    }

private:
    void compareObjects(const QString &pointer, const QJsonObject &first, const QJsonObject &second)
    {
        QStringList names = first.keys();
        const QStringList others = second.keys();
        for (const QString &name : others) {
            if (!names.contains(name))
                names.append(name);
        }
        for (const QString &name : std::as_const(names))
            compare(name, jsonPointer(pointer, name), first.value(name), second.value(name));
    }

    void compareLists(const QString &member, const QString &pointer, const QJsonValue &first, const QJsonValue &second)
    {
        const QJsonArray left = first.toArray();
        const QJsonArray right = second.toArray();
        const QJsonValue sample = left.isEmpty() ? right.first() : left.first();
        if (!sample.isObject()) {
            if (plainSet(member, left) != plainSet(member, right))
                differences.append({pointer, first, second});
            return;
        }
        QMap<QString, QPair<QJsonValue, QJsonValue>> items;
        for (const QJsonValue &item : left)
            items.insert(keyOf(member, item.toObject()), {item, QJsonValue(QJsonValue::Undefined)});
        for (const QJsonValue &item : right) {
            auto &pair = items[keyOf(member, item.toObject())];
            if (pair.first.isNull())
                pair.first = QJsonValue(QJsonValue::Undefined);
            pair.second = item;
        }
        for (auto it = items.constBegin(); it != items.constEnd(); ++it)
            compare(member, jsonPointer(pointer, it.key()), it->first, it->second);
    }
};

} // namespace

QVector<AnswerDifference> compareAnswers(const Answers &first, const Answers &second)
{
    Comparison comparison;
    comparison.compare({}, {}, answersToJson(first), answersToJson(second));
    return comparison.differences;
}

} // namespace cloudsync
