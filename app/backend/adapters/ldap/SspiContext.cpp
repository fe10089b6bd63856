// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/SspiContext.h"

#include "backend/adapters/ldap/LdapError.h"
#include "backend/adapters/ldap/UserName.h"

#include <array>
#include <cstring>
#include <utility>

namespace cloudsync::ldap {

namespace {

/// UTF-16 with a length, as SSPI wants it.
class WideText
{
public:
    explicit WideText(const QString &text) : m_text(text) {}
    ~WideText() { ::SecureZeroMemory(m_text.data(), static_cast<SIZE_T>(m_text.size()) * sizeof(QChar)); }
    WideText(const WideText &) = delete;
    WideText &operator=(const WideText &) = delete;
    [[nodiscard]] unsigned short *data() { return m_text.isEmpty() ? nullptr : reinterpret_cast<unsigned short *>(m_text.data()); }
    [[nodiscard]] ULONG size() const { return static_cast<ULONG>(m_text.size()); }

private:
    QString m_text;
};

struct Identity
{
    QString user;
    QString domain;
};

/// A user principal name goes whole, without a domain: its suffix need not be one.
Identity identityOf(const DirectoryCredential &credential, const QString &realm)
{
    const UserName name = UserName::parse(credential.user);
    switch (name.form) {
    case UserName::Form::DownLevel:
        return {name.account, name.domain};
    case UserName::Form::UserPrincipal:
        return {name.account + QLatin1Char('@') + name.domain, {}};
    case UserName::Form::Plain:
    case UserName::Form::DistinguishedName:
        return {name.account, realm};
    }
    return {name.account, realm};
}

QString textOf(SECURITY_STATUS status)
{
    wchar_t *text = nullptr;
    const DWORD size = ::FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr,
                                        static_cast<DWORD>(status), 0, reinterpret_cast<wchar_t *>(&text), 0, nullptr);
    const QString message = QString::fromWCharArray(text, static_cast<qsizetype>(size)).trimmed();
    ::LocalFree(text);
    return message + QStringLiteral(" (0x%1)").arg(static_cast<quint32>(status), 8, 16, QLatin1Char('0'));
}

QByteArray channelBindings(const QByteArray &applicationData)
{
    if (applicationData.isEmpty())
        return {};
    SEC_CHANNEL_BINDINGS header{};
    header.cbApplicationDataLength = static_cast<ULONG>(applicationData.size());
    header.dwApplicationDataOffset = sizeof header;
    return QByteArray(reinterpret_cast<const char *>(&header), sizeof header) + applicationData;
}

SecBuffer bufferOf(QByteArray &bytes, ULONG type)
{
    return {static_cast<ULONG>(bytes.size()), type, bytes.data()};
}

} // namespace

SspiContext::SspiContext(const SaslRequest &request) : m_bindings(channelBindings(request.channelBinding)), m_seal(request.seal)
{
    // The host as it was addressed. Windows resolves aliases itself; an address has to be a name of the controller's account.
    m_target = QStringLiteral("ldap/") + request.host;
}

SspiContext::~SspiContext()
{
    if (m_hasContext)
        ::DeleteSecurityContext(&m_context);
    if (m_hasCredential)
        ::FreeCredentialsHandle(&m_credential);
}

Error SspiContext::errorOf(SECURITY_STATUS status) const
{
    const ErrorCode otherwise = status == SEC_E_LOGON_DENIED ? ErrorCode::DirectoryCredentialRefused
                                                             : ErrorCode::DirectoryAuthenticationUnavailable;
    const ErrorCode code = accountErrorOfStatus(static_cast<quint32>(status), otherwise);
    return {code, isCredentialRefusal(code) ? m_user : m_target, textOf(status), {}};
}

Result<std::unique_ptr<SspiContext>> SspiContext::create(const SaslRequest &request, const DirectoryCredential *credential)
{
    std::unique_ptr<SspiContext> context(new SspiContext(request));
    context->m_user = credential ? credential->user : QString();
    const Identity identity = credential ? identityOf(*credential, request.realm) : Identity{};
    WideText user(identity.user);
    WideText domain(identity.domain);
    WideText password(credential ? QString::fromUtf8(credential->password.reveal()) : QString());
    SEC_WINNT_AUTH_IDENTITY_W given{};
    given.User = user.data();
    given.UserLength = user.size();
    given.Domain = domain.data();
    given.DomainLength = domain.size();
    given.Password = password.data();
    given.PasswordLength = password.size();
    given.Flags = SEC_WINNT_AUTH_IDENTITY_UNICODE;
    std::array<wchar_t, 9> package{L"Kerberos"};
    PSecPkgInfoW about = nullptr;
    if (const SECURITY_STATUS known = ::QuerySecurityPackageInfoW(package.data(), &about); known != SEC_E_OK)
        return fail(context->errorOf(known));
    context->m_longestToken = about->cbMaxToken;
    ::FreeContextBuffer(about);
    TimeStamp expires{};
    const SECURITY_STATUS status = ::AcquireCredentialsHandleW(nullptr, package.data(), SECPKG_CRED_OUTBOUND, nullptr, credential ? &given : nullptr, nullptr, nullptr,
                                                               &context->m_credential, &expires);
    if (status != SEC_E_OK)
        return fail(context->errorOf(status));
    context->m_hasCredential = true;
    return context;
}

Result<QByteArray> SspiContext::step(const QByteArray &token)
{
    ULONG wanted = ISC_REQ_MUTUAL_AUTH | ISC_REQ_SEQUENCE_DETECT | ISC_REQ_REPLAY_DETECT;
    // Under TLS a controller refuses a context that offers to sign or seal as well.
    if (m_seal)
        wanted |= ISC_REQ_CONFIDENTIALITY | ISC_REQ_INTEGRITY;
    QByteArray incoming = token;
    std::array<SecBuffer, 2> inputs{};
    ULONG count = 0;
    if (!token.isEmpty())
        inputs.at(count++) = bufferOf(incoming, SECBUFFER_TOKEN);
    if (!m_bindings.isEmpty())
        inputs.at(count++) = bufferOf(m_bindings, SECBUFFER_CHANNEL_BINDINGS);
    SecBufferDesc input{SECBUFFER_VERSION, count, inputs.data()};
    QByteArray next(static_cast<qsizetype>(m_longestToken), '\0');
    SecBuffer answer = bufferOf(next, SECBUFFER_TOKEN);
    SecBufferDesc output{SECBUFFER_VERSION, 1, &answer};
    TimeStamp expires{};
    std::wstring target = m_target.toStdWString();
    const SECURITY_STATUS status =
        ::InitializeSecurityContextW(&m_credential, m_hasContext ? &m_context : nullptr, target.data(), wanted, 0, SECURITY_NATIVE_DREP,
                                     count > 0 ? &input : nullptr, 0, &m_context, &output, &m_flags, &expires);
    next.truncate(static_cast<qsizetype>(answer.cbBuffer));
    if (status != SEC_E_OK && status != SEC_I_CONTINUE_NEEDED)
        return fail(errorOf(status));
    m_hasContext = true;
    m_established = status == SEC_E_OK;
    if (!m_established)
        return next;
    if ((m_flags & ISC_RET_MUTUAL_AUTH) == 0) {
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, m_target, QStringLiteral("the server did not prove who it is"));
    }
    if (const SECURITY_STATUS sized = ::QueryContextAttributesW(&m_context, SECPKG_ATTR_SIZES, &m_sizes); sized != SEC_E_OK)
        return fail(errorOf(sized));
    return next;
}

Result<QByteArray> SspiContext::wrap(QByteArrayView message, bool seal)
{
    QByteArray header(static_cast<qsizetype>(m_sizes.cbSecurityTrailer), '\0');
    QByteArray data = message.toByteArray();
    QByteArray padding(static_cast<qsizetype>(m_sizes.cbBlockSize), '\0');
    std::array<SecBuffer, 3> buffers{bufferOf(header, SECBUFFER_TOKEN), bufferOf(data, SECBUFFER_DATA), bufferOf(padding, SECBUFFER_PADDING)};
    SecBufferDesc description{SECBUFFER_VERSION, static_cast<ULONG>(buffers.size()), buffers.data()};
    const SECURITY_STATUS status = ::EncryptMessage(&m_context, seal ? 0 : SECQOP_WRAP_NO_ENCRYPT, &description, 0);
    if (status != SEC_E_OK)
        return fail(errorOf(status));
    return header.left(static_cast<qsizetype>(buffers[0].cbBuffer)) + data.left(static_cast<qsizetype>(buffers[1].cbBuffer))
           + padding.left(static_cast<qsizetype>(buffers[2].cbBuffer));
}

// As one stream first, in which the package finds header and content by itself (RFC 4121 allows it to rotate them); packages that know no
// streams take the header, which has a fixed size, and the content apart.
SECURITY_STATUS SspiContext::decrypt(QByteArray &buffer, QByteArray &clear, quint32 &protection)
{
    ULONG quality = 0;
    std::array<SecBuffer, 2> stream{bufferOf(buffer, SECBUFFER_STREAM), SecBuffer{0, SECBUFFER_DATA, nullptr}};
    SecBufferDesc asStream{SECBUFFER_VERSION, static_cast<ULONG>(stream.size()), stream.data()};
    SECURITY_STATUS status = ::DecryptMessage(&m_context, &asStream, 0, &quality);
    if (status == SEC_E_OK) {
        clear = QByteArray(static_cast<const char *>(stream[1].pvBuffer), static_cast<qsizetype>(stream[1].cbBuffer));
        protection = quality;
        return status;
    }
    const auto headerSize = static_cast<qsizetype>(m_sizes.cbSecurityTrailer);
    if (status != SEC_E_INVALID_TOKEN || buffer.size() < headerSize)
        return status;
    SecBuffer header{static_cast<ULONG>(headerSize), SECBUFFER_TOKEN, buffer.data()};
    SecBuffer content{static_cast<ULONG>(buffer.size() - headerSize), SECBUFFER_DATA, buffer.data() + headerSize};
    std::array<SecBuffer, 2> parts{header, content};
    SecBufferDesc asParts{SECBUFFER_VERSION, static_cast<ULONG>(parts.size()), parts.data()};
    status = ::DecryptMessage(&m_context, &asParts, 0, &quality);
    if (status == SEC_E_OK) {
        clear = QByteArray(static_cast<const char *>(parts[1].pvBuffer), static_cast<qsizetype>(parts[1].cbBuffer));
        protection = quality;
    }
    return status;
}

Result<QByteArray> SspiContext::unwrap(QByteArrayView message, bool mustBeSealed)
{
    QByteArray buffer = message.toByteArray();
    QByteArray clear;
    quint32 protection = 0;
    if (const SECURITY_STATUS status = decrypt(buffer, clear, protection); status != SEC_E_OK)
        return fail(errorOf(status));
    if (mustBeSealed && protection == SECQOP_WRAP_NO_ENCRYPT)
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, m_target, QStringLiteral("a message came unsealed"));
    return clear;
}

qsizetype SspiContext::longestMessage(qsizetype largest) const
{
    return largest - static_cast<qsizetype>(m_sizes.cbSecurityTrailer) - static_cast<qsizetype>(m_sizes.cbBlockSize);
}

QVector<SaslContext::Mechanism> saslMechanisms()
{
    return {SaslContext::Mechanism::Kerberos};
}

Result<std::unique_ptr<SaslContext>> openSaslContext(const SaslRequest &request, const DirectoryCredential *credential, const Limit &limit)
{
    if (auto going = limit.check(request.host); !going)
        return fail(std::move(going.error()));
    if (credential && UserName::parse(credential->user).form == UserName::Form::DistinguishedName)
        return fail(ErrorCode::DirectoryAuthenticationUnavailable, credential->user, QStringLiteral("Kerberos knows no distinguished names"));
    auto context = SspiContext::create(request, credential);
    if (!context)
        return fail(std::move(context.error()));
    return std::move(*context);
}

} // namespace cloudsync::ldap
