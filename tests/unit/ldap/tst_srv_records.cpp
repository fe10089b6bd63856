// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/DnsSrv.h"

#include <QMap>
#include <QTest>
#include <QtEndian>

#include <random>

using namespace cloudsync;
using namespace cloudsync::ldap;

namespace {

QByteArray number(quint16 value)
{
    char raw[2];
    qToBigEndian(value, raw);
    return {raw, 2};
}

QByteArray name(const QByteArray &dotted)
{
    QByteArray bytes;
    for (const QByteArray &label : dotted.split('.')) {
        if (!label.isEmpty())
            bytes.append(static_cast<char>(label.size())).append(label);
    }
    return bytes.append('\0');
}

// A DNS answer (RFC 1035) with one question and the records given; names of records point to the question.
QByteArray answer(const QByteArrayList &records)
{
    QByteArray bytes = number(7) + number(0x8180) + number(1) + number(quint16(records.size())) + number(0) + number(0);
    bytes += name("_ldap._tcp.dc._msdcs.contoso.test") + number(33) + number(1);
    for (const QByteArray &record : records)
        bytes += record;
    return bytes;
}

QByteArray record(quint16 type, const QByteArray &data)
{
    return number(0xc00c) + number(type) + number(1) + QByteArray(4, '\0') + number(quint16(data.size())) + data;
}

QByteArray srv(quint16 priority, quint16 weight, quint16 port, const QByteArray &target)
{
    return record(33, number(priority) + number(weight) + number(port) + name(target));
}

QStringList targets(const QVector<SrvRecord> &records)
{
    QStringList list;
    for (const SrvRecord &one : records)
        list.append(one.target);
    return list;
}

} // namespace

class SrvRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerIsRead();
    void aliasOnTheWayIsSkipped();
    void serviceThatIsDecidedlyAbsentGivesNothing();
    void malformedAnswersAreRefusedAndNeverCrash();
    void lowerPriorityComesFirst();
    void weightsDecideHowOftenOneIsFirst();
};

void SrvRecordsTest::answerIsRead()
{
    const auto records =
        parseSrvAnswer(answer({srv(0, 100, 389, "dc1.contoso.test"), srv(10, 0, 3890, "dc2.contoso.test")}));
    QVERIFY(records);
    QCOMPARE(records->size(), 2);
    QCOMPARE(records->at(0), (SrvRecord{0, 100, 389, QStringLiteral("dc1.contoso.test")}));
    QCOMPARE(records->at(1), (SrvRecord{10, 0, 3890, QStringLiteral("dc2.contoso.test")}));
}

void SrvRecordsTest::aliasOnTheWayIsSkipped()
{
    const auto records =
        parseSrvAnswer(answer({record(5, name("elsewhere.test")), srv(0, 0, 389, "dc1.contoso.test")}));
    QVERIFY(records);
    QCOMPARE(targets(*records), QStringList{QStringLiteral("dc1.contoso.test")});
}

void SrvRecordsTest::serviceThatIsDecidedlyAbsentGivesNothing()
{
    const auto records = parseSrvAnswer(answer({srv(0, 0, 0, "")}));
    QVERIFY(records);
    QVERIFY(records->isEmpty());
}

void SrvRecordsTest::malformedAnswersAreRefusedAndNeverCrash()
{
    const QByteArray whole = answer({srv(0, 100, 389, "dc1.contoso.test"), srv(10, 0, 3890, "dc2.contoso.test")});
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!parseSrvAnswer(whole.left(size)), qPrintable(QString::number(size)));
    QVERIFY(!parseSrvAnswer(answer({record(33, "short")})));
    std::mt19937 random(99); // fixed: a failure can be repeated
    int read = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes = whole;
        bytes[qsizetype(random() % std::size_t(bytes.size()))] = static_cast<char>(random());
        if (parseSrvAnswer(bytes))
            ++read;
    }
    QVERIFY(read > 100);
}

void SrvRecordsTest::lowerPriorityComesFirst()
{
    const QVector<SrvRecord> records{
        {20, 0, 389, QStringLiteral("c")}, {0, 5, 389, QStringLiteral("a")}, {10, 0, 389, QStringLiteral("b")}};
    for (const quint32 drawn : {0U, 1U, 5U}) {
        const auto ordered = orderSrv(records, [&](quint32 most) { return std::min(drawn, most); });
        QCOMPARE(targets(ordered), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    }
}

void SrvRecordsTest::weightsDecideHowOftenOneIsFirst()
{
    const QVector<SrvRecord> records{{0, 0, 389, QStringLiteral("never")},
                                     {0, 10, 389, QStringLiteral("seldom")},
                                     {0, 90, 389, QStringLiteral("often")}};
    std::mt19937 random(1); // fixed: a failure can be repeated
    QMap<QString, int> first;
    for (int i = 0; i < 10000; ++i) {
        const auto ordered = orderSrv(records, [&](quint32 most) { return quint32(random() % (most + 1)); });
        QCOMPARE(ordered.size(), 3);
        ++first[ordered.first().target];
    }
    QVERIFY2(first.value(QStringLiteral("often")) > 8500 && first.value(QStringLiteral("often")) < 9300,
             "about 90 of 101");
    QVERIFY2(first.value(QStringLiteral("seldom")) > 700 && first.value(QStringLiteral("seldom")) < 1300,
             "about 10 of 101");
    QVERIFY2(first.value(QStringLiteral("never")) > 0 && first.value(QStringLiteral("never")) < 250, "about 1 of 101");
}

QTEST_GUILESS_MAIN(SrvRecordsTest)
#include "tst_srv_records.moc"
