// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as the document that is saved: the way back from AnswerJson.cpp.
#include "backend/setup/answers/AnswerFile.h"

#include <QJsonArray>

namespace cloudsync {

namespace {

void put(QJsonObject &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(key), text);
}

void put(QJsonObject &object, const char *key, const QStringList &texts)
{
    if (!texts.isEmpty())
        object.insert(QLatin1String(key), QJsonArray::fromStringList(texts));
}

void put(QJsonObject &object, const char *key, const std::optional<bool> &flag)
{
    if (flag)
        object.insert(QLatin1String(key), *flag);
}

QJsonValue toJson(const SecretReference &secret)
{
    switch (secret.kind) {
    case SecretReference::Kind::None:
        break;
    case SecretReference::Kind::Environment:
        return QJsonObject{{QStringLiteral("env"), secret.value}};
    case SecretReference::Kind::File:
        return QJsonObject{{QStringLiteral("file"), secret.value}};
    case SecretReference::Kind::Cms:
        return QJsonObject{{QStringLiteral("cms"), secret.value}};
    case SecretReference::Kind::Prompt:
    case SecretReference::Kind::Entered:
        return QStringLiteral("prompt");
    }
    return QJsonValue::Undefined;
}

QJsonObject toJson(const TestUserAnswers &user)
{
    QJsonObject object{{QStringLiteral("domain"), user.domain},
                       {QStringLiteral("name"), user.name},
                       {QStringLiteral("container"), user.container}};
    put(object, "userPrincipalName", user.userPrincipalName);
    if (user.password.kind != SecretReference::Kind::None)
        object.insert(QStringLiteral("password"), toJson(user.password));
    return object;
}

QJsonObject toJson(const CustomCloud &cloud)
{
    QJsonObject object{{QStringLiteral("name"), cloud.name},
                       {QStringLiteral("authority"), cloud.authority},
                       {QStringLiteral("graph"), cloud.graph}};
    put(object, "audience", cloud.audience);
    put(object, "agentHosts", cloud.agentHosts);
    put(object, "caFile", cloud.caFile);
    return object;
}

QJsonObject toJson(const ServerAnswers &server)
{
    QJsonObject object{{QStringLiteral("extension"), server.extension == Extension::CloudSync
                                                         ? QStringLiteral("cloudSync")
                                                         : QStringLiteral("onPremisesApplications")}};
    put(object, "agentPackage", server.agentPackage);
    put(object, "publisher", server.publisher);
    put(object, "repair", server.repair);
    put(object, "proxy", server.proxy);
    if (!server.proxyCredential.user.isEmpty()) {
        QJsonObject credential{{QStringLiteral("user"), server.proxyCredential.user}};
        if (const QJsonValue password = toJson(server.proxyCredential.password); !password.isUndefined())
            credential.insert(QStringLiteral("password"), password);
        object.insert(QStringLiteral("proxyCredential"), credential);
    }
    return object;
}

QJsonObject toJson(const SignInAnswers &signIn)
{
    QJsonObject object{{QStringLiteral("tenant"), signIn.tenant},
                       {QStringLiteral("clientId"), signIn.clientId},
                       {QStringLiteral("method"), signInMethodName(signIn.method)}};
    put(object, "account", signIn.account);
    if (!signIn.certificateFile.isEmpty())
        object.insert(QStringLiteral("certificate"), QJsonObject{{QStringLiteral("file"), signIn.certificateFile}});
    return object;
}

QJsonObject toJson(const ServiceAccountAnswers &account)
{
    QJsonObject object{{QStringLiteral("mode"), account.mode == ServiceAccountMode::Create ? QStringLiteral("create")
                                                                                          : QStringLiteral("existing")},
                       {QStringLiteral("name"), account.name},
                       {QStringLiteral("domain"), account.domain},
                       {QStringLiteral("restrict"), account.restrict}};
    put(object, "hosts", account.hosts);
    QStringList permissions;
    for (const PermissionSet set : account.permissions)
        permissions.append(permissionSetName(set));
    put(object, "permissions", permissions);
    put(object, "permissionTargets", account.permissionTargets);
    if (account.removeSurplus)
        object.insert(QStringLiteral("removeSurplus"), true);
    put(object, "repair", account.repair);
    return object;
}

/// A password that was typed cannot be saved: the file says to ask for it.

QJsonObject toJson(const DirectoryAnswers &directory)
{
    QJsonObject object{{QStringLiteral("domain"), directory.domain}};
    put(object, "controllers", directory.controllers);
    put(object, "caFile", directory.caFile);
    put(object, "preferredControllers", directory.preferredControllers);
    if (directory.credential == CredentialAnswers())
        return object;
    QJsonObject credential{{QStringLiteral("user"), directory.credential.user},
                           {QStringLiteral("mechanism"), directory.credential.mechanism == BindMechanism::Negotiate
                                                             ? QStringLiteral("negotiate")
                                                             : QStringLiteral("simple")}};
    if (const QJsonValue password = toJson(directory.credential.password); !password.isUndefined())
        credential.insert(QStringLiteral("password"), password);
    object.insert(QStringLiteral("credential"), credential);
    return object;
}

QJsonObject toJson(const AttributeMappingAnswers &mapping)
{
    QJsonObject object{{QStringLiteral("object"), mapping.object},
                       {QStringLiteral("target"), mapping.target},
                       {QStringLiteral("kind"), mappingKindName(mapping.kind)},
                       {QStringLiteral("flow"), mapping.flow == MappingFlow::Always ? QStringLiteral("always")
                                                                                   : QStringLiteral("onlyAtCreation")}};
    put(object, "source", mapping.source);
    if (mapping.defaultValue)
        object.insert(QStringLiteral("defaultValue"), *mapping.defaultValue);
    if (mapping.remove)
        object.insert(QStringLiteral("remove"), true);
    return object;
}

QJsonObject toJson(const ConfigurationAnswers &configuration)
{
    QJsonObject object{{QStringLiteral("domain"), configuration.domain}};
    put(object, "passwordHashSync", configuration.passwordHashSync);
    put(object, "exchangeHybridWriteback", configuration.exchangeHybridWriteback);
    put(object, "deviceSync", configuration.deviceSync);
    put(object, "enable", configuration.enable);
    if (configuration.notifications) {
        QJsonObject notifications{{QStringLiteral("enabled"), configuration.notifications->enabled}};
        put(notifications, "recipients", configuration.notifications->recipients);
        object.insert(QStringLiteral("notifications"), notifications);
    }
    if (configuration.accidentalDeletion)
        object.insert(QStringLiteral("accidentalDeletion"),
                      QJsonObject{{QStringLiteral("enabled"), configuration.accidentalDeletion->enabled},
                                  {QStringLiteral("threshold"), configuration.accidentalDeletion->threshold}});
    if (configuration.scope) {
        QJsonObject scope{{QStringLiteral("kind"), scopeKindName(configuration.scope->kind)}};
        put(scope, "distinguishedNames", configuration.scope->distinguishedNames);
        object.insert(QStringLiteral("scope"), scope);
    }
    QJsonArray mappings;
    for (const AttributeMappingAnswers &mapping : configuration.attributeMappings)
        mappings.append(toJson(mapping));
    if (!mappings.isEmpty())
        object.insert(QStringLiteral("attributeMappings"), mappings);
    return object;
}

} // namespace

QJsonObject answersToJson(const Answers &answers)
{
    QJsonObject object{{QStringLiteral("version"), answers.version},
                       {QStringLiteral("license"), QJsonObject{{QStringLiteral("accepted"), answers.licenseAccepted}}}};
    object.insert(QStringLiteral("cloud"),
                  answers.customCloud ? QJsonValue(toJson(*answers.customCloud)) : QJsonValue(answers.cloud));
    if (answers.server)
        object.insert(QStringLiteral("server"), toJson(*answers.server));
    if (answers.signIn)
        object.insert(QStringLiteral("signIn"), toJson(*answers.signIn));
    if (answers.serviceAccount)
        object.insert(QStringLiteral("serviceAccount"), toJson(*answers.serviceAccount));
    QJsonArray directories;
    for (const DirectoryAnswers &directory : answers.directories)
        directories.append(toJson(directory));
    if (!directories.isEmpty())
        object.insert(QStringLiteral("directories"), directories);
    QJsonArray configurations;
    for (const ConfigurationAnswers &configuration : answers.configurations)
        configurations.append(toJson(configuration));
    if (!configurations.isEmpty())
        object.insert(QStringLiteral("configurations"), configurations);
    if (answers.passwordWriteback)
        object.insert(QStringLiteral("passwordWriteback"),
                      QJsonObject{{QStringLiteral("enabled"), answers.passwordWriteback->enabled},
                                  {QStringLiteral("accountUnlock"), answers.passwordWriteback->accountUnlock}});
    QJsonArray repairs;
    for (const DataRepairAnswers &repair : answers.repairs)
        repairs.append(QJsonObject{{QStringLiteral("domain"), repair.domain},
                                   {QStringLiteral("dn"), repair.dn},
                                   {QStringLiteral("attribute"), repair.attribute},
                                   {QStringLiteral("old"), repair.oldValue},
                                   {QStringLiteral("new"), repair.newValue}});
    if (!repairs.isEmpty())
        object.insert(QStringLiteral("repairs"), repairs);
    if (answers.testUser)
        object.insert(QStringLiteral("testUser"), toJson(*answers.testUser));
    return object;
}

} // namespace cloudsync
