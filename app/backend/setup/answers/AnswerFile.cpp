// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswerFile.h"

#include "backend/setup/answers/AnswerJson.h"
#include "backend/setup/answers/AnswerSchema.h"
#include "backend/setup/answers/JsonText.h"
#include "resources/Resources.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Answers)
};

constexpr qint64 largestFile = 4 * 1024 * 1024;

Error invalid(QVector<Error> problems)
{
    // A licence that is not accepted has a code of its own: a program that calls this one may want to tell it apart.
    if (problems.size() == 1 && problems.first().code == ErrorCode::LicenseNotAccepted)
        return problems.first();
    return {ErrorCode::AnswersInvalid, {}, {}, std::move(problems)};
}

} // namespace

QByteArray answerFileSchema()
{
    registerCloudSyncResources();
    QFile file(QStringLiteral(":/cloud-sync-setup/answer-file.schema.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<Answers> readAnswerFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::AnswersUnreadable, path, Text::tr("There is no such file."));
    if (info.isDir())
        return fail(ErrorCode::AnswersUnreadable, path, Text::tr("This is a folder."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::AnswersUnreadable, path, file.errorString());
    const QByteArray text = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::AnswersUnreadable, path, file.errorString());
    if (text.size() > largestFile)
        return fail(ErrorCode::AnswersUnreadable, path, Text::tr("The file is larger than 4 MB."));

    auto answers = answersFromJson(text, info.absolutePath());
    if (!answers && answers.error().code != ErrorCode::LicenseNotAccepted)
        answers.error().subject = path;
    return answers;
}

Result<Answers> answersFromJson(const QByteArray &json, const QString &baseFolder)
{
    if (json.size() > largestFile)
        return fail(ErrorCode::AnswersUnreadable, {}, Text::tr("The text is larger than 4 MB."));
    const auto document = parseStrictJson(json);
    if (!document)
        return fail(document.error());
    if (QVector<Error> problems = schemaProblems(*document); !problems.isEmpty())
        return fail(invalid(std::move(problems)));
    Answers answers = answersFromDocument(document->toObject(), baseFolder);
    if (QVector<Error> problems = validateAnswers(answers); !problems.isEmpty())
        return fail(invalid(std::move(problems)));
    return answers;
}

} // namespace cloudsync
