// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Worker.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QFutureWatcher>
#include <QtTest>

using namespace cloudsync;

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsTheResultBackAsAFuture()
    {
        Worker worker;
        QFutureWatcher<int> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcher<int>::finished);
        watcher.setFuture(worker.run([](std::stop_token) { return 42; }));
        QVERIFY(finished.wait());
        QCOMPARE(watcher.result(), 42);
    }

    void destroyingItStopsTheWork()
    {
        QSemaphore begun;
        bool stopped = false;
        {
            Worker worker;
            auto future = worker.run([&](std::stop_token stop) {
                QSemaphore wake;
                const std::stop_callback onStop(stop, [&] { wake.release(); });
                begun.release();
                stopped = wake.tryAcquire(1, 10000);
            });
            QVERIFY(begun.tryAcquire(1, 10000));
        }
        QVERIFY(stopped);
    }

    void manyPiecesRunAtOnce()
    {
        Worker worker;
        QSemaphore together;
        QVector<QFuture<bool>> futures;
        for (int i = 0; i < 4; ++i) {
            futures.append(worker.run([&](std::stop_token) {
                together.release();
                const bool met = together.tryAcquire(4, 10000);
                if (met)
                    together.release(4);
                return met;
            }));
        }
        for (QFuture<bool> &future : futures)
            QVERIFY(future.result());
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
