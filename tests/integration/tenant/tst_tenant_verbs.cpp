// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does after the set-up: look, provision, read logs, work with jobs, export, remove.
#include "tests/integration/tenant/TenantRun.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

QJsonObject configurationOf(const QJsonObject &status)
{
    return status.value(QStringLiteral("configurations")).toArray().first().toObject();
}

QJsonObject jobOf(const QJsonObject &status, const QString &templateId)
{
    const QJsonArray jobs = configurationOf(status).value(QStringLiteral("jobs")).toArray();
    for (const QJsonValue &job : jobs) {
        if (job.toObject().value(QStringLiteral("template")).toString() == templateId)
            return job.toObject();
    }
    return {};
}

} // namespace

class TenantVerbsTest : public QObject
{
    Q_OBJECT

private:
    TenantRun m_run;
    QString m_answers;

    TenantRun::Outcome verb(const QString &name, const QStringList &further = {})
    {
        return m_run.run(QStringList{name} + further + QStringList{QStringLiteral("--answers"), m_answers});
    }
    QString statusCode(const QString &templateId)
    {
        return m_run.job(templateId)
            .value(QStringLiteral("body"))
            .toObject()
            .value(QStringLiteral("status"))
            .toObject()
            .value(QStringLiteral("code"))
            .toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // The sixth on-demand request would wait ten seconds; here the second waits one.
        const QString problem =
            m_run.start({{QStringLiteral("onDemand"), QJsonObject{{QStringLiteral("limit"), 1},
                                                                  {QStringLiteral("windowSeconds"), 1},
                                                                  {QStringLiteral("enforceScope"), true}}}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QJsonObject configuration =
            m_run.answers().value(QStringLiteral("configurations")).toArray().first().toObject();
        configuration.insert(QStringLiteral("attributeMappings"),
                             QJsonArray{QJsonObject{{QStringLiteral("target"), QStringLiteral("jobTitle")},
                                                    {QStringLiteral("kind"), QStringLiteral("expression")},
                                                    {QStringLiteral("source"), QStringLiteral("ToUpper([title])")},
                                                    {QStringLiteral("defaultValue"), QStringLiteral("none")}},
                                        QJsonObject{{QStringLiteral("target"), QStringLiteral("companyName")},
                                                    {QStringLiteral("kind"), QStringLiteral("constant")},
                                                    {QStringLiteral("source"), QStringLiteral("Contoso \"Ltd\"")},
                                                    {QStringLiteral("flow"), QStringLiteral("onlyAtCreation")}},
                                        QJsonObject{{QStringLiteral("target"), QStringLiteral("department")},
                                                    {QStringLiteral("remove"), true}}});
        const auto applied = m_run.apply(m_run.answers(configuration));
        QVERIFY2(applied.exitCode == ExitCode::Done, applied.all().constData());
        m_answers = m_run.path(QStringLiteral("answers.json"));
    }

    void statusTellsHealthCyclesAndThatOneAgentIsFew()
    {
        const auto status = verb(QStringLiteral("status"));
        QVERIFY2(status.exitCode == ExitCode::Done, status.all().constData());
        QCOMPARE(configurationOf(status.document).value(QStringLiteral("health")).toString(),
                 QStringLiteral("healthy"));
        const QJsonObject cycle =
            jobOf(status.document, QStringLiteral("AD2AADProvisioning")).value(QStringLiteral("lastCycle")).toObject();
        QCOMPARE(cycle.value(QStringLiteral("state")).toString(), QStringLiteral("Succeeded"));
        QCOMPARE(cycle.value(QStringLiteral("inScope")).toInt(), 5);
        const QJsonArray agents = status.document.value(QStringLiteral("agents")).toArray();
        QCOMPARE(agents.size(), 1);
        // Registered and active is all that is known of another machine.
        QCOMPARE(agents.first().toObject().value(QStringLiteral("health")).toString(), QStringLiteral("registered"));
        QVERIFY(status.document.value(QStringLiteral("notes"))
                    .toArray()
                    .first()
                    .toString()
                    .contains(QStringLiteral("fewer than two")));
        QCOMPARE(status.document.value(QStringLiteral("drift")).toArray(), QJsonArray());
        QCOMPARE(status.document.value(QStringLiteral("uncompared")).toArray(), QJsonArray());
    }

    void aSecondAgentEndsTheRemark()
    {
        m_run.registerAgent(QStringLiteral("SYNC2"));
        const auto status = verb(QStringLiteral("status"));
        QCOMPARE(status.document.value(QStringLiteral("agents")).toArray().size(), 2);
        QCOMPARE(status.document.value(QStringLiteral("notes")).toArray(), QJsonArray());
    }

    void provisionShowsTheStepsAndWhyTheNameIsAsItIs()
    {
        const auto done = verb(QStringLiteral("provision"),
                               {QStringLiteral("--dn"), QStringLiteral("CN=Dora,OU=Sales,DC=contoso,DC=test")});
        QVERIFY2(done.exitCode == ExitCode::Done, done.all().constData());
        QStringList kinds;
        const QJsonArray steps = done.document.value(QStringLiteral("steps")).toArray();
        for (const QJsonValue &step : steps)
            kinds.append(step.toObject().value(QStringLiteral("type")).toString());
        QCOMPARE(kinds.first(), QStringLiteral("Import"));
        QCOMPARE(kinds.last(), QStringLiteral("Export"));
        QCOMPARE(done.document.value(QStringLiteral("userPrincipalName")).toString(),
                 QStringLiteral("dora@contoso.onmicrosoft.com"));
        QVERIFY(done.document.value(QStringLiteral("nameReason")).isNull()); // the answers name no directory to ask
    }

    void provisionWaitsWhereTheServiceAllowsNoMore()
    {
        m_run.lab().resetRecord();
        for (int i = 0; i < 2; ++i) {
            const auto done = verb(QStringLiteral("provision"),
                                   {QStringLiteral("--dn"), QStringLiteral("CN=Alice,OU=Sales,DC=contoso,DC=test")});
            QVERIFY2(done.exitCode == ExitCode::Done, done.all().constData());
        }
        const QJsonArray asked =
            m_run.lab().record(QStringLiteral("path=provisionOnDemand")).value(QStringLiteral("exchanges")).toArray();
        QVERIFY(std::any_of(asked.begin(), asked.end(), [](const QJsonValue &one) {
            return one.toObject().value(QStringLiteral("status")).toInt() == 429;
        }));
    }

    void provisionOfAnObjectOutsideTheScopeSaysSo()
    {
        const auto done = verb(QStringLiteral("provision"),
                               {QStringLiteral("--dn"), QStringLiteral("CN=Carol,OU=Research,DC=contoso,DC=test")});
        QCOMPARE(done.exitCode, ExitCode::Done);
        QCOMPARE(done.document.value(QStringLiteral("result")).toString(), QStringLiteral("Skipped"));
        QCOMPARE(done.document.value(QStringLiteral("errorCode")).toString(), QStringLiteral("JoinNotFound"));
    }

    void provisionOfAnObjectThatIsNotThereFails()
    {
        const auto failed = verb(QStringLiteral("provision"),
                                 {QStringLiteral("--dn"), QStringLiteral("CN=Nobody,OU=Sales,DC=contoso,DC=test")});
        QCOMPARE(failed.exitCode, ExitCode::CheckFailed);
        QCOMPARE(failed.document.value(QStringLiteral("result")).toString(), QStringLiteral("Failure"));
        const auto elsewhere =
            verb(QStringLiteral("provision"), {QStringLiteral("--dn"), QStringLiteral("CN=A,DC=fabrikam,DC=com")});
        QCOMPARE(elsewhere.exitCode, ExitCode::CheckFailed);
        QCOMPARE(elsewhere.document.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
                 QStringLiteral("tenant.notFound"));
        const auto nonsense = verb(QStringLiteral("provision"), {QStringLiteral("--dn"), QStringLiteral("nonsense")});
        QCOMPARE(nonsense.exitCode, ExitCode::AnswersWrong);
    }

    void logsShowWhatChangedAndWhoDidIt()
    {
        const auto logs = verb(QStringLiteral("logs"), {QStringLiteral("--since"), QStringLiteral("1h")});
        QVERIFY2(logs.exitCode == ExitCode::Done, logs.all().constData());
        bool created = false;
        bool audited = false;
        QString previous;
        const QJsonArray entries = logs.document.value(QStringLiteral("entries")).toArray();
        for (const QJsonValue &value : entries) {
            const QJsonObject one = value.toObject();
            QVERIFY(previous.isEmpty() || one.value(QStringLiteral("time")).toString() <= previous); // newest first
            previous = one.value(QStringLiteral("time")).toString();
            const bool hasProperties = !one.value(QStringLiteral("modifiedProperties")).toArray().isEmpty();
            created =
                created || (one.value(QStringLiteral("action")).toString() == QLatin1String("create") &&
                            one.value(QStringLiteral("object")).toString() == QLatin1String("Alice") && hasProperties);
            audited = audited || (one.value(QStringLiteral("log")).toString() == QLatin1String("audit") &&
                                  one.value(QStringLiteral("initiator")).toString() ==
                                      QLatin1String("Microsoft Entra AD Synchronization Service") &&
                                  hasProperties);
        }
        QVERIFY(created);
        QVERIFY(audited);
        const auto none =
            verb(QStringLiteral("logs"), {QStringLiteral("--since"), QStringLiteral("2199-01-01T00:00:00Z")});
        QCOMPARE(none.document.value(QStringLiteral("entries")).toArray(), QJsonArray());
        QCOMPARE(verb(QStringLiteral("logs"), {QStringLiteral("--since"), QStringLiteral("yesterday")}).exitCode,
                 ExitCode::AnswersWrong);
    }

    void exportGivesAnswersWhosePlanHasNothingToDo()
    {
        const QString file = m_run.path(QStringLiteral("exported.json"));
        const auto exported = verb(QStringLiteral("export"), {QStringLiteral("--out"), file});
        QVERIFY2(exported.exitCode == ExitCode::Done, exported.all().constData());
        QCOMPARE(exported.document.value(QStringLiteral("notes")).toArray(), QJsonArray());
        QCOMPARE(QFileInfo(file).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
        const auto plan = m_run.run({QStringLiteral("plan"), QStringLiteral("--answers"), file});
        QVERIFY2(plan.exitCode == ExitCode::Done, plan.all().constData());
        const QJsonArray steps = plan.document.value(QStringLiteral("steps")).toArray();
        QVERIFY(steps.size() >= 6);
        for (const QJsonValue &step : steps)
            QVERIFY2(step.toObject().value(QStringLiteral("state")).toString() == QLatin1String("satisfied"),
                     plan.output.constData());
        // It says all that the answers said, and what they left open.
        const auto compared = verb(QStringLiteral("compare"), {QStringLiteral("--with"), file});
        QCOMPARE(compared.exitCode, ExitCode::Done);
        const QJsonArray differences = compared.document.value(QStringLiteral("differences")).toArray();
        for (const QJsonValue &difference : differences)
            QVERIFY2(difference.toObject().value(QStringLiteral("first")).isNull(), compared.output.constData());
        const auto same =
            m_run.run({QStringLiteral("compare"), QStringLiteral("--answers"), file, QStringLiteral("--with"), file});
        QCOMPARE(same.document.value(QStringLiteral("equal")).toBool(), true);
    }

    void reportWithAnswersTellsHowItStandsNow()
    {
        const QString path = m_run.path(QStringLiteral("now.html"));
        const auto written = verb(QStringLiteral("report"), {QStringLiteral("--out"), path});
        QVERIFY2(written.exitCode == ExitCode::Done, written.all().constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray document = file.readAll();
        QVERIFY(document.contains("How it stands now"));
        QVERIFY(document.contains("AD2AADProvisioning"));
        QVERIFY(document.contains("What was compared is as the answers say."));
    }

    void whatSomebodyChangesIsDrift()
    {
        QJsonObject other = m_run.answers().value(QStringLiteral("configurations")).toArray().first().toObject();
        other.insert(QStringLiteral("accidentalDeletion"),
                     QJsonObject{{QStringLiteral("enabled"), true}, {QStringLiteral("threshold"), 9}});
        const QString file = m_run.write(m_run.answers(other), QStringLiteral("other.json"));
        const auto status = m_run.run({QStringLiteral("status"), QStringLiteral("--answers"), file});
        const QJsonArray drift = status.document.value(QStringLiteral("drift")).toArray();
        QCOMPARE(drift.size(), 1);
        QCOMPARE(drift.first().toObject().value(QStringLiteral("id")).toString(),
                 QStringLiteral("tenant.contoso.test.secrets"));
        QVERIFY(drift.first().toObject().value(QStringLiteral("changes")).toArray().first().toString().contains(u'9'));
    }

    void jobsArePausedAndStarted()
    {
        const auto shown = verb(QStringLiteral("job"), {QStringLiteral("pause")});
        QCOMPARE(shown.exitCode, ExitCode::Done);
        QCOMPARE(shown.document.value(QStringLiteral("carriedOut")).toBool(), false);
        QCOMPARE(statusCode(QStringLiteral("AD2AADProvisioning")), QStringLiteral("Active"));
        QCOMPARE(verb(QStringLiteral("job"), {QStringLiteral("pause"), QStringLiteral("--yes")}).exitCode,
                 ExitCode::Done);
        QCOMPARE(statusCode(QStringLiteral("AD2AADProvisioning")), QStringLiteral("Paused"));
        QCOMPARE(statusCode(QStringLiteral("AD2AADPasswordHash")), QStringLiteral("Paused"));
        const auto status = verb(QStringLiteral("status"));
        QCOMPARE(configurationOf(status.document).value(QStringLiteral("health")).toString(),
                 QStringLiteral("stopped"));
        QCOMPARE(verb(QStringLiteral("job"), {QStringLiteral("start"), QStringLiteral("--template"),
                                              QStringLiteral("AD2AADProvisioning"), QStringLiteral("--yes")})
                     .exitCode,
                 ExitCode::Done);
        QCOMPARE(statusCode(QStringLiteral("AD2AADProvisioning")), QStringLiteral("Active"));
        QCOMPARE(statusCode(QStringLiteral("AD2AADPasswordHash")), QStringLiteral("Paused"));
        QCOMPARE(verb(QStringLiteral("job"), {QStringLiteral("start"), QStringLiteral("--yes")}).exitCode,
                 ExitCode::Done);
        QCOMPARE(statusCode(QStringLiteral("AD2AADPasswordHash")), QStringLiteral("Active"));
        QCOMPARE(verb(QStringLiteral("job"), {QStringLiteral("dance"), QStringLiteral("--yes")}).exitCode,
                 ExitCode::AnswersWrong);
    }

    void heldDeletionsAreShownByNameBeforeTheyAreAllowed()
    {
        // Three of five people leave the directory: as many as the threshold.
        m_run.setPeople({m_run.everybody().at(0), m_run.everybody().at(1), m_run.everybody().at(5)});
        (void)m_run.lab().cycle();
        QCOMPARE(statusCode(QStringLiteral("AD2AADProvisioning")), QStringLiteral("Quarantine"));
        const auto status = verb(QStringLiteral("status"));
        QCOMPARE(configurationOf(status.document).value(QStringLiteral("health")).toString(),
                 QStringLiteral("quarantined"));
        const QString reason =
            configurationOf(status.document).value(QStringLiteral("reasons")).toArray().first().toString();
        QVERIFY2(reason.contains(QStringLiteral("threshold")) && reason.contains(QStringLiteral("Next attempt")),
                 qPrintable(reason));
        const auto shown = m_run.typing(
            {QStringLiteral("job"), QStringLiteral("allowDeletes"), QStringLiteral("--answers"), m_answers},
            QStringLiteral("n"));
        QCOMPARE(shown.exitCode, ExitCode::Cancelled);
        for (const char *name : {"Dora", "Emil", "Fritz", "3 objects"})
            QVERIFY2(shown.output.contains(name), shown.output.constData());
        QVERIFY(!shown.output.contains("Alice"));
        QCOMPARE(statusCode(QStringLiteral("AD2AADProvisioning")), QStringLiteral("Quarantine"));
        const auto allowed = verb(QStringLiteral("job"), {QStringLiteral("allowDeletes"), QStringLiteral("--yes")});
        QCOMPARE(allowed.exitCode, ExitCode::Done);
        QCOMPARE(allowed.document.value(QStringLiteral("deletions")).toArray().size(), 3);
        (void)m_run.lab().cycle();
        QCOMPARE(statusCode(QStringLiteral("AD2AADProvisioning")), QStringLiteral("Active"));
    }

    void aQuarantineIsClearedOnlyWhereThereIsOne()
    {
        const auto nothing = verb(QStringLiteral("job"), {QStringLiteral("clearQuarantine"), QStringLiteral("--yes")});
        QCOMPARE(nothing.exitCode, ExitCode::Done);
        QCOMPARE(nothing.document.value(QStringLiteral("carriedOut")).toBool(), false);
        m_run.setPeople({});
        (void)m_run.lab().cycle();
        // Two are fewer than the threshold of three: nothing is held back, so the job is put aside another way.
        const QJsonArray agents =
            m_run.lab().control("GET", QStringLiteral("agents")).value(QStringLiteral("agents")).toArray();
        QCOMPARE(agents.size(), 2);
        for (const QJsonValue &agent : agents)
            (void)m_run.lab().control(
                "PATCH", QStringLiteral("agents/") + agent.toObject().value(QStringLiteral("id")).toString(),
                QJsonObject{{QStringLiteral("status"), QStringLiteral("inactive")}});
        (void)m_run.lab().cycle();
        QCOMPARE(statusCode(QStringLiteral("AD2AADProvisioning")), QStringLiteral("Quarantine"));
        const auto status = verb(QStringLiteral("status"));
        QVERIFY(status.document.value(QStringLiteral("notes"))
                    .toArray()
                    .first()
                    .toString()
                    .contains(QStringLiteral("No agent is active")));
        for (const QJsonValue &agent : agents)
            (void)m_run.lab().control(
                "PATCH", QStringLiteral("agents/") + agent.toObject().value(QStringLiteral("id")).toString(),
                QJsonObject{{QStringLiteral("status"), QStringLiteral("active")}});
        const auto cleared = verb(QStringLiteral("job"), {QStringLiteral("clearQuarantine"), QStringLiteral("--yes")});
        QCOMPARE(cleared.exitCode, ExitCode::Done);
        (void)m_run.lab().cycle();
        QCOMPARE(statusCode(QStringLiteral("AD2AADProvisioning")), QStringLiteral("Active"));
    }

    void removalAsksForTheDomainAndSaysThatUsersStay()
    {
        m_run.setPeople(m_run.everybody());
        (void)m_run.lab().cycle();
        const QStringList words{QStringLiteral("remove"), QStringLiteral("--answers"), m_answers};
        const auto wrong = m_run.typing(words, QStringLiteral("contoso"));
        QCOMPARE(wrong.exitCode, ExitCode::AnswersWrong);
        QVERIFY2(wrong.output.contains("stay in the tenant") && wrong.output.contains("empty the scope"),
                 wrong.output.constData());
        QVERIFY(!m_run.configuration().isEmpty());
        QCOMPARE(verb(QStringLiteral("remove")).exitCode, ExitCode::AnswersWrong); // nobody to ask
        const auto removed = m_run.typing(words, QStringLiteral("contoso.test"));
        QVERIFY2(removed.exitCode == ExitCode::Done, removed.all().constData());
        QVERIFY(m_run.configuration().isEmpty());
        QVERIFY(removed.output.contains(m_run.stateFolder().toUtf8() + "/copies/"));
        const QJsonArray objects = m_run.lab().state().value(QStringLiteral("objects")).toArray();
        QVERIFY(std::any_of(objects.begin(), objects.end(), [](const QJsonValue &one) {
            return one.toObject()
                           .value(QStringLiteral("body"))
                           .toObject()
                           .value(QStringLiteral("displayName"))
                           .toString() == QLatin1String("Alice") &&
                   !one.toObject().value(QStringLiteral("deleted")).toBool();
        }));
        const auto gone = verb(QStringLiteral("remove"), {QStringLiteral("--confirm"), QStringLiteral("contoso.test")});
        QCOMPARE(gone.exitCode, ExitCode::CheckFailed);
    }

    void everyRequestWasValid()
    {
        const QJsonObject record = m_run.lab().record();
        QVERIFY(record.value(QStringLiteral("checked")).toInt() > 3);
        QCOMPARE(record.value(QStringLiteral("invalid")).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TenantVerbsTest)
#include "tst_tenant_verbs.moc"
