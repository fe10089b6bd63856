// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/RequestWindow.h"
#include "tests/unit/cloud/FakeClock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

class RequestWindowTest : public QObject
{
    Q_OBJECT

private:
    static void enter(RequestWindow &window, FakeClock &clock, int times)
    {
        for (int i = 0; i < times; ++i)
            QVERIFY(window.enter(clock, {}));
    }

private Q_SLOTS:
    void moreThanTheLimitWaitsForTheOldest()
    {
        FakeClock clock;
        RequestWindow window(5, seconds(10));
        enter(window, clock, 5);
        QCOMPARE(clock.waited(), milliseconds(0));
        enter(window, clock, 1);
        QCOMPARE(clock.waited(), milliseconds(10000));
    }

    // Two programs: each has a window of its own, and the file is all that they share.
    void programsThatShareAFileCountTogether()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("requests"));
        FakeClock clock;
        RequestWindow one(5, seconds(10), file);
        RequestWindow two(5, seconds(10), file);
        enter(one, clock, 3);
        clock.advance(milliseconds(500));
        enter(two, clock, 2);
        QCOMPARE(clock.waited(), milliseconds(0));
        enter(two, clock, 1);
        QCOMPARE(clock.waited(), milliseconds(9500));
    }

    void aFileThatCannotBeReadIsDoneWithout_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("words") << QByteArray("soon\nlater\n");
        QTest::newRow("bytes") << QByteArray(100, '\0');
        QTest::newRow("another clock") << QByteArray("2199-01-01T00:00:00.000Z\n").repeated(9);
    }
    void aFileThatCannotBeReadIsDoneWithout()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("requests")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        FakeClock clock;
        RequestWindow window(5, seconds(10), file.fileName());
        enter(window, clock, 5);
        QCOMPARE(clock.waited(), milliseconds(0));
    }

    void withoutItsFolderTheWindowIsForThisProgramAlone()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("missing/requests"));
        FakeClock clock;
        RequestWindow window(5, seconds(10), file);
        enter(window, clock, 6);
        QCOMPARE(clock.waited(), milliseconds(10000));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("missing"))));
    }
};

QTEST_GUILESS_MAIN(RequestWindowTest)
#include "tst_request_window.moc"
