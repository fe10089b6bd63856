// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/SchemaUndo.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace cloudsync {

namespace {

const QString rulesMember = QStringLiteral("synchronizationRules");
const QString objectsMember = QStringLiteral("objectMappings");
const QString mappingsMember = QStringLiteral("attributeMappings");
const QString kindMember = QStringLiteral("kind");
const QString previousMember = QStringLiteral("previous");
const QString writtenMember = QStringLiteral("written");
const QString positionMember = QStringLiteral("position");

// Rules, directories and object mappings are told apart by what the service never changes of its own accord.
QString ruleKey(const QJsonObject &rule)
{
    const QString id = rule.value(QLatin1String("id")).toString();
    return id.isEmpty() ? rule.value(QLatin1String("name")).toString() : id;
}

QString objectKey(const QJsonObject &object)
{
    return QStringLiteral("%1>%2>%3")
        .arg(object.value(QLatin1String("sourceObjectName")).toString(),
             object.value(QLatin1String("targetObjectName")).toString(),
             object.value(QLatin1String("name")).toString());
}

QString nameKey(const QJsonObject &object)
{
    return object.value(QLatin1String("name")).toString();
}

template<typename Key>
qsizetype indexOf(const QJsonArray &entries, const QString &wanted, Key key)
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (key(entries.at(i).toObject()) == wanted)
            return i;
    }
    return -1;
}

template<typename Key>
QJsonObject entry(const QJsonArray &entries, const QString &wanted, Key key)
{
    const qsizetype index = indexOf(entries, wanted, key);
    return index < 0 ? QJsonObject() : entries.at(index).toObject();
}

QJsonArray mappingsOf(const QJsonObject &object, const QString &target)
{
    QJsonArray result;
    const QJsonArray all = object.value(mappingsMember).toArray();
    const QVector<qsizetype> indices = attributeMappings(object, target);
    for (const qsizetype index : indices)
        result.append(all.at(index));
    return result;
}

QStringList targetsOf(const QJsonObject &object)
{
    QStringList targets;
    const QJsonArray all = object.value(mappingsMember).toArray();
    for (const QJsonValue &mapping : all) {
        const QString target = mapping.toObject().value(QLatin1String("targetAttributeName")).toString();
        if (!targets.contains(target, Qt::CaseInsensitive))
            targets.append(target);
    }
    return targets;
}

void compareMappings(const QJsonObject &rule, const QJsonObject &before, const QJsonObject &after,
                     QVector<QJsonObject> *differences)
{
    QStringList targets = targetsOf(before);
    const QStringList added = targetsOf(after);
    for (const QString &target : added) {
        if (!targets.contains(target, Qt::CaseInsensitive))
            targets.append(target);
    }
    // Last place first: taken back in reverse, what was removed returns to its place from the front on.
    for (auto it = targets.crbegin(); it != targets.crend(); ++it) {
        const QString &target = *it;
        const QJsonArray previous = mappingsOf(before, target);
        const QJsonArray written = mappingsOf(after, target);
        if (previous == written)
            continue;
        const QVector<qsizetype> indices = attributeMappings(before, target);
        differences->append({{kindMember, QStringLiteral("mapping")},
                             {QStringLiteral("rule"), ruleKey(rule)},
                             {QStringLiteral("object"), objectKey(after)},
                             {QStringLiteral("target"), target},
                             {positionMember, indices.isEmpty() ? -1 : static_cast<int>(indices.first())},
                             {previousMember, previous},
                             {writtenMember, written}});
    }
}

void compareRules(const QJsonObject &before, const QJsonObject &after, QVector<QJsonObject> *differences)
{
    for (const QString &filter : {QStringLiteral("containerFilter"), QStringLiteral("groupFilter")}) {
        if (before.value(filter) == after.value(filter))
            continue;
        differences->append({{kindMember, filter},
                             {QStringLiteral("rule"), ruleKey(after)},
                             {previousMember, before.value(filter).isUndefined() ? QJsonValue() : before.value(filter)},
                             {QStringLiteral("wasThere"), before.contains(filter)},
                             {writtenMember, after.value(filter)}});
    }
    const QJsonArray objects = after.value(objectsMember).toArray();
    for (const QJsonValue &object : objects) {
        const QJsonObject previous =
            entry(before.value(objectsMember).toArray(), objectKey(object.toObject()), objectKey);
        if (previous != object.toObject())
            compareMappings(after, previous, object.toObject(), differences);
    }
}

void compareDefinitions(const QJsonObject &before, const QJsonObject &after, QVector<QJsonObject> *differences)
{
    const QJsonArray objects = after.value(QLatin1String("objects")).toArray();
    for (const QJsonValue &value : objects) {
        const QJsonObject object = value.toObject();
        const QJsonObject previous = objectDefinition(before, nameKey(object));
        if (previous == object)
            continue;
        const QJsonArray attributes = object.value(QLatin1String("attributes")).toArray();
        for (const QJsonValue &attribute : attributes) {
            const QString name = nameKey(attribute.toObject());
            if (!attributeDefinition(previous, name).isEmpty())
                continue;
            differences->append({{kindMember, QStringLiteral("definition")},
                                 {QStringLiteral("directory"), nameKey(after)},
                                 {QStringLiteral("object"), nameKey(object)},
                                 {QStringLiteral("target"), name},
                                 {writtenMember, attribute}});
        }
    }
}

enum class Reverted { Yes, AlreadySo, ChangedMeanwhile };

Reverted revertFilter(QJsonObject &rule, const QJsonObject &difference)
{
    const QString filter = difference.value(kindMember).toString();
    const QJsonValue now = rule.value(filter).isUndefined() ? QJsonValue() : rule.value(filter);
    const auto names = [](const QJsonValue &value) {
        const QJsonObject both{{QStringLiteral("containerFilter"), value}, {QStringLiteral("groupFilter"), value}};
        return includedContainers(both) + includedGroups(both);
    };
    if (sameDistinguishedNames(names(now), names(difference.value(previousMember))))
        return Reverted::AlreadySo;
    if (!sameDistinguishedNames(names(now), names(difference.value(writtenMember))))
        return Reverted::ChangedMeanwhile;
    if (difference.value(QLatin1String("wasThere")).toBool())
        rule.insert(filter, difference.value(previousMember));
    else
        rule.remove(filter);
    return Reverted::Yes;
}

// What counts in a mapping: the service may add members to what it was sent.
bool sameMappings(const QJsonArray &now, const QJsonArray &other)
{
    if (now.size() != other.size())
        return false;
    for (qsizetype i = 0; i < now.size(); ++i) {
        const QJsonObject a = now.at(i).toObject();
        const QJsonObject b = other.at(i).toObject();
        if (normalizedSource(a.value(QLatin1String("source")).toObject()) !=
            normalizedSource(b.value(QLatin1String("source")).toObject()))
            return false;
        for (const QString &member :
             {QStringLiteral("flowType"), QStringLiteral("flowBehavior"), QStringLiteral("matchingPriority")}) {
            if (a.value(member) != b.value(member))
                return false;
        }
        if (a.value(QLatin1String("defaultValue")).toString() != b.value(QLatin1String("defaultValue")).toString())
            return false;
    }
    return true;
}

Reverted revertMapping(QJsonObject &rule, const QJsonObject &difference)
{
    QJsonArray objects = rule.value(objectsMember).toArray();
    const qsizetype index = indexOf(objects, difference.value(QLatin1String("object")).toString(), objectKey);
    if (index < 0)
        return Reverted::ChangedMeanwhile;
    QJsonObject object = objects.at(index).toObject();
    const QString target = difference.value(QLatin1String("target")).toString();
    const QJsonArray now = mappingsOf(object, target);
    const QJsonArray previous = difference.value(previousMember).toArray();
    if (sameMappings(now, previous))
        return Reverted::AlreadySo;
    if (!sameMappings(now, difference.value(writtenMember).toArray()))
        return Reverted::ChangedMeanwhile;
    QJsonArray mappings = object.value(mappingsMember).toArray();
    const QVector<qsizetype> indices = attributeMappings(object, target);
    qsizetype position = indices.isEmpty()
                             ? std::clamp<qsizetype>(difference.value(positionMember).toInt(), 0, mappings.size())
                             : indices.first();
    for (qsizetype i = indices.size() - 1; i >= 0; --i)
        mappings.removeAt(indices.at(i));
    for (const QJsonValue &mapping : previous)
        mappings.insert(position++, mapping);
    object.insert(mappingsMember, mappings);
    objects.replace(index, object);
    rule.insert(objectsMember, objects);
    return Reverted::Yes;
}

Reverted revertDefinition(QJsonObject &schema, const QJsonObject &difference)
{
    QJsonArray directories = schema.value(QLatin1String("directories")).toArray();
    const qsizetype d = indexOf(directories, difference.value(QLatin1String("directory")).toString(), nameKey);
    if (d < 0)
        return Reverted::AlreadySo;
    QJsonObject directory = directories.at(d).toObject();
    QJsonArray objects = directory.value(QLatin1String("objects")).toArray();
    const qsizetype o = indexOf(objects, difference.value(QLatin1String("object")).toString(), nameKey);
    if (o < 0)
        return Reverted::AlreadySo;
    QJsonObject object = objects.at(o).toObject();
    QJsonArray attributes = object.value(QLatin1String("attributes")).toArray();
    const qsizetype a = indexOf(attributes, difference.value(QLatin1String("target")).toString(), nameKey);
    // A definition that the service filled in meanwhile is knowledge, not a setting: it harms nobody.
    if (a < 0 || attributes.at(a) != difference.value(writtenMember))
        return Reverted::AlreadySo;
    attributes.removeAt(a);
    object.insert(QStringLiteral("attributes"), attributes);
    replaceAt(directory, QStringLiteral("objects"), o, object);
    replaceAt(schema, QStringLiteral("directories"), d, directory);
    return Reverted::Yes;
}

Reverted revertOne(QJsonObject &schema, const QJsonObject &difference)
{
    const QString kind = difference.value(kindMember).toString();
    if (kind == QLatin1String("definition"))
        return revertDefinition(schema, difference);
    const QJsonArray rules = schema.value(rulesMember).toArray();
    const qsizetype index = indexOf(rules, difference.value(QLatin1String("rule")).toString(), ruleKey);
    if (index < 0)
        return Reverted::ChangedMeanwhile;
    QJsonObject rule = rules.at(index).toObject();
    const Reverted result =
        kind == QLatin1String("mapping") ? revertMapping(rule, difference) : revertFilter(rule, difference);
    if (result == Reverted::Yes)
        replaceAt(schema, rulesMember, index, rule);
    return result;
}

} // namespace

QVector<QJsonObject> schemaDifferences(const QJsonObject &before, const QJsonObject &after)
{
    QVector<QJsonObject> differences;
    const QJsonArray rules = after.value(rulesMember).toArray();
    for (const QJsonValue &rule : rules) {
        const QJsonObject previous = entry(before.value(rulesMember).toArray(), ruleKey(rule.toObject()), ruleKey);
        if (previous != rule.toObject())
            compareRules(previous, rule.toObject(), &differences);
    }
    const QJsonArray directories = after.value(QLatin1String("directories")).toArray();
    for (const QJsonValue &directory : directories) {
        const QJsonObject previous = directoryDefinition(before, nameKey(directory.toObject()));
        if (previous != directory.toObject())
            compareDefinitions(previous, directory.toObject(), &differences);
    }
    return differences;
}

QJsonObject revertedSchema(const QJsonObject &current, const QVector<QJsonObject> &differences, QStringList *left)
{
    QJsonObject schema = current;
    for (auto difference = differences.crbegin(); difference != differences.crend(); ++difference) {
        if (revertOne(schema, *difference) == Reverted::ChangedMeanwhile && left) {
            const QString target = difference->value(QLatin1String("target")).toString();
            left->append(target.isEmpty() ? difference->value(kindMember).toString() : target);
        }
    }
    return schema;
}

} // namespace cloudsync
