// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Result.h"
#include "backend/engine/Secret.h"
#include "backend/ports/Directory.h"

#include <QSet>
#include <QtTest>

using namespace cloudsync;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorCodeHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (const ErrorCode code : allErrorCodes()) {
            const QString name = errorCodeName(code);
            QVERIFY(!name.isEmpty());
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
    }

    void anErrorComesBackFromJson()
    {
        const Error error{ErrorCode::TenantConflict, "job", "said so", {Error{ErrorCode::TimedOut, "x", {}, {}}}};
        QCOMPARE(Error::fromJson(error.toJson()), error);
    }

    void aSecretWipesTheBufferItTook()
    {
        QByteArray bytes("open sesame");
        bytes.detach();
        const char *where = bytes.constData();
        const QByteArray alias = QByteArray::fromRawData(where, 1); // keeps no reference
        Secret secret(std::move(bytes));
        QVERIFY(bytes.isEmpty());
        QCOMPARE(secret.reveal().toByteArray(), QByteArray("open sesame"));
        Q_UNUSED(alias)
    }

    void copiesOfASecretLiveOnTheirOwn()
    {
        Secret copy;
        {
            const Secret original = Secret::fromString("pässword");
            copy = original;
        }
        QCOMPARE(copy.reveal().toByteArray(), QByteArray("p\xc3\xa4ssword"));
        QVERIFY(copy == Secret::fromString("pässword"));
        QVERIFY(!(copy == Secret::fromString("password")));
    }

    void distinguishedNames_data()
    {
        QTest::addColumn<QString>("dn");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("plain") << "OU=Sales,DC=contoso,DC=test" << QStringList({"OU=Sales", "DC=contoso", "DC=test"});
        QTest::newRow("escaped comma") << "CN=Doe\\, Jane,DC=test" << QStringList({"CN=Doe\\, Jane", "DC=test"});
        QTest::newRow("blanks") << " OU=A B , DC=test " << QStringList({"OU=A B", "DC=test"});
        QTest::newRow("no equals") << "Sales,DC=test" << QStringList();
        QTest::newRow("empty value") << "OU=,DC=test" << QStringList();
        QTest::newRow("trailing comma") << "OU=A," << QStringList();
        QTest::newRow("nothing") << "" << QStringList();
    }

    void distinguishedNames()
    {
        QFETCH(QString, dn);
        QFETCH(QStringList, parts);
        QCOMPARE(splitDn(dn), parts);
    }

    void distinguishedNamesCompareAsTheDirectoryDoes()
    {
        QCOMPARE(normalizeDn("ou=SALES, dc=Contoso,DC=test"), normalizeDn("OU=Sales,DC=contoso,DC=TEST"));
        QCOMPARE(normalizeDn("CN=a\\2Cb,DC=x"), normalizeDn("CN=A\\,B,DC=x"));
        QVERIFY(isSameOrBelow("OU=B,OU=A,DC=x", "ou=a,dc=X"));
        QVERIFY(!isSameOrBelow("OU=AA,DC=x", "OU=A,DC=x"));
        QVERIFY(!isSameOrBelow("OU=A,DC=x", ""));
        QCOMPARE(dnToDomain("OU=A,DC=Contoso,DC=test"), QStringLiteral("contoso.test"));
        QCOMPARE(domainToDn("contoso.test"), QStringLiteral("DC=contoso,DC=test"));
    }

    void filterValuesCannotLeaveTheirPlace()
    {
        QCOMPARE(escapeFilter(QStringLiteral("a*)(cn=\\")), QStringLiteral("a\\2a\\29\\28cn=\\5c"));
        QCOMPARE(escapeFilter(QByteArray("\x01\xff", 2)), QStringLiteral("\\01\\ff"));
        QCOMPARE(escapeRdn("#a, b "), QStringLiteral("\\#a\\, b\\ "));
    }

    void guidsGoBothWays()
    {
        const QString text = QStringLiteral("bf967aba-0de6-11d0-a285-00aa003049e2");
        const QByteArray bytes = guidFromText(text);
        QCOMPARE(bytes.toHex(), QByteArray("ba7a96bfe60dd011a28500aa003049e2"));
        QCOMPARE(guidToText(bytes), text);
        QVERIFY(guidToText("short").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
