// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/JsonReporter.h"

#include "cli/Documents.h"

#include <QJsonDocument>

namespace cloudsync {

void JsonReporter::write(const QJsonObject &document)
{
    m_streams.out(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

void JsonReporter::check(const CheckReport &report)
{
    write(checkDocument(report));
}

void JsonReporter::plan(const QVector<PlannedStep> &steps, ExitCode code)
{
    write(planDocument(steps, code));
}

void JsonReporter::run(const RunReport &report, const QString &reportFile, const QString &logFile)
{
    write(runDocument(report, reportFile, logFile));
}

void JsonReporter::status(const StatusReport &report)
{
    write(statusDocument(report));
}

void JsonReporter::error(const Error &error, ExitCode code, const QString &logFile)
{
    write(errorDocument(error, code, logFile));
}

void JsonReporter::progress(const ProgressEvent &event)
{
    m_streams.err(QJsonDocument(progressDocument(event)).toJson(QJsonDocument::Compact) + '\n');
}

void JsonReporter::message(const QString &, const QJsonObject &document)
{
    write(document);
}

void JsonReporter::signInHint(const QString &, const QJsonObject &line)
{
    m_streams.err(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace cloudsync
