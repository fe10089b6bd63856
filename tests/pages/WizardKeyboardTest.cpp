// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pages/support/WizardDriver.h"
#include "wizard-pages/widgets/SetupPage.h"

#include <QMessageBox>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

// Long enough for a machine that is busy with other things; a failure ends at once all the same.
constexpr int patience = 30000;

} // namespace

/// Waits until the page is shown and can be left, then goes on with Alt+N and waits for the next page.
#define GO_ON_TO(driver, expected)                                                                                     \
    do {                                                                                                               \
        QTRY_VERIFY_WITH_TIMEOUT((driver).nextEnabled(), patience);                                                    \
        (driver).alt(Qt::Key_N);                                                                                       \
        QTRY_COMPARE_WITH_TIMEOUT(int((driver).page()), int(expected), patience);                                      \
    } while (false)

class WizardKeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Everything is typed; nothing is given in advance; no mouse.
    void theWholeSetUpIsFilledByKeyboardAndEndsVerified()
    {
        WizardDriver d;
        QVERIFY(QTest::qWaitForWindowExposed(d.wizard.get()));
        QCOMPARE(d.page(), PageId::License);
        QVERIFY(!d.nextEnabled());
        QTRY_VERIFY(!d.wizard->state().answers().licenseAccepted && d.focus());
        QVERIFY(d.press(QStringLiteral("I accept the licence")));
        QVERIFY(d.press(QStringLiteral("I have read and accept")));
        QTRY_COMPARE(d.wizard->nextId(), int(PageId::Prerequisites)); // a fresh machine: no start page

        GO_ON_TO(d, PageId::Prerequisites);
        GO_ON_TO(d, PageId::Install);

        QVERIFY(
            d.type(QStringLiteral("Agent package"), QStringLiteral("C:/temp/AADConnectProvisioningAgentSetup.exe")));
        QTest::keyClick(d.focus(), Qt::Key_Tab);
        GO_ON_TO(d, PageId::Extension);
        GO_ON_TO(d, PageId::SignIn);

        QVERIFY(d.type(QStringLiteral("Tenant"), QStringLiteral("contoso.onmicrosoft.com")));
        QVERIFY(d.type(QStringLiteral("Application id"), QStringLiteral("5d1c7c0e-9a8e-4c53-8a39-1b7d2e6f4a10")));
        QVERIFY(d.type(QStringLiteral("Account"), QStringLiteral("admin@contoso.onmicrosoft.com")));
        // The browser comes to the front, the person signs in there, and is called back.
        QWidget browser;
        bool wasInFront = false;
        d.onOpen = [&] {
            browser.show();
            QApplication::setActiveWindow(&browser);
            wasInFront = browser.isActiveWindow() && !d.wizard->isActiveWindow();
        };
        GO_ON_TO(d, PageId::ServiceAccount);
        QCOMPARE(d.opened.size(), 1);
        QVERIFY(wasInFront);
        QTRY_VERIFY(d.wizard->isActiveWindow());

        QVERIFY(d.type(QStringLiteral("Domain"), QStringLiteral("contoso.test")));
        QVERIFY(d.type(QStringLiteral("Administrator"), QStringLiteral("CONTOSO\\Administrator")));
        QVERIFY(d.type(QStringLiteral("Password"), QStringLiteral("Correct-1")));
        GO_ON_TO(d, PageId::Directories);
        GO_ON_TO(d, PageId::Configuration);

        QVERIFY(d.press(QStringLiteral("Send notifications")));
        QVERIFY(!d.nextEnabled()); // nobody to send them to yet
        QVERIFY(d.type(QStringLiteral("Addresses"), QStringLiteral("it@contoso.com")));
        QTest::keyClick(d.focus(), Qt::Key_Return); // adds, does not go on
        QCOMPARE(d.page(), PageId::Configuration);
        QVERIFY(d.type(QStringLiteral("Threshold"), QStringLiteral("5")));
        QTest::keyClick(d.focus(), Qt::Key_Tab);
        GO_ON_TO(d, PageId::Scope);

        QVERIFY(d.tabTo(QStringLiteral("The whole domain")));
        QTest::keyClick(d.focus(), Qt::Key_Right); // the next choice of the three
        QCOMPARE(d.focusName(), QStringLiteral("Organizational units"));
        QVERIFY(!d.nextEnabled());
        QVERIFY(d.type(QStringLiteral("Distinguished name"), QStringLiteral("OU=Sales,DC=contoso,DC=test")));
        QVERIFY(d.press(QStringLiteral("Add")));
        GO_ON_TO(d, PageId::Mappings);

        QVERIFY(d.press(QStringLiteral("Add hire date")));
        GO_ON_TO(d, PageId::Review);

        QCOMPARE(d.world.domain->writes().size(), 0);
        QVERIFY(d.world.machine.writes.isEmpty() && d.world.tenant->writes.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(d.nextEnabled(), patience);
        d.alt(Qt::Key_A); // Apply n changes
        QTRY_COMPARE_WITH_TIMEOUT(int(d.page()), int(PageId::Progress), patience);
        GO_ON_TO(d, PageId::Finish);

        QTRY_VERIFY_WITH_TIMEOUT(d.wizard->button(QWizard::FinishButton)->isEnabled(), patience);
        QStringList shown;
        for (const QLabel *label : d.wizard->currentPage()->findChildren<QLabel *>())
            shown.append(label->text());
        QVERIFY2(shown.contains(QStringLiteral("Cloud Sync is set up and verified.")),
                 qPrintable(shown.join(QLatin1Char('\n'))));
        const RunReport report = *d.wizard->state().runReport();
        QCOMPARE(report.outcome, RunOutcome::Done);
        const ConfigurationAnswers made = d.wizard->state().answers().configurations.constFirst();
        QCOMPARE(made.accidentalDeletion->threshold, 5);
        QCOMPARE(made.notifications->recipients, QStringList{QStringLiteral("it@contoso.com")});
        QCOMPARE(made.scope->distinguishedNames, QStringList{QStringLiteral("OU=Sales,DC=contoso,DC=test")});
        QCOMPARE(made.attributeMappings.size(), 1);
        QVERIFY(d.world.domain->writes().size() > 0);
        QCOMPARE(d.wizard->exitCode(), 0);
        d.alt(Qt::Key_C);
        QTRY_VERIFY(!d.wizard->isVisible());
    }

    void goingBackLosesNothing()
    {
        WizardDriver d;
        QVERIFY(QTest::qWaitForWindowExposed(d.wizard.get()));
        QVERIFY(d.press(QStringLiteral("I accept the licence")));
        QVERIFY(d.press(QStringLiteral("I have read and accept")));
        QTRY_COMPARE(d.wizard->nextId(), int(PageId::Prerequisites));
        GO_ON_TO(d, PageId::Prerequisites);
        GO_ON_TO(d, PageId::Install);
        QVERIFY(
            d.type(QStringLiteral("Agent package"), QStringLiteral("C:/temp/AADConnectProvisioningAgentSetup.exe")));
        QTest::keyClick(d.focus(), Qt::Key_Tab);
        QTRY_VERIFY(d.nextEnabled());
        d.alt(Qt::Key_B);
        QTRY_COMPARE(int(d.page()), int(PageId::Prerequisites));
        d.alt(Qt::Key_B);
        QTRY_COMPARE(int(d.page()), int(PageId::License));
        QVERIFY(d.nextEnabled());
        GO_ON_TO(d, PageId::Prerequisites);
        GO_ON_TO(d, PageId::Install);
        QVERIFY(d.tabTo(QStringLiteral("Agent package")));
        QCOMPARE(d.focus()->property("text").toString(),
                 QStringLiteral("C:/temp/AADConnectProvisioningAgentSetup.exe"));
    }

    void answersGivenInAdvanceLeadToTheReviewWithoutTyping()
    {
        WizardDriver d(contosoAnswers());
        QVERIFY(QTest::qWaitForWindowExposed(d.wizard.get()));
        QTRY_COMPARE(d.wizard->nextId(), int(PageId::Prerequisites));
        for (const PageId next :
             {PageId::Prerequisites, PageId::Install, PageId::Extension, PageId::SignIn, PageId::ServiceAccount,
              PageId::Directories, PageId::Configuration, PageId::Scope, PageId::Mappings, PageId::Review})
            GO_ON_TO(d, next);
        QTRY_VERIFY_WITH_TIMEOUT(d.nextEnabled(), patience);
        QVERIFY(d.wizard->button(QWizard::CommitButton)->text().contains(QStringLiteral("Apply")));
    }

    void escapeAsksBeforeWhatWasTypedIsLost()
    {
        WizardDriver d;
        QVERIFY(QTest::qWaitForWindowExposed(d.wizard.get()));
        QVERIFY(d.press(QStringLiteral("I accept the licence")));
        QVERIFY(d.press(QStringLiteral("I have read and accept")));
        QTest::keyClick(d.focus(), Qt::Key_Escape);
        QTRY_VERIFY(d.wizard->findChild<QMessageBox *>());
        QMessageBox *question = d.wizard->findChild<QMessageBox *>();
        QTRY_VERIFY(question->isVisible());
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!d.wizard->findChild<QMessageBox *>());
        QVERIFY(d.wizard->isVisible());
    }

    void cancelDuringTheRunSaysWhatItDoesAndUndoes()
    {
        WizardDriver d(contosoAnswers());
        QVERIFY(QTest::qWaitForWindowExposed(d.wizard.get()));
        QTRY_COMPARE(d.wizard->nextId(), int(PageId::Prerequisites));
        for (const PageId next :
             {PageId::Prerequisites, PageId::Install, PageId::Extension, PageId::SignIn, PageId::ServiceAccount,
              PageId::Directories, PageId::Configuration, PageId::Scope, PageId::Mappings, PageId::Review})
            GO_ON_TO(d, next);
        Gate installing;
        installing.close();
        d.world.machine.duringInstall = [&installing] { installing.pass(); };
        QTRY_VERIFY_WITH_TIMEOUT(d.nextEnabled(), patience);
        d.alt(Qt::Key_A);
        QTRY_COMPARE_WITH_TIMEOUT(installing.waiting(), 1, patience);
        QTest::keyClick(d.focus() ? d.focus() : d.wizard.get(), Qt::Key_Escape);
        QVERIFY(d.wizard->isVisible());
        QVERIFY(d.press(QStringLiteral("Stop and undo")));
        installing.open();
        QTRY_VERIFY_WITH_TIMEOUT(d.nextEnabled(), patience);
        QCOMPARE(d.wizard->state().runReport()->outcome, RunOutcome::Cancelled);
        QVERIFY(!d.world.machine.installed.installed);
        GO_ON_TO(d, PageId::Finish);
        QVERIFY(d.wizard->exitCode() != 0);
    }
};

QTEST_MAIN(WizardKeyboardTest)
#include "WizardKeyboardTest.moc"
