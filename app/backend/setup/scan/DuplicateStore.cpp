// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/DuplicateStore.h"

#include <QDataStream>
#include <QDir>
#include <QHash>

#include <algorithm>
#include <array>
#include <queue>

namespace cloudsync {

namespace {

constexpr std::size_t keysOfRun = 32768; // 512 KiB
constexpr std::size_t keysRead = 256;    // of one run at a time, while merging
constexpr int valueBits = 12;
constexpr quint64 mostValues = (1ULL << valueBits) - 1;

// FNV-1a with a last mix. Values that agree by chance are told apart when they are read again.
quint64 hashOf(ValueSpace space, const QByteArray &value)
{
    quint64 hash = 0xcbf29ce484222325ULL ^ static_cast<quint64>(space);
    for (const char c : value) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    hash ^= hash >> 32;
    return hash * 0x9e3779b97f4a7c15ULL;
}

} // namespace

/// A sorted part of the file of keys, read bit by bit.
class DuplicateStore::Run
{
public:
    Run(QFile &file, qint64 from, qint64 to) : m_file(&file), m_next(from), m_end(to) {}
    [[nodiscard]] const Key &front() const { return m_buffer[m_at]; }
    /// False at the end, or when the file cannot be read.
    [[nodiscard]] bool advance()
    {
        if (m_at + 1 < m_buffer.size()) {
            ++m_at;
            return true;
        }
        const auto count = std::min<qint64>(m_end - m_next, keysRead);
        m_buffer.resize(static_cast<std::size_t>(count));
        m_at = 0;
        if (count == 0 || !m_file->seek(m_next * qint64(sizeof(Key))))
            return false;
        const qint64 bytes = count * qint64(sizeof(Key));
        m_next += count;
        return m_file->read(reinterpret_cast<char *>(m_buffer.data()), bytes) == bytes;
    }

private:
    QFile *m_file;
    qint64 m_next;
    qint64 m_end;
    std::vector<Key> m_buffer;
    std::size_t m_at = 0;
};

DuplicateStore::DuplicateStore(QString folder) : m_folder(std::move(folder)) {}

Error DuplicateStore::unwritable(const QTemporaryFile &file) const
{
    return {ErrorCode::FileUnwritable, m_folder, file.errorString(), {}};
}

Result<void> DuplicateStore::open()
{
    if (!QDir().exists(m_folder)) {
        QDir().mkpath(m_folder);
        QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    for (QTemporaryFile *file : {&m_objects, &m_keys}) {
        // Owner only; on Linux without a name, so that even a crash leaves nothing.
        file->setFileTemplate(m_folder + QStringLiteral("/scan-XXXXXX.tmp"));
        if (!file->open())
            return fail(unwritable(*file));
    }
    m_pending.reserve(keysOfRun);
    return {};
}

Result<void> DuplicateStore::add(const QString &domain, const QString &dn, const QVector<UniqueValue> &values)
{
    if (values.isEmpty())
        return {};
    const auto object = static_cast<quint64>(m_objects.pos());
    QDataStream stream(&m_objects);
    stream << domain.toUtf8() << dn.toUtf8() << static_cast<quint32>(values.size());
    quint64 number = 0;
    for (const UniqueValue &value : values) {
        stream << static_cast<quint8>(value.space) << value.attribute.toLatin1() << value.value.toUtf8();
        // More addresses than that stand on no real object; the rest is not compared.
        if (number > mostValues)
            continue;
        m_pending.push_back({hashOf(value.space, value.comparable()), object << valueBits | number++});
        if (m_pending.size() >= keysOfRun) {
            if (auto done = flush(); !done)
                return done;
        }
    }
    if (stream.status() != QDataStream::Ok)
        return fail(unwritable(m_objects));
    return {};
}

Result<void> DuplicateStore::flush()
{
    if (m_pending.empty())
        return {};
    std::sort(m_pending.begin(), m_pending.end());
    const auto bytes = static_cast<qint64>(m_pending.size() * sizeof(Key));
    if (m_keys.write(reinterpret_cast<const char *>(m_pending.data()), bytes) != bytes)
        return fail(unwritable(m_keys));
    m_runs.push_back((m_runs.empty() ? 0 : m_runs.back()) + qint64(m_pending.size()));
    m_pending.clear();
    return {};
}

Result<DuplicateStore::Holder> DuplicateStore::holder(const Key &key)
{
    Holder found;
    found.object = key.place >> valueBits;
    const auto number = static_cast<quint32>(key.place & mostValues);
    if (!m_objects.seek(qint64(found.object)))
        return fail(ErrorCode::FileUnreadable, m_folder, m_objects.errorString());
    QDataStream stream(&m_objects);
    QByteArray domain;
    QByteArray dn;
    quint32 count = 0;
    stream >> domain >> dn >> count;
    for (quint32 i = 0; i <= number && i < count; ++i) {
        quint8 space = 0;
        QByteArray attribute;
        QByteArray value;
        stream >> space >> attribute >> value;
        found.shared.value = {static_cast<ValueSpace>(space), QString::fromLatin1(attribute), QString::fromUtf8(value)};
    }
    if (stream.status() != QDataStream::Ok)
        return fail(ErrorCode::FileUnreadable, m_folder, m_objects.errorString());
    found.shared.domain = QString::fromUtf8(domain);
    found.shared.dn = QString::fromUtf8(dn);
    return found;
}

Result<void> DuplicateStore::report(const std::vector<Key> &keys,
                                    const std::function<void(const SharedValue &)> &onShared)
{
    const quint64 first = keys.front().place >> valueBits;
    if (std::all_of(keys.begin(), keys.end(), [&](const Key &key) { return key.place >> valueBits == first; }))
        return {}; // mail, primary address and principal name of one object are usually the same
    std::vector<Holder> holders;
    for (const Key &key : keys) {
        auto found = holder(key);
        if (!found)
            return fail(std::move(found.error()));
        holders.push_back(std::move(*found));
    }
    // Told apart by what they are, should hashes agree by chance.
    QHash<QByteArray, QVector<int>> byValue;
    for (std::size_t i = 0; i < holders.size(); ++i) {
        const UniqueValue &value = holders[i].shared.value;
        byValue[char('0' + static_cast<int>(value.space)) + value.comparable()].append(int(i));
    }
    for (const QVector<int> &same : std::as_const(byValue)) {
        QHash<quint64, QString> objects;
        QHash<QString, QSet<quint64>> byAttribute;
        for (const int i : same) {
            const Holder &one = holders[std::size_t(i)];
            objects.insert(one.object, one.shared.dn);
            byAttribute[one.shared.value.attribute].insert(one.object);
        }
        if (objects.size() < 2)
            continue;
        QSet<QString> told; // an object may hold a value twice in one attribute, with and without capitals
        for (const int i : same) {
            Holder &one = holders[std::size_t(i)];
            const QString once = QString::number(one.object) + u'/' + one.shared.value.attribute;
            if (told.contains(once))
                continue;
            told.insert(once);
            one.shared.inSameAttribute = byAttribute.value(one.shared.value.attribute).size() > 1;
            one.shared.others = objects.size() - 1;
            const auto other = std::find_if(same.begin(), same.end(), [&](int j) {
                const Holder &two = holders[std::size_t(j)];
                return two.object != one.object &&
                       (!one.shared.inSameAttribute || two.shared.value.attribute == one.shared.value.attribute);
            });
            one.shared.otherDn = holders[std::size_t(*other)].shared.dn;
            onShared(one.shared);
        }
    }
    return {};
}

Result<void> DuplicateStore::forEachShared(const std::function<void(const SharedValue &)> &onShared)
{
    if (auto done = flush(); !done)
        return done;
    m_pending.shrink_to_fit();
    if (!m_objects.flush() || !m_keys.flush())
        return fail(unwritable(m_keys));
    std::vector<Run> runs;
    qint64 from = 0;
    for (const qint64 to : m_runs) {
        runs.emplace_back(m_keys, from, to);
        from = to;
    }
    const auto later = [&](std::size_t a, std::size_t b) { return runs[b].front() < runs[a].front(); };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> open(later);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].advance())
            return fail(ErrorCode::FileUnreadable, m_folder, m_keys.errorString());
        open.push(i);
    }
    std::vector<Key> same;
    while (!open.empty()) {
        const std::size_t run = open.top();
        open.pop();
        const Key key = runs[run].front();
        if (runs[run].advance())
            open.push(run);
        if (!same.empty() && same.front().hash != key.hash) {
            if (same.size() > 1) {
                if (auto done = report(same, onShared); !done)
                    return done;
            }
            same.clear();
        }
        same.push_back(key);
    }
    if (m_keys.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, m_folder, m_keys.errorString());
    return same.size() > 1 ? report(same, onShared) : Result<void>{};
}

} // namespace cloudsync
