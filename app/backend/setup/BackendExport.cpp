// SPDX-License-Identifier: GPL-3.0-or-later
// Answers read back from the three systems, joined and written.
#include "backend/setup/Backend.h"

#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/directory/ServiceAccountExport.h"
#include "backend/setup/errors/ErrorCatalogue.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace cloudsync {

namespace {

struct ExportText
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

// As the directory has it. Where it cannot be asked, the tenant's part is worth having by itself.
void addServiceAccount(const BackendRequest &request, ExportReport &report)
{
    auto &account = report.answers.serviceAccount;
    if (!account || !(request.sections & Section::Directory))
        return;
    if (!report.answers.directory(account->domain)) {
        report.notes.append(ExportText::tr("The service account %1 is not read back: the answers do not say how to reach its domain %2.")
                                .arg(account->name, account->domain));
        return;
    }
    auto read = exportedServiceAccount(request.session, *account, &report.notes, request.stop);
    if (read)
        account = *read;
    else
        report.notes.append(ExportText::tr("The service account %1 is not read back: %2").arg(account->name, errorText(read.error()).happened));
}

} // namespace

Result<ExportReport> Backend::exportTo(const BackendRequest &request, const QString &path) const
{
    auto report = exportAnswers(request.session, request.stop);
    if (!report)
        return report;
    addServiceAccount(request, *report);
    const QByteArray text = QJsonDocument(answersToJson(report->answers)).toJson();
    // Nothing is written that could not be read: schema and rules hold for this file as for any other.
    if (auto again = answersFromJson(text, QFileInfo(path).absolutePath()); !again)
        return fail(std::move(again.error()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    file.write(text);
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return report;
}

} // namespace cloudsync
