// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/SecurityDescriptor.h"

#include "backend/setup/security/Sddl.h"

#include <QTest>
#include <QtEndian>

#include <random>

using namespace cloudsync;

namespace {

const QByteArray membershipOfOneHost = QByteArray::fromBase64(
    // O:BAD:(A;;0xf01ff;;;<host>) as a directory holds it in msDS-GroupMSAMembership
    "AQAEgBQAAAAAAAAAAAAAACQAAAABAgAAAAAABSAAAAAgAgAABAAsAAEAAAAAACQA/wEPAAEFAAAAAAAFFQAAAADHw7Z3uwR8GU92yk8EAAA=");

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

// owner, group, SACL and DACL in the order in which Windows lays them out, with bytes between and behind
QByteArray laidOutLikeWindows()
{
    const QByteArray sacl = hex("02001c0001000000"
                                "02401400ff010f00"
                                "010100000000000100000000");
    const QByteArray dacl = hex("02002000"
                                "01000000"
                                "00021400100000000101000000000005"
                                "0b000000"
                                "deadbeef"); // 4 bytes slack
    const QByteArray owner = Sid::fromText(QStringLiteral("S-1-5-32-544")).value().toBytes();
    const QByteArray group = Sid::fromText(QStringLiteral("S-1-5-18")).value().toBytes();
    QByteArray bytes = hex("0142149c") + QByteArray(16, '\0');
    const auto place = [&bytes](int field, const QByteArray &part) {
        qToLittleEndian(quint32(bytes.size()), bytes.data() + field);
        bytes += part;
    };
    place(12, sacl);
    bytes += "gap!";
    place(16, dacl);
    place(4, owner);
    place(8, group);
    return bytes + "behind";
}

} // namespace

class SecurityDescriptorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sidTextAndBytesAgree_data();
    void sidTextAndBytesAgree();
    void wrongSidTextIsRefused_data();
    void wrongSidTextIsRefused();
    void guidIsMixedEndian();
    void wrongGuidTextIsRefused();
    void membershipOfADirectoryIsRead();
    void layoutOfWindowsSurvives();
    void oneSidMayServeAsOwnerAndGroup();
    void unknownEntriesSurvive();
    void objectFlagsThatAreNotKnownSurvive();
    void daclOnlyLeavesEverythingElseOut();
    void nullAndAbsentDaclDiffer();
    void malformedDescriptorIsRefused_data();
    void malformedDescriptorIsRefused();
    void everyTruncationIsRefused();
    void listThatIsTooLongIsRefused();
    void randomBytesNeverCrashAndRoundTripWhenAccepted();
};

void SecurityDescriptorTest::sidTextAndBytesAgree_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("everyone") << "S-1-1-0" << hex("010100000000000100000000");
    QTest::newRow("account") << "S-1-5-21-1-2-4294967295-1103"
                             << hex("010500000000000515000000 01000000 02000000 ffffffff 4f040000");
    QTest::newRow("authority alone") << "S-1-5" << hex("0100000000000005");
    QTest::newRow("authority above 32 bits") << "S-1-0x010203040506-7" << hex("010101020304050607000000");
}

void SecurityDescriptorTest::sidTextAndBytesAgree()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    const auto fromText = Sid::fromText(text);
    QVERIFY(fromText);
    QCOMPARE(fromText->toBytes(), bytes);
    QCOMPARE(fromText->toText(), text);
    QCOMPARE(Sid::fromBytes(fromText->toBytes()).value(), *fromText);
}

void SecurityDescriptorTest::wrongSidTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "S", "S-1", "S-1-", "S-1-5-", "S-1-x", "S-2-5-18", "S-1-5-18-", "S-1-5--18",
                             "S-1-5-4294967296", "S-1-281474976710656-1", "S-1-5-x", "S-1-5-+1", "S-1-5- 1", "X-1-5-18",
                             "S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void SecurityDescriptorTest::wrongSidTextIsRefused()
{
    QFETCH(QString, text);
    const auto sid = Sid::fromText(text);
    QVERIFY(!sid);
    QCOMPARE(sid.error().code, ErrorCode::SecurityDescriptorInvalid);
}

void SecurityDescriptorTest::guidIsMixedEndian()
{
    const auto guid = Guid::fromText(QStringLiteral("{1131F6AA-9c07-11d1-f79f-00c04fc2dcd2}"));
    QVERIFY(guid);
    QCOMPARE(guid->toBytes(), hex("aaf63111079cd111f79f00c04fc2dcd2"));
    QCOMPARE(guid->toText(), QStringLiteral("1131f6aa-9c07-11d1-f79f-00c04fc2dcd2"));
    const auto zero = Guid::fromText(QStringLiteral("00000000-0000-0000-0000-000000000000"));
    QVERIFY(zero);
    QCOMPARE(zero->toBytes(), QByteArray(16, '\0'));
}

void SecurityDescriptorTest::wrongGuidTextIsRefused()
{
    for (const char *text : {"", "1131f6aa", "1131f6aa9c0711d1f79f00c04fc2dcd2", "1131f6aa-9c07-11d1-f79f-00c04fc2dcg2",
                             "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2-", "{1131f6aa-9c07-11d1-f79f-00c04fc2dcd2"})
        QVERIFY2(!Guid::fromText(QString::fromLatin1(text)), text);
}

void SecurityDescriptorTest::membershipOfADirectoryIsRead()
{
    const auto sd = SecurityDescriptor::fromBytes(membershipOfOneHost);
    QVERIFY(sd);
    QCOMPARE(sd->owner->toText(), QStringLiteral("S-1-5-32-544"));
    QVERIFY(!sd->group);
    QCOMPARE(sd->dacl->aces.size(), 1);
    QCOMPARE(sd->dacl->aces.first().mask, ds_right::fullControl);
    QCOMPARE(sd->dacl->aces.first().trustee.rid(), 1103U);
    QCOMPARE(sd->toBytes().value(), membershipOfOneHost);
}

void SecurityDescriptorTest::layoutOfWindowsSurvives()
{
    const QByteArray bytes = laidOutLikeWindows();
    auto sd = SecurityDescriptor::fromBytes(bytes);
    QVERIFY(sd);
    QCOMPARE(sd->resourceManagerControl, quint8(0x42));
    QCOMPARE(sd->dacl->slack, hex("deadbeef"));
    QCOMPARE(sd->toBytes().value(), bytes);

    // A change moves what comes behind and nothing else.
    sd->dacl->aces.append(Ace::allow(Sid::fromText(QStringLiteral("S-1-1-0")).value(), ds_right::readProperty));
    const QByteArray changed = sd->toBytes().value();
    QCOMPARE(changed.size(), bytes.size() + 20);
    const auto again = SecurityDescriptor::fromBytes(changed);
    QVERIFY(again);
    QCOMPARE(*again, *sd);
    QVERIFY(changed.contains("gap!"));
    QVERIFY(changed.endsWith("behind"));
}

void SecurityDescriptorTest::oneSidMayServeAsOwnerAndGroup()
{
    QByteArray bytes = membershipOfOneHost;
    qToLittleEndian(qFromLittleEndian<quint32>(bytes.constData() + 4), bytes.data() + 8);
    const auto sd = SecurityDescriptor::fromBytes(bytes);
    QVERIFY(sd);
    QCOMPARE(sd->group, sd->owner);
    QCOMPARE(sd->toBytes().value(), bytes);
}

void SecurityDescriptorTest::unknownEntriesSurvive()
{
    const QByteArray dacl = hex("0400340003000000"
                                "7fa5 0c00 0011223344556677" // a type of a later system
                                "0402 0400"                  // a compound entry, empty
                                "0900 1c00 30000000 010100000000000100000000 61727478 01020304"); // a condition
    QByteArray bytes = hex("01000480") + QByteArray(16, '\0') + dacl;
    qToLittleEndian(quint32(20), bytes.data() + 16);
    const auto sd = SecurityDescriptor::fromBytes(bytes);
    QVERIFY2(sd, sd ? "" : qPrintable(sd.error().toLogText()));
    QCOMPARE(sd->dacl->aces.size(), 3);
    QCOMPARE(sd->dacl->aces.at(0).layout(), Ace::Layout::Opaque);
    QCOMPARE(sd->dacl->aces.at(2).applicationData, hex("6172747801020304"));
    QCOMPARE(sd->toBytes().value(), bytes);
    // and through text
    const auto again = securityDescriptorFromSddl(toSddl(*sd));
    QVERIFY2(again, again ? "" : qPrintable(again.error().toLogText()));
    QCOMPARE(again->dacl->aces, sd->dacl->aces);
}

void SecurityDescriptorTest::objectFlagsThatAreNotKnownSurvive()
{
    const QByteArray ace = hex("0500 1800 00010000 000000f0 010100000000000100000000");
    qsizetype length = 0;
    const auto read = Ace::fromPrefix(ace, length);
    QVERIFY(read);
    QCOMPARE(read->otherObjectFlags, 0xf0000000U);
    QCOMPARE(read->toBytes().value(), ace);
}

void SecurityDescriptorTest::daclOnlyLeavesEverythingElseOut()
{
    const auto sd = SecurityDescriptor::fromBytes(laidOutLikeWindows()).value();
    const SecurityDescriptor only = sd.daclOnly();
    QVERIFY(!only.owner);
    QVERIFY(!only.group);
    QVERIFY(!only.sacl);
    QCOMPARE(only.dacl, sd.dacl);
    QCOMPARE(only.control, quint16(0x9404)); // self-relative, protected, auto-inherited, present
    QCOMPARE(only.toBytes().value().size(), 20 + 32);
}

void SecurityDescriptorTest::nullAndAbsentDaclDiffer()
{
    SecurityDescriptor sd;
    QVERIFY(!sd.hasNullDacl());
    sd.control |= sd_control::daclPresent;
    QVERIFY(sd.hasNullDacl());
    const auto again = SecurityDescriptor::fromBytes(sd.toBytes().value());
    QVERIFY(again);
    QVERIFY(again->hasNullDacl());
}

void SecurityDescriptorTest::malformedDescriptorIsRefused_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("revision") << 0 << hex("02");
    QTest::newRow("absolute form") << 3 << hex("00");
    QTest::newRow("owner inside the head") << 4 << hex("13000000");
    QTest::newRow("owner behind the end") << 4 << hex("ffffffff");
    QTest::newRow("owner overlaps the list") << 4 << hex("28000000");
    QTest::newRow("SID revision") << 20 << hex("02");
    QTest::newRow("SID count above 15") << 21 << hex("10");
    QTest::newRow("SID runs into the list") << 21 << hex("0f");
    QTest::newRow("list revision") << 36 << hex("01");
    QTest::newRow("list size below its head") << 38 << hex("0700");
    QTest::newRow("list size behind the end") << 38 << hex("2d00");
    QTest::newRow("more entries than there are") << 40 << hex("0200");
    QTest::newRow("entry size zero") << 46 << hex("0000");
    QTest::newRow("entry size behind the list") << 46 << hex("2500");
    QTest::newRow("entry too short for its SID") << 46 << hex("2000");
    QTest::newRow("object entry too short") << 44 << hex("0500");
}

void SecurityDescriptorTest::malformedDescriptorIsRefused()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QByteArray all = membershipOfOneHost;
    all.replace(at, bytes.size(), bytes);
    const auto sd = SecurityDescriptor::fromBytes(all);
    QVERIFY(!sd);
    QCOMPARE(sd.error().code, ErrorCode::SecurityDescriptorInvalid);
    QVERIFY(!sd.error().detail.isEmpty());
}

void SecurityDescriptorTest::everyTruncationIsRefused()
{
    for (qsizetype size = 0; size < membershipOfOneHost.size(); ++size)
        QVERIFY2(!SecurityDescriptor::fromBytes(membershipOfOneHost.left(size)), qPrintable(QString::number(size)));
}

void SecurityDescriptorTest::listThatIsTooLongIsRefused()
{
    SecurityDescriptor sd;
    Acl acl;
    const Ace ace = Ace::allow(Sid::fromText(QStringLiteral("S-1-1-0")).value(), 1);
    acl.aces.fill(ace, 65528 / 20); // 8 bytes of head
    sd.setDacl(acl);
    QVERIFY(sd.toBytes());
    sd.dacl->aces.append(ace);
    const auto bytes = sd.toBytes();
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::SecurityDescriptorInvalid);
}

void SecurityDescriptorTest::randomBytesNeverCrashAndRoundTripWhenAccepted()
{
    std::mt19937 random(5489); // fixed: a failure can be repeated
    const QVector<QByteArray> seeds{membershipOfOneHost, laidOutLikeWindows()};
    int accepted = 0;
    for (int round = 0; round < 60000; ++round) {
        QByteArray bytes = seeds.at(round % seeds.size());
        const auto changes = 1 + random() % 4;
        for (unsigned i = 0; i < changes; ++i) {
            const auto at = qsizetype(random() % std::size_t(bytes.size()));
            switch (random() % 4) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random() % 8));
                break;
            case 2:
                bytes.truncate(std::max<qsizetype>(at, 1));
                break;
            case 3:
                bytes.insert(at, static_cast<char>(random()));
                break;
            }
        }
        const auto sd = SecurityDescriptor::fromBytes(bytes);
        if (!sd)
            continue;
        ++accepted;
        QVERIFY2(sd->toBytes().value() == bytes, bytes.toHex().constData());
        const auto throughText = securityDescriptorFromSddl(toSddl(*sd));
        QVERIFY2(throughText, qPrintable(toSddl(*sd)));
    }
    QVERIFY2(accepted > 1000, qPrintable(QString::number(accepted)));
}

QTEST_GUILESS_MAIN(SecurityDescriptorTest)
#include "tst_security_descriptor.moc"
