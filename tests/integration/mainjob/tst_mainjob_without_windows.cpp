// SPDX-License-Identifier: GPL-3.0-or-later
// The product's own command line, not the laboratory's: from a machine that is not Windows it sets up directory and
// tenant, and says what it cannot do there.
#include "Laboratory.h"
#include "Shapes.h"

#include <QTest>

namespace cloudsync::tests {

class MainJobWithoutWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void serverSectionIsRefusedBeforeAnythingIsDone();
    void directoryAndTenantAreSetUp();
    void secondRunChangesNothing();
    void undoBringsTheDirectoryBack();

private:
    [[nodiscard]] QStringList words(const QString &verb) const
    {
        return {verb, QStringLiteral("--answers"), m_lab.path(QStringLiteral("answers.json"))};
    }
    Laboratory m_lab;
    QByteArray m_before;
    const QStringList m_only{QStringLiteral("--only"), QStringLiteral("directory,tenant")};
};

void MainJobWithoutWindowsTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_before = m_lab.dump();
    QVERIFY(m_before.size() > 10000);
}

void MainJobWithoutWindowsTest::serverSectionIsRefusedBeforeAnythingIsDone()
{
    const int exchange = m_lab.lastExchange();
    const CliRun run = m_lab.productCli(words(QStringLiteral("apply")) + QStringList{QStringLiteral("--yes")});
    QVERIFY2(run.exitCode == 3, run.all().constData());
    QCOMPARE(shapeProblem(QStringLiteral("error"), run.document), QString());
    QCOMPARE(run.document.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
             QStringLiteral("notSupportedHere"));
    QCOMPARE(m_lab.writesSince(exchange), QStringList());
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
}

void MainJobWithoutWindowsTest::directoryAndTenantAreSetUp()
{
    const CliRun planned = m_lab.productCli(words(QStringLiteral("plan")) + m_only);
    QVERIFY2(planned.exitCode == 0, planned.all().constData());
    const QJsonArray steps = planned.document.value(QStringLiteral("steps")).toArray();
    QVERIFY(steps.size() > 8);
    for (const QJsonValue &step : steps)
        QVERIFY(step.toObject().value(QStringLiteral("section")).toString() != QStringLiteral("server"));
    const CliRun run = m_lab.productCli(words(QStringLiteral("apply")) + m_only + QStringList{QStringLiteral("--yes")});
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(shapeProblem(QStringLiteral("apply"), run.document), QString());
    QCOMPARE(m_lab.configuration(QStringLiteral("contoso.test")).value(QStringLiteral("jobs")).toArray().size(), 2);
    const auto account =
        m_lab.search(m_lab.base(), QStringLiteral("(sAMAccountName=provAgentgMSA$)"), {QStringLiteral("cn")});
    QVERIFY(account && account->size() == 1);
}

void MainJobWithoutWindowsTest::secondRunChangesNothing()
{
    const int exchange = m_lab.lastExchange();
    const QByteArray dump = m_lab.dump();
    const CliRun run = m_lab.productCli(words(QStringLiteral("apply")) + m_only + QStringList{QStringLiteral("--yes")});
    QVERIFY2(run.exitCode == 0, run.all().constData());
    const QJsonArray steps = run.document.value(QStringLiteral("steps")).toArray();
    QVERIFY(steps.size() > 8);
    for (const QJsonValue &step : steps)
        QVERIFY2(step.toObject().value(QStringLiteral("outcome")).toString() == QStringLiteral("alreadyThere"),
                 run.output.constData());
    QCOMPARE(m_lab.writesSince(exchange), QStringList());
    QCOMPARE(firstDifference(dump, m_lab.dump()), QByteArray());
}

void MainJobWithoutWindowsTest::undoBringsTheDirectoryBack()
{
    const CliRun run = m_lab.productCli({QStringLiteral("undo"), QStringLiteral("--yes")});
    QVERIFY2(takenBack(run), run.all().constData());
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
    QCOMPARE(m_lab.configuration(QStringLiteral("contoso.test")), QJsonObject());
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::MainJobWithoutWindowsTest)
#include "tst_mainjob_without_windows.moc"
