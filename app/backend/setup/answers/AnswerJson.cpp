// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswerJson.h"

#include "backend/setup/answers/AnswerFile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace cloudsync {

namespace {

/// A path of another system stays as it is: "C:\temp\setup.exe" is absolute although this machine does not think so.
bool isAbsolutePath(const QString &path)
{
    const bool drive = path.size() > 2 && path.at(0).isLetter() && path.at(1) == u':'
                       && (path.at(2) == u'\\' || path.at(2) == u'/');
    return drive || path.startsWith(QStringLiteral("\\\\")) || QDir::isAbsolutePath(path);
}

class Reader
{
public:
    explicit Reader(const QString &baseFolder) : m_base(baseFolder) {}

    [[nodiscard]] Answers answers(const QJsonObject &document) const
    {
        Answers answers;
        answers.version = document.value(QStringLiteral("version")).toInt(1);
        answers.licenseAccepted = section(document, "license").value(QStringLiteral("accepted")).toBool();
        const QJsonValue cloud = document.value(QStringLiteral("cloud"));
        if (cloud.isObject())
            answers.customCloud = customCloud(cloud.toObject());
        else
            answers.cloud = cloud.toString(answers.cloud);
        if (document.contains(QStringLiteral("server")))
            answers.server = server(section(document, "server"));
        if (document.contains(QStringLiteral("signIn")))
            answers.signIn = signIn(section(document, "signIn"));
        if (document.contains(QStringLiteral("serviceAccount")))
            answers.serviceAccount = serviceAccount(section(document, "serviceAccount"));
        for (const QJsonValue one : document.value(QStringLiteral("directories")).toArray())
            answers.directories.append(directory(one.toObject()));
        for (const QJsonValue one : document.value(QStringLiteral("configurations")).toArray())
            answers.configurations.append(configuration(one.toObject()));
        if (document.contains(QStringLiteral("passwordWriteback"))) {
            const QJsonObject object = section(document, "passwordWriteback");
            answers.passwordWriteback = PasswordWritebackAnswers{object.value(QStringLiteral("enabled")).toBool(),
                                                                 object.value(QStringLiteral("accountUnlock")).toBool()};
        }
        for (const QJsonValue one : document.value(QStringLiteral("repairs")).toArray())
            answers.repairs.append(repair(one.toObject()));
        if (document.contains(QStringLiteral("testUser")))
            answers.testUser = testUser(section(document, "testUser"));
        return answers;
    }

private:
    [[nodiscard]] static DataRepairAnswers repair(const QJsonObject &object)
    {
        return {text(object, "domain"), text(object, "dn"), text(object, "attribute"), text(object, "old"), text(object, "new")};
    }
    static QJsonObject section(const QJsonObject &object, const char *key)
    {
        return object.value(QLatin1String(key)).toObject();
    }
    static QString text(const QJsonObject &object, const char *key, const QString &otherwise = {})
    {
        return object.value(QLatin1String(key)).toString(otherwise);
    }
    static QStringList texts(const QJsonObject &object, const char *key)
    {
        QStringList list;
        for (const QJsonValue one : object.value(QLatin1String(key)).toArray())
            list.append(one.toString());
        return list;
    }
    static std::optional<bool> flag(const QJsonObject &object, const char *key)
    {
        const QJsonValue value = object.value(QLatin1String(key));
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    }

    [[nodiscard]] QString path(const QString &written) const
    {
        if (written.isEmpty() || isAbsolutePath(written))
            return written;
        const QString beside = QDir::cleanPath(QDir(m_base).absoluteFilePath(written));
        const QString here = QDir::cleanPath(QDir::current().absoluteFilePath(written));
        return !QFileInfo::exists(beside) && QFileInfo::exists(here) ? here : beside;
    }

    [[nodiscard]] CustomCloud customCloud(const QJsonObject &object) const
    {
        return {text(object, "name"),     text(object, "authority"),   text(object, "graph"),
                text(object, "audience"), texts(object, "agentHosts"), path(text(object, "caFile"))};
    }

    [[nodiscard]] ServerAnswers server(const QJsonObject &object) const
    {
        ServerAnswers server;
        if (text(object, "extension") == QStringLiteral("onPremisesApplications"))
            server.extension = Extension::OnPremisesApplications;
        server.agentPackage = path(text(object, "agentPackage"));
        server.publisher = text(object, "publisher", server.publisher);
        server.repair = texts(object, "repair");
        server.proxy = text(object, "proxy");
        const QJsonObject credential = section(object, "proxyCredential");
        server.proxyCredential = {text(credential, "user"), secret(credential.value(QStringLiteral("password")))};
        return server;
    }

    [[nodiscard]] SignInAnswers signIn(const QJsonObject &object) const
    {
        SignInAnswers signIn{text(object, "tenant"), text(object, "clientId"), SignInMethod::Browser, text(object, "account"), {}};
        for (const SignInMethod method : {SignInMethod::DeviceCode, SignInMethod::Certificate}) {
            if (text(object, "method") == signInMethodName(method))
                signIn.method = method;
        }
        signIn.certificateFile = path(text(section(object, "certificate"), "file"));
        return signIn;
    }

    [[nodiscard]] static ServiceAccountAnswers serviceAccount(const QJsonObject &object)
    {
        ServiceAccountAnswers account;
        if (text(object, "mode") == QStringLiteral("existing"))
            account.mode = ServiceAccountMode::Existing;
        account.name = text(object, "name");
        account.domain = text(object, "domain");
        account.hosts = texts(object, "hosts");
        for (const QString &name : texts(object, "permissions")) {
            for (const PermissionSet set :
                 {PermissionSet::BasicRead, PermissionSet::PasswordHashSync, PermissionSet::PasswordWriteBack,
                  PermissionSet::HybridExchangePermissions, PermissionSet::ExchangeMailPublicFolderPermissions,
                  PermissionSet::UserGroupCreateDelete, PermissionSet::All}) {
                if (name == permissionSetName(set))
                    account.permissions.append(set);
            }
        }
        account.restrict = object.value(QStringLiteral("restrict")).toBool();
        account.permissionTargets = texts(object, "permissionTargets");
        account.removeSurplus = object.value(QStringLiteral("removeSurplus")).toBool();
        account.repair = texts(object, "repair");
        return account;
    }

    [[nodiscard]] TestUserAnswers testUser(const QJsonObject &object) const
    {
        return {text(object, "domain"), text(object, "name"), text(object, "container"), text(object, "userPrincipalName"),
                secret(object.value(QStringLiteral("password")))};
    }

    [[nodiscard]] SecretReference secret(const QJsonValue &value) const
    {
        if (value.isString())
            return {SecretReference::Kind::Prompt, {}};
        const QJsonObject object = value.toObject();
        if (object.contains(QStringLiteral("env")))
            return {SecretReference::Kind::Environment, text(object, "env")};
        if (object.contains(QStringLiteral("file")))
            return {SecretReference::Kind::File, path(text(object, "file"))};
        if (object.contains(QStringLiteral("cms")))
            return {SecretReference::Kind::Cms, path(text(object, "cms"))};
        return {};
    }

    [[nodiscard]] DirectoryAnswers directory(const QJsonObject &object) const
    {
        DirectoryAnswers directory;
        directory.domain = text(object, "domain");
        directory.controllers = texts(object, "controllers");
        directory.caFile = path(text(object, "caFile"));
        directory.preferredControllers = texts(object, "preferredControllers");
        const QJsonObject credential = section(object, "credential");
        directory.credential.user = text(credential, "user");
        directory.credential.password = secret(credential.value(QStringLiteral("password")));
        if (text(credential, "mechanism") == QStringLiteral("simple"))
            directory.credential.mechanism = BindMechanism::Simple;
        return directory;
    }

    [[nodiscard]] static AttributeMappingAnswers mapping(const QJsonObject &object)
    {
        AttributeMappingAnswers mapping;
        mapping.object = text(object, "object", mapping.object);
        mapping.target = text(object, "target");
        for (const MappingKind kind : {MappingKind::Constant, MappingKind::Expression}) {
            if (text(object, "kind") == mappingKindName(kind))
                mapping.kind = kind;
        }
        mapping.source = text(object, "source");
        if (const QJsonValue value = object.value(QStringLiteral("defaultValue")); value.isString())
            mapping.defaultValue = value.toString();
        if (text(object, "flow") == QStringLiteral("onlyAtCreation"))
            mapping.flow = MappingFlow::OnlyAtCreation;
        mapping.remove = object.value(QStringLiteral("remove")).toBool();
        return mapping;
    }

    [[nodiscard]] static ConfigurationAnswers configuration(const QJsonObject &object)
    {
        ConfigurationAnswers configuration;
        configuration.domain = text(object, "domain");
        configuration.passwordHashSync = flag(object, "passwordHashSync");
        configuration.exchangeHybridWriteback = flag(object, "exchangeHybridWriteback");
        configuration.deviceSync = flag(object, "deviceSync");
        configuration.enable = flag(object, "enable");
        if (object.contains(QStringLiteral("notifications"))) {
            const QJsonObject notifications = section(object, "notifications");
            configuration.notifications = NotificationAnswers{notifications.value(QStringLiteral("enabled")).toBool(),
                                                              texts(notifications, "recipients")};
        }
        if (object.contains(QStringLiteral("accidentalDeletion"))) {
            const QJsonObject deletion = section(object, "accidentalDeletion");
            AccidentalDeletionAnswers answers;
            answers.enabled = deletion.value(QStringLiteral("enabled")).toBool();
            answers.threshold = deletion.value(QStringLiteral("threshold")).toInt(answers.threshold);
            configuration.accidentalDeletion = answers;
        }
        if (object.contains(QStringLiteral("scope"))) {
            const QJsonObject scope = section(object, "scope");
            ScopeAnswers answers;
            for (const ScopeKind kind : {ScopeKind::OrganizationalUnits, ScopeKind::Groups}) {
                if (text(scope, "kind") == scopeKindName(kind))
                    answers.kind = kind;
            }
            answers.distinguishedNames = texts(scope, "distinguishedNames");
            configuration.scope = answers;
        }
        for (const QJsonValue one : object.value(QStringLiteral("attributeMappings")).toArray())
            configuration.attributeMappings.append(mapping(one.toObject()));
        return configuration;
    }

    QString m_base;
};

} // namespace

Answers answersFromDocument(const QJsonObject &document, const QString &baseFolder)
{
    return Reader(baseFolder).answers(document);
}

} // namespace cloudsync
