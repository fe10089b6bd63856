// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Credential.h"
#include "backend/ports/SecretSource.h"
#include "backend/ports/SignIn.h"

#include <QStringList>
#include <QVector>

#include <optional>

namespace cloudsync {

/// What the administrator wants, as values. One to one with the answer file (resources/answer-file.schema.json). A section that
/// is absent (nullopt, empty) is left alone. Holds no secret, only references.

/// How to sign in to the proxy, where it asks.
struct ProxyCredentialAnswers
{
    QString user; ///< empty: none
    SecretReference password;
    friend bool operator==(const ProxyCredentialAnswers &, const ProxyCredentialAnswers &) = default;
};

enum class Extension { CloudSync, OnPremisesApplications };

struct ServerAnswers
{
    Extension extension = Extension::CloudSync;
    QString agentPackage; ///< path; empty when the agent is there already
    QString publisher = QStringLiteral("Microsoft Corporation");
    QStringList repair;   ///< ids of repairs agreed to: "tls12", "strongCrypto", "credentialManager"
    QString proxy;        ///< "" as the system is set, "none", or http://host:port
    ProxyCredentialAnswers proxyCredential;
    friend bool operator==(const ServerAnswers &, const ServerAnswers &) = default;
};

struct SignInAnswers
{
    QString tenant;
    QString clientId;
    SignInMethod method = SignInMethod::Browser;
    QString account;
    QString certificateFile; ///< method certificate
    friend bool operator==(const SignInAnswers &, const SignInAnswers &) = default;
};

enum class ServiceAccountMode { Create, Existing };

/// The vendor's -PermissionType values (gmsa-permissions.md section 3).
enum class PermissionSet {
    BasicRead,
    PasswordHashSync,
    PasswordWriteBack,
    HybridExchangePermissions,
    ExchangeMailPublicFolderPermissions,
    UserGroupCreateDelete,
    All
};

struct ServiceAccountAnswers
{
    ServiceAccountMode mode = ServiceAccountMode::Create;
    QString name;         ///< without the trailing $; 1 to 15 characters
    QString domain;       ///< DNS name of the domain that holds the account
    QStringList hosts;    ///< computer accounts or groups (sAMAccountName, with or without $) that may use it
    QVector<PermissionSet> permissions;
    bool restrict = false;
    QStringList permissionTargets; ///< DNs of organizational units and containers; a domain with none: its root
    bool removeSurplus = false;    ///< take away rights of the account that no chosen set needs
    QStringList repair;            ///< repairs agreed to: "kdsRootKey", "serviceAccountContainer", "encryptionTypes"
    friend bool operator==(const ServiceAccountAnswers &, const ServiceAccountAnswers &) = default;
};

struct CredentialAnswers
{
    QString user;
    SecretReference password;
    BindMechanism mechanism = BindMechanism::Negotiate;
    friend bool operator==(const CredentialAnswers &, const CredentialAnswers &) = default;
};

struct DirectoryAnswers
{
    QString domain;
    QStringList controllers;          ///< URIs; empty: DNS SRV
    QString caFile;                   ///< absolute path or empty
    QStringList preferredControllers; ///< host names handed to the agent, in order
    CredentialAnswers credential;
    friend bool operator==(const DirectoryAnswers &, const DirectoryAnswers &) = default;
};

struct NotificationAnswers
{
    bool enabled = false;
    QStringList recipients;
    friend bool operator==(const NotificationAnswers &, const NotificationAnswers &) = default;
};

struct AccidentalDeletionAnswers
{
    bool enabled = true;
    int threshold = 500; ///< 1 and up
    friend bool operator==(const AccidentalDeletionAnswers &, const AccidentalDeletionAnswers &) = default;
};

enum class ScopeKind { All, OrganizationalUnits, Groups };

struct ScopeAnswers
{
    ScopeKind kind = ScopeKind::All;
    QStringList distinguishedNames;
    friend bool operator==(const ScopeAnswers &, const ScopeAnswers &) = default;
};

enum class MappingKind { Direct, Constant, Expression };
enum class MappingFlow { Always, OnlyAtCreation };

struct AttributeMappingAnswers
{
    QString object = QStringLiteral("user"); ///< source object type: user, inetOrgPerson, group, contact
    QString target;       ///< target attribute
    MappingKind kind = MappingKind::Direct;
    QString source;       ///< attribute name, constant text or expression
    std::optional<QString> defaultValue;
    MappingFlow flow = MappingFlow::Always;
    bool remove = false;  ///< take the mapping of this target out
    friend bool operator==(const AttributeMappingAnswers &, const AttributeMappingAnswers &) = default;
};

struct ConfigurationAnswers
{
    QString domain;
    std::optional<bool> passwordHashSync;
    std::optional<bool> exchangeHybridWriteback;
    std::optional<bool> deviceSync;
    std::optional<NotificationAnswers> notifications;
    std::optional<AccidentalDeletionAnswers> accidentalDeletion;
    std::optional<ScopeAnswers> scope;
    QVector<AttributeMappingAnswers> attributeMappings;
    std::optional<bool> enable; ///< true: jobs run; false: jobs are paused
    friend bool operator==(const ConfigurationAnswers &, const ConfigurationAnswers &) = default;
};

struct PasswordWritebackAnswers
{
    bool enabled = false;
    bool accountUnlock = false;
    friend bool operator==(const PasswordWritebackAnswers &, const PasswordWritebackAnswers &) = default;
};

/// A value of the directory that the administrator agreed to change, as a scan proposed it.
struct DataRepairAnswers
{
    QString domain;
    QString dn;
    QString attribute;
    QString oldValue; ///< as it must stand there now; empty: the attribute is missing
    QString newValue; ///< empty: the value goes
    friend bool operator==(const DataRepairAnswers &, const DataRepairAnswers &) = default;
};

/// A user made to try the synchronisation with.
struct TestUserAnswers
{
    QString domain;
    QString name;              ///< sAMAccountName and common name, 1 to 20 characters
    QString container;         ///< distinguished name of the organizational unit or container
    QString userPrincipalName; ///< empty: name@domain
    SecretReference password;  ///< None: the account is made disabled and without one
    friend bool operator==(const TestUserAnswers &, const TestUserAnswers &) = default;
};

struct CustomCloud
{
    QString name;
    QString authority;
    QString graph;
    QString audience;
    QStringList agentHosts;
    QString caFile; ///< absolute path or empty
    friend bool operator==(const CustomCloud &, const CustomCloud &) = default;
};

struct Answers
{
    int version = 1;
    bool licenseAccepted = false;
    QString cloud = QStringLiteral("global"); ///< name in resources/clouds.json; ignored when customCloud is set
    std::optional<CustomCloud> customCloud;
    std::optional<ServerAnswers> server;
    std::optional<SignInAnswers> signIn;
    std::optional<ServiceAccountAnswers> serviceAccount;
    QVector<DirectoryAnswers> directories;
    QVector<ConfigurationAnswers> configurations;
    std::optional<PasswordWritebackAnswers> passwordWriteback;
    QVector<DataRepairAnswers> repairs;
    std::optional<TestUserAnswers> testUser;

    [[nodiscard]] const DirectoryAnswers *directory(const QString &domain) const; ///< without case; nullptr when absent
    [[nodiscard]] const ConfigurationAnswers *configuration(const QString &domain) const;
    friend bool operator==(const Answers &, const Answers &) = default;
};

/// Names in the answer file.
[[nodiscard]] QString permissionSetName(PermissionSet set);
[[nodiscard]] QString scopeKindName(ScopeKind kind);
[[nodiscard]] QString mappingKindName(MappingKind kind);
[[nodiscard]] QString signInMethodName(SignInMethod method);

} // namespace cloudsync
