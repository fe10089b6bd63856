// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/OnDemand.h"

#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/SchemaDocument.h"
#include "backend/setup/tenant/TenantText.h"

#include <algorithm>

namespace cloudsync {

namespace {

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QString suffixOf(const QString &name)
{
    return name.section(QLatin1Char('@'), 1);
}

// What Active Directory says of the object; nothing when the answers do not name the directory.
struct SourceObject
{
    QString type;
    QString userPrincipalName;
};

Result<std::optional<SourceObject>> readSource(Session &session, const QString &domain, const QString &dn,
                                               const std::stop_token &stop)
{
    if (!session.answers().directory(domain))
        return std::optional<SourceObject>();
    auto directory = session.directory(domain, stop);
    if (!directory)
        return fail(std::move(directory.error()));
    auto entry = (*directory)->read(dn, {QStringLiteral("objectClass"), QStringLiteral("userPrincipalName")}, stop);
    if (!entry)
        return fail(std::move(entry.error()));
    SourceObject source;
    source.userPrincipalName = entry->text(QStringLiteral("userPrincipalName"));
    // The most particular class first: an inetOrgPerson and a computer are users too.
    const QStringList classes = entry->texts(QStringLiteral("objectClass"));
    for (const char *name : {"computer", "inetOrgPerson", "contact", "group", "user"}) {
        if (classes.contains(QLatin1String(name), Qt::CaseInsensitive)) {
            source.type = QLatin1String(name);
            break;
        }
    }
    return std::optional(source);
}

void readAnswer(const OnDemandResult &answer, OnDemandReport &report)
{
    report.result = member(answer.key, "result");
    const QJsonObject details = answer.key.value(QLatin1String("details")).toObject();
    report.errorCode = member(details, "errorCode");
    report.errorMessage = member(details, "errorMessage");
    report.action = member(answer.value, "action");
    const QJsonArray steps = answer.value.value(QLatin1String("provisioningSteps")).toArray();
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        report.steps.append(
            {member(step, "name"), member(step, "type"), member(step, "status"), member(step, "description")});
    }
    report.properties = propertyChanges(answer.value.value(QLatin1String("modifiedProperties")).toArray());
    report.objectId = member(answer.value.value(QLatin1String("targetIdentity")).toObject(), "id");
}

// The name that the user bears now, which is what counts, not what the answer said on the way.
Result<void> readName(Tenant &tenant, const QString &inDirectory, OnDemandReport &report, const std::stop_token &stop)
{
    auto users = tenant.users(QStringLiteral("id eq '%1'").arg(report.objectId),
                              {QStringLiteral("id"), QStringLiteral("userPrincipalName")}, stop);
    if (!users)
        return fail(std::move(users.error()));
    if (users->isEmpty())
        return {};
    report.userPrincipalName = member(users->first().toObject(), "userPrincipalName");
    auto domains = tenant.domains(stop);
    if (!domains)
        return fail(std::move(domains.error()));
    report.nameReason = userPrincipalNameReason(inDirectory, report.userPrincipalName, *domains);
    return {};
}

} // namespace

QVector<PropertyChange> propertyChanges(const QJsonArray &modifiedProperties)
{
    QVector<PropertyChange> changes;
    for (const QJsonValue &value : modifiedProperties) {
        const QJsonObject property = value.toObject();
        changes.append({member(property, "displayName"), member(property, "oldValue"), member(property, "newValue")});
    }
    return changes;
}

QJsonArray toJson(const QVector<PropertyChange> &changes)
{
    QJsonArray list;
    for (const PropertyChange &change : changes) {
        list.append(QJsonObject{{QStringLiteral("name"), change.name},
                                {QStringLiteral("oldValue"), change.before},
                                {QStringLiteral("newValue"), change.after}});
    }
    return list;
}

bool OnDemandReport::failed() const
{
    return result.compare(QLatin1String("Failure"), Qt::CaseInsensitive) == 0;
}

bool OnDemandReport::wasInStep() const
{
    return errorCode == QLatin1String("RedundantExport");
}

QJsonObject OnDemandReport::toJson() const
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonArray stepList;
    for (const Step &step : steps) {
        stepList.append(QJsonObject{{QStringLiteral("name"), step.name},
                                    {QStringLiteral("type"), step.kind},
                                    {QStringLiteral("status"), step.status},
                                    {QStringLiteral("description"), step.description}});
    }
    return {{QStringLiteral("dn"), distinguishedName},
            {QStringLiteral("domain"), domain},
            {QStringLiteral("objectType"), objectType},
            {QStringLiteral("result"), result},
            {QStringLiteral("action"), orNull(action)},
            {QStringLiteral("errorCode"), orNull(errorCode)},
            {QStringLiteral("errorMessage"), orNull(errorMessage)},
            {QStringLiteral("steps"), stepList},
            {QStringLiteral("modifiedProperties"), cloudsync::toJson(properties)},
            {QStringLiteral("objectId"), orNull(objectId)},
            {QStringLiteral("userPrincipalName"), orNull(userPrincipalName)},
            {QStringLiteral("nameReason"), orNull(nameReason)}};
}

QString userPrincipalNameReason(const QString &inDirectory, const QString &inTenant,
                                const QVector<TenantDomain> &domains)
{
    if (inTenant.isEmpty())
        return {};
    if (inDirectory.isEmpty())
        return {};
    if (inDirectory.compare(inTenant, Qt::CaseInsensitive) == 0)
        return TenantText::tr("It is the name in Active Directory: %1 is a verified domain of the tenant.")
            .arg(suffixOf(inTenant));
    const QString suffix = suffixOf(inDirectory);
    const bool verified = std::any_of(domains.begin(), domains.end(), [&](const TenantDomain &domain) {
        return domain.isVerified && domain.name.compare(suffix, Qt::CaseInsensitive) == 0;
    });
    if (!verified) {
        return TenantText::tr(
                   "The name in Active Directory is %1, and %2 is not a verified domain of the tenant. Verify "
                   "the domain, or give the user another suffix.")
            .arg(inDirectory, suffix.isEmpty() ? TenantText::tr("an empty suffix") : suffix);
    }
    return TenantText::tr(
               "The name in Active Directory is %1. The name in the tenant differs: a mapping changes it, or the "
               "name was taken by another object.")
        .arg(inDirectory);
}

Result<OnDemandReport> provisionObject(const std::shared_ptr<Session> &session, const QString &distinguishedName,
                                       const QString &objectType, const std::stop_token &stop)
{
    OnDemandReport report;
    report.distinguishedName = distinguishedName;
    report.domain = dnToDomain(distinguishedName);
    if (report.domain.isEmpty())
        return fail(ErrorCode::AnswersInvalid, QStringLiteral("--dn"), distinguishedName);
    auto source = readSource(*session, report.domain, distinguishedName, stop);
    if (!source)
        return fail(std::move(source.error()));
    report.objectType = !objectType.isEmpty()                   ? objectType
                        : *source && !(*source)->type.isEmpty() ? (*source)->type
                                                                : QStringLiteral("user");
    ConfigurationAnswers wanted;
    wanted.domain = report.domain;
    DomainConfiguration where(session, wanted);
    auto configuration = where.require(stop);
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto job = where.requireJob(
        report.objectType == QLatin1String("computer") ? deviceSyncTemplate() : provisioningTemplate(), stop);
    if (!job)
        return fail(std::move(job.error()));
    auto tenant = where.tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    // The rule is read at run time: its id is the template's, and nobody promises that it stays.
    auto schema = (*tenant)->schema(configuration->servicePrincipalId, job->id, stop);
    if (!schema)
        return fail(std::move(schema.error()));
    const qsizetype rule = provisioningRule(*schema);
    if (rule < 0)
        return fail(ErrorCode::TenantResponseInvalid, report.domain,
                    TenantText::tr("The schema holds no rule from Active Directory to Microsoft Entra ID."));
    const QString ruleId =
        member(schema->value(QLatin1String("synchronizationRules")).toArray().at(rule).toObject(), "id");
    auto answer = (*tenant)->provisionOnDemand(configuration->servicePrincipalId, job->id, ruleId, distinguishedName,
                                               report.objectType, stop);
    if (!answer)
        return fail(std::move(answer.error()));
    readAnswer(*answer, report);
    const bool isUser =
        report.objectType == QLatin1String("user") || report.objectType == QLatin1String("inetOrgPerson");
    if (isUser && !report.objectId.isEmpty()) {
        // The object is provisioned; that its name cannot be read is no reason to hide what the service said.
        const QString name = *source ? (*source)->userPrincipalName : QString();
        if (auto read = readName(**tenant, name, report, stop); !read)
            session->ports().log.warning("provision.nameUnread", {{"error", read.error().toLogText()}});
    }
    return report;
}

} // namespace cloudsync
