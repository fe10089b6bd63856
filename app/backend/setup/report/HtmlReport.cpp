// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/report/HtmlReport.h"

#include "backend/setup/answers/AnswerJson.h"
#include "backend/setup/errors/ErrorCatalogue.h"
#include "backend/setup/report/AnswersSummary.h"
#include "backend/setup/report/HtmlText.h"
#include "backend/setup/report/ReadinessSection.h"
#include "backend/setup/report/ReportSteps.h"
#include "backend/setup/report/StateSection.h"
#include "resources/Resources.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

using Phase = JournalTask::Phase;

QString badge(const Look &look)
{
    return QStringLiteral("<span class=\"badge %1\"><span aria-hidden=\"true\">%2</span> %3</span>")
        .arg(QLatin1String(look.style), QString::fromUtf8(look.sign), htmlText(look.words));
}

class Document
{
public:
    Document(const JournalRecord &record, const ReportExtras &extras)
        : m_record(record), m_extras(extras), m_steps(stepsOf(record)), m_headline(headlineOf(record))
    {
    }

    QString html()
    {
        writeHead();
        writeHeadline();
        writeProblems();
        writeLeftBehind();
        writeVerified();
        writeSteps();
        m_html += stateSection(m_extras.status);
        m_html += readinessSection(m_extras.scan);
        writeAnswers();
        writeLeftAlone();
        writeUndo();
        writeNext();
        writeFooter();
        return m_html;
    }

private:
    void open(const QString &title) { m_html += QStringLiteral("<section><h2>") + htmlText(title) + QStringLiteral("</h2>\n"); }
    void close() { m_html += QStringLiteral("</section>\n"); }
    void paragraph(const QString &text) { m_html += QStringLiteral("<p>") + htmlText(text) + QStringLiteral("</p>\n"); }
    void pair(const QString &name, const QString &html)
    {
        m_html += QStringLiteral("<div><dt>") + htmlText(name) + QStringLiteral("</dt><dd>") + html + QStringLiteral("</dd></div>\n");
    }

    [[nodiscard]] QString title() const
    {
        //: %1 is the name of a server
        return Text::tr("Cloud Sync set-up of %1").arg(hostName());
    }
    [[nodiscard]] QString hostName() const
    {
        return m_record.header.value(QStringLiteral("host")).toString(Text::tr("an unknown machine"));
    }
    [[nodiscard]] qsizetype count(std::initializer_list<Phase> phases) const
    {
        return std::count_if(m_steps.begin(), m_steps.end(), [&](const ReportStep &step) {
            return std::find(phases.begin(), phases.end(), step.task.phase) != phases.end();
        });
    }

    void writeHead()
    {
        registerCloudSyncResources();
        QFile style(QStringLiteral(":/cloud-sync-setup/report.css"));
        const QString css = style.open(QIODevice::ReadOnly) ? QString::fromUtf8(style.readAll()) : QString();
        const QLocale locale;
        m_html += QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"
                                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                                 "<meta name=\"color-scheme\" content=\"light dark\">\n"
                                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                      .arg(locale.bcp47Name(), locale.textDirection() == Qt::RightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"));
        m_html += QStringLiteral("<title>") + htmlText(title()) + QStringLiteral("</title>\n<style>\n") + css
                  + QStringLiteral("</style>\n</head>\n<body>\n<main>\n");
    }

    void writeHeadline()
    {
        m_html += QStringLiteral("<header class=\"%1\">\n<p class=\"kicker\">").arg(QLatin1String(m_headline.look.style)) + htmlText(title())
                  + QStringLiteral("</p>\n<h1><span aria-hidden=\"true\">") + QString::fromUtf8(m_headline.look.sign)
                  + QStringLiteral("</span> ") + htmlText(m_headline.look.words) + QStringLiteral("</h1>\n<p class=\"lead\">")
                  + htmlText(m_headline.sentence) + QStringLiteral("</p>\n<dl class=\"facts\">\n");
        const QLocale locale;
        pair(Text::tr("Steps done"), htmlText(locale.toString(count({Phase::Applied}))));
        pair(Text::tr("Were so already"), htmlText(locale.toString(count({Phase::AlreadyThere}))));
        if (const qsizetype undone = count({Phase::Undone}))
            pair(Text::tr("Taken back"), htmlText(locale.toString(undone)));
        if (const qsizetype failed = count({Phase::Failed, Phase::LeftBehind, Phase::Applying}))
            pair(Text::tr("Failed or left"), htmlText(locale.toString(failed)));
        pair(Text::tr("Began"), htmlTime(m_record.started));
        pair(Text::tr("Ended"), htmlTime(m_record.ended));
        if (m_record.ended.isValid())
            pair(Text::tr("Took"), htmlText(durationText(m_record.started.msecsTo(m_record.ended))));
        pair(Text::tr("Run"), QStringLiteral("<code>") + htmlText(m_record.runId) + QStringLiteral("</code>"));
        m_html += QStringLiteral("</dl>\n</header>\n");
    }

    void writeProblems()
    {
        for (const ReportStep &step : m_steps) {
            if (!step.task.error)
                continue;
            const ErrorText text = errorText(*step.task.error);
            m_html += QStringLiteral("<section class=\"callout bad\"><h2>") + htmlText(text.title) + QStringLiteral("</h2>\n");
            //: %1 is the title of a step
            paragraph(Text::tr("In the step: %1").arg(step.title));
            paragraph(text.happened);
            m_html += QStringLiteral("<p><strong>") + htmlText(Text::tr("What to do:")) + QStringLiteral("</strong> ") + htmlText(text.next)
                      + QStringLiteral("</p>\n");
            close();
        }
    }

    void writeLeftBehind()
    {
        QStringList left;
        for (const ReportStep &step : m_steps) {
            for (const QString &what : step.task.leftBehind)
                //: %1 is the title of a step, %2 says what was left
                left.append(Text::tr("%1: %2").arg(step.title, what));
            if (step.task.phase == Phase::LeftBehind && step.task.leftBehind.isEmpty())
                left.append(step.title);
        }
        if (left.isEmpty())
            return;
        m_html += QStringLiteral("<section class=\"callout warning\"><h2>") + htmlText(Text::tr("Left behind")) + QStringLiteral("</h2>\n");
        paragraph(Text::tr("This was made and is still there:"));
        m_html += htmlList(left);
        close();
    }

    void writeVerified()
    {
        if (m_extras.verified.isEmpty())
            return;
        open(Text::tr("Verified after the run"));
        m_html += QStringLiteral("<dl class=\"pairs\">\n");
        for (const ReportExtras::Fact &fact : m_extras.verified)
            pair(fact.name, htmlValue(fact.value));
        m_html += QStringLiteral("</dl>\n");
        close();
    }

    void writeSteps()
    {
        if (m_steps.isEmpty())
            return;
        open(Text::tr("Steps"));
        QStringList sections;
        for (const ReportStep &step : m_steps) {
            if (!sections.contains(step.section))
                sections.append(step.section);
        }
        for (const QString &section : sections) {
            m_html += QStringLiteral("<table><caption>") + htmlText(sectionTitle(section))
                      + QStringLiteral("</caption>\n<thead><tr><th scope=\"col\">") + htmlText(Text::tr("Step"))
                      + QStringLiteral("</th><th scope=\"col\">") + htmlText(Text::tr("Outcome"))
                      + QStringLiteral("</th><th scope=\"col\" class=\"number\">") + htmlText(Text::tr("Time"))
                      + QStringLiteral("</th></tr></thead>\n<tbody>\n");
            for (const ReportStep &step : m_steps) {
                if (step.section == section)
                    writeStep(step);
            }
            m_html += QStringLiteral("</tbody></table>\n");
        }
        close();
    }

    void writeStep(const ReportStep &step)
    {
        const JournalTask &task = step.task;
        m_html += QStringLiteral("<tr><th scope=\"row\">") + htmlValue(step.title);
        if (task.phase != Phase::AlreadyThere)
            m_html += htmlList(step.changes);
        if (!step.reversible && (task.phase == Phase::Applied || task.phase == Phase::LeftBehind))
            m_html += QStringLiteral("<p class=\"note\">")
                      + htmlText(Text::tr("Cannot be taken back.") + (step.irreversibleBecause.isEmpty() ? QString() : u' ' + step.irreversibleBecause))
                      + QStringLiteral("</p>");
        if (!task.effects.isEmpty()) {
            m_html += QStringLiteral("<details><summary>") + htmlText(Text::tr("Recorded for undo")) + QStringLiteral("</summary><pre>");
            for (const QJsonObject &effect : task.effects)
                m_html += htmlText(QString::fromUtf8(QJsonDocument(effect).toJson(QJsonDocument::Indented))).replace(QStringLiteral("<br>"), QStringLiteral("\n"));
            m_html += QStringLiteral("</pre></details>");
        }
        m_html += QStringLiteral("</th><td>") + badge(lookOf(task.phase)) + QStringLiteral("</td><td class=\"number\">")
                  + (task.milliseconds > 0 ? htmlText(durationText(task.milliseconds)) : QStringLiteral("–")) + QStringLiteral("</td></tr>\n");
    }

    void writeAnswers()
    {
        const QJsonValue document = m_record.header.value(QStringLiteral("answers"));
        if (!document.isObject())
            return;
        m_answers = answersFromDocument(document.toObject(), {});
        open(Text::tr("What was asked for"));
        for (const SummaryGroup &group : answersSummary(*m_answers)) {
            m_html += QStringLiteral("<h3>") + htmlText(group.title) + QStringLiteral("</h3>\n<dl class=\"pairs\">\n");
            for (const SummaryGroup::Row &row : group.rows)
                pair(row.name, row.values.size() == 1 ? htmlValue(row.values.first()) : htmlList(row.values));
            m_html += QStringLiteral("</dl>\n");
        }
        close();
    }

    void writeLeftAlone()
    {
        QStringList alone;
        for (const ReportStep &step : m_steps) {
            if (step.task.phase == Phase::AlreadyThere)
                //: %1 is the title of a step
                alone.append(Text::tr("%1: was so already").arg(step.title));
        }
        if (m_answers)
            alone += sectionsLeftAlone(*m_answers);
        if (alone.isEmpty())
            return;
        open(Text::tr("What was left alone"));
        m_html += htmlList(alone);
        close();
    }

    void writeUndo()
    {
        open(Text::tr("How to take it back"));
        const bool something = std::any_of(m_record.tasks.begin(), m_record.tasks.end(), [](const JournalTask &task) { return task.hasEffects(); });
        if (something) {
            paragraph(Text::tr("This command takes back what the run made, in reverse order, and nothing else:"));
            m_html += QStringLiteral("<pre class=\"command\">cloud-sync-setup-cli undo --run ") + htmlText(m_record.runId)
                      + QStringLiteral(" --yes</pre>\n");
            QStringList stays;
            for (const ReportStep &step : m_steps) {
                if (!step.reversible && step.task.hasEffects())
                    stays.append(step.irreversibleBecause.isEmpty() ? step.title : step.title + QStringLiteral(": ") + step.irreversibleBecause);
            }
            if (!stays.isEmpty()) {
                paragraph(Text::tr("This stays in any case:"));
                m_html += htmlList(stays);
            }
        } else {
            paragraph(Text::tr("There is nothing to take back: the run left nothing of its own."));
        }
        close();
    }

    void writeNext()
    {
        open(Text::tr("What to do next"));
        QStringList next;
        if (m_record.outcome == QStringLiteral("done")) {
            next.append(Text::tr("Wait for the first cycle, which begins some minutes after the start, and look at it with the verb status."));
            next.append(Text::tr("Provision one test user on demand and sign in with it before more people are in scope."));
            next.append(Text::tr("Password hashes follow within a few minutes after a user exists; a first failure of that job is normal."));
            next.append(Text::tr("Add a second server with the same answers so that the synchronisation outlives a failure."));
            next.append(Text::tr("Treat the agent's server like a domain controller: few administrators, no other roles."));
        } else if (m_record.unfinished()) {
            next.append(Text::tr("Start again with --resume to go on, or take the run back with the command above."));
        } else if (m_record.outcome.startsWith(QStringLiteral("undone"))) {
            next.append(Text::tr("Check the list of what was left, if there is one, and remove it by hand."));
        } else {
            next.append(Text::tr("Mend the cause that is named above, then start again with the same answers; what is there already is recognised."));
        }
        m_html += htmlList(next);
        close();
    }

    void writeFooter()
    {
        m_html += QStringLiteral("</main>\n<footer>");
        QStringList parts;
        parts.append(htmlText(m_record.header.value(QStringLiteral("program")).toString(QStringLiteral("cloud-sync-setup")) + u' '
                              + m_record.header.value(QStringLiteral("version")).toString()));
        parts.append(htmlText(hostName()));
        if (m_extras.written.isValid())
            parts.append(htmlText(Text::tr("Report made:")) + u' ' + htmlTime(m_extras.written));
        if (!m_extras.journalFile.isEmpty())
            parts.append(htmlText(Text::tr("Journal:")) + QStringLiteral(" <code>") + htmlText(m_extras.journalFile) + QStringLiteral("</code>"));
        if (!m_extras.logFile.isEmpty())
            parts.append(htmlText(Text::tr("Log:")) + QStringLiteral(" <code>") + htmlText(m_extras.logFile) + QStringLiteral("</code>"));
        m_html += parts.join(QStringLiteral(" · ")) + QStringLiteral("</footer>\n</body>\n</html>\n");
    }

    const JournalRecord &m_record;
    const ReportExtras &m_extras;
    QVector<ReportStep> m_steps;
    Headline m_headline;
    std::optional<Answers> m_answers;
    QString m_html;
};

} // namespace

QByteArray htmlReport(const JournalRecord &record, const ReportExtras &extras)
{
    return Document(record, extras).html().toUtf8();
}

} // namespace cloudsync
