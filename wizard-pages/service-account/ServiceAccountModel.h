// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DirectorySetup.h"
#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

namespace cloudsync {

/// The group managed service account the agent runs as: made or taken over, who may use it, what it may do. The
/// administrator's credential for its domain is asked here first and becomes the first directory. It is tried once when
/// the page is left.
class ServiceAccountModel : public PageModel
{
    Q_OBJECT

public:
    explicit ServiceAccountModel(SetupState &state, QObject *parent = nullptr);

    /// Proposes what most people need where the answers are silent: name, this host, basic rights.
    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] bool confirm() override;

    [[nodiscard]] ServiceAccountAnswers account() const
    {
        return answers().serviceAccount.value_or(ServiceAccountAnswers{});
    }
    /// The directory that holds the account; an empty one while none is known.
    [[nodiscard]] DirectoryAnswers directory() const;
    [[nodiscard]] bool hasPassword() const { return state().hasDirectoryPassword(directory().domain); }

    void setMode(ServiceAccountMode mode);
    void setName(const QString &name);
    void setHosts(const QStringList &hosts);
    void setPermission(PermissionSet set, bool wanted);
    [[nodiscard]] bool hasPermission(PermissionSet set) const;
    void setRestrict(bool restrict);
    /// Domain, controllers, certificate file, user and mechanism; the password reference and the preferred controllers
    /// stay.
    void setDirectory(const DirectoryAnswers &directory);
    /// An empty one takes back what was typed; a reference that the answers came with counts again.
    void setPassword(const Secret &password);

    /// Empty when the name is good, else a sentence.
    [[nodiscard]] QString nameProblem() const;
    /// This machine, as it is proposed; empty where it is not known.
    [[nodiscard]] const QString &thisHost() const { return m_thisHost; }

    /// Asks the directory for the accounts there are.
    void listAccounts();
    [[nodiscard]] const QVector<ServiceAccountFacts> &accounts() const { return m_accounts; }
    /// Reads the exact entries that the permissions mean.
    void readPermissionLines();
    [[nodiscard]] const QVector<PermissionLine> &permissionLines() const { return m_lines; }
    /// What stands in the way of the account, from the last check.
    [[nodiscard]] const QVector<Finding> &findings() const { return m_findings; }

private:
    [[nodiscard]] int directoryIndex() const;
    void editAccount(const std::function<void(ServiceAccountAnswers &)> &change);
    void takeFindings(const CheckReport &report);
    QString m_thisHost;
    QString m_hostDomain;
    QVector<ServiceAccountFacts> m_accounts;
    QVector<PermissionLine> m_lines;
    QVector<Finding> m_findings;
    std::optional<Answers> m_checkedFor; ///< the answers with which the last check ended well
    Request m_readingHost{this};
    Request m_listing{this};
    Request m_readingLines{this};
    Request m_checking{this};
};

} // namespace cloudsync
