// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Secret.h"

#include <utility>

namespace cloudsync {

namespace {

// A volatile write cannot be left out by the optimiser although the buffer is freed right after.
void wipeBytes(QByteArray &bytes)
{
    volatile char *data = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        data[i] = 0;
    bytes.clear();
}

} // namespace

Secret::Secret(QByteArray &&bytes) : m_bytes(bytes.constData(), bytes.size())
{
    if (bytes.isDetached())
        wipeBytes(bytes);
    else
        bytes.clear();
}

Secret Secret::fromString(const QString &text)
{
    return Secret(text.toUtf8());
}

// Copies are deep: an implicitly shared buffer would be wiped under the other owner, or not at all.
Secret::Secret(const Secret &other) : m_bytes(other.m_bytes.constData(), other.m_bytes.size()) {}

Secret::Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_bytes = QByteArray(other.m_bytes.constData(), other.m_bytes.size());
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    if (!m_bytes.isEmpty())
        wipeBytes(m_bytes);
}

bool operator==(const Secret &a, const Secret &b)
{
    if (a.m_bytes.size() != b.m_bytes.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.m_bytes.size(); ++i)
        difference |= static_cast<unsigned char>(a.m_bytes.at(i)) ^ static_cast<unsigned char>(b.m_bytes.at(i));
    return difference == 0;
}

} // namespace cloudsync
