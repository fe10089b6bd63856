// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QStringList>
#include <QVector>

namespace cloudsync::bench {

/// One stage of the work: calls that need nothing of one another and may run side by side. The stage takes as long as
/// its longest call; the next one cannot begin before.
struct Stage
{
    QString name;
    QStringList calls; ///< "METHOD regular expression of the path"
    int nth = 1;       ///< which of several equal calls
};

/// The calls that one configuration cannot do without, in the order in which each needs the answer of the one before:
/// sign in; see what is there; make the configuration; read and write its settings; make the jobs; read the schema,
/// have the expression parsed, read the schema again right before it is replaced; start the jobs.
[[nodiscard]] QVector<Stage> neededStages();

struct Path
{
    double milliseconds = 0;
    QStringList lines;   ///< a stage each, for people
    QStringList missing; ///< stages that the record holds no call of
};
/// The length of the path, from how long the calls took by the tenant's own record.
[[nodiscard]] Path criticalPath(const QVector<Stage> &stages, const QJsonArray &exchanges);

/// When each exchange began after the first one and how long it took, a line each.
[[nodiscard]] QStringList timeline(const QJsonArray &exchanges);

} // namespace cloudsync::bench
