// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/LdapConnection.h"

#include "backend/adapters/ldap/LdapControls.h"
#include "backend/adapters/ldap/LdapError.h"
#include "backend/adapters/ldap/RootDseReader.h"

#include <utility>
#include <vector>

namespace cloudsync::ldap {

namespace {

// Overwrites bytes that held a password. A volatile write is not left out although the buffer is freed right after.
void wipe(QByteArray &bytes)
{
    volatile char *data = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        data[i] = 0;
}

int operationOf(DirectoryModification::Operation operation)
{
    switch (operation) {
    case DirectoryModification::Operation::Add:
        return LDAP_MOD_ADD;
    case DirectoryModification::Operation::Delete:
        return LDAP_MOD_DELETE;
    case DirectoryModification::Operation::Replace:
        return LDAP_MOD_REPLACE;
    }
    return LDAP_MOD_REPLACE;
}

// The arrays of pointers that libldap wants for an add or a modify; the bytes stay with the caller.
class Modifications
{
public:
    void append(int operation, const QString &attribute, const QByteArrayList &values)
    {
        auto &one = m_items.emplace_back(std::make_unique<Item>());
        one->name = attribute.toUtf8();
        one->values = values;
        for (const QByteArray &value : std::as_const(one->values))
            one->views.push_back(viewOf(value));
        for (berval &view : one->views)
            one->pointers.push_back(&view);
        one->pointers.push_back(nullptr);
        one->mod.mod_op = operation | LDAP_MOD_BVALUES;
        one->mod.mod_type = one->name.data();
        // A delete without values removes the attribute; so does a replace without.
        one->mod.mod_bvalues = values.isEmpty() ? nullptr : one->pointers.data();
    }

    [[nodiscard]] std::vector<LDAPMod *> list()
    {
        std::vector<LDAPMod *> mods;
        for (const auto &one : m_items)
            mods.push_back(&one->mod);
        mods.push_back(nullptr);
        return mods;
    }

private:
    struct Item
    {
        QByteArray name;
        QByteArrayList values;
        std::vector<berval> views;
        std::vector<berval *> pointers;
        LDAPMod mod{};
    };
    std::vector<std::unique_ptr<Item>> m_items;
};

} // namespace

LdapConnection::LdapConnection(ControllerUri uri, QString caFile, const LdapTimeouts &timeouts)
    : m_uri(std::move(uri)), m_caFile(std::move(caFile)), m_timeouts(timeouts)
{
}

Result<std::unique_ptr<LdapConnection>> LdapConnection::open(const ControllerUri &uri, const QString &caFile,
                                                             const LdapTimeouts &timeouts, const std::stop_token &stop)
{
    auto tcp = TcpStream::connect(uri.host, uri.port, Limit(timeouts.connect, stop));
    if (!tcp)
        return fail(std::move(tcp.error()));
    std::unique_ptr<LdapConnection> connection(new LdapConnection(uri, caFile, timeouts));
    connection->m_socket = std::make_unique<LdapSocket>(std::move(*tcp));
    if (uri.tls) {
        if (auto done = connection->m_socket->startTls(uri.host, caFile, Limit(timeouts.connect, stop)); !done)
            return fail(std::move(done.error()));
    }
    connection->m_handle.reset(connection->m_socket->makeHandle());
    LDAP *handle = connection->handle();
    const int version = LDAP_VERSION3;
    const int none = 0;
    // Set here and not left to ldap.conf, .ldaprc and the environment, which libldap reads for every new handle.
    if (!handle || ldap_set_option(handle, LDAP_OPT_PROTOCOL_VERSION, &version) != LDAP_OPT_SUCCESS ||
        ldap_set_option(handle, LDAP_OPT_REFERRALS, LDAP_OPT_OFF) != LDAP_OPT_SUCCESS ||
        ldap_set_option(handle, LDAP_OPT_SIZELIMIT, &none) != LDAP_OPT_SUCCESS ||
        ldap_set_option(handle, LDAP_OPT_TIMELIMIT, &none) != LDAP_OPT_SUCCESS ||
        ldap_set_option(handle, LDAP_OPT_DEREF, &none) != LDAP_OPT_SUCCESS) {
        return fail(ErrorCode::Internal, uri.toText(), QStringLiteral("libldap gave no handle"));
    }
    return connection;
}

Error LdapConnection::localError(int code, const QString &subject)
{
    if (code == LDAP_SERVER_DOWN || code == LDAP_CONNECT_ERROR || code == LDAP_DECODING_ERROR)
        m_usable = false;
    if (code == LDAP_PARAM_ERROR || code == LDAP_ENCODING_ERROR || code == LDAP_FILTER_ERROR)
        return {ErrorCode::DirectoryRequestRefused, subject, QString::fromUtf8(ldap_err2string(code)), {}};
    return operationError(code, code == LDAP_SERVER_DOWN ? m_uri.toText() : subject, QString());
}

Result<MessagePtr> LdapConnection::next(int request, const QString &subject, const std::stop_token &stop)
{
    const Limit limit(m_timeouts.operation, stop);
    for (;;) {
        const auto slice = limit.slice();
        timeval wait{0, static_cast<decltype(timeval::tv_usec)>(slice.count() * 1000)};
        LDAPMessage *message = nullptr;
        const int kind = ldap_result(handle(), request, LDAP_MSG_ONE, &wait, &message);
        if (kind > 0)
            return MessagePtr(message);
        if (kind < 0) {
            int code = LDAP_SERVER_DOWN;
            ldap_get_option(handle(), LDAP_OPT_RESULT_CODE, &code);
            return fail(localError(code, subject));
        }
        if (auto going = limit.check(subject); !going) {
            ldap_abandon_ext(handle(), request, nullptr, nullptr);
            // A controller that is silent for so long is not asked again on this connection.
            if (going.error().code == ErrorCode::TimedOut)
                m_usable = false;
            return fail(std::move(going.error()));
        }
    }
}

Result<LdapResult> LdapConnection::parse(LDAPMessage *message, const QString &subject)
{
    LdapResult result;
    char *diagnostic = nullptr;
    LDAPControl **controls = nullptr;
    const int parsed = ldap_parse_result(handle(), message, &result.code, nullptr, &diagnostic, nullptr, &controls, 0);
    const TextPtr text(diagnostic);
    result.controls.reset(controls);
    if (parsed != LDAP_SUCCESS)
        return fail(localError(parsed, subject));
    result.diagnostic = QString::fromUtf8(text.get()).trimmed();
    return result;
}

Result<LdapResult> LdapConnection::finish(int request, const QString &subject, const std::stop_token &stop)
{
    auto message = next(request, subject, stop);
    if (!message)
        return fail(std::move(message.error()));
    auto result = parse(message->get(), subject);
    if (!result)
        return result;
    if (ldap_msgtype(message->get()) == LDAP_RES_BIND) {
        berval *credential = nullptr;
        ldap_parse_sasl_bind_result(handle(), message->get(), &credential, 0);
        const ValuePtr value(credential);
        if (value)
            result->serverCredential = bytesOf(*value);
    } else if (ldap_msgtype(message->get()) == LDAP_RES_EXTENDED) {
        berval *data = nullptr;
        ldap_parse_extended_result(handle(), message->get(), nullptr, &data, 0);
        const ValuePtr value(data);
        if (value)
            result->extendedValue = bytesOf(*value);
    }
    return result;
}

bool LdapConnection::stillThere()
{
    if (!m_usable)
        return false;
    timeval none{0, 0};
    LDAPMessage *message = nullptr;
    // Reads what has come in without being asked: the end of the connection, or the notice of it (RFC 4511
    // section 4.4.1).
    const int kind = ldap_result(handle(), LDAP_RES_UNSOLICITED, LDAP_MSG_ONE, &none, &message);
    const MessagePtr unsolicited(message);
    if (kind != 0)
        m_usable = false;
    return m_usable;
}

Result<void> LdapConnection::begin(const QString &subject, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, subject);
    m_socket->setStop(stop);
    return {};
}

Result<LdapResult> LdapConnection::extended(const char *name, const std::stop_token &stop)
{
    if (auto going = begin(m_uri.toText(), stop); !going)
        return fail(std::move(going.error()));
    int request = 0;
    const int sent = ldap_extended_operation(handle(), name, nullptr, nullptr, nullptr, &request);
    if (sent != LDAP_SUCCESS)
        return fail(localError(sent, m_uri.toText()));
    return finish(request, m_uri.toText(), stop);
}

Result<void> LdapConnection::startTls(const std::stop_token &stop)
{
    auto answer = extended(LDAP_EXOP_START_TLS, stop);
    if (!answer)
        return fail(std::move(answer.error()));
    if (answer->code != LDAP_SUCCESS) {
        return fail(
            ErrorCode::TlsFailed, m_uri.host,
            QStringLiteral("StartTLS is refused: %1").arg(operationError(answer->code, {}, answer->diagnostic).detail));
    }
    auto done = m_socket->startTls(m_uri.host, m_caFile, Limit(m_timeouts.connect, stop));
    if (!done)
        m_usable = false;
    return done;
}

Result<LdapResult> LdapConnection::bind(const QString &dn, const QByteArray &mechanism, QByteArray credential,
                                        const std::stop_token &stop)
{
    if (auto going = begin(m_uri.toText(), stop); !going)
        return fail(std::move(going.error()));
    int request = 0;
    berval value = viewOf(credential);
    const int sent =
        ldap_sasl_bind(handle(), dn.toUtf8().constData(), mechanism.isEmpty() ? nullptr : mechanism.constData(), &value,
                       nullptr, nullptr, &request);
    wipe(credential);
    if (sent != LDAP_SUCCESS)
        return fail(localError(sent, m_uri.toText()));
    return finish(request, m_uri.toText(), stop);
}

Result<QString> LdapConnection::whoAmI(const std::stop_token &stop)
{
    auto answer = extended(LDAP_EXOP_WHO_AM_I, stop);
    if (!answer)
        return fail(std::move(answer.error()));
    if (answer->code != LDAP_SUCCESS)
        return fail(operationError(answer->code, m_uri.toText(), answer->diagnostic));
    return QString::fromUtf8(answer->extendedValue);
}

Result<RootDse> LdapConnection::readRootDse(const QDateTime &now, const std::stop_token &stop)
{
    DirectorySearch search;
    search.scope = SearchScope::Base;
    search.attributes = rootDseAttributes();
    std::optional<RootDse> dse;
    auto done = this->search(
        search,
        [&](DirectoryEntry &&entry) {
            dse = rootDseFromEntry(entry, m_uri.toText(), now);
            return true;
        },
        stop);
    if (!done)
        return fail(std::move(done.error()));
    if (!dse)
        return fail(ErrorCode::DirectoryResponseInvalid, m_uri.toText(), QStringLiteral("no rootDSE"));
    return std::move(*dse);
}

// A change that is on its way is waited for even when a stop is asked for: whether it was made decides what is undone.
Result<void> LdapConnection::write(int code, int request, const QString &dn)
{
    if (code != LDAP_SUCCESS)
        return fail(localError(code, dn));
    auto result = finish(request, dn, {});
    if (!result)
        return fail(std::move(result.error()));
    if (result->code != LDAP_SUCCESS)
        return fail(operationError(result->code, dn, result->diagnostic));
    return {};
}

Result<void> LdapConnection::add(const QString &dn, const QMap<QString, QByteArrayList> &attributes,
                                 const std::stop_token &stop)
{
    if (auto going = begin(dn, stop); !going)
        return going;
    Modifications modifications;
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
        modifications.append(LDAP_MOD_ADD, it.key(), it.value());
    auto list = modifications.list();
    int request = 0;
    const int sent = ldap_add_ext(handle(), dn.toUtf8().constData(), list.data(), nullptr, nullptr, &request);
    return write(sent, request, dn);
}

Result<void> LdapConnection::modify(const QString &dn, const QVector<DirectoryModification> &changes,
                                    int securityDescriptorParts, const std::stop_token &stop)
{
    if (auto going = begin(dn, stop); !going)
        return going;
    Modifications modifications;
    for (const DirectoryModification &change : changes)
        modifications.append(operationOf(change.operation), change.attribute, change.values);
    RequestControls controls;
    if (securityDescriptorParts != NoSecurityDescriptor)
        controls.addSecurityDescriptorFlags(securityDescriptorParts);
    auto list = modifications.list();
    int request = 0;
    const int sent =
        ldap_modify_ext(handle(), dn.toUtf8().constData(), list.data(), controls.list(), nullptr, &request);
    return write(sent, request, dn);
}

Result<void> LdapConnection::remove(const QString &dn, const std::stop_token &stop)
{
    if (auto going = begin(dn, stop); !going)
        return going;
    int request = 0;
    const int sent = ldap_delete_ext(handle(), dn.toUtf8().constData(), nullptr, nullptr, &request);
    return write(sent, request, dn);
}

} // namespace cloudsync::ldap
