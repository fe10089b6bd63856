// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/errors/ExitCode.h"
#include "resources/Resources.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

namespace cloudsync::test {

class ExitCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableAndTheProgramAgree()
    {
        registerCloudSyncResources();
        QFile file(QStringLiteral(":/cloud-sync-setup/exit-codes.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray table = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE(table.size(), allExitCodes().size());
        QSet<QString> names;
        for (qsizetype i = 0; i < table.size(); ++i) {
            const QJsonObject row = table.at(i).toObject();
            QCOMPARE(row.value(QStringLiteral("code")).toInt(-1), static_cast<int>(allExitCodes().at(i)));
            QCOMPARE(row.value(QStringLiteral("meaning")).toString(), exitCodeMeaning(allExitCodes().at(i)));
            names.insert(row.value(QStringLiteral("name")).toString());
        }
        QCOMPARE(names.size(), table.size());
    }

    void everyCodeMeansSomethingOfItsOwn()
    {
        QSet<int> codes;
        QSet<QString> meanings;
        for (const ExitCode code : allExitCodes()) {
            const QString meaning = exitCodeMeaning(code);
            QVERIFY(meaning.endsWith(u'.') && !meaning.contains(u'!'));
            codes.insert(static_cast<int>(code));
            meanings.insert(meaning);
        }
        QCOMPARE(codes.size(), allExitCodes().size());
        QCOMPARE(meanings.size(), allExitCodes().size());
    }

    void noErrorEndsAsDone_data()
    {
        QTest::addColumn<int>("code");
        for (const ErrorCode code : allErrorCodes())
            QTest::newRow(qPrintable(errorCodeName(code))) << static_cast<int>(code);
    }
    void noErrorEndsAsDone()
    {
        QFETCH(int, code);
        const ExitCode exitCode = exitCodeFor(static_cast<ErrorCode>(code));
        QVERIFY(exitCode != ExitCode::Done && allExitCodes().contains(exitCode));
        QVERIFY((processExitCode(exitCode) & 0xff) != 0);
    }

    void anErrorHasItsExitCode_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("expected");
        const auto row = [](ErrorCode code, int expected) { QTest::newRow(qPrintable(errorCodeName(code))) << static_cast<int>(code) << expected; };
        row(ErrorCode::AnswersInvalid, 2);
        row(ErrorCode::AnswersNotJson, 2);
        row(ErrorCode::AnswerMissing, 2);
        row(ErrorCode::LicenseNotAccepted, 2);
        row(ErrorCode::CommandLineWrong, 2);
        row(ErrorCode::ConfirmationMissing, 2);
        row(ErrorCode::TlsCertificateNotTrusted, 3);
        row(ErrorCode::ScopeObjectMissing, 3);
        row(ErrorCode::DirectoryUnreachable, 3);
        row(ErrorCode::PlanConflict, 3);
        row(ErrorCode::CheckFailed, 3);
        row(ErrorCode::DirectoryCredentialRefused, 4);
        row(ErrorCode::DirectoryCredentialLockedOut, 4);
        row(ErrorCode::SignInDeclined, 4);
        row(ErrorCode::SignInWrongTenant, 4);
        row(ErrorCode::UndoIncomplete, 6);
        row(ErrorCode::Cancelled, 1602);
        row(ErrorCode::RunInProgress, 1618);
        row(ErrorCode::AnotherInstallation, 1618);
    }
    void anErrorHasItsExitCode()
    {
        QFETCH(int, code);
        QFETCH(int, expected);
        QCOMPARE(static_cast<int>(exitCodeFor(static_cast<ErrorCode>(code))), expected);
    }

    void aRunHasItsExitCode_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("restart");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, RunOutcome outcome, Restart restart, int expected) {
            QTest::newRow(name) << static_cast<int>(outcome) << static_cast<int>(restart) << expected;
        };
        row("done", RunOutcome::Done, Restart::None, 0);
        row("done, restart needed", RunOutcome::Done, Restart::Required, 3010);
        row("done, restart begun", RunOutcome::Done, Restart::Initiated, 1641);
        row("failed", RunOutcome::Failed, Restart::None, 5);
        row("failed, restart needed", RunOutcome::Failed, Restart::Required, 5);
        row("left behind", RunOutcome::FailedLeftBehind, Restart::None, 6);
        row("cancelled", RunOutcome::Cancelled, Restart::None, 1602);
        row("refused without a reason", RunOutcome::Refused, Restart::None, 3);
    }
    void aRunHasItsExitCode()
    {
        QFETCH(int, outcome);
        QFETCH(int, restart);
        QFETCH(int, expected);
        RunReport report;
        report.outcome = static_cast<RunOutcome>(outcome);
        report.restart = static_cast<Restart>(restart);
        QCOMPARE(static_cast<int>(exitCodeFor(report)), expected);
    }

    void aRefusedRunTakesTheCodeOfItsError()
    {
        RunReport report;
        report.outcome = RunOutcome::Refused;
        report.error = Error{ErrorCode::DirectoryCredentialRefused, {}, {}, {}};
        QCOMPARE(exitCodeFor(report), ExitCode::SignInFailed);
    }

    void aFailedRunTellsWhatItsInstallerMet_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, RunOutcome outcome, ErrorCode error, int expected) {
            QTest::newRow(name) << static_cast<int>(outcome) << static_cast<int>(error) << expected;
        };
        row("cancelled", RunOutcome::Failed, ErrorCode::InstallerCancelled, 1602);
        row("cancelled, something left", RunOutcome::FailedLeftBehind, ErrorCode::InstallerCancelled, 1602);
        row("another installation", RunOutcome::Failed, ErrorCode::AnotherInstallation, 1618);
        row("another installation, something left", RunOutcome::FailedLeftBehind, ErrorCode::AnotherInstallation, 6);
        row("failed", RunOutcome::Failed, ErrorCode::InstallerFailed, 5);
        row("a sign-in refused midway", RunOutcome::Failed, ErrorCode::SignInRefused, 5);
    }
    void aFailedRunTellsWhatItsInstallerMet()
    {
        QFETCH(int, outcome);
        QFETCH(int, error);
        QFETCH(int, expected);
        RunReport report;
        report.outcome = static_cast<RunOutcome>(outcome);
        report.error = Error{static_cast<ErrorCode>(error), {}, {}, {}};
        QCOMPARE(static_cast<int>(exitCodeFor(report)), expected);
    }

    void theSystemGetsWhatItCanHold()
    {
        QCOMPARE(processExitCode(ExitCode::FailedLeftBehind), 6);
#ifdef Q_OS_WIN
        QCOMPARE(processExitCode(ExitCode::RestartRequired), 3010);
#else
        QCOMPARE(processExitCode(ExitCode::RestartRequired), 194);
#endif
        QSet<int> values;
        for (const ExitCode code : allExitCodes())
            values.insert(processExitCode(code));
        QCOMPARE(values.size(), allExitCodes().size());
    }
};

} // namespace cloudsync::test

QTEST_GUILESS_MAIN(cloudsync::test::ExitCodeTest)
#include "ExitCodeTest.moc"
