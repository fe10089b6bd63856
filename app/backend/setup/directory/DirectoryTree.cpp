// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectorySetup.h"

#include <QCollator>

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

DirectoryNode node(const DirectoryEntry &entry)
{
    DirectoryNode result;
    result.dn = entry.dn;
    result.name = entry.text(QStringLiteral("name"));
    if (result.name.isEmpty()) {
        const QString first = splitDn(entry.dn).value(0);
        result.name = first.mid(first.indexOf(u'=') + 1);
    }
    // Values of objectClass go from top down; the last is the most specific.
    const QStringList classes = entry.texts(QStringLiteral("objectClass"));
    result.objectClass = classes.isEmpty() ? QString() : classes.last();
    return result;
}

// The first portion fills a screen; later ones are as large as a page of the directory.
constexpr int firstRows = 50;
constexpr int laterRows = 500;

} // namespace

bool comesBefore(const DirectoryNode &a, const DirectoryNode &b)
{
    static const QCollator collator = [] {
        QCollator made;
        made.setCaseSensitivity(Qt::CaseInsensitive);
        made.setNumericMode(true);
        return made;
    }();
    const int order = collator.compare(a.name, b.name);
    return order != 0 ? order < 0 : a.dn < b.dn;
}

Result<void> forEachChildContainer(Directory &directory, const QString &dn,
                                   const std::function<bool(QVector<DirectoryNode> &&)> &onRows,
                                   const std::stop_token &stop)
{
    if (dn.isEmpty()) {
        auto root = directory.read(directory.rootDse().defaultNamingContext,
                                   {QStringLiteral("name"), QStringLiteral("objectClass")}, stop);
        if (!root)
            return fail(std::move(root.error()));
        onRows({DirectoryNode{root->dn, dnToDomain(root->dn), QStringLiteral("domainDNS"), true}});
        return {};
    }
    DirectorySearch request;
    request.base = dn;
    request.scope = SearchScope::OneLevel;
    // builtinDomain and lostAndFound hold nothing that may be synchronised; showInAdvancedViewOnly hides System and its
    // like.
    request.filter = QStringLiteral("(&(|(objectClass=organizationalUnit)(objectClass=container))"
                                    "(!(showInAdvancedViewOnly=TRUE)))");
    request.attributes = {QStringLiteral("name"), QStringLiteral("objectClass")};
    request.firstPageSize = firstRows;
    request.pageSize = laterRows;
    QVector<DirectoryNode> rows;
    bool first = true;
    bool wanted = true;
    auto done = directory.search(
        request,
        [&](DirectoryEntry &&entry) {
            rows.append(node(entry));
            if (rows.size() >= (first ? firstRows : laterRows)) {
                first = false;
                wanted = onRows(std::exchange(rows, {}));
            }
            return wanted;
        },
        stop);
    if (!done)
        return done;
    if (wanted && !rows.isEmpty())
        onRows(std::move(rows));
    return {};
}

Result<QVector<DirectoryNode>> childContainers(Directory &directory, const QString &dn, const std::stop_token &stop)
{
    QVector<DirectoryNode> nodes;
    auto done = forEachChildContainer(
        directory, dn,
        [&](QVector<DirectoryNode> &&rows) {
            nodes += rows;
            return true;
        },
        stop);
    if (!done)
        return fail(std::move(done.error()));
    std::sort(nodes.begin(), nodes.end(), comesBefore);
    return nodes;
}

Result<QVector<DirectoryNode>> findGroups(Directory &directory, const QString &text, int most,
                                          const std::stop_token &stop)
{
    DirectorySearch request;
    request.base = directory.rootDse().defaultNamingContext;
    const QString pattern = text.isEmpty() ? QStringLiteral("*") : u'*' + escapeFilter(text) + u'*';
    request.filter = QStringLiteral("(&(objectClass=group)(|(cn=%1)(sAMAccountName=%1)(displayName=%1)))").arg(pattern);
    request.attributes = {QStringLiteral("name"), QStringLiteral("objectClass")};
    request.sizeLimit = std::max(most, 1);
    request.pageSize = std::min(request.pageSize, request.sizeLimit);
    auto entries = directory.list(request, stop);
    if (!entries)
        return fail(std::move(entries.error()));
    QVector<DirectoryNode> nodes;
    for (const DirectoryEntry &entry : std::as_const(*entries)) {
        nodes.append(node(entry));
        nodes.last().hasChildren = false;
    }
    std::sort(nodes.begin(), nodes.end(), comesBefore);
    return nodes;
}

} // namespace cloudsync
