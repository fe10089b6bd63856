// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/DirectoryScan.h"
#include "backend/setup/scan/FindingFile.h"
#include "cli/Arguments.h"
#include "cli/Streams.h"

#include <QJsonObject>
#include <QMap>

namespace cloudsync {

/// Where the findings of a scan go while it runs: the file of --out, and standard output as the one JSON document, written as it
/// comes, so that a long list is never held. For a person the findings are gathered by rule, with a few examples of each.
class ScanOutput
{
public:
    ScanOutput(const Arguments &arguments, const CliStreams &streams, std::unique_ptr<FindingFile> file)
        : m_arguments(arguments), m_streams(streams), m_file(std::move(file))
    {
    }

    void take(const ScanFinding &finding);
    /// True once a part of the document is on standard output: what comes after must end it.
    [[nodiscard]] bool hasBegun() const { return m_begun; }
    /// Ends document or text; `rest` holds exitCode and what else belongs to the document.
    void end(const QJsonObject &rest, const ScanReport &report);
    /// Ends the document after a failure.
    void endDocument(const QJsonObject &rest);
    [[nodiscard]] Result<void> commitFile();

private:
    struct Rule
    {
        Severity severity = Severity::Info;
        qint64 count = 0;
        QString message;
        QStringList examples;
    };
    void say(const QString &line) const;
    void begin();
    void sayReport(const ScanReport &report) const;

    const Arguments &m_arguments;
    const CliStreams &m_streams;
    std::unique_ptr<FindingFile> m_file;
    QMap<QString, Rule> m_rules;
    bool m_begun = false;
    bool m_first = true;
};

} // namespace cloudsync
