// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/ports/Machine.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace cloudsync {

/// What goes into a support bundle. Everything but `written` may be missing: a bundle is asked for when something did not work.
struct BundleContent
{
    QDateTime written; ///< UTC
    QJsonObject versions;
    QString answersFile;            ///< taken as it is, right or wrong
    std::optional<QJsonObject> check;  ///< the `check` document
    std::optional<QJsonObject> status; ///< the `status` document, or that of the error that stood in its way
    QString stateFolder;            ///< with runs/*.jsonl and reports/*.html
    QStringList logFiles;
    std::optional<HostFacts> host;
    std::optional<AgentFacts> agent;
};

struct BundleSummary
{
    QStringList files; ///< names inside the archive
    int removed = 0;   ///< places where something secret was taken out
};

/// Writes the bundle as one ZIP archive, owner only. Every text passes withoutSecrets(). Of a long log the last 5 MiB go in, of the runs
/// the newest 20. FileUnwritable.
[[nodiscard]] Result<BundleSummary> writeSupportBundle(const QString &path, const BundleContent &content);

} // namespace cloudsync
