// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/CycleRules.h"

#include <QTest>

using namespace cloudsync;

class CycleRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void futureNameFollowsTheRules_data()
    {
        QTest::addColumn<QString>("principalName");
        QTest::addColumn<QString>("future"); // empty: refused
        QTest::addColumn<bool>("routable");
        const auto initial = QStringLiteral("@contoso.onmicrosoft.com");
        QTest::newRow("verified") << QStringLiteral("Ada@CONTOSO.com") << QStringLiteral("Ada@contoso.com") << true;
        QTest::newRow("internal") << QStringLiteral("ada@contoso.test") << QStringLiteral("ada") + initial << false;
        QTest::newRow("no suffix") << QStringLiteral("ada") << QStringLiteral("ada") + initial << false;
        QTest::newRow("none: account name") << QString() << QStringLiteral("account") + initial << false;
        QTest::newRow("umlaut") << QStringLiteral("j\u00F6rg@contoso.com") << QStringLiteral("j_rg@contoso.com") << true;
        QTest::newRow("forbidden") << QStringLiteral("a&b@contoso.com") << QString() << true;
        QTest::newRow("two signs") << QStringLiteral("a@b@contoso.com") << QString() << true;
        QTest::newRow("ends with a dot") << QStringLiteral("ada.@contoso.com") << QString() << true;
        QTest::newRow("64 characters") << QString(64, u'a') + QStringLiteral("@contoso.com") << QString(64, u'a') + QStringLiteral("@contoso.com") << true;
        QTest::newRow("65 characters") << QString(65, u'a') + QStringLiteral("@contoso.com") << QString() << true;
    }
    void futureNameFollowsTheRules()
    {
        QFETCH(QString, principalName);
        QFETCH(QString, future);
        QFETCH(bool, routable);
        ScannedObject object;
        object.accountName = QStringLiteral("account");
        object.principalName = principalName;
        const auto name = futurePrincipalName(object, {QStringLiteral("contoso.com")}, QStringLiteral("contoso.onmicrosoft.com"));
        QCOMPARE(name.name, future);
        QCOMPARE(name.trouble.isEmpty(), !future.isEmpty());
        if (!future.isEmpty())
            QCOMPARE(name.routable, routable);
    }

    void limitsAreThoseOfTheTenant()
    {
        ScannedObject object;
        object.cn = QStringLiteral("x");
        object.displayName = QString(256, u'a');
        object.givenName = QString(64, u'a');
        QVERIFY(attributeTrouble(object).isEmpty());
        object.givenName = QString(65, u'a');
        QVERIFY(!attributeTrouble(object).isEmpty());
    }

    void addressesThatAreLeftOutAreNamed()
    {
        ScannedObject object;
        object.proxyAddresses = QStringList{QStringLiteral("SMTP:ada@contoso.com"), QStringLiteral("smtp:a b@contoso.com"), QStringLiteral("X500:/o=[x]")};
        QCOMPARE(addressRemarks(object).size(), 1);
    }
};

QTEST_GUILESS_MAIN(CycleRulesTest)
#include "CycleRulesTest.moc"
