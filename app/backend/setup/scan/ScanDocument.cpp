// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/ScanDocument.h"

#include <QJsonArray>

namespace cloudsync {

QJsonObject countsToJson(const ScopeCounts &counts)
{
    return {{QStringLiteral("user"), counts.users},
            {QStringLiteral("group"), counts.groups},
            {QStringLiteral("contact"), counts.contacts},
            {QStringLiteral("inetOrgPerson"), counts.inetOrgPersons}};
}

QJsonObject scanToJson(const ScanReport &report)
{
    QJsonArray domains;
    for (const DomainScan &one : report.domains)
        domains.append(QJsonObject{{QStringLiteral("domain"), one.domain},
                                   {QStringLiteral("objects"), countsToJson(one.objects)},
                                   {QStringLiteral("inScope"), countsToJson(one.inScope)},
                                   {QStringLiteral("left"), one.left},
                                   {QStringLiteral("error"), one.error ? QJsonValue(one.error->toJson()) : QJsonValue()}});
    QJsonObject rules;
    for (auto it = report.rules.cbegin(); it != report.rules.cend(); ++it)
        rules.insert(it.key(), it.value());
    QJsonObject severities;
    for (auto it = report.severities.cbegin(); it != report.severities.cend(); ++it)
        severities.insert(it.key(), severityName(it.value()));
    return {{QStringLiteral("objects"), countsToJson(report.objects())},
            {QStringLiteral("inScope"), countsToJson(report.inScope())},
            {QStringLiteral("domains"), domains},
            {QStringLiteral("rules"), rules},
            {QStringLiteral("severities"), severities},
            {QStringLiteral("errors"), report.errors},
            {QStringLiteral("warnings"), report.warnings},
            {QStringLiteral("notes"), report.notes},
            {QStringLiteral("notChecked"), QJsonArray::fromStringList(report.notChecked)},
            {QStringLiteral("seconds"), report.seconds}};
}

namespace {

QJsonObject deletionsToJson(const DeletionEstimate &estimate)
{
    return {{QStringLiteral("domain"), estimate.domain},
            {QStringLiteral("count"), estimate.count},
            {QStringLiteral("threshold"), estimate.threshold},
            {QStringLiteral("thresholdEnabled"), estimate.thresholdEnabled},
            {QStringLiteral("held"), estimate.held()}};
}

QJsonObject objectToJson(const SimulatedObject &object)
{
    QJsonObject item{{QStringLiteral("domain"), object.domain},
                     {QStringLiteral("dn"), object.dn},
                     {QStringLiteral("objectClass"), object.objectClass},
                     {QStringLiteral("action"), syncActionName(object.action)},
                     {QStringLiteral("reasons"), QJsonArray::fromStringList(object.reasons)}};
    const auto insert = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            item.insert(QLatin1String(key), value);
    };
    insert("userPrincipalName", object.principalName);
    insert("matchedBy", object.matchedBy);
    insert("tenantId", object.tenantId);
    return item;
}

} // namespace

QJsonObject simulationToJson(const SimulationReport &report)
{
    QJsonObject counts;
    for (auto it = report.counts.cbegin(); it != report.counts.cend(); ++it)
        counts.insert(it.key(), it.value());
    QJsonArray objects;
    for (const SimulatedObject &one : report.objects)
        objects.append(objectToJson(one));
    QJsonArray deletions;
    QJsonArray domains;
    for (const DeletionEstimate &one : report.deletions) {
        deletions.append(deletionsToJson(one));
        domains.append(QJsonObject{{QStringLiteral("domain"), one.domain}, {QStringLiteral("error"), QJsonValue()}});
    }
    for (auto it = report.failures.cbegin(); it != report.failures.cend(); ++it)
        domains.append(QJsonObject{{QStringLiteral("domain"), it.key()}, {QStringLiteral("error"), it.value().toJson()}});
    QJsonArray differences;
    for (const ScopeDifference &one : report.differences)
        differences.append(QJsonObject{{QStringLiteral("domain"), one.domain},
                                       {QStringLiteral("enters"), QJsonArray::fromStringList(one.enters)},
                                       {QStringLiteral("leaves"), QJsonArray::fromStringList(one.leaves)},
                                       {QStringLiteral("deletions"), deletionsToJson(one.deletions)}});
    return {{QStringLiteral("estimate"), true},
            {QStringLiteral("rules"), QJsonArray::fromStringList(report.rules)},
            {QStringLiteral("counts"), counts},
            {QStringLiteral("objects"), objects},
            {QStringLiteral("deletions"), deletions},
            {QStringLiteral("differences"), differences},
            {QStringLiteral("domains"), domains}};
}

} // namespace cloudsync
