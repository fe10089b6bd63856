// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/RefusedCredentials.h"

#include "backend/adapters/ldap/UserName.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>
#include <utility>

namespace cloudsync::ldap {

RefusedCredentials::RefusedCredentials()
{
    std::array<quint32, 8> key{};
    QRandomGenerator::system()->fillRange(key.data(), qsizetype(key.size()));
    m_key = Secret(QByteArray(reinterpret_cast<const char *>(key.data()), sizeof key));
}

QByteArray RefusedCredentials::keyOf(const DirectoryCredential &credential, const QString &domain) const
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_key.reveal().toByteArray());
    code.addData(UserName::parse(credential.user).forSimpleBind(domain).toLower().toUtf8());
    code.addData(QByteArray(1, '\0'));
    code.addData(credential.password.reveal().data(), credential.password.reveal().size());
    return code.result();
}

Result<RefusedCredentials::Turn> RefusedCredentials::begin(const DirectoryCredential &credential, const QString &domain,
                                                           const std::stop_token &stop)
{
    const QByteArray key = keyOf(credential, domain);
    std::unique_lock lock(m_mutex);
    const bool free = m_changed.wait(lock, stop, [&] { return !m_tried.contains(key); });
    if (!free)
        return fail(ErrorCode::Cancelled, credential.user);
    if (const auto refused = m_refused.constFind(key); refused != m_refused.cend())
        return fail(*refused);
    // One that was accepted before may be used by several at once.
    const bool exclusive = !m_accepted.contains(key);
    if (exclusive)
        m_tried.insert(key);
    return Turn(*this, key, exclusive);
}

RefusedCredentials::Turn::Turn(RefusedCredentials &owner, QByteArray key, bool exclusive)
    : m_owner(&owner), m_key(std::move(key)), m_exclusive(exclusive)
{
}

RefusedCredentials::Turn::Turn(Turn &&other) noexcept
    : m_owner(std::exchange(other.m_owner, nullptr)), m_key(std::move(other.m_key)), m_exclusive(other.m_exclusive)
{
}

RefusedCredentials::Turn::~Turn()
{
    if (!m_owner || !m_exclusive)
        return;
    const std::scoped_lock lock(m_owner->m_mutex);
    m_owner->m_tried.remove(m_key);
    m_owner->m_changed.notify_all();
}

void RefusedCredentials::Turn::accepted()
{
    const std::scoped_lock lock(m_owner->m_mutex);
    m_owner->m_accepted.insert(m_key);
}

void RefusedCredentials::Turn::refused(const Error &error)
{
    const std::scoped_lock lock(m_owner->m_mutex);
    m_owner->m_accepted.remove(m_key);
    m_owner->m_refused.insert(m_key, error);
}

} // namespace cloudsync::ldap
