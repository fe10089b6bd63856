// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace cloudsync {

/// Translation context of everything that this part says to people.
struct DirectoryText
{
    Q_DECLARE_TR_FUNCTIONS(DirectorySetup)
};

} // namespace cloudsync
