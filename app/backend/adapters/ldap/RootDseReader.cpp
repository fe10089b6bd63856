// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/RootDseReader.h"

#include <QTimeZone>

namespace cloudsync::ldap {

QStringList rootDseAttributes()
{
    return {QStringLiteral("dnsHostName"),
            QStringLiteral("defaultNamingContext"),
            QStringLiteral("rootDomainNamingContext"),
            QStringLiteral("configurationNamingContext"),
            QStringLiteral("schemaNamingContext"),
            QStringLiteral("serverName"),
            QStringLiteral("ldapServiceName"),
            QStringLiteral("domainFunctionality"),
            QStringLiteral("forestFunctionality"),
            QStringLiteral("domainControllerFunctionality"),
            QStringLiteral("currentTime"),
            QStringLiteral("supportedControl"),
            QStringLiteral("supportedSASLMechanisms"),
            QStringLiteral("isSynchronized"),
            QStringLiteral("isGlobalCatalogReady")};
}

QDateTime fromGeneralizedTime(const QString &text)
{
    if (!text.endsWith(QLatin1Char('Z')) || text.size() < 15)
        return {};
    QDateTime time = QDateTime::fromString(text.left(14), QStringLiteral("yyyyMMddHHmmss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

RootDse rootDseFromEntry(const DirectoryEntry &entry, const QString &uri, const QDateTime &readAt)
{
    const auto isTrue = [&](const char *attribute) {
        return entry.text(QLatin1String(attribute)).compare(QLatin1String("TRUE"), Qt::CaseInsensitive) == 0;
    };
    const auto text = [&](const char *attribute) { return entry.text(QLatin1String(attribute)); };

    RootDse dse;
    dse.uri = uri;
    dse.dnsHostName = text("dnsHostName");
    dse.defaultNamingContext = text("defaultNamingContext");
    dse.rootDomainNamingContext = text("rootDomainNamingContext");
    dse.configurationNamingContext = text("configurationNamingContext");
    dse.schemaNamingContext = text("schemaNamingContext");
    dse.serverName = text("serverName");
    dse.ldapServiceName = text("ldapServiceName");
    dse.domainFunctionality = text("domainFunctionality").toInt();
    dse.forestFunctionality = text("forestFunctionality").toInt();
    dse.domainControllerFunctionality = text("domainControllerFunctionality").toInt();
    dse.currentTime = fromGeneralizedTime(text("currentTime"));
    dse.readAt = readAt;
    dse.supportedControls = entry.texts(QStringLiteral("supportedControl"));
    dse.supportedSaslMechanisms = entry.texts(QStringLiteral("supportedSASLMechanisms"));
    dse.isSynchronized = isTrue("isSynchronized");
    dse.isGlobalCatalogReady = isTrue("isGlobalCatalogReady");
    return dse;
}

} // namespace cloudsync::ldap
