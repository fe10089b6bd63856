// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/scope/ScopeTreeModel.h"

#include <algorithm>
#include <iterator>

namespace cloudsync {

struct ScopeTreeModel::Node
{
    DirectoryNode data;
    QString normalized;
    Node *above = nullptr;
    int row = 0;
    enum class Children { Unknown, Asked, Known } state = Children::Unknown;
    std::vector<std::unique_ptr<Node>> children;
};

ScopeTreeModel::ScopeTreeModel(Fetch fetch, QObject *parent)
    : QAbstractItemModel(parent), m_fetch(std::move(fetch)), m_root(std::make_unique<Node>())
{
}

ScopeTreeModel::~ScopeTreeModel() = default;

void ScopeTreeModel::reset()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    endResetModel();
}

ScopeTreeModel::Node *ScopeTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

ScopeTreeModel::Node *ScopeTreeModel::find(Node *from, const QString &dn) const
{
    if (from->normalized == dn)
        return from;
    for (const auto &child : from->children) {
        if (Node *found = find(child.get(), dn))
            return found;
    }
    return nullptr;
}

QModelIndex ScopeTreeModel::indexOf(Node *node) const
{
    return !node || node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

void ScopeTreeModel::renumber(Node *node, int from)
{
    for (size_t i = size_t(from); i < node->children.size(); ++i)
        node->children[i]->row = int(i);
}

void ScopeTreeModel::addChildren(const QString &dn, QVector<DirectoryNode> children)
{
    Node *node = find(m_root.get(), normalizeDn(dn));
    if (!node || node->state == Node::Children::Known)
        return;
    node->state = Node::Children::Asked;
    std::sort(children.begin(), children.end(), comesBefore);
    // Neighbours among the new rows go in together.
    qsizetype next = 0;
    while (next < children.size()) {
        const auto before = [](const DirectoryNode &data, const std::unique_ptr<Node> &one) {
            return comesBefore(data, one->data);
        };
        const auto place = std::upper_bound(node->children.begin(), node->children.end(), children.at(next), before);
        qsizetype end = next + 1;
        while (end < children.size() && (place == node->children.end() || before(children.at(end), *place)))
            ++end;
        std::vector<std::unique_ptr<Node>> rows;
        for (; next < end; ++next) {
            auto child = std::make_unique<Node>();
            child->data = children.at(next);
            child->normalized = normalizeDn(child->data.dn);
            child->above = node;
            rows.push_back(std::move(child));
        }
        const int first = int(place - node->children.begin());
        beginInsertRows(indexOf(node), first, first + int(rows.size()) - 1);
        node->children.insert(place, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        renumber(node, first);
        endInsertRows();
    }
}

void ScopeTreeModel::setComplete(const QString &dn)
{
    Node *node = find(m_root.get(), normalizeDn(dn));
    if (!node || node->state == Node::Children::Known)
        return;
    node->state = Node::Children::Known;
    if (node->children.empty())
        emitChanged(node); // the handle to open it goes
}

void ScopeTreeModel::setFailed(const QString &dn)
{
    Node *node = find(m_root.get(), normalizeDn(dn));
    if (!node || node->state != Node::Children::Asked)
        return;
    node->state = Node::Children::Unknown;
    if (node->children.empty())
        return;
    beginRemoveRows(indexOf(node), 0, int(node->children.size()) - 1);
    node->children.clear();
    endRemoveRows();
}

void ScopeTreeModel::setChosen(const QStringList &distinguishedNames)
{
    QStringList chosen;
    for (const QString &dn : distinguishedNames)
        chosen.append(normalizeDn(dn));
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    for (const auto &child : m_root->children)
        emitChanged(child.get());
}

void ScopeTreeModel::emitChanged(Node *node)
{
    if (node != m_root.get())
        Q_EMIT dataChanged(indexOf(node), indexOf(node));
    for (const auto &child : node->children)
        emitChanged(child.get());
}

QModelIndex ScopeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (row < 0 || column != 0 || row >= int(node->children.size()))
        return {};
    return createIndex(row, column, node->children.at(size_t(row)).get());
}

QModelIndex ScopeTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->above) : QModelIndex();
}

int ScopeTreeModel::rowCount(const QModelIndex &parent) const
{
    return int(nodeOf(parent)->children.size());
}

int ScopeTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool ScopeTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (node->state == Node::Children::Known)
        return !node->children.empty();
    return node == m_root.get() || node->data.hasChildren;
}

bool ScopeTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    // The root is asked for by the page's model when the page is shown, never by a view that happens to be painted.
    return node != m_root.get() && node->state == Node::Children::Unknown && node->data.hasChildren;
}

void ScopeTreeModel::fetchMore(const QModelIndex &parent)
{
    Node *node = nodeOf(parent);
    if (node->state != Node::Children::Unknown)
        return;
    node->state = Node::Children::Asked;
    m_fetch(node->data.dn);
}

Qt::CheckState ScopeTreeModel::checkState(const Node &node) const
{
    Qt::CheckState state = Qt::Unchecked;
    for (const QString &chosen : m_chosen) {
        if (isSameOrBelow(node.normalized, chosen))
            return Qt::Checked;
        if (isSameOrBelow(chosen, node.normalized))
            state = Qt::PartiallyChecked;
    }
    return state;
}

QVariant ScopeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node.data.name;
    case Qt::ToolTipRole:
    case DnRole:
        return node.data.dn;
    case Qt::CheckStateRole:
        return checkState(node);
    case Qt::AccessibleTextRole:
        switch (checkState(node)) {
        case Qt::Checked:
            return tr("%1, in scope").arg(node.data.name);
        case Qt::PartiallyChecked:
            return tr("%1, partly in scope").arg(node.data.name);
        case Qt::Unchecked:
            return node.data.name;
        }
        return {};
    default:
        return {};
    }
}

bool ScopeTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    Q_EMIT toggled(nodeOf(index)->data.dn, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ScopeTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
}

} // namespace cloudsync
