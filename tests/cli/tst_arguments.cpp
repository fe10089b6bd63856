// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Arguments.h"

#include <QtTest>

using namespace cloudsync;

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOptionOfTheContractIsRead()
    {
        const auto parsed = parseArguments({"apply", "--answers", "a.json", "--yes", "--only", "directory,tenant", "--resume", "--json", "--quiet",
                                            "--no-color", "--log-file", "x.log", "--log-level", "debug", "--state-dir", "/s", "--lang", "en"});
        QVERIFY(parsed);
        const Arguments &a = parsed->arguments;
        QCOMPARE(a.verb, Verb::Apply);
        QCOMPARE(a.answersFile, QStringLiteral("a.json"));
        QVERIFY(a.yes && a.resume && a.json && a.quiet && a.noColor);
        QCOMPARE(a.sections, Sections(Section::Directory | Section::Tenant));
        QCOMPARE(a.logFile, QStringLiteral("x.log"));
        QCOMPARE(a.logLevel, LogLevel::Debug);
        QCOMPARE(a.stateDir, QStringLiteral("/s"));
    }

    void commonOptionsMayStandBeforeTheVerb()
    {
        const auto parsed = parseArguments({"--json", "--state-dir", "/s", "undo", "--run", "r1", "--yes"});
        QVERIFY(parsed);
        QVERIFY(parsed->arguments.json);
        QCOMPARE(parsed->arguments.run, QStringLiteral("r1"));
    }

    void verbsOfTheTimeAfterwardsTakeTheirOptions()
    {
        const auto provision = parseArguments({"provision", "--answers", "a", "--dn", "CN=A,DC=b,DC=c", "--type", "group"});
        QVERIFY(provision);
        QCOMPARE(provision->arguments.dn, QStringLiteral("CN=A,DC=b,DC=c"));
        QCOMPARE(provision->arguments.objectType, QStringLiteral("group"));
        const auto logs = parseArguments({"logs", "--answers", "a", "--since", "24h"});
        QVERIFY(logs);
        QCOMPARE(logs->arguments.since, QStringLiteral("24h"));
        const auto job = parseArguments({"job", "allowDeletes", "--answers", "a", "--domain", "b.c", "--template", "T", "--yes"});
        QVERIFY(job);
        QCOMPARE(job->arguments.action, QStringLiteral("allowDeletes"));
        QCOMPARE(job->arguments.domain, QStringLiteral("b.c"));
        QCOMPARE(job->arguments.jobTemplate, QStringLiteral("T"));
        QVERIFY(job->arguments.yes);
        const auto remove = parseArguments({"remove", "--answers", "a", "--confirm", "b.c"});
        QVERIFY(remove);
        QCOMPARE(remove->arguments.confirm, QStringLiteral("b.c"));
        const auto compare = parseArguments({"compare", "--answers", "a", "--with", "b"});
        QVERIFY(compare);
        QCOMPARE(compare->arguments.with, QStringLiteral("b"));
        // Only the tenant is compared unless more is asked for.
        QCOMPARE(parseArguments({"status", "--answers", "a"})->arguments.sections, Sections(Section::Tenant));
        QCOMPARE(parseArguments({"status", "--answers", "a", "--only", "directory"})->arguments.sections, Sections(Section::Directory));
    }

    void wrongWordsAreRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no object") << QStringList{"provision", "--answers", "a"};
        QTest::newRow("no action") << QStringList{"job", "--answers", "a"};
        QTest::newRow("nothing to compare with") << QStringList{"compare", "--answers", "a"};
        QTest::newRow("no file to export to") << QStringList{"export", "--answers", "a"};
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown verb") << QStringList{"frobnicate"};
        QTest::newRow("unknown option") << QStringList{"version", "--loud"};
        QTest::newRow("answers missing") << QStringList{"check"};
        QTest::newRow("unknown section") << QStringList{"check", "--answers", "a", "--only", "cloud"};
        QTest::newRow("no section") << QStringList{"check", "--answers", "a", "--only", ","};
        QTest::newRow("unknown level") << QStringList{"version", "--log-level", "loud"};
        QTest::newRow("a language without texts") << QStringList{"version", "--lang", "tlh"};
        QTest::newRow("an option of another verb") << QStringList{"check", "--answers", "a", "--yes"};
    }

    void wrongWordsAreRefused()
    {
        QFETCH(QStringList, words);
        const auto parsed = parseArguments(words);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::CommandLineWrong);
        QVERIFY(!parsed.error().detail.isEmpty() || !parsed.error().subject.isEmpty());
    }

    void helpNamesEveryVerb()
    {
        const auto parsed = parseArguments({"--help"});
        QVERIFY(parsed);
        for (const char *verb : {"check", "plan", "apply", "undo", "status", "provision", "logs", "job", "remove", "export", "compare", "report", "bundle",
                                 "schema", "version"})
            QVERIFY2(parsed->help.contains(QLatin1String(verb)), verb);
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
