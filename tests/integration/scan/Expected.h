// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace cloudsync::tests {

/// "rule | distinguished name": what findings are compared by.
using FindingNames = QSet<QString>;

inline QString findingName(const QString &rule, const QString &dn)
{
    return rule + QStringLiteral(" | ") + dn.toLower();
}

inline FindingNames namesOf(const QJsonArray &findings)
{
    FindingNames names;
    for (const QJsonValue &one : findings)
        names.insert(findingName(one.toObject().value(QStringLiteral("rule")).toString(),
                                 one.toObject().value(QStringLiteral("dn")).toString()));
    return names;
}

/// Every finding that the seeded directory has to give, notes included, as its manifest says what was planted. The names
/// of people with an unroutable name are not in the manifest as distinguished names: `unroutable` holds those.
inline FindingNames plantedFindings(const QJsonObject &manifest, const QStringList &unroutable)
{
    FindingNames names;
    for (const QJsonValue &one : manifest.value(QStringLiteral("faults")).toArray()) {
        const QJsonObject fault = one.toObject();
        const QString rule = fault.value(QStringLiteral("rule")).toString();
        const QString dn = fault.value(QStringLiteral("dn")).toString();
        if (rule.startsWith(QStringLiteral("skipped.")))
            continue; // objects that a scan leaves out by name
        names.insert(findingName(rule, dn));
        if (rule == QStringLiteral("mS-DS-ConsistencyGuid.duplicate"))
            names.insert(findingName(QStringLiteral("mS-DS-ConsistencyGuid.present"), dn));
    }
    for (const QString &dn : unroutable)
        names.insert(findingName(QStringLiteral("userPrincipalName.unroutable"), dn));
    const QString base = manifest.value(QStringLiteral("base")).toString();
    // What the seed does not plant and every such directory has (tests/lab/dc/README.md).
    for (const char *group : {"DnsAdmins", "DnsUpdateProxy"})
        names.insert(findingName(QStringLiteral("displayName.blank"),
                                 QStringLiteral("CN=%1,CN=Users,%2").arg(QLatin1String(group), base)));
    names.insert(findingName(QStringLiteral("pwdLastSet.mustChange"),
                             manifest.value(QStringLiteral("accounts")).toObject().value(QStringLiteral("mustChange"))
                                 .toObject().value(QStringLiteral("dn")).toString()));
    names.insert(findingName(QStringLiteral("objectClass.inetOrgPerson"),
                             QStringLiteral("CN=Inès Contact,OU=Agencies,OU=Partners,%1").arg(base)));
    return names;
}

/// What only one of two sets holds, for the message of a failed comparison; empty when they are equal.
inline QByteArray difference(const FindingNames &found, const FindingNames &expected)
{
    QStringList lines;
    for (const QString &one : expected - found)
        lines.append(QStringLiteral("missing    ") + one);
    for (const QString &one : found - expected)
        lines.append(QStringLiteral("unexpected ") + one);
    lines.sort();
    return lines.join(u'\n').toUtf8();
}

} // namespace cloudsync::tests
