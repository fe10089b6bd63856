// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/mappings/MappingsModel.h"

#include "backend/setup/answers/ExpressionSyntax.h"
#include "backend/setup/tenant/ExpressionTrial.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cloudsync {

namespace {

const QString provisioningTemplate = QStringLiteral("AD2AADProvisioning");

Result<QVector<MappingsModel::DefaultMapping>> readMappings(SetupState &shared, const QString &domain,
                                                            const std::stop_token &stop)
{
    const auto tenant = shared.session()->tenant(stop);
    if (!tenant)
        return fail(tenant.error());
    const auto configurations = (*tenant)->configurations(stop);
    if (!configurations)
        return fail(configurations.error());
    QVector<MappingsModel::DefaultMapping> mappings;
    for (const SyncConfiguration &configuration : *configurations) {
        if (configuration.displayName.compare(domain, Qt::CaseInsensitive) != 0)
            continue;
        const auto jobs = (*tenant)->jobs(configuration.servicePrincipalId, stop);
        if (!jobs)
            return fail(jobs.error());
        for (const SyncJob &job : *jobs) {
            if (job.templateId != provisioningTemplate)
                continue;
            const auto schema = (*tenant)->schema(configuration.servicePrincipalId, job.id, stop);
            if (!schema)
                return fail(schema.error());
            for (const QJsonValue &rule : schema->value(QStringLiteral("synchronizationRules")).toArray()) {
                for (const QJsonValue &objects : rule[QStringLiteral("objectMappings")].toArray()) {
                    for (const QJsonValue &attribute : objects[QStringLiteral("attributeMappings")].toArray()) {
                        mappings.append({objects[QStringLiteral("sourceObjectName")].toString(),
                                         attribute[QStringLiteral("targetAttributeName")].toString(),
                                         attribute[QStringLiteral("source")][QStringLiteral("expression")].toString()});
                    }
                }
            }
        }
    }
    return mappings;
}

/// Active Directory has no attribute for these dates; the vendor proposes a free one that holds text such as
/// 20260901000000.0Z.
AttributeMappingAnswers dateMapping(const QString &source, const QString &target)
{
    AttributeMappingAnswers mapping;
    mapping.object = QStringLiteral("user");
    mapping.target = target;
    mapping.kind = MappingKind::Direct;
    mapping.source = source;
    return mapping;
}

} // namespace

void MappingsModel::enter()
{
    m_trial.clear();
    DomainPageModel::enter();
    readDefaults();
}

void MappingsModel::readDefaults()
{
    m_defaults.clear();
    if (!state().tenant())
        return;
    setBusy(tr("Reading the mappings of the tenant."));
    m_reading.start(
        [&shared = state(), name = domain()](const std::stop_token &stop) { return readMappings(shared, name, stop); },
        [this](const Result<QVector<DefaultMapping>> &read) {
            setBusy({});
            // The page works without them: a new configuration has none to show yet.
            if (read)
                m_defaults = *read;
            Q_EMIT changed();
        });
}

QString MappingsModel::expressionProblem(const QString &expression)
{
    const auto problem = cloudsync::expressionProblem(expression);
    return problem && problem->isCertain ? problem->text : QString();
}

MappingsModel::Hint MappingsModel::hintFor(const AttributeMappingAnswers &mapping)
{
    if (mapping.kind != MappingKind::Expression || mapping.remove || mapping.source.trimmed().isEmpty())
        return {};
    const auto problem = cloudsync::expressionProblem(mapping.source);
    if (!problem)
        return {tr("The expression can be read."), -1, 0, false};
    // People count from one.
    return {tr("Character %1: %2").arg(problem->position + 1).arg(problem->text), static_cast<int>(problem->position),
            static_cast<int>(problem->length), problem->isCertain};
}

bool MappingsModel::canTry() const
{
    return state().tenant() && !m_defaults.isEmpty();
}

void MappingsModel::tryOut(const AttributeMappingAnswers &mapping, const QString &example)
{
    if (const QString problem = problemOf(mapping); !problem.isEmpty()) {
        setProblem(ErrorText{tr("The mapping is not complete"), problem, {}});
        return;
    }
    clearProblem();
    m_trial.clear();
    setBusy(tr("Asking the tenant."));
    m_trying.start(
        [&shared = state(), name = domain(), mapping, example](const std::stop_token &stop) {
            return tryExpression(shared.session(), name, mapping, example, stop);
        },
        [this](const Result<ExpressionTrial> &trial) {
            setBusy({});
            if (!trial)
                setProblem(trial.error());
            else if (!trial->parsed)
                m_trial = tr("The tenant does not accept it: %1").arg(trial->problem);
            else if (trial->example.isEmpty())
                m_trial = tr("The tenant accepts it.");
            else if (!trial->problem.isEmpty())
                m_trial = tr("The tenant accepts it, but has no result for %1: %2").arg(trial->example, trial->problem);
            else
                m_trial = tr("The result for %1 is: %2").arg(trial->example, trial->values.join(QStringLiteral(", ")));
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

QString MappingsModel::problemOf(const AttributeMappingAnswers &mapping)
{
    if (mapping.object.isEmpty())
        return tr("Say for which kind of object the mapping is.");
    if (mapping.target.trimmed().isEmpty())
        return tr("Name the attribute in Microsoft Entra ID that gets the value.");
    if (mapping.remove)
        return {};
    switch (mapping.kind) {
    case MappingKind::Direct:
        return mapping.source.trimmed().isEmpty()
                   ? tr("Name the attribute in Active Directory that the value comes from.")
                   : QString();
    case MappingKind::Constant:
        return mapping.source.isEmpty() ? tr("Write the text that every object gets.") : QString();
    case MappingKind::Expression:
        return expressionProblem(mapping.source);
    }
    return {};
}

bool MappingsModel::put(const AttributeMappingAnswers &mapping)
{
    if (const QString problem = problemOf(mapping); !problem.isEmpty()) {
        setProblem(ErrorText{tr("The mapping is not complete"), problem, {}});
        return false;
    }
    clearProblem();
    editConfiguration([&](ConfigurationAnswers &configuration) {
        for (AttributeMappingAnswers &known : configuration.attributeMappings) {
            if (known.object == mapping.object && known.target.compare(mapping.target, Qt::CaseInsensitive) == 0) {
                known = mapping;
                return;
            }
        }
        configuration.attributeMappings.append(mapping);
    });
    return true;
}

void MappingsModel::removeAt(int index)
{
    editConfiguration([&](ConfigurationAnswers &configuration) {
        if (index >= 0 && index < configuration.attributeMappings.size())
            configuration.attributeMappings.removeAt(index);
    });
}

void MappingsModel::addHireDate()
{
    put(dateMapping(QStringLiteral("msDS-cloudExtensionAttribute1"), QStringLiteral("employeeHireDate")));
}

void MappingsModel::addLeaveDate()
{
    put(dateMapping(QStringLiteral("msDS-cloudExtensionAttribute2"), QStringLiteral("employeeLeaveDateTime")));
}

bool MappingsModel::isComplete() const
{
    for (const AttributeMappingAnswers &mapping : mappings()) {
        if (!problemOf(mapping).isEmpty())
            return false;
    }
    return true;
}

} // namespace cloudsync
