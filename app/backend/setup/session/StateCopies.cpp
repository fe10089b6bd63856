// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/session/StateCopies.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace cloudsync {

namespace {

constexpr auto ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto ownerFolder = ownerFile | QFileDevice::ExeOwner;

// Domains are harmless; anything else becomes a dash, so that a name never leaves the folder.
QString fileText(const QString &subject)
{
    QString result;
    for (const QChar c : subject) {
        const bool plain =
            (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
            (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') || c == QLatin1Char('-');
        result.append(plain ? c : QLatin1Char('-'));
    }
    return result;
}

} // namespace

StateCopies::StateCopies(QString folder) : m_folder(std::move(folder)) {}

QString StateCopies::path(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name;
}

Result<QString> StateCopies::keep(const QString &subject, const QJsonObject &document)
{
    const std::lock_guard lock(m_mutex);
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, ownerFolder))
        return fail(ErrorCode::FileUnwritable, m_folder);
    const QString stem = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")) +
                         QLatin1Char('-') + fileText(subject);
    QString name = stem + QStringLiteral(".json");
    for (int i = 2; QFileInfo::exists(path(name)); ++i)
        name = QStringLiteral("%1-%2.json").arg(stem).arg(i);
    QSaveFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerFile))
        return fail(ErrorCode::FileUnwritable, path(name), file.errorString());
    file.write(QJsonDocument(document).toJson());
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, path(name), file.errorString());
    return name;
}

Result<QJsonObject> StateCopies::read(const QString &name) const
{
    // The name comes from a journal, which is a file like any other.
    if (name.isEmpty() || name != QFileInfo(name).fileName())
        return fail(ErrorCode::FileUnreadable, name);
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path(name), file.errorString());
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return fail(ErrorCode::FileUnreadable, path(name));
    return document.object();
}

} // namespace cloudsync
