// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/ConfigurationExport.h"

#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/SchemaDocument.h"
#include "backend/setup/tenant/SchemaMerge.h"
#include "backend/setup/tenant/SecretsDocument.h"
#include "backend/setup/tenant/TenantText.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

const QLatin1String mappingsMember("attributeMappings");
const QLatin1String targetMember("targetAttributeName");
const QLatin1String credentialData("CredentialData");

const QStringList &exportedClasses()
{
    static const QStringList classes{QStringLiteral("user"), QStringLiteral("inetOrgPerson"), QStringLiteral("group"),
                                     QStringLiteral("contact")};
    return classes;
}

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QJsonObject ruleOf(const QJsonObject &schema)
{
    const qsizetype index = provisioningRule(schema);
    return index < 0 ? QJsonObject()
                     : schema.value(QLatin1String("synchronizationRules")).toArray().at(index).toObject();
}

QJsonObject objectOf(const QJsonObject &rule, const QString &source)
{
    const qsizetype index = objectMapping(rule, source);
    return index < 0 ? QJsonObject() : rule.value(QLatin1String("objectMappings")).toArray().at(index).toObject();
}

QVector<QJsonObject> mappingsTo(const QJsonObject &object, const QString &target)
{
    QVector<QJsonObject> result;
    const QJsonArray all = object.value(mappingsMember).toArray();
    const QVector<qsizetype> indices = attributeMappings(object, target);
    for (const qsizetype index : indices)
        result.append(all.at(index).toObject());
    return result;
}

// The text of a constant: between quotes with escapes, or as it is.
QString constantText(const QJsonObject &source)
{
    const QString expression = member(source, "expression");
    if (expression.size() < 2 || !expression.startsWith(QLatin1Char('"')) || !expression.endsWith(QLatin1Char('"')))
        return member(source, "name").isEmpty() ? expression : member(source, "name");
    QString text;
    for (qsizetype i = 1; i < expression.size() - 1; ++i) {
        if (expression.at(i) == QLatin1Char('\\') && i + 1 < expression.size() - 1)
            ++i;
        text.append(expression.at(i));
    }
    return text;
}

AttributeMappingAnswers answersFrom(const QString &object, const QJsonObject &mapping)
{
    AttributeMappingAnswers answers;
    answers.object = object;
    answers.target = member(mapping, "targetAttributeName");
    const QJsonObject source = mapping.value(QLatin1String("source")).toObject();
    const QString type = member(source, "type");
    if (type == QLatin1String("Attribute")) {
        answers.kind = MappingKind::Direct;
        answers.source = member(source, "name");
    } else if (type == QLatin1String("Constant")) {
        answers.kind = MappingKind::Constant;
        answers.source = constantText(source);
    } else {
        answers.kind = MappingKind::Expression;
        answers.source = member(source, "expression");
    }
    const QJsonValue byDefault = mapping.value(QLatin1String("defaultValue"));
    if (byDefault.isString() && !byDefault.toString().isEmpty())
        answers.defaultValue = byDefault.toString();
    if (member(mapping, "flowType") == flowTypeName(MappingFlow::OnlyAtCreation))
        answers.flow = MappingFlow::OnlyAtCreation;
    return answers;
}

// What counts in a mapping: the service may write more members than the template has.
bool sameMapping(const QJsonObject &a, const QJsonObject &b)
{
    const auto value = [](const QJsonObject &mapping) { return member(mapping, "defaultValue"); };
    return normalizedSource(a.value(QLatin1String("source")).toObject()) ==
               normalizedSource(b.value(QLatin1String("source")).toObject()) &&
           member(a, "flowType") == member(b, "flowType") && value(a) == value(b);
}

QStringList targetsOf(const QJsonObject &object)
{
    QStringList targets;
    const QJsonArray mappings = object.value(mappingsMember).toArray();
    for (const QJsonValue &mapping : mappings) {
        const QString target = mapping.toObject().value(targetMember).toString();
        if (!targets.contains(target, Qt::CaseInsensitive))
            targets.append(target);
    }
    return targets;
}

void exportMappings(const QString &className, const QJsonObject &object, const QJsonObject &original,
                    ConfigurationAnswers &answers, QStringList *notes)
{
    const QStringList targets = targetsOf(object);
    for (const QString &target : targets) {
        if (target.compare(credentialData, Qt::CaseInsensitive) == 0)
            continue; // the switch for password hashes says it
        const QVector<QJsonObject> now = mappingsTo(object, target);
        const QVector<QJsonObject> before = mappingsTo(original, target);
        if (now.size() == 1 && before.size() == 1 && sameMapping(now.first(), before.first()))
            continue;
        const AttributeMappingAnswers wanted = answersFrom(className, now.first());
        // What would not come out as it is now is better left alone, and said.
        if (!isMapped(object, wanted)) {
            if (notes)
                notes->append(
                    TenantText::tr("%1: the mapping of %2 cannot be written down in an answer file and is left "
                                   "out.")
                        .arg(className, target));
            continue;
        }
        answers.attributeMappings.append(wanted);
    }
    const QStringList originals = targetsOf(original);
    for (const QString &target : originals) {
        if (targets.contains(target, Qt::CaseInsensitive) || target.compare(credentialData, Qt::CaseInsensitive) == 0)
            continue;
        AttributeMappingAnswers gone;
        gone.object = className;
        gone.target = target;
        gone.remove = true;
        answers.attributeMappings.append(gone);
    }
}

void exportScope(const QJsonObject &rule, ConfigurationAnswers &answers, QStringList *notes)
{
    const QStringList containers = includedContainers(rule);
    const QStringList groups = includedGroups(rule);
    const bool both = !containers.isEmpty() && !groups.isEmpty();
    if (both || std::max(containers.size(), groups.size()) > largestScope) {
        if (notes)
            notes->append(TenantText::tr("The scope of %1 cannot be written down in an answer file and is left out.")
                              .arg(answers.domain));
        return;
    }
    ScopeAnswers scope;
    if (!containers.isEmpty())
        scope = {ScopeKind::OrganizationalUnits, containers};
    else if (!groups.isEmpty())
        scope = {ScopeKind::Groups, groups};
    answers.scope = scope;
}

void exportSettings(const QJsonArray &secrets, ConfigurationAnswers &answers)
{
    const QStringList values = secretValues(secrets, QStringLiteral("SyncNotificationSettings"));
    if (values.size() != 1 || isMask(values.first()))
        return;
    const QJsonObject settings = QJsonDocument::fromJson(values.first().toUtf8()).object();
    // Numbers and switches are written as text at times.
    const auto flag = [&](const char *name) {
        return settings.value(QLatin1String(name))
                   .toVariant()
                   .toString()
                   .compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    };
    if (settings.contains(QLatin1String("Enabled"))) {
        NotificationAnswers notifications;
        notifications.enabled = flag("Enabled");
        const QStringList recipients = member(settings, "Recipients").split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString &recipient : recipients)
            notifications.recipients.append(recipient.trimmed());
        // Answers that switch mail on name who gets it.
        if (!notifications.enabled || !notifications.recipients.isEmpty())
            answers.notifications = notifications;
    }
    if (settings.contains(QLatin1String("DeleteThresholdEnabled"))) {
        AccidentalDeletionAnswers deletion;
        deletion.enabled = flag("DeleteThresholdEnabled");
        bool isNumber = false;
        const int threshold = settings.value(QLatin1String("DeleteThresholdValue")).toVariant().toInt(&isNumber);
        if (isNumber && threshold > 0)
            deletion.threshold = threshold;
        if (!deletion.enabled || (isNumber && threshold > 0))
            answers.accidentalDeletion = deletion;
    }
}

const SyncJob *jobOf(const QVector<SyncJob> &jobs, const QString &templateId)
{
    const auto job =
        std::find_if(jobs.begin(), jobs.end(), [&](const SyncJob &one) { return one.templateId == templateId; });
    return job == jobs.end() ? nullptr : &*job;
}

// A job that is there counts as wanted when it does as the provisioning job does, and as not wanted when it rests.
std::optional<bool> wantedJob(const QVector<SyncJob> &jobs, const QString &templateId, bool enabled,
                              const QString &domain, QStringList *notes)
{
    const SyncJob *job = jobOf(jobs, templateId);
    if (!job)
        return false;
    if (isStarted(*job) == enabled)
        return true;
    if (!isStarted(*job))
        return false;
    if (notes)
        notes->append(
            TenantText::tr("%1: a job runs while the synchronisation of users rests, which an answer file cannot "
                           "say: %2. It is left out.")
                .arg(domain, templateTitle(templateId)));
    return std::nullopt;
}

bool mapsPasswordHash(const QJsonObject &rule)
{
    const QJsonArray objects = rule.value(QLatin1String("objectMappings")).toArray();
    return std::all_of(objects.begin(), objects.end(), [](const QJsonValue &value) {
        const QJsonObject object = value.toObject();
        const QString source = member(object, "sourceObjectName");
        const bool isPerson = source.compare(QLatin1String("user"), Qt::CaseInsensitive) == 0 ||
                              source.compare(QLatin1String("inetOrgPerson"), Qt::CaseInsensitive) == 0;
        return !isPerson || attributeMappings(object, credentialData).size() == 1;
    });
}

} // namespace

ConfigurationAnswers exportedConfiguration(const QString &domain, const QJsonArray &secrets,
                                           const QVector<SyncJob> &jobs, const QJsonObject &schema,
                                           const QJsonObject &templateSchema, QStringList *notes)
{
    ConfigurationAnswers answers;
    answers.domain = domain;
    const SyncJob *provisioning = jobOf(jobs, provisioningTemplate());
    exportSettings(secrets, answers);
    if (!provisioning) {
        if (notes)
            notes->append(TenantText::tr("The configuration for %1 has no job that synchronises users.").arg(domain));
        return answers;
    }
    answers.enable = isStarted(*provisioning);
    const QJsonObject rule = ruleOf(schema);
    answers.passwordHashSync = wantedJob(jobs, passwordHashTemplate(), *answers.enable, domain, notes);
    if (answers.passwordHashSync.value_or(false) && !mapsPasswordHash(rule)) {
        answers.passwordHashSync.reset();
        if (notes)
            notes->append(
                TenantText::tr("%1: the job for password hashes is there, but the password hash is not mapped. "
                               "Synchronisation of password hashes is left out.")
                    .arg(domain));
    }
    answers.exchangeHybridWriteback = wantedJob(jobs, exchangeWritebackTemplate(), *answers.enable, domain, notes);
    answers.deviceSync = wantedJob(jobs, deviceSyncTemplate(), *answers.enable, domain, notes);
    if (rule.isEmpty())
        return answers;
    exportScope(rule, answers, notes);
    const QJsonObject original = ruleOf(templateSchema);
    for (const QString &className : exportedClasses()) {
        const QJsonObject object = objectOf(rule, className);
        const QJsonObject before = objectOf(original, className);
        if (object.isEmpty() || before.isEmpty())
            continue;
        exportMappings(className, object, before, answers, notes);
    }
    return answers;
}

namespace {

Result<ConfigurationAnswers> readConfiguration(Tenant &tenant, const SyncConfiguration &configuration,
                                               QStringList *notes, const std::stop_token &stop)
{
    const QString id = configuration.servicePrincipalId;
    auto secrets = tenant.secrets(id, stop);
    if (!secrets)
        return fail(std::move(secrets.error()));
    auto jobs = tenant.jobs(id, stop);
    if (!jobs)
        return fail(std::move(jobs.error()));
    QJsonObject schema;
    QJsonObject original;
    if (const SyncJob *job = jobOf(*jobs, provisioningTemplate())) {
        auto read = tenant.schema(id, job->id, stop);
        if (!read)
            return fail(std::move(read.error()));
        schema = *read;
        auto initial = tenant.schemaOfTemplate(id, provisioningTemplate(), stop);
        if (!initial)
            return fail(std::move(initial.error()));
        original = *initial;
    }
    return exportedConfiguration(configuration.displayName, *secrets, *jobs, schema, original, notes);
}

// The account that the agent of this machine runs as, where the answers name none.
void addServiceAccount(Session &session, Answers &answers)
{
    if (answers.serviceAccount)
        return;
    const auto agent = session.ports().machine.agent();
    const auto host = session.ports().machine.facts();
    if (!agent || !host || !agent->serviceAccount.endsWith(QLatin1Char('$')))
        return; // another system, no agent, or no managed account: nothing to write down
    ServiceAccountAnswers account;
    account.mode = ServiceAccountMode::Existing;
    account.name = agent->serviceAccount.section(QLatin1Char('\\'), -1);
    account.name.chop(1);
    account.domain = host->domain;
    account.hosts = {host->name};
    answers.serviceAccount = account;
}

} // namespace

Result<ExportReport> exportAnswers(const std::shared_ptr<Session> &session, const std::stop_token &stop)
{
    ExportReport report;
    report.answers = session->answers();
    const QVector<ConfigurationAnswers> wanted = std::exchange(report.answers.configurations, {});
    auto tenant = session->tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto configurations = (*tenant)->configurations(stop);
    if (!configurations)
        return fail(std::move(configurations.error()));
    for (const SyncConfiguration &configuration : std::as_const(*configurations)) {
        const bool named = std::any_of(wanted.begin(), wanted.end(), [&](const ConfigurationAnswers &one) {
            return one.domain.compare(configuration.displayName, Qt::CaseInsensitive) == 0;
        });
        if (!wanted.isEmpty() && !named)
            continue;
        auto read = readConfiguration(**tenant, configuration, &report.notes, stop);
        if (!read)
            return fail(std::move(read.error()));
        report.answers.configurations.append(*read);
    }
    for (const ConfigurationAnswers &one : wanted) {
        if (!report.answers.configuration(one.domain))
            report.notes.append(TenantText::tr("The tenant has no configuration for %1.").arg(one.domain));
    }
    addServiceAccount(*session, report.answers);
    return report;
}

} // namespace cloudsync
