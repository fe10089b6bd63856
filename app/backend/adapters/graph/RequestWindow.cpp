// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/RequestWindow.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>

namespace cloudsync {

using std::chrono::milliseconds;

bool RequestWindow::enter(Clock &clock, const std::stop_token &stop)
{
    for (;;) {
        const auto pause = pauseOrEnter(clock.now());
        if (!pause)
            return true;
        if (!clock.wait(*pause, stop))
            return false;
    }
}

std::optional<milliseconds> RequestWindow::pauseOrEnter(const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    std::optional<QLockFile> others;
    if (!m_file.isEmpty() && QFileInfo(QFileInfo(m_file).path()).isDir()) {
        others.emplace(m_file + QStringLiteral(".lock"));
        if (others->tryLock(std::chrono::milliseconds(2000)))
            readShared();
        else
            others.reset();
    }
    // A time that is still to come was written under another clock.
    m_entered.removeIf([&](const QDateTime &time) { return time > now || time.msecsTo(now) >= m_span.count(); });
    if (m_entered.size() >= m_most)
        return std::max(milliseconds(1), m_span - milliseconds(m_entered.first().msecsTo(now)));
    m_entered.append(now);
    if (others)
        writeShared();
    return std::nullopt;
}

void RequestWindow::readShared()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    // Our own stand there as well.
    m_entered.clear();
    const QList<QByteArray> lines = file.read(4096).split('\n');
    for (const QByteArray &line : lines) {
        const QDateTime time = QDateTime::fromString(QString::fromLatin1(line), Qt::ISODateWithMs);
        if (time.isValid())
            m_entered.append(time);
    }
    std::sort(m_entered.begin(), m_entered.end());
}

void RequestWindow::writeShared() const
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    for (const QDateTime &time : m_entered)
        file.write(time.toUTC().toString(Qt::ISODateWithMs).toLatin1() + '\n');
    file.commit();
}

} // namespace cloudsync
