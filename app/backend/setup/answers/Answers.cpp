// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/Answers.h"

namespace cloudsync {

const DirectoryAnswers *Answers::directory(const QString &domain) const
{
    for (const DirectoryAnswers &one : directories) {
        if (one.domain.compare(domain, Qt::CaseInsensitive) == 0)
            return &one;
    }
    return nullptr;
}

const ConfigurationAnswers *Answers::configuration(const QString &domain) const
{
    for (const ConfigurationAnswers &one : configurations) {
        if (one.domain.compare(domain, Qt::CaseInsensitive) == 0)
            return &one;
    }
    return nullptr;
}

QString permissionSetName(PermissionSet set)
{
    switch (set) {
    case PermissionSet::BasicRead:
        return QStringLiteral("BasicRead");
    case PermissionSet::PasswordHashSync:
        return QStringLiteral("PasswordHashSync");
    case PermissionSet::PasswordWriteBack:
        return QStringLiteral("PasswordWriteBack");
    case PermissionSet::HybridExchangePermissions:
        return QStringLiteral("HybridExchangePermissions");
    case PermissionSet::ExchangeMailPublicFolderPermissions:
        return QStringLiteral("ExchangeMailPublicFolderPermissions");
    case PermissionSet::UserGroupCreateDelete:
        return QStringLiteral("UserGroupCreateDelete");
    case PermissionSet::All:
        return QStringLiteral("All");
    }
    return {};
}

QString scopeKindName(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::All:
        return QStringLiteral("all");
    case ScopeKind::OrganizationalUnits:
        return QStringLiteral("organizationalUnits");
    case ScopeKind::Groups:
        return QStringLiteral("groups");
    }
    return {};
}

QString mappingKindName(MappingKind kind)
{
    switch (kind) {
    case MappingKind::Direct:
        return QStringLiteral("direct");
    case MappingKind::Constant:
        return QStringLiteral("constant");
    case MappingKind::Expression:
        return QStringLiteral("expression");
    }
    return {};
}

QString signInMethodName(SignInMethod method)
{
    switch (method) {
    case SignInMethod::Browser:
        return QStringLiteral("browser");
    case SignInMethod::DeviceCode:
        return QStringLiteral("deviceCode");
    case SignInMethod::Certificate:
        return QStringLiteral("certificate");
    }
    return {};
}

} // namespace cloudsync
