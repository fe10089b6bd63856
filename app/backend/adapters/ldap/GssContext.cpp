// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/GssContext.h"

#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>

#include <array>

namespace cloudsync::ldap {

namespace {

// 1.3.6.1.5.5.2, RFC 4178 section 3
gss_OID_desc spnegoMechanism()
{
    static char octets[] = "\x2b\x06\x01\x05\x05\x02";
    return {6, octets};
}

gss_OID_desc mechanismOf(GssContext::Mechanism mechanism)
{
    return mechanism == GssContext::Mechanism::Spnego ? spnegoMechanism() : *gss_mech_krb5;
}

QString statusText(OM_uint32 status, int type, const gss_OID mechanism)
{
    QStringList texts;
    OM_uint32 more = 0;
    do {
        gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
        OM_uint32 minor = 0;
        if (gss_display_status(&minor, status, type, mechanism, &more, &text) != GSS_S_COMPLETE)
            break;
        texts.append(QString::fromUtf8(static_cast<const char *>(text.value), qsizetype(text.length)));
        gss_release_buffer(&minor, &text);
    } while (more != 0);
    return texts.join(QLatin1String("; "));
}

tl::unexpected<Error> unavailable(const QString &service, OM_uint32 major, OM_uint32 minor,
                                  GssContext::Mechanism mechanism)
{
    gss_OID_desc oid = mechanismOf(mechanism);
    return fail(ErrorCode::DirectoryAuthenticationUnavailable, service,
                statusText(major, GSS_C_GSS_CODE, GSS_C_NO_OID) + QLatin1String(": ") +
                    statusText(minor, GSS_C_MECH_CODE, &oid));
}

QByteArray taken(gss_buffer_desc &buffer)
{
    QByteArray bytes(static_cast<const char *>(buffer.value), qsizetype(buffer.length));
    OM_uint32 minor = 0;
    gss_release_buffer(&minor, &buffer);
    return bytes;
}

// GSS-API does not write to what it is given, but its type for buffers has no const.
gss_buffer_desc bufferOf(QByteArrayView bytes)
{
    return {static_cast<size_t>(bytes.size()), const_cast<char *>(bytes.data())};
}

} // namespace

Result<std::unique_ptr<GssContext>> GssContext::create(const Settings &settings)
{
    std::unique_ptr<GssContext> context(new GssContext);
    context->m_settings = settings;
    OM_uint32 minor = 0;

    const QByteArray cache = settings.cacheName.toUtf8();
    gss_key_value_element_desc element{"ccache", cache.constData()};
    gss_key_value_set_desc store{1, &element};
    std::array mechanisms{*gss_mech_krb5, spnegoMechanism()};
    gss_OID_set_desc wanted{mechanisms.size(), mechanisms.data()};
    OM_uint32 major = gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &wanted, GSS_C_INITIATE, &store,
                                            &context->m_credential, nullptr, nullptr);
    if (GSS_ERROR(major))
        return unavailable(settings.service, major, minor, settings.mechanism);

    if (!settings.seal) {
        // By itself MIT's SPNEGO asks for integrity, which Active Directory refuses under TLS.
        gss_buffer_desc none = GSS_C_EMPTY_BUFFER;
        major = gss_set_cred_option(&minor, &context->m_credential, const_cast<gss_OID>(GSS_KRB5_CRED_NO_CI_FLAGS_X),
                                    &none);
        if (GSS_ERROR(major))
            return unavailable(settings.service, major, minor, settings.mechanism);
    }

    // The principal in full: no realm is guessed and no name looked up in the DNS.
    const QByteArray service = settings.service.toUtf8();
    gss_buffer_desc name = bufferOf(service);
    major = gss_import_name(&minor, &name, const_cast<gss_OID>(GSS_KRB5_NT_PRINCIPAL_NAME), &context->m_target);
    if (GSS_ERROR(major))
        return unavailable(settings.service, major, minor, settings.mechanism);
    return context;
}

GssContext::~GssContext()
{
    OM_uint32 minor = 0;
    gss_delete_sec_context(&minor, &m_context, GSS_C_NO_BUFFER);
    gss_release_name(&minor, &m_target);
    gss_release_cred(&minor, &m_credential);
}

Result<QByteArray> GssContext::step(const QByteArray &token)
{
    OM_uint32 wanted = GSS_C_MUTUAL_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_REPLAY_FLAG;
    if (m_settings.seal)
        wanted |= GSS_C_CONF_FLAG | GSS_C_INTEG_FLAG;
    gss_channel_bindings_struct bindings{};
    bindings.initiator_addrtype = GSS_C_AF_UNSPEC;
    bindings.acceptor_addrtype = GSS_C_AF_UNSPEC;
    bindings.application_data = bufferOf(m_settings.channelBinding);

    gss_OID_desc mechanism = mechanismOf(m_settings.mechanism);
    gss_buffer_desc input = bufferOf(token);
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    const OM_uint32 major =
        gss_init_sec_context(&minor, m_credential, &m_context, m_target, &mechanism, wanted, GSS_C_INDEFINITE,
                             m_settings.channelBinding.isEmpty() ? GSS_C_NO_CHANNEL_BINDINGS : &bindings,
                             token.isEmpty() ? GSS_C_NO_BUFFER : &input, nullptr, &output, &m_flags, nullptr);
    QByteArray next = taken(output);
    if (GSS_ERROR(major))
        return unavailable(m_settings.service, major, minor, m_settings.mechanism);
    m_established = major == GSS_S_COMPLETE;
    if (m_established && (m_flags & GSS_C_MUTUAL_FLAG) == 0) {
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, m_settings.service,
                    QStringLiteral("the server did not prove who it is"));
    }
    return next;
}

Result<QByteArray> GssContext::wrap(QByteArrayView message, bool seal)
{
    gss_buffer_desc input = bufferOf(message);
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    int sealed = 0;
    const OM_uint32 major = gss_wrap(&minor, m_context, seal ? 1 : 0, GSS_C_QOP_DEFAULT, &input, &sealed, &output);
    QByteArray wrapped = taken(output);
    if (GSS_ERROR(major))
        return unavailable(m_settings.service, major, minor, m_settings.mechanism);
    if (seal && sealed == 0)
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, m_settings.service,
                    QStringLiteral("sealing is not possible"));
    return wrapped;
}

Result<QByteArray> GssContext::unwrap(QByteArrayView message, bool mustBeSealed)
{
    gss_buffer_desc input = bufferOf(message);
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    int sealed = 0;
    const OM_uint32 major = gss_unwrap(&minor, m_context, &input, &output, &sealed, nullptr);
    QByteArray clear = taken(output);
    if (GSS_ERROR(major))
        return unavailable(m_settings.service, major, minor, m_settings.mechanism);
    if (mustBeSealed && sealed == 0)
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, m_settings.service,
                    QStringLiteral("a message came unsealed"));
    return clear;
}

qsizetype GssContext::longestMessage(qsizetype largest) const
{
    OM_uint32 minor = 0;
    OM_uint32 size = 0;
    const OM_uint32 major =
        gss_wrap_size_limit(&minor, m_context, 1, GSS_C_QOP_DEFAULT, static_cast<OM_uint32>(largest), &size);
    return GSS_ERROR(major) ? 0 : qsizetype(size);
}

} // namespace cloudsync::ldap
