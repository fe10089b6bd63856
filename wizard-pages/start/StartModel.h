// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// What this machine holds of an earlier set-up, and what the person wants to do about it.
class StartModel : public PageModel
{
    Q_OBJECT

public:
    struct Facts
    {
        bool isServerSystem = true; ///< false where the machine cannot carry the agent
        QString system;             ///< operating system, for people
        std::optional<AgentFacts> agent;
        QString serviceState; ///< for people; empty when there is no such service
        bool serviceRunning = false;
        std::optional<JournalRecord> unfinished; ///< newest run without an end
        std::optional<JournalRecord> lastRun;    ///< newest run that can be taken back
    };

    explicit StartModel(SetupState &state, QObject *parent = nullptr);

    /// Reads the machine; again when called again.
    void enter() override;
    [[nodiscard]] bool isComplete() const override { return m_facts && m_chosen; }

    /// True while it is not known yet, or when there is something to decide: then the page is shown.
    [[nodiscard]] bool hasSomething() const;
    [[nodiscard]] const std::optional<Facts> &facts() const { return m_facts; }
    /// The paths that make sense with what was found.
    [[nodiscard]] QVector<SetupPath> paths() const;
    [[nodiscard]] bool isChosen(SetupPath path) const { return m_chosen == path; }
    void choose(SetupPath path);
    /// Leaves the unfinished run as it is and never offers it again.
    void forgetUnfinished();

private:
    [[nodiscard]] SetupPath proposal() const;
    std::optional<Facts> m_facts;
    std::optional<SetupPath> m_chosen;
    Answers m_before; ///< answers before a recorded run's were taken over
    Request m_reading{this};
    Request m_forgetting{this};
};

} // namespace cloudsync
