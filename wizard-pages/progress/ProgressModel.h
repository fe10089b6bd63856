// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// Carries the plan out (or takes a run back) and tells what goes on. Stopping waits for the step that runs, then
/// undoes.
class ProgressModel : public PageModel
{
    Q_OBJECT

public:
    struct Step
    {
        QString id;
        QString title;
        bool running = false;
        std::optional<StepOutcome> outcome; ///< unset until the step has ended
        qint64 milliseconds = 0;
        QString message; ///< what the step said last
        int percent = -1;
    };

    explicit ProgressModel(SetupState &state, QObject *parent = nullptr);

    /// Starts the run once. After a run that did not end well it may be started again; one that did is not repeated.
    void enter() override;
    [[nodiscard]] bool isComplete() const override { return m_ended; }

    [[nodiscard]] bool isRunning() const { return m_running.isRunning(); }
    [[nodiscard]] bool stopRequested() const { return m_stopRequested; }
    /// Asks the run to stop: no further step begins, what runs comes to its end, then this run's changes are taken
    /// back.
    void stop();

    [[nodiscard]] const QVector<Step> &steps() const { return m_steps; }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] QString current() const;
    [[nodiscard]] QString logPath() const { return state().ports().log.path(); }
    /// How it ended in a sentence; empty while it runs.
    [[nodiscard]] QString outcomeText() const;
    [[nodiscard]] bool succeeded() const;
    /// The run ended without success: the person may go back, mend something and try once more.
    [[nodiscard]] bool mayTryAgain() const { return m_ended && !succeeded(); }

public Q_SLOTS:
    /// A sign-in that an undo needs is shown here, because no sign-in page was passed.
    void showBrowserUrl(const QUrl &url);
    void showDeviceCode(const cloudsync::DeviceCode &code);

Q_SIGNALS:
    void eventHappened(const cloudsync::ProgressEvent &event); ///< from the run's thread to this one

private:
    void take(const ProgressEvent &event);
    void finish(const Result<RunReport> &report);
    Step &step(const ProgressEvent &event);
    QVector<Step> m_steps;
    int m_done = 0;
    int m_total = 0;
    bool m_ended = false;
    bool m_stopRequested = false;
    QString m_signIn;
    Request m_running{this};
};

/// "applied" and so on, for people.
[[nodiscard]] QString outcomeText(StepOutcome outcome);

} // namespace cloudsync
