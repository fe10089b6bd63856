// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// The agent's package: where it lies, who signed it, and whether an agent is there already. The path is looked at as
/// soon as it is complete; the answer for an older path is dropped.
class InstallModel : public PageModel
{
    Q_OBJECT

public:
    explicit InstallModel(SetupState &state, QObject *parent = nullptr);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    /// Looks once more whether another installation is running; that may have begun meanwhile.
    [[nodiscard]] bool confirm() override;

    [[nodiscard]] QString packagePath() const;
    void setPackagePath(const QString &path);
    [[nodiscard]] const std::optional<AgentFacts> &agent() const { return m_agent; }
    [[nodiscard]] const std::optional<PackageFacts> &package() const { return m_package; }
    /// Whether the package's signature is whole and its signer is the one the answers name.
    [[nodiscard]] bool packageTrusted() const;
    [[nodiscard]] QString publisher() const;

private:
    void inspect();
    Request m_readingAgent{this};
    Request m_inspecting{this};
    Request m_confirming{this};
    std::optional<AgentFacts> m_agent;
    std::optional<PackageFacts> m_package;
    QString m_inspectedPath;
    bool m_confirmed = false;
};

} // namespace cloudsync
