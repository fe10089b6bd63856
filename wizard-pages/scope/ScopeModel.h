// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "wizard-pages/scope/ScopeTreeModel.h"
#include "wizard-pages/state/DomainPageModel.h"
#include "wizard-pages/state/Request.h"

#include <map>

namespace cloudsync {

/// What of a domain is synchronised: all, organizational units, or groups for a pilot. Counts what the choice holds;
/// each DN must exist before the page is left.
class ScopeModel : public DomainPageModel
{
    Q_OBJECT

public:
    explicit ScopeModel(SetupState &state, QObject *parent = nullptr);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] bool confirm() override;

    [[nodiscard]] ScopeAnswers scope() const { return configuration().scope.value_or(ScopeAnswers{}); }
    /// Keeps the entries chosen for the other kind, so that changing one's mind loses nothing.
    void setKind(ScopeKind kind);
    /// Adds a DN: chosen, typed or pasted. Entries that it contains go. Sets a problem when it is not a DN of this
    /// domain.
    bool add(const QString &dn);
    void remove(const QString &dn);

    [[nodiscard]] ScopeTreeModel *tree() { return &m_tree; }
    void searchGroups(const QString &text);
    [[nodiscard]] const QVector<DirectoryNode> &foundGroups() const { return m_groups; }

    /// Unknown while counting or when a DN is not there.
    [[nodiscard]] const std::optional<ScopeCounts> &counts() const { return m_counts; }

    /// What a person should know about the choice, sentences: limits that it touches, what does not come along, what
    /// Connect Sync may own already. Empty while counting.
    [[nodiscard]] QStringList notes() const;
    /// "for example Anna Berg, Bert Olsen"; empty where nothing is in scope.
    [[nodiscard]] QString samples() const;

    /// Organizational units or groups in one configuration.
    static constexpr int mostEntries = largestScope;
    /// Objects in one Active Directory domain (prerequisites.md section 15).
    static constexpr qint64 largestDirectory = 150000;
    /// Direct members of one group.
    static constexpr qint64 largestGroup = 50000;
    /// Characters of all the names of a scope.
    static constexpr qint64 largestText = 4LL * 1024 * 1024;

protected:
    void domainChosen() override;

private:
    void editScope(const std::function<void(ScopeAnswers &)> &change);
    void fetch(const QString &dn);
    void count();
    void counted(const Result<ScopeCounts> &counts);
    ScopeTreeModel m_tree;
    QString m_treeDomain;
    QMap<ScopeKind, QStringList> m_kept; ///< entries by kind
    QVector<DirectoryNode> m_groups;
    std::optional<ScopeCounts> m_counts;
    ScopeAnswers m_countedFor;
    bool m_goOn = false;
    quint64 m_generation = 0; ///< of the tree: portions of an earlier one are dropped
    std::map<QString, std::unique_ptr<Request>> m_fetching;
    Request m_searching{this};
    Request m_counting{this};
};

} // namespace cloudsync
