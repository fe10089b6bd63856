// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/answers/AnswerExamples.h"

#include "backend/ports/Directory.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace cloudsync::test {

QByteArray completeText()
{
    return R"json({
  "version": 1,
  "license": { "accepted": true },
  "cloud": "global",
  "server": { "extension": "cloudSync", "agentPackage": "C:\\temp\\AADConnectProvisioningAgentSetup.exe", "publisher": "Microsoft Corporation",
              "repair": ["tls12", "strongCrypto"], "proxy": null },
  "signIn": { "tenant": "contoso.onmicrosoft.com", "clientId": "11111111-2222-3333-4444-555555555555", "method": "browser", "account": "admin@contoso.onmicrosoft.com" },
  "serviceAccount": { "mode": "create", "name": "provAgentgMSA", "domain": "contoso.test", "hosts": ["SYNC1"],
                      "permissions": ["BasicRead", "PasswordHashSync", "PasswordWriteBack", "HybridExchangePermissions"], "restrict": true,
                      "permissionTargets": ["OU=Sales,DC=contoso,DC=test"], "removeSurplus": true, "repair": ["encryptionTypes"] },
  "directories": [ { "domain": "contoso.test", "controllers": ["ldaps://dc1.contoso.test"], "caFile": null, "preferredControllers": [],
                     "credential": { "user": "CONTOSO\\Administrator", "password": { "env": "DIRECTORY_PASSWORD" }, "mechanism": "negotiate" } } ],
  "configurations": [ { "domain": "contoso.test", "passwordHashSync": true, "exchangeHybridWriteback": false,
                        "notifications": { "enabled": true, "recipients": ["it@contoso.com"] },
                        "accidentalDeletion": { "enabled": true, "threshold": 500 },
                        "scope": { "kind": "organizationalUnits", "distinguishedNames": ["OU=Sales,DC=contoso,DC=test"] },
                        "attributeMappings": [ { "object": "user", "target": "employeeHireDate", "kind": "expression", "source": "[msDS-cloudExtensionAttribute1]" } ],
                        "enable": true } ],
  "passwordWriteback": { "enabled": true, "accountUnlock": true }
})json";
}

QJsonObject completeDocument()
{
    return QJsonDocument::fromJson(completeText()).object();
}

namespace {

QJsonValue changedValue(const QJsonValue &at, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QStringList rest = path.mid(1);
    if (at.isArray()) {
        QJsonArray array = at.toArray();
        const int index = path.first().toInt();
        const QJsonValue inner = changedValue(index < array.size() ? array.at(index) : QJsonValue(), rest, value);
        if (inner.isUndefined())
            array.removeAt(index);
        else if (index < array.size())
            array.replace(index, inner);
        else
            array.append(inner);
        return array;
    }
    QJsonObject object = at.toObject();
    const QJsonValue inner = changedValue(object.value(path.first()), rest, value);
    if (inner.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), inner);
    return object;
}

class Generator
{
public:
    explicit Generator(quint32 seed) : m_random(seed) {}

    Answers answers()
    {
        Answers answers;
        answers.licenseAccepted = true;
        answers.cloud = pick<QString>({QStringLiteral("global"), QStringLiteral("usGov"), QStringLiteral("china")});
        if (chance()) {
            answers.customCloud = CustomCloud{word(), QStringLiteral("https://login.%1.test:4443").arg(word()),
                                              QStringLiteral("https://graph.test"), chance() ? QString() : QStringLiteral("https://graph.test"),
                                              chance() ? QStringList() : QStringList{QStringLiteral("*.test:443"), QStringLiteral("agent.test")},
                                              path()};
            answers.cloud = QStringLiteral("global"); // not written when there are endpoints of another cloud
        }
        for (int i = 0, count = number(3); i < count; ++i)
            answers.directories.append(directory(i));
        if (chance())
            answers.server = server();
        if (chance())
            answers.signIn = signIn();
        if (!answers.directories.isEmpty() && chance())
            answers.serviceAccount = serviceAccount(answers.directories.first().domain);
        for (int i = 0, count = number(3); i < count; ++i)
            answers.configurations.append(configuration(i));
        if (chance())
            answers.passwordWriteback = PasswordWritebackAnswers{chance(), chance()};
        for (int i = 0, count = answers.directories.isEmpty() ? 0 : number(3); i < count; ++i)
            answers.repairs.append({answers.directories.first().domain, QStringLiteral("CN=%1\\, %2,%3").arg(word()).arg(i).arg(QStringLiteral("DC=child0,DC=contoso,DC=test")),
                                    pick<QString>({QStringLiteral("proxyAddresses"), QStringLiteral("displayName")}),
                                    QStringLiteral("smtp:jürgen \"x\"@contoso.com"), chance() ? QString() : word()});
        if (!answers.directories.isEmpty() && chance())
            answers.testUser = TestUserAnswers{answers.directories.first().domain, QStringLiteral("trial-%1").arg(number(100)),
                                               QStringLiteral("OU=Trial,") + domainToDn(answers.directories.first().domain),
                                               chance() ? QString() : QStringLiteral("trial@contoso.test"),
                                               chance() ? SecretReference() : SecretReference{SecretReference::Kind::Environment, QStringLiteral("TRIAL_PASSWORD")}};
        return answers;
    }

private:
    bool chance() { return m_random.bounded(2) == 1; }
    int number(int below) { return static_cast<int>(m_random.bounded(below)); }
    template<typename T>
    T pick(std::initializer_list<T> values)
    {
        return *(values.begin() + m_random.bounded(static_cast<int>(values.size())));
    }
    std::optional<bool> maybeFlag() { return chance() ? std::optional(chance()) : std::nullopt; }
    QString word() { return pick<QString>({QStringLiteral("alpha"), QStringLiteral("Bravo2"), QStringLiteral("c-3")}); }
    QString path() { return chance() ? QString() : QDir::tempPath() + QStringLiteral("/Ünïcode \"quoted\"/") + word() + QStringLiteral(".pem"); }
    QString domain(int index) { return QStringLiteral("%1%2.contoso.test").arg(QStringLiteral("child")).arg(index); }

    ServerAnswers server()
    {
        ServerAnswers server;
        server.extension = pick({Extension::CloudSync, Extension::OnPremisesApplications});
        server.agentPackage = chance() ? QString() : QStringLiteral("C:\\temp\\Setup.exe");
        server.publisher = pick<QString>({QStringLiteral("Microsoft Corporation"), QStringLiteral("Łódź \\ \"Söhne\"")});
        if (chance())
            server.repair = QStringList{QStringLiteral("credentialManager"), QStringLiteral("tls12")};
        server.proxy = pick<QString>({QString(), QStringLiteral("none"), QStringLiteral("http://proxy.contoso.test:8080")});
        if (server.proxy != QStringLiteral("none") && chance())
            server.proxyCredential = {QStringLiteral("CONTOSO\\proxy"), {SecretReference::Kind::Environment, QStringLiteral("PROXY_PASSWORD")}};
        return server;
    }
    SignInAnswers signIn()
    {
        SignInAnswers signIn{QStringLiteral("contoso.onmicrosoft.com"), QStringLiteral("0a1b2c3d-1111-2222-3333-444455556666"),
                             pick({SignInMethod::Browser, SignInMethod::DeviceCode, SignInMethod::Certificate}),
                             chance() ? QString() : QStringLiteral("admin@contoso.com"), {}};
        if (signIn.method == SignInMethod::Certificate || chance())
            signIn.certificateFile = QDir::tempPath() + QStringLiteral("/app.pem");
        return signIn;
    }
    ServiceAccountAnswers serviceAccount(const QString &domain)
    {
        ServiceAccountAnswers account;
        account.mode = pick({ServiceAccountMode::Create, ServiceAccountMode::Existing});
        account.name = pick<QString>({QStringLiteral("a"), QStringLiteral("provAgentgMSA"), QStringLiteral("Ж_1-2.x")});
        account.domain = domain;
        if (account.mode == ServiceAccountMode::Create || chance())
            account.hosts = QStringList{QStringLiteral("SYNC1"), QStringLiteral("Sync Servers").remove(u' '), QStringLiteral("SYNC2$")};
        for (const PermissionSet set : {PermissionSet::BasicRead, PermissionSet::PasswordHashSync, PermissionSet::PasswordWriteBack,
                                        PermissionSet::HybridExchangePermissions, PermissionSet::ExchangeMailPublicFolderPermissions,
                                        PermissionSet::UserGroupCreateDelete, PermissionSet::All}) {
            if (chance())
                account.permissions.append(set);
        }
        account.restrict = chance();
        if (chance())
            account.permissionTargets = QStringList{QStringLiteral("OU=Sales,") + domainToDn(domain), domainToDn(domain)};
        account.removeSurplus = chance();
        if (chance())
            account.repair = QStringList{QStringLiteral("kdsRootKey"), QStringLiteral("encryptionTypes")};
        return account;
    }
    DirectoryAnswers directory(int index)
    {
        DirectoryAnswers directory;
        directory.domain = domain(index);
        if (chance())
            directory.controllers = QStringList{QStringLiteral("ldaps://dc1.contoso.test"), QStringLiteral("ldap://[2001:db8::1]:1389")};
        directory.caFile = path();
        if (chance())
            directory.preferredControllers = QStringList{QStringLiteral("dc2.contoso.test"), QStringLiteral("dc1.contoso.test")};
        if (chance()) {
            using Kind = SecretReference::Kind;
            directory.credential.user = pick<QString>({QStringLiteral("CONTOSO\\Administrator"), QStringLiteral("jörg@contoso.test")});
            directory.credential.mechanism = pick({BindMechanism::Negotiate, BindMechanism::Simple});
            directory.credential.password = pick<SecretReference>({{Kind::None, {}},
                                                                   {Kind::Prompt, {}},
                                                                   {Kind::Environment, QStringLiteral("A_1")},
                                                                   {Kind::File, QDir::tempPath() + QStringLiteral("/secret")},
                                                                   {Kind::Cms, QDir::tempPath() + QStringLiteral("/secret.cms")}});
        }
        return directory;
    }
    ConfigurationAnswers configuration(int index)
    {
        ConfigurationAnswers configuration;
        configuration.domain = domain(index);
        configuration.passwordHashSync = maybeFlag();
        configuration.exchangeHybridWriteback = maybeFlag();
        configuration.deviceSync = maybeFlag();
        configuration.enable = maybeFlag();
        if (chance())
            configuration.notifications = NotificationAnswers{chance(), {QStringLiteral("it@contoso.com"), QStringLiteral("o'neil+x@contoso.com")}};
        if (chance())
            configuration.accidentalDeletion = AccidentalDeletionAnswers{chance(), 1 + number(2000000000)};
        if (chance()) {
            ScopeAnswers scope;
            scope.kind = pick({ScopeKind::All, ScopeKind::OrganizationalUnits, ScopeKind::Groups});
            if (scope.kind != ScopeKind::All) {
                for (int i = 0, count = 1 + number(50); i < count; ++i)
                    scope.distinguishedNames.append(QStringLiteral("OU=Nr %1\\, \\\"x\\\",OU=Ärzte,DC=child%2,DC=contoso,DC=test").arg(i).arg(index));
            }
            configuration.scope = scope;
        }
        for (int i = 0, count = number(4); i < count; ++i) {
            AttributeMappingAnswers mapping;
            mapping.object = pick<QString>({QStringLiteral("user"), QStringLiteral("inetOrgPerson"), QStringLiteral("group"), QStringLiteral("contact")});
            mapping.target = QStringLiteral("target%1").arg(i);
            mapping.kind = pick({MappingKind::Direct, MappingKind::Constant, MappingKind::Expression});
            mapping.source = pick<QString>({QStringLiteral("mail"), QStringLiteral("IIF(IsNullOrEmpty([mail]), \"a\\\"b\", [mail])"), QStringLiteral("\u2028\U0001F600")});
            mapping.remove = chance();
            mapping.flow = pick({MappingFlow::Always, MappingFlow::OnlyAtCreation});
            if (chance())
                mapping.defaultValue = pick<QString>({QStringLiteral(""), QStringLiteral("none")});
            configuration.attributeMappings.append(mapping);
        }
        return configuration;
    }

    QRandomGenerator m_random;
};

} // namespace

Answers generatedAnswers(quint32 seed)
{
    return Generator(seed).answers();
}

QJsonObject changed(const QJsonObject &document, const QString &pointer, const QJsonValue &value)
{
    return changedValue(document, pointer.split(u'/').mid(1), value).toObject();
}

} // namespace cloudsync::test
