// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/setup/scan/UniqueValues.h"

#include <QTemporaryFile>

#include <functional>
#include <vector>

namespace cloudsync {

/// One object that holds a value which another object holds too.
struct SharedValue
{
    QString domain;
    QString dn;
    UniqueValue value;
    bool inSameAttribute = false; ///< another object has it in the same attribute
    QString otherDn;              ///< one of the others
    qsizetype others = 0;         ///< how many there are
};

/// Finds values that two objects share, in memory that does not grow with the directory: what the objects hold goes
/// into a file, with a hash of each value into runs of a second one, sorted; the runs are merged, and only values whose
/// hashes agree are read again and compared as they are. Both files are temporary, for the owner alone, and go with
/// this object.
class DuplicateStore
{
public:
    /// `folder` is made when it is not there (owner only).
    explicit DuplicateStore(QString folder);

    /// FileUnwritable when the files cannot be made or written.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> add(const QString &domain, const QString &dn, const QVector<UniqueValue> &values);
    /// Each holder of each shared value, once for each attribute that holds it. The store takes nothing more after it.
    [[nodiscard]] Result<void> forEachShared(const std::function<void(const SharedValue &)> &onShared);

private:
    /// Where a value stands: an object's record, and which of its values.
    struct Key
    {
        quint64 hash = 0;
        quint64 place = 0; ///< offset of the record << 12 | number of the value
        friend auto operator<=>(const Key &, const Key &) = default;
    };
    struct Holder
    {
        quint64 object = 0;
        SharedValue shared;
    };
    class Run;

    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<Holder> holder(const Key &key);
    [[nodiscard]] Result<void> report(const std::vector<Key> &keys, const std::function<void(const SharedValue &)> &onShared);
    [[nodiscard]] Error unwritable(const QTemporaryFile &file) const;

    QString m_folder;
    QTemporaryFile m_objects;
    QTemporaryFile m_keys;
    std::vector<Key> m_pending;
    std::vector<qint64> m_runs; ///< ends of the runs, in keys
};

} // namespace cloudsync
