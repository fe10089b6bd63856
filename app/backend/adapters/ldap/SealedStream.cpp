// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/SealedStream.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace cloudsync::ldap {

namespace {

constexpr qsizetype lengthSize = 4;
constexpr qsizetype largestReceived = 16 * 1024 * 1024; // RFC 4752 has 24 bits for it

} // namespace

SealedStream::SealedStream(ByteStream &inner, std::unique_ptr<SaslContext> context, qsizetype largestSent)
    : m_inner(inner), m_context(std::move(context)), m_longestMessage(m_context->longestMessage(largestSent))
{
}

// Unwraps every complete buffer, so that hasBuffered() tells all that can be read without the socket.
bool SealedStream::unwrapComplete()
{
    qsizetype position = 0;
    while (m_wrapped.size() - position >= lengthSize) {
        const auto length = qsizetype(qFromBigEndian<quint32>(m_wrapped.constData() + position));
        if (length > largestReceived)
            return false;
        if (m_wrapped.size() - position - lengthSize < length)
            break;
        auto clear = m_context->unwrap(QByteArrayView(m_wrapped).sliced(position + lengthSize, length), true);
        if (!clear)
            return false;
        m_clear.append(*clear);
        position += lengthSize + length;
    }
    m_wrapped.remove(0, position);
    return true;
}

qsizetype SealedStream::read(char *data, qsizetype size)
{
    std::array<char, 65536> buffer; // NOLINT(*-member-init): filled by read()
    while (!hasBuffered()) {
        m_clear.clear();
        m_position = 0;
        const qsizetype count = m_inner.read(buffer.data(), qsizetype(buffer.size()));
        if (count <= 0)
            return count;
        m_wrapped.append(buffer.data(), count);
        if (!unwrapComplete())
            return failed;
    }
    const qsizetype count = std::min(size, m_clear.size() - m_position);
    std::memcpy(data, m_clear.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

bool SealedStream::write(QByteArrayView data)
{
    if (m_longestMessage <= 0)
        return false;
    while (!data.isEmpty()) {
        const QByteArrayView part = data.first(std::min(data.size(), m_longestMessage));
        data = data.sliced(part.size());
        auto wrapped = m_context->wrap(part, true);
        if (!wrapped)
            return false;
        std::array<char, lengthSize> length{};
        qToBigEndian(static_cast<quint32>(wrapped->size()), length.data());
        if (!m_inner.write(QByteArray(length.data(), lengthSize) + *wrapped))
            return false;
    }
    return true;
}

} // namespace cloudsync::ldap
