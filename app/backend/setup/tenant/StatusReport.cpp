// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/TenantSetup.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString serviceStateName(ServiceState state)
{
    switch (state) {
    case ServiceState::Stopped:
        return QStringLiteral("stopped");
    case ServiceState::Starting:
        return QStringLiteral("starting");
    case ServiceState::Running:
        return QStringLiteral("running");
    case ServiceState::Stopping:
        return QStringLiteral("stopping");
    case ServiceState::Paused:
        return QStringLiteral("paused");
    case ServiceState::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

JobStatus statusOf(const SyncJob &job)
{
    JobStatus status;
    status.id = job.id;
    status.templateId = job.templateId;
    const QJsonObject raw = job.status();
    status.quarantine = raw.value(QLatin1String("quarantine")).toObject();
    status.troubleshootingUrl = raw.value(QLatin1String("troubleshootingUrl")).toString();
    if (hasRun(job)) {
        const QJsonObject last = raw.value(QLatin1String("lastExecution")).toObject();
        status.lastRun =
            QDateTime::fromString(last.value(QLatin1String("timeEnded")).toString(), Qt::ISODateWithMs).toUTC();
        status.lastRunState = last.value(QLatin1String("state")).toString();
    }
    const bool told = !job.statusCode.isEmpty() && job.statusCode != QLatin1String("NotRun") &&
                      job.statusCode != QLatin1String("NotConfigured");
    if (status.lastRun.isValid()) {
        const QJsonObject last = raw.value(QLatin1String("lastExecution")).toObject();
        const auto number = [&](const char *name) { return last.value(QLatin1String(name)).toVariant().toLongLong(); };
        status.lastCycle = {{QStringLiteral("began"), last.value(QLatin1String("timeBegan"))},
                            {QStringLiteral("ended"), last.value(QLatin1String("timeEnded"))},
                            {QStringLiteral("state"), status.lastRunState},
                            {QStringLiteral("inScope"), number("countEntitled")},
                            {QStringLiteral("imported"), number("countImported")},
                            {QStringLiteral("exported"), number("countExported")},
                            {QStringLiteral("failed"), number("countEscrowed")}};
    }
    status.state = status.lastRun.isValid() || told ? job.statusCode : job.scheduleState;
    const QJsonArray counts = raw.value(QLatin1String("synchronizedEntryCountByType")).toArray();
    for (const QJsonValue &count : counts) {
        const QJsonObject pair = count.toObject();
        status.counts.insert(pair.value(QLatin1String("key")).toString(),
                             pair.value(QLatin1String("value")).toVariant().toLongLong());
    }
    return status;
}

QJsonObject toJson(const JobStatus &job)
{
    return {{QStringLiteral("id"), job.id},
            {QStringLiteral("template"), job.templateId},
            {QStringLiteral("state"), job.state},
            {QStringLiteral("quarantine"), job.quarantine.isEmpty() ? QJsonValue() : QJsonValue(job.quarantine)},
            {QStringLiteral("lastRun"), job.lastRun.isValid() ? QJsonValue(timeText(job.lastRun)) : QJsonValue()},
            {QStringLiteral("lastRunState"), job.lastRunState.isEmpty() ? QJsonValue() : QJsonValue(job.lastRunState)},
            {QStringLiteral("lastCycle"), job.lastCycle.isEmpty() ? QJsonValue() : QJsonValue(job.lastCycle)},
            {QStringLiteral("counts"), job.counts},
            {QStringLiteral("troubleshootingUrl"),
             job.troubleshootingUrl.isEmpty() ? QJsonValue() : QJsonValue(job.troubleshootingUrl)}};
}

// Users first, then what depends on them.
qsizetype placeOf(const QString &templateId)
{
    const QStringList order{provisioningTemplate(), passwordHashTemplate(), exchangeWritebackTemplate(), deviceSyncTemplate()};
    const qsizetype place = order.indexOf(templateId);
    return place < 0 ? order.size() : place;
}

// What this machine says of itself. Where it is not Windows there is nothing to say, and that is no failure.
Result<void> readMachine(Machine &machine, StatusReport &report)
{
    for (const QString &name : {agentServiceName(), agentUpdaterServiceName()}) {
        auto service = machine.service(name);
        if (!service)
            return service.error().code == ErrorCode::NotSupportedHere ? Result<void>()
                                                                       : fail(std::move(service.error()));
        if (*service)
            report.services.append(**service);
    }
    auto facts = machine.facts();
    if (!facts)
        return fail(std::move(facts.error()));
    auto agent = machine.agent();
    if (!agent)
        return agent.error().code == ErrorCode::NotSupportedHere ? Result<void>() : fail(std::move(agent.error()));
    for (AgentStatus &status : report.agents) {
        // The service tells names, not versions (graph.md section 2).
        if (agent->installed && (status.machine.compare(facts->name, Qt::CaseInsensitive) == 0 ||
                                 status.machine.compare(facts->fullName, Qt::CaseInsensitive) == 0)) {
            status.version = agent->version;
        }
    }
    return {};
}

// Test-ADServiceAccount's question, for the account that the agent's service runs as. What cannot be asked is no fault.
bool accountWorks(Machine &machine, const StatusReport &report)
{
    for (const ServiceInfo &service : report.services) {
        if (service.name != agentServiceName() || !service.account.endsWith(QLatin1Char('$')))
            continue;
        const auto usable = machine.canUseServiceAccount(service.account);
        return !usable || *usable;
    }
    return true;
}

} // namespace

QJsonObject StatusReport::toJson() const
{
    QJsonArray agentList;
    for (const AgentStatus &agent : agents) {
        agentList.append(QJsonObject{
            {QStringLiteral("machine"), agent.machine},
            {QStringLiteral("status"), agent.status},
            {QStringLiteral("health"), agent.health},
            {QStringLiteral("version"), agent.version.isEmpty() ? QJsonValue() : QJsonValue(agent.version)}});
    }
    QJsonArray configurationList;
    for (const ConfigurationStatus &configuration : configurations) {
        QJsonArray jobs;
        for (const JobStatus &job : configuration.jobs)
            jobs.append(cloudsync::toJson(job));
        configurationList.append(QJsonObject{{QStringLiteral("domain"), configuration.domain},
                                             {QStringLiteral("servicePrincipalId"), configuration.servicePrincipalId},
                                             {QStringLiteral("health"), configuration.health},
                                             {QStringLiteral("reasons"),
                                              QJsonArray::fromStringList(configuration.reasons)},
                                             {QStringLiteral("jobs"), jobs}});
    }
    QJsonArray serviceList;
    for (const ServiceInfo &service : services) {
        serviceList.append(QJsonObject{{QStringLiteral("name"), service.name},
                                       {QStringLiteral("displayName"), service.displayName},
                                       {QStringLiteral("state"), serviceStateName(service.state)},
                                       {QStringLiteral("account"), service.account}});
    }
    QJsonArray driftList;
    for (const Drift &one : drift) {
        driftList.append(QJsonObject{{QStringLiteral("id"), one.id},
                                     {QStringLiteral("title"), one.title},
                                     {QStringLiteral("state"), one.state},
                                     {QStringLiteral("changes"), QJsonArray::fromStringList(one.changes)}});
    }
    return {{QStringLiteral("at"), timeText(at)},
            {QStringLiteral("agents"), agentList},
            {QStringLiteral("configurations"), configurationList},
            {QStringLiteral("services"), serviceList},
            {QStringLiteral("notes"), QJsonArray::fromStringList(notes)},
            {QStringLiteral("drift"), driftList},
            {QStringLiteral("uncompared"), QJsonArray::fromStringList(uncompared)}};
}

Result<StatusReport> readStatus(const std::shared_ptr<Session> &session, const std::stop_token &stop)
{
    StatusReport report;
    report.at = session->ports().clock.now();
    auto tenant = session->tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto agents = (*tenant)->agents(stop);
    if (!agents)
        return fail(std::move(agents.error()));
    for (const SyncAgent &agent : std::as_const(*agents))
        report.agents.append(
            {agent.machineName, agent.active ? QStringLiteral("active") : QStringLiteral("inactive"), {}, {}});
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
        ConfigurationStatus status;
        status.domain = configuration.displayName;
        status.servicePrincipalId = configuration.servicePrincipalId;
        for (const SyncJob &job : std::as_const(*jobs))
            status.jobs.append(statusOf(job));
        // The service lists them in no order; a person looks for each at the same place every time.
        std::stable_sort(status.jobs.begin(), status.jobs.end(), [](const JobStatus &a, const JobStatus &b) {
            return std::pair(placeOf(a.templateId), a.templateId) < std::pair(placeOf(b.templateId), b.templateId);
        });
        report.configurations.append(status);
    }
    Machine &machine = session->ports().machine;
    if (auto read = readMachine(machine, report); !read)
        return fail(std::move(read.error()));
    QStringList served;
    // Where the list of served domains cannot be read, nothing is said of them.
    if (const auto resources = (*tenant)->publishedResources(stop)) {
        for (const QJsonValue &resource : *resources)
            served.append(resource.toObject().value(QLatin1String("resourceName")).toString());
    }
    judge(report, served, accountWorks(machine, report), machine.facts().value_or(HostFacts()).name);
    return report;
}

} // namespace cloudsync
