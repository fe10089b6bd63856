// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/SetupState.h"

#include <QVector>

namespace cloudsync {

/// The pages; the numbers are the ids in the QWizard.
enum class PageId {
    License,
    Start,
    Prerequisites,
    Install,
    Extension,
    SignIn,
    ServiceAccount,
    Directories,
    Configuration,
    Scope,
    Mappings,
    Review,
    Progress,
    Finish
};

/// What decides which pages are shown.
struct FlowFacts
{
    SetupPath path = SetupPath::FirstServer;
    Extension extension = Extension::CloudSync;
    bool includesServer = true;
    bool showStart = false; ///< this machine holds something, or that is not known yet
};

/// The pages in the order in which they come (pages.md).
[[nodiscard]] QVector<PageId> pagesFor(const FlowFacts &facts);

} // namespace cloudsync
