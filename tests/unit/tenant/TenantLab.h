// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/tenant/NoMachine.h"
#include "tests/unit/tenant/TenantPorts.h"
#include "tests/unit/tenant/TestSchema.h"

#include "backend/setup/tenant/SchemaDocument.h"
#include "backend/setup/tenant/TenantSetup.h"

#include <functional>

namespace cloudsync::tests {

inline const QString domain = QStringLiteral("contoso.com");

inline Answers fullAnswers()
{
    Answers answers;
    answers.licenseAccepted = true;
    answers.signIn = SignInAnswers{
        QStringLiteral("contoso.onmicrosoft.com"), QStringLiteral("client"), SignInMethod::Certificate, {}, {}};
    ConfigurationAnswers configuration;
    configuration.domain = domain;
    configuration.passwordHashSync = true;
    configuration.exchangeHybridWriteback = true;
    configuration.notifications = NotificationAnswers{true, {QStringLiteral("it@contoso.com")}};
    configuration.accidentalDeletion = AccidentalDeletionAnswers{true, 100};
    configuration.scope = ScopeAnswers{ScopeKind::OrganizationalUnits, {QStringLiteral("OU=Sales,DC=contoso,DC=com")}};
    configuration.enable = true;
    answers.configurations = {configuration};
    return answers;
}

/// The directory of the test's schema as an agent finds it, with further attributes of users.
inline QJsonObject withAttributes(const QStringList &names)
{
    QJsonObject directory = directoryDefinition(templateSchema(), QStringLiteral("Active Directory"));
    QJsonObject user = objectDefinition(directory, QStringLiteral("user"));
    QJsonArray attributes = user.value(QLatin1String("attributes")).toArray();
    for (const QString &name : names)
        attributes.append(
            QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("type"), QStringLiteral("String")}});
    user.insert(QStringLiteral("attributes"), attributes);
    replaceAt(directory, QStringLiteral("objects"), 0, user);
    return directory;
}

/// A tenant with the tasks of the answers. A started job comes to the end of a cycle while somebody waits for it.
struct Lab
{
    explicit Lab(const Answers &answers = fullAnswers()) : m_session(ports.session(answers))
    {
        ports.tenant->templateSchema = templateSchema();
        ports.tenant->discovered =
            withAttributes({QStringLiteral("mailNickName"), QStringLiteral("msExchArchiveStatus")});
        ports.tenant->agentList = {{QStringLiteral("agent-1"), QStringLiteral("SYNC1"), {}, true}};
        ports.clock.onWait = [this] {
            if (SyncJob *job = ports.tenant->job(QStringLiteral("AD2AADProvisioning"));
                job && job->scheduleState == QLatin1String("Active"))
                FakeTenant::finishCycle(*job);
        };
        renew();
    }
    void renew() { tasks = tenantTasks(m_session); }
    void answer(const std::function<void(ConfigurationAnswers &)> &change)
    {
        Answers answers = m_session->answers();
        change(answers.configurations.first());
        m_session->update(answers);
        renew();
    }
    Task *task(const QString &part) const
    {
        const QString wanted = part == QLatin1String("syncFlag") ? QStringLiteral("tenant.syncFlag")
                                                                 : QStringLiteral("tenant.contoso.com.") + part;
        for (const auto &one : tasks) {
            if (one->id() == wanted)
                return one.get();
        }
        return nullptr;
    }
    State::Kind kind(const QString &part) const
    {
        RunContext context;
        auto state = task(part)->check(context);
        if (!state)
            qWarning("%s", qPrintable(state.error().toLogText()));
        return state ? state->kind : State::Kind::Conflict;
    }
    FakeTenant::Configuration &configuration() { return ports.tenant->all.first(); }
    QJsonObject &schema()
    {
        return configuration().schemas[ports.tenant->job(QStringLiteral("AD2AADProvisioning"))->id];
    }

    NoMachine machine;
    TenantPorts ports{machine};
    std::vector<std::unique_ptr<Task>> tasks;

private:
    std::shared_ptr<Session> m_session;
};

} // namespace cloudsync::tests
