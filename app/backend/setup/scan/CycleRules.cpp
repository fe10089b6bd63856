// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/CycleRules.h"

#include "backend/setup/scan/AddressSyntax.h"
#include "backend/setup/scan/ScanRule.h"
#include "backend/setup/scan/ScanText.h"

#include <array>

namespace cloudsync {

namespace {

const QStringView forbiddenInLocalPart = u"\\%&*+/=?{}|<>();:,[]\"@";

// What the tenant itself takes (idfix-rules.md section 8); IdFix stays one below for two of them.
constexpr int longestDisplayName = 256;
constexpr int longestGivenName = 64;
constexpr int longestTargetAddress = 256;

QString underscored(const QString &text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            plain += c;
        else if (!c.isLowSurrogate())
            plain += u'_';
    }
    return plain;
}

} // namespace

FuturePrincipalName futurePrincipalName(const ScannedObject &object, const QSet<QString> &verifiedDomains,
                                        const QString &initialDomain)
{
    FuturePrincipalName future;
    const QString wanted = object.principalName.isEmpty() ? object.accountName : object.principalName;
    if (object.principalName.isEmpty())
        future.remarks.append(ScanText::tr("There is no user principal name; the account name takes its place."));
    const qsizetype at = wanted.lastIndexOf(u'@');
    QString local = at < 0 ? wanted : wanted.left(at);
    const QString suffix = at < 0 ? QString() : wanted.mid(at + 1).toLower();
    if (local.isEmpty() || holdsAny(local, forbiddenInLocalPart, true)) {
        future.trouble = ScanText::tr("The name %1 holds a character that is not allowed.").arg(wanted);
        return future;
    }
    if (local.endsWith(u'.')) {
        future.trouble = ScanText::tr("The name %1 ends with a dot before the @.").arg(wanted);
        return future;
    }
    if (!isPlainAscii(local)) {
        local = underscored(local);
        future.remarks.append(ScanText::tr("Characters outside of ASCII become underscores."));
    }
    future.routable = verifiedDomains.contains(suffix);
    const QString domain = future.routable ? suffix : initialDomain;
    if (!future.routable)
        future.remarks.append(
            suffix.isEmpty() ? ScanText::tr("The name has no domain; the initial domain takes its place.")
                             : ScanText::tr("%1 is no verified domain; the initial domain takes its place.").arg(suffix));
    if (local.size() > limits::principalNameLocal || domain.size() > limits::principalNameDomain) {
        future.trouble = ScanText::tr("The name %1 is too long.").arg(wanted);
        return future;
    }
    future.name = local + u'@' + domain;
    return future;
}

QString attributeTrouble(const ScannedObject &object)
{
    struct Limit
    {
        const char *attribute;
        const QString &value;
        int most;
    };
    const QString noTarget;
    const std::array checked{
        Limit{"displayName", object.displayName.isEmpty() ? object.cn : object.displayName, longestDisplayName},
        Limit{"givenName", object.givenName, longestGivenName},
        Limit{"mail", object.mail, limits::mail},
        Limit{"mailNickname", object.mailNickname, limits::mailNickname},
        Limit{"targetAddress", object.kind == ObjectKind::Contact ? object.targetAddress : noTarget, longestTargetAddress}};
    for (const Limit &limit : checked) {
        if (limit.value.size() > limit.most)
            return ScanText::tr("%1 has more than %2 characters.").arg(QLatin1String(limit.attribute)).arg(limit.most);
    }
    if (!object.displayName.isEmpty() && object.displayName.trimmed().isEmpty())
        return ScanText::tr("The display name holds nothing but blanks.");
    if (object.mailNickname.startsWith(u'.'))
        return ScanText::tr("The alias begins with a dot.");
    return {};
}

QStringList addressRemarks(const ScannedObject &object)
{
    QStringList remarks;
    for (const QString &address : object.proxyAddresses) {
        const bool mail = address.startsWith(QStringLiteral("smtp:"), Qt::CaseInsensitive);
        const QString rest = address.section(u':', 1);
        const bool bad = mail && (holdsAny(rest, u"<>();,[]\":", true) || !isPlainAscii(rest) || !rest.contains(u'@'));
        if (address.size() > limits::proxyAddress || bad)
            remarks.append(ScanText::tr("The address %1 would be left out: it is not valid.").arg(address.left(300)));
    }
    return remarks;
}

} // namespace cloudsync
