// SPDX-License-Identifier: GPL-3.0-or-later
// What a look reads ahead by the journal's word, and that nobody takes it for more than it is.
#include "tests/unit/tenant/TenantLab.h"

#include "backend/engine/JournalRecord.h"
#include "backend/setup/session/EarlyReads.h"
#include "backend/setup/tenant/DomainConfiguration.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

JournalTask task(const QString &id, const QJsonObject &effect)
{
    JournalTask one;
    one.id = id;
    one.phase = JournalTask::Phase::Applied;
    one.effects = {effect};
    return one;
}

JournalRecord runThatMade(const QString &principal, const QString &job)
{
    JournalRecord run;
    run.tasks = {task(QStringLiteral("tenant.Contoso.com.configuration"),
                      {{QStringLiteral("servicePrincipal"), principal}, {QStringLiteral("application"), QStringLiteral("app")}})};
    if (!job.isEmpty())
        run.tasks.append(task(QStringLiteral("tenant.Contoso.com.job.AD2AADProvisioning"),
                              {{QStringLiteral("servicePrincipal"), principal}, {QStringLiteral("job"), job}}));
    return run;
}

QJsonArray oneSecret(const QString &value)
{
    return {QJsonObject{{QStringLiteral("key"), QStringLiteral("Domain")}, {QStringLiteral("value"), value}}};
}

} // namespace

class TestEarlyReads : public QObject
{
    Q_OBJECT

private:
    // A tenant with one configuration and its job, and what the journal would say of them.
    struct Place
    {
        Place() : session(ports.session(fullAnswers()))
        {
            ports.tenant->templateSchema = templateSchema();
            auto &made = ports.tenant->addConfiguration(domain);
            made.secrets = oneSecret(QStringLiteral("first"));
            principal = made.identity.servicePrincipalId;
            job = ports.tenant->addJob(made, provisioningTemplate()).id;
            where = std::make_unique<DomainConfiguration>(session, fullAnswers().configurations.first());
        }
        NoMachine machine;
        TenantPorts ports{machine};
        std::shared_ptr<Session> session;
        QString principal;
        QString job;
        std::unique_ptr<DomainConfiguration> where;
    };

private Q_SLOTS:
    void theNewestRunThatStandsIsKnown()
    {
        const QString key = QStringLiteral("contoso.com");
        QVERIFY(knownConfigurations({}).isEmpty());
        const JournalRecord old = runThatMade(QStringLiteral("sp-1"), QStringLiteral("job-1"));
        JournalRecord later = runThatMade(QStringLiteral("sp-2"), {});
        QCOMPARE(knownConfigurations({old}).value(key), (KnownConfiguration{QStringLiteral("sp-1"), QStringLiteral("job-1")}));
        // A job of the configuration before is none of the newer one's.
        QCOMPARE(knownConfigurations({later, old}).value(key), (KnownConfiguration{QStringLiteral("sp-2"), {}}));
        later.tasks.first().phase = JournalTask::Phase::Undone;
        QCOMPARE(knownConfigurations({later, old}).value(key), (KnownConfiguration{QStringLiteral("sp-1"), QStringLiteral("job-1")}));
        // An intention alone tells no job.
        JournalRecord cut = runThatMade(QStringLiteral("sp-3"), {});
        cut.tasks.append(task(QStringLiteral("tenant.Contoso.com.job.AD2AADProvisioning"),
                              {{QStringLiteral("servicePrincipal"), QStringLiteral("sp-3")},
                               {QStringLiteral("intention"), QStringLiteral("AD2AADProvisioning")}}));
        QCOMPARE(knownConfigurations({cut}).value(key), (KnownConfiguration{QStringLiteral("sp-3"), {}}));
    }

    void aLookReadsOnceWhatTheJournalKnows()
    {
        Place place;
        const EarlyLook look(place.session, {{domain, {place.principal, place.job}}}, {});
        QVERIFY(place.where->find({}).value().has_value());
        QCOMPARE(place.where->readJobs(place.principal, {}).value().size(), 1);
        QCOMPARE(place.where->readSecrets(place.principal, {}).value(), oneSecret(QStringLiteral("first")));
        QCOMPARE(place.where->readSchema(place.principal, place.job, {}).value(), templateSchema());
        QCOMPARE(place.where->readJobs(place.principal, {}).value().size(), 1);
        QCOMPARE(place.ports.tenant->contentReads.load(), 3);
    }

    void whatTheJournalKnowsWronglyIsNotUsed()
    {
        Place place;
        const EarlyLook look(place.session, {{domain, {QStringLiteral("gone"), QStringLiteral("gone")}}}, {});
        QVERIFY(place.where->find({}).value().has_value());
        QCOMPARE(place.where->readJobs(place.principal, {}).value().size(), 1);
        QCOMPARE(place.where->readSecrets(place.principal, {}).value(), oneSecret(QStringLiteral("first")));
        QCOMPARE(place.where->readSchema(place.principal, place.job, {}).value(), templateSchema());
    }

    void anotherJobThanTheKnownIsAskedFor()
    {
        Place place;
        const EarlyLook look(place.session, {{domain, {place.principal, QStringLiteral("older job")}}}, {});
        QVERIFY(place.where->find({}).value().has_value());
        QCOMPARE(place.where->readSchema(place.principal, place.job, {}).value(), templateSchema());
    }

    void afterTheLookEverythingIsReadAnew()
    {
        Place place;
        {
            const EarlyLook look(place.session, {{domain, {place.principal, place.job}}}, {});
            QVERIFY(place.where->find({}).value().has_value());
            QCOMPARE(place.where->readSecrets(place.principal, {}).value(), oneSecret(QStringLiteral("first")));
        }
        place.ports.tenant->find(place.principal)->secrets = oneSecret(QStringLiteral("second"));
        QCOMPARE(place.where->readSecrets(place.principal, {}).value(), oneSecret(QStringLiteral("second")));
    }
};

QTEST_GUILESS_MAIN(TestEarlyReads)
#include "tst_tenant_early_reads.moc"
