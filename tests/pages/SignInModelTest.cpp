// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/sign-in/SignInPage.h"
#include "backend/setup/answers/AnswerFile.h"
#include "tests/pages/support/FakePorts.h"
#include "wizard/WizardPrompt.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
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

    void anEligibleRoleIsToldFromAMissingOne_data()
    {
        QTest::addColumn<bool>("readable");
        QTest::addColumn<QStringList>("eligible");
        QTest::addColumn<QString>("says");
        QTest::newRow("eligible") << true << QStringList{QStringLiteral("62e90394-69f5-4237-9190-012177145e10")}
                                  << QStringLiteral("has not activated it");
        QTest::newRow("another one is eligible") << true << QStringList{QStringLiteral("fe930be7-5e62-47db-91af-98c3a49a38b1")}
                                                 << QStringLiteral("neither assigned nor eligible");
        QTest::newRow("not to be read") << false << QStringList() << QStringLiteral("could not be read");
    }
    void anEligibleRoleIsToldFromAMissingOne()
    {
        QFETCH(bool, readable);
        QFETCH(QStringList, eligible);
        QFETCH(QString, says);
        SignInWorld w;
        w.world.tenant->roles.clear();
        if (readable)
            w.world.tenant->eligibleRoles = eligible;
        w.model->start();
        QTRY_VERIFY(!w.model->problem().title.isEmpty());
        QVERIFY2(w.model->problem().happened.contains(says), qPrintable(w.model->problem().happened));
    }

    /// Whatever ended the first attempt, nothing of it is left for the second.
    void everyAttemptStartsClean_data()
    {
        QTest::addColumn<SignInMethod>("method");
        QTest::addColumn<QString>("how");
        for (const char *how : {"stopped", "page left", "answer changed", "declined", "succeeded"}) {
            QTest::addRow("browser, %s", how) << SignInMethod::Browser << QString::fromLatin1(how);
            QTest::addRow("device code, %s", how) << SignInMethod::DeviceCode << QString::fromLatin1(how);
        }
    }
    void everyAttemptStartsClean()
    {
        QFETCH(SignInMethod, method);
        QFETCH(QString, how);
        SignInWorld w(method);
        SignInPage page(w.model.get());
        w.world.signIn.gate.close();
        w.model->start();
        QTRY_COMPARE(w.world.signIn.gate.waiting(), 1);
        if (how == QLatin1String("stopped"))
            w.model->cancel();
        if (how == QLatin1String("page left"))
            page.cleanupPage(); // what QWizard calls for Back
        if (how == QLatin1String("answer changed")) {
            SignInAnswers other = w.model->signIn();
            other.account = QStringLiteral("global@contoso.onmicrosoft.com");
            w.model->setSignIn(other);
        }
        if (how == QLatin1String("declined"))
            w.world.signIn.refusal = Error{ErrorCode::SignInDeclined, {}, {}, {}};
        w.world.signIn.gate.open();
        QTRY_VERIFY(!w.model->isRunning());
        QTRY_COMPARE(w.world.signIn.gate.waiting(), 0);
        QVERIFY(w.model->browserUrl().isEmpty());
        QVERIFY(!w.model->deviceCode());
        QVERIFY(w.model->busyText().isEmpty());
        QCOMPARE(w.model->result().has_value(), how == QLatin1String("succeeded"));

        w.world.signIn.refusal.reset();
        w.model->enter(); // the page is opened again
        const int before = w.world.signIn.attempts.load();
        if (!w.model->result()) {
            w.model->start();
            QTRY_VERIFY(w.model->result());
            QCOMPARE(w.world.signIn.attempts.load(), before + 1);
        }
        QVERIFY(w.model->problem().title.isEmpty());
        QVERIFY(w.model->browserUrl().isEmpty());
    }

    void whatAnAbandonedAttemptShowsLaterIsIgnored()
    {
        SignInWorld w;
        w.model->showBrowserUrl(QUrl(QStringLiteral("https://login.example.test/old")));
        w.model->showDeviceCode({QStringLiteral("OLD"), QUrl(QStringLiteral("https://login.example.test/old")), {}, {}});
        QVERIFY(w.model->browserUrl().isEmpty());
        QVERIFY(!w.model->deviceCode());
    }

    void thePersonIsCalledBackWhenTheSignInEnds_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::newRow("well") << false;
        QTest::newRow("refused") << true;
    }
    void thePersonIsCalledBackWhenTheSignInEnds()
    {
        QFETCH(bool, refused);
        SignInWorld w;
        if (refused)
            w.world.signIn.refusal = Error{ErrorCode::SignInDeclined, {}, {}, {}};
        QSignalSpy returned(w.model.get(), &SignInModel::returned);
        w.world.signIn.gate.close();
        w.model->start();
        QTRY_VERIFY(!w.model->browserUrl().isEmpty());
        QCOMPARE(returned.size(), 0);
        w.world.signIn.gate.open();
        QTRY_COMPARE(returned.size(), 1);
    }

    void aBuildWithoutTheBrowserOffersTheOthersAndSaysSo()
    {
        SignInWorld w;
        QVERIFY(!w.model->lacksBrowser());
        w.world.signIn.methods = {SignInMethod::DeviceCode, SignInMethod::Certificate};
        QVERIFY(w.model->lacksBrowser());
        w.model->enter(); // the answers asked for the browser
        QCOMPARE(w.model->signIn().method, SignInMethod::DeviceCode);
        SignInPage page(w.model.get());
        page.initializePage();
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto labels = page.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("without Qt Network Authorization"));
        }));
        const auto *methods = page.findChildren<QComboBox *>().at(1);
        QCOMPARE(methods->findData(int(SignInMethod::Browser)), -1);
    }

    void theClientIdOfTheBuildIsProposed()
    {
        World world;
        const auto state = world.state({});
        SignInModel model(*state, QStringLiteral("0a1b2c3d-1111-2222-3333-444455556666"));
        model.enter();
        QCOMPARE(model.signIn().clientId, QStringLiteral("0a1b2c3d-1111-2222-3333-444455556666"));
        QVERIFY(model.hasBuiltInClient());
        SignInAnswers own = model.signIn();
        own.clientId = QStringLiteral("5d1c7c0e-9a8e-4c53-8a39-1b7d2e6f4a10");
        model.setSignIn(own);
        model.enter();
        QCOMPARE(model.signIn().clientId, own.clientId);
    }

    void theAddressForConsentNamesTenantAndApplication()
    {
        SignInWorld w;
        QCOMPARE(w.model->adminConsentUrl().toString(),
                 QStringLiteral("https://login.microsoftonline.com/contoso.onmicrosoft.com/"
                                "adminconsent?client_id=%1&redirect_uri=http://localhost")
                     .arg(w.model->signIn().clientId));
        w.model->setCloud(QStringLiteral("usGov"));
        QCOMPARE(w.model->adminConsentUrl().host(), QStringLiteral("login.microsoftonline.us"));
        SignInAnswers none = w.model->signIn();
        none.clientId.clear();
        w.model->setSignIn(none);
        QVERIFY(w.model->adminConsentUrl().isEmpty());
        QVERIFY(w.model->permissions().contains(QStringLiteral("Synchronization.ReadWrite.All")));
    }

    void aProxyThatAsksOpensItsFieldsAndItsPasswordIsKeptOutOfTheAnswers()
    {
        SignInWorld w;
        QVERIFY(!w.model->proxyAsks());
        w.world.signIn.refusal = Error{ErrorCode::ProxyAuthenticationRequired, QStringLiteral("http://proxy:8080"), {}, {}};
        w.model->start();
        QTRY_VERIFY(!w.model->problem().title.isEmpty());
        QVERIFY(w.model->proxyAsks());
        w.model->setProxyUser(QStringLiteral("CONTOSO\\ada"));
        QVERIFY(!w.model->isComplete());
        w.model->setProxyPassword(Secret::fromString(QStringLiteral("canary-proxy")));
        QVERIFY(w.model->isComplete());
        QVERIFY(w.model->hasProxyPassword());
        const ServerAnswers server = *w.state->answers().server;
        QCOMPARE(server.proxyCredential.user, QStringLiteral("CONTOSO\\ada"));
        QCOMPARE(server.proxyCredential.password.kind, SecretReference::Kind::Entered);
        QVERIFY(!QJsonDocument(answersToJson(w.state->answers())).toJson().contains("canary"));
        w.world.signIn.refusal.reset();
        w.model->start();
        QTRY_VERIFY(w.model->result());
        QCOMPARE(w.world.signIn.proxyUser(), QStringLiteral("CONTOSO\\ada"));
        w.model->setProxyPassword({});
        QVERIFY(!w.model->hasProxyPassword());
        QVERIFY(!w.model->result());
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

QTEST_MAIN(SignInModelTest)
#include "SignInModelTest.moc"
