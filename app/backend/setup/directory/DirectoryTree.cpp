// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectorySetup.h"

#include <QCollator>

#include <algorithm>

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

void sortByName(QVector<DirectoryNode> &nodes)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::sort(nodes.begin(), nodes.end(), [&](const DirectoryNode &a, const DirectoryNode &b) {
        const int order = collator.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.dn < b.dn;
    });
}

} // namespace

Result<QVector<DirectoryNode>> childContainers(Directory &directory, const QString &dn, const std::stop_token &stop)
{
    if (dn.isEmpty()) {
        auto root = directory.read(directory.rootDse().defaultNamingContext,
                                   {QStringLiteral("name"), QStringLiteral("objectClass")}, stop);
        if (!root)
            return fail(std::move(root.error()));
        DirectoryNode node{root->dn, dnToDomain(root->dn), QStringLiteral("domainDNS"), true};
        return QVector<DirectoryNode>{node};
    }
    DirectorySearch request;
    request.base = dn;
    request.scope = SearchScope::OneLevel;
    // builtinDomain and lostAndFound hold nothing that may be synchronised; showInAdvancedViewOnly hides System and its
    // like.
    request.filter = QStringLiteral("(&(|(objectClass=organizationalUnit)(objectClass=container))"
                                    "(!(showInAdvancedViewOnly=TRUE)))");
    request.attributes = {QStringLiteral("name"), QStringLiteral("objectClass")};
    QVector<DirectoryNode> nodes;
    auto done = directory.search(
        request,
        [&](DirectoryEntry &&entry) {
            nodes.append(node(entry));
            return true;
        },
        stop);
    if (!done)
        return fail(std::move(done.error()));
    sortByName(nodes);
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
    sortByName(nodes);
    return nodes;
}

} // namespace cloudsync
