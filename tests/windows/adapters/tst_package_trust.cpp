// SPDX-License-Identifier: GPL-3.0-or-later
// C:\lab holds what packaging/windows/test-wine.sh made: signed.exe, changed.exe (one byte of it differs), unsigned.exe, foreign.exe (signed by
// an authority that this computer does not trust); lab-code-signing is among its trusted roots.
#include "backend/adapters/windows/PackageTrust.h"
#include "backend/adapters/windows/TrustedRoots.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::windows;

class TestPackageTrust : public QObject
{
    Q_OBJECT

    static PackageFacts judged(const QString &name)
    {
        PackageFacts facts;
        facts.path = QStringLiteral(R"(C:\lab\)") + name;
        verifySignature(facts);
        return facts;
    }

private Q_SLOTS:
    void aGoodSignatureNamesItsSigner()
    {
        const PackageFacts facts = judged(QStringLiteral("signed.exe"));
        QVERIFY2(facts.signatureValid, qPrintable(facts.signatureProblem));
        QCOMPARE(facts.signer, QStringLiteral("Microsoft Corporation"));
    }

    void whatIsChangedUnsignedOrOfAnUnknownAuthorityIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"changed.exe", "unsigned.exe", "foreign.exe", "missing.exe"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatIsChangedUnsignedOrOfAnUnknownAuthorityIsRefused()
    {
        QFETCH(QString, file);
        const PackageFacts facts = judged(file);
        QVERIFY(!facts.signatureValid);
        QVERIFY(!facts.signatureProblem.isEmpty());
    }

    void theFileVersionIsRead()
    {
        QCOMPARE(fileVersion(QStringLiteral(R"(C:\lab\signed.exe)")), QStringLiteral("1.1.2505.0"));
        QVERIFY(fileVersion(QStringLiteral(R"(C:\lab\missing.exe)")).isEmpty());
    }

    void theComputersRootsReachOpenSsl()
    {
        X509_STORE *store = X509_STORE_new();
        QVERIFY(addTrustedRoots(store));
        bool found = false;
        const STACK_OF(X509_OBJECT) *objects = X509_STORE_get0_objects(store);
        for (int i = 0; i < sk_X509_OBJECT_num(objects); ++i) {
            const X509 *certificate = X509_OBJECT_get0_X509(sk_X509_OBJECT_value(objects, i));
            char name[256] = {};
            if (certificate)
                X509_NAME_oneline(X509_get_subject_name(certificate), name, sizeof name);
            found = found || QByteArray(name).contains("Cloud Sync Setup lab code signing");
        }
        X509_STORE_free(store);
        QVERIFY(found);
    }
};

QTEST_GUILESS_MAIN(TestPackageTrust)
#include "tst_package_trust.moc"
