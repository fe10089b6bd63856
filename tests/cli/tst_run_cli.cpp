// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliFixture.h"

#include "backend/setup/answers/AnswerFile.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

class TestRunCli : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliFixture> m_cli;

    QString answers(const QJsonObject &document)
    {
        const QString path = m_folder->filePath("answers.json");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(QJsonDocument(document).toJson());
        return path;
    }

    bool nothingWritten() const { return !QDir(m_cli->stateFolder).exists(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliFixture>();
        m_cli->stateFolder = m_folder->filePath("state");
    }

    void schemaPrintsTheSchemaThatIsUsed()
    {
        QCOMPARE(m_cli->run({"schema"}), ExitCode::Done);
        QCOMPARE(m_cli->out, answerFileSchema());
        QVERIFY(QJsonDocument::fromJson(m_cli->out).isObject());
    }

    void versionIsADocumentToo()
    {
        QCOMPARE(m_cli->run({"version", "--json"}), ExitCode::Done);
        for (const char *key : {"exitCode", "product", "qt", "openssl"})
            QVERIFY2(m_cli->json().contains(QLatin1String(key)), key);
    }

    void aWrongCommandLineEndsWithTwoAndATextOrADocument()
    {
        QCOMPARE(m_cli->run({"frobnicate"}), ExitCode::AnswersWrong);
        QVERIFY(m_cli->out.isEmpty());
        QVERIFY(!m_cli->err.isEmpty());
        QCOMPARE(m_cli->run({"frobnicate", "--json"}), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->json().value("exitCode").toInt(), 2);
        QCOMPARE(m_cli->json().value("error").toObject().value("code").toString(), QStringLiteral("commandLine.wrong"));
        QVERIFY(!m_cli->composed);
    }

    void wrongAnswersEndWithTwoAndNameThePlace()
    {
        QJsonObject wrong = goodAnswers();
        wrong.insert("colour", "blue");
        QCOMPARE(m_cli->run({"apply", "--answers", answers(wrong), "--yes", "--json"}), ExitCode::AnswersWrong);
        const QJsonObject error = m_cli->json().value("error").toObject();
        QCOMPARE(error.value("code").toString(), QStringLiteral("answers.invalid"));
        QCOMPARE(error.value("causes").toArray().first().toObject().value("pointer").toString(), QStringLiteral("/colour"));
        for (const char *key : {"title", "happened", "changed", "next"})
            QVERIFY2(!error.value(QLatin1String(key)).toString().isEmpty(), key);
        QCOMPARE(m_cli->directories.attempts, 0);
        QVERIFY(nothingWritten());
    }

    void applyWithoutYesAndWithoutATerminalSaysWhatIsMissing()
    {
        QCOMPARE(m_cli->run({"apply", "--answers", answers(goodAnswers()), "--only", "directory", "--json"}), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->json().value("error").toObject().value("subject").toString(), QStringLiteral("--yes"));
        QCOMPARE(m_cli->directories.attempts, 0);
        QCOMPARE(m_cli->run({"undo", "--json"}), ExitCode::AnswersWrong);
    }

    void aRefusedPasswordEndsWithFourAfterOneAttempt()
    {
        QCOMPARE(m_cli->run({"apply", "--answers", answers(goodAnswers()), "--only", "directory", "--yes", "--json"}), ExitCode::SignInFailed);
        QCOMPARE(m_cli->json().value("error").toObject().value("code").toString(), QStringLiteral("directory.credentialRefused"));
        QCOMPARE(m_cli->directories.attempts, 1);
        QVERIFY(nothingWritten());
        QVERIFY(!m_cli->out.contains("c4nary") && !m_cli->err.contains("c4nary"));
    }

    void anUntrustedCertificateEndsWithThree()
    {
        m_cli->directories.refusal = Error{ErrorCode::TlsCertificateNotTrusted, "ldaps://dc1.contoso.test", "self-signed", {}};
        QCOMPARE(m_cli->run({"check", "--answers", answers(goodAnswers()), "--only", "directory", "--json"}), ExitCode::CheckFailed);
        const QJsonArray findings = m_cli->json().value("findings").toArray();
        QVERIFY(!findings.isEmpty());
        QCOMPARE(findings.first().toObject().value("severity").toString(), QStringLiteral("error"));
    }

    void aSecretThatMustBeAskedForIsMissingWithoutATerminal()
    {
        QJsonObject document = goodAnswers();
        QJsonArray directories = document.value("directories").toArray();
        QJsonObject directory = directories.first().toObject();
        directory.insert("credential", QJsonObject{{"user", "CONTOSO\\Administrator"}, {"password", "prompt"}, {"mechanism", "negotiate"}});
        directories.replace(0, directory);
        document.insert("directories", directories);
        QCOMPARE(m_cli->run({"check", "--answers", answers(document), "--only", "directory", "--json"}), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->directories.attempts, 0);
    }

    void undoWithNothingToTakeBackIsDone()
    {
        QCOMPARE(m_cli->run({"undo", "--yes", "--json"}), ExitCode::Done);
        QCOMPARE(m_cli->json().value("exitCode").toInt(), 0);
        QCOMPARE(m_cli->run({"undo", "--run", "nothing", "--yes", "--json"}), ExitCode::AnswersWrong);
    }

    void reportOfNothingSaysThatThereIsNoRun()
    {
        QCOMPARE(m_cli->run({"report", "--out", m_folder->filePath("r.html"), "--json"}), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->json().value("error").toObject().value("code").toString(), QStringLiteral("run.notFound"));
        QVERIFY(!QFile::exists(m_folder->filePath("r.html")));
    }

    void aBundleIsWrittenEvenWhenNothingWorks()
    {
        const QString zip = m_folder->filePath("bundle.zip");
        QCOMPARE(m_cli->run({"bundle", "--answers", answers(goodAnswers()), "--out", zip, "--json"}), ExitCode::Done);
        const QStringList files = m_cli->json().value("files").toVariant().toStringList();
        for (const char *name : {"README.txt", "version.json", "host.json", "answers/answers.json", "check.json"})
            QVERIFY2(files.contains(QLatin1String(name)), name);
        QVERIFY(QFile::exists(zip));
        QVERIFY(nothingWritten());
    }

    void aBundleNeedsNoAnswersAndTakesWrongOnesAlong()
    {
        QCOMPARE(m_cli->run({"bundle", "--out", m_folder->filePath("bare.zip"), "--json"}), ExitCode::Done);
        QCOMPARE(m_cli->directories.attempts, 0);
        QCOMPARE(m_cli->run({"bundle", "--answers", answers({{"colour", "blue"}}), "--out", m_folder->filePath("wrong.zip"), "--json"}), ExitCode::Done);
        QVERIFY(m_cli->json().value("files").toVariant().toStringList().contains("check.json"));
        QCOMPARE(m_cli->run({"bundle", "--json"}), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->run({"bundle", "--out", m_folder->filePath("no/folder.zip"), "--json"}), exitCodeFor(ErrorCode::FileUnwritable));
    }

    void jsonIsOneDocumentOnStandardOutput()
    {
        QCOMPARE(m_cli->run({"status", "--answers", answers(goodAnswers()), "--json"}), ExitCode::AnswersWrong); // no signIn in the answers
        QJsonParseError problem;
        QJsonDocument::fromJson(m_cli->out, &problem);
        QCOMPARE(problem.error, QJsonParseError::NoError);
    }
};

QTEST_GUILESS_MAIN(TestRunCli)
#include "tst_run_cli.moc"
