// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/TenantSetup.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>
#include <vector>

namespace cloudsync {

namespace {

// Role template ids (graph.md section 2).
const QString hybridIdentityAdministrator = QStringLiteral("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2");
const QString globalAdministrator = QStringLiteral("62e90394-69f5-4237-9190-012177145e10");

/// Collects the findings of the tenant, in the order in which a person reads them.
class TenantExaminer
{
    Q_DECLARE_TR_FUNCTIONS(TenantExaminer)
public:
    TenantExaminer(const std::shared_ptr<Session> &session, RunContext &context, QVector<Error> *failures)
        : m_session(session), m_stop(context.stop()), m_answers(session->answers()), m_failures(failures)
    {
    }

    QVector<Finding> examine()
    {
        auto signedIn = m_session->signIn(m_stop);
        auto tenant = signedIn ? m_session->tenant(m_stop) : Result<std::shared_ptr<Tenant>>(fail(signedIn.error()));
        if (tenant)
            askAll(**tenant, signedIn->isApplication);
        auto organization = tenant ? m_session->organization(m_stop) : Result<Organization>(fail(tenant.error()));
        if (!organization) {
            failed(QStringLiteral("signIn"), tr("Sign-in to the tenant"), organization.error(),
                   tr("Look at what the service said, then sign in again."));
            return m_findings;
        }
        add(QStringLiteral("signIn"), Severity::Ok, tr("Sign-in to the tenant"),
            tr("Signed in to %1 (%2) as %3.").arg(organization->displayName, organization->id, signedIn->accountName));
        m_tenant = *tenant;
        examineAccount(*signedIn);
        examineRole(*signedIn);
        examinePermissions(*signedIn);
        examineSyncFlag(*organization);
        examineDomains();
        examineLicence();
        examineWriteback();
        examineAgents();
        for (auto &asked : m_jobs)
            examineConfiguration(*asked.where, asked.answer.get());
        return m_findings;
    }

private:
    /// Asks everything at once: no answer has to wait for another. The tenant outlives the answers with this object.
    void askAll(Tenant &tenant, bool isApplication)
    {
        const auto later = [&](auto call) {
            return std::async(std::launch::async, [&tenant, call, stop = m_stop] { return (tenant.*call)(stop); });
        };
        if (!isApplication)
            m_roles = later(&Tenant::rolesOfSignedInUser);
        m_domains = later(&Tenant::domains);
        m_skus = later(&Tenant::subscribedSkus);
        m_agents = later(&Tenant::agents);
        for (const ConfigurationAnswers &configuration : std::as_const(m_answers.configurations)) {
            const auto where = std::make_shared<DomainConfiguration>(m_session, configuration);
            m_jobs.push_back(
                {where, std::async(std::launch::async, [where, stop = m_stop] { return where->jobs(stop); })});
        }
    }

    void add(const QString &part, Severity severity, const QString &title, const QString &evidence,
             const QString &cause = {}, const QString &remedy = {}, bool canRepair = false)
    {
        m_findings.append({QStringLiteral("tenant.") + part, severity, QStringLiteral("tenant"), title, evidence, cause,
                           remedy, canRepair});
    }

    void failed(const QString &part, const QString &title, const Error &error, const QString &remedy)
    {
        add(part, Severity::Error, title, error.detail.isEmpty() ? errorCodeName(error.code) : error.detail,
            tr("The tenant could not be asked: %1.").arg(errorCodeName(error.code)), remedy);
        if (m_failures)
            m_failures->append(error);
    }

    QString askAgain() const { return tr("Check again. When it stays so, look at the permissions of the sign-in."); }

    void examineAccount(const SignedIn &signedIn)
    {
        if (!signedIn.isGuest) {
            add(QStringLiteral("account"), Severity::Ok, tr("Account"),
                signedIn.isApplication ? tr("An application is signed in.")
                                       : tr("The account is a member of the tenant."));
            return;
        }
        add(QStringLiteral("account"), Severity::Error, tr("Account"),
            tr("%1 is a guest of the tenant.").arg(signedIn.accountName),
            tr("Cloud Sync cannot be set up by a guest or a personal account."),
            tr("Sign in with an account that belongs to the tenant, best one that exists only in the cloud."));
        if (m_failures)
            m_failures->append(Error{ErrorCode::TenantRoleMissing, signedIn.accountName, {}, {}});
    }

    void examineRole(const SignedIn &signedIn)
    {
        if (signedIn.isApplication)
            return; // an application holds permissions, no roles: examinePermissions()
        auto roles = m_roles.get();
        if (!roles)
            return failed(QStringLiteral("role"), tr("Administrator role"), roles.error(), askAgain());
        if (roles->contains(hybridIdentityAdministrator, Qt::CaseInsensitive))
            return add(QStringLiteral("role"), Severity::Ok, tr("Administrator role"),
                       tr("The account is a Hybrid Identity Administrator."));
        if (roles->contains(globalAdministrator, Qt::CaseInsensitive))
            return add(QStringLiteral("role"), Severity::Ok, tr("Administrator role"),
                       tr("The account is a Global Administrator."));
        // An error says nothing about the roles: the permission to look, or the licence for it, is missing.
        const auto eligible = m_tenant->eligibleRolesOfSignedInUser(m_stop);
        const bool onlyEligible = eligible && (eligible->contains(hybridIdentityAdministrator, Qt::CaseInsensitive) ||
                                               eligible->contains(globalAdministrator, Qt::CaseInsensitive));
        const QString remedy = onlyEligible ? tr("Activate the role under Privileged Identity Management, My roles, then sign in again.")
                                            : tr("Assign or activate the role Hybrid Identity Administrator, then sign in again.");
        QString cause = tr("The role is not assigned, or it is eligible and not activated: which of the two could not be read.");
        if (onlyEligible)
            cause = tr("The account could hold the role but has not activated it.");
        else if (eligible)
            cause = tr("The role is neither assigned nor eligible.");
        add(QStringLiteral("role"), Severity::Error, tr("Administrator role"),
            tr("%1 holds neither the role Hybrid Identity Administrator nor Global Administrator.")
                .arg(signedIn.accountName),
            cause, remedy);
        if (m_failures)
            m_failures->append(Error{ErrorCode::TenantRoleMissing, signedIn.accountName, cause, {}});
    }

    void examinePermissions(const SignedIn &signedIn)
    {
        // What the calls of the set-up need (graph.md); the first name is the least, the others hold it too.
        static const QVector<QStringList> needed{
            {QStringLiteral("Organization.ReadWrite.All")},
            {QStringLiteral("Application.ReadWrite.All")},
            {QStringLiteral("Synchronization.ReadWrite.All")},
            {QStringLiteral("OnPremisesPublishingProfiles.ReadWrite.All"), QStringLiteral("Directory.ReadWrite.All")},
        };
        const QString part = signedIn.isApplication ? QStringLiteral("role") : QStringLiteral("permissions");
        QStringList missing;
        for (const QStringList &names : needed) {
            const bool granted = std::any_of(names.begin(), names.end(), [&](const QString &name) {
                return std::any_of(signedIn.grantedPermissions.begin(), signedIn.grantedPermissions.end(),
                                   [&](const QString &held) {
                                       return held.compare(name, Qt::CaseInsensitive) == 0 ||
                                              held.endsWith(QLatin1Char('/') + name, Qt::CaseInsensitive);
                                   });
            });
            if (!granted)
                missing.append(names.first());
        }
        if (missing.isEmpty())
            return add(part, Severity::Ok, tr("Permissions"),
                       tr("The sign-in carries the permissions that the set-up needs."));
        add(part, Severity::Error, tr("Permissions"), tr("Not granted: %1.").arg(missing.join(QStringLiteral(", "))),
            tr("The application registration does not have these permissions, or nobody has consented to them."),
            tr("Add the permissions to the application registration and grant the administrator's consent."));
        if (m_failures)
            m_failures->append(Error{ErrorCode::TenantPermissionMissing, missing.join(QStringLiteral(", ")), {}, {}});
    }

    void examineSyncFlag(const Organization &organization)
    {
        if (organization.onPremisesSyncEnabled.value_or(false))
            return add(QStringLiteral("syncFlag"), Severity::Ok, tr("Directory synchronisation"),
                       tr("It is switched on for the tenant."));
        add(QStringLiteral("syncFlag"), Severity::Info, tr("Directory synchronisation"),
            tr("It is not switched on for the tenant yet."),
            tr("No synchronisation was ever set up for this tenant, or it was switched off."),
            tr("The set-up switches it on."), true);
    }

    void examineDomains()
    {
        auto domains = m_domains.get();
        if (!domains)
            return failed(QStringLiteral("domains"), tr("Verified domains"), domains.error(), askAgain());
        QStringList custom;
        QStringList federated;
        for (const TenantDomain &domain : std::as_const(*domains)) {
            if (!domain.isVerified || domain.isInitial ||
                domain.name.endsWith(QLatin1String(".onmicrosoft.com"), Qt::CaseInsensitive))
                continue;
            custom.append(domain.name);
            if (domain.authenticationType == QLatin1String("Federated"))
                federated.append(domain.name);
        }
        if (custom.isEmpty()) {
            return add(QStringLiteral("domains"), Severity::Warning, tr("Verified domains"),
                       tr("The tenant has no verified domain of its own."),
                       tr("A user whose sign-in name ends in a domain that is not verified gets a name in the tenant's "
                          "initial domain."),
                       tr("Add and verify the domain that your users sign in with."));
        }
        QString evidence = tr("Users can sign in with names in %1.").arg(custom.join(QStringLiteral(", ")));
        if (!federated.isEmpty())
            evidence += QLatin1Char(' ') + tr("Federated: %1.").arg(federated.join(QStringLiteral(", ")));
        QStringList unverified;
        for (const ConfigurationAnswers &configuration : m_answers.configurations) {
            if (!custom.contains(configuration.domain, Qt::CaseInsensitive))
                unverified.append(configuration.domain);
        }
        if (unverified.isEmpty())
            return add(QStringLiteral("domains"), Severity::Ok, tr("Verified domains"), evidence);
        add(QStringLiteral("domains"), Severity::Info, tr("Verified domains"), evidence,
            tr("%1 is not verified in the tenant. Users whose sign-in name ends in it get a name in the tenant's "
               "initial domain.")
                .arg(unverified.join(QStringLiteral(", "))),
            tr("Give such users a sign-in name in a verified domain, or verify the domain when it is yours on the "
               "Internet."));
    }

    void examineLicence()
    {
        const bool writeback = m_answers.passwordWriteback && m_answers.passwordWriteback->enabled;
        auto skus = m_skus.get();
        if (!skus) {
            if (!writeback) {
                return add(QStringLiteral("licence"), Severity::Info, tr("Licence"), errorCodeName(skus.error().code),
                           tr("The licences could not be read. Nothing that was asked for needs one."));
            }
            return failed(QStringLiteral("licence"), tr("Licence"), skus.error(), askAgain());
        }
        // Service plans of Microsoft Entra ID P1 and P2, in whatever product they are part of.
        const bool premium = std::any_of(skus->cbegin(), skus->cend(), [](const SubscribedSku &sku) {
            return sku.enabledUnits > 0 && (sku.servicePlans.contains(QLatin1String("AAD_PREMIUM")) ||
                                            sku.servicePlans.contains(QLatin1String("AAD_PREMIUM_P2")));
        });
        if (premium)
            return add(QStringLiteral("licence"), Severity::Ok, tr("Licence"),
                       tr("The tenant has Microsoft Entra ID P1 or P2."));
        if (!writeback) {
            return add(QStringLiteral("licence"), Severity::Ok, tr("Licence"),
                       tr("The tenant has no Microsoft Entra ID P1 or P2. Nothing that was asked for needs it."));
        }
        add(QStringLiteral("licence"), Severity::Warning, tr("Licence"),
            tr("The tenant has no Microsoft Entra ID P1 or P2."),
            tr("Password writeback needs one of these licences for its users."),
            tr("Get the licence, or leave password writeback out."));
    }

    // What no API does is said with the place in the portal where a person does it (operations.md section 6).
    void examineWriteback()
    {
        const auto &writeback = m_answers.passwordWriteback;
        if (!writeback || !writeback->enabled)
            return;
        add(QStringLiteral("passwordWriteback"), Severity::Info, tr("Password writeback"),
            tr("The set-up switches it on through the agent."),
            tr("Microsoft Graph has no call for the rest: whether people may use it is set in the portal."),
            (writeback->accountUnlock
                 ? tr("Afterwards, in the portal under Entra ID, Password reset, On-premises integration: switch on "
                      "\"Enable "
                      "password write back for synced users\", \"Write back passwords with Microsoft Entra Cloud "
                      "Sync\" and "
                      "\"Allow users to unlock accounts without resetting their password\".")
                 : tr("Afterwards, in the portal under Entra ID, Password reset, On-premises integration: switch on "
                      "\"Enable "
                      "password write back for synced users\" and \"Write back passwords with Microsoft Entra Cloud "
                      "Sync\".")));
    }

    void examineAgents()
    {
        auto agents = m_agents.get();
        if (!agents)
            return failed(QStringLiteral("agents"), tr("Agents"), agents.error(), askAgain());
        QStringList active;
        for (const SyncAgent &agent : std::as_const(*agents)) {
            if (agent.active)
                active.append(agent.machineName);
        }
        m_activeAgents = active.size();
        const QString names = active.join(QStringLiteral(", "));
        if (active.size() > 1)
            return add(QStringLiteral("agents"), Severity::Ok, tr("Agents"), tr("Active on %1.").arg(names));
        if (active.size() == 1) {
            return add(QStringLiteral("agents"), Severity::Info, tr("Agents"), tr("Active on %1.").arg(names),
                       tr("With one agent the synchronisation stops while its server is down."),
                       tr("Set up a second server."));
        }
        const bool comes = m_answers.server && m_answers.server->extension == Extension::CloudSync;
        add(QStringLiteral("agents"), comes ? Severity::Info : Severity::Warning, tr("Agents"),
            tr("No agent of the tenant is active."),
            comes ? tr("The agent of this server is registered by the set-up.")
                  : tr("Without an agent nothing is synchronised."),
            comes ? QString() : tr("Set up a server with the Microsoft Entra provisioning agent."));
    }

    void examineConfiguration(DomainConfiguration &where, const Result<QVector<SyncJob>> &jobs)
    {
        const ConfigurationAnswers &answers = where.answers();
        const QString title = tr("Configuration for %1").arg(answers.domain);
        const QString part = answers.domain + QStringLiteral(".configuration");
        auto found = where.find(m_stop);
        if (!found)
            return failed(part, title, found.error(),
                          tr("Keep one configuration of this name and remove the others in the portal."));
        if (!*found)
            return add(part, Severity::Info, title, tr("The tenant has none yet."), {}, tr("The set-up makes it."),
                       true);
        add(part, Severity::Ok, title,
            tr("It exists (%1) and is changed only where the answers say so.").arg((*found)->servicePrincipalId));
        if (!jobs)
            return failed(answers.domain + QStringLiteral(".jobs"), tr("Jobs for %1").arg(answers.domain), jobs.error(),
                          askAgain());
        for (const SyncJob &job : std::as_const(*jobs))
            examineJob(answers, job);
    }

    void examineJob(const ConfigurationAnswers &answers, const SyncJob &job)
    {
        const QString title = tr("Job for %1: %2").arg(answers.domain, templateTitle(job.templateId));
        if (isQuarantined(job)) {
            const QJsonObject quarantine = job.status().value(QLatin1String("quarantine")).toObject();
            const QString next = quarantine.value(QLatin1String("nextAttempt")).toString();
            add(QStringLiteral("%1.job.%2").arg(answers.domain, job.templateId), Severity::Warning, title,
                tr("It is in quarantine: %1.").arg(quarantineText(job)),
                tr("Most of its calls failed, or it would have deleted more objects than allowed."),
                next.isEmpty()
                    ? tr("Mend the cause, then clear the quarantine.")
                    : tr("Mend the cause, then clear the quarantine, or wait for the next attempt at %1.").arg(next));
        }
        if (job.templateId != provisioningTemplate() || !isStarted(job) || hasRun(job))
            return;
        add(answers.domain + QStringLiteral(".firstCycle"), Severity::Warning,
            tr("First cycle for %1").arg(answers.domain),
            tr("The job is started and has not come to the end of a cycle yet."),
            m_activeAgents == 0
                ? tr("The first cycle waits for an agent: none is active in the tenant.")
                : tr("The first cycle begins some minutes after the start and takes long in a large directory."),
            m_activeAgents == 0 ? tr("Set up a server with the Microsoft Entra provisioning agent.")
                                : tr("Look at the status again later."));
    }

    std::shared_ptr<Session> m_session;
    std::stop_token m_stop;
    Answers m_answers;
    QVector<Error> *m_failures;
    std::shared_ptr<Tenant> m_tenant;
    struct AskedJobs
    {
        std::shared_ptr<DomainConfiguration> where;
        std::future<Result<QVector<SyncJob>>> answer;
    };
    std::future<Result<QStringList>> m_roles;
    std::future<Result<QVector<TenantDomain>>> m_domains;
    std::future<Result<QVector<SubscribedSku>>> m_skus;
    std::future<Result<QVector<SyncAgent>>> m_agents;
    std::vector<AskedJobs> m_jobs;
    QVector<Finding> m_findings;
    qsizetype m_activeAgents = 0;
};

} // namespace

QVector<Finding> tenantFindings(const std::shared_ptr<Session> &session, RunContext &context, QVector<Error> *failures)
{
    return TenantExaminer(session, context, failures).examine();
}

} // namespace cloudsync
