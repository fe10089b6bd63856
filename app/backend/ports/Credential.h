// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Secret.h"

#include <QString>

namespace cloudsync {

/// How a directory credential is presented.
enum class BindMechanism {
    Negotiate, ///< Kerberos first
    Simple     ///< only over TLS
};

/// Used now, never kept.
struct DirectoryCredential
{
    QString user; ///< DOMAIN\user, user@suffix, or (simple only) a DN
    Secret password;
    BindMechanism mechanism = BindMechanism::Negotiate;
};

/// How to sign in to a proxy that asks for it (Basic; with Negotiate and NTLM the session of Windows is used instead). In
/// memory only.
struct ProxyCredential
{
    QString user; ///< empty: none
    Secret password;
    friend bool operator==(const ProxyCredential &, const ProxyCredential &) = default;
};

} // namespace cloudsync
