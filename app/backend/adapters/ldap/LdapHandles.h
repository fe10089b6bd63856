// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ldap.h>

#include <QByteArray>
#include <QString>

#include <memory>

namespace cloudsync::ldap {

// libldap's objects with an owner.

struct FreeHandle
{
    void operator()(LDAP *handle) const { ldap_destroy(handle); }
};
using HandlePtr = std::unique_ptr<LDAP, FreeHandle>;

struct FreeMessage
{
    void operator()(LDAPMessage *message) const { ldap_msgfree(message); }
};
using MessagePtr = std::unique_ptr<LDAPMessage, FreeMessage>;

struct FreeControl
{
    void operator()(LDAPControl *control) const { ldap_control_free(control); }
};
using ControlPtr = std::unique_ptr<LDAPControl, FreeControl>;

struct FreeControls
{
    void operator()(LDAPControl **controls) const { ldap_controls_free(controls); }
};
using ControlsPtr = std::unique_ptr<LDAPControl *, FreeControls>;

struct FreeValue
{
    void operator()(berval *value) const { ber_bvfree(value); }
};
using ValuePtr = std::unique_ptr<berval, FreeValue>;

struct FreeText
{
    void operator()(char *text) const { ldap_memfree(text); }
};
using TextPtr = std::unique_ptr<char, FreeText>;

/// A view of bytes that stay ours; libldap only reads them.
[[nodiscard]] inline berval viewOf(const QByteArray &bytes)
{
    return {static_cast<ber_len_t>(bytes.size()), const_cast<char *>(bytes.constData())};
}

[[nodiscard]] inline QByteArray bytesOf(const berval &value)
{
    return {value.bv_val, static_cast<qsizetype>(value.bv_len)};
}

/// What the server answered to a request.
struct LdapResult
{
    int code = LDAP_SUCCESS;
    QString diagnostic;
    QByteArray serverCredential; ///< of a SASL bind
    QByteArray extendedValue;    ///< of an extended operation
    ControlsPtr controls;
};

} // namespace cloudsync::ldap
