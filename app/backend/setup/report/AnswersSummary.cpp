// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/report/AnswersSummary.h"

#include <QCoreApplication>
#include <QLocale>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AnswersSummary)
};

QString yesNo(bool value)
{
    return value ? Text::tr("Yes") : Text::tr("No");
}

/// Collects rows and leaves out those without a value.
class Group
{
public:
    explicit Group(const QString &title) { m_group.title = title; }
    Group &row(const QString &name, const QStringList &values)
    {
        if (!values.isEmpty() && values != QStringList{QString()})
            m_group.rows.append({name, values});
        return *this;
    }
    Group &row(const QString &name, const QString &value) { return row(name, QStringList{value}); }
    Group &row(const QString &name, const std::optional<bool> &value)
    {
        return value ? row(name, yesNo(*value)) : *this;
    }
    [[nodiscard]] SummaryGroup done() const { return m_group; }

private:
    SummaryGroup m_group;
};

QString methodText(SignInMethod method)
{
    switch (method) {
    case SignInMethod::Browser:
        return Text::tr("Browser");
    case SignInMethod::DeviceCode:
        return Text::tr("Device code");
    case SignInMethod::Certificate:
        return Text::tr("Certificate of the application");
    }
    return {};
}

QString permissionText(PermissionSet set)
{
    switch (set) {
    case PermissionSet::BasicRead:
        return Text::tr("Read users, groups, contacts and devices");
    case PermissionSet::PasswordHashSync:
        return Text::tr("Read password hashes");
    case PermissionSet::PasswordWriteBack:
        return Text::tr("Reset passwords and unlock accounts");
    case PermissionSet::HybridExchangePermissions:
        return Text::tr("Write Exchange attributes");
    case PermissionSet::ExchangeMailPublicFolderPermissions:
        return Text::tr("Read mail-enabled public folders");
    case PermissionSet::UserGroupCreateDelete:
        return Text::tr("Create and delete users and groups");
    case PermissionSet::All:
        return Text::tr("All permission sets");
    }
    return {};
}

QString secretText(const SecretReference &secret)
{
    switch (secret.kind) {
    case SecretReference::Kind::None:
        return {};
    case SecretReference::Kind::Environment:
        return Text::tr("From the environment variable %1").arg(secret.value);
    case SecretReference::Kind::File:
        return Text::tr("From the file %1").arg(secret.value);
    case SecretReference::Kind::Cms:
        return Text::tr("From the encrypted file %1").arg(secret.value);
    case SecretReference::Kind::Prompt:
    case SecretReference::Kind::Entered:
        return Text::tr("Entered by a person");
    }
    return {};
}

QString mappingText(const AttributeMappingAnswers &mapping)
{
    const QString target = mapping.object + u' ' + mapping.target;
    if (mapping.remove)
        return Text::tr("%1: mapping removed").arg(target);
    QString source;
    switch (mapping.kind) {
    case MappingKind::Direct:
        source = Text::tr("attribute %1").arg(mapping.source);
        break;
    case MappingKind::Constant:
        source = Text::tr("the text \"%1\"").arg(mapping.source);
        break;
    case MappingKind::Expression:
        source = mapping.source;
        break;
    }
    //: %1 is an attribute of Microsoft Entra ID, %2 says where its value comes from
    return Text::tr("%1 from %2").arg(target, source);
}

QString scopeText(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::All:
        return Text::tr("Everything in the domain");
    case ScopeKind::OrganizationalUnits:
        return Text::tr("Organizational units");
    case ScopeKind::Groups:
        return Text::tr("Members of groups");
    }
    return {};
}

QStringList repairTexts(const QStringList &repairs)
{
    QStringList texts;
    for (const QString &repair : repairs) {
        if (repair == QStringLiteral("tls12"))
            texts.append(Text::tr("Switch TLS 1.2 on"));
        else if (repair == QStringLiteral("strongCrypto"))
            texts.append(Text::tr("Let .NET use strong cryptography"));
        else if (repair == QStringLiteral("credentialManager"))
            texts.append(Text::tr("Let the Credential Manager service start"));
        else
            texts.append(repair);
    }
    return texts;
}

SummaryGroup tenantGroup(const Answers &answers)
{
    Group group(Text::tr("Microsoft Entra ID"));
    group.row(Text::tr("Cloud"), answers.customCloud ? answers.customCloud->name : answers.cloud);
    if (answers.customCloud)
        group.row(Text::tr("Sign-in service"), answers.customCloud->authority).row(Text::tr("Microsoft Graph"), answers.customCloud->graph);
    group.row(Text::tr("Tenant"), answers.signIn->tenant)
        .row(Text::tr("Sign-in"), methodText(answers.signIn->method))
        .row(Text::tr("Account"), answers.signIn->account)
        .row(Text::tr("Application"), answers.signIn->clientId);
    return group.done();
}

SummaryGroup serverGroup(const ServerAnswers &server)
{
    return Group(Text::tr("Server"))
        .row(Text::tr("Extension"), server.extension == Extension::CloudSync ? Text::tr("Cloud Sync and HR-driven provisioning")
                                                                             : Text::tr("On-premises applications"))
        .row(Text::tr("Agent package"), server.agentPackage)
        .row(Text::tr("Publisher"), server.publisher)
        .row(Text::tr("Repairs agreed to"), repairTexts(server.repair))
        .row(Text::tr("Proxy"), server.proxy)
        .row(Text::tr("Proxy user"), server.proxyCredential.user)
        .done();
}

SummaryGroup accountGroup(const ServiceAccountAnswers &account)
{
    QStringList permissions;
    for (const PermissionSet set : account.permissions)
        permissions.append(permissionText(set));
    return Group(Text::tr("Group managed service account"))
        .row(Text::tr("Account"), account.name + u'$')
        .row(Text::tr("Domain"), account.domain)
        .row(Text::tr("Mode"), account.mode == ServiceAccountMode::Create ? Text::tr("Created when missing") : Text::tr("Existing account"))
        .row(Text::tr("Servers that may use it"), account.hosts)
        .row(Text::tr("Permissions"), permissions)
        .row(Text::tr("Permissions are granted on"), account.permissionTargets.isEmpty() ? QStringList{Text::tr("The domain root")} : account.permissionTargets)
        .row(Text::tr("Surplus rights are taken away"), yesNo(account.removeSurplus))
        .row(Text::tr("Repairs agreed to"), repairTexts(account.repair))
        .row(Text::tr("Only administrators may change it"), yesNo(account.restrict))
        .done();
}

SummaryGroup directoryGroup(const DirectoryAnswers &directory)
{
    return Group(Text::tr("Directory %1").arg(directory.domain))
        .row(Text::tr("Controllers"), directory.controllers.isEmpty() ? QStringList{Text::tr("Found through DNS")} : directory.controllers)
        .row(Text::tr("Trusted roots"), directory.caFile)
        .row(Text::tr("Controllers preferred by the agent"), directory.preferredControllers)
        .row(Text::tr("Signed in as"), directory.credential.user)
        .row(Text::tr("Password"), secretText(directory.credential.password))
        .done();
}

SummaryGroup configurationGroup(const ConfigurationAnswers &configuration)
{
    Group group(Text::tr("Configuration %1").arg(configuration.domain));
    group.row(Text::tr("Password hash synchronisation"), configuration.passwordHashSync)
        .row(Text::tr("Exchange hybrid writeback"), configuration.exchangeHybridWriteback)
        .row(Text::tr("Device synchronisation"), configuration.deviceSync);
    if (configuration.notifications)
        group.row(Text::tr("Notifications to"),
                  configuration.notifications->enabled ? configuration.notifications->recipients : QStringList{Text::tr("Off")});
    if (configuration.accidentalDeletion)
        group.row(Text::tr("Stops at this number of deletions"), configuration.accidentalDeletion->enabled
                                                                     ? QLocale().toString(configuration.accidentalDeletion->threshold)
                                                                     : Text::tr("Off"));
    if (configuration.scope)
        group.row(Text::tr("Scope"), QStringList{scopeText(configuration.scope->kind)} + configuration.scope->distinguishedNames);
    QStringList mappings;
    for (const AttributeMappingAnswers &mapping : configuration.attributeMappings)
        mappings.append(mappingText(mapping));
    group.row(Text::tr("Attribute mappings changed"), mappings);
    if (configuration.enable)
        group.row(Text::tr("Jobs"), *configuration.enable ? Text::tr("Running") : Text::tr("Paused"));
    return group.done();
}

} // namespace

QVector<SummaryGroup> answersSummary(const Answers &answers)
{
    QVector<SummaryGroup> groups;
    if (answers.signIn)
        groups.append(tenantGroup(answers));
    if (answers.server)
        groups.append(serverGroup(*answers.server));
    if (answers.serviceAccount)
        groups.append(accountGroup(*answers.serviceAccount));
    for (const DirectoryAnswers &directory : answers.directories)
        groups.append(directoryGroup(directory));
    for (const ConfigurationAnswers &configuration : answers.configurations)
        groups.append(configurationGroup(configuration));
    if (answers.passwordWriteback)
        groups.append(Group(Text::tr("Password writeback"))
                          .row(Text::tr("Enabled"), yesNo(answers.passwordWriteback->enabled))
                          .row(Text::tr("Unlock without a new password"), yesNo(answers.passwordWriteback->accountUnlock))
                          .done());
    if (!answers.repairs.isEmpty())
        groups.append(Group(Text::tr("Repairs of data"))
                          .row(Text::tr("Values to change"), QString::number(answers.repairs.size()))
                          .done());
    if (answers.testUser)
        groups.append(Group(Text::tr("User for a trial"))
                          .row(Text::tr("Name"), answers.testUser->name)
                          .row(Text::tr("Container"), answers.testUser->container)
                          .done());
    return groups;
}

QStringList sectionsLeftAlone(const Answers &answers)
{
    QStringList left;
    if (!answers.server)
        left.append(Text::tr("This server: agent, services and repairs"));
    if (!answers.serviceAccount)
        left.append(Text::tr("The group managed service account and its permissions"));
    if (answers.configurations.isEmpty())
        left.append(Text::tr("The Cloud Sync configurations of the tenant"));
    if (!answers.passwordWriteback)
        left.append(Text::tr("Password writeback"));
    for (const ConfigurationAnswers &one : answers.configurations) {
        QStringList parts;
        if (!one.passwordHashSync)
            parts.append(Text::tr("password hash synchronisation"));
        if (!one.exchangeHybridWriteback)
            parts.append(Text::tr("Exchange hybrid writeback"));
        if (!one.deviceSync)
            parts.append(Text::tr("device synchronisation"));
        if (!one.notifications)
            parts.append(Text::tr("notifications"));
        if (!one.accidentalDeletion)
            parts.append(Text::tr("deletion threshold"));
        if (!one.scope)
            parts.append(Text::tr("scope"));
        if (!one.enable)
            parts.append(Text::tr("state of the jobs"));
        if (!parts.isEmpty())
            //: %1 is a domain, %2 a list of settings
            left.append(Text::tr("Configuration %1: %2").arg(one.domain, parts.join(QStringLiteral(", "))));
    }
    return left;
}

} // namespace cloudsync
