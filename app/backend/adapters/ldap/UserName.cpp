// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/UserName.h"

#include "backend/ports/Directory.h"

namespace cloudsync::ldap {

UserName UserName::parse(const QString &text)
{
    const QString bare = text.trimmed();
    const qsizetype backslash = bare.indexOf(QLatin1Char('\\'));
    const qsizetype equals = bare.indexOf(QLatin1Char('='));
    // A DN may hold both signs in its values; the other forms hold no "=" before them.
    if (equals > 0 && splitDn(bare).size() > 1)
        return {Form::DistinguishedName, bare, {}};
    if (backslash > 0)
        return {Form::DownLevel, bare.mid(backslash + 1), bare.left(backslash)};
    const qsizetype at = bare.lastIndexOf(QLatin1Char('@'));
    if (at > 0)
        return {Form::UserPrincipal, bare.left(at), bare.mid(at + 1)};
    return {Form::Plain, bare, {}};
}

QString UserName::forSimpleBind(const QString &targetDomain) const
{
    switch (form) {
    case Form::DownLevel:
        // A simple bind takes the NetBIOS name there, not the DNS name.
        if (domain.contains(QLatin1Char('.')))
            return account + QLatin1Char('@') + domain;
        return domain + QLatin1Char('\\') + account;
    case Form::UserPrincipal:
        return account + QLatin1Char('@') + domain;
    case Form::DistinguishedName:
        return account;
    // MS-ADTS 5.1.1.1.1 lists what a simple bind takes: an account name alone is not among it.
    case Form::Plain:
        return targetDomain.isEmpty() ? account : account + QLatin1Char('@') + targetDomain;
    }
    return account;
}

} // namespace cloudsync::ldap
