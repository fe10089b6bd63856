// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace cloudsync {

/// Translation context of what the tenant's documents and shared parts say to people.
struct TenantText
{
    Q_DECLARE_TR_FUNCTIONS(TenantSetup)
public:
};

} // namespace cloudsync
