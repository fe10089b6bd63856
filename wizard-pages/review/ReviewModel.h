// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// The plan before it is carried out, or, on the way to an undo, what a recorded run made. Nothing has been changed up
/// to here.
class ReviewModel : public PageModel
{
    Q_OBJECT

public:
    enum class State { Missing, Satisfied, Conflict, ToUndo };
    /// A step as it is listed.
    struct Step
    {
        QString section; ///< heading, for people
        QString title;
        State state = State::Missing;
        QStringList changes; ///< sentences: what, old, new
        ErrorText conflict;  ///< State::Conflict
        bool reversible = true;
        QString irreversibleBecause;
        QString neededRight;
    };

    explicit ReviewModel(SetupState &state, QObject *parent = nullptr);

    /// Works the plan out anew: going back and changing an answer changes the plan.
    void enter() override;
    [[nodiscard]] bool isComplete() const override;

    [[nodiscard]] const QVector<Step> &steps() const { return m_steps; }
    [[nodiscard]] int count(State state) const;
    /// Number of single changes in the steps that are missing.
    [[nodiscard]] int changeCount() const;
    [[nodiscard]] bool isUndo() const { return state().path() == SetupPath::UndoRun; }
    /// Text of the button that carries the plan out.
    [[nodiscard]] QString applyText() const;
    /// One sentence about the whole plan.
    [[nodiscard]] QString summary() const;

    /// Saves the answers as a file for the command line. Holds no secret. Sets a problem and returns false when it
    /// cannot be written.
    bool saveAnswers(const QString &path);

private:
    void listRecordedRun();
    QVector<Step> m_steps;
    bool m_known = false;
    Request m_planning{this};
};

} // namespace cloudsync
