// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Progress.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/scan/ScanFinding.h"
#include "backend/setup/session/Sections.h"

#include <QMap>

#include <memory>

namespace cloudsync {

/// What to scan, and where findings go while it runs.
struct ScanRequest
{
    std::shared_ptr<Session> session;
    QString workFolder;    ///< for the files of the search for duplicates; made when needed
    bool askTenant = true; ///< false: verified domains and synchronised users are not looked at
    FindingSink onFinding;
    ProgressSink progress;
    std::stop_token stop;
};

/// One domain of the scan.
struct DomainScan
{
    QString domain;
    ScopeCounts objects; ///< of the four classes in the whole domain
    ScopeCounts inScope; ///< of them in scope, without what never synchronises
    qint64 left = 0;     ///< in scope, and not examined because they belong to services
    std::optional<Error> error;
};

/// What a scan found, without the findings themselves.
struct ScanReport
{
    QVector<DomainScan> domains;
    QMap<QString, qint64> rules;        ///< number of findings by rule
    QMap<QString, Severity> severities; ///< the worst of each rule
    qint64 errors = 0;
    qint64 warnings = 0;
    qint64 notes = 0;
    QStringList notChecked; ///< sentences: what was left out, and why
    double seconds = 0;

    [[nodiscard]] ScopeCounts objects() const;
    [[nodiscard]] ScopeCounts inScope() const;
    /// The first domain that could not be scanned.
    [[nodiscard]] std::optional<Error> failure() const;
};

/// Examines every user, inetOrgPerson, group and contact in the scope of each directory of the answers. Memory stays
/// the same however many there are. A domain that cannot be read is told in its DomainScan and stops no other; without a
/// configuration for it, the whole domain is the scope. Fails only where nothing can be scanned: no directory in the
/// answers (AnswerMissing), no place for the temporary files (FileUnwritable), Cancelled.
[[nodiscard]] Result<ScanReport> scanDirectories(const ScanRequest &request);

} // namespace cloudsync
