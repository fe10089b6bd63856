// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/JournalRecord.h"

#include <QVector>

namespace cloudsync {

/// What a step or run looks like: class of the style sheet, sign and words, so that colour never stands alone.
struct Look
{
    const char *style;
    const char *sign;
    QString words;
};

[[nodiscard]] Look lookOf(JournalTask::Phase phase);

struct Headline
{
    Look look;
    QString sentence;
};

/// How the whole run ended, in words.
[[nodiscard]] Headline headlineOf(const JournalRecord &record);

/// "server" and its kin as a title for people.
[[nodiscard]] QString sectionTitle(const QString &section);

/// A step of the plan together with what the journal says of it.
struct ReportStep
{
    QString id;
    QString section;
    QString title;
    QStringList changes;
    bool reversible = true;
    QString irreversibleBecause;
    JournalTask task;
};

/// Steps in the order of the plan; tasks that no plan names come last.
[[nodiscard]] QVector<ReportStep> stepsOf(const JournalRecord &record);

} // namespace cloudsync
