// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/report/HtmlReport.h"
#include "backend/setup/report/HtmlText.h"
#include "tests/unit/report/ReportExample.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

namespace cloudsync::test {

class HtmlReportTest : public QObject
{
    Q_OBJECT

    static QString html(const JournalRecord &record, const ReportExtras &extras = {})
    {
        return QString::fromUtf8(htmlReport(record, extras));
    }

    /// The text of the body with entities resolved and marks gone.
    static QString plain(QString html)
    {
        html = html.mid(html.indexOf(QStringLiteral("<body>")));
        html.replace(QRegularExpression(QStringLiteral("<[^>]*>")), QStringLiteral(" "));
        html.replace(QStringLiteral("&lt;"), QStringLiteral("<")).replace(QStringLiteral("&gt;"), QStringLiteral(">"));
        html.replace(QStringLiteral("&quot;"), QStringLiteral("\"")).replace(QStringLiteral("&#39;"), QStringLiteral("'"));
        return html.replace(QStringLiteral("&amp;"), QStringLiteral("&")).simplified();
    }

    /// Elements that are opened and not closed, or the other way round; empty when the nesting is right.
    static QString nestingProblem(const QString &html)
    {
        static const QRegularExpression mark(QStringLiteral("<(/?)([a-z0-9]+)[^>]*>"));
        QStringList open;
        auto it = mark.globalMatch(html.mid(html.indexOf(QStringLiteral("<html"))));
        while (it.hasNext()) {
            const auto match = it.next();
            const QString name = match.captured(2);
            if (name == QStringLiteral("meta") || name == QStringLiteral("br"))
                continue;
            if (match.captured(1).isEmpty())
                open.append(name);
            else if (open.isEmpty() || open.takeLast() != name)
                return QStringLiteral("</%1> closes something else").arg(name);
        }
        return open.join(u' ');
    }

private Q_SLOTS:
    void aRunThatEndedWellSaysWhatIsThereNow()
    {
        const QString text = plain(html(goodRun()));
        for (const char *part : {"Set up", "SYNC1", "20260922-143105-7f3a", "2026-09-22 14:31:05 UTC", "2 min 23 s", "Create the account provAgentgMSA",
                                 "contoso.onmicrosoft.com", "OU=Engineering,DC=contoso,DC=test", "Scope: everything → 2 organizational units",
                                 "From the environment variable DIRECTORY_PASSWORD", "cloud-sync-setup-cli undo --run 20260922-143105-7f3a --yes",
                                 "1 min 1 s", "What to do next", "The tenant forgets an agent by itself"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    }

    void whatWasLeftAloneIsListed()
    {
        const QString text = plain(html(goodRun()));
        const QString alone = text.mid(text.indexOf(QStringLiteral("What was left alone")));
        QVERIFY(alone.contains(QStringLiteral("Switch TLS 1.2 on: was so already")));
        QVERIFY(alone.contains(QStringLiteral("Password writeback")));
        QVERIFY(alone.contains(QStringLiteral("Configuration contoso.test: Exchange hybrid writeback")));
    }

    void aStepThatWasThereShowsNoChange()
    {
        JournalRecord record = goodRun();
        QVERIFY(plain(html(record)).contains(QStringLiteral("Agent: none → 1.1.2505.0")));
        record.tasks[1].phase = JournalTask::Phase::AlreadyThere;
        QVERIFY(!plain(html(record)).contains(QStringLiteral("Agent: none → 1.1.2505.0")));
    }

    void aFailureSaysWhatHappenedWhatIsLeftAndWhatToDo()
    {
        const QString text = plain(html(failedRun()));
        for (const char *part : {"Failed, something is left", "A permission is missing", "Authorization_RequestDenied", "What to do:", "In the step: Create the configuration contoso.test",
                                 "Left behind", "could not be deleted", "Taken back", "Not begun", "Mend the cause"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        QVERIFY(!text.contains(QStringLiteral("Everything that was asked for is in place")));
    }

    void everyEndOfARunHasItsHeadline_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *outcome, const char *says) { QTest::newRow(*outcome ? outcome : "open") << QString::fromLatin1(outcome) << QString::fromLatin1(says); };
        row("done", "Set up");
        row("failed", "Failed, taken back");
        row("failedLeftBehind", "Failed, something is left");
        row("cancelled", "Cancelled");
        row("refused", "Refused");
        row("undone", "Taken back");
        row("undoneLeftBehind", "Taken back in part");
        row("", "Not finished");
    }
    void everyEndOfARunHasItsHeadline()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, says);
        JournalRecord record = goodRun();
        record.outcome = outcome;
        const QString document = html(record);
        const qsizetype start = document.indexOf(QStringLiteral("<h1>"));
        const QString headline = plain(QStringLiteral("<body>") + document.mid(start, document.indexOf(QStringLiteral("</h1>")) - start));
        QVERIFY2(headline.endsWith(u' ' + says), qPrintable(headline));
    }

    void nothingToTakeBackIsSaid()
    {
        JournalRecord record = goodRun();
        for (JournalTask &task : record.tasks) {
            task.phase = JournalTask::Phase::AlreadyThere;
            task.effects.clear();
        }
        const QString text = plain(html(record));
        QVERIFY(text.contains(QStringLiteral("nothing to take back")));
        QVERIFY(!text.contains(QStringLiteral("undo --run")));
    }

    void textFromOutsideStaysText()
    {
        const QString evil = QStringLiteral("<script>alert(1)</script>\"'&<img src=x onerror=y>\u202E\u0007");
        JournalRecord record = failedRun();
        record.runId = evil;
        record.header.insert(QStringLiteral("host"), evil);
        record.header.insert(QStringLiteral("version"), evil);
        QJsonArray plan = record.header.value(QStringLiteral("plan")).toArray();
        QJsonObject first = plan.at(2).toObject();
        first.insert(QStringLiteral("title"), evil);
        first.insert(QStringLiteral("changes"), QJsonArray{evil});
        first.insert(QStringLiteral("irreversibleBecause"), evil);
        first.insert(QStringLiteral("reversible"), false);
        first.insert(QStringLiteral("section"), evil);
        plan.replace(2, first);
        record.header.insert(QStringLiteral("plan"), plan);
        QJsonObject answers = record.header.value(QStringLiteral("answers")).toObject();
        answers.insert(QStringLiteral("signIn"), QJsonObject{{QStringLiteral("tenant"), evil}, {QStringLiteral("clientId"), evil}});
        record.header.insert(QStringLiteral("answers"), answers);
        record.tasks[2].leftBehind = QStringList{evil};
        record.tasks[2].effects = {QJsonObject{{evil, evil}}};
        record.tasks[7].error = Error{ErrorCode::TenantRequestRefused, evil, evil, {}};
        ReportExtras extras;
        extras.verified = {{evil, evil}};
        extras.logFile = evil;
        extras.journalFile = evil;
        const QString document = html(record, extras);
        QVERIFY(!document.contains(QStringLiteral("<script")));
        QVERIFY(!document.contains(QStringLiteral("<img")));
        QVERIFY(!document.contains(QChar(0x202E)) && !document.contains(QChar(7)));
        QVERIFY(document.contains(QStringLiteral("&lt;script&gt;")));
        QCOMPARE(nestingProblem(document), QString());
    }

    void theDocumentIsWholeAndNeedsNothingElse()
    {
        for (const JournalRecord &record : {goodRun(), failedRun(), JournalRecord()}) {
            const QString document = html(record);
            QVERIFY(document.startsWith(QStringLiteral("<!DOCTYPE html>")) && document.endsWith(QStringLiteral("</html>\n")));
            QCOMPARE(nestingProblem(document), QString());
            QVERIFY(document.contains(QStringLiteral("prefers-color-scheme: dark")));
            QVERIFY(document.contains(QStringLiteral("@media print")));
            QVERIFY(document.contains(QStringLiteral("default-src 'none'")));
            for (const char *link : {"<link", "<script", " src=", " href=", "@import", "url(", "http://", "https://"}) {
                const bool answers = QLatin1String(link) == QLatin1String("https://") || QLatin1String(link) == QLatin1String("http://");
                QVERIFY2(answers || !document.contains(QLatin1String(link)), link);
            }
            QCOMPARE(document.count(QStringLiteral("<h1>")), 1);
        }
    }

    void tablesTellTheirHeadingsToAScreenReader()
    {
        const QString document = html(goodRun());
        QCOMPARE(document.count(QStringLiteral("<table>")), 3);
        QCOMPARE(document.count(QStringLiteral("<caption>")), 3);
        QCOMPARE(document.count(QStringLiteral("scope=\"col\"")), 9);
        QCOMPARE(document.count(QStringLiteral("scope=\"row\"")), 11);
        QVERIFY(document.contains(QRegularExpression(QStringLiteral("<html lang=\"[A-Za-z-]+\" dir=\"(ltr|rtl)\">"))));
    }

    void aTaskThatNoPlanNamesIsShownAllTheSame()
    {
        JournalRecord record = goodRun();
        JournalTask stranger;
        stranger.id = QStringLiteral("directory.contoso.test.stranger");
        stranger.phase = JournalTask::Phase::Applied;
        record.tasks.append(stranger);
        QVERIFY(plain(html(record)).contains(stranger.id));
    }

    void extrasAreShown()
    {
        ReportExtras extras;
        extras.verified = {{QStringLiteral("Agent"), QStringLiteral("active, 1.1.2505.0")}};
        extras.written = QDateTime(QDate(2026, 9, 23), QTime(8, 0), Qt::UTC);
        extras.logFile = QStringLiteral("/var/log/x.log");
        const QString text = plain(html(goodRun(), extras));
        QVERIFY(text.contains(QStringLiteral("Agent active, 1.1.2505.0")));
        QVERIFY(text.contains(QStringLiteral("2026-09-23 08:00:00 UTC")));
        QVERIFY(text.contains(QStringLiteral("/var/log/x.log")));
    }

    void theLastScanIsShownWithABarForEachRule()
    {
        ReportExtras extras;
        extras.scan = QJsonObject{{QStringLiteral("written"), QStringLiteral("2026-09-23T08:00:00Z")},
                                  {QStringLiteral("inScope"), QJsonObject{{QStringLiteral("user"), 1200}}},
                                  {QStringLiteral("errors"), 5},
                                  {QStringLiteral("rules"), QJsonObject{{QStringLiteral("mail.duplicate"), 4}, {QStringLiteral("displayName.blank"), 1},
                                                                        {QStringLiteral("<b>"), 100}}},
                                  {QStringLiteral("severities"), QJsonObject{{QStringLiteral("mail.duplicate"), QStringLiteral("error")},
                                                                             {QStringLiteral("displayName.blank"), QStringLiteral("error")},
                                                                             {QStringLiteral("<b>"), QStringLiteral("info")}}},
                                  {QStringLiteral("notChecked"), QJsonArray{QStringLiteral("The tenant was not asked.")}}};
        const QString document = html(goodRun(), extras);
        QCOMPARE(document.count(QStringLiteral("<svg class=\"bar ")), 3);
        QVERIFY(document.contains(QStringLiteral("<rect width=\"100.0\"")) && document.contains(QStringLiteral("<rect width=\"4.0\"")));
        QVERIFY(!document.contains(QStringLiteral("<b>")));
        QVERIFY(document.indexOf(QStringLiteral("mail.duplicate")) < document.indexOf(QStringLiteral("displayName.blank"))); // the worst first, then the most
        QVERIFY(plain(document).contains(QStringLiteral("The tenant was not asked.")));
        QVERIFY(!html(goodRun()).contains(QStringLiteral("<svg")));
    }

    void howItStandsNowIsShownAsPlainText()
    {
        const QString evil = QStringLiteral("<script>SYNC1</script>");
        ReportExtras extras;
        extras.status = QJsonObject{
            {QStringLiteral("at"), QStringLiteral("2026-09-23T08:00:00Z")},
            {QStringLiteral("agents"), QJsonArray{QJsonObject{{QStringLiteral("machine"), evil}, {QStringLiteral("health"), QStringLiteral("healthy")}}}},
            {QStringLiteral("configurations"),
             QJsonArray{QJsonObject{{QStringLiteral("domain"), QStringLiteral("contoso.test")},
                                    {QStringLiteral("health"), QStringLiteral("quarantined")},
                                    {QStringLiteral("reasons"), QJsonArray{evil}},
                                    {QStringLiteral("jobs"),
                                     QJsonArray{QJsonObject{{QStringLiteral("template"), QStringLiteral("AD2AADProvisioning")},
                                                            {QStringLiteral("state"), QStringLiteral("Quarantine")},
                                                            {QStringLiteral("quarantine"), QJsonObject{{QStringLiteral("reason"), QStringLiteral("TooManyDeletes")}}},
                                                            {QStringLiteral("counts"), QJsonObject{{QStringLiteral("User"), 250}}}}}}}}},
            {QStringLiteral("drift"), QJsonArray{QJsonObject{{QStringLiteral("title"), QStringLiteral("Scope")}, {QStringLiteral("changes"), QJsonArray{evil}}}}}};
        const QString document = html(goodRun(), extras);
        QVERIFY(!document.contains(QStringLiteral("<script")));
        QVERIFY(document.contains(QStringLiteral("class=\"badge bad\">quarantined")));
        const QString text = plain(document);
        for (const char *part : {"SYNC1", "Quarantine: TooManyDeletes", "User 250", "2026-09-23 08:00:00 UTC", "Scope"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        QVERIFY(!plain(html(goodRun())).contains(QStringLiteral("How it stands now")));
    }

    void durationsReadWell_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << QStringLiteral("0.0 s");
        QTest::newRow("negative clock") << qint64(-500) << QStringLiteral("0.0 s");
        QTest::newRow("fraction") << qint64(440) << QStringLiteral("0.4 s");
        QTest::newRow("seconds") << qint64(12400) << QStringLiteral("12 s");
        QTest::newRow("rounding to a minute") << qint64(59600) << QStringLiteral("1 min 0 s");
        QTest::newRow("minutes") << qint64(125000) << QStringLiteral("2 min 5 s");
    }
    void durationsReadWell()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(durationText(milliseconds), text);
    }
};

} // namespace cloudsync::test

QTEST_GUILESS_MAIN(cloudsync::test::HtmlReportTest)
#include "HtmlReportTest.moc"
