// SPDX-License-Identifier: GPL-3.0-or-later
// `scan` and `simulate` where nothing can be reached: one document, the right exit code, nothing left.
#include "CliFixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

class TestScanVerbs : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliFixture> m_cli;

    QString answers(const QJsonObject &document = goodAnswers())
    {
        const QString path = m_folder->filePath("answers.json");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(QJsonDocument(document).toJson());
        return path;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliFixture>();
        m_cli->stateFolder = m_folder->filePath("state");
    }

    void scanOfADomainThatIsDownIsOneDocument()
    {
        const ExitCode code = m_cli->run({"scan", "--answers", answers(), "--json"});
        QVERIFY(code != ExitCode::Done);
        const QJsonObject document = m_cli->json();
        QCOMPARE(document.value("exitCode").toInt(), static_cast<int>(code));
        QCOMPARE(document.value("findings").toArray().size(), 0);
        QVERIFY(document.value("findings").isArray() && document.value("error").isObject());
        const QJsonArray domains = document.value("domains").toArray();
        QCOMPARE(domains.size(), 1);
        QVERIFY(domains.first().toObject().value("error").isObject());
        for (const char *member : {"objects", "inScope"}) {
            for (const char *kind : {"user", "group", "contact", "inetOrgPerson"})
                QVERIFY(document.value(QLatin1String(member)).toObject().value(QLatin1String(kind)).isDouble());
        }
        QVERIFY(document.value("seconds").isDouble());
    }

    void scanAsTextNamesTheDomain()
    {
        QVERIFY(m_cli->run({"scan", "--answers", answers()}) != ExitCode::Done);
        QVERIFY(m_cli->out.contains("contoso.test was not scanned"));
    }

    void commandLineIsChecked_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("file of another kind") << QStringList{"--out", "findings.txt"};
        QTest::newRow("repair without a file") << QStringList{"--repair", "displayName.blank"};
        QTest::newRow("file without rules") << QStringList{"--repair-out", "repairs.json"};
    }
    void commandLineIsChecked()
    {
        QFETCH(QStringList, words);
        QCOMPARE(m_cli->run(QStringList{"scan", "--answers", answers(), "--json"} + words), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->json().value("error").toObject().value("code").toString(), QStringLiteral("commandLine.wrong"));
        QVERIFY(!QDir(m_cli->stateFolder).exists());
    }

    void withoutDirectoriesThereIsNothingToScan()
    {
        QJsonObject nothing = goodAnswers();
        nothing.remove("directories");
        nothing.remove("serviceAccount");
        QCOMPARE(m_cli->run({"scan", "--answers", answers(nothing), "--json"}), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->json().value("error").toObject().value("code").toString(), QStringLiteral("answers.missing"));
    }

    void simulationNeedsTheTenant()
    {
        QCOMPARE(m_cli->run({"simulate", "--answers", answers(), "--json"}), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->json().value("error").toObject().value("subject").toString(), QStringLiteral("/signIn"));
    }

    void simulationReadsTheOtherAnswersFirst()
    {
        QCOMPARE(m_cli->run({"simulate", "--answers", answers(), "--against", m_folder->filePath("none.json"), "--json"}), ExitCode::AnswersWrong);
        QCOMPARE(m_cli->json().value("error").toObject().value("code").toString(), QStringLiteral("answers.unreadable"));
    }
};

QTEST_GUILESS_MAIN(TestScanVerbs)
#include "tst_scan_verbs.moc"
