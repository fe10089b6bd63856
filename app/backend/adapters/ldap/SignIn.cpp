// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/SignIn.h"

#include "backend/adapters/ldap/LdapError.h"
#include "backend/adapters/ldap/SaslRequest.h"
#include "backend/adapters/ldap/UserName.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace cloudsync::ldap {

namespace {

// Bits of the first octet in RFC 4752 section 3.1.
constexpr quint8 noSecurityLayer = 1;
constexpr quint8 confidentialityLayer = 4;
constexpr qsizetype largestSealedBuffer = 65536;

QByteArray saslName(SaslContext::Mechanism mechanism)
{
    return mechanism == SaslContext::Mechanism::Spnego ? QByteArrayLiteral("GSS-SPNEGO") : QByteArrayLiteral("GSSAPI");
}

} // namespace

SignIn::SignIn(const DirectoryTarget &target, const RootDse &rootDse, const LdapTimeouts &timeouts, Log &log)
    : m_target(target), m_rootDse(rootDse), m_timeouts(timeouts), m_log(log)
{
}

// The realm of an Active Directory domain is its DNS name in capitals (MS-KILE 3.1.5.2). What the controller says of
// itself counts only where nothing was asked for: on ldap:// anybody could have said it.
QString SignIn::realm() const
{
    if (!m_target.domain.isEmpty())
        return m_target.domain.toUpper();
    const qsizetype at = m_rootDse.ldapServiceName.lastIndexOf(QLatin1Char('@'));
    return at >= 0 ? m_rootDse.ldapServiceName.mid(at + 1) : dnToDomain(m_rootDse.defaultNamingContext).toUpper();
}

Result<QString> SignIn::signIn(LdapConnection &connection, const DirectoryCredential &credential,
                               const std::stop_token &stop)
{
    // RFC 4513 section 5.1.2: a simple bind without a password succeeds, as nobody.
    if (credential.password.isEmpty() || credential.user.trimmed().isEmpty())
        return fail(ErrorCode::DirectoryCredentialRefused, credential.user,
                    QStringLiteral("a name and a password are needed"));

    QString note;
    Result<void> done;
    switch (credential.mechanism) {
    case BindMechanism::Simple:
        done = simple(connection, credential, stop);
        break;
    case BindMechanism::Negotiate:
        done = kerberos(connection, &credential, stop);
        if (!done && done.error().code == ErrorCode::DirectoryAuthenticationUnavailable && connection.isUsable()) {
            m_log.warning("ldap.kerberosUnavailable", {{"controller", m_rootDse.uri},
                                                       {"why", done.error().toLogText()},
                                                       {"instead", QStringLiteral("simple bind over TLS")}});
            Error kerberosError = std::move(done.error());
            done = simple(connection, credential, stop);
            note = QStringLiteral(" (simple bind over TLS)");
            if (!done)
                done.error().causes.append(std::move(kerberosError));
        }
        break;
    }
    if (!done)
        return fail(std::move(done.error()));

    auto identity = connection.whoAmI(stop);
    if (!identity) {
        if (identity.error().code == ErrorCode::Cancelled || !connection.isUsable())
            return identity;
        identity = credential.user; // not every controller offers it
    }
    // A name that is empty is nobody's (RFC 4532 section 2.2): a bind that "succeeded" without signing in.
    if (identity->isEmpty())
        return fail(ErrorCode::DirectoryCredentialRefused, credential.user, QStringLiteral("signed in as nobody"));
    return *identity + note;
}

Result<void> SignIn::simple(LdapConnection &connection, const DirectoryCredential &credential,
                            const std::stop_token &stop)
{
    if (!connection.isTls()) {
        if (auto secured = connection.startTls(stop); !secured)
            return secured;
    }
    const QString domain = m_target.domain.isEmpty() ? dnToDomain(m_rootDse.defaultNamingContext) : m_target.domain;
    const QString name = UserName::parse(credential.user).forSimpleBind(domain);
    auto answer = connection.bind(name, {}, credential.password.reveal().toByteArray(), stop);
    if (!answer)
        return fail(std::move(answer.error()));
    if (answer->code != LDAP_SUCCESS)
        return fail(bindError(answer->code, credential.user, answer->diagnostic));
    return {};
}

Result<QString> SignIn::signInAsCaller(LdapConnection &connection, const std::stop_token &stop)
{
    if (auto done = kerberos(connection, nullptr, stop); !done)
        return fail(std::move(done.error()));
    auto identity = connection.whoAmI(stop);
    if (identity && identity->isEmpty())
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, m_rootDse.uri, QStringLiteral("signed in as nobody"));
    return identity;
}

Result<void> SignIn::kerberos(LdapConnection &connection, const DirectoryCredential *credential,
                              const std::stop_token &stop)
{
    const QVector<SaslContext::Mechanism> known = saslMechanisms();
    const auto offered = std::find_if(known.begin(), known.end(), [&](SaslContext::Mechanism one) {
        return m_rootDse.supportedSaslMechanisms.contains(QLatin1String(saslName(one)));
    });
    if (offered == known.end())
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, m_rootDse.uri, QStringLiteral("Kerberos is not offered"));
    const SaslContext::Mechanism mechanism = *offered;
    SaslRequest request;
    request.realm = realm();
    request.host = connection.uri().host;
    request.ownName = m_rootDse.dnsHostName;
    request.mechanism = mechanism;
    request.seal = !connection.isTls(); // a controller refuses a second layer under TLS
    request.channelBinding = connection.endPointBinding();
    auto context = openSaslContext(request, credential, Limit(m_timeouts.operation, stop));
    if (!context)
        return fail(std::move(context.error()));
    return exchangeTokens(connection, std::move(*context), mechanism, stop);
}

Result<void> SignIn::exchangeTokens(LdapConnection &connection, std::unique_ptr<SaslContext> context,
                                    SaslContext::Mechanism mechanism, const std::stop_token &stop)
{
    const bool seal = !connection.isTls();
    const auto unavailable = [&](const QString &why) {
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, m_rootDse.uri, why);
    };
    qsizetype largestSent = largestSealedBuffer;
    bool layersAgreed = mechanism == SaslContext::Mechanism::Spnego; // there the flags of the context say it
    auto token = context->step({});
    constexpr int mostRounds = 10;
    for (int round = 0; round < mostRounds; ++round) {
        if (!token)
            return fail(std::move(token.error()));
        auto answer = connection.bind({}, saslName(mechanism), *token, stop);
        if (!answer)
            return fail(std::move(answer.error()));
        if (answer->code != LDAP_SUCCESS && answer->code != LDAP_SASL_BIND_IN_PROGRESS) {
            // The ticket was turned down, not the password: the key distribution centre has accepted that.
            Error error = bindError(answer->code, m_rootDse.uri, answer->diagnostic);
            if (error.code == ErrorCode::DirectoryCredentialRefused)
                error.code = ErrorCode::DirectoryAuthenticationUnavailable;
            return fail(std::move(error));
        }
        if (!context->isEstablished()) {
            token = context->step(answer->serverCredential);
            if (!token)
                return fail(std::move(token.error()));
            if (answer->code == LDAP_SASL_BIND_IN_PROGRESS)
                continue;
        } else if (answer->code == LDAP_SASL_BIND_IN_PROGRESS) {
            // RFC 4752 section 3.1: the server's layers and the longest buffer it takes, then our choice.
            auto offer = context->unwrap(answer->serverCredential, false);
            if (!offer || offer->size() != 4 || layersAgreed)
                return unavailable(QStringLiteral("an unexpected token"));
            const quint8 chosen = seal ? confidentialityLayer : noSecurityLayer;
            const auto offered = qFromBigEndian<quint32>(offer->constData());
            if (((offered >> 24) & chosen) == 0)
                return unavailable(QStringLiteral("the controller does not offer the security layer that is needed"));
            largestSent = qMin<qsizetype>(largestSealedBuffer, offered & 0xffffff);
            std::array<char, 4> choice{};
            qToBigEndian(quint32(chosen) << 24 | (seal ? quint32(largestSealedBuffer) : 0), choice.data());
            token = context->wrap(QByteArrayView(choice.data(), qsizetype(choice.size())), false);
            layersAgreed = true;
            continue;
        }
        if (answer->code != LDAP_SUCCESS)
            continue;
        if (!context->isEstablished() || !layersAgreed)
            return unavailable(QStringLiteral("the controller ended the exchange before it proved who it is"));
        if (seal) {
            if (!context->canSeal())
                return unavailable(QStringLiteral("the connection cannot be sealed"));
            connection.seal(std::move(context), largestSent);
        }
        return {};
    }
    return unavailable(QStringLiteral("the exchange did not end"));
}

} // namespace cloudsync::ldap
