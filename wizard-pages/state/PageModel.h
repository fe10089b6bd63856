// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/errors/ErrorCatalogue.h"
#include "wizard-pages/state/SetupState.h"

#include <QObject>

namespace cloudsync {

/// What a page stands on. No widget: a model is tested without a GUI. The answers live in the state, so that nothing
/// typed is lost on the way back; a model adds what only its page needs.
class PageModel : public QObject
{
    Q_OBJECT

public:
    explicit PageModel(SetupState &state, QObject *parent = nullptr);

    /// True when the page may be left as far as can be told without asking another system.
    [[nodiscard]] virtual bool isComplete() const = 0;
    /// The page is about to be shown; may be called again. Starts reading what the page shows.
    virtual void enter() {}
    /// True when the page may be left now. Otherwise starts the check that decides; ready() or a problem follows.
    [[nodiscard]] virtual bool confirm() { return isComplete(); }

    /// What went wrong last, for the page's error panel. Empty title: nothing.
    [[nodiscard]] const ErrorText &problem() const { return m_problem; }
    /// What is being waited for, a short sentence; empty: nothing.
    [[nodiscard]] const QString &busyText() const { return m_busy; }

Q_SIGNALS:
    void changed(); ///< anything that is shown
    void ready();   ///< the check of confirm() ended well

protected:
    [[nodiscard]] SetupState &state() const { return m_state; }
    [[nodiscard]] const Answers &answers() const { return m_state.answers(); }
    void edit(const std::function<void(Answers &)> &change) { m_state.edit(change); }
    void setProblem(const Error &error);
    void setProblem(ErrorText text);
    void clearProblem();
    void setBusy(const QString &text);

private:
    SetupState &m_state;
    ErrorText m_problem;
    QString m_busy;
};

} // namespace cloudsync
