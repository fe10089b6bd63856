// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/LandingPage.h"
#include "backend/setup/errors/ErrorCatalogue.h"
#include "backend/setup/language/Translation.h"
#include "tests/cli/CliFixture.h"
#include "tests/pages/support/WizardDriver.h"
#include "wizard-pages/widgets/SetupPage.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

/// The product as a German administrator meets it: one look at each of its surfaces.
class GermanTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Translation> m_translation;

private Q_SLOTS:
    void initTestCase() { m_translation = std::make_unique<Translation>(QStringLiteral("de")); }
    void cleanupTestCase() { m_translation.reset(); }

    void thePagesAndButtonsOfTheWizard()
    {
        tests::WizardDriver d(tests::contosoAnswers());
        QCOMPARE(d.wizard->setupPage(PageId::License)->name(), QStringLiteral("Lizenz"));
        QCOMPARE(d.wizard->setupPage(PageId::ServiceAccount)->name(), QStringLiteral("Dienstkonto"));
        QVERIFY(d.wizard->windowTitle().startsWith(QStringLiteral("Lizenz")));
        QCOMPARE(d.wizard->buttonText(QWizard::BackButton), QStringLiteral("&Zurück"));
        QCOMPARE(d.wizard->buttonText(QWizard::NextButton), QStringLiteral("&Weiter"));
        QCOMPARE(d.wizard->buttonText(QWizard::CancelButton), QStringLiteral("Abbrechen"));
        QCOMPARE(d.wizard->buttonText(QWizard::FinishButton), QStringLiteral("S&chließen"));
    }

    void anErrorOfTheCatalogue()
    {
        const ErrorText text = errorText({ErrorCode::TenantRoleMissing, QStringLiteral("admin@contoso.com"), {}, {}});
        QCOMPARE(text.title, QStringLiteral("Eine Rolle fehlt"));
        QVERIFY2(text.happened.contains("admin@contoso.com"), qPrintable(text.happened));
        QVERIFY2(text.next.contains(QStringLiteral("Hybrididentitätsadministrator")), qPrintable(text.next));
    }

    void theHelpOfTheCommandLine()
    {
        CliFixture cli;
        QCOMPARE(cli.run({"--help"}), ExitCode::Done);
        const QString help = QString::fromUtf8(cli.out);
        for (const char *part : {"Aufruf: cloud-sync-setup-cli", "Optionen:", "Verben:", "Diese Hilfe ausgeben", "Server, Verzeichnis und Mandant"})
            QVERIFY2(help.contains(QString::fromUtf8(part)), qPrintable(help));
        QCOMPARE(cli.run({"check", "--help"}), ExitCode::Done);
        const QString ofVerb = QString::fromUtf8(cli.out);
        QVERIFY2(ofVerb.contains(QStringLiteral("ERFORDERLICH")) && !ofVerb.contains(QStringLiteral("Options:")), qPrintable(ofVerb));
    }

    void aWrongCommandLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no verb") << QStringList() << QStringLiteral("Ein Verb ist erforderlich");
        QTest::newRow("an option is missing") << QStringList{"apply"} << QStringLiteral("--answers ist erforderlich");
        QTest::newRow("an unknown argument") << QStringList{"version", "--%1"} << QStringLiteral("wurde nicht erwartet: --%1");
        QTest::newRow("a value is missing") << QStringList{"check", "--answers"} << QStringLiteral("erforderliches FILE fehlt");
        QTest::newRow("an unknown language") << QStringList{"version", "--lang", "tlh"} << QStringLiteral("die Sprachen sind: de, en");
        QTest::newRow("a file that is not there") << QStringList{"check", "--answers", "/nothing"} << QStringLiteral("Diese Datei gibt es nicht.");
    }
    void aWrongCommandLine()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, sentence);
        CliFixture cli;
        QTemporaryDir state;
        cli.stateFolder = state.path();
        QCOMPARE(cli.run(words), ExitCode::AnswersWrong);
        QVERIFY2(QString::fromUtf8(cli.err).contains(sentence), cli.err.constData());
        QVERIFY2(!cli.err.contains("Nothing was changed"), cli.err.constData());
    }

    void keysAndCodesOfJsonStayEnglish()
    {
        CliFixture cli;
        QTemporaryDir state;
        cli.stateFolder = state.path();
        QCOMPARE(cli.run({"plan", "--answers", "/nothing", "--json"}), ExitCode::AnswersWrong);
        const QJsonObject error = cli.json().value(QStringLiteral("error")).toObject();
        QCOMPARE(error.value(QStringLiteral("code")).toString(), QStringLiteral("answers.unreadable"));
        QCOMPARE(error.value(QStringLiteral("title")).toString(), QStringLiteral("Die Antwortdatei ist nicht lesbar"));
    }

    void theBrowsersPageAfterTheSignIn()
    {
        const QString html = QString::fromUtf8(LandingPage::signedIn().toHtml());
        QVERIFY2(html.contains(QStringLiteral("<html lang=\"de\">")), qPrintable(html));
        QVERIFY2(html.contains(QStringLiteral("Die Anmeldung ist erfolgt.")), qPrintable(html));
    }
};

QTEST_MAIN(GermanTest)
#include "GermanTest.moc"
