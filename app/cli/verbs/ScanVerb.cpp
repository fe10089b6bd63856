// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/scan/DataRepairTask.h"
#include "backend/setup/scan/ScanDocument.h"
#include "cli/Documents.h"
#include "cli/ScanOutput.h"
#include "cli/verbs/Verbs.h"

#include <QJsonDocument>
#include <QSaveFile>

namespace cloudsync {

namespace {

/// The repairs that findings of the chosen rules propose. Of several findings on one value the last holds what all of them make of it.
class ChosenRepairs
{
public:
    explicit ChosenRepairs(QStringList rules) : m_rules(std::move(rules)) {}
    void take(const ScanFinding &finding)
    {
        const auto repair = m_rules.contains(finding.rule) ? repairOf(finding) : std::nullopt;
        if (repair)
            m_repairs.insert(finding.dn + u'\n' + finding.attribute + u'\n' + finding.value, *repair);
    }
    /// An answer file with the directories and the repairs, and nothing else to do. FileUnwritable.
    [[nodiscard]] Result<void> write(const Answers &from, const QString &path) const
    {
        Answers answers;
        answers.licenseAccepted = from.licenseAccepted;
        answers.directories = from.directories;
        answers.repairs = QVector<DataRepairAnswers>(m_repairs.cbegin(), m_repairs.cend());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return fail(ErrorCode::FileUnwritable, path, file.errorString());
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(QJsonDocument(answersToJson(answers)).toJson());
        if (!file.commit())
            return fail(ErrorCode::FileUnwritable, path, file.errorString());
        return {};
    }

private:
    QStringList m_rules;
    QMap<QString, DataRepairAnswers> m_repairs;
};

} // namespace

ExitCode runScan(const Call &call)
{
    const Arguments &arguments = call.arguments;
    auto wanted = call.request();
    if (!wanted)
        return call.failed(wanted.error());
    std::unique_ptr<FindingFile> file;
    if (!arguments.out.isEmpty()) {
        auto created = FindingFile::create(arguments.out);
        if (!created)
            return call.failed(created.error());
        file = std::move(*created);
    }
    ScanOutput output(arguments, call.streams, std::move(file));
    ChosenRepairs repairs(arguments.repair);
    auto report = call.backend.scan(*wanted, [&](const ScanFinding &finding) {
        output.take(finding);
        repairs.take(finding);
    });
    auto written = report ? output.commitFile() : Result<void>{};
    if (report && written && !arguments.repairOut.isEmpty())
        written = repairs.write(wanted->session->answers(), arguments.repairOut);
    if (!report || !written) {
        const Error error = report ? written.error() : report.error();
        if (!output.hasBegun())
            return call.failed(error);
        const ExitCode code = exitCodeFor(error.code);
        output.endDocument(errorDocument(error, code, call.backend.ports().log.path()));
        return code;
    }
    const auto failure = report->failure();
    const ExitCode code = failure ? exitCodeFor(failure->code) : ExitCode::Done;
    QJsonObject rest = failure ? errorDocument(*failure, code, call.backend.ports().log.path()) : QJsonObject();
    const QJsonObject found = scanToJson(*report);
    for (auto it = found.begin(); it != found.end(); ++it)
        rest.insert(it.key(), it.value());
    rest.insert(QStringLiteral("exitCode"), static_cast<int>(code));
    output.end(rest, *report);
    return code;
}

} // namespace cloudsync
