// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/ProvisioningLog.h"

#include <QRegularExpression>

#include <algorithm>

namespace cloudsync {

namespace {

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QJsonObject part(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

QDateTime timeOf(const QJsonObject &item)
{
    return QDateTime::fromString(member(item, "activityDateTime"), Qt::ISODateWithMs).toUTC();
}

LogEntry provisioningEntry(const QJsonObject &item, const QString &domain, const QString &job)
{
    LogEntry entry;
    entry.at = timeOf(item);
    entry.domain = domain;
    entry.job = job;
    entry.action = member(item, "provisioningAction");
    const QJsonObject info = part(item, "provisioningStatusInfo");
    entry.status = member(info, "status");
    const QJsonObject error = part(info, "errorInformation");
    entry.errorCode = member(error, "errorCode");
    entry.reason = member(error, "reason");
    entry.remedy = member(error, "recommendedAction");
    const QJsonObject source = part(item, "sourceIdentity");
    entry.object = member(source, "displayName").isEmpty() ? member(source, "id") : member(source, "displayName");
    entry.objectId = member(part(item, "targetIdentity"), "id");
    entry.properties = propertyChanges(item.value(QLatin1String("modifiedProperties")).toArray());
    return entry;
}

LogEntry auditEntry(const QJsonObject &item)
{
    LogEntry entry;
    entry.source = LogEntry::Source::Audit;
    entry.at = timeOf(item);
    entry.action = member(item, "activityDisplayName");
    entry.status = member(item, "result");
    entry.reason = member(item, "resultReason");
    const QJsonObject by = part(item, "initiatedBy");
    const QString application = member(part(by, "app"), "displayName");
    entry.initiator = application.isEmpty() ? member(part(by, "user"), "userPrincipalName") : application;
    const QJsonArray targets = item.value(QLatin1String("targetResources")).toArray();
    if (!targets.isEmpty()) {
        const QJsonObject target = targets.first().toObject();
        entry.object = member(target, "displayName").isEmpty() ? member(target, "id") : member(target, "displayName");
        entry.objectId = member(target, "id");
        entry.properties = propertyChanges(target.value(QLatin1String("modifiedProperties")).toArray());
    }
    return entry;
}

QJsonObject documentOf(const LogEntry &entry)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{QStringLiteral("log"),
             entry.source == LogEntry::Source::Audit ? QStringLiteral("audit") : QStringLiteral("provisioning")},
            {QStringLiteral("time"), entry.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("domain"), orNull(entry.domain)},
            {QStringLiteral("job"), orNull(entry.job)},
            {QStringLiteral("action"), entry.action},
            {QStringLiteral("status"), entry.status},
            {QStringLiteral("object"), orNull(entry.object)},
            {QStringLiteral("objectId"), orNull(entry.objectId)},
            {QStringLiteral("initiator"), orNull(entry.initiator)},
            {QStringLiteral("errorCode"), orNull(entry.errorCode)},
            {QStringLiteral("reason"), orNull(entry.reason)},
            {QStringLiteral("recommendedAction"), orNull(entry.remedy)},
            {QStringLiteral("modifiedProperties"), toJson(entry.properties)}};
}

} // namespace

QString syncServiceName()
{
    return QStringLiteral("Microsoft Entra AD Synchronization Service");
}

QJsonObject LogReport::toJson() const
{
    QJsonArray list;
    for (const LogEntry &entry : entries)
        list.append(documentOf(entry));
    return {{QStringLiteral("since"), since.isValid() ? QJsonValue(since.toString(Qt::ISODate)) : QJsonValue()},
            {QStringLiteral("complete"), isComplete},
            {QStringLiteral("entries"), list}};
}

Result<LogReport> readLogs(const std::shared_ptr<Session> &session, const QDateTime &since, int most,
                           const std::stop_token &stop)
{
    auto tenant = session->tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    LogReport report;
    report.since = since;
    auto configurations = (*tenant)->configurations(stop);
    if (!configurations)
        return fail(std::move(configurations.error()));
    const Answers answers = session->answers();
    for (const SyncConfiguration &configuration : std::as_const(*configurations)) {
        if (!answers.configurations.isEmpty() && !answers.configuration(configuration.displayName))
            continue;
        auto jobs = (*tenant)->jobs(configuration.servicePrincipalId, stop);
        if (!jobs)
            return fail(std::move(jobs.error()));
        for (const SyncJob &job : std::as_const(*jobs)) {
            auto items = (*tenant)->provisioningLogs(job.id, since, most, stop);
            if (!items)
                return fail(std::move(items.error()));
            report.isComplete = report.isComplete && (most <= 0 || items->size() < most);
            for (const QJsonValue &item : std::as_const(*items))
                report.entries.append(provisioningEntry(item.toObject(), configuration.displayName, job.templateId));
        }
    }
    QStringList initiators{syncServiceName()};
    auto organization = session->organization(stop);
    if (!organization)
        return fail(std::move(organization.error()));
    for (const TenantDomain &domain : std::as_const(organization->verifiedDomains)) {
        if (domain.isInitial)
            initiators.append(QStringLiteral("ADToAADSyncServiceAccount@") + domain.name);
    }
    for (const QString &initiator : std::as_const(initiators)) {
        auto items = (*tenant)->directoryAudits(initiator, since, most, stop);
        if (!items)
            return fail(std::move(items.error()));
        report.isComplete = report.isComplete && (most <= 0 || items->size() < most);
        for (const QJsonValue &item : std::as_const(*items))
            report.entries.append(auditEntry(item.toObject()));
    }
    std::stable_sort(report.entries.begin(), report.entries.end(),
                     [](const LogEntry &a, const LogEntry &b) { return a.at > b.at; });
    return report;
}

Result<QDateTime> pointInTime(const QString &text, const QDateTime &now)
{
    static const QRegularExpression span(QStringLiteral("^([1-9][0-9]{0,5})([mhd])$"));
    if (const auto match = span.match(text); match.hasMatch()) {
        const qint64 count = match.captured(1).toLongLong();
        const QString unit = match.captured(2);
        const qint64 seconds = unit == QLatin1String("m") ? 60 : unit == QLatin1String("h") ? 3600 : 86400;
        return now.addSecs(-count * seconds);
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return fail(ErrorCode::CommandLineWrong, QStringLiteral("--since"), text);
    // RFC 3339 names an offset; a time without one is taken as UTC, as everywhere in this product.
    if (time.timeSpec() == Qt::LocalTime)
        return QDateTime(time.date(), time.time(), Qt::UTC);
    return time.toUTC();
}

} // namespace cloudsync
