// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DirectorySetup.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <vector>

namespace cloudsync {

/// The containers of a directory, read level by level as they are opened. The check state follows the chosen DNs:
/// checked when the node or a node above is chosen, partially when something below is.
class ScopeTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// `fetch` asks for the containers below a DN (empty: the root itself); the answer comes through addChildren(), as
    /// often as there are portions, and then setComplete() or setFailed().
    using Fetch = std::function<void(const QString &dn)>;
    explicit ScopeTreeModel(Fetch fetch, QObject *parent = nullptr);
    ~ScopeTreeModel() override;

    enum Role { DnRole = Qt::UserRole };

    void reset();
    /// More of a level, in any order; each row goes where it belongs.
    void addChildren(const QString &dn, QVector<DirectoryNode> children);
    /// There is no more of that level.
    void setComplete(const QString &dn);
    /// The level could not be read to its end; it may be asked for again.
    void setFailed(const QString &dn);
    void setChosen(const QStringList &distinguishedNames);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// A person checked or unchecked a node.
    void toggled(const QString &dn, bool chosen);

private:
    struct Node;
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] Node *find(Node *from, const QString &dn) const;
    [[nodiscard]] QModelIndex indexOf(Node *node) const;
    [[nodiscard]] Qt::CheckState checkState(const Node &node) const;
    void emitChanged(Node *node);
    static void renumber(Node *node, int from);
    Fetch m_fetch;
    std::unique_ptr<Node> m_root;
    QStringList m_chosen; ///< normalised
};

} // namespace cloudsync
