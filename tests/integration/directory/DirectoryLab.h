// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/LdapConnector.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "tests/support/LabDirectory.h"
#include "tests/unit/directory/TestPorts.h"

namespace cloudsync::tests {

/// The clock of this machine.
class SystemClock : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    bool wait(std::chrono::milliseconds, const std::stop_token &stop) override { return !stop.stop_requested(); }
};

/// Gives the lab administrator's password.
class LabSecrets : public SecretSource
{
public:
    explicit LabSecrets(const LabDirectory &lab) : m_lab(lab) {}
    Result<Secret> resolve(const SecretReference &reference, const QString &) override
    {
        return Secret::fromString(reference.value.isEmpty() ? m_lab.adminPassword() : reference.value);
    }

private:
    const LabDirectory &m_lab;
};

/// The product's directory part with the real LDAP adapter on a lab controller.
class DirectoryLab
{
public:
    explicit DirectoryLab(const LabDirectoryOptions &options = {}) : lab(options) {}

    [[nodiscard]] Answers answers(const QStringList &hosts, const QVector<PermissionSet> &sets) const
    {
        Answers answers = directoryAnswers(hosts, sets);
        answers.directories[0].domain = lab.domain();
        answers.directories[0].controllers = QStringList{lab.uri()};
        answers.directories[0].caFile = lab.caFile();
        answers.directories[0].credential.user = lab.adminUser();
        answers.directories[0].credential.mechanism = BindMechanism::Simple;
        answers.serviceAccount->domain = lab.domain();
        return answers;
    }
    [[nodiscard]] std::shared_ptr<Session> session(const Answers &answers)
    {
        const Ports ports{connector, tenants, signIn, machine, clock, secrets, prompt, log};
        auto made = std::make_shared<Session>(ports, answers);
        made->guardCredentials([ports](const DirectoryTarget &target, const QString &user, const std::stop_token &stop) {
            return guardCredential(ports, target, user, stop);
        });
        return made;
    }
    /// SDDL of an object as samba-tool prints it.
    [[nodiscard]] QString sddl(const QString &dn) const
    {
        return QString::fromUtf8(
            lab.sambaTool({QStringLiteral("dsacl"), QStringLiteral("get"), QStringLiteral("--objectdn=") + dn}).output);
    }
    /// The entries of a DACL in SDDL, in order.
    [[nodiscard]] static QStringList entries(const QString &sddl)
    {
        QStringList list;
        const QString dacl = sddl.section(QStringLiteral("D:"), 1).section(QStringLiteral("S:"), 0, 0);
        for (const QString &part : dacl.split(u'(').mid(1))
            list.append(part.section(u')', 0, 0));
        return list;
    }
    [[nodiscard]] QString sidOf(const QString &dn) const
    {
        const auto found = parseLdif(
            lab.ldbSearch(lab.base(), QStringLiteral("(distinguishedName=%1)").arg(dn), {QStringLiteral("objectSid")})
                .output);
        return found.isEmpty() ? QString() : QString::fromUtf8(found.first().value(QStringLiteral("objectSid")));
    }
    [[nodiscard]] QString accountDn() const
    {
        return QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,") + lab.base();
    }

    LabDirectory lab;
    Log log;
    SystemClock clock;
    LdapConnector connector{log, clock};
    NoTenants tenants;
    NoSignIn signIn;
    NoMachine machine;
    NoPrompt prompt;
    LabSecrets secrets{lab};
};

} // namespace cloudsync::tests
