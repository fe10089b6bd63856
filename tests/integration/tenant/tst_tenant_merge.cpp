// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration that somebody else made and uses: apply, re-apply and undo keep what is not theirs.
#include "backend/adapters/entra/EntraSignIn.h"
#include "backend/adapters/files/SystemClock.h"
#include "backend/adapters/graph/GraphTenantConnector.h"
#include "tests/integration/tenant/TenantRun.h"
#include "tests/support/tenant/SignInBrowser.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::test;

namespace {

const QString planted = QStringLiteral("planted-s3cret-value");

QJsonObject entry(const QString &key, const QString &value)
{
    return {{QStringLiteral("key"), key}, {QStringLiteral("value"), value}};
}

QString valueOf(const QJsonArray &secrets, const QString &key)
{
    for (const QJsonValue &one : secrets) {
        if (one.toObject().value(QStringLiteral("key")).toString() == key)
            return one.toObject().value(QStringLiteral("value")).toString();
    }
    return {};
}

} // namespace

class TenantMergeTest : public QObject
{
    Q_OBJECT

private:
    /// The tenant as somebody else works with it: same service, another client.
    struct Somebody
    {
        Log log;
        QtHttpClient http{log};
        SystemClock clock;
        EntraSignIn signIn{http, clock, log};
        GraphTenantConnector connector{http, clock, log};
        std::shared_ptr<Tenant> tenant;

        void enter(const LabTenant &lab)
        {
            SignInBrowser nobody(http, {}, {}, {});
            const auto signedIn = signIn.signIn(lab.request(SignInMethod::Certificate), nobody, {});
            if (!signedIn)
                qFatal("%s", qPrintable(signedIn.error().toLogText()));
            tenant = connector.open(lab.cloud(), signedIn->tokens);
        }
    };

    TenantRun m_run;
    Somebody m_somebody;
    QString m_principal;
    QString m_job;
    QJsonArray m_secretsBefore;
    QJsonObject m_schemaBefore;

    QJsonObject schema()
    {
        return m_run.job(QStringLiteral("AD2AADProvisioning")).value(QStringLiteral("schema")).toObject();
    }
    QJsonArray secrets() { return m_run.configuration().value(QStringLiteral("secrets")).toArray(); }

    static QJsonObject rule(const QJsonObject &schema, const QString &name)
    {
        const QJsonArray rules = schema.value(QStringLiteral("synchronizationRules")).toArray();
        for (const QJsonValue &one : rules) {
            if (one.toObject().value(QStringLiteral("name")).toString() == name)
                return one.toObject();
        }
        return {};
    }
    static QJsonArray mappings(const QJsonObject &schema, const QString &target)
    {
        QJsonArray found;
        const QJsonArray objects =
            rule(schema, QStringLiteral("AD2AADProvisioning")).value(QStringLiteral("objectMappings")).toArray();
        for (const QJsonValue &object : objects) {
            if (object.toObject().value(QStringLiteral("sourceObjectName")).toString() != QLatin1String("user"))
                continue;
            const QJsonArray all = object.toObject().value(QStringLiteral("attributeMappings")).toArray();
            for (const QJsonValue &mapping : all) {
                if (mapping.toObject().value(QStringLiteral("targetAttributeName")).toString() == target)
                    found.append(mapping);
            }
        }
        return found;
    }

    void plantedThingsAreThere()
    {
        QCOMPARE(valueOf(secrets(), QStringLiteral("SecretToken")), planted);
        QCOMPARE(valueOf(secrets(), QStringLiteral("BaseAddress")), QStringLiteral("https://foreign.example"));
        const QJsonObject now = schema();
        QCOMPARE(rule(now, QStringLiteral("SomebodyElses")), rule(m_schemaBefore, QStringLiteral("SomebodyElses")));
        QVERIFY(!rule(now, QStringLiteral("SomebodyElses")).isEmpty());
        QCOMPARE(rule(now, QStringLiteral("AD2AADProvisioning")).value(QStringLiteral("metadata")),
                 rule(m_schemaBefore, QStringLiteral("AD2AADProvisioning")).value(QStringLiteral("metadata")));
        QVERIFY(rule(now, QStringLiteral("AD2AADProvisioning"))
                    .value(QStringLiteral("metadata"))
                    .toArray()
                    .contains(QJsonObject{{QStringLiteral("key"), QStringLiteral("PlantedMetadata")},
                                          {QStringLiteral("value"), QStringLiteral("kept")}}));
        QCOMPARE(mappings(now, QStringLiteral("department")), mappings(m_schemaBefore, QStringLiteral("department")));
        QCOMPARE(mappings(now, QStringLiteral("department")).size(), 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_run.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_somebody.enter(m_run.lab());
        Tenant &tenant = *m_somebody.tenant;
        QVERIFY(tenant.setOnPremisesSyncEnabled(m_run.lab().tenantId(), true, {}));
        const auto made = tenant.createConfiguration(QStringLiteral("contoso.test"), {});
        QVERIFY(made);
        m_principal = made->servicePrincipalId;
        QVERIFY(tenant.replaceSecrets(
            m_principal,
            {entry(QStringLiteral("SecretToken"), planted),
             entry(QStringLiteral("Domain"), QStringLiteral("{\"domain\":\"contoso.test\"}")),
             entry(QStringLiteral("BaseAddress"), QStringLiteral("https://foreign.example")),
             entry(
                 QStringLiteral("SyncNotificationSettings"),
                 QStringLiteral("{\"Enabled\":true,\"Recipients\":\"boss@contoso.com\",\"DeleteThresholdEnabled\":true,"
                                "\"DeleteThresholdValue\":77}"))},
            {}));
        const auto job = tenant.createJob(m_principal, QStringLiteral("AD2AADProvisioning"), {});
        QVERIFY(job);
        m_job = job->id;
        auto schema = tenant.schema(m_principal, m_job, {});
        QVERIFY(schema);
        QJsonArray rules = schema->value(QStringLiteral("synchronizationRules")).toArray();
        QJsonObject own = rules.first().toObject();
        own.insert(QStringLiteral("metadata"),
                   QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("PlantedMetadata")},
                                          {QStringLiteral("value"), QStringLiteral("kept")}}});
        QJsonObject foreign = own;
        foreign.insert(QStringLiteral("id"), QStringLiteral("0f0f0f0f-1111-4222-8333-444444444444"));
        foreign.insert(QStringLiteral("name"), QStringLiteral("SomebodyElses"));
        foreign.insert(QStringLiteral("priority"), 9);
        foreign.insert(QStringLiteral("objectMappings"), QJsonArray());
        QJsonArray objects = own.value(QStringLiteral("objectMappings")).toArray();
        for (qsizetype i = 0; i < objects.size(); ++i) {
            QJsonObject object = objects.at(i).toObject();
            if (object.value(QStringLiteral("sourceObjectName")).toString() != QLatin1String("user"))
                continue;
            QJsonArray kept;
            const QJsonArray all = object.value(QStringLiteral("attributeMappings")).toArray();
            QJsonObject department;
            for (const QJsonValue &mapping : all) {
                if (mapping.toObject().value(QStringLiteral("targetAttributeName")).toString() ==
                    QLatin1String("department"))
                    department = mapping.toObject();
                else
                    kept.append(mapping);
            }
            QVERIFY(!department.isEmpty());
            department.insert(QStringLiteral("source"),
                              QJsonObject{{QStringLiteral("type"), QStringLiteral("Function")},
                                          {QStringLiteral("name"), QStringLiteral("ToUpper")},
                                          {QStringLiteral("expression"), QStringLiteral("ToUpper([department])")},
                                          {QStringLiteral("parameters"), QJsonArray()}});
            kept.append(department);
            object.insert(QStringLiteral("attributeMappings"), kept);
            objects.replace(i, object);
        }
        own.insert(QStringLiteral("objectMappings"), objects);
        schema->insert(QStringLiteral("synchronizationRules"), QJsonArray{own, foreign});
        const auto put = tenant.replaceSchema(m_principal, m_job, *schema, {});
        QVERIFY2(put, qPrintable(put ? QString() : put.error().toLogText()));
        m_secretsBefore = secrets();
        m_schemaBefore = this->schema();
        plantedThingsAreThere();
    }

    void applyChangesOnlyWhereTheAnswersSpeak()
    {
        QJsonObject wanted = m_run.answers().value(QStringLiteral("configurations")).toArray().first().toObject();
        wanted.remove(QStringLiteral("notifications"));
        const auto applied = m_run.apply(m_run.answers(wanted));
        QVERIFY2(applied.exitCode == ExitCode::Done, applied.all().constData());
        plantedThingsAreThere();
        const QJsonObject settings =
            QJsonDocument::fromJson(valueOf(secrets(), QStringLiteral("SyncNotificationSettings")).toUtf8()).object();
        QCOMPARE(settings.value(QStringLiteral("Recipients")).toString(), QStringLiteral("boss@contoso.com"));
        QCOMPARE(settings.value(QStringLiteral("DeleteThresholdValue")).toInt(), 3);
        QCOMPARE(mappings(schema(), QStringLiteral("CredentialData")).size(), 1);
    }

    void whatWasReplacedIsKeptForTheOwnerWithoutForeignSecrets()
    {
        const QDir copies(m_run.stateFolder() + QStringLiteral("/copies"));
        QCOMPARE(QFileInfo(copies.path()).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
        const QFileInfoList files = copies.entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 2);
        for (const QFileInfo &info : files) {
            QCOMPARE(info.permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(!text.contains(planted.toUtf8()), qPrintable(info.fileName()));
            const QJsonObject document = QJsonDocument::fromJson(text).object();
            if (info.fileName().contains(QStringLiteral("schema")))
                QCOMPARE(document.value(QStringLiteral("synchronizationRules")),
                         m_schemaBefore.value(QStringLiteral("synchronizationRules")));
            else
                QCOMPARE(valueOf(document.value(QStringLiteral("value")).toArray(), QStringLiteral("Domain")),
                         valueOf(m_secretsBefore, QStringLiteral("Domain")));
        }
    }

    void reapplyWritesNothing()
    {
        m_run.lab().resetRecord();
        const auto again =
            m_run.run({QStringLiteral("apply"), QStringLiteral("--answers"), m_run.path(QStringLiteral("answers.json")),
                       QStringLiteral("--yes"), QStringLiteral("--only"), QStringLiteral("tenant")});
        QVERIFY2(again.exitCode == ExitCode::Done, again.all().constData());
        QCOMPARE(m_run.writes(), QStringList());
        plantedThingsAreThere();
    }

    void undoGivesBackWhatStoodThere()
    {
        const auto undone = m_run.run({QStringLiteral("undo"), QStringLiteral("--yes")});
        QVERIFY2(undone.exitCode == ExitCode::Done, undone.all().constData());
        plantedThingsAreThere();
        // The service stamps each schema that it is given.
        const auto withoutStamp = [](QJsonObject document) {
            document.remove(QStringLiteral("version"));
            return document;
        };
        QVERIFY(withoutStamp(schema()) == withoutStamp(m_schemaBefore));
        const QJsonArray now = secrets();
        QCOMPARE(now.size(), m_secretsBefore.size());
        for (const QJsonValue &one : std::as_const(m_secretsBefore))
            QVERIFY2(now.contains(one), qPrintable(one.toObject().value(QStringLiteral("key")).toString()));
    }

    void noFileHoldsThePlantedSecret()
    {
        QDirIterator files(m_run.stateFolder(), QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(planted.toUtf8()), qPrintable(file.fileName()));
            ++seen;
        }
        QVERIFY(seen > 2);
    }

    void everyRequestWasValid()
    {
        const QJsonObject record = m_run.lab().record();
        QCOMPARE(record.value(QStringLiteral("invalid")).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TenantMergeTest)
#include "tst_tenant_merge.moc"
