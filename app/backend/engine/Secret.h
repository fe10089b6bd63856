// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace cloudsync {

/// Bytes that must not be seen: a password, a token, a key. Every copy wipes its memory when it goes. There is no
/// stream operator, no conversion to QString or QVariant and no JSON form on purpose: who needs the bytes says so.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes (UTF-8 for passwords) and wipes the buffer it took them from when it is not shared.
    explicit Secret(QByteArray &&bytes);
    [[nodiscard]] static Secret fromString(const QString &text);

    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The bytes, valid as long as this object. Do not store a copy.
    [[nodiscard]] QByteArrayView reveal() const { return m_bytes; }

    /// Constant-time comparison.
    friend bool operator==(const Secret &a, const Secret &b);

private:
    void wipe();
    QByteArray m_bytes;
};

} // namespace cloudsync
