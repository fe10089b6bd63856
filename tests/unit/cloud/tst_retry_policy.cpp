// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/RetryPolicy.h"
#include "tests/unit/cloud/FakeHttpClient.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_now{QDate(2026, 10, 1), QTime(12, 0), Qt::UTC};

    [[nodiscard]] RetryPolicy::Situation at(int attempts, bool repeatable, milliseconds elapsed = milliseconds(0)) const
    {
        return {attempts, elapsed, repeatable, m_now, 0};
    }

private Q_SLOTS:
    void statusDecides_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("retryAfter");
        QTest::addColumn<bool>("repeatable");
        QTest::addColumn<bool>("again");
        const auto row = [](int status, bool retryAfter, bool repeatable, bool again) {
            QTest::addRow("%d%s%s", status, retryAfter ? " with Retry-After" : "", repeatable ? " repeatable" : "")
                << status << retryAfter << repeatable << again;
        };
        row(200, false, true, false);
        row(400, false, true, false);
        row(401, false, true, false);
        row(403, false, true, false);
        row(404, false, true, false);
        row(409, false, true, false);
        row(412, false, true, false);
        row(429, false, false, true);
        row(429, true, false, true);
        row(500, false, true, true);
        row(500, false, false, false);
        row(501, false, true, false);
        row(502, false, true, true);
        row(502, false, false, false);
        row(503, false, true, true);
        row(503, false, false, false);
        row(503, true, false, true);
        row(504, false, true, true);
        row(504, true, false, false);
    }

    void statusDecides()
    {
        QFETCH(int, status);
        QFETCH(bool, retryAfter);
        QFETCH(bool, repeatable);
        QFETCH(bool, again);
        HttpResponse response = emptyResponse(status);
        if (retryAfter)
            response.headers.emplaceBack("Retry-After", "2");
        QCOMPARE(RetryPolicy().pause(response, at(1, repeatable)).has_value(), again);
    }

    void networkFailureIsRepeatedOnlyWhereThatIsSafe()
    {
        const RetryPolicy policy;
        const Result<HttpResponse> lost = fail(ErrorCode::NetworkUnreachable);
        QVERIFY(policy.pause(lost, at(1, true)).has_value());
        QVERIFY(!policy.pause(lost, at(1, false)));
        for (const ErrorCode code :
             {ErrorCode::NameNotResolved, ErrorCode::TlsCertificateNotTrusted, ErrorCode::TlsFailed,
              ErrorCode::ProxyAuthenticationRequired, ErrorCode::Cancelled})
            QVERIFY(!policy.pause(fail(code), at(1, true)));
    }

    void pausesDoubleUpToALimit()
    {
        const RetryPolicy policy;
        const Result<HttpResponse> busy = emptyResponse(500);
        QList<qint64> pauses;
        for (int attempts = 1; attempts < 8; ++attempts)
            pauses.append(policy.pause(busy, at(attempts, true))->count());
        QCOMPARE(pauses, (QList<qint64>{500, 1000, 2000, 4000, 8000, 16000, 30000}));
    }

    void jitterAddsUpToHalf()
    {
        RetryPolicy::Situation situation = at(1, true);
        situation.chance = 0.5;
        QCOMPARE(RetryPolicy().pause(emptyResponse(500), situation).value(), milliseconds(625));
    }

    void attemptsAreLimited()
    {
        const RetryPolicy policy;
        QVERIFY(policy.pause(emptyResponse(429), at(7, false)).has_value());
        QVERIFY(!policy.pause(emptyResponse(429), at(8, false)));
        QVERIFY(policy.pause(fail(ErrorCode::TimedOut), at(3, true)).has_value());
        QVERIFY(!policy.pause(fail(ErrorCode::TimedOut), at(4, true)));
    }

    void totalTimeIsLimited()
    {
        const RetryPolicy policy;
        const Result<HttpResponse> throttled = emptyResponse(429, {{"Retry-After", "120"}});
        QVERIFY(policy.pause(throttled, at(2, false, minutes(7))).has_value());
        QVERIFY(!policy.pause(throttled, at(2, false, minutes(9))));
    }

    void retryAfterIsReadInBothForms_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("expected"); // -1: none
        QTest::newRow("seconds") << QByteArray("17") << qint64(17000);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("date") << QByteArray("Thu, 01 Oct 2026 12:00:30 GMT") << qint64(30000);
        QTest::newRow("date gone by") << QByteArray("Thu, 01 Oct 2026 11:00:00 GMT") << qint64(0);
        QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
        QTest::newRow("empty") << QByteArray("") << qint64(-1);
    }

    void retryAfterIsReadInBothForms()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, expected);
        const auto result = emptyResponse(429, {{"Retry-After", value}}).retryAfter(m_now);
        QCOMPARE(result ? qint64(result->count()) : qint64(-1), expected);
    }
};

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "tst_retry_policy.moc"
