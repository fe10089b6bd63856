// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/server/FakeMachine.h"
#include "tests/unit/tenant/TenantPorts.h"

#include "backend/setup/server/ServerSetup.h"

namespace cloudsync::tests {

inline const QString account = QStringLiteral("CONTOSO\\provAgentgMSA$");

inline Answers fullAnswers()
{
    Answers answers;
    answers.licenseAccepted = true;
    answers.signIn = SignInAnswers{
        QStringLiteral("contoso.onmicrosoft.com"), QStringLiteral("client"), SignInMethod::Certificate, {}, {}};
    ServerAnswers server;
    server.agentPackage = QStringLiteral("C:/temp/AADConnectProvisioningAgentSetup.exe");
    server.repair =
        QStringList{QStringLiteral("tls12"), QStringLiteral("strongCrypto"), QStringLiteral("credentialManager")};
    answers.server = server;
    ServiceAccountAnswers service;
    service.name = QStringLiteral("provAgentgMSA");
    service.domain = QStringLiteral("contoso.com");
    answers.serviceAccount = service;
    DirectoryAnswers directory;
    directory.domain = QStringLiteral("contoso.com");
    directory.preferredControllers = QStringList{QStringLiteral("dc1.contoso.com")};
    directory.credential.user = QStringLiteral("CONTOSO\\Administrator");
    answers.directories = {directory};
    answers.passwordWriteback = PasswordWritebackAnswers{true, false};
    return answers;
}

/// A server and a tenant with the tasks of the answers. The tenant learns of the agent while somebody waits for it.
struct Lab
{
    explicit Lab(Answers given = fullAnswers()) : answers(std::move(given))
    {
        ports.clock.onWait = [this] {
            if (machine.installed.registered)
                ports.tenant->agentList = {{QStringLiteral("1"), QStringLiteral("SYNC1.contoso.com"), {}, true}};
        };
        renew();
    }
    void renew() { tasks = serverTasks(ports.session(answers)); }
    Task *task(const QString &part) const
    {
        for (const auto &one : tasks) {
            if (one->id() == QStringLiteral("server.") + part)
                return one.get();
        }
        return nullptr;
    }
    State look(const QString &part) const
    {
        RunContext context;
        auto state = task(part)->check(context);
        if (!state)
            qWarning("%s", qPrintable(state.error().toLogText()));
        return state ? *state : State::conflict(state.error());
    }

    Answers answers;
    FakeMachine machine;
    TenantPorts ports{machine};
    std::vector<std::unique_ptr<Task>> tasks;
};

} // namespace cloudsync::tests
