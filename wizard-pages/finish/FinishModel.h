// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/finish/TestUserModel.h"
#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// How it ended, as the three systems tell it now: not what was done but what is seen to work.
class FinishModel : public PageModel
{
    Q_OBJECT

public:
    enum class Weight { Good, Note, Warning, Problem };
    struct Fact
    {
        QString name;
        QString value;
        Weight weight = Weight::Note;
    };

    explicit FinishModel(SetupState &state, QObject *parent = nullptr);

    void enter() override;
    [[nodiscard]] bool isComplete() const override { return !m_reading.isRunning(); }

    void readAgain();
    [[nodiscard]] bool isReading() const { return m_reading.isRunning(); }
    [[nodiscard]] const std::optional<StatusReport> &status() const { return m_status; }
    /// True when the run ended well and everything that was read is as it should be.
    [[nodiscard]] bool isVerified() const;
    /// One sentence that says how it ended.
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QVector<Fact> facts() const;
    [[nodiscard]] QStringList leftBehind() const;
    [[nodiscard]] QStringList nextSteps() const;
    /// One user as a proof, once the rest is verified.
    [[nodiscard]] TestUserModel *testUser() { return &m_testUser; }
    [[nodiscard]] bool canTryUser() const { return isVerified() && m_testUser.isPossible(); }
    /// True when the run ended with a restart that is due, on the machine that is set up.
    [[nodiscard]] bool canRestart() const;
    /// Has the set-up opened again after the restart, then restarts this machine.
    void restart();
    [[nodiscard]] QString logPath() const { return state().ports().log.path(); }

    [[nodiscard]] bool canReport() const { return state().runReport() && !state().runReport()->runId.isEmpty(); }
    /// Writes the run's report; reportWritten() names the file.
    void writeReport();

Q_SIGNALS:
    void reportWritten(const QString &path);

private:
    void addJobFacts(QVector<Fact> &facts) const;
    TestUserModel m_testUser;
    std::optional<StatusReport> m_status;
    Request m_reading{this};
    Request m_writing{this};
    Request m_restarting{this};
};

} // namespace cloudsync
