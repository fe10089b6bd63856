// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"

namespace cloudsync {

/// Acceptance of this program's licence and of the vendor's terms for the agent. Both together are the answer
/// licenseAccepted.
class LicenseModel : public PageModel
{
    Q_OBJECT

public:
    explicit LicenseModel(SetupState &state, QObject *parent = nullptr);

    [[nodiscard]] bool isComplete() const override { return m_program && m_agent; }
    [[nodiscard]] bool programAccepted() const { return m_program; }
    [[nodiscard]] bool agentTermsAccepted() const { return m_agent; }
    void acceptProgram(bool accepted);
    void acceptAgentTerms(bool accepted);

    /// The text of the licence of this program.
    [[nodiscard]] static QString licenseText();

private:
    void store();
    bool m_program;
    bool m_agent;
};

} // namespace cloudsync
