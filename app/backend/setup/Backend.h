// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Execute.h"
#include "backend/engine/JournalRecord.h"
#include "backend/setup/errors/ExitCode.h"
#include "backend/setup/scan/DirectoryScan.h"
#include "backend/setup/scan/Simulation.h"
#include "backend/setup/session/Finding.h"
#include "backend/setup/session/Sections.h"
#include "backend/setup/session/Session.h"
#include "backend/setup/answers/AnswersCompare.h"
#include "backend/setup/tenant/ConfigurationExport.h"
#include "backend/setup/tenant/JobControl.h"
#include "backend/setup/tenant/OnDemand.h"
#include "backend/setup/tenant/ProvisioningLog.h"
#include "backend/setup/tenant/TenantSetup.h"

namespace cloudsync {

/// What a front end asks for.
struct BackendRequest
{
    std::shared_ptr<Session> session; ///< with the answers
    Sections sections = allSections();
    std::stop_token stop;
    ProgressSink progress;
};

/// The findings of a check and how bad they are.
struct CheckReport
{
    QVector<Finding> findings;
    ExitCode exitCode = ExitCode::Done; ///< Done, CheckFailed or SignInFailed
    QVector<Error> failures;            ///< errors behind findings
};

/// The plan of a set-up for the session's answers, in the order in which it is shown.
[[nodiscard]] Plan planFor(const std::shared_ptr<Session> &session, Sections sections);

/// The verbs that wizard, command line and tests share. Blocking; call from a worker thread.
class Backend
{
public:
    /// `stateFolder` holds journals (runs/), copies and reports; made when first needed, owner only.
    Backend(Ports ports, QString stateFolder);

    [[nodiscard]] const Ports &ports() const { return m_ports; }
    [[nodiscard]] const QString &stateFolder() const { return m_stateFolder; }
    [[nodiscard]] QString journalFolder() const;

    [[nodiscard]] std::shared_ptr<Session> session(Answers answers) const;

    [[nodiscard]] CheckReport check(const BackendRequest &request) const;
    /// Fails with the first check that could not be made; conflicts are part of the steps.
    [[nodiscard]] Result<QVector<PlannedStep>> plan(const BackendRequest &request) const;
    /// Inspects first: a conflict or a check that fails refuses the run, nothing is done (Result error). Otherwise carries the plan out.
    /// `resume` continues the newest unfinished run's journal when there is one.
    [[nodiscard]] Result<RunReport> apply(const BackendRequest &request, bool resume = false) const;
    /// Takes back a run; empty id: the newest that has something to take back. The answers come from the journal.
    [[nodiscard]] Result<RunReport> undo(const QString &runId, const ProgressSink &progress, const std::stop_token &stop) const;
    /// What runs now, and how the sections of the request differ from the answers.
    [[nodiscard]] Result<StatusReport> status(const BackendRequest &request) const;
    /// Answers read back from what runs, written to `path` for the owner alone once they were read again and are right.
    [[nodiscard]] Result<ExportReport> exportTo(const BackendRequest &request, const QString &path) const;

    /// Readiness of the directory's data. Findings go to `onFinding` as they are made. Without Section::Tenant the tenant is not asked.
    [[nodiscard]] Result<ScanReport> scan(const BackendRequest &request, const FindingSink &onFinding) const;
    /// What a first cycle would do, as an estimate; `against`: answers whose scopes are compared with the request's.
    [[nodiscard]] Result<SimulationReport> simulate(const BackendRequest &request, const std::optional<Answers> &against = {}) const;

    /// Runs of this state folder, newest first.
    [[nodiscard]] Result<QVector<JournalRecord>> runs() const;
    /// Marks an unfinished run as to be left as it is.
    [[nodiscard]] Result<void> forget(const QString &runId) const;
    /// Writes the as-built report of a run (empty: newest) as one self-contained HTML file; `now`, where it is known, adds how
    /// things stand.
    [[nodiscard]] Result<void> writeReport(const QString &runId, const QString &path,
                                           const std::optional<StatusReport> &now = {}) const;

private:
    /// check() without early reads of its own.
    [[nodiscard]] static CheckReport examine(const BackendRequest &request);
    void keepScan(const ScanReport &report) const;
    /// What the newest scan found, when it looked at a domain of these answers.
    [[nodiscard]] QJsonObject lastScan(const QJsonObject &answers) const;
    [[nodiscard]] QString lastScanFile() const { return m_stateFolder + QStringLiteral("/last-scan.json"); }

    Ports m_ports;
    QString m_stateFolder;
    std::shared_ptr<StateCopies> m_copies;
};

} // namespace cloudsync
