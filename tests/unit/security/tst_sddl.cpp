// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/Sddl.h"

#include <QTest>

#include <random>

using namespace cloudsync;

class SddlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadAndWrittenAgain_data();
    void textIsReadAndWrittenAgain();
    void otherSpellingsAreUnderstood_data();
    void otherSpellingsAreUnderstood();
    void wrongTextIsRefused_data();
    void wrongTextIsRefused();
    void relativeAliasNeedsItsDomain();
    void forestAliasUsesTheRootDomain();
    void permissionEntriesHaveTheBytesADirectoryHolds();
    void randomTextNeverCrashes();

private:
    static SddlContext context()
    {
        return {Sid::fromText(QStringLiteral("S-1-5-21-1-2-3")).value(),
                Sid::fromText(QStringLiteral("S-1-5-21-9-9-9")).value()};
    }
};

void SddlTest::textIsReadAndWrittenAgain_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"",
          "O:BAG:SY",
          "D:",
          "D:P",
          "D:PARAI(A;;RP;;;WD)",
          "D:NO_ACCESS_CONTROL",
          "S:PAI(AU;SAFA;WD;;;WD)",
          "O:DAG:DAD:AI(D;;CR;;;DU)(OD;;CR;00299570-246d-11d0-a768-00aa006e0529;;WD)(A;CIIOID;GA;;;CO)S:(OU;CISA;WP;"
          "f30e3bbe-9ff0-11d1-b603-0000f80367c1;bf967aa5-0de6-11d0-a285-00aa003049e2;WD)",
          "D:(A;OICINPIO;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;S-1-5-21-1-2-3-1234)",
          "D:(A;;0x100000;;;WD)",
          "D:(A;;;;;WD)",
          "S:(ML;;NWNR;;;ME)",
          "D:(XA;;RP;;;WD;#6172747801)",
          "D:(ZA;CI;CR;00299570-246d-11d0-a768-00aa006e0529;;WD;#61727478)",
          "S:(RA;;;;;WD;#00ff)",
          "D:(0x7f;CIID;;;;#0011)",
          "D:(0x4;;;;;#)",
          "D:(A;;RP;;;WD;#00000000)",
          "S:(FL;TP;RP;;;WD)",
          "D:(0xc;;CR;00299570-246d-11d0-a768-00aa006e0529;;WD)"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void SddlTest::textIsReadAndWrittenAgain()
{
    QFETCH(QString, text);
    const auto sd = securityDescriptorFromSddl(text, context());
    QVERIFY2(sd, sd ? "" : qPrintable(sd.error().toLogText()));
    QCOMPARE(toSddl(*sd, context()), text);
    // and the bytes say the same
    const auto again = SecurityDescriptor::fromBytes(sd->toBytes().value());
    QVERIFY(again);
    QCOMPARE(*again, *sd);
}

void SddlTest::otherSpellingsAreUnderstood_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::addColumn<QString>("written");
    QTest::newRow("lower case") << "o:bag:syd:pai(a;ci;rpwp;;;wd)"
                                << "O:BAG:SYD:PAI(A;CI;RPWP;;;WD)";
    QTest::newRow("order of parts") << "D:(A;;RP;;;WD)O:BA"
                                    << "O:BAD:(A;;RP;;;WD)";
    QTest::newRow("blanks") << "O: BA D: (A;; RP ;;;WD) (D;;WP;;;WD)"
                            << "O:BAD:(A;;RP;;;WD)(D;;WP;;;WD)";
    QTest::newRow("hexadecimal") << "D:(A;;0xf01ff;;;WD)"
                                 << "D:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;WD)";
    QTest::newRow("decimal") << "D:(A;;48;;;WD)"
                             << "D:(A;;RPWP;;;WD)";
    QTest::newRow("file rights") << "D:(A;;FR;;;WD)"
                                 << "D:(A;;0x120089;;;WD)";
    QTest::newRow("SID in full") << "O:S-1-5-32-544"
                                 << "O:BA";
    QTest::newRow("GUID in upper case") << "D:(OA;;CR;00299570-246D-11D0-A768-00AA006E0529;;WD)"
                                        << "D:(OA;;CR;00299570-246d-11d0-a768-00aa006e0529;;WD)";
}

void SddlTest::otherSpellingsAreUnderstood()
{
    QFETCH(QString, spelling);
    QFETCH(QString, written);
    const auto sd = securityDescriptorFromSddl(spelling, context());
    QVERIFY2(sd, sd ? "" : qPrintable(sd.error().toLogText()));
    QCOMPARE(toSddl(*sd, context()), written);
}

void SddlTest::wrongTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"BA",
                             "X:BA",
                             "O:",
                             "O:ZZ",
                             "O:BAO:BA",
                             "D:(A;;RP;;;WD",
                             "D:A;;RP;;;WD)",
                             "D:(A;;RP;;WD)",
                             "D:(Q;;RP;;;WD)",
                             "D:(A;XX;RP;;;WD)",
                             "D:(A;C;RP;;;WD)",
                             "D:(A;;R;;;WD)",
                             "D:(A;;ZZ;;;WD)",
                             "D:(A;;0x1ffffffff;;;WD)",
                             "D:(A;;-1;;;WD)",
                             "D:(A;;RP;;;)",
                             "D:(OA;;RP;nonsense;;WD)",
                             "D:(A;;RP;bf967aba-0de6-11d0-a285-00aa003049e2;;WD)",
                             "D:Z(A;;RP;;;WD)",
                             "D:NO_ACCESS_CONTROL(A;;RP;;;WD)",
                             "D:(XA;;RP;;;WD;(@User.Title == \"x\"))",
                             "D:(XA;;RP;;;WD;#0)",
                             "D:(XA;;RP;;;WD;#zz)",
                             "D:(0x100;;;;;#00)",
                             "D:(0x7f;;;;;00)",
                             "D:(((((",
                             "D:)"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void SddlTest::wrongTextIsRefused()
{
    QFETCH(QString, text);
    const auto sd = securityDescriptorFromSddl(text, context());
    QVERIFY2(!sd, sd ? qPrintable(toSddl(*sd)) : "");
    QCOMPARE(sd.error().code, ErrorCode::SecurityDescriptorInvalid);
}

void SddlTest::relativeAliasNeedsItsDomain()
{
    QVERIFY(!sidFromSddl(QStringLiteral("DA")));
    QCOMPARE(sidFromSddl(QStringLiteral("DA"), context()).value().toText(), QStringLiteral("S-1-5-21-1-2-3-512"));
    const Sid foreign = Sid::fromText(QStringLiteral("S-1-5-21-4-5-6-512")).value();
    QCOMPARE(toSddl(foreign, context()), QStringLiteral("S-1-5-21-4-5-6-512"));
}

void SddlTest::forestAliasUsesTheRootDomain()
{
    QCOMPARE(sidFromSddl(QStringLiteral("EA"), context()).value().toText(), QStringLiteral("S-1-5-21-9-9-9-519"));
    const SddlContext single{context().domain, std::nullopt};
    QCOMPARE(sidFromSddl(QStringLiteral("EA"), single).value().toText(), QStringLiteral("S-1-5-21-1-2-3-519"));
}

void SddlTest::permissionEntriesHaveTheBytesADirectoryHolds()
{
    // Replicating Directory Changes for RID 1111, as seen on a domain controller.
    const auto ace = aceFromSddl(QStringLiteral(
        "(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;S-1-5-21-3066283776-2080685943-3396751129-1111)"));
    QVERIFY(ace);
    const QByteArray bytes = ace->toBytes().value();
    QCOMPARE(bytes.size(), 56);
    QCOMPARE(bytes.left(28).toHex(), QByteArray("050038000001000001000000aaf63111079cd111f79f00c04fc2dcd2"));
    QCOMPARE(bytes.right(4).toHex(), QByteArray("57040000"));
}

void SddlTest::randomTextNeverCrashes()
{
    std::mt19937 random(1234); // fixed: a failure can be repeated
    const QByteArray alphabet("OGDS:();#0x1-5PAIRWCXU\"S-1-5-32\xc3\xa4 ");
    int accepted = 0;
    for (int round = 0; round < 40000; ++round) {
        QByteArray text = round % 2 == 0
                              ? QByteArray("O:BAG:SYD:PAI(A;CI;RPWP;;;WD)(OA;;CR;;;S-1-5-18)S:(AU;SA;WD;;;WD)")
                              : QByteArray();
        const auto changes = 1 + random() % 6;
        for (unsigned i = 0; i < changes; ++i) {
            const auto at = text.isEmpty() ? 0 : qsizetype(random() % std::size_t(text.size()));
            const char c = alphabet.at(qsizetype(random() % std::size_t(alphabet.size())));
            if (random() % 3 == 0 && !text.isEmpty())
                text.remove(at, 1);
            else
                text.insert(at, c);
        }
        const auto sd = securityDescriptorFromSddl(QString::fromUtf8(text), context());
        if (!sd)
            continue;
        ++accepted;
        const auto again = securityDescriptorFromSddl(toSddl(*sd, context()), context());
        QVERIFY2(again, text.constData());
        QVERIFY2(*again == *sd, text.constData());
    }
    QVERIFY(accepted > 100);
}

QTEST_GUILESS_MAIN(SddlTest)
#include "tst_sddl.moc"
