// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tenant/LabTenant.h"

namespace cloudsync::bench {

struct HowToRun
{
    int calls = 0;
    qint64 milliseconds = 0; ///< of the calls alone
    qint64 waits = 0;        ///< milliseconds of the two waits, whether slept or only counted
    QString problem;         ///< empty when it went through
};

/// Sets a domain up as the vendor's instructions for Microsoft Graph do it by hand: one call after the other, with a
/// wait of thirty seconds after the application was made and another before the jobs are started. `really` false: the
/// waits are counted and not slept, and what is not there yet is asked for again.
[[nodiscard]] HowToRun followTheHowTo(const test::LabTenant &lab, const QString &domain, bool really);

} // namespace cloudsync::bench
