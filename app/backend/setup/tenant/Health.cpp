// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is there does its work: being registered and started is not enough.
#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/TenantSetup.h"
#include "backend/setup/tenant/TenantText.h"

#include <algorithm>

namespace cloudsync {

namespace {

// A cycle is due every ten to twenty minutes (operations.md section 1); this long without one is no delay any more.
constexpr qint64 longestSilence = 3 * 3600; // seconds

bool isHere(const AgentStatus &agent, const QString &thisMachine)
{
    return !thisMachine.isEmpty() &&
           agent.machine.section(QLatin1Char('.'), 0, 0).compare(thisMachine, Qt::CaseInsensitive) == 0;
}

void judgeAgents(StatusReport &report, bool accountWorks, const QString &thisMachine)
{
    const auto service = std::find_if(report.services.cbegin(), report.services.cend(),
                                      [](const ServiceInfo &one) { return one.name == agentServiceName(); });
    qsizetype active = 0;
    for (AgentStatus &agent : report.agents) {
        const bool isActive = agent.status == QLatin1String("active");
        active += isActive ? 1 : 0;
        const bool known = isHere(agent, thisMachine) && service != report.services.cend();
        if (!isActive) {
            agent.health = QStringLiteral("inactive");
        } else if (!known) {
            agent.health = QStringLiteral("registered");
        } else if (service->state != ServiceState::Running) {
            agent.health = QStringLiteral("notRunning");
            report.notes.append(
                TenantText::tr("The tenant lists the agent of this server as active, but its service does "
                               "not run."));
        } else if (!accountWorks) {
            agent.health = QStringLiteral("registered");
            report.notes.append(
                TenantText::tr("The agent's service runs as %1, and this server cannot use that account.")
                    .arg(service->account));
        } else {
            agent.health = QStringLiteral("healthy");
        }
    }
    if (active == 0)
        report.notes.append(TenantText::tr("No agent is active: nothing is synchronised."));
    else if (active == 1)
        report.notes.append(
            TenantText::tr("One agent is active. With fewer than two, the synchronisation stops while that "
                           "server is down; set up a second one."));
}

// The documented reasons (graph.md section 12) in words.
QString quarantineWords(const QString &reason)
{
    if (reason == QLatin1String("TooManyDeletes"))
        return TenantText::tr("it would delete at least as many objects as the threshold says");
    if (reason == QLatin1String("EncounteredBaseEscrowThreshold") ||
        reason == QLatin1String("EncounteredTotalEscrowThreshold") ||
        reason == QLatin1String("EncounteredEscrowProportionThreshold"))
        return TenantText::tr("too many objects failed");
    if (reason == QLatin1String("EncounteredQuarantineException"))
        return TenantText::tr("most or all of its calls failed");
    if (reason == QLatin1String("QuarantinedOnDemand"))
        return TenantText::tr("it was put there on demand");
    if (reason == QLatin1String("IngestionInterrupted"))
        return TenantText::tr("reading the directory was interrupted");
    return TenantText::tr("the service does not say why");
}

QString quarantineSentence(const JobStatus &job)
{
    const QJsonObject &quarantine = job.quarantine;
    const QJsonObject error = quarantine.value(QLatin1String("error")).toObject();
    QStringList said;
    for (const char *name : {"code", "message"}) {
        if (const QString text = error.value(QLatin1String(name)).toString(); !text.isEmpty())
            said.append(text);
    }
    QString sentence =
        TenantText::tr("In quarantine (%1): %2.")
            .arg(templateTitle(job.templateId), quarantineWords(quarantine.value(QLatin1String("reason")).toString()));
    if (!said.isEmpty())
        sentence += QLatin1Char(' ') + TenantText::tr("The service says: %1").arg(said.join(QStringLiteral(": ")));
    const QString next = quarantine.value(QLatin1String("nextAttempt")).toString();
    if (!next.isEmpty() && !next.startsWith(QLatin1String("0001-")))
        sentence += QLatin1Char(' ') + TenantText::tr("Next attempt: %1.").arg(next);
    return sentence;
}

void judgeConfiguration(ConfigurationStatus &configuration, const StatusReport &report, bool anyActive,
                        const QStringList &servedDomains)
{
    QString worst = QStringLiteral("healthy");
    // In order of weight: the first that applies names the state, all say why.
    const auto found = [&](const QString &state, const QString &reason) {
        if (worst == QLatin1String("healthy"))
            worst = state;
        configuration.reasons.append(reason);
    };
    for (const JobStatus &job : configuration.jobs) {
        if (!job.quarantine.isEmpty() || job.state == QLatin1String("Quarantine"))
            found(QStringLiteral("quarantined"), quarantineSentence(job));
    }
    const auto job = std::find_if(configuration.jobs.cbegin(), configuration.jobs.cend(),
                                  [](const JobStatus &one) { return one.templateId == provisioningTemplate(); });
    if (job == configuration.jobs.cend())
        found(QStringLiteral("stopped"), TenantText::tr("It has no job that synchronises users."));
    else if (job->state == QLatin1String("Paused") || job->state == QLatin1String("Disabled"))
        found(QStringLiteral("stopped"), TenantText::tr("The synchronisation of users is not started."));
    if (!anyActive)
        found(QStringLiteral("noAgent"), TenantText::tr("No agent is active."));
    else if (!servedDomains.isEmpty() && !servedDomains.contains(configuration.domain, Qt::CaseInsensitive))
        found(QStringLiteral("noAgent"), TenantText::tr("No agent serves this domain."));
    if (job != configuration.jobs.cend() && job->quarantine.isEmpty()) {
        if (job->lastRunState == QLatin1String("Failed"))
            found(QStringLiteral("failing"), TenantText::tr("The last cycle failed."));
        else if (job->lastRunState == QLatin1String("EntryLevelErrors"))
            found(QStringLiteral("attention"),
                  TenantText::tr("The last cycle could not synchronise some objects; the log names them."));
        else if (!job->lastRun.isValid() && configuration.reasons.isEmpty())
            found(QStringLiteral("waiting"), TenantText::tr("The first cycle has not come to its end yet."));
        if (job->state == QLatin1String("Active") && job->lastRun.isValid() &&
            job->lastRun.secsTo(report.at) > longestSilence)
            found(QStringLiteral("attention"), TenantText::tr("The last cycle ended more than three hours ago."));
    }
    configuration.health = worst;
}

} // namespace

void judge(StatusReport &report, const QStringList &servedDomains, bool accountWorks, const QString &thisMachine)
{
    judgeAgents(report, accountWorks, thisMachine);
    const bool anyActive = std::any_of(report.agents.cbegin(), report.agents.cend(), [](const AgentStatus &agent) {
        return agent.status == QLatin1String("active");
    });
    for (ConfigurationStatus &configuration : report.configurations)
        judgeConfiguration(configuration, report, anyActive, servedDomains);
}

} // namespace cloudsync
