// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/NameRules.h"

#include "backend/setup/scan/AddressSyntax.h"
#include "backend/setup/scan/ScanText.h"

namespace cloudsync {

namespace {

const QStringView accountNameForbidden = u"\\\"|,/[]:<>+=;?*";
const QStringView nicknameForbidden = u"\\!#$%&*+/=?^`{}|~<>()';:,[]\"@";

QString tooLong(qsizetype length, int most)
{
    //: %1 and %2 are numbers of characters
    return ScanText::tr("%1 characters; Microsoft Entra ID takes %2.").arg(length).arg(most);
}

QString shorten(int most)
{
    return ScanText::tr("Shorten it to %1 characters.").arg(most);
}

} // namespace

void DisplayNameRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    const QString attribute = QStringLiteral("displayName");
    const QString &name = object.displayName;
    if (name.isEmpty()) {
        findings.add(Severity::Warning, attribute, QStringLiteral("blank"), name, ScanText::tr("There is no display name."),
                     ScanText::tr("Set one, for example the common name."), object.cn.left(limits::displayName));
        return;
    }
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty()) {
        findings.add(Severity::Error, attribute, QStringLiteral("whitespace"), name,
                     ScanText::tr("The display name holds nothing but blanks."),
                     ScanText::tr("Set one, for example the common name."), object.cn.left(limits::displayName));
        return;
    }
    if (trimmed != name)
        findings.add(Severity::Info, attribute, QStringLiteral("surroundingSpace"), name,
                     ScanText::tr("The display name begins or ends with a blank."), ScanText::tr("Take the blanks away."),
                     trimmed);
    if (name.size() > limits::displayName)
        findings.add(Severity::Error, attribute, QStringLiteral("length"), name, tooLong(name.size(), limits::displayName),
                     shorten(limits::displayName), name.left(limits::displayName).trimmed());
}

void GivenNameRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    if (object.givenName.size() > limits::givenName)
        findings.add(Severity::Error, QStringLiteral("givenName"), QStringLiteral("length"), object.givenName,
                     tooLong(object.givenName.size(), limits::givenName), shorten(limits::givenName),
                     object.givenName.left(limits::givenName).trimmed());
}

bool AccountNameRule::holdsForbidden(const QString &accountName)
{
    return holdsAny(accountName, accountNameForbidden, false);
}

void AccountNameRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    const QString attribute = QStringLiteral("sAMAccountName");
    const QString &name = object.accountName;
    const int most = object.isPerson() ? limits::userAccountName : limits::otherAccountName;
    // Only with a valid user principal name is the object created all the same (idfix-rules.md section 8).
    const bool alone = object.isPerson() && object.principalName.isEmpty();
    if (holdsForbidden(name) && !alone)
        findings.add(Severity::Warning, attribute, QStringLiteral("character"), name,
                     ScanText::tr("The account name holds a character that Microsoft Entra ID does not take."),
                     ScanText::tr("Take the character out."), without(name, accountNameForbidden, false));
    else if (name.size() > most)
        findings.add(alone ? Severity::Error : Severity::Warning, attribute, QStringLiteral("length"), name,
                     tooLong(name.size(), most), shorten(most), name.left(most));
}

void MailNicknameRule::examine(const ScannedObject &object, const ObjectFindings &findings) const
{
    const QString attribute = QStringLiteral("mailNickname");
    QString name = object.mailNickname;
    if (name.size() > limits::mailNickname) {
        findings.add(Severity::Error, attribute, QStringLiteral("length"), name,
                     tooLong(name.size(), limits::mailNickname), shorten(limits::mailNickname),
                     name.left(limits::mailNickname));
        return;
    }
    if (name.startsWith(u'.')) {
        QString mended = name;
        while (mended.startsWith(u'.'))
            mended.remove(0, 1);
        findings.add(Severity::Error, attribute, QStringLiteral("leadingDot"), name,
                     ScanText::tr("The alias begins with a dot."), ScanText::tr("Take the dot away."),
                     mended.isEmpty() ? without(object.cn, nicknameForbidden, true) : mended);
        name = mended;
    }
    if (holdsAny(name, nicknameForbidden, true))
        findings.add(Severity::Warning, attribute, QStringLiteral("character"), object.mailNickname,
                     ScanText::tr("The alias holds a character that becomes an underscore in Microsoft Entra ID."),
                     ScanText::tr("Take the character out."), without(name, nicknameForbidden, true));
}

} // namespace cloudsync
