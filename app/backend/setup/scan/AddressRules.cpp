// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/AddressRules.h"

#include "backend/setup/scan/AddressSyntax.h"
#include "backend/setup/scan/NameRules.h"
#include "backend/setup/scan/ScanText.h"

namespace cloudsync {

namespace {

// idfix-rules.md section 4; control characters count as blanks.
const QStringView proxyMailForbidden = u"<>();,[]\"";
const QStringView proxyOtherForbidden = u"<>(),[]\"";
const QStringView targetMailForbidden = u"\\<>();,[]\"";
const QStringView targetOtherForbidden = u"\\<>(),[]\"";
const QStringView x500Forbidden = u"\f\n\r\t\v[]\"'";
const QStringView principalNameForbidden = u"\\%&*+/=?{}|<>();:,[]\"";
const QStringView principalNameMarked = u"\u00E4\u00EB\u00EF\u00F6\u00FC\u00FF\u00C4\u00CB\u00CF\u00D6\u00DC\u0178";

QString tooLong(qsizetype length, int most)
{
    return ScanText::tr("%1 characters; Microsoft Entra ID takes %2.").arg(length).arg(most);
}

QString problemText(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::Format:
        return ScanText::tr("This is not a name, one @ and a domain.");
    case AddressProblem::DomainPart:
        return ScanText::tr("The part behind the @ is not a DNS name.");
    case AddressProblem::LocalPart:
        return ScanText::tr("The part before the @ begins or ends with a dot, or has two in a row.");
    case AddressProblem::TopLevelDomain:
        return ScanText::tr("The domain does not exist on the Internet: its last part is no top-level domain.");
    }
    return {};
}

QString problemProposal(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::Format:
        return ScanText::tr("Write the whole address.");
    case AddressProblem::DomainPart:
        return ScanText::tr("Write a domain of letters, digits, hyphens and dots.");
    case AddressProblem::LocalPart:
        return ScanText::tr("Take the dots out.");
    case AddressProblem::TopLevelDomain:
        return ScanText::tr("Use a domain that the tenant has verified.");
    }
    return {};
}

std::optional<QString> prefixed(const QString &prefix, const QString &mended)
{
    return mended.isEmpty() ? std::optional<QString>() : prefix + mended;
}

/// Which characters an attribute's addresses may not hold.
struct AddressCharacters
{
    QStringView mail;
    QStringView other;
};

bool startsWithAny(const QString &address, std::initializer_list<QLatin1StringView> prefixes)
{
    for (const QLatin1StringView prefix : prefixes) {
        if (address.startsWith(prefix, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// The checks that proxyAddresses and targetAddress share, for one value.
void examineAddress(const QString &attribute, const QString &address, int most, const AddressCharacters &characters,
                    bool knowsX500, const ObjectFindings &findings)
{
    const auto report = [&](const QString &check, const QString &message, const QString &proposal,
                            const std::optional<QString> &newValue) {
        findings.add(Severity::Error, attribute, check, address, message, proposal, newValue);
    };
    const QString takeOut = ScanText::tr("Take the character out.");
    if (address.size() > most) {
        report(QStringLiteral("length"), tooLong(address.size(), most),
               ScanText::tr("Replace the address by a shorter one, or take it away."), std::nullopt);
        return; // what a cut would leave is nobody's address
    }
    if (knowsX500 && startsWithAny(address, {QLatin1StringView("x400"), QLatin1StringView("x.400"),
                                             QLatin1StringView("x500"), QLatin1StringView("x.500")})) {
        if (holdsAny(address, x500Forbidden, false))
            report(QStringLiteral("characterX500"),
                   ScanText::tr("The address holds a character that X.400 and X.500 addresses may not have here."),
                   takeOut, without(address, x500Forbidden, false));
        return;
    }
    const qsizetype colon = address.indexOf(u':');
    const QString prefix = address.left(colon + 1);
    QString rest = address.mid(colon + 1);
    if (rest.contains(u':')) {
        const QString mended = without(rest, u":", false);
        report(QStringLiteral("secondColon"), ScanText::tr("There is a second colon behind the type of the address."),
               ScanText::tr("Take the further colons out."), prefix + mended);
        rest = mended;
    }
    if (!prefix.startsWith(QStringLiteral("smtp:"), Qt::CaseInsensitive)) {
        if (holdsAny(rest, characters.other, true))
            report(knowsX500 ? QStringLiteral("characterOther") : QStringLiteral("character"),
                   ScanText::tr("The address holds a blank or a character that is not allowed."), takeOut,
                   prefix + without(rest, characters.other, true));
        return;
    }
    if (holdsAny(rest, characters.mail, true)) {
        rest = without(rest, characters.mail, true);
        report(QStringLiteral("character"),
               ScanText::tr("The mail address holds a blank or a character that is not allowed."), takeOut,
               prefix + rest);
    }
    if (!isPlainAscii(rest)) {
        rest = withoutDiacritics(rest);
        report(QStringLiteral("diacritics"), ScanText::tr("The mail address holds letters outside of ASCII."),
               ScanText::tr("Write it with plain letters."), prefix + rest);
    }
    if (const auto problem = addressProblem(rest))
        report(addressProblemName(*problem), problemText(*problem), problemProposal(*problem),
               prefixed(prefix, repairedAddress(rest, *problem)));
}

} // namespace

void MailRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    if (object.mail.size() > limits::mail)
        findings.add(Severity::Error, QStringLiteral("mail"), QStringLiteral("length"), object.mail,
                     tooLong(object.mail.size(), limits::mail), ScanText::tr("Replace the address by a shorter one."));
}

void ProxyAddressesRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    for (const QString &address : object.proxyAddresses)
        examineAddress(QStringLiteral("proxyAddresses"), address, limits::proxyAddress,
                       {proxyMailForbidden, proxyOtherForbidden}, true, findings);
}

void TargetAddressRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    if (!object.targetAddress.isEmpty())
        examineAddress(QStringLiteral("targetAddress"), object.targetAddress, limits::targetAddress,
                       {targetMailForbidden, targetOtherForbidden}, false, findings);
}

void PrincipalNameRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    if (!object.isPerson())
        return;
    const QString attribute = QStringLiteral("userPrincipalName");
    QString name = object.principalName;
    const auto report = [&](const char *check, const QString &message, const QString &proposal,
                            const std::optional<QString> &newValue = {}) {
        findings.add(Severity::Error, attribute, QLatin1String(check), object.principalName, message, proposal,
                     newValue);
    };
    if (name.isEmpty()) {
        if (AccountNameRule::holdsForbidden(object.accountName))
            report("blankAndAccountNameCharacter",
                   ScanText::tr("There is no user principal name, and the account name %1 cannot take its place.")
                       .arg(object.accountName),
                   ScanText::tr("Set a user principal name with a verified domain."));
        else
            findings.add(Severity::Warning, attribute, QStringLiteral("blank"), name,
                         ScanText::tr("There is no user principal name; the account name takes its place."),
                         ScanText::tr("Set a user principal name with a verified domain."));
        return;
    }
    if (name.size() > limits::principalName) {
        report("length", tooLong(name.size(), limits::principalName), ScanText::tr("Choose a shorter name."));
        return;
    }
    if (holdsAny(name, principalNameForbidden, true) || holdsAny(name, principalNameMarked, false)) {
        name = without(withoutDiacritics(name), principalNameForbidden, true);
        report("character", ScanText::tr("The name holds a blank or a character that is not allowed."),
               ScanText::tr("Take the character out."), name);
    } else if (!isPlainAscii(name)) {
        name = withoutDiacritics(name);
        report("diacritics", ScanText::tr("Letters outside of ASCII become underscores."),
               ScanText::tr("Write it with plain letters."), name);
    }
    if (const auto problem = addressShapeProblem(name)) {
        report(addressProblemName(*problem).toLatin1().constData(), problemText(*problem), problemProposal(*problem),
               prefixed({}, repairedAddress(name, *problem)));
        if (*problem != AddressProblem::LocalPart)
            return; // there is no suffix to speak of
    }
    examineSuffix(object, name, findings);
}

void PrincipalNameRule::examineSuffix(const ScannedObject &object, const QString &name,
                                      const ObjectFindings &findings) const
{
    const QString attribute = QStringLiteral("userPrincipalName");
    const QString local = name.section(u'@', 0, 0);
    const QString suffix = name.section(u'@', -1);
    if (local.size() > limits::principalNameLocal)
        findings.add(Severity::Error, attribute, QStringLiteral("localPartLength"), object.principalName,
                     tooLong(local.size(), limits::principalNameLocal), ScanText::tr("Choose a shorter name."));
    if (suffix.size() > limits::principalNameDomain) {
        findings.add(Severity::Error, attribute, QStringLiteral("domainPartLength"), object.principalName,
                     tooLong(suffix.size(), limits::principalNameDomain),
                     ScanText::tr("Use a shorter domain that the tenant has verified."));
        return; // the domain has to change anyway
    }
    const QString becomes = ScanText::tr("The person would sign in with the tenant's initial domain.");
    const QString change =
        ScanText::tr("Add a verified domain to the suffixes of the forest and give it to the person.");
    switch (m_suffixes.verdict(suffix, findings.domain())) {
    case RoutableSuffixes::Verdict::Routable:
        return;
    case RoutableSuffixes::Verdict::NotVerified:
        findings.add(Severity::Warning, attribute, QStringLiteral("unroutable"), object.principalName,
                     ScanText::tr("%1 is no verified domain of the tenant.").arg(suffix) + u' ' + becomes, change);
        return;
    case RoutableSuffixes::Verdict::InternalName:
        findings.add(Severity::Warning, attribute, QStringLiteral("unroutable"), object.principalName,
                     ScanText::tr("%1 is known inside only.").arg(suffix) + u' ' + becomes, change);
        return;
    case RoutableSuffixes::Verdict::NoPublicDomain:
        findings.add(Severity::Warning, attribute, QStringLiteral("topLevelDomain"), object.principalName,
                     problemText(AddressProblem::TopLevelDomain) + u' ' + becomes, change);
        return;
    }
}

} // namespace cloudsync
