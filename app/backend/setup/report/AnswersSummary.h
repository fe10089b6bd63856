// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/answers/Answers.h"

#include <QVector>

namespace cloudsync {

/// Answers as a person reads them: groups of a name and one or more values. Plain text; holds no secret.
struct SummaryGroup
{
    struct Row
    {
        QString name;
        QStringList values;
    };
    QString title;
    QVector<Row> rows;
};

/// What was asked for, one group a section of the answers that is there.
[[nodiscard]] QVector<SummaryGroup> answersSummary(const Answers &answers);
/// Sections that are absent and so were left alone, in words.
[[nodiscard]] QStringList sectionsLeftAlone(const Answers &answers);

} // namespace cloudsync
