// SPDX-License-Identifier: GPL-3.0-or-later
// Faults and latency of the stand-in tenant: exactly what was ordered, as often as was ordered.
#include "tests/lab/tenant/tests/TenantProcess.h"

#include "tests/lab/tenant/Text.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace cloudsync::lab;
using namespace cloudsync::tests;

namespace {

QString shown(const std::string &text) { return QString::fromStdString(text); }

} // namespace

class TenantFaultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_tenant.start({{"lag", {{"requests", 0}, {"milliseconds", 0}}}}), qPrintable(m_tenant.error()));
        QVERIFY(!m_tenant.applicationToken().empty());
    }
    void cleanup() { QCOMPARE(m_tenant.control("DELETE", "/lab/faults").status, 200); }

    void statusComesTheOrderedTimes_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {401, 403, 404, 409, 412, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }
    void statusComesTheOrderedTimes()
    {
        QFETCH(const int, status);
        order({{"match", {{"method", "GET"}, {"path", "/organization$"}}}, {"nth", 2}, {"times", 2}, {"status", status}, {"headers", {{"Retry-After", "1"}}}});
        QCOMPARE(read().status, 200);
        const Answer second = read();
        QCOMPARE(second.status, status);
        QCOMPARE(shown(second.header("retry-after")), QStringLiteral("1"));
        QVERIFY(!second.errorCode().empty());
        QCOMPARE(m_tenant.graph("GET", "/v1.0/domains").status, 200); // another path
        QCOMPARE(read().status, status);
        QCOMPARE(read().status, 200);
        QCOMPARE(number(m_tenant.control("GET", "/lab/faults").json["faults"][0], "hit"), 2LL);
    }

    void resetEndsTheConnection()
    {
        order({{"match", {{"path", "/organization$"}}}, {"reset", true}});
        QCOMPARE(read().status, 0);
        QCOMPARE(read().status, 200);
        const Json exchanges = m_tenant.control("GET", "/lab/record").json["exchanges"];
        QCOMPARE(number(exchanges[exchanges.size() - 2], "status"), 0LL);
        QVERIFY(flag(exchanges[exchanges.size() - 2], "fault"));
    }

    void lostAnswerIsStillCarriedOut()
    {
        order({{"match", {{"method", "POST"}, {"path", "instantiate$"}}}, {"carryOut", true}, {"reset", true}});
        QCOMPARE(m_tenant.graph("POST", "/v1.0/applicationTemplates/1a4721b3-e57f-4451-ae87-ef078703ec94/instantiate", {{"displayName", "lost.test"}}).status, 0);
        const Answer found = m_tenant.graph("GET", "/v1.0/servicePrincipals?$filter=displayName%20eq%20'lost.test'");
        QCOMPARE(found.json["value"].size(), std::size_t{1});
    }

    void refusedRequestIsNotCarriedOut()
    {
        order({{"match", {{"method", "POST"}, {"path", "instantiate$"}}}, {"status", 503}});
        QCOMPARE(m_tenant.graph("POST", "/v1.0/applicationTemplates/1a4721b3-e57f-4451-ae87-ef078703ec94/instantiate", {{"displayName", "refused.test"}}).status, 503);
        QCOMPARE(m_tenant.graph("GET", "/v1.0/servicePrincipals?$filter=displayName%20eq%20'refused.test'").json["value"].size(), std::size_t{0});
    }

    void truncatedBodyEndsEarly()
    {
        order({{"match", {{"path", "/organization$"}}}, {"truncate", 20}});
        QVERIFY(read().status == 0 || read().body.size() <= 20); // the library reports a short body as no answer
        QCOMPARE(read().status, 200);
    }

    void pageInPlaceOfJson()
    {
        order({{"match", {{"path", "/organization$"}}}, {"status", 200}, {"contentType", "text/html"}, {"body", "<html>proxy</html>"}});
        const Answer answer = read();
        QCOMPARE(shown(answer.body), QStringLiteral("<html>proxy</html>"));
        QCOMPARE(shown(answer.header("content-type")), QStringLiteral("text/html"));
    }

    void redirectGoesWhereItWasOrdered()
    {
        order({{"match", {{"path", "/organization$"}}}, {"status", 302}, {"headers", {{"Location", "https://elsewhere.test/"}}}});
        const Answer answer = read();
        QCOMPARE(answer.status, 302);
        QCOMPARE(shown(answer.header("location")), QStringLiteral("https://elsewhere.test/"));
    }

    void bodyDecidesWhereItIsAskedFor()
    {
        order({{"match", {{"method", "POST"}, {"body", "grant_type=client_credentials"}}}, {"status", 500}});
        QCOMPARE(m_tenant.signInByCertificate("x").status, 500);
        QCOMPARE(m_tenant.signInByCertificate("x").status, 401);
    }

    void slowBodyArrivesWhole()
    {
        order({{"match", {{"path", "/organization$"}}}, {"slowMilliseconds", 20}});
        QElapsedTimer clock;
        clock.start();
        const Answer answer = read();
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json.is_object());
        QVERIFY(clock.elapsed() >= 140);
    }

    void latencyHoldsForEveryCallAndOthersGoOn()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/latency", {{"milliseconds", 200}, {"path", "/organization$"}}).status, 200);
        QElapsedTimer clock;
        clock.start();
        std::vector<std::future<int>> calls;
        for (int i = 0; i < 8; ++i)
            calls.push_back(std::async(std::launch::async, [this] { return read().status; }));
        for (auto &call : calls)
            QCOMPARE(call.get(), 200);
        QVERIFY2(clock.elapsed() >= 200, "each call waits");
        QVERIFY2(clock.elapsed() < 8 * 200, "they wait side by side");
    }

    void wrongOrdersAreRefused_data()
    {
        QTest::addColumn<QString>("order");
        QTest::newRow("unknown member") << "{\"when\":\"now\"}";
        QTest::newRow("unknown match") << "{\"match\":{\"host\":\"x\"}}";
        QTest::newRow("no pattern") << "{\"match\":{\"path\":\"(\"}}";
        QTest::newRow("status") << "{\"status\":99}";
        QTest::newRow("nth") << "{\"nth\":0}";
    }
    void wrongOrdersAreRefused()
    {
        QFETCH(const QString, order);
        std::string why;
        QCOMPARE(m_tenant.control("POST", "/lab/faults", *parseJson(order.toStdString(), why)).status, 400);
    }

    void stepUpAsksUntilTheTokenHasTheContext()
    {
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"claims", {{"path", "/me$"}, {"value", "c1"}}}}).status, 200);
        const std::string scope = m_tenant.root() + "/User.Read";
        const std::string token = text(m_tenant.signInByCode("admin@contoso.onmicrosoft.com", scope).json, "access_token");
        const Answer refused = m_tenant.graph("GET", "/v1.0/me", nullptr, token);
        QCOMPARE(refused.status, 401);
        const std::string header = refused.header("www-authenticate");
        QVERIFY(header.find("insufficient_claims") != std::string::npos);
        const std::size_t begin = header.find("claims=\"") + 8;
        const std::string claims = fromBase64(header.substr(begin, header.find('"', begin) - begin)).value_or(std::string());
        auto query = m_tenant.authorizeQuery(scope);
        query["claims"] = claims;
        const Answer redirect = m_tenant.authorize(query, "admin@contoso.onmicrosoft.com", m_tenant.password("admin@contoso.onmicrosoft.com"));
        const Answer tokens = m_tenant.form('/' + m_tenant.tenantId() + "/oauth2/v2.0/token",
                                            {{"grant_type", "authorization_code"}, {"client_id", m_tenant.clientId()}, {"code", parameter(redirect.header("location"), "code")},
                                             {"redirect_uri", "http://localhost:54321/"}, {"code_verifier", TenantProcess::verifier()}});
        QCOMPARE(m_tenant.graph("GET", "/v1.0/me", nullptr, text(tokens.json, "access_token")).status, 200);
        QCOMPARE(m_tenant.control("POST", "/lab/sign-in", {{"claims", nullptr}}).status, 200);
    }

private:
    void order(const Json &fault) const
    {
        const Answer answer = m_tenant.control("POST", "/lab/faults", fault);
        QVERIFY2(answer.status == 200, answer.body.c_str());
    }
    Answer read() const { return m_tenant.graph("GET", "/v1.0/organization"); }

    TenantProcess m_tenant;
};

QTEST_GUILESS_MAIN(TenantFaultsTest)
#include "tst_tenant_faults.moc"
