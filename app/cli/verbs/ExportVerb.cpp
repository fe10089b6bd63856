// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TerminalText.h"
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportVerb)
};

} // namespace

ExitCode runExport(const Call &call)
{
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    auto report = call.backend.exportTo(*wanted, call.arguments.out);
    if (!report)
        return call.failed(report.error());
    QStringList lines{Text::tr("Answers: %1").arg(call.arguments.out)};
    for (const QString &note : std::as_const(report->notes))
        lines.append(QStringLiteral("  ") + terminalText(note));
    call.reporter.message(lines.join(u'\n'), {{QStringLiteral("exitCode"), 0},
                                              {QStringLiteral("answersFile"), call.arguments.out},
                                              {QStringLiteral("configurations"), report->answers.configurations.size()},
                                              {QStringLiteral("notes"), QJsonArray::fromStringList(report->notes)}});
    return ExitCode::Done;
}

} // namespace cloudsync
