// SPDX-License-Identifier: GPL-3.0-or-later
#include "HostState.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <sys/file.h>

namespace cloudsync {

QJsonObject HostState::read() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<void> HostState::change(const std::function<void(QJsonObject &)> &alter) const
{
    QDir().mkpath(m_folder);
    QFile lock(path() + QStringLiteral(".lock"));
    if (!lock.open(QIODevice::WriteOnly) || ::flock(lock.handle(), LOCK_EX) != 0)
        return fail(ErrorCode::FileUnwritable, lock.fileName());
    QJsonObject host = read();
    alter(host);
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path(), file.errorString());
    file.write(QJsonDocument(host).toJson());
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, path(), file.errorString());
    return {};
}

} // namespace cloudsync
