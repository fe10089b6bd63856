// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"

namespace cloudsync {

/// What the agent is for: Cloud Sync (with HR-driven provisioning) or provisioning to on-premises applications.
class ExtensionModel : public PageModel
{
    Q_OBJECT

public:
    explicit ExtensionModel(SetupState &state, QObject *parent = nullptr) : PageModel(state, parent) {}
    [[nodiscard]] bool isComplete() const override { return true; }
    [[nodiscard]] Extension extension() const;
    void setExtension(Extension extension);
};

} // namespace cloudsync
