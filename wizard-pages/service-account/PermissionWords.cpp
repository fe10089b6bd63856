// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/service-account/PermissionWords.h"

#include "wizard-pages/service-account/ServiceAccountModel.h"

#include <QCoreApplication>

namespace cloudsync {

// What each set allows: gmsa-permissions.md section 3.
PermissionWords permissionWords(int set)
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("cloudsync::PermissionWords", source);
    };
    switch (PermissionSet(set)) {
    case PermissionSet::BasicRead:
        return {set, text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords", "Read users, groups, contacts and devices")),
                text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords", "Needed for every synchronisation."))};
    case PermissionSet::PasswordHashSync:
        return {set, text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords", "Synchronise password hashes")),
                text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords",
                                       "Lets the account replicate secrets of the domain, as a domain controller does. "
                                       "Guard this server like one."))};
    case PermissionSet::PasswordWriteBack:
        return {set, text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords", "Write passwords back")),
                text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords",
                                       "Lets the account reset passwords and unlock users below the domain root."))};
    case PermissionSet::HybridExchangePermissions:
        return {set, text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords", "Write Exchange attributes back")),
                text(QT_TRANSLATE_NOOP(
                    "cloudsync::PermissionWords",
                    "Read and write all properties of users, groups and contacts. Only for a hybrid Exchange."))};
    case PermissionSet::ExchangeMailPublicFolderPermissions:
        return {set, text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords", "Read mail-enabled public folders")),
                text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords",
                                       "Has an effect only where the Exchange schema is present."))};
    case PermissionSet::UserGroupCreateDelete:
        return {
            set, text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords", "Create and delete users and groups")),
            text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords",
                                   "For provisioning from Microsoft Entra ID or an HR system into Active Directory."))};
    case PermissionSet::All:
        return {set, text(QT_TRANSLATE_NOOP("cloudsync::PermissionWords", "Everything above")), {}};
    }
    return {};
}

} // namespace cloudsync
