// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard as the rehearsal opens it: the product's pages and adapters on a laboratory, driven by keys, to the
// verified end.
#include "Laboratory.h"

#include "backend/setup/answers/AnswerFile.h"
#include "tests/lab/LabComposition.h"
#include "wizard-pages/state/TypedSecrets.h"
#include "wizard/SetupWizard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace cloudsync::tests {

class MainJobWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSetUpEndsVerifiedOnTheRealSystems();
    void theTypedPasswordReachesNoFile();

private:
    /// Waits until the page can be left, presses its button and waits for the page that follows; an empty text went
    /// well.
    QString goOnTo(SetupWizard &wizard, PageId expected, Qt::Key key = Qt::Key_N) const;

    Laboratory m_lab;
    QString m_password;
};

namespace {

constexpr int patience = 60000;

QStringList labelsOf(const QWidget *page)
{
    QStringList texts;
    for (const QLabel *label : page->findChildren<QLabel *>())
        texts.append(label->text());
    return texts;
}

} // namespace

void MainJobWizardTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    qputenv("LAB_FOLDER", m_lab.folder().toUtf8());
    qputenv("KRB5_CONFIG", m_lab.path(QStringLiteral("dc/krb5.conf")).toUtf8());
    QFile file(m_lab.path(QStringLiteral("secrets/directory-password")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_password = QString::fromUtf8(file.readLine().trimmed());
}

QString MainJobWizardTest::goOnTo(SetupWizard &wizard, PageId expected, Qt::Key key) const
{
    const auto *button =
        wizard.button(wizard.currentPage()->isCommitPage() ? QWizard::CommitButton : QWizard::NextButton);
    const auto shown = [&] { return labelsOf(wizard.currentPage()).join(u'\n'); };
    if (!QTest::qWaitFor([&] { return button->isEnabled(); }, patience))
        return QStringLiteral("page %1 cannot be left:\n%2").arg(wizard.currentId()).arg(shown());
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &wizard, key, Qt::AltModifier);
    if (!QTest::qWaitFor([&] { return wizard.currentId() == int(expected); }, patience))
        return QStringLiteral("page %1 was left for %2, not for %3:\n%4")
            .arg(button->text())
            .arg(wizard.currentId())
            .arg(int(expected))
            .arg(shown());
    return {};
}

void MainJobWizardTest::theSetUpEndsVerifiedOnTheRealSystems()
{
    // Everything is in the answer file but the password: that is typed.
    QJsonObject document = m_lab.answers();
    QJsonArray directories = document.value(QStringLiteral("directories")).toArray();
    QJsonObject directory = directories.first().toObject();
    QJsonObject credential = directory.value(QStringLiteral("credential")).toObject();
    credential.insert(QStringLiteral("password"), QStringLiteral("prompt"));
    directory.insert(QStringLiteral("credential"), credential);
    directories.replace(0, directory);
    document.insert(QStringLiteral("directories"), directories);
    auto answers = readAnswerFile(m_lab.writeAnswers(document, QStringLiteral("wizard-answers.json")));
    QVERIFY2(answers, answers ? "" : qPrintable(answers.error().toLogText()));

    // As main-wizard-run.cpp composes it.
    auto machine = labMachineFactory();
    QVERIFY(machine);
    WizardPrompt prompt;
    const auto secrets = std::make_shared<TypedSecrets>();
    PortsSettings settings;
    settings.stateFolder = m_lab.stateFolder();
    settings.logFile = m_lab.path(QStringLiteral("log/wizard.log"));
    settings.logLevel = LogLevel::Trace;
    settings.prompt = &prompt;
    settings.entered = [secrets](const QString &key) -> std::optional<Secret> {
        auto secret = secrets->resolve(key);
        return secret ? std::optional<Secret>(std::move(*secret)) : std::nullopt;
    };
    auto composed = composeBackend(settings, *machine);
    QVERIFY(composed);
    const auto wizard = makeSetupWizard((*composed)->backend(), prompt, secrets, std::move(*answers));
    wizard->show();
    QVERIFY(QTest::qWaitForWindowExposed(wizard.get()));
    QApplication::setActiveWindow(wizard.get());
    QTRY_COMPARE_WITH_TIMEOUT(wizard->nextId(), int(PageId::Prerequisites), patience); // a fresh machine: no start page

    for (const PageId next :
         {PageId::Prerequisites, PageId::Install, PageId::Extension, PageId::SignIn, PageId::ServiceAccount})
        QCOMPARE(goOnTo(*wizard, next), QString());
    QLineEdit *field = nullptr;
    for (QLineEdit *one : wizard->currentPage()->findChildren<QLineEdit *>()) {
        if (one->echoMode() == QLineEdit::Password && one->isVisible())
            field = one;
    }
    QVERIFY(field);
    field->setFocus();
    QTest::keyClicks(field, m_password);
    for (const PageId next :
         {PageId::Directories, PageId::Configuration, PageId::Scope, PageId::Mappings, PageId::Review})
        QCOMPARE(goOnTo(*wizard, next), QString());
    QCOMPARE(m_lab.configuration(QStringLiteral("contoso.test")),
             QJsonObject()); // nothing is changed before the review
    QVERIFY(m_lab.writesSince(0).isEmpty());
    QCOMPARE(goOnTo(*wizard, PageId::Progress, Qt::Key_A), QString());
    QCOMPARE(goOnTo(*wizard, PageId::Finish), QString());
    QTRY_VERIFY_WITH_TIMEOUT(
        labelsOf(wizard->currentPage()).contains(QStringLiteral("Cloud Sync is set up and verified.")), patience);
    QCOMPARE(wizard->exitCode(), 0);

    QCOMPARE(m_lab.configuration(QStringLiteral("contoso.test")).value(QStringLiteral("jobs")).toArray().size(), 2);
    const auto account =
        m_lab.search(m_lab.base(), QStringLiteral("(sAMAccountName=provAgentgMSA$)"), {QStringLiteral("cn")});
    QVERIFY(account && account->size() == 1);
    // The command line finds the same world: nothing is left to do.
    const CliRun again = m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"),
                                    m_lab.path(QStringLiteral("answers.json"))});
    QVERIFY2(again.exitCode == 0, again.all().constData());
    const QJsonArray steps = again.document.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &step : steps)
        QVERIFY2(step.toObject().value(QStringLiteral("outcome")).toString() == QStringLiteral("alreadyThere"),
                 again.output.constData());
}

void MainJobWizardTest::theTypedPasswordReachesNoFile()
{
    int files = 0;
    for (const char *folder : {"state", "log", "host"}) {
        QDirIterator walk(m_lab.path(QLatin1String(folder)), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QVERIFY2(!file.readAll().contains(m_password.toUtf8()), qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY(files >= 3); // journal, log, host
}

} // namespace cloudsync::tests

QTEST_MAIN(cloudsync::tests::MainJobWizardTest)
#include "tst_mainjob_wizard.moc"
