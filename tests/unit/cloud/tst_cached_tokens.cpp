// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/CachedTokens.h"
#include "tests/unit/cloud/FakeClock.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

TokenAnswer tokens(const QByteArray &access, const FakeClock &clock, int seconds,
                   const QByteArray &refresh = "refresh-1")
{
    TokenAnswer answer;
    answer.accessToken = Secret::fromString(QString::fromLatin1(access));
    answer.refreshToken = Secret::fromString(QString::fromLatin1(refresh));
    answer.received = clock.now();
    answer.expires = clock.now().addSecs(seconds);
    return answer;
}

QByteArray text(const Result<Secret> &secret)
{
    return secret ? secret->reveal().toByteArray() : errorCodeName(secret.error().code).toLatin1();
}

} // namespace

class CachedTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsKeptUntilFiveMinutesBeforeItsEnd()
    {
        FakeClock clock;
        int renewals = 0;
        CachedTokens cached(tokens("a", clock, 3600), clock, [&](const Secret &, const std::stop_token &) {
            ++renewals;
            return Result<TokenAnswer>(tokens("b", clock, 3600));
        });
        clock.advance(std::chrono::minutes(54));
        QCOMPARE(text(cached.accessToken({})), QByteArray("a"));
        QCOMPARE(renewals, 0);
        clock.advance(std::chrono::minutes(1));
        QCOMPARE(text(cached.accessToken({})), QByteArray("b"));
        QCOMPARE(renewals, 1);
    }

    void invalidatedTokenIsReplaced()
    {
        FakeClock clock;
        CachedTokens cached(tokens("a", clock, 3600), clock, [&](const Secret &, const std::stop_token &) {
            return Result<TokenAnswer>(tokens("b", clock, 3600));
        });
        cached.invalidate();
        QCOMPARE(text(cached.accessToken({})), QByteArray("b"));
        QCOMPARE(text(cached.accessToken({})), QByteArray("b"));
    }

    void refreshTokenIsReplacedWhenANewOneComesAndKeptOtherwise()
    {
        FakeClock clock;
        QByteArrayList seen;
        QByteArray next = "refresh-2";
        CachedTokens cached(tokens("a", clock, 3600), clock, [&](const Secret &refresh, const std::stop_token &) {
            seen.append(refresh.reveal().toByteArray());
            return Result<TokenAnswer>(tokens("b", clock, 3600, next));
        });
        cached.invalidate();
        QVERIFY(cached.accessToken({}).has_value());
        next.clear();
        cached.invalidate();
        QVERIFY(cached.accessToken({}).has_value());
        cached.invalidate();
        QVERIFY(cached.accessToken({}).has_value());
        QCOMPARE(seen, (QByteArrayList{"refresh-1", "refresh-2", "refresh-2"}));
    }

    void failedRenewalDoesNoHarmWhileTheOldTokenHolds()
    {
        FakeClock clock;
        CachedTokens cached(tokens("a", clock, 3600), clock,
                            [](const Secret &, const std::stop_token &) -> Result<TokenAnswer> {
                                return fail(ErrorCode::NetworkUnreachable);
                            });
        clock.advance(std::chrono::minutes(57));
        QCOMPARE(text(cached.accessToken({})), QByteArray("a"));
        clock.advance(std::chrono::minutes(4));
        QCOMPARE(text(cached.accessToken({})), QByteArray("network.unreachable"));
    }

    void refusedTokenIsNotHandedOutAgainWhenItsRenewalFails()
    {
        FakeClock clock;
        CachedTokens cached(tokens("a", clock, 3600), clock,
                            [](const Secret &, const std::stop_token &) -> Result<TokenAnswer> {
                                return fail(ErrorCode::SignInExpired);
                            });
        cached.invalidate();
        QCOMPARE(text(cached.accessToken({})), QByteArray("signIn.expired"));
    }

    void shortLivedTokenIsUsedForMostOfItsLife()
    {
        FakeClock clock;
        int renewals = 0;
        CachedTokens cached(tokens("a", clock, 120), clock, [&](const Secret &, const std::stop_token &) {
            ++renewals;
            return Result<TokenAnswer>(tokens("b", clock, 120));
        });
        clock.advance(std::chrono::seconds(80));
        QCOMPARE(text(cached.accessToken({})), QByteArray("a"));
        QCOMPARE(renewals, 0);
    }

    void manyCallersCauseOneRenewal()
    {
        FakeClock clock;
        std::atomic_int renewals = 0;
        QSemaphore renewing;
        QSemaphore mayGoOn;
        CachedTokens cached(tokens("a", clock, 3600), clock, [&](const Secret &, const std::stop_token &) {
            ++renewals;
            renewing.release();
            mayGoOn.acquire();
            return Result<TokenAnswer>(tokens("b", clock, 3600));
        });
        cached.invalidate();
        std::atomic_int right = 0;
        {
            std::vector<std::jthread> callers;
            for (int i = 0; i < 8; ++i) {
                callers.emplace_back([&] {
                    if (text(cached.accessToken({})) == "b")
                        ++right;
                });
            }
            QVERIFY(renewing.tryAcquire(1, 10000));
            mayGoOn.release(8);
        }
        QCOMPARE(right.load(), 8);
        QCOMPARE(renewals.load(), 1);
    }

    void personIsAskedAgainWhereTheServiceDoesNotRenew_data()
    {
        QTest::addColumn<ErrorCode>("refusal");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("revoked") << ErrorCode::SignInExpired << QByteArray("proved");
        QTest::newRow("second factor wanted") << ErrorCode::SignInInteractionRequired << QByteArray("proved");
        QTest::newRow("blocked by a policy") << ErrorCode::SignInRefused << QByteArray("signIn.refused");
        QTest::newRow("network") << ErrorCode::NetworkUnreachable << QByteArray("network.unreachable");
    }

    void personIsAskedAgainWhereTheServiceDoesNotRenew()
    {
        QFETCH(ErrorCode, refusal);
        QFETCH(QByteArray, outcome);
        FakeClock clock;
        QByteArrayList asked;
        CachedTokens cached(
            tokens("a", clock, 3600), clock,
            [refusal](const Secret &, const std::stop_token &) -> Result<TokenAnswer> { return fail(refusal); },
            [&](const QByteArray &claims, const std::stop_token &) -> Result<TokenAnswer> {
                asked.append(claims);
                return tokens("proved", clock, 3600);
            });
        cached.invalidate();
        QCOMPARE(text(cached.accessToken({})), outcome);
        QCOMPARE(asked, outcome == "proved" ? QByteArrayList{QByteArray()} : QByteArrayList());
    }

    void personWhoDeclinesIsAskedOnceByManyCallers()
    {
        FakeClock clock;
        std::atomic_int asked = 0;
        QSemaphore asking;
        QSemaphore mayGoOn;
        const Secret refused = Secret::fromString(QStringLiteral("a"));
        CachedTokens cached(
            tokens("a", clock, 3600), clock,
            [](const Secret &, const std::stop_token &) -> Result<TokenAnswer> { return fail(ErrorCode::Internal); },
            [&](const QByteArray &, const std::stop_token &) -> Result<TokenAnswer> {
                ++asked;
                asking.release();
                mayGoOn.acquire();
                return fail(ErrorCode::SignInDeclined);
            });
        std::atomic_int declined = 0;
        std::atomic_int begun = 0;
        {
            std::vector<std::jthread> callers;
            for (int i = 0; i < 4; ++i) {
                callers.emplace_back([&] {
                    ++begun;
                    const auto met = cached.stepUp(refused, "{}", {});
                    if (!met && met.error().code == ErrorCode::SignInDeclined)
                        ++declined;
                });
            }
            QVERIFY(asking.tryAcquire(1, 10000));
            QTRY_COMPARE(begun.load(), 4);
            QCOMPARE(text(cached.accessToken({})), QByteArray("a")); // others may go on with the token in hand
            mayGoOn.release(4);
        }
        QCOMPARE(declined.load(), 4);
        // Who came later than the refusal asks anew: at most the callers that had not yet waited.
        QVERIFY(asked.load() < 4);
    }

    void strongerTokenIsHandedOutAndAnOlderChallengeIsMetByIt()
    {
        FakeClock clock;
        int asked = 0;
        CachedTokens cached(
            tokens("a", clock, 3600), clock,
            [](const Secret &, const std::stop_token &) -> Result<TokenAnswer> { return fail(ErrorCode::Internal); },
            [&](const QByteArray &claims, const std::stop_token &) -> Result<TokenAnswer> {
                ++asked;
                return claims == "{\"x\":1}" ? Result<TokenAnswer>(tokens("b", clock, 3600)) : fail(ErrorCode::Internal);
            });
        const Secret old = Secret::fromString(QStringLiteral("a"));
        QVERIFY(cached.stepUp(old, "{\"x\":1}", {}).has_value());
        QCOMPARE(text(cached.accessToken({})), QByteArray("b"));
        QVERIFY(cached.stepUp(old, "{\"x\":1}", {}).has_value());
        QCOMPARE(asked, 1);
    }

    void applicationCannotProveMore()
    {
        FakeClock clock;
        CachedTokens cached(tokens("a", clock, 3600), clock, [&](const Secret &, const std::stop_token &) {
            return Result<TokenAnswer>(tokens("b", clock, 3600));
        });
        const auto met = cached.stepUp(Secret::fromString(QStringLiteral("a")), "{}", {});
        QVERIFY(!met);
        QCOMPARE(met.error().code, ErrorCode::SignInInteractionRequired);
        QCOMPARE(text(cached.accessToken({})), QByteArray("a"));
    }

    void stoppedCallerDoesNotWaitForTheRenewalOfAnother()
    {
        FakeClock clock;
        QSemaphore renewing;
        QSemaphore mayGoOn;
        CachedTokens cached(tokens("a", clock, 3600), clock, [&](const Secret &, const std::stop_token &) {
            renewing.release();
            mayGoOn.acquire();
            return Result<TokenAnswer>(tokens("b", clock, 3600));
        });
        cached.invalidate();
        std::jthread first([&] { (void)cached.accessToken({}); });
        QVERIFY(renewing.tryAcquire(1, 10000));
        std::stop_source stop;
        QByteArray outcome;
        std::jthread second([&] { outcome = text(cached.accessToken(stop.get_token())); });
        stop.request_stop();
        second.join();
        QCOMPARE(outcome, QByteArray("cancelled"));
        mayGoOn.release();
    }
};

QTEST_GUILESS_MAIN(CachedTokensTest)
#include "tst_cached_tokens.moc"
