// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cloudsync {

/// A permission set as a check box of the service-account page: its place in PermissionSet, a few words, and what
/// follows from it.
struct PermissionWords
{
    int set;
    QString name; ///< with mnemonic
    QString explanation;
};

/// Words for the set with this number (the order of PermissionSet).
[[nodiscard]] PermissionWords permissionWords(int set);

} // namespace cloudsync
