// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/ScannedObject.h"

namespace cloudsync {

namespace {

const QString membersInPassing = QStringLiteral("member;range=0-99");

std::optional<ObjectKind> kindOf(const QByteArrayList &classes)
{
    std::optional<ObjectKind> kind;
    for (const QByteArray &one : classes) {
        if (one.compare("computer", Qt::CaseInsensitive) == 0)
            return std::nullopt;
        if (one.compare("inetOrgPerson", Qt::CaseInsensitive) == 0)
            kind = ObjectKind::InetOrgPerson;
        else if (one.compare("user", Qt::CaseInsensitive) == 0 && kind != ObjectKind::InetOrgPerson)
            kind = ObjectKind::User;
        else if (one.compare("group", Qt::CaseInsensitive) == 0)
            kind = ObjectKind::Group;
        else if (one.compare("contact", Qt::CaseInsensitive) == 0)
            kind = ObjectKind::Contact;
    }
    return kind;
}

bool isTrue(const QByteArray &value)
{
    return value.compare("TRUE", Qt::CaseInsensitive) == 0;
}

} // namespace

QString objectKindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::User:
        return QStringLiteral("user");
    case ObjectKind::InetOrgPerson:
        return QStringLiteral("inetOrgPerson");
    case ObjectKind::Group:
        return QStringLiteral("group");
    case ObjectKind::Contact:
        return QStringLiteral("contact");
    }
    return {};
}

bool ScannedObject::isConflict() const
{
    return dn.contains(QStringLiteral("\\0ACNF:"), Qt::CaseInsensitive);
}

QString ScannedObject::sourceAnchor() const
{
    return QString::fromLatin1((consistencyGuid.isEmpty() ? guid : consistencyGuid).toBase64());
}

QStringList ScannedObject::attributes()
{
    static const QStringList names{QStringLiteral("objectClass"),
                                   QStringLiteral("objectGUID"),
                                   QStringLiteral("cn"),
                                   QStringLiteral("displayName"),
                                   QStringLiteral("givenName"),
                                   QStringLiteral("mail"),
                                   QStringLiteral("mailNickname"),
                                   QStringLiteral("proxyAddresses"),
                                   QStringLiteral("sAMAccountName"),
                                   QStringLiteral("targetAddress"),
                                   QStringLiteral("userPrincipalName"),
                                   QStringLiteral("isCriticalSystemObject"),
                                   QStringLiteral("mS-DS-ConsistencyGuid"),
                                   QStringLiteral("msDS-ExternalDirectoryObjectId"),
                                   QStringLiteral("pwdLastSet"),
                                   QStringLiteral("msExchHideFromAddressLists"),
                                   QStringLiteral("msExchRecipientTypeDetails"),
                                   membersInPassing};
    return names;
}

QString ScannedObject::filter()
{
    // objectCategory is indexed and has one value; computers and managed service accounts have another one.
    return QStringLiteral("(|(&(objectCategory=person)(objectClass=user))(objectClass=contact)(objectCategory=group))");
}

std::optional<ScannedObject> ScannedObject::fromEntry(const DirectoryEntry &entry)
{
    std::optional<ScannedObject> object;
    // One walk over what came, instead of a look-up for each of the attributes that most objects do not have.
    const QMap<QString, QByteArrayList> &attributes = entry.attributes();
    const auto kind = kindOf(attributes.value(QStringLiteral("objectclass")));
    if (!kind)
        return object;
    object.emplace();
    object->dn = entry.dn;
    object->kind = *kind;
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it) {
        const QString &name = it.key();
        if (it.value().isEmpty()) // beside a range an attribute comes without values
            continue;
        const QByteArray &value = it.value().first();
        if (name == QStringLiteral("cn"))
            object->cn = QString::fromUtf8(value);
        else if (name == QStringLiteral("displayname"))
            object->displayName = QString::fromUtf8(value);
        else if (name == QStringLiteral("givenname"))
            object->givenName = QString::fromUtf8(value);
        else if (name == QStringLiteral("mail"))
            object->mail = QString::fromUtf8(value);
        else if (name == QStringLiteral("mailnickname"))
            object->mailNickname = QString::fromUtf8(value);
        else if (name == QStringLiteral("samaccountname"))
            object->accountName = QString::fromUtf8(value);
        else if (name == QStringLiteral("userprincipalname"))
            object->principalName = QString::fromUtf8(value);
        else if (name == QStringLiteral("targetaddress"))
            object->targetAddress = QString::fromUtf8(value);
        else if (name == QStringLiteral("msds-externaldirectoryobjectid"))
            object->groupLink = QString::fromUtf8(value);
        else if (name == QStringLiteral("objectguid"))
            object->guid = value;
        else if (name == QStringLiteral("objectsid"))
            object->sid = value;
        else if (name == QStringLiteral("ms-ds-consistencyguid"))
            object->consistencyGuid = value;
        else if (name == QStringLiteral("msexchrecipienttypedetails"))
            object->recipientType = value.toLongLong();
        else if (name == QStringLiteral("msexchhidefromaddresslists"))
            object->hidden = isTrue(value);
        else if (name == QStringLiteral("iscriticalsystemobject"))
            object->critical = isTrue(value);
        else if (name == QStringLiteral("pwdlastset"))
            object->mustChangePassword = value == "0";
        else if (name == membersInPassing) // the last range is named "member;range=0-*"
            object->manyMembers = true;
        else if (name == QStringLiteral("proxyaddresses")) {
            for (const QByteArray &address : it.value())
                object->proxyAddresses.append(QString::fromUtf8(address));
        }
    }
    return object;
}

} // namespace cloudsync
