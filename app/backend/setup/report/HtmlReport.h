// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/JournalRecord.h"

#include <QByteArray>
#include <QVector>

namespace cloudsync {

/// What a report shows beyond the journal. Everything may be left empty. Text from outside is allowed everywhere.
struct ReportExtras
{
    /// Something that was verified after the run: a name and what was found, both for people.
    struct Fact
    {
        QString name;
        QString value;
    };
    QVector<Fact> verified;
    QJsonObject scan; ///< what the last scan of the data found (ReadinessSection.h); empty: not shown
    QJsonObject status; ///< how it stands now (StateSection.h); empty: not shown
    QString logFile;
    QString journalFile;
    QDateTime written; ///< when the report was made; invalid: not shown
};

/// The as-built report of a run: one HTML document (UTF-8) that needs no other file, no script and no network, for screen (light
/// and dark) and paper. Everything that comes from journal or extras is shown as plain text.
[[nodiscard]] QByteArray htmlReport(const JournalRecord &record, const ReportExtras &extras);

} // namespace cloudsync
