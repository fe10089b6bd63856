// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ScanOutput.h"

#include "backend/setup/errors/ErrorCatalogue.h"
#include "cli/TerminalText.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

namespace cloudsync {

namespace {

constexpr int examplesOfRule = 3;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ScanOutput)
};

} // namespace

void ScanOutput::say(const QString &line) const
{
    if (!m_arguments.quiet && !m_arguments.json)
        m_streams.out((line + u'\n').toUtf8());
}

void ScanOutput::begin()
{
    if (!m_begun)
        m_streams.out("{\"findings\":[");
    m_begun = true;
}

void ScanOutput::take(const ScanFinding &finding)
{
    if (m_file)
        m_file->take(finding);
    if (m_arguments.json) {
        begin();
        m_streams.out((m_first ? "\n" : ",\n") + QJsonDocument(finding.toJson()).toJson(QJsonDocument::Compact));
        m_first = false;
        return;
    }
    Rule &rule = m_rules[finding.rule];
    rule.severity = finding.severity;
    if (++rule.count > examplesOfRule)
        return;
    rule.message = finding.message;
    rule.examples.append(finding.value.isEmpty() || finding.value == finding.dn
                             ? finding.dn
                             : finding.dn + QStringLiteral(": ") + finding.value.left(120));
}

void ScanOutput::endDocument(const QJsonObject &rest)
{
    begin();
    // The rest of the document's members, behind the list.
    const QByteArray members = QJsonDocument(rest).toJson(QJsonDocument::Compact);
    m_streams.out("\n]," + members.mid(1) + '\n');
}

void ScanOutput::end(const QJsonObject &rest, const ScanReport &report)
{
    if (m_arguments.json)
        endDocument(rest);
    else
        sayReport(report);
}

void ScanOutput::sayReport(const ScanReport &report) const
{
    const QLocale locale;
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        for (auto it = m_rules.cbegin(); it != m_rules.cend(); ++it) {
            if (it->severity != severity)
                continue;
            say(severityName(severity).leftJustified(8) + locale.toString(it->count).rightJustified(7) + QStringLiteral("  ") + it.key());
            for (const QString &example : it->examples)
                say(QString(17, u' ') + terminalText(example));
            if (it->count == 1)
                say(QString(17, u' ') + terminalText(it->message));
        }
    }
    for (const DomainScan &domain : report.domains) {
        if (domain.error) {
            const ErrorText text = errorText(*domain.error);
            say(Text::tr("%1 was not scanned: %2 %3").arg(domain.domain, terminalText(text.happened), terminalText(text.next)));
            continue;
        }
        say(Text::tr("%1: %2 users, %3 inetOrgPerson objects, %4 groups, %5 contacts in scope, of %6 objects in all.")
                .arg(domain.domain, locale.toString(domain.inScope.users), locale.toString(domain.inScope.inetOrgPersons),
                     locale.toString(domain.inScope.groups), locale.toString(domain.inScope.contacts),
                     locale.toString(domain.objects.total())));
    }
    for (const QString &sentence : report.notChecked)
        say(terminalText(sentence));
    say(Text::tr("%1 errors, %2 warnings, %3 notes in %4 seconds.")
            .arg(locale.toString(report.errors), locale.toString(report.warnings), locale.toString(report.notes),
                 QLocale::c().toString(report.seconds, 'f', 1)));
}

Result<void> ScanOutput::commitFile()
{
    if (!m_file)
        return {};
    auto done = m_file->commit();
    m_file.reset();
    return done;
}

} // namespace cloudsync
