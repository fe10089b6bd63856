// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/directory/KdsRootKey.h"
#include "tests/unit/directory/FakeDirectory.h"
#include "tests/unit/directory/TestPorts.h"

#include <QTest>

#include <algorithm>

namespace cloudsync::tests {

namespace {

const QString base = QStringLiteral("DC=contoso,DC=test");

struct Lab
{
    explicit Lab(const Answers &wanted = directoryAnswers()) : answers(wanted)
    {
        ports.directories.directories.insert(QStringLiteral("contoso.test"), directory);
        for (int i = 0; i < 3; ++i)
            directory->put(QStringLiteral("CN=User %1,OU=Sales,%2").arg(i).arg(base),
                           {{QStringLiteral("objectClass"), {"top", "person", "user"}}});
        ConfigurationAnswers configuration;
        configuration.domain = QStringLiteral("contoso.test");
        configuration.scope = ScopeAnswers{ScopeKind::OrganizationalUnits, {QStringLiteral("OU=Sales,") + base}};
        configuration.accidentalDeletion = AccidentalDeletionAnswers{true, 2};
        answers.configurations.append(configuration);
    }
    QVector<Finding> run()
    {
        failures.clear();
        RunContext context;
        return directoryFindings(ports.session(answers), context, &failures);
    }
    [[nodiscard]] Finding one(const QString &check)
    {
        const QVector<Finding> all = run();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Finding &finding) {
            return finding.id == QStringLiteral("directory.contoso.test.") + check;
        });
        return found == all.end() ? Finding() : *found;
    }
    [[nodiscard]] QString configuration(const char *rdn) const
    {
        return QString::fromLatin1(rdn) + u',' + directory->rootDse().configurationNamingContext;
    }

    std::shared_ptr<FakeDirectory> directory = healthyDomain();
    TestPorts ports;
    Answers answers;
    QVector<Error> failures;
};

using Fault = std::function<void(Lab &)>;

} // namespace

class ReadinessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyDomainHasNoWarningAndEveryCheckIsListed()
    {
        Lab lab;
        QStringList ids;
        for (const Finding &finding : lab.run()) {
            QVERIFY2(finding.severity == Severity::Ok || finding.severity == Severity::Info,
                     qPrintable(finding.id + finding.cause));
            QCOMPARE(finding.section, QStringLiteral("directory"));
            QVERIFY(!finding.title.isEmpty());
            QVERIFY2(!finding.evidence.isEmpty(), qPrintable(finding.id));
            ids.append(finding.id.mid(int(qstrlen("directory.contoso.test."))));
        }
        const QStringList expected{QStringLiteral("connection"),
                                   QStringLiteral("credential"),
                                   QStringLiteral("controllerWritable"),
                                   QStringLiteral("clockSkew"),
                                   QStringLiteral("functionalLevel"),
                                   QStringLiteral("schemaVersion"),
                                   QStringLiteral("exchangeSchema"),
                                   QStringLiteral("recycleBin"),
                                   QStringLiteral("kdsRootKey"),
                                   QStringLiteral("serviceAccountContainer"),
                                   QStringLiteral("serviceAccountName"),
                                   QStringLiteral("hosts"),
                                   QStringLiteral("encryptionTypes"),
                                   QStringLiteral("administratorRights"),
                                   QStringLiteral("permissions"),
                                   QStringLiteral("scope"),
                                   QStringLiteral("deletionThreshold")};
        QCOMPARE(ids, expected);
        QVERIFY(lab.failures.isEmpty());
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void eachFaultGivesItsFinding_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("check");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<QString>("code"); // of the failure that decides the exit code
        const auto row = [](const char *name, const char *check, Severity severity, const Fault &fault,
                            std::optional<ErrorCode> code = {}) {
            QTest::newRow(name) << fault << QString::fromLatin1(check) << severity
                                << (code ? errorCodeName(*code) : QString());
        };
        const auto text = [](const char *value) { return QByteArrayList{value}; };
        row("read-only controller", "controllerWritable", Severity::Error, [=](Lab &lab) {
            lab.directory->find(QString())->set(QStringLiteral("supportedCapabilities"),
                                                text("1.2.840.113556.1.4.1920"));
        });
        row("controller still replicating", "controllerWritable", Severity::Warning,
            [](Lab &lab) { lab.directory->rootDse().isSynchronized = false; });
        row("clock three minutes behind", "clockSkew", Severity::Warning,
            [](Lab &lab) { lab.directory->rootDse().currentTime = lab.directory->rootDse().readAt.addSecs(180); });
        row("clock two minutes behind", "clockSkew", Severity::Ok,
            [](Lab &lab) { lab.directory->rootDse().currentTime = lab.directory->rootDse().readAt.addSecs(120); });
        row("clock six minutes ahead", "clockSkew", Severity::Error,
            [](Lab &lab) { lab.directory->rootDse().currentTime = lab.directory->rootDse().readAt.addSecs(-360); });
        row("old controller", "functionalLevel", Severity::Error,
            [](Lab &lab) { lab.directory->rootDse().domainControllerFunctionality = 4; });
        row("old functional level", "functionalLevel", Severity::Info,
            [](Lab &lab) { lab.directory->rootDse().domainFunctionality = 4; });
        row("schema of 2008 R2", "schemaVersion", Severity::Error, [=](Lab &lab) {
            lab.directory->find(lab.directory->rootDse().schemaNamingContext)
                ->set(QStringLiteral("objectVersion"), text("47"));
        });
        row("schema of 2012 R2", "schemaVersion", Severity::Error, [=](Lab &lab) {
            lab.directory->find(lab.directory->rootDse().schemaNamingContext)
                ->set(QStringLiteral("objectVersion"), text("69"));
            lab.directory->erase(QStringLiteral("CN=msDS-ExternalDirectoryObjectId,") +
                                 lab.directory->rootDse().schemaNamingContext);
        });
        row("no Exchange schema but writeback", "exchangeSchema", Severity::Error,
            [](Lab &lab) { lab.answers.configurations[0].exchangeHybridWriteback = true; });
        const auto writeback = [=](Lab &lab, const char *minPwdAge) {
            lab.answers.passwordWriteback = PasswordWritebackAnswers{true, false};
            lab.directory->find(lab.directory->rootDse().defaultNamingContext)
                ->set(QStringLiteral("minPwdAge"), text(minPwdAge));
        };
        row("a day between password changes", "minimumPasswordAge", Severity::Warning,
            [=](Lab &lab) { writeback(lab, "-864000000000"); });
        row("password changes at once", "minimumPasswordAge", Severity::Ok, [=](Lab &lab) { writeback(lab, "0"); });
        row("writeback without its rights", "passwordWritebackRights", Severity::Warning, [=](Lab &lab) {
            writeback(lab, "0");
            lab.answers.serviceAccount->permissions = {PermissionSet::BasicRead};
        });
        row("writeback with its rights", "passwordWritebackRights", Severity::Ok, [=](Lab &lab) {
            writeback(lab, "0");
            lab.answers.serviceAccount->permissions = {PermissionSet::PasswordWriteBack};
        });
        const auto devices = [=](Lab &lab, const QByteArrayList &keywords, const QString &tenant = {}) {
            lab.answers.configurations[0].deviceSync = true;
            if (!tenant.isEmpty())
                lab.answers.signIn = SignInAnswers{tenant, QStringLiteral("client"), SignInMethod::Certificate, {}, {}};
            lab.directory->put(lab.configuration("CN=62a0ff2e-97b9-4513-943f-0d221bd30080,CN=Device Registration Configuration,CN=Services"),
                               {{QStringLiteral("objectClass"), {"serviceConnectionPoint"}}, {QStringLiteral("keywords"), keywords}});
        };
        const QByteArray tenant = "azureADId:7f5d8c1e-0000-4000-8000-000000000001";
        row("devices without a connection point", "deviceConnectionPoint", Severity::Warning,
            [](Lab &lab) { lab.answers.configurations[0].deviceSync = true; });
        row("connection point without a tenant", "deviceConnectionPoint", Severity::Warning,
            [=](Lab &lab) { devices(lab, {"azureADName:contoso.com", "azureADId:soon"}); });
        row("connection point of another tenant", "deviceConnectionPoint", Severity::Warning, [=](Lab &lab) {
            devices(lab, {"azureADName:contoso.com", tenant}, QStringLiteral("7f5d8c1e-0000-4000-8000-000000000002"));
        });
        row("connection point of this tenant", "deviceConnectionPoint", Severity::Ok, [=](Lab &lab) {
            devices(lab, {"azureADName:contoso.com", tenant}, QStringLiteral("7f5d8c1e-0000-4000-8000-000000000001"));
        });
        row("connection point, tenant named by a domain", "deviceConnectionPoint", Severity::Ok,
            [=](Lab &lab) { devices(lab, {tenant, "azureADName:contoso.com"}, QStringLiteral("contoso.onmicrosoft.com")); });
        row("recycle bin off", "recycleBin", Severity::Info, [](Lab &lab) {
            lab.directory
                ->find(lab.configuration(
                    "CN=Recycle Bin Feature,CN=Optional Features,CN=Directory Service,CN=Windows NT,CN=Services"))
                ->set(QStringLiteral("msDS-EnabledFeatureBL"), {});
            lab.directory->erase(lab.configuration(
                "CN=Recycle Bin Feature,CN=Optional Features,CN=Directory Service,CN=Windows NT,CN=Services"));
        });
        const char *key = "CN=key-1,CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services";
        row(
            "no root key", "kdsRootKey", Severity::Error,
            [=](Lab &lab) { lab.directory->erase(lab.configuration(key)); }, ErrorCode::KdsRootKeyMissing);
        row("no root key to be seen from a child domain", "kdsRootKey", Severity::Warning, [=](Lab &lab) {
            lab.directory->erase(lab.configuration(key));
            lab.directory->rootDse().rootDomainNamingContext = QStringLiteral("DC=test");
        });
        row("no root key, account is there", "kdsRootKey", Severity::Info, [=](Lab &lab) {
            lab.directory->erase(lab.configuration(key));
            lab.directory->put(QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,") + base,
                               {{QStringLiteral("objectClass"), {"msDS-GroupManagedServiceAccount"}},
                                {QStringLiteral("sAMAccountName"), {"provAgentgMSA$"}}});
        });
        row(
            "root key in the future", "kdsRootKey", Severity::Error,
            [=](Lab &lab) {
                lab.directory->find(lab.configuration(key))
                    ->set(QStringLiteral("msKds-UseStartTime"),
                          {QByteArray::number(fileTimeFromTime(QDateTime(QDate(2026, 2, 1), QTime(0, 0), Qt::UTC)))});
            },
            ErrorCode::KdsRootKeyMissing);
        row(
            "container deleted", "serviceAccountContainer", Severity::Error,
            [](Lab &lab) { lab.directory->erase(QStringLiteral("CN=Managed Service Accounts,") + base); },
            ErrorCode::ServiceAccountContainerMissing);
        row(
            "name taken", "serviceAccountName", Severity::Error,
            [](Lab &lab) {
                lab.directory->put(QStringLiteral("CN=x,CN=Computers,") + base,
                                   {{QStringLiteral("objectClass"), {"computer"}},
                                    {QStringLiteral("sAMAccountName"), {"provAgentgMSA$"}}});
            },
            ErrorCode::DirectoryObjectExists);
        row(
            "account disabled", "serviceAccountName", Severity::Error,
            [](Lab &lab) {
                lab.directory->put(QStringLiteral("CN=x,CN=Computers,") + base,
                                   {{QStringLiteral("objectClass"), {"msDS-GroupManagedServiceAccount"}},
                                    {QStringLiteral("userAccountControl"), {"4098"}},
                                    {QStringLiteral("sAMAccountName"), {"provAgentgMSA$"}}});
            },
            ErrorCode::ServiceAccountUnusable);
        row(
            "existing account not there", "serviceAccountName", Severity::Error,
            [](Lab &lab) { lab.answers.serviceAccount->mode = ServiceAccountMode::Existing; },
            ErrorCode::DirectoryObjectMissing);
        row(
            "host not joined", "hosts", Severity::Error,
            [](Lab &lab) { lab.answers.serviceAccount->hosts = QStringList{QStringLiteral("SYNC9")}; },
            ErrorCode::DirectoryObjectMissing);
        const auto account = [](Lab &lab, const char *types) {
            lab.directory->put(QStringLiteral("CN=provAgentgMSA,CN=Managed Service Accounts,") + base,
                               {{QStringLiteral("objectClass"), {"msDS-GroupManagedServiceAccount"}},
                                {QStringLiteral("sAMAccountName"), {"provAgentgMSA$"}},
                                {QStringLiteral("msDS-SupportedEncryptionTypes"), {types}}});
        };
        const auto host = [](Lab &lab, const char *types) {
            lab.directory->find(QStringLiteral("CN=SYNC1,CN=Computers,") + base)
                ->set(QStringLiteral("msDS-SupportedEncryptionTypes"), {types});
        };
        row("host with RC4 only, new account", "encryptionTypes", Severity::Warning, [=](Lab &lab) { host(lab, "4"); });
        row(
            "host with RC4 only, account with AES only", "encryptionTypes", Severity::Error,
            [=](Lab &lab) {
                host(lab, "4");
                account(lab, "24");
            },
            ErrorCode::ServiceAccountUnusable);
        row(
            "host with AES only, old account without types", "encryptionTypes", Severity::Error,
            [=](Lab &lab) {
                host(lab, "24");
                account(lab, "0");
            },
            ErrorCode::ServiceAccountUnusable);
        row("the same, repair agreed to", "encryptionTypes", Severity::Info, [=](Lab &lab) {
            host(lab, "24");
            account(lab, "0");
            lab.answers.serviceAccount->repair = QStringList{QStringLiteral("encryptionTypes")};
        });
        row("no root key, repair agreed to", "kdsRootKey", Severity::Warning, [=](Lab &lab) {
            lab.directory->erase(lab.configuration(key));
            lab.answers.serviceAccount->repair = QStringList{QStringLiteral("kdsRootKey")};
        });
        row("container deleted, repair agreed to", "serviceAccountContainer", Severity::Info, [](Lab &lab) {
            lab.directory->erase(QStringLiteral("CN=Managed Service Accounts,") + base);
            lab.answers.serviceAccount->repair = QStringList{QStringLiteral("serviceAccountContainer")};
        });
        row("schema without the account's class", "schemaVersion", Severity::Error, [](Lab &lab) {
            lab.directory->erase(QStringLiteral("CN=msDS-GroupManagedServiceAccount,") +
                                 lab.directory->rootDse().schemaNamingContext);
        });
        row(
            "may not change permissions", "administratorRights", Severity::Error,
            [=](Lab &lab) {
                lab.directory->find(base)->set(QStringLiteral("sDRightsEffective"), text("0"));
                lab.directory->find(base)->set(QStringLiteral("allowedAttributesEffective"), text("description"));
            },
            ErrorCode::DirectoryRightMissing);
        row(
            "may not create the account", "administratorRights", Severity::Error,
            [=](Lab &lab) {
                lab.directory->find(QStringLiteral("CN=Managed Service Accounts,") + base)
                    ->set(QStringLiteral("allowedChildClassesEffective"), text("container"));
            },
            ErrorCode::DirectoryRightMissing);
        row(
            "unit of the scope missing", "scope", Severity::Error,
            [](Lab &lab) {
                lab.answers.configurations[0].scope->distinguishedNames.append(QStringLiteral("OU=Gone,") + base);
            },
            ErrorCode::ScopeObjectMissing);
        row(
            "unit named where a group should be", "scope", Severity::Error,
            [](Lab &lab) { lab.answers.configurations[0].scope->kind = ScopeKind::Groups; },
            ErrorCode::ScopeObjectMissing);
        row("threshold above the number of objects", "deletionThreshold", Severity::Warning,
            [](Lab &lab) { lab.answers.configurations[0].accidentalDeletion->threshold = 500; });
        row("threshold as large as the scope", "deletionThreshold", Severity::Warning,
            [](Lab &lab) { lab.answers.configurations[0].accidentalDeletion->threshold = 4; });
    }

    void eachFaultGivesItsFinding()
    {
        QFETCH(Fault, fault);
        QFETCH(QString, check);
        QFETCH(Severity, severity);
        QFETCH(QString, code);
        Lab lab;
        fault(lab);
        const Finding finding = lab.one(check);
        QCOMPARE(severityName(finding.severity), severityName(severity));
        if (severity != Severity::Ok)
            QVERIFY(!finding.cause.isEmpty());
        if (severity == Severity::Error || severity == Severity::Warning)
            QVERIFY(!finding.remedy.isEmpty());
        QStringList codes;
        for (const Error &failure : std::as_const(lab.failures))
            codes.append(errorCodeName(failure.code));
        QCOMPARE(codes, code.isEmpty() ? QStringList() : QStringList{code});
        QVERIFY(lab.directory->writes().isEmpty());
    }

    void youngRootKeyTellsTheTimeFromWhichItIsUsable()
    {
        Lab lab;
        lab.directory
            ->find(lab.configuration("CN=key-1,CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services"))
            ->set(QStringLiteral("msKds-UseStartTime"),
                  {QByteArray::number(fileTimeFromTime(QDateTime(QDate(2026, 1, 31), QTime(3, 0), Qt::UTC)))});
        const Finding finding = lab.one(QStringLiteral("kdsRootKey"));
        QCOMPARE(finding.severity, Severity::Error);
        QVERIFY2(finding.remedy.contains(QStringLiteral("2026-01-31T13:00:00Z")), qPrintable(finding.remedy));
    }

    void missingScopeObjectsAreAllNamedAndBecomeFailures()
    {
        Lab lab;
        lab.answers.configurations[0].scope->distinguishedNames +=
            {QStringLiteral("OU=A,") + base, QStringLiteral("OU=B,") + base};
        const Finding finding = lab.one(QStringLiteral("scope"));
        QVERIFY(finding.evidence.contains(QStringLiteral("OU=A,")) &&
                finding.evidence.contains(QStringLiteral("OU=B,")));
        QCOMPARE(lab.failures.size(), 2);
        QCOMPARE(lab.failures.first().code, ErrorCode::ScopeObjectMissing);
    }

    void domainThatCannotBeReachedDoesNotStopTheOthers_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("certificate") << ErrorCode::TlsCertificateNotTrusted;
        QTest::newRow("password") << ErrorCode::DirectoryCredentialRefused;
        QTest::newRow("network") << ErrorCode::DirectoryUnreachable;
    }

    void domainThatCannotBeReachedDoesNotStopTheOthers()
    {
        QFETCH(ErrorCode, code);
        Lab lab;
        DirectoryAnswers other = lab.answers.directories.first();
        other.domain = QStringLiteral("fabrikam.test");
        lab.answers.directories.prepend(other);
        lab.ports.directories.errors.insert(
            QStringLiteral("fabrikam.test"),
            Error{code, QStringLiteral("fabrikam.test"), QStringLiteral("said so"), {}});
        const QVector<Finding> findings = lab.run();
        QCOMPARE(findings.first().id, QStringLiteral("directory.fabrikam.test.connection"));
        QCOMPARE(findings.first().severity, Severity::Error);
        QVERIFY(!findings.first().remedy.isEmpty());
        QCOMPARE(findings.size(), 18);
        QCOMPARE(lab.failures.size(), 1);
        QCOMPARE(lab.failures.first().code, code);
    }

    void rightsThatNothingNeedsAreNotAskedFor()
    {
        Lab lab;
        for (const auto &task : directoryTasks(lab.ports.session(lab.answers))) {
            RunContext context;
            UndoLog undo({});
            QVERIFY(task->apply(context, undo));
        }
        lab.directory->find(base)->set(QStringLiteral("sDRightsEffective"), {"0"});
        lab.directory->find(base)->set(QStringLiteral("allowedAttributesEffective"), {"description"});
        QCOMPARE(severityName(lab.one(QStringLiteral("administratorRights")).severity), QStringLiteral("ok"));
    }

    void stopEndsTheExamination()
    {
        Lab lab;
        std::stop_source source;
        source.request_stop();
        RunContext context(source.get_token());
        QVERIFY(directoryFindings(lab.ports.session(lab.answers), context).isEmpty());
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::ReadinessTest)
#include "ReadinessTest.moc"
