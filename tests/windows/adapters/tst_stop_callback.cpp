// SPDX-License-Identifier: GPL-3.0-or-later
// What every cancelled wait relies on: a stop_callback that is destroyed while another thread is inside it comes to an end
// (cmake/mingw-atomic-wait.h). With the library's own way of waiting this program sleeps for ever.
#include <QTest>

#include <atomic>
#include <semaphore>
#include <stop_token>
#include <thread>

class StopCallbackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destructionWaitsForTheCallbackAndNoLonger()
    {
        constexpr int rounds = 100000;
        std::atomic_int round = 0; // the one that may begin
        std::atomic_int registered = 0;
        std::atomic_int destroyed = 0;
        std::atomic<std::stop_source *> source = nullptr;
        std::atomic_bool early = false;
        std::jthread other([&] {
            for (int i = 1; i <= rounds; ++i) {
                while (round < i)
                    std::this_thread::yield();
                std::atomic_bool begun = false;
                std::atomic_bool ended = false;
                {
                    const std::stop_callback callback(source.load()->get_token(), [&] {
                        begun = true;
                        std::this_thread::yield();
                        ended = true;
                    });
                    registered = i;
                    while (!begun)
                        std::this_thread::yield();
                }
                if (!ended)
                    early = true;
                destroyed = i;
            }
        });
        for (int i = 1; i <= rounds; ++i) {
            std::stop_source stop;
            source = &stop;
            round = i;
            while (registered < i)
                std::this_thread::yield();
            QVERIFY(stop.request_stop());
            while (destroyed < i)
                std::this_thread::yield();
        }
        QVERIFY(!early);
    }

    void timedWaitEndsWithItsTimeOrBeforeIt()
    {
        using namespace std::chrono_literals;
        std::binary_semaphore semaphore(0);
        const auto begin = std::chrono::steady_clock::now();
        QVERIFY(!semaphore.try_acquire_for(50ms));
        QVERIFY(std::chrono::steady_clock::now() - begin >= 50ms);
        std::jthread other([&] { semaphore.release(); });
        QVERIFY(semaphore.try_acquire_for(60s));
        QVERIFY(std::chrono::steady_clock::now() - begin < 60s);
    }
};

QTEST_GUILESS_MAIN(StopCallbackTest)
#include "tst_stop_callback.moc"
