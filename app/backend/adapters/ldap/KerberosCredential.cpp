// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/KerberosCredential.h"

#include "backend/adapters/ldap/KerberosError.h"

#include <krb5.h>
#include <profile.h>

#include <QUuid>

#include <algorithm>
#include <utility>

namespace cloudsync::ldap {

namespace {

// libkrb5's objects need their context to be freed.
template<typename T, void (*Free)(krb5_context, T)>
struct Owned
{
    explicit Owned(krb5_context c) : context(c) {}
    ~Owned()
    {
        if (value)
            Free(context, value);
    }
    Owned(const Owned &) = delete;
    Owned &operator=(const Owned &) = delete;
    krb5_context context;
    T value = nullptr;
};
using Principal = Owned<krb5_principal, krb5_free_principal>;
using InitialExchange = Owned<krb5_init_creds_context, krb5_init_creds_free>;
using TicketExchange = Owned<krb5_tkt_creds_context, krb5_tkt_creds_free>;
using Options = Owned<krb5_get_init_creds_opt *, krb5_get_init_creds_opt_free>;

// A message of the library: allocated inside it, and given back to it.
struct Message
{
    explicit Message(krb5_context c) : context(c) {}
    ~Message() { krb5_free_data_contents(context, &data); }
    Message(const Message &) = delete;
    Message &operator=(const Message &) = delete;
    [[nodiscard]] QByteArray bytes() const { return {data.data, qsizetype(data.length)}; }
    krb5_context context;
    krb5_data data{};
};

// Bytes handed to the library; it does not change them.
krb5_data viewOf(QByteArray &bytes)
{
    return {KV5M_DATA, static_cast<unsigned>(bytes.size()), bytes.data()};
}

QString messageOf(krb5_context context, krb5_error_code code)
{
    const char *text = krb5_get_error_message(context, code);
    const QString message = QString::fromUtf8(text);
    krb5_free_error_message(context, text);
    return message;
}

Error unavailable(krb5_context context, krb5_error_code code, const QString &subject)
{
    return {ErrorCode::DirectoryAuthenticationUnavailable, subject, messageOf(context, code), {}};
}

// The hosts that krb5.conf names for a realm.
QStringList configuredCentres(krb5_context context, const QString &realm)
{
    QStringList centres;
    profile_t profile = nullptr;
    if (krb5_get_profile(context, &profile) != 0)
        return centres;
    const QByteArray name = realm.toUtf8();
    const char *path[] = {"realms", name.constData(), "kdc", nullptr};
    char **values = nullptr;
    if (profile_get_values(profile, path, &values) == 0) {
        for (char **value = values; *value; ++value)
            centres.append(QString::fromUtf8(*value));
        profile_free_list(values);
    }
    profile_release(profile);
    return centres;
}

// The principal to ask a ticket for. An account of another domain and a user principal name are resolved by the centre.
krb5_error_code makePrincipal(krb5_context context, const UserName &user, const QString &realm,
                              krb5_principal *principal)
{
    QString name = user.account;
    QString inRealm = realm;
    bool enterprise = false;
    switch (user.form) {
    case UserName::Form::DownLevel:
        inRealm = user.domain.toUpper();
        break;
    case UserName::Form::UserPrincipal:
        name += QLatin1Char('@') + user.domain;
        enterprise = true; // RFC 6806 section 5: the suffix need not be a realm
        break;
    case UserName::Form::Plain:
    case UserName::Form::DistinguishedName:
        break;
    }
    const QByteArray nameBytes = name.toUtf8();
    const QByteArray realmBytes = inRealm.toUtf8();
    const krb5_error_code code = krb5_build_principal(context, principal, static_cast<unsigned>(realmBytes.size()),
                                                      realmBytes.constData(), nameBytes.constData(), nullptr);
    if (code == 0)
        (*principal)->type = enterprise ? KRB5_NT_ENTERPRISE_PRINCIPAL : KRB5_NT_PRINCIPAL;
    return code;
}

} // namespace

struct KerberosCredential::Private
{
    krb5_context context = nullptr;
    krb5_ccache cache = nullptr;
    QString name;

    ~Private()
    {
        if (cache)
            krb5_cc_destroy(context, cache); // wipes the session keys
        if (context)
            krb5_free_context(context);
    }
};

KerberosCredential::KerberosCredential() : d(std::make_unique<Private>()) {}
KerberosCredential::~KerberosCredential() = default;

QString KerberosCredential::cacheName() const
{
    return d->name;
}

Result<std::unique_ptr<KerberosCredential>> KerberosCredential::obtain(const UserName &user, const Secret &password,
                                                                       const QString &realm,
                                                                       const KdcExchange &exchange, const Limit &limit)
{
    const QString shown = user.forSimpleBind(realm.toLower());
    if (user.form == UserName::Form::DistinguishedName)
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, shown,
                    QStringLiteral("Kerberos knows no distinguished names"));
    std::unique_ptr<KerberosCredential> credential(new KerberosCredential);
    Private &d = *credential->d;
    if (const auto code = krb5_init_context(&d.context); code != 0)
        return fail(unavailable(nullptr, code, shown));
    krb5_context context = d.context;

    d.name = QStringLiteral("MEMORY:cloudsync-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Principal client(context);
    Options options(context);
    InitialExchange initial(context);
    krb5_error_code code = makePrincipal(context, user, realm, &client.value);
    if (code == 0)
        code = krb5_get_init_creds_opt_alloc(context, &options.value);
    if (code == 0) {
        krb5_get_init_creds_opt_set_canonicalize(options.value, 1);
        krb5_get_init_creds_opt_set_forwardable(options.value, 0);
        krb5_get_init_creds_opt_set_proxiable(options.value, 0);
        code = krb5_init_creds_init(context, client.value, nullptr, nullptr, 0, options.value, &initial.value);
    }
    if (code == 0) {
        // Ends with a zero, as the library wants it; wiped when it goes. The library wipes its own copy.
        QByteArray bytes(password.reveal().size() + 1, '\0');
        std::copy(password.reveal().begin(), password.reveal().end(), bytes.begin());
        const Secret terminated(std::move(bytes));
        code = krb5_init_creds_set_password(context, initial.value, terminated.reveal().data());
    }
    if (code != 0)
        return fail(unavailable(context, code, shown));

    QByteArray reply;
    for (;;) {
        Message request(context);
        Message requestRealm(context);
        krb5_data answer = viewOf(reply);
        unsigned flags = 0;
        code = krb5_init_creds_step(context, initial.value, &answer, &request.data, &requestRealm.data, &flags);
        if (code != 0) {
            // With a wrong password and no pre-authentication the reply cannot be decrypted.
            const bool undecipherable = code == KRB5KRB_AP_ERR_BAD_INTEGRITY;
            Error error = unavailable(context, code, shown);
            if (undecipherable)
                error.code = ErrorCode::DirectoryCredentialRefused;
            return fail(std::move(error));
        }
        if ((flags & KRB5_INIT_CREDS_STEP_FLAG_CONTINUE) == 0)
            break;
        const QString toRealm = QString::fromUtf8(requestRealm.bytes());
        auto received = exchange.send(toRealm, request.bytes(), configuredCentres(context, toRealm), limit);
        if (!received)
            return fail(std::move(received.error()));
        reply = std::move(*received);
        // Looked at here and not left to the library, which may go on with another mechanism after a refusal.
        if (const auto refusal = parseKerberosError(reply)) {
            if (auto error = credentialError(*refusal, shown))
                return fail(std::move(*error));
        }
    }

    krb5_creds tickets{};
    code = krb5_init_creds_get_creds(context, initial.value, &tickets);
    if (code == 0)
        code = krb5_cc_resolve(context, d.name.toUtf8().constData(), &d.cache);
    if (code == 0)
        code = krb5_cc_initialize(context, d.cache, tickets.client);
    if (code == 0)
        code = krb5_cc_store_cred(context, d.cache, &tickets);
    krb5_free_cred_contents(context, &tickets);
    if (code != 0)
        return fail(unavailable(context, code, shown));
    return credential;
}

Result<std::unique_ptr<KerberosCredential>> KerberosCredential::ofCaller(const QString &realm)
{
    const QString shown = QStringLiteral("the tickets of who runs this program");
    std::unique_ptr<KerberosCredential> credential(new KerberosCredential);
    Private &d = *credential->d;
    if (const auto code = krb5_init_context(&d.context); code != 0)
        return fail(unavailable(nullptr, code, shown));
    krb5_context context = d.context;
    krb5_ccache theirs = nullptr;
    if (const auto code = krb5_cc_default(context, &theirs); code != 0)
        return fail(unavailable(context, code, shown));
    // A copy: service tickets that are fetched on the way are not left in the caller's cache.
    d.name = QStringLiteral("MEMORY:cloudsync-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Principal client(context);
    krb5_error_code code = krb5_cc_get_principal(context, theirs, &client.value);
    // Tickets of another realm would send their owner's key distribution centre on an errand first.
    if (code == 0 && QString::fromUtf8(client.value->realm.data, client.value->realm.length).compare(realm, Qt::CaseInsensitive) != 0)
        code = KRB5_CC_NOTFOUND;
    if (code == 0)
        code = krb5_cc_resolve(context, d.name.toUtf8().constData(), &d.cache);
    if (code == 0)
        code = krb5_cc_initialize(context, d.cache, client.value);
    if (code == 0)
        code = krb5_cc_copy_creds(context, theirs, d.cache);
    krb5_cc_close(context, theirs);
    if (code != 0)
        return fail(unavailable(context, code, shown));
    return credential;
}

Result<bool> KerberosCredential::fetchTicket(const QString &service, const KdcExchange &exchange, const Limit &limit)
{
    krb5_context context = d->context;
    Principal server(context);
    Principal client(context);
    TicketExchange tickets(context);
    krb5_error_code code = krb5_parse_name(context, service.toUtf8().constData(), &server.value);
    if (code == 0)
        code = krb5_cc_get_principal(context, d->cache, &client.value);
    if (code == 0) {
        server.value->type = KRB5_NT_SRV_INST;
        krb5_creds wanted{};
        wanted.client = client.value;
        wanted.server = server.value;
        code = krb5_tkt_creds_init(context, d->cache, &wanted, 0, &tickets.value);
    }
    if (code != 0)
        return fail(unavailable(context, code, service));

    QByteArray reply;
    std::optional<KerberosError> refusal;
    for (;;) {
        Message request(context);
        Message requestRealm(context);
        krb5_data answer = viewOf(reply);
        unsigned flags = 0;
        code = krb5_tkt_creds_step(context, tickets.value, &answer, &request.data, &requestRealm.data, &flags);
        if (code != 0) {
            if (refusal && isServiceUnknown(*refusal))
                return false;
            return fail(unavailable(context, code, service));
        }
        if ((flags & KRB5_TKT_CREDS_STEP_FLAG_CONTINUE) == 0)
            return true; // the ticket is in the cache
        const QString toRealm = QString::fromUtf8(requestRealm.bytes());
        auto received = exchange.send(toRealm, request.bytes(), configuredCentres(context, toRealm), limit);
        if (!received)
            return fail(std::move(received.error()));
        reply = std::move(*received);
        refusal = parseKerberosError(reply);
    }
}

} // namespace cloudsync::ldap
