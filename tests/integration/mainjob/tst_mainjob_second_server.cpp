// SPDX-License-Identifier: GPL-3.0-or-later
// A second server joins what the first one set up: it is recognised, this server is added, the tenant is left alone.
#include "Laboratory.h"

#include <QTest>

namespace cloudsync::tests {

class MainJobSecondServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneAgentIsSaidToBeFew();
    void theSecondServerIsAddedAndTheTenantLeftAlone();
    void bothHostsMayUseTheAccount();
    void bothAgentsAreShownAndOnlyTheVersionOfThisOneIsKnown();

private:
    QJsonObject status();

    Laboratory m_lab;
    QString m_answers;
};

void MainJobSecondServerTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_answers = m_lab.path(QStringLiteral("answers.json"));
    const CliRun run =
        m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"), m_answers});
    QVERIFY2(run.exitCode == 0, run.all().constData());
}

QJsonObject MainJobSecondServerTest::status()
{
    const CliRun run = m_lab.cli({QStringLiteral("status"), QStringLiteral("--answers"), m_answers});
    return run.exitCode == 0 ? run.document : QJsonObject();
}

void MainJobSecondServerTest::oneAgentIsSaidToBeFew()
{
    const QJsonObject now = status();
    const QJsonArray agents = now.value(QStringLiteral("agents")).toArray();
    QCOMPARE(agents.size(), 1);
    QCOMPARE(agents.first().toObject().value(QStringLiteral("health")).toString(), QStringLiteral("healthy"));
    QCOMPARE(now.value(QStringLiteral("notes")).toArray().size(), 1);
    QVERIFY(now.value(QStringLiteral("notes")).toArray().first().toString().contains(QStringLiteral("fewer than two")));
}

void MainJobSecondServerTest::theSecondServerIsAddedAndTheTenantLeftAlone()
{
    // The same laboratory as another server sees it: its own name, computer account and empty disk.
    const QJsonObject manifest = m_lab.json(QStringLiteral("dc/manifest.json"));
    QJsonObject lab = m_lab.json(QStringLiteral("lab.json"));
    lab.insert(QStringLiteral("host"),
               QJsonObject{{QStringLiteral("folder"), m_lab.path(QStringLiteral("host2"))},
                           {QStringLiteral("name"), QStringLiteral("SYNC2")},
                           {QStringLiteral("computerPassword"), manifest.value(QStringLiteral("computers"))
                                                                    .toObject()
                                                                    .value(QStringLiteral("SYNC2"))
                                                                    .toObject()
                                                                    .value(QStringLiteral("password"))}});
    QVERIFY(!m_lab.writeAnswers(lab, QStringLiteral("lab.json")).isEmpty());
    QJsonObject answers = m_lab.answers();
    QJsonObject account = answers.value(QStringLiteral("serviceAccount")).toObject();
    account.insert(QStringLiteral("hosts"), QJsonArray{QStringLiteral("SYNC2")});
    answers.insert(QStringLiteral("serviceAccount"), account);
    m_answers = m_lab.writeAnswers(answers, QStringLiteral("answers2.json"));
    const int before = m_lab.lastExchange();
    const CliRun run =
        m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"), m_answers});
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(m_lab.writesSince(before), QStringList());
    const QJsonArray steps = run.document.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &one : steps) {
        const QString id = one.toObject().value(QStringLiteral("id")).toString();
        const QString outcome = one.toObject().value(QStringLiteral("outcome")).toString();
        if (id.startsWith(QStringLiteral("tenant.")))
            QVERIFY2(outcome == QStringLiteral("alreadyThere"), qPrintable(id + u' ' + outcome));
        if (id == QStringLiteral("server.agentPackage") || id == QStringLiteral("server.agentRegistration"))
            QVERIFY2(outcome == QStringLiteral("applied"), qPrintable(id + u' ' + outcome));
    }
}

void MainJobSecondServerTest::bothHostsMayUseTheAccount()
{
    // Each computer reads the managed password as itself; another one does not.
    const QJsonObject manifest = m_lab.json(QStringLiteral("dc/manifest.json"));
    const auto reads = [&](const QString &computer) {
        const QString password = manifest.value(QStringLiteral("computers"))
                                     .toObject()
                                     .value(computer)
                                     .toObject()
                                     .value(QStringLiteral("password"))
                                     .toString();
        const auto found = m_lab.search(m_lab.base(), QStringLiteral("(sAMAccountName=provAgentgMSA$)"),
                                        {QStringLiteral("msDS-ManagedPassword")},
                                        computer + QStringLiteral("$@contoso.test"), password);
        return found && found->size() == 1 && !found->first().value(QStringLiteral("msDS-ManagedPassword")).isEmpty();
    };
    QVERIFY(reads(QStringLiteral("SYNC1")));
    QVERIFY(reads(QStringLiteral("SYNC2")));
    QVERIFY(!reads(QStringLiteral("FILES1")));
}

void MainJobSecondServerTest::bothAgentsAreShownAndOnlyTheVersionOfThisOneIsKnown()
{
    const QJsonObject now = status();
    const QJsonArray agents = now.value(QStringLiteral("agents")).toArray();
    QCOMPARE(agents.size(), 2);
    QCOMPARE(now.value(QStringLiteral("notes")).toArray(), QJsonArray());
    for (const QJsonValue &one : agents) {
        const QJsonObject agent = one.toObject();
        const bool here =
            agent.value(QStringLiteral("machine")).toString().startsWith(QStringLiteral("sync2"), Qt::CaseInsensitive);
        QCOMPARE(agent.value(QStringLiteral("version")).isString(), here);
        QCOMPARE(agent.value(QStringLiteral("health")).toString(),
                 here ? QStringLiteral("healthy") : QStringLiteral("registered"));
    }
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::MainJobSecondServerTest)
#include "tst_mainjob_second_server.moc"
