// SPDX-License-Identifier: GPL-3.0-or-later
// The main job from end to end: check, plan, apply, a second run, the report, undo, and what no file may hold. The
// functions build on one another in the order in which they stand.
#include "Laboratory.h"
#include "Shapes.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace cloudsync::tests {

class MainJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void checkFindsNothingInTheWay();
    void planNamesEveryStepAndChangesNothing();
    void applyCarriesEveryStepOut();
    void reportIsOneSelfContainedFile();
    void secondRunChangesNothing();
    void journalOfARunBeginsAndEnds();
    void undoBringsTheDirectoryBack();
    void undoLeavesNoConfigurationInTheTenant();
    void undoLeavesNoAgentOnTheHost();
    void applyAfterUndoWorksAndIsTakenBackWhole();
    void noFileAndNoOutputHoldsASecret();

private:
    CliRun cli(const QStringList &arguments);
    QStringList journalLines(const QString &runId) const;

    Laboratory m_lab;
    QByteArray m_before;
    QString m_runId;
    QByteArray m_spoken; ///< all that the command line printed
};

namespace {

QStringList answersOf(const Laboratory &lab)
{
    return {QStringLiteral("--answers"), lab.path(QStringLiteral("answers.json"))};
}

QStringList stepsWith(const QJsonObject &document, const QString &member, const QString &value)
{
    QStringList ids;
    const QJsonArray steps = document.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &step : steps) {
        if (step.toObject().value(member).toString() == value)
            ids.append(step.toObject().value(QStringLiteral("id")).toString());
    }
    return ids;
}

QStringList stepsWithout(const QJsonObject &document, const QString &member, const QStringList &values)
{
    QStringList ids;
    const QJsonArray steps = document.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &step : steps) {
        if (const QString value = step.toObject().value(member).toString(); !values.contains(value))
            ids.append(step.toObject().value(QStringLiteral("id")).toString() + QStringLiteral(": ") + value);
    }
    return ids;
}

} // namespace

CliRun MainJobTest::cli(const QStringList &arguments)
{
    CliRun run =
        m_lab.cli(arguments + QStringList{QStringLiteral("--log-file"), m_lab.path(QStringLiteral("log/product.log")),
                                          QStringLiteral("--log-level"), QStringLiteral("trace")});
    m_spoken += run.output + run.errors;
    return run;
}

void MainJobTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_before = m_lab.dump();
    QVERIFY(m_before.contains("dn: OU=Sales,DC=contoso,DC=test"));
}

void MainJobTest::checkFindsNothingInTheWay()
{
    const int exchange = m_lab.lastExchange();
    const CliRun run = cli(QStringList{QStringLiteral("check")} + answersOf(m_lab));
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(shapeProblem(QStringLiteral("check"), run.document), QString());
    QStringList sections;
    const QJsonArray findings = run.document.value(QStringLiteral("findings")).toArray();
    for (const QJsonValue &finding : findings) {
        sections.append(finding.toObject().value(QStringLiteral("section")).toString());
        QVERIFY2(finding.toObject().value(QStringLiteral("severity")).toString() != QStringLiteral("error"),
                 run.output.constData());
    }
    for (const QString &section : {QStringLiteral("server"), QStringLiteral("directory"), QStringLiteral("tenant")})
        QVERIFY2(sections.contains(section), qPrintable(section));
    QCOMPARE(m_lab.writesSince(exchange), QStringList());
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
}

void MainJobTest::planNamesEveryStepAndChangesNothing()
{
    const int exchange = m_lab.lastExchange();
    const CliRun run = cli(QStringList{QStringLiteral("plan")} + answersOf(m_lab));
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(shapeProblem(QStringLiteral("plan"), run.document), QString());
    const QStringList missing = stepsWith(run.document, QStringLiteral("state"), QStringLiteral("missing"));
    for (const char *id :
         {"server.agentPackage", "server.agentRegistration", "server.serviceAccount", "server.agentDomain.contoso.test",
          "directory.contoso.test.gmsa", "directory.contoso.test.permissions",
          "directory.contoso.test.restrictedPermissions", "tenant.syncFlag", "tenant.contoso.test.configuration",
          "tenant.contoso.test.secrets", "tenant.contoso.test.job.AD2AADProvisioning",
          "tenant.contoso.test.job.AD2AADPasswordHash", "tenant.contoso.test.schema", "tenant.contoso.test.start",
          "tenant.contoso.test.verification"})
        QVERIFY2(missing.contains(QLatin1String(id)), id);
    QCOMPARE(stepsWith(run.document, QStringLiteral("state"), QStringLiteral("conflict")), QStringList());
    QStringList irreversible;
    const QJsonArray steps = run.document.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &step : steps) {
        if (!step.toObject().value(QStringLiteral("reversible")).toBool())
            irreversible.append(step.toObject().value(QStringLiteral("id")).toString());
    }
    QCOMPARE(irreversible, QStringList{QStringLiteral("tenant.syncFlag")});
    QCOMPARE(m_lab.writesSince(exchange), QStringList());
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
}

void MainJobTest::applyCarriesEveryStepOut()
{
    const CliRun run = cli(QStringList{QStringLiteral("apply"), QStringLiteral("--yes")} + answersOf(m_lab));
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(shapeProblem(QStringLiteral("apply"), run.document), QString());
    QCOMPARE(stepsWithout(run.document, QStringLiteral("outcome"),
                          {QStringLiteral("applied"), QStringLiteral("alreadyThere")}),
             QStringList());
    QVERIFY(run.document.value(QStringLiteral("error")).isNull());
    m_runId = run.document.value(QStringLiteral("runId")).toString();
    QVERIFY(!m_runId.isEmpty());
    const QJsonArray agents = m_lab.tenantState().value(QStringLiteral("agents")).toArray();
    QCOMPARE(agents.size(), 1);
    QCOMPARE(agents.first().toObject().value(QStringLiteral("status")).toString(), QStringLiteral("active"));
}

void MainJobTest::reportIsOneSelfContainedFile()
{
    QVERIFY2(!m_runId.isEmpty(), "apply did not come to its end");
    const QString path = m_lab.path(QStringLiteral("report.html"));
    const CliRun run = cli({QStringLiteral("report"), QStringLiteral("--run"), m_runId, QStringLiteral("--out"), path});
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    QVERIFY(html.contains(m_runId.toUtf8()));
    QVERIFY(html.contains("provAgentgMSA"));
    static const QRegularExpression reaching(
        QStringLiteral(R"re((?:src|href)\s*=\s*["']?(?!#|data:)[^>]*|url\(\s*["']?(?!data:)|@import|<script)re"),
        QRegularExpression::CaseInsensitiveOption);
    QCOMPARE(reaching.match(QString::fromUtf8(html)).captured(), QString());
}

void MainJobTest::secondRunChangesNothing()
{
    QVERIFY2(!m_runId.isEmpty(), "apply did not come to its end");
    const QByteArray dump = m_lab.dump();
    const int exchange = m_lab.lastExchange();
    const CliRun run = cli(QStringList{QStringLiteral("apply"), QStringLiteral("--yes")} + answersOf(m_lab));
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QCOMPARE(stepsWithout(run.document, QStringLiteral("outcome"), {QStringLiteral("alreadyThere")}), QStringList());
    QVERIFY(run.document.value(QStringLiteral("steps")).toArray().size() > 10);
    QCOMPARE(m_lab.writesSince(exchange), QStringList());
    QVERIFY(m_lab.lastExchange() > exchange); // it did look
    QCOMPARE(firstDifference(dump, m_lab.dump()), QByteArray());
}

QStringList MainJobTest::journalLines(const QString &runId) const
{
    QFile file(m_lab.stateFolder() + QStringLiteral("/runs/") + runId + QStringLiteral(".jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

void MainJobTest::journalOfARunBeginsAndEnds()
{
    const QStringList lines = journalLines(m_runId);
    QVERIFY(lines.size() > 20);
    QVERIFY(lines.first().contains(QStringLiteral("\"runStarted\"")));
    QVERIFY(lines.last().contains(QStringLiteral("\"runEnded\"")));
    QVERIFY(QFile::permissions(m_lab.stateFolder() + QStringLiteral("/runs")).testFlag(QFile::ReadOwner));
    QVERIFY(
        !(QFile::permissions(m_lab.stateFolder() + QStringLiteral("/runs")) & (QFile::ReadGroup | QFile::ReadOther)));
}

void MainJobTest::undoBringsTheDirectoryBack()
{
    QVERIFY2(!m_runId.isEmpty(), "apply did not come to its end");
    QVERIFY(m_before != m_lab.dump());
    const CliRun run = cli({QStringLiteral("undo"), QStringLiteral("--run"), m_runId, QStringLiteral("--yes")});
    // Directory synchronisation of a tenant cannot be switched off at once: the plan says so before, and undo lists it.
    QVERIFY2(run.exitCode == 6, run.all().constData());
    QCOMPARE(stepsWithout(run.document, QStringLiteral("outcome"), {QStringLiteral("undone")}),
             QStringList{QStringLiteral("tenant.syncFlag: leftBehind")});
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
}

void MainJobTest::undoLeavesNoConfigurationInTheTenant()
{
    QCOMPARE(m_lab.configuration(QStringLiteral("contoso.test")), QJsonObject());
}

void MainJobTest::undoLeavesNoAgentOnTheHost()
{
    const QJsonObject host = m_lab.json(QStringLiteral("host/host.json"));
    QVERIFY(!host.contains(QStringLiteral("agent")));
    QVERIFY(!host.value(QStringLiteral("services")).toObject().contains(QStringLiteral("AADConnectProvisioningAgent")));
    QCOMPARE(host.value(QStringLiteral("registry")).toObject(), QJsonObject());
}

void MainJobTest::applyAfterUndoWorksAndIsTakenBackWhole()
{
    const CliRun run = cli(QStringList{QStringLiteral("apply"), QStringLiteral("--yes")} + answersOf(m_lab));
    QVERIFY2(run.exitCode == 0, run.all().constData());
    QVERIFY(stepsWith(run.document, QStringLiteral("outcome"), QStringLiteral("applied"))
                .contains(QStringLiteral("directory.contoso.test.gmsa")));
    QCOMPARE(stepsWithout(run.document, QStringLiteral("outcome"),
                          {QStringLiteral("applied"), QStringLiteral("alreadyThere")}),
             QStringList());
    // The tenant's flag stood there before this run, so nothing of it is left to stand when it is taken back.
    const CliRun undone = cli({QStringLiteral("undo"), QStringLiteral("--yes")});
    QVERIFY2(undone.exitCode == 0, undone.all().constData());
    QCOMPARE(undone.document.value(QStringLiteral("runId")), run.document.value(QStringLiteral("runId")));
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
}

void MainJobTest::noFileAndNoOutputHoldsASecret()
{
    // What is planted: the directory's password, the computers' password, lines of the private key, and by its form
    // every token.
    QList<QPair<QString, QByteArray>> secrets;
    QFile password(m_lab.path(QStringLiteral("secrets/directory-password")));
    QVERIFY(password.open(QIODevice::ReadOnly));
    secrets.append({QStringLiteral("the directory's password"), password.readLine().trimmed()});
    secrets.append({QStringLiteral("the computer's password"), m_lab.json(QStringLiteral("lab.json"))
                                                                   .value(QStringLiteral("host"))
                                                                   .toObject()
                                                                   .value(QStringLiteral("computerPassword"))
                                                                   .toString()
                                                                   .toUtf8()});
    QFile certificate(m_lab.path(QStringLiteral("certificate/application.pem")));
    QVERIFY(certificate.open(QIODevice::ReadOnly));
    const QByteArray pem = certificate.readAll();
    const QByteArrayList keyLines = pem.mid(pem.indexOf("PRIVATE KEY-----") + 16).split('\n');
    for (const QByteArray &line : keyLines) {
        if (line.size() > 40 && !line.startsWith("-----"))
            secrets.append({QStringLiteral("a line of the private key"), line});
    }
    QVERIFY(secrets.size() > 10);
    for (const auto &[name, secret] : std::as_const(secrets))
        QVERIFY2(secret.size() > 7, qPrintable(name));
    static const QRegularExpression token(QStringLiteral(R"(eyJ[A-Za-z0-9_-]{16,}\.eyJ[A-Za-z0-9_-]{16,})"));

    QStringList searched;
    const auto search = [&](const QString &where, const QByteArray &content) {
        searched.append(where);
        for (const auto &[name, secret] : std::as_const(secrets)) {
            QVERIFY2(!content.contains(secret), qPrintable(name + QStringLiteral(" stands in ") + where));
            QVERIFY2(!content.contains(secret.toBase64(QByteArray::OmitTrailingEquals)),
                     qPrintable(name + QStringLiteral(" stands encoded in ") + where));
        }
        const auto found = token.match(QString::fromLatin1(content));
        QVERIFY2(!found.hasMatch(), qPrintable(QStringLiteral("a token stands in ") + where));
    };
    search(QStringLiteral("the output"), m_spoken);
    QVERIFY(m_spoken.size() > 2000);
    for (const char *name : {"state", "log/product.log", "report.html", "host"}) {
        const QString path = m_lab.path(QLatin1String(name));
        QStringList files{path};
        if (QFileInfo(path).isDir()) {
            files.clear();
            QDirIterator walk(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (walk.hasNext())
                files.append(walk.next());
        }
        QVERIFY2(!files.isEmpty(), name);
        for (const QString &one : std::as_const(files)) {
            QFile file(one);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(one));
            search(one, file.readAll());
        }
    }
    // The search reached what it is about.
    QVERIFY(searched.filter(QRegularExpression(QStringLiteral("/runs/.*\\.jsonl$"))).size() >= 3);
    QVERIFY(!searched.filter(QStringLiteral("product.log")).isEmpty());
    QVERIFY(searched.filter(QRegularExpression(QStringLiteral("/reports/.*\\.html$"))).size() >= 2);
}

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::MainJobTest)
#include "tst_mainjob.moc"
