// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/SharedReads.h"

namespace cloudsync {

Result<SharedReads::Answer> SharedReads::read(const QByteArray &key, const Send &send, const std::stop_token &stop)
{
    std::shared_ptr<Flight> own;
    {
        std::unique_lock lock(m_mutex);
        const auto flying = m_flights.value(key);
        if (flying && flying->writes == m_writes) {
            if (!m_landed.wait(lock, stop, [&] { return flying->answer.has_value(); }))
                return fail(ErrorCode::Cancelled, QString::fromUtf8(key));
            // That the other was told to stop is nothing that concerns this one.
            if (*flying->answer || flying->answer->error().code != ErrorCode::Cancelled)
                return *flying->answer;
        }
        own = std::make_shared<Flight>();
        own->writes = m_writes;
        m_flights.insert(key, own);
    }
    Result<Answer> answer = send();
    const std::lock_guard lock(m_mutex);
    own->answer = answer;
    if (m_flights.value(key) == own)
        m_flights.remove(key);
    m_landed.notify_all();
    return answer;
}

Result<SharedReads::Answer> SharedReads::write(const Send &send)
{
    const auto count = [this] {
        const std::lock_guard lock(m_mutex);
        ++m_writes;
    };
    count();
    Result<Answer> answer = send();
    count();
    return answer;
}

} // namespace cloudsync
