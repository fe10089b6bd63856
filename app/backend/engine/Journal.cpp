// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Journal.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

#include <utility>

namespace cloudsync {

namespace {

// QFile::flush only hands the bytes to the system; a journal has to survive the power going.
bool syncToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

Result<std::unique_ptr<QLockFile>> lockFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::JournalUnwritable, folder);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto lock = std::make_unique<QLockFile>(folder + QStringLiteral("/lock"));
    lock->setStaleLockTime(0); // a lock is stale only when its process is gone
    if (!lock->tryLock(0)) {
        qint64 process = 0;
        QString host;
        QString name;
        if (lock->error() != QLockFile::LockFailedError)
            return fail(ErrorCode::JournalUnwritable, folder);
        lock->getLockInfo(&process, &host, &name);
        return fail(ErrorCode::RunInProgress, folder, QStringLiteral("%1 (process %2)").arg(name).arg(process));
    }
    return lock;
}

QString newRunId()
{
    return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"))
           + QStringLiteral("-%1").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
}

} // namespace

Journal::Journal(QString runId, const QString &path, std::unique_ptr<QLockFile> lock)
    : m_runId(std::move(runId)), m_file(path), m_lock(std::move(lock))
{
}

Result<std::unique_ptr<Journal>> Journal::create(const QString &folder, const QJsonObject &header)
{
    auto lock = lockFolder(folder);
    if (!lock)
        return fail(std::move(lock.error()));
    const QString id = newRunId();
    std::unique_ptr<Journal> journal(new Journal(id, folder + u'/' + id + QStringLiteral(".jsonl"), std::move(*lock)));
    if (!journal->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorCode::JournalUnwritable, journal->path(), journal->m_file.errorString());
    journal->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (auto written = journal->append(QStringLiteral("runStarted"), {{QStringLiteral("data"), header}}); !written)
        return fail(std::move(written.error()));
    return journal;
}

Result<std::unique_ptr<Journal>> Journal::open(const QString &folder, const QString &runId)
{
    const QString path = folder + u'/' + runId + QStringLiteral(".jsonl");
    if (runId.contains(u'/') || runId.contains(u'\\') || !QFile::exists(path))
        return fail(ErrorCode::RunNotFound, runId);
    auto lock = lockFolder(folder);
    if (!lock)
        return fail(std::move(lock.error()));
    std::unique_ptr<Journal> journal(new Journal(runId, path, std::move(*lock)));
    if (!journal->m_file.open(QIODevice::ReadWrite))
        return fail(ErrorCode::JournalUnwritable, path, journal->m_file.errorString());
    // A line torn by a crash is closed off, so that what follows stands on a line of its own.
    const qint64 size = journal->m_file.size();
    if (size > 0) {
        journal->m_file.seek(size - 1);
        if (journal->m_file.read(1) != "\n")
            journal->m_file.write("\n");
    }
    journal->m_file.seek(journal->m_file.size());
    return journal;
}

Result<void> Journal::append(const QString &event, QJsonObject fields)
{
    const std::lock_guard lock(m_mutex);
    fields.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    fields.insert(QStringLiteral("run"), m_runId);
    fields.insert(QStringLiteral("event"), event);
    const QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
    if (m_file.write(line) != line.size() || !syncToDisk(m_file))
        return fail(ErrorCode::JournalUnwritable, m_file.fileName(), m_file.errorString());
    return {};
}

} // namespace cloudsync
