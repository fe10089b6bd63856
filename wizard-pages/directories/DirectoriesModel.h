// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

#include <QHash>

namespace cloudsync {

/// The domains that are synchronised. Each is tried once with its credential before the page is left: reachability,
/// sign-in, readiness. A result counts only for the settings it was made with.
class DirectoriesModel : public PageModel
{
    Q_OBJECT

public:
    enum class State { Untested, Testing, Ready, Failed };
    /// What a test found in one domain.
    struct Tested
    {
        DirectoryAnswers answers; ///< what it was made with
        QVector<ControllerProbe> controllers;
        QString identity; ///< who is signed in
        QString forest;
        std::optional<Error> error;
    };

    explicit DirectoriesModel(SetupState &state, QObject *parent = nullptr);

    /// Tests what was not tested yet, so that the page shows what was found before it asks.
    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] bool confirm() override;

    [[nodiscard]] const QVector<DirectoryAnswers> &directories() const { return answers().directories; }
    [[nodiscard]] State stateOf(const QString &domain) const;
    [[nodiscard]] std::optional<Tested> testedOf(const QString &domain) const;
    [[nodiscard]] bool hasPassword(const QString &domain) const { return state().hasDirectoryPassword(domain); }
    /// Readiness of all domains, from the last test.
    [[nodiscard]] const QVector<Finding> &findings() const { return m_findings; }

    /// Adds a domain or replaces its settings; preferred controllers stay, and so does the password when an empty one
    /// is given. Sets a problem and returns false when something is missing.
    bool put(DirectoryAnswers directory, const Secret &password);
    void remove(const QString &domain);
    void setPreferredControllers(const QString &domain, const QStringList &hosts);
    /// Tests one domain, or all when empty.
    void test(const QString &domain = {});
    [[nodiscard]] bool isTesting() const { return m_testing.isRunning(); }

private:
    struct Outcome
    {
        QVector<Tested> tested;
        QVector<Finding> findings;
    };
    [[nodiscard]] bool allReady() const;
    [[nodiscard]] int blockingFindings() const;
    void take(const Outcome &outcome);
    Request m_testing{this};
    QStringList m_underTest;
    QHash<QString, Tested> m_tested; ///< by domain in lower case
    QVector<Finding> m_findings;
    bool m_goOn = false;
};

} // namespace cloudsync
