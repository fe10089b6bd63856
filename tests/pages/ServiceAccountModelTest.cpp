// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/service-account/ServiceAccountModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QSignalSpy>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

DirectoryAnswers contosoDirectory()
{
    DirectoryAnswers directory;
    directory.domain = QStringLiteral("contoso.test");
    directory.credential.user = QStringLiteral("CONTOSO\\Administrator");
    return directory;
}

} // namespace

class ServiceAccountModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameHostAndDomainAreProposed()
    {
        World world;
        const auto state = world.state();
        ServiceAccountModel model(*state);
        model.enter();
        QTRY_COMPARE(model.account().hosts, QStringList{QStringLiteral("SYNC1")});
        QCOMPARE(model.account().name, QStringLiteral("provAgentgMSA"));
        QCOMPARE(model.directory().domain, QStringLiteral("contoso.test"));
        QVERIFY(model.hasPermission(PermissionSet::BasicRead));
    }

    void whatTheAnswersSayIsNotReplacedByProposals()
    {
        World world;
        Answers answers = contosoAnswers();
        answers.serviceAccount->name = QStringLiteral("svcSync");
        answers.serviceAccount->hosts = QStringList{QStringLiteral("SYNC2")};
        const auto state = world.state(answers);
        ServiceAccountModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.thisHost().isEmpty());
        QCOMPARE(state->answers(), answers);
    }

    void aFurtherServerAddsItselfAndRemovesNobody()
    {
        World world;
        Answers answers = contosoAnswers();
        answers.serviceAccount->hosts = QStringList{QStringLiteral("SYNC9")};
        const auto state = world.state(answers);
        state->setPath(SetupPath::FurtherServer);
        ServiceAccountModel model(*state);
        model.enter();
        QTRY_COMPARE(model.account().hosts, (QStringList{QStringLiteral("SYNC9"), QStringLiteral("SYNC1")}));
    }

    void namesAreExplainedWhileTheyAreTyped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("usual") << QStringLiteral("provAgentgMSA") << true;
        QTest::newRow("with the dollar sign") << QStringLiteral("provAgentgMSA$") << true;
        QTest::newRow("fifteen characters") << QStringLiteral("abcdefghijklmno") << true;
        QTest::newRow("sixteen characters") << QStringLiteral("abcdefghijklmnop") << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("slash") << QStringLiteral("a/b") << false;
    }
    void namesAreExplainedWhileTheyAreTyped()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        World world;
        const auto state = world.state(contosoAnswers());
        ServiceAccountModel model(*state);
        model.setName(name);
        QCOMPARE(model.nameProblem().isEmpty(), good);
        QCOMPARE(model.isComplete(), good);
    }

    void theCredentialBecomesTheFirstDirectory()
    {
        World world;
        const auto state = world.state();
        ServiceAccountModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.thisHost().isEmpty());
        model.setDirectory(contosoDirectory());
        QVERIFY(!model.isComplete());
        model.setPassword(Secret::fromString(QStringLiteral("Correct-1")));
        QVERIFY(model.isComplete());
        QCOMPARE(state->answers().directories.size(), 1);
        QCOMPARE(state->answers().directories.constFirst().credential.password.kind, SecretReference::Kind::Entered);
        QSignalSpy ready(&model, &PageModel::ready);
        QVERIFY(!model.confirm());
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(model.confirm());
        QCOMPARE(world.directories.attempts.load(), 1);
    }

    void aWrongPasswordIsTriedOnce()
    {
        World world;
        const auto state = world.state();
        ServiceAccountModel model(*state);
        model.enter();
        QTRY_VERIFY(!model.thisHost().isEmpty());
        model.setDirectory(contosoDirectory());
        model.setPassword(Secret::fromString(QStringLiteral("Wrong-1")));
        QVERIFY(!model.confirm());
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QVERIFY(!model.confirm());
        QTRY_VERIFY(model.busyText().isEmpty());
        QCOMPARE(world.directories.attempts.load(), 1);
        // Typed anew it is another one, and is tried.
        QSignalSpy ready(&model, &PageModel::ready);
        model.setPassword(Secret::fromString(QStringLiteral("Correct-1")));
        QVERIFY(!model.confirm());
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(world.directories.attempts.load(), 2);
    }

    void aHostThatDoesNotExistHoldsThePage()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ServiceAccountModel model(*state);
        model.setHosts({QStringLiteral("SYNC1"), QStringLiteral("NOSUCHHOST")});
        QSignalSpy ready(&model, &PageModel::ready);
        QVERIFY(!model.confirm());
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QCOMPARE(ready.size(), 0);
        QVERIFY(!model.findings().isEmpty());
    }

    void permissionsAreShownAsTheyWouldBeWritten()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        ServiceAccountModel model(*state);
        model.readPermissionLines();
        QTRY_VERIFY(!model.permissionLines().isEmpty());
        QCOMPARE(world.domain->writes().size(), 0);
        model.setPermission(PermissionSet::PasswordWriteBack, true);
        QVERIFY(model.permissionLines().isEmpty()); // they said something else
    }

    void takingOneOutOfAllLeavesTheOthers()
    {
        World world;
        Answers answers = contosoAnswers();
        answers.serviceAccount->permissions = {PermissionSet::All};
        const auto state = world.state(answers);
        ServiceAccountModel model(*state);
        model.setPermission(PermissionSet::UserGroupCreateDelete, false);
        QVERIFY(!model.hasPermission(PermissionSet::UserGroupCreateDelete));
        QVERIFY(model.hasPermission(PermissionSet::BasicRead));
        QVERIFY(model.hasPermission(PermissionSet::PasswordWriteBack));
        QCOMPARE(model.account().permissions.size(), 5);
    }
};

QTEST_GUILESS_MAIN(ServiceAccountModelTest)
#include "ServiceAccountModelTest.moc"
