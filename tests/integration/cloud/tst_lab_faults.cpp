// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong between here and Graph: nothing is lost, nothing is doubled.
#include "tests/integration/cloud/LabSession.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;

class LabFaultsTest : public QObject
{
    Q_OBJECT

private:
    LabTenant m_lab;
    std::unique_ptr<LabSession> m_session;
    std::shared_ptr<Tenant> m_tenant;

    [[nodiscard]] int writes(const QString &pathPart)
    {
        int count = 0;
        const QJsonArray exchanges = m_lab.record().value(QStringLiteral("exchanges")).toArray();
        for (const QJsonValue &value : exchanges) {
            const QJsonObject exchange = value.toObject();
            if (exchange.value(QStringLiteral("method")).toString() == QLatin1String("POST") &&
                exchange.value(QStringLiteral("path")).toString().contains(pathPart))
                ++count;
        }
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_lab.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void init()
    {
        m_lab.clearFaults();
        m_lab.setLatency(0);
        m_session = std::make_unique<LabSession>();
        QString reason;
        m_tenant = m_session->open(m_lab, reason);
        QVERIFY2(m_tenant, qPrintable(reason));
        m_lab.resetRecord();
    }

    void readEndsAsTheTableSays_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<QString>("code"); // empty: succeeds
        QTest::addColumn<int>("requests");
        const auto row = [](const char *name, QJsonObject fault, const QString &code, int requests) {
            fault.insert(QStringLiteral("match"), QJsonObject{{QStringLiteral("path"), QStringLiteral("/domains")}});
            QTest::newRow(name) << fault << code << requests;
        };
        const auto status = [](int value, int times = 1) {
            return QJsonObject{{QStringLiteral("status"), value}, {QStringLiteral("times"), times}};
        };
        const auto with = [](QJsonObject fault, const char *key, const QJsonValue &value) {
            fault.insert(QLatin1String(key), value);
            return fault;
        };
        const auto name = [](ErrorCode code) { return errorCodeName(code); };
        row("401 midway", status(401), {}, 2);
        row("401 for good", status(401, 0), name(ErrorCode::SignInExpired), 2);
        row("403 of an application",
            with(status(403), "body",
                 QJsonObject{{QStringLiteral("error"),
                              QJsonObject{{QStringLiteral("code"), QStringLiteral("Authorization_RequestDenied")},
                                          {QStringLiteral("message"),
                                           QStringLiteral("Insufficient privileges to complete the operation.")}}}}),
            name(ErrorCode::TenantPermissionMissing), 1);
        row("403 with claims",
            with(status(403), "headers",
                 QJsonObject{{QStringLiteral("WWW-Authenticate"),
                              QStringLiteral("Bearer error=\"insufficient_claims\", claims=\"e30=\"")}}),
            name(ErrorCode::SignInInteractionRequired), 1);
        row("404", status(404), name(ErrorCode::TenantNotFound), 1);
        row("409", status(409), name(ErrorCode::TenantConflict), 1);
        row("412", status(412), name(ErrorCode::TenantChangedMeanwhile), 1);
        row("429 with Retry-After",
            with(status(429), "headers", QJsonObject{{QStringLiteral("Retry-After"), QStringLiteral("1")}}), {}, 2);
        row("429 without", status(429), {}, 2);
        row("500", status(500), {}, 2);
        row("502", status(502), {}, 2);
        row("503 twice", status(503, 2), {}, 3);
        row("504", status(504), {}, 2);
        row("reset", {{QStringLiteral("reset"), true}}, {}, 2);
        row("truncated body", {{QStringLiteral("truncate"), 20}}, {}, 2);
        row("html",
            with(with(status(200), "body", QStringLiteral("<html>Sign in</html>")), "contentType",
                 QStringLiteral("text/html")),
            name(ErrorCode::TenantResponseInvalid), 1);
        row("redirect",
            with(status(302), "headers",
                 QJsonObject{{QStringLiteral("Location"), QStringLiteral("https://portal.invalid/")}}),
            name(ErrorCode::TenantResponseInvalid), 1);
        row("slow body", {{QStringLiteral("slowMilliseconds"), 100}}, {}, 1);
    }

    void readEndsAsTheTableSays()
    {
        QFETCH(QJsonObject, fault);
        QFETCH(QString, code);
        QFETCH(int, requests);
        m_lab.addFault(fault);
        const auto result = m_tenant->domains({});
        QCOMPARE(result ? QString() : errorCodeName(result.error().code), code);
        if (result)
            QVERIFY(!result->isEmpty());
        else
            QVERIFY2(result.error().detail.contains(QStringLiteral("client-request-id")),
                     qPrintable(result.error().detail));
        m_lab.clearFaults();
        // Qt may send a GET again by itself when the connection is reset, so "at least" there.
        const int seen =
            m_lab.record(QStringLiteral("path=/domains")).value(QStringLiteral("exchanges")).toArray().size();
        if (fault.value(QStringLiteral("reset")).toBool() || fault.contains(QStringLiteral("truncate")))
            QVERIFY2(seen >= requests, QByteArray::number(seen));
        else
            QCOMPARE(seen, requests);
    }

    void lostInstantiateMakesOneConfiguration_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::newRow("carried out, then reset")
            << QJsonObject{{QStringLiteral("carryOut"), true}, {QStringLiteral("reset"), true}};
        QTest::newRow("carried out, then 504")
            << QJsonObject{{QStringLiteral("carryOut"), true}, {QStringLiteral("status"), 504}};
        QTest::newRow("carried out, then cut off") << QJsonObject{{QStringLiteral("truncate"), 10}};
        QTest::newRow("not carried out, reset") << QJsonObject{{QStringLiteral("reset"), true}};
        QTest::newRow("not carried out, 503") << QJsonObject{{QStringLiteral("status"), 503}};
        QTest::newRow("not carried out, 429") << QJsonObject{
            {QStringLiteral("status"), 429},
            {QStringLiteral("headers"), QJsonObject{{QStringLiteral("Retry-After"), QStringLiteral("1")}}}};
    }

    void lostInstantiateMakesOneConfiguration()
    {
        QFETCH(QJsonObject, fault);
        fault.insert(QStringLiteral("match"), QJsonObject{{QStringLiteral("method"), QStringLiteral("POST")},
                                                          {QStringLiteral("path"), QStringLiteral("/instantiate")}});
        m_lab.addFault(fault);
        const auto made = m_tenant->createConfiguration(QStringLiteral("contoso.test"), {});
        QVERIFY2(made.has_value(), why(made));
        m_lab.clearFaults();
        const auto jobs = m_tenant->jobs(made->servicePrincipalId, {});
        QVERIFY2(jobs.has_value(), why(jobs));
        const auto all = m_tenant->configurations({});
        QVERIFY2(all.has_value(), why(all));
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().servicePrincipalId, made->servicePrincipalId);
        const auto removed = m_tenant->removeServicePrincipal(made->servicePrincipalId, {});
        QVERIFY2(removed.has_value(), why(removed));
        QVERIFY(!made->applicationId.isEmpty());
        const auto application = m_tenant->removeApplication(made->applicationId, {});
        QVERIFY2(application.has_value(), why(application));
    }

    void lostJobIsMadeOnce()
    {
        const auto made = m_tenant->createConfiguration(QStringLiteral("contoso.test"), {});
        QVERIFY2(made.has_value(), why(made));
        QVERIFY2(m_tenant->jobs(made->servicePrincipalId, {}).has_value(), "the service principal is there");
        m_lab.addFault({{QStringLiteral("match"), QJsonObject{{QStringLiteral("method"), QStringLiteral("POST")},
                                                              {QStringLiteral("path"), QStringLiteral("/jobs$")}}},
                        {QStringLiteral("carryOut"), true},
                        {QStringLiteral("reset"), true}});
        const auto job = m_tenant->createJob(made->servicePrincipalId, QStringLiteral("AD2AADProvisioning"), {});
        QVERIFY2(job.has_value(), why(job));
        const auto jobs = m_tenant->jobs(made->servicePrincipalId, {});
        QVERIFY2(jobs.has_value(), why(jobs));
        QCOMPARE(jobs->size(), 1);
        QCOMPARE(jobs->first().id, job->id);
        QVERIFY(m_tenant->removeServicePrincipal(made->servicePrincipalId, {}).has_value());
        QVERIFY(m_tenant->removeApplication(made->applicationId, {}).has_value());
    }

    void cancelEndsAWaitForTheService()
    {
        m_lab.addFault(
            {{QStringLiteral("match"), QJsonObject{{QStringLiteral("path"), QStringLiteral("/domains")}}},
             {QStringLiteral("status"), 429},
             {QStringLiteral("times"), 0},
             {QStringLiteral("headers"), QJsonObject{{QStringLiteral("Retry-After"), QStringLiteral("120")}}}});
        std::stop_source stop;
        std::optional<Result<QVector<TenantDomain>>> result;
        std::jthread thread([&] { result = m_tenant->domains(stop.get_token()); });
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_lab.record(QStringLiteral("path=/domains")).value(QStringLiteral("exchanges")).toArray().isEmpty(),
            20000);
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        thread.join();
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(!*result);
        QCOMPARE(result->error().code, ErrorCode::Cancelled);
    }

    void stoppedServiceIsUnreachable()
    {
        LabTenant other;
        QCOMPARE(other.start(), QString());
        QString reason;
        const auto tenant = m_session->open(other, reason);
        QVERIFY2(tenant, qPrintable(reason));
        other.stop();
        const auto result = tenant->domains({});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
    }
};

QTEST_GUILESS_MAIN(LabFaultsTest)
#include "tst_lab_faults.moc"
