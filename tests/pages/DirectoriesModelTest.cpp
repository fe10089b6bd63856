// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/directories/DirectoriesModel.h"
#include "tests/pages/support/FakePorts.h"

#include <QSignalSpy>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

const QString contoso = QStringLiteral("contoso.test");

DirectoryAnswers named(const QString &domain, const QString &user = QStringLiteral("CONTOSO\\Administrator"))
{
    DirectoryAnswers directory;
    directory.domain = domain;
    directory.credential.user = user;
    return directory;
}

} // namespace

class DirectoriesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::newRow("no domain") << QString() << QStringLiteral("a") << QStringLiteral("b");
        QTest::newRow("one label") << QStringLiteral("contoso") << QStringLiteral("a") << QStringLiteral("b");
        QTest::newRow("blank in the name")
            << QStringLiteral("con toso.test") << QStringLiteral("a") << QStringLiteral("b");
        QTest::newRow("no administrator") << contoso << QString() << QStringLiteral("b");
        QTest::newRow("no password") << contoso << QStringLiteral("a") << QString();
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(QString, domain);
        QFETCH(QString, user);
        QFETCH(QString, password);
        World world;
        const auto state = world.state();
        DirectoriesModel model(*state);
        QVERIFY(!model.put(named(domain, user), password.isEmpty() ? Secret() : Secret::fromString(password)));
        QVERIFY(!model.problem().title.isEmpty());
        QVERIFY(model.directories().isEmpty());
    }

    void aDomainIsAddedTestedAndGoneOnWith()
    {
        World world;
        const auto state = world.state();
        DirectoriesModel model(*state);
        QVERIFY(!model.isComplete());
        QVERIFY(model.put(named(contoso), Secret::fromString(QStringLiteral("Correct-1"))));
        QCOMPARE(model.stateOf(contoso), DirectoriesModel::State::Untested);
        QSignalSpy ready(&model, &PageModel::ready);
        QVERIFY(!model.confirm());
        QCOMPARE(model.stateOf(contoso), DirectoriesModel::State::Testing);
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(model.stateOf(contoso), DirectoriesModel::State::Ready);
        QCOMPARE(model.testedOf(contoso)->controllers.size(), 1);
        QVERIFY(!model.findings().isEmpty());
        QVERIFY(model.confirm());
    }

    void aRefusedPasswordIsNotTriedASecondTime()
    {
        World world;
        const auto state = world.state();
        DirectoriesModel model(*state);
        QVERIFY(model.put(named(contoso), Secret::fromString(QStringLiteral("Wrong-1"))));
        QVERIFY(!model.confirm());
        QTRY_COMPARE(model.stateOf(contoso), DirectoriesModel::State::Failed);
        QVERIFY(!model.problem().title.isEmpty());
        QVERIFY(!model.confirm());
        QTRY_VERIFY(!model.isTesting());
        QCOMPARE(world.directories.attempts.load(), 1);
    }

    void anUntrustedCertificateIsExplained()
    {
        World world;
        world.directories.failure =
            Error{ErrorCode::TlsCertificateNotTrusted, QStringLiteral("dc1.contoso.test"), {}, {}};
        const auto state = world.state(contosoAnswers());
        DirectoriesModel model(*state);
        model.test();
        QTRY_COMPARE(model.stateOf(contoso), DirectoriesModel::State::Failed);
        QCOMPARE(model.problem().title, errorText(*world.directories.failure).title);
    }

    void enteringShowsWhatTheDirectoriesAreLike()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        DirectoriesModel model(*state);
        model.enter();
        QTRY_COMPARE(model.stateOf(contoso), DirectoriesModel::State::Ready);
        QVERIFY(!model.findings().isEmpty());
        model.enter();
        QVERIFY(!model.isTesting());
        QCOMPARE(world.directories.attempts.load(), 1);
    }

    void aResultCountsOnlyForTheSettingsItWasMadeWith()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        DirectoriesModel model(*state);
        model.test();
        QTRY_COMPARE(model.stateOf(contoso), DirectoriesModel::State::Ready);
        DirectoryAnswers changed = model.directories().constFirst();
        changed.controllers = QStringList{QStringLiteral("ldaps://dc2.contoso.test")};
        QVERIFY(model.put(changed, {}));
        QCOMPARE(model.stateOf(contoso), DirectoriesModel::State::Untested);
    }

    void preferredControllersDoNotAskForAnotherTest()
    {
        World world;
        const auto state = world.state(contosoAnswers());
        DirectoriesModel model(*state);
        model.test();
        QTRY_COMPARE(model.stateOf(contoso), DirectoriesModel::State::Ready);
        model.setPreferredControllers(contoso, {QStringLiteral("dc2.contoso.test")});
        QCOMPARE(model.stateOf(contoso), DirectoriesModel::State::Ready);
        QCOMPARE(state->answers().directories.constFirst().preferredControllers,
                 QStringList{QStringLiteral("dc2.contoso.test")});
    }

    void aDirectoryThatIsNotReadyHoldsThePage()
    {
        World world;
        world.domain->erase(QStringLiteral("CN=key-1,CN=Master Root Keys,CN=Group Key Distribution "
                                           "Service,CN=Services,CN=Configuration,DC=contoso,DC=test"));
        const auto state = world.state(contosoAnswers());
        DirectoriesModel model(*state);
        QSignalSpy ready(&model, &PageModel::ready);
        QVERIFY(!model.confirm());
        QTRY_VERIFY(!model.problem().title.isEmpty());
        QCOMPARE(model.stateOf(contoso), DirectoriesModel::State::Ready);
        QCOMPARE(ready.size(), 0);
    }

    void removingADomainForgetsItsPassword()
    {
        World world;
        const auto state = world.state();
        DirectoriesModel model(*state);
        QVERIFY(model.put(named(contoso), Secret::fromString(QStringLiteral("Correct-1"))));
        QVERIFY(world.typed->holds(contoso));
        model.remove(contoso);
        QVERIFY(model.directories().isEmpty());
        QVERIFY(!world.typed->holds(contoso));
    }
};

QTEST_GUILESS_MAIN(DirectoriesModelTest)
#include "DirectoriesModelTest.moc"
