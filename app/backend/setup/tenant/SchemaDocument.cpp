// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/SchemaDocument.h"

#include "backend/ports/Directory.h"
#include "backend/setup/tenant/DomainConfiguration.h"

#include <algorithm>
#include <limits>

namespace cloudsync {

namespace {

const QLatin1String nameMember("name");

bool sameName(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isActiveDirectory(const QString &name)
{
    return sameName(name, QStringLiteral("Active Directory"));
}

bool isEntra(const QString &name)
{
    // The older name stands in configurations made before the product was renamed.
    return sameName(name, QStringLiteral("Microsoft Entra ID")) ||
           sameName(name, QStringLiteral("Azure Active Directory"));
}

QJsonObject named(const QJsonArray &entries, const QString &name)
{
    for (const QJsonValue &entry : entries) {
        if (sameName(entry.toObject().value(nameMember).toString(), name))
            return entry.toObject();
    }
    return {};
}

QStringList texts(const QJsonValue &array)
{
    QStringList result;
    const QJsonArray entries = array.toArray();
    for (const QJsonValue &entry : entries)
        result.append(entry.toString());
    return result;
}

// Calls `outside` for each character that is not part of quoted text, and `inside` for each that is (quotes included).
template<typename Outside, typename Inside>
void walkExpression(const QString &expression, Outside outside, Inside inside)
{
    bool quoted = false;
    bool escaped = false;
    for (const QChar c : expression) {
        if (quoted) {
            inside(c);
            if (escaped)
                escaped = false;
            else if (c == QLatin1Char('\\'))
                escaped = true;
            else if (c == QLatin1Char('"'))
                quoted = false;
        } else if (c == QLatin1Char('"')) {
            inside(c);
            quoted = true;
        } else {
            outside(c);
        }
    }
}

} // namespace

qsizetype provisioningRule(const QJsonObject &schema)
{
    const QJsonArray rules = schema.value(QLatin1String("synchronizationRules")).toArray();
    qsizetype best = -1;
    int bestPriority = std::numeric_limits<int>::max();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QJsonObject rule = rules.at(i).toObject();
        if (!isActiveDirectory(rule.value(QLatin1String("sourceDirectoryName")).toString()) ||
            !isEntra(rule.value(QLatin1String("targetDirectoryName")).toString())) {
            continue;
        }
        // The template's own rule bears the template's name (graph.md section 7); without one, the first to be applied.
        if (sameName(rule.value(nameMember).toString(), provisioningTemplate()))
            return i;
        const int priority = rule.value(QLatin1String("priority")).toInt();
        if (best < 0 || priority < bestPriority) {
            best = i;
            bestPriority = priority;
        }
    }
    return best;
}

qsizetype objectMapping(const QJsonObject &rule, const QString &sourceObject)
{
    const QJsonArray mappings = rule.value(QLatin1String("objectMappings")).toArray();
    for (qsizetype i = 0; i < mappings.size(); ++i) {
        if (sameName(mappings.at(i).toObject().value(QLatin1String("sourceObjectName")).toString(), sourceObject))
            return i;
    }
    return -1;
}

QVector<qsizetype> attributeMappings(const QJsonObject &objectMapping, const QString &target)
{
    QVector<qsizetype> indices;
    const QJsonArray mappings = objectMapping.value(QLatin1String("attributeMappings")).toArray();
    for (qsizetype i = 0; i < mappings.size(); ++i) {
        if (sameName(mappings.at(i).toObject().value(QLatin1String("targetAttributeName")).toString(), target))
            indices.append(i);
    }
    return indices;
}

QJsonObject directoryDefinition(const QJsonObject &schema, const QString &name)
{
    return named(schema.value(QLatin1String("directories")).toArray(), name);
}

QJsonObject objectDefinition(const QJsonObject &directory, const QString &name)
{
    return named(directory.value(QLatin1String("objects")).toArray(), name);
}

QJsonObject attributeDefinition(const QJsonObject &object, const QString &name)
{
    return named(object.value(QLatin1String("attributes")).toArray(), name);
}

void replaceAt(QJsonObject &object, const QString &name, qsizetype index, const QJsonValue &value)
{
    QJsonArray array = object.value(name).toArray();
    array.replace(index, value);
    object.insert(name, array);
}

QStringList includedContainers(const QJsonObject &rule)
{
    return texts(rule.value(QLatin1String("containerFilter")).toObject().value(QLatin1String("includedContainers")));
}

QStringList includedGroups(const QJsonObject &rule)
{
    return texts(rule.value(QLatin1String("groupFilter")).toObject().value(QLatin1String("includedGroups")));
}

bool sameDistinguishedNames(const QStringList &a, const QStringList &b)
{
    const auto comparable = [](const QStringList &names) {
        QStringList result;
        for (const QString &name : names)
            result.append(normalizeDn(name));
        result.sort();
        result.removeDuplicates();
        return result;
    };
    return comparable(a) == comparable(b);
}

QString normalizedExpression(const QString &expression)
{
    QString result;
    walkExpression(
        expression,
        [&](QChar c) {
            if (!c.isSpace())
                result.append(c);
        },
        [&](QChar c) { result.append(c); });
    // Attribute names compare without case; function names do not.
    if (result.startsWith(QLatin1Char('[')) && result.indexOf(QLatin1Char(']')) == result.size() - 1)
        return result.toLower();
    return result;
}

QString quotedConstant(const QString &text)
{
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

QString normalizedSource(const QJsonObject &source)
{
    const QString type = source.value(QLatin1String("type")).toString();
    const QString name = source.value(nameMember).toString();
    const QString expression = source.value(QLatin1String("expression")).toString();
    // What the type says is unambiguous; `expression` of a constant is written with and without quotes.
    if (type == QLatin1String("Attribute") && !name.isEmpty())
        return normalizedExpression(QStringLiteral("[%1]").arg(name));
    if (type == QLatin1String("Constant"))
        return expression.startsWith(QLatin1Char('"')) ? expression
                                                       : quotedConstant(name.isEmpty() ? expression : name);
    return normalizedExpression(expression);
}

QJsonObject wantedSource(const AttributeMappingAnswers &mapping)
{
    QString type;
    QString name;
    QString expression;
    switch (mapping.kind) {
    case MappingKind::Direct:
        type = QStringLiteral("Attribute");
        name = mapping.source;
        expression = QStringLiteral("[%1]").arg(mapping.source);
        break;
    case MappingKind::Constant:
        type = QStringLiteral("Constant");
        name = mapping.source;
        expression = quotedConstant(mapping.source);
        break;
    case MappingKind::Expression:
        type = QStringLiteral("Function");
        expression = mapping.source.trimmed();
        name = expression.section(QLatin1Char('('), 0, 0).trimmed();
        break;
    }
    return {{QStringLiteral("type"), type},
            {QStringLiteral("name"), name},
            {QStringLiteral("expression"), expression},
            {QStringLiteral("parameters"), QJsonArray()}};
}

QStringList attributesOfExpression(const QString &expression)
{
    QStringList names;
    QString current;
    bool open = false;
    walkExpression(
        expression,
        [&](QChar c) {
            if (c == QLatin1Char('[')) {
                open = true;
                current.clear();
            } else if (c == QLatin1Char(']') && open) {
                open = false;
                names.append(current.trimmed());
            } else if (open) {
                current.append(c);
            }
        },
        [](QChar) {});
    names.removeDuplicates();
    return names;
}

QString flowTypeName(MappingFlow flow)
{
    switch (flow) {
    case MappingFlow::Always:
        return QStringLiteral("Always");
    case MappingFlow::OnlyAtCreation:
        return QStringLiteral("ObjectAddOnly");
    }
    return {};
}

} // namespace cloudsync
