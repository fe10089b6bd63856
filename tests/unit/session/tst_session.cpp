// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/session/Sections.h"
#include "backend/setup/session/Session.h"
#include "tests/support/RefusingPorts.h"

#include <QtTest>

using namespace cloudsync;

namespace {

class NoPrompt : public SignInPrompt
{
    void openBrowser(const QUrl &) override {}
    void showDeviceCode(const DeviceCode &) override {}
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

    struct World
    {
        RefusingConnector directories;
        RefusingSignIn signIn;
        NoTenant tenants;
        OtherMachine machine;
        FixedClock clock;
        GivenSecret secrets;
        NoPrompt prompt;
        Log log;
        Ports ports() { return {directories, tenants, signIn, machine, clock, secrets, prompt, log}; }
    };

    static Answers answers()
    {
        Answers a;
        DirectoryAnswers directory;
        directory.domain = "contoso.test";
        directory.credential = {"CONTOSO\\Administrator", {SecretReference::Kind::Environment, "X"}, BindMechanism::Negotiate};
        a.directories = {directory};
        a.signIn = SignInAnswers{"contoso.onmicrosoft.com", "id", SignInMethod::Certificate, {}, "/c.pem"};
        return a;
    }

private Q_SLOTS:
    void aRefusedPasswordIsNotTriedAgain()
    {
        World world;
        Session session(world.ports(), answers());
        QCOMPARE(session.directory("contoso.test", {}).error().code, ErrorCode::DirectoryCredentialRefused);
        QCOMPARE(session.directory("CONTOSO.TEST", {}).error().code, ErrorCode::DirectoryCredentialRefused);
        QCOMPARE(world.directories.attempts, 1);
    }

    void aControllerThatIsDownIsTriedAgain()
    {
        World world;
        world.directories.refusal = Error{ErrorCode::DirectoryUnreachable, "dc1", {}, {}};
        Session session(world.ports(), answers());
        QVERIFY(!session.directory("contoso.test", {}));
        QVERIFY(!session.directory("contoso.test", {}));
        QCOMPARE(world.directories.attempts, 2);
    }

    void otherCredentialsAreTriedOnce()
    {
        World world;
        Answers a = answers();
        Session session(world.ports(), a);
        QVERIFY(!session.directory("contoso.test", {}));
        session.update(a); // nothing new: nothing is tried
        QVERIFY(!session.directory("contoso.test", {}));
        QCOMPARE(world.directories.attempts, 1);
        a.directories[0].credential.password.value = "Y";
        session.update(a);
        QVERIFY(!session.directory("contoso.test", {}));
        QCOMPARE(world.directories.attempts, 2);
    }

    void aRefusedSignInIsNotTriedAgainUntilAskedTo()
    {
        World world;
        Session session(world.ports(), answers());
        QVERIFY(!session.tenant({}));
        QVERIFY(!session.organization({}));
        QCOMPARE(world.signIn.attempts, 1);
        session.forgetRefusals();
        QVERIFY(!session.tenant({}));
        QCOMPARE(world.signIn.attempts, 2);
    }

    void anAnswerThatIsMissingIsNamed()
    {
        World world;
        Session session(world.ports(), Answers());
        QCOMPARE(session.directory("contoso.test", {}).error().code, ErrorCode::AnswerMissing);
        QCOMPARE(session.signIn({}).error().subject, QStringLiteral("/signIn"));
    }

    void sectionsComeFromText()
    {
        QCOMPARE(*sectionsFromText("tenant, server"), Sections(Section::Tenant | Section::Server));
        QVERIFY(!sectionsFromText("tenant,cloud"));
        QVERIFY(!sectionsFromText(""));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
