// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/PageFlow.h"
#include "wizard/WizardPrompt.h"

#include <QSet>
#include <QWizard>

#include <memory>

namespace cloudsync {

class ProgressPage;
class SetupPage;
class StepList;
class TypedSecrets;

/// The wizard: pages in the order of the chosen path, the list of steps at the left side. It owns models and pages;
/// backend, prompt and secrets outlive it.
class SetupWizard : public QWizard
{
    Q_OBJECT

public:
    /// `initial` fills the pages in advance; default answers leave every field to the person.
    SetupWizard(Backend &backend, WizardPrompt &prompt, std::shared_ptr<TypedSecrets> secrets, Answers initial,
                QWidget *parent = nullptr);
    ~SetupWizard() override;

    [[nodiscard]] int nextId() const override;
    /// Before the run: closes, after a question when something was typed. During the run: asks whether to stop and
    /// undo.
    void reject() override;

    [[nodiscard]] SetupState &state() const;
    [[nodiscard]] SetupPage *setupPage(PageId id) const;
    /// What the process should end with (errors/ExitCode.h).
    [[nodiscard]] int exitCode() const;

private:
    struct Models;
    [[nodiscard]] FlowFacts flowFacts() const;
    void addPages();
    void connectPrompt(WizardPrompt &prompt);
    void setSize();
    void updateSteps();
    void pageChanged(int id);
    std::unique_ptr<Models> m_models;
    Answers m_initial;
    StepList *m_steps;
    ProgressPage *m_progress = nullptr;
    QSet<int> m_visited;
    int m_last = -1; ///< page shown before
    bool m_closing = false;
};

/// Makes the wizard. `secrets` is the map whose resolve() the secret source was given.
[[nodiscard]] std::unique_ptr<SetupWizard> makeSetupWizard(Backend &backend, WizardPrompt &prompt,
                                                           std::shared_ptr<TypedSecrets> secrets, Answers initial);

} // namespace cloudsync
