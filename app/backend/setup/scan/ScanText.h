// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace cloudsync {

/// Translation context of the readiness scan.
struct ScanText
{
    Q_DECLARE_TR_FUNCTIONS(ScanText)
};

} // namespace cloudsync
