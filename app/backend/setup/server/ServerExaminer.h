// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Finding.h"
#include "backend/setup/session/Session.h"

#include <QCoreApplication>

#include <stop_token>

namespace cloudsync {

/// Collects the findings of this server, in the order in which a person reads them (prerequisites.md sections 2 to 12).
class ServerExaminer
{
    Q_DECLARE_TR_FUNCTIONS(ServerExaminer)
public:
    ServerExaminer(std::shared_ptr<Session> session, const std::stop_token &stop, QVector<Error> *failures);

    [[nodiscard]] QVector<Finding> examine();

private:
    void add(const QString &part, Severity severity, const QString &title, const QString &evidence,
             const QString &cause = {}, const QString &remedy = {}, bool canRepair = false);
    void ok(const QString &part, const QString &title, const QString &evidence)
    {
        add(part, Severity::Ok, title, evidence);
    }
    /// A question that the system did not answer.
    void failed(const QString &part, const QString &title, const Error &error);

    // HostFindings.cpp
    void examineSystem(const HostFacts &host);
    void examineHost(const HostFacts &host);
    void examineDotNet();
    void examineRepair(const QString &repair);
    void examineExecutionPolicy();
    void examineCredentialManager();
    void examineFips();
    void examineClock(const HostFacts &host);
    // ServerFindings.cpp
    void examineAgent(const AgentFacts &agent);
    void examinePackage(const AgentFacts &agent);
    // NetworkFindings.cpp
    void examineNetwork();

    std::shared_ptr<Session> m_session;
    std::stop_token m_stop;
    Answers m_answers;
    Machine &m_machine;
    QVector<Error> *m_failures;
    QVector<Finding> m_findings;
};

} // namespace cloudsync
