// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/sign-in/SignInModel.h"
#include "tests/pages/support/FakePorts.h"
#include "wizard/WizardPrompt.h"

#include <QSignalSpy>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

/// A world whose prompts reach the model as they do in the wizard.
struct SignInWorld
{
    explicit SignInWorld(SignInMethod method = SignInMethod::Browser)
    {
        Answers answers = contosoAnswers();
        answers.signIn->method = method;
        state = world.state(answers);
        model = std::make_unique<SignInModel>(*state);
        QObject::connect(&prompt, &WizardPrompt::browserOpened, model.get(), &SignInModel::showBrowserUrl);
        QObject::connect(&prompt, &WizardPrompt::deviceCodeReceived, model.get(), &SignInModel::showDeviceCode);
        model->enter();
    }
    QVector<QUrl> opened;
    WizardPrompt prompt{[this](const QUrl &url) {
        opened.append(url);
        return true;
    }};
    World world{&prompt};
    std::unique_ptr<SetupState> state;
    std::unique_ptr<SignInModel> model;
};

} // namespace

class SignInModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInTellsTenantRoleAndDomains()
    {
        SignInWorld w;
        QSignalSpy ready(w.model.get(), &PageModel::ready);
        QVERIFY(!w.model->confirm());
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(w.model->confirm());
        const TenantSummary found = *w.model->result();
        QCOMPARE(found.tenantName, QStringLiteral("Contoso"));
        QCOMPARE(found.account, QStringLiteral("admin@contoso.onmicrosoft.com"));
        QCOMPARE(found.roles,
                 QStringList{administratorRoleName(QStringLiteral("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"))});
        QCOMPARE(found.verifiedDomains.size(), 2);
        QVERIFY(found.hasPremiumLicense);
        QCOMPARE(w.opened.size(), 1);
    }

    void theAddressIsShownWhileTheBrowserIsWaitedFor()
    {
        SignInWorld w;
        w.world.signIn.gate.close();
        w.model->start();
        QTRY_VERIFY(!w.model->browserUrl().isEmpty());
        QVERIFY(w.model->isRunning());
        w.world.signIn.gate.open();
        QTRY_VERIFY(w.model->result());
        QVERIFY(w.model->browserUrl().isEmpty());
    }

    void theDeviceCodeIsShownWithTheTimeLeft()
    {
        SignInWorld w(SignInMethod::DeviceCode);
        w.world.signIn.gate.close();
        w.model->start();
        QTRY_VERIFY(w.model->deviceCode());
        QCOMPARE(w.model->deviceCode()->userCode, QStringLiteral("ABCD-EFGH"));
        QCOMPARE(w.model->secondsLeft(), 15 * 60);
        w.world.clock.wait(std::chrono::minutes(20), {});
        QCOMPARE(w.model->secondsLeft(), 0);
        w.world.signIn.gate.open();
        QTRY_VERIFY(w.model->result());
    }

    void accountsThatCannotSetUpAreRefused_data()
    {
        QTest::addColumn<bool>("guest");
        QTest::addColumn<QStringList>("roles");
        QTest::newRow("guest of the tenant")
            << true << QStringList{QStringLiteral("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2")};
        QTest::newRow("no role at all") << false << QStringList();
        QTest::newRow("another role") << false << QStringList{QStringLiteral("fe930be7-5e62-47db-91af-98c3a49a38b1")};
    }
    void accountsThatCannotSetUpAreRefused()
    {
        QFETCH(bool, guest);
        QFETCH(QStringList, roles);
        SignInWorld w;
        w.world.signIn.account.isGuest = guest;
        w.world.tenant->roles = roles;
        QSignalSpy ready(w.model.get(), &PageModel::ready);
        QVERIFY(!w.model->confirm());
        QTRY_VERIFY(!w.model->problem().title.isEmpty());
        QVERIFY(!w.model->result());
        QCOMPARE(ready.size(), 0);
    }

    void aRefusedSignInMayBeTriedAgainByThePerson()
    {
        SignInWorld w;
        w.world.signIn.refusal = Error{ErrorCode::SignInDeclined, {}, QStringLiteral("AADSTS65004"), {}};
        w.model->start();
        QTRY_VERIFY(!w.model->problem().title.isEmpty());
        w.world.signIn.refusal.reset();
        w.model->start();
        QTRY_VERIFY(w.model->result());
        QCOMPARE(w.world.signIn.attempts.load(), 2);
    }

    void changingAnAnswerEndsTheSignInAndForgetsIt()
    {
        SignInWorld w;
        w.world.signIn.gate.close();
        w.model->start();
        QTRY_COMPARE(w.world.signIn.gate.waiting(), 1);
        SignInAnswers other = w.model->signIn();
        other.tenant = QStringLiteral("fabrikam.onmicrosoft.com");
        w.model->setSignIn(other);
        QVERIFY(!w.model->isRunning());
        QTRY_COMPARE(w.world.signIn.gate.waiting(), 0);
        QVERIFY(!w.model->result());
        QVERIFY(w.model->problem().title.isEmpty());
    }

    void theCertificateFileIsNeededForItsMethodAlone()
    {
        SignInWorld w;
        QVERIFY(w.model->isComplete());
        SignInAnswers changed = w.model->signIn();
        changed.method = SignInMethod::Certificate;
        w.model->setSignIn(changed);
        QVERIFY(!w.model->isComplete());
        changed.certificateFile = QStringLiteral("/home/admin/app.pem");
        w.model->setSignIn(changed);
        QVERIFY(w.model->isComplete());
    }

    void aCustomCloudFromTheAnswersCanBeChosen()
    {
        World world;
        Answers answers = contosoAnswers();
        answers.customCloud = CustomCloud{QStringLiteral("Lab"),
                                          QStringLiteral("https://127.0.0.1"),
                                          QStringLiteral("https://127.0.0.1"),
                                          {},
                                          {},
                                          {}};
        const auto state = world.state(answers);
        SignInModel model(*state);
        QCOMPARE(model.cloud(), QStringLiteral("Lab"));
        QCOMPARE(model.clouds().constFirst(), QStringLiteral("Lab"));
        model.setCloud(QStringLiteral("global"));
        QVERIFY(!state->answers().customCloud);
    }
};

QTEST_GUILESS_MAIN(SignInModelTest)
#include "SignInModelTest.moc"
