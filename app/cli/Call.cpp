// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Call.h"

#include "backend/setup/answers/AnswerFile.h"

#include <QDir>
#include <QFile>

#include <utility>

namespace cloudsync {

ExitCode Call::failed(const Error &error) const
{
    const ExitCode code = exitCodeFor(error.code);
    reporter.error(error, code, backend.ports().log.path());
    return code;
}

Result<BackendRequest> Call::request() const
{
    return request(arguments.answersFile);
}

Result<BackendRequest> Call::request(const QString &answersFile) const
{
    auto answers = readAnswerFile(answersFile);
    if (!answers)
        return fail(std::move(answers.error()));
    BackendRequest made;
    made.session = backend.session(std::move(*answers));
    made.sections = arguments.sections;
    made.stop = stop;
    made.progress = [&out = reporter](const ProgressEvent &event) { out.progress(event); };
    return made;
}

Result<QString> Call::domain(const Answers &answers) const
{
    if (!arguments.domain.isEmpty())
        return arguments.domain;
    if (answers.configurations.size() == 1)
        return answers.configurations.first().domain;
    return fail(ErrorCode::AnswerMissing, QStringLiteral("--domain"));
}

ExitCode Call::told(const QString &text, QJsonObject document) const
{
    document.insert(QStringLiteral("exitCode"), static_cast<int>(ExitCode::Done));
    reporter.message(text, document);
    return ExitCode::Done;
}

Result<void> Call::agreed(const QString &question) const
{
    if (arguments.yes)
        return {};
    if (!streams.confirm || arguments.json)
        return fail(ErrorCode::ConfirmationMissing, QStringLiteral("--yes"));
    if (!streams.confirm(question))
        return fail(ErrorCode::Cancelled);
    return {};
}

ExitCode Call::ended(const RunReport &result) const
{
    QString file;
    if (!result.runId.isEmpty()) {
        const QString folder = backend.stateFolder() + QStringLiteral("/reports");
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        file = folder + u'/' + result.runId + QStringLiteral(".html");
        if (auto written = backend.writeReport(result.runId, file); !written) {
            backend.ports().log.warning("report.unwritten", {{"error", written.error().toLogText()}});
            file.clear();
        }
    }
    reporter.run(result, file, backend.ports().log.path());
    return exitCodeFor(result);
}

} // namespace cloudsync
