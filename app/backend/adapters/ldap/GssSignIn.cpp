// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets with a password, then a context for the controller's service.
#include "backend/adapters/ldap/GssContext.h"
#include "backend/adapters/ldap/KerberosCredential.h"
#include "backend/adapters/ldap/SaslRequest.h"

#include <utility>

namespace cloudsync::ldap {

namespace {

/// A context that keeps its tickets as long as it may ask for them.
class TicketedContext : public SaslContext
{
public:
    TicketedContext(std::unique_ptr<KerberosCredential> tickets, std::unique_ptr<GssContext> context)
        : m_tickets(std::move(tickets)), m_context(std::move(context))
    {
    }
    [[nodiscard]] Result<QByteArray> step(const QByteArray &token) override
    {
        auto next = m_context->step(token);
        if (m_context->isEstablished())
            m_tickets.reset();
        return next;
    }
    [[nodiscard]] bool isEstablished() const override { return m_context->isEstablished(); }
    [[nodiscard]] bool canSeal() const override { return m_context->canSeal(); }
    [[nodiscard]] Result<QByteArray> wrap(QByteArrayView message, bool seal) override { return m_context->wrap(message, seal); }
    [[nodiscard]] Result<QByteArray> unwrap(QByteArrayView message, bool mustBeSealed) override
    {
        return m_context->unwrap(message, mustBeSealed);
    }
    [[nodiscard]] qsizetype longestMessage(qsizetype largest) const override { return m_context->longestMessage(largest); }

private:
    std::unique_ptr<KerberosCredential> m_tickets; // destroyed after the context that refers to its cache
    std::unique_ptr<GssContext> m_context;
};

} // namespace

QVector<SaslContext::Mechanism> saslMechanisms()
{
    return {SaslContext::Mechanism::Spnego, SaslContext::Mechanism::Kerberos};
}

Result<std::unique_ptr<SaslContext>> openSaslContext(const SaslRequest &request, const DirectoryCredential *credential,
                                                     const Limit &limit)
{
    const KdcExchange exchange(request.realm, request.host);
    auto tickets = credential ? KerberosCredential::obtain(UserName::parse(credential->user), credential->password, request.realm,
                                                           exchange, limit)
                              : KerberosCredential::ofCaller(request.realm);
    if (!tickets)
        return fail(std::move(tickets.error()));
    // The host as it was addressed; where no account has that name (an address, an alias) the controller's own one.
    // That name was not proved by anything on ldap://, so it is used with the domain behind it: only domain controllers
    // have service principal names of that form (MS-DRSR 2.2.2).
    QStringList services{QStringLiteral("ldap/%1").arg(request.host)};
    if (!request.ownName.isEmpty())
        services.append(QStringLiteral("ldap/%1/%2").arg(request.ownName, request.realm.toLower()));
    for (const QString &service : std::as_const(services)) {
        GssContext::Settings settings;
        settings.service = service + QLatin1Char('@') + request.realm;
        auto found = (*tickets)->fetchTicket(settings.service, exchange, limit);
        if (!found)
            return fail(std::move(found.error()));
        if (!*found)
            continue;
        settings.cacheName = (*tickets)->cacheName();
        settings.mechanism = request.mechanism;
        settings.seal = request.seal;
        settings.channelBinding = request.channelBinding;
        auto context = GssContext::create(settings);
        if (!context)
            return fail(std::move(context.error()));
        return std::make_unique<TicketedContext>(std::move(*tickets), std::move(*context));
    }
    return fail(ErrorCode::DirectoryAuthenticationUnavailable, services.join(QLatin1String(", ")),
                QStringLiteral("no account of the domain has this service principal name"));
}

} // namespace cloudsync::ldap
