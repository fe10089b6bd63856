// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace cloudsync::ldap {

/// Remembers which credentials were refused, so that no second attempt counts towards a lockout. Of a credential only a
/// keyed hash is kept, with a key drawn for this object. Thread-safe: while one caller tries a credential nobody knows
/// of, others with the same one wait for what comes of it.
class RefusedCredentials
{
public:
    RefusedCredentials();

    /// A turn to try a credential. Ends without a verdict when it goes.
    class Turn
    {
    public:
        Turn(RefusedCredentials &owner, QByteArray key, bool exclusive);
        ~Turn();
        Turn(Turn &&other) noexcept;
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        Turn &operator=(Turn &&) = delete;
        void accepted();
        void refused(const Error &error);

    private:
        RefusedCredentials *m_owner;
        QByteArray m_key;
        bool m_exclusive;
    };

    /// Waits for its turn. The error of the first refusal when there was one; Cancelled.
    [[nodiscard]] Result<Turn> begin(const DirectoryCredential &credential, const QString &domain,
                                     const std::stop_token &stop);

private:
    [[nodiscard]] QByteArray keyOf(const DirectoryCredential &credential, const QString &domain) const;

    Secret m_key;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    QHash<QByteArray, Error> m_refused;
    QSet<QByteArray> m_accepted;
    QSet<QByteArray> m_tried; // right now
};

} // namespace cloudsync::ldap
