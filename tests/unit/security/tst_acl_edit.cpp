// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/AclEdit.h"
#include "backend/setup/security/Sddl.h"

#include <QTest>

using namespace cloudsync;

namespace {

Acl list(const char *entries)
{
    return *securityDescriptorFromSddl(QStringLiteral("D:") + QString::fromLatin1(entries)).value().dacl;
}

Ace entry(const char *text)
{
    return aceFromSddl(QString::fromLatin1(text)).value();
}

QString text(const Acl &acl)
{
    QString all;
    for (const Ace &ace : acl.aces)
        all += toSddl(ace);
    return all;
}

} // namespace

class AclEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entryGoesToItsCanonicalPlace_data();
    void entryGoesToItsCanonicalPlace();
    void secondAdditionChangesNothing();
    void inheritedGrantDoesNotCountAsExplicit();
    void widerGrantCounts();
    void narrowerGrantDoesNotCount();
    void objectEntryRaisesTheRevision();
    void foreignEntriesKeepTheirBytes();
    void removalTakesExactlyOneEntry();
    void removalOfASimilarEntryTakesNothing();
    void removalOfATrusteeLeavesInheritedEntries();
    void canonicalOrderIsRecognised();
};

void AclEditTest::entryGoesToItsCanonicalPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("first") << QByteArray() << QByteArray("(A;;RP;;;WD)") << QByteArray("(A;;RP;;;WD)");
    QTest::newRow("grant before inherited")
        << QByteArray("(D;;CR;;;WD)(A;;WP;;;BA)(A;ID;GA;;;BA)") << QByteArray("(A;;RP;;;WD)")
        << QByteArray("(D;;CR;;;WD)(A;;WP;;;BA)(A;;RP;;;WD)(A;ID;GA;;;BA)");
    QTest::newRow("denial after denials")
        << QByteArray("(D;;CR;;;WD)(A;;WP;;;BA)(A;ID;GA;;;BA)") << QByteArray("(D;;RP;;;WD)")
        << QByteArray("(D;;CR;;;WD)(D;;RP;;;WD)(A;;WP;;;BA)(A;ID;GA;;;BA)");
    QTest::newRow("denial before grants")
        << QByteArray("(A;;WP;;;BA)") << QByteArray("(D;;RP;;;WD)") << QByteArray("(D;;RP;;;WD)(A;;WP;;;BA)");
    QTest::newRow("inherited flag is dropped")
        << QByteArray("(A;ID;GA;;;BA)") << QByteArray("(A;ID;RP;;;WD)") << QByteArray("(A;;RP;;;WD)(A;ID;GA;;;BA)");
    QTest::newRow("nothing moves in a list out of order")
        << QByteArray("(A;;WP;;;BA)(D;;CR;;;WD)(A;ID;GA;;;BA)(A;;LC;;;AU)") << QByteArray("(A;;RP;;;WD)")
        << QByteArray("(A;;WP;;;BA)(D;;CR;;;WD)(A;;RP;;;WD)(A;ID;GA;;;BA)(A;;LC;;;AU)");
}

void AclEditTest::entryGoesToItsCanonicalPlace()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, own);
    QFETCH(QByteArray, after);
    Acl acl = list(before.constData());
    QVERIFY(addIfAbsent(acl, entry(own.constData())));
    QCOMPARE(text(acl), QString::fromLatin1(after));
}

void AclEditTest::secondAdditionChangesNothing()
{
    Acl acl = list("(A;;WP;;;BA)");
    const Ace own = entry("(OA;CIIO;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-1-2-3-4)");
    QVERIFY(addIfAbsent(acl, own));
    const Acl once = acl;
    QVERIFY(!addIfAbsent(acl, own));
    QCOMPARE(acl, once);
}

void AclEditTest::inheritedGrantDoesNotCountAsExplicit()
{
    Acl acl = list("(A;CIID;RP;;;WD)");
    QCOMPARE(findAce(acl, entry("(A;CI;RP;;;WD)")), AcePresence::Inherited);
    QVERIFY(addIfAbsent(acl, entry("(A;CI;RP;;;WD)")));
    QCOMPARE(findAce(acl, entry("(A;CI;RP;;;WD)")), AcePresence::Explicit);
}

void AclEditTest::widerGrantCounts()
{
    QCOMPARE(findAce(list("(A;;RPWP;;;WD)"), entry("(A;;RP;;;WD)")), AcePresence::Explicit);
}

void AclEditTest::narrowerGrantDoesNotCount()
{
    const Ace own = entry("(OA;CI;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;WD)");
    for (const char *other : {"(OA;CI;RP;;bf967aba-0de6-11d0-a285-00aa003049e2;WD)",     // fewer rights
                              "(OA;CIIO;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;WD)", // inherits otherwise
                              "(OA;CI;RPWP;;bf967a9c-0de6-11d0-a285-00aa003049e2;WD)",   // another class
                              "(OA;CI;RPWP;bf967aba-0de6-11d0-a285-00aa003049e2;;WD)",   // a property, not a class
                              "(OA;CI;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;AU)",   // another trustee
                              "(OD;CI;RPWP;;bf967aba-0de6-11d0-a285-00aa003049e2;WD)"})  // a denial
        QVERIFY2(findAce(list(other), own) == AcePresence::Absent, other);
}

void AclEditTest::objectEntryRaisesTheRevision()
{
    Acl acl = list("(A;;RP;;;WD)");
    QCOMPARE(acl.revision, Acl::plainRevision);
    addIfAbsent(acl, entry("(A;;WP;;;WD)"));
    QCOMPARE(acl.revision, Acl::plainRevision);
    addIfAbsent(acl, entry("(OA;;CR;00299570-246d-11d0-a768-00aa006e0529;;WD)"));
    QCOMPARE(acl.revision, Acl::objectRevision);
}

void AclEditTest::foreignEntriesKeepTheirBytes()
{
    Acl acl = list("(D;;CR;;;WD)(XA;;RP;;;WD;#6172747801020304)(0x7f;CI;;;;#00112233)(A;ID;GA;;;BA)");
    const QByteArray before = acl.toBytes().value();
    const Ace own = entry("(OA;;CR;00299570-246d-11d0-a768-00aa006e0529;;S-1-5-21-1-2-3-4)");
    acl.revision = Acl::objectRevision;
    const QByteArray raised = acl.toBytes().value();
    QVERIFY(addIfAbsent(acl, own));
    // What was there stands there, with ours cut in at one place.
    QByteArray after = acl.toBytes().value();
    const QByteArray ours = own.toBytes().value();
    const qsizetype at = after.indexOf(ours);
    QVERIFY(at > 0);
    after.remove(at, ours.size());
    QCOMPARE(after.mid(8), before.mid(8));
    QVERIFY(removeExact(acl, own));
    QCOMPARE(acl.toBytes().value(), raised);
}

void AclEditTest::removalTakesExactlyOneEntry()
{
    Acl acl = list("(A;;RP;;;WD)(A;;WP;;;BA)(A;;RP;;;WD)");
    QVERIFY(removeExact(acl, entry("(A;;RP;;;WD)")));
    QCOMPARE(text(acl), QStringLiteral("(A;;WP;;;BA)(A;;RP;;;WD)"));
}

void AclEditTest::removalOfASimilarEntryTakesNothing()
{
    Acl acl = list("(A;;RPWP;;;WD)(A;ID;RP;;;WD)(A;CI;RP;;;WD)");
    const Acl before = acl;
    QVERIFY(!removeExact(acl, entry("(A;;RP;;;WD)")));
    QCOMPARE(acl, before);
}

void AclEditTest::removalOfATrusteeLeavesInheritedEntries()
{
    Acl acl = list("(D;;CR;;;WD)(A;;RP;;;WD)(A;;WP;;;BA)(A;ID;RP;;;WD)(0x7f;;;;;#00)");
    QCOMPARE(removeExplicitOf(acl, sidFromSddl(QStringLiteral("WD")).value()), 2);
    QCOMPARE(text(acl), QStringLiteral("(A;;WP;;;BA)(A;ID;RP;;;WD)(0x7f;;;;;#00)"));
}

void AclEditTest::canonicalOrderIsRecognised()
{
    QVERIFY(isCanonical(list("")));
    QVERIFY(isCanonical(list("(D;;CR;;;WD)(OD;;CR;;;WD)(A;;RP;;;WD)(D;ID;RP;;;WD)(A;ID;RP;;;WD)")));
    QVERIFY(!isCanonical(list("(A;;RP;;;WD)(D;;CR;;;WD)")));
    QVERIFY(!isCanonical(list("(A;ID;RP;;;WD)(A;;RP;;;WD)")));
}

QTEST_GUILESS_MAIN(AclEditTest)
#include "tst_acl_edit.moc"
