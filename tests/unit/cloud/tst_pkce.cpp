// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/Pkce.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace cloudsync;

class PkceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void challengeIsThatOfTheStandard()
    {
        // RFC 7636 appendix B
        QCOMPARE(codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    void verifierHasTheFormOfTheStandard()
    {
        const QRegularExpression form(QStringLiteral("^[A-Za-z0-9._~-]{43,128}$"));
        QVERIFY(form.match(QString::fromLatin1(newCodeVerifier())).hasMatch());
    }

    void verifiersDiffer()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i)
            seen.insert(newCodeVerifier());
        QCOMPARE(seen.size(), 200);
    }
};

QTEST_GUILESS_MAIN(PkceTest)
#include "tst_pkce.moc"
