// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/files/StateFolder.h"

#ifdef Q_OS_WIN
#include "backend/adapters/windows/AdministratorsOnly.h"
#endif

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace cloudsync {

QString defaultStateFolder()
{
#ifdef Q_OS_WIN
    const QString programData = qEnvironmentVariable("ProgramData", QStringLiteral("C:\\ProgramData"));
    return QDir(QDir::fromNativeSeparators(programData)).absoluteFilePath(QStringLiteral("CloudSyncSetup"));
#else
    // XDG base directory specification: a path that is not absolute counts as not set.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    const QString base = QDir::isAbsolutePath(state) ? state : QDir::homePath() + QStringLiteral("/.local/state");
    return QDir::cleanPath(base + QStringLiteral("/cloud-sync-setup"));
#endif
}

Result<void> makeStateFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isDir())
        return fail(ErrorCode::FileUnwritable, path, QStringLiteral("not a folder"));
    const QFileInfo parent(info.absolutePath());
    if (!QDir().mkpath(parent.absoluteFilePath()))
        return fail(ErrorCode::FileUnwritable, path);
#ifdef Q_OS_WIN
    return windows::makeAdministratorsFolder(path);
#else
    if (info.isDir())
        return info.isWritable() ? Result<void>() : fail(ErrorCode::FileUnwritable, path);
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    return QDir().mkdir(path, ownerOnly) ? Result<void>() : fail(ErrorCode::FileUnwritable, path);
#endif
}

} // namespace cloudsync
