// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/Backend.h"

#include "backend/engine/Undo.h"
#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/directory/DirectorySetup.h"
#include "backend/setup/errors/ErrorCatalogue.h"
#include "backend/setup/report/HtmlReport.h"
#include "backend/setup/scan/ScanDocument.h"
#include "backend/setup/server/ServerSetup.h"
#include "backend/setup/session/EarlyReads.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSysInfo>

#include <algorithm>
#include <thread>
#include <utility>

namespace cloudsync {

namespace {

/// What the log is told of a failed run: codes and ids, which are English in every language. Subject and detail may be words for
/// people; the journal keeps those.
QString codesOf(const RunReport &report)
{
    if (!report.error)
        return {};
    QStringList codes{errorCodeName(report.error->code)};
    for (const Error &cause : report.error->causes)
        codes.append(errorCodeName(cause.code));
    for (const StepReport &step : report.steps) {
        if (step.error)
            codes.append(step.id + u':' + errorCodeName(step.error->code));
    }
    codes.removeDuplicates();
    return codes.join(u' ');
}

QJsonObject journalHeader(const Answers &answers, Sections sections, const QVector<PlannedStep> &steps)
{
    QJsonArray names;
    for (const Section section : {Section::Server, Section::Directory, Section::Tenant}) {
        if (sections & section)
            names.append(sectionName(section));
    }
    QJsonArray plan;
    for (const PlannedStep &step : steps) {
        plan.append(QJsonObject{{QStringLiteral("id"), step.id},
                                {QStringLiteral("section"), step.section},
                                {QStringLiteral("title"), step.title},
                                {QStringLiteral("state"), stateName(step.state.kind)},
                                {QStringLiteral("changes"), QJsonArray::fromStringList(step.state.changes)},
                                {QStringLiteral("reversible"), step.reversibility.reversible},
                                {QStringLiteral("irreversibleBecause"), step.reversibility.why},
                                {QStringLiteral("needs"), QJsonArray::fromStringList(step.needs)}});
    }
    return {{QStringLiteral("program"), QStringLiteral("cloud-sync-setup")},
            {QStringLiteral("version"), QStringLiteral(CLOUDSYNC_VERSION)},
            {QStringLiteral("host"), QSysInfo::machineHostName()},
            {QStringLiteral("sections"), names},
            {QStringLiteral("answers"), answersToJson(answers)},
            {QStringLiteral("plan"), plan}};
}

bool hasSomethingToTakeBack(const JournalRecord &record)
{
    return std::any_of(record.tasks.begin(), record.tasks.end(), [](const JournalTask &task) { return task.hasEffects(); });
}

// A look that may use what earlier runs made; a journal that cannot be read is no reason not to look.
EarlyLook earlyLook(const BackendRequest &request, const Result<QVector<JournalRecord>> &runs)
{
    return {request.session, runs ? knownConfigurations(*runs) : QHash<QString, KnownConfiguration>(), request.stop};
}

// What the plan of a section would change now. A section that cannot be looked at does not hide the others.
void addDrift(const BackendRequest &request, Section section, StatusReport &report)
{
    RunContext context(request.stop);
    auto steps = inspect(planFor(request.session, section), context);
    if (!steps) {
        const Error &error = steps.error();
        report.uncompared.append(sectionName(section) + QStringLiteral(": ") + errorText(error).happened);
        return;
    }
    for (const PlannedStep &step : std::as_const(*steps)) {
        // That a first cycle or an agent is waited for is told by health; it is nothing that differs from the answers.
        if (step.state.kind == State::Kind::Satisfied || step.id.endsWith(QLatin1String(".verification")))
            continue;
        Drift drift{step.id, step.title, stateName(step.state.kind), step.state.changes};
        if (step.state.why)
            drift.changes.append(errorText(*step.state.why).happened);
        report.drift.append(drift);
    }
}

} // namespace

Backend::Backend(Ports ports, QString stateFolder)
    : m_ports(ports), m_stateFolder(std::move(stateFolder)),
      m_copies(std::make_shared<StateCopies>(m_stateFolder + QStringLiteral("/copies")))
{
}

QString Backend::journalFolder() const
{
    return m_stateFolder + QStringLiteral("/runs");
}

std::shared_ptr<Session> Backend::session(Answers answers) const
{
    auto made = std::make_shared<Session>(m_ports, std::move(answers), m_copies);
    made->guardCredentials([ports = m_ports](const DirectoryTarget &target, const QString &user,
                                             const std::stop_token &stop) {
        return guardCredential(ports, target, user, stop);
    });
    return made;
}

CheckReport Backend::check(const BackendRequest &request) const
{
    const EarlyLook early = earlyLook(request, runs());
    return examine(request);
}

CheckReport Backend::examine(const BackendRequest &request)
{
    // The three systems have nothing to wait for from one another.
    struct Part
    {
        QVector<Finding> findings;
        QVector<Error> failures;
    };
    Part server;
    Part directory;
    Part tenant;
    {
        std::vector<std::jthread> threads;
        const auto start = [&](Section section, Part &part, auto look) {
            if (request.sections & section) {
                threads.emplace_back([&, look] {
                    RunContext context(request.stop);
                    part.findings = look(request.session, context, &part.failures);
                });
            }
        };
        start(Section::Server, server, serverFindings);
        start(Section::Directory, directory, directoryFindings);
        start(Section::Tenant, tenant, tenantFindings);
    }
    CheckReport report;
    report.findings = server.findings + directory.findings + tenant.findings;
    report.failures = server.failures + directory.failures + tenant.failures;
    if (std::any_of(report.findings.begin(), report.findings.end(),
                    [](const Finding &finding) { return finding.severity == Severity::Error; }))
        report.exitCode = ExitCode::CheckFailed;
    // What a person has to mend first decides: a sign-in before a check.
    for (const ExitCode code : {ExitCode::Cancelled, ExitCode::AnswersWrong, ExitCode::SignInFailed}) {
        if (std::any_of(report.failures.begin(), report.failures.end(),
                        [&](const Error &error) { return exitCodeFor(error.code) == code; })) {
            report.exitCode = code;
            break;
        }
    }
    return report;
}

Result<QVector<PlannedStep>> Backend::plan(const BackendRequest &request) const
{
    const EarlyLook early = earlyLook(request, runs());
    RunContext context(request.stop);
    return inspect(planFor(request.session, request.sections), context);
}

Result<RunReport> Backend::apply(const BackendRequest &request, bool resume) const
{
    // Findings and plan only look, and have nothing to wait for from one another.
    const Plan plan = planFor(request.session, request.sections);
    RunContext context(request.stop);
    std::optional<Result<QVector<PlannedStep>>> inspected;
    CheckReport checked;
    {
        const EarlyLook early = earlyLook(request, runs());
        const std::jthread looking([&] { inspected = inspect(plan, context); });
        checked = examine(request);
    }
    if (checked.exitCode != ExitCode::Done) {
        // The failure that decided the exit code speaks for the refusal; findings without one speak together.
        for (const Error &failure : checked.failures) {
            if (exitCodeFor(failure.code) == checked.exitCode)
                return fail(failure);
        }
        Error refused{ErrorCode::CheckFailed, {}, {}, checked.failures};
        QStringList titles;
        for (const Finding &finding : checked.findings) {
            if (finding.severity == Severity::Error) {
                refused.subject = refused.subject.isEmpty() ? finding.id : refused.subject;
                titles.append(finding.title + QStringLiteral(": ") + finding.evidence);
            }
        }
        refused.detail = titles.join(QStringLiteral("; "));
        return fail(std::move(refused));
    }

    auto &steps = *inspected;
    if (!steps)
        return fail(std::move(steps.error()));
    for (const PlannedStep &step : std::as_const(*steps)) {
        if (step.state.kind == State::Kind::Conflict) {
            Error conflict{ErrorCode::PlanConflict, step.title, {}, {}};
            if (step.state.why) {
                conflict.detail = step.state.why->detail;
                conflict.causes.append(*step.state.why);
            }
            return fail(std::move(conflict));
        }
    }

    ExecuteOptions options;
    options.stop = request.stop;
    options.progress = request.progress;
    for (const PlannedStep &step : std::as_const(*steps))
        options.seen.insert(step.id, step.state);
    std::unique_ptr<Journal> journal;
    if (resume) {
        auto known = runs();
        if (!known)
            return fail(std::move(known.error()));
        const auto open = std::find_if(known->begin(), known->end(), [](const JournalRecord &record) { return record.unfinished(); });
        if (open != known->end()) {
            auto opened = Journal::open(journalFolder(), open->runId);
            if (!opened)
                return fail(std::move(opened.error()));
            journal = std::move(*opened);
            if (auto written = journal->append(QStringLiteral("runContinued")); !written)
                return fail(std::move(written.error()));
            options.resumed = *open;
            rememberEarlier(plan, *open);
        }
    }
    if (!journal) {
        auto created = Journal::create(journalFolder(), journalHeader(request.session->answers(), request.sections, *steps));
        if (!created)
            return fail(std::move(created.error()));
        journal = std::move(*created);
    }
    m_ports.log.info("run.started", {{"run", journal->runId()}});
    RunReport report = execute(plan, *journal, options);
    m_ports.log.info("run.ended", {{"run", report.runId},
                                   {"outcome", runOutcomeName(report.outcome)},
                                   {"error", codesOf(report)}});
    return report;
}

Result<RunReport> Backend::undo(const QString &runId, const ProgressSink &progress, const std::stop_token &stop) const
{
    auto known = runs();
    if (!known)
        return fail(std::move(known.error()));
    const auto found = std::find_if(known->begin(), known->end(), [&](const JournalRecord &record) {
        return runId.isEmpty() ? hasSomethingToTakeBack(record) : record.runId == runId;
    });
    if (found == known->end()) {
        if (!runId.isEmpty())
            return fail(ErrorCode::RunNotFound, runId);
        return RunReport{}; // nothing of ours stands: that is what was asked for
    }
    const QJsonObject answersDocument = found->header.value(QStringLiteral("answers")).toObject();
    auto answers = answersFromJson(QJsonDocument(answersDocument).toJson(QJsonDocument::Compact), m_stateFolder);
    if (!answers)
        return fail(std::move(answers.error()));
    const auto opened = session(std::move(*answers));
    const Plan plan = planFor(opened, allSections());
    auto journal = Journal::open(journalFolder(), found->runId);
    if (!journal)
        return fail(std::move(journal.error()));
    m_ports.log.info("undo.started", {{"run", found->runId}});
    RunReport report = undoRun(*found, plan, **journal, progress, stop);
    m_ports.log.info("undo.ended", {{"run", found->runId}, {"outcome", runOutcomeName(report.outcome)}});
    // What was taken back is not gone on with after a restart. The run's own end does not depend on it.
    if (auto forgotten = m_ports.machine.forgetResume(); !forgotten)
        m_ports.log.warning("resume.notForgotten", {{"error", forgotten.error().toLogText()}});
    return report;
}

Result<StatusReport> Backend::status(const BackendRequest &request) const
{
    const EarlyLook early = earlyLook(request, runs());
    auto report = readStatus(request.session, request.stop);
    if (!report)
        return report;
    for (const Section section : {Section::Directory, Section::Server, Section::Tenant}) {
        if (request.sections & section)
            addDrift(request, section, *report);
    }
    return report;
}

Result<ScanReport> Backend::scan(const BackendRequest &request, const FindingSink &onFinding) const
{
    ScanRequest wanted;
    wanted.session = request.session;
    wanted.workFolder = m_stateFolder + QStringLiteral("/work");
    wanted.askTenant = request.sections & Section::Tenant;
    wanted.onFinding = onFinding;
    wanted.progress = request.progress;
    wanted.stop = request.stop;
    auto report = scanDirectories(wanted);
    if (report) {
        keepScan(*report);
        m_ports.log.info("scan.ended", {{"objects", QString::number(report->inScope().total())},
                                        {"errors", QString::number(report->errors)},
                                        {"warnings", QString::number(report->warnings)}});
    }
    return report;
}

void Backend::keepScan(const ScanReport &report) const
{
    // Numbers alone, for the next report: no value of the directory.
    QJsonObject kept = scanToJson(report);
    kept.insert(QStringLiteral("written"), m_ports.clock.now().toString(Qt::ISODate));
    QSaveFile file(lastScanFile());
    file.open(QIODevice::WriteOnly);
    file.write(QJsonDocument(kept).toJson());
    if (!file.commit())
        m_ports.log.warning("scan.notKept", {{"file", lastScanFile()}, {"error", file.errorString()}});
}

QJsonObject Backend::lastScan(const QJsonObject &answers) const
{
    QFile file(lastScanFile());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject scan = QJsonDocument::fromJson(file.readAll()).object();
    // Of another forest it says nothing about this run.
    QSet<QString> domains;
    for (const QJsonValue one : answers.value(QStringLiteral("directories")).toArray())
        domains.insert(one.toObject().value(QStringLiteral("domain")).toString().toLower());
    for (const QJsonValue one : scan.value(QStringLiteral("domains")).toArray()) {
        if (domains.contains(one.toObject().value(QStringLiteral("domain")).toString().toLower()))
            return scan;
    }
    return {};
}

Result<SimulationReport> Backend::simulate(const BackendRequest &request, const std::optional<Answers> &against) const
{
    return simulateCycle({request.session, against, request.progress, request.stop});
}

Result<QVector<JournalRecord>> Backend::runs() const
{
    return JournalRecord::list(journalFolder());
}

Result<void> Backend::forget(const QString &runId) const
{
    auto journal = Journal::open(journalFolder(), runId);
    if (!journal)
        return fail(std::move(journal.error()));
    return (*journal)->append(QStringLiteral("forgotten"));
}

Result<void> Backend::writeReport(const QString &runId, const QString &path, const std::optional<StatusReport> &now) const
{
    auto known = runs();
    if (!known)
        return fail(std::move(known.error()));
    const auto found = std::find_if(known->begin(), known->end(), [&](const JournalRecord &record) {
        return runId.isEmpty() || record.runId == runId;
    });
    if (found == known->end())
        return fail(ErrorCode::RunNotFound, runId);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    ReportExtras extras;
    extras.logFile = m_ports.log.path();
    extras.journalFile = journalFolder() + u'/' + found->runId + QStringLiteral(".jsonl");
    extras.written = m_ports.clock.now();
    extras.status = now ? now->toJson() : QJsonObject();
    extras.scan = lastScan(found->header.value(QStringLiteral("answers")).toObject());
    file.write(htmlReport(*found, extras));
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return {};
}

} // namespace cloudsync
