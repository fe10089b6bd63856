// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/LdapError.h"

#include <ldap.h>

#include <QRegularExpression>

namespace cloudsync::ldap {

namespace {

QString described(int resultCode, const QString &diagnostic)
{
    const QString name = QString::fromUtf8(ldap_err2string(resultCode));
    const QString text = QStringLiteral("%1 (%2)").arg(name).arg(resultCode);
    return diagnostic.isEmpty() ? text : text + QLatin1String(": ") + diagnostic;
}

// The Windows error in "80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 52e, v1db1"; 0
// when there is none.
quint32 windowsErrorIn(const QString &diagnostic)
{
    static const QRegularExpression pattern(QStringLiteral("\\bdata ([0-9a-f]+)\\b"));
    const QRegularExpressionMatch match = pattern.match(diagnostic);
    return match.hasMatch() ? match.captured(1).toUInt(nullptr, 16) : 0;
}

} // namespace

Error operationError(int resultCode, const QString &subject, const QString &diagnostic)
{
    const auto make = [&](ErrorCode code) { return Error{code, subject, described(resultCode, diagnostic), {}}; };
    switch (resultCode) {
    case LDAP_NO_SUCH_OBJECT:
    case LDAP_REFERRAL: // a base in no naming context of this controller (referrals are not followed)
        return make(ErrorCode::DirectoryObjectMissing);
    case LDAP_INSUFFICIENT_ACCESS:
        return make(ErrorCode::DirectoryRightMissing);
    case LDAP_ALREADY_EXISTS:
    case LDAP_TYPE_OR_VALUE_EXISTS:
        return make(ErrorCode::DirectoryObjectExists);
    case LDAP_TIMELIMIT_EXCEEDED:
        return make(ErrorCode::TimedOut);
    case LDAP_BUSY:
    case LDAP_UNAVAILABLE: // the controller is going down
    case LDAP_SERVER_DOWN:
    case LDAP_CONNECT_ERROR:
        return make(ErrorCode::DirectoryUnreachable);
    case LDAP_DECODING_ERROR:
        return make(ErrorCode::DirectoryResponseInvalid);
    default:
        return make(ErrorCode::DirectoryRequestRefused);
    }
}

Error bindError(int resultCode, const QString &user, const QString &diagnostic)
{
    const auto make = [&](ErrorCode code) { return Error{code, user, described(resultCode, diagnostic), {}}; };
    switch (resultCode) {
    case LDAP_INVALID_CREDENTIALS:
        break;
    case LDAP_BUSY:
    case LDAP_UNAVAILABLE:
        return make(ErrorCode::DirectoryUnreachable);
    default:
        return make(ErrorCode::DirectoryAuthenticationUnavailable); // the mechanism, not the password
    }
    switch (windowsErrorIn(diagnostic)) {
    case 0x52f: // account restriction, for example Protected Users with a mechanism other than Kerberos
    case 0x530: // outside of the logon hours
    case 0x531: // not from this workstation
    case 0x533: // account disabled
    case 0x569: // logon type not granted
        return make(ErrorCode::DirectoryCredentialDisabled);
    case 0x532: // password expired
    case 0x701: // account expired
    case 0x773: // password must be changed first
        return make(ErrorCode::DirectoryCredentialExpired);
    case 0x775:
        return make(ErrorCode::DirectoryCredentialLockedOut);
    case 0x35b: // channel binding is asked for and missing or wrong: SEC_E_BAD_BINDINGS, no password was looked at
        return make(ErrorCode::DirectoryAuthenticationUnavailable);
    default:
        return make(ErrorCode::DirectoryCredentialRefused); // 0x525 no such user, 0x52e wrong password
    }
}

ErrorCode accountErrorOfStatus(quint32 status, ErrorCode otherwise)
{
    switch (status) {
    case 0xC0000064: // STATUS_NO_SUCH_USER
    case 0xC000006A: // STATUS_WRONG_PASSWORD
    case 0xC000006D: // STATUS_LOGON_FAILURE
        return ErrorCode::DirectoryCredentialRefused;
    case 0xC0000234:
        return ErrorCode::DirectoryCredentialLockedOut; // STATUS_ACCOUNT_LOCKED_OUT
    case 0xC0000071:                                    // STATUS_PASSWORD_EXPIRED
    case 0xC0000193:                                    // STATUS_ACCOUNT_EXPIRED
    case 0xC0000224:                                    // STATUS_PASSWORD_MUST_CHANGE
        return ErrorCode::DirectoryCredentialExpired;
    case 0xC0000072: // STATUS_ACCOUNT_DISABLED
    case 0xC000006E: // STATUS_ACCOUNT_RESTRICTION
    case 0xC000006F: // STATUS_INVALID_LOGON_HOURS
    case 0xC0000070: // STATUS_INVALID_WORKSTATION
    case 0xC0000413: // STATUS_AUTHENTICATION_FIREWALL_FAILED
        return ErrorCode::DirectoryCredentialDisabled;
    default:
        return otherwise;
    }
}

bool isCredentialRefusal(ErrorCode code)
{
    return code == ErrorCode::DirectoryCredentialRefused || code == ErrorCode::DirectoryCredentialLockedOut ||
           code == ErrorCode::DirectoryCredentialExpired || code == ErrorCode::DirectoryCredentialDisabled;
}

bool isWorthAnotherController(ErrorCode code)
{
    return code == ErrorCode::DirectoryUnreachable || code == ErrorCode::NameNotResolved ||
           code == ErrorCode::TimedOut || code == ErrorCode::TlsFailed || code == ErrorCode::TlsCertificateNotTrusted ||
           code == ErrorCode::DirectoryAuthenticationUnavailable || code == ErrorCode::DirectoryResponseInvalid;
}

} // namespace cloudsync::ldap
