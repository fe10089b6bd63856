// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/Sddl.h"

#include <QStringList>

#include <utility>

namespace cloudsync {

namespace {

tl::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::SecurityDescriptorInvalid, QStringLiteral("SDDL"), detail);
}

// Control bits of one list; DACL and SACL have the same letters for different bits.
struct ListControl
{
    quint16 present;
    quint16 isProtected;
    quint16 autoInheritRequired;
    quint16 autoInherited;
};
constexpr ListControl daclControl{sd_control::daclPresent, sd_control::daclProtected,
                                  sd_control::daclAutoInheritRequired, sd_control::daclAutoInherited};
constexpr ListControl saclControl{sd_control::saclPresent, sd_control::saclProtected,
                                  sd_control::saclAutoInheritRequired, sd_control::saclAutoInherited};
constexpr QLatin1String nullList("NO_ACCESS_CONTROL");

// Index of the parenthesis that closes the one at `open`, or -1. Quoted text counts as one.
qsizetype closing(QStringView text, qsizetype open)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = open; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (!quoted && c == QLatin1Char('('))
            ++depth;
        else if (!quoted && c == QLatin1Char(')') && --depth == 0)
            return i;
    }
    return -1;
}

Result<QByteArray> rawBytes(const QString &field)
{
    const QString digits = field.mid(1);
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    if (!field.startsWith(QLatin1Char('#')) || bytes.size() * 2 != digits.size())
        return invalid(QStringLiteral("\"%1\" is a condition or attribute that is not understood").arg(field));
    return bytes;
}

Result<std::optional<Guid>> optionalGuid(const QString &field)
{
    if (field.isEmpty())
        return std::optional<Guid>();
    auto guid = Guid::fromText(field);
    if (!guid)
        return fail(std::move(guid.error()));
    return std::optional<Guid>(*guid);
}

QString rawText(const QByteArray &bytes)
{
    return QLatin1Char('#') + QString::fromLatin1(bytes.toHex());
}

// Reads "PAI(…)(…)" into a list and its control bits. An absent optional means the null list.
Result<std::optional<Acl>> listFromSddl(QStringView text, const SddlContext &context, const ListControl &bits,
                                        quint16 &control)
{
    control = static_cast<quint16>(control | bits.present);
    qsizetype position = 0;
    bool isNull = false;
    while (position < text.size() && text.at(position) != QLatin1Char('(')) {
        const QStringView rest = text.mid(position);
        if (rest.startsWith(nullList, Qt::CaseInsensitive)) {
            isNull = true;
            position += nullList.size();
        } else if (rest.startsWith(QLatin1String("AI"), Qt::CaseInsensitive)) {
            control = static_cast<quint16>(control | bits.autoInherited);
            position += 2;
        } else if (rest.startsWith(QLatin1String("AR"), Qt::CaseInsensitive)) {
            control = static_cast<quint16>(control | bits.autoInheritRequired);
            position += 2;
        } else if (rest.startsWith(QLatin1Char('P'), Qt::CaseInsensitive)) {
            control = static_cast<quint16>(control | bits.isProtected);
            position += 1;
        } else {
            return invalid(QStringLiteral("unknown list flag at \"%1\"").arg(rest.left(20).toString()));
        }
    }

    Acl acl;
    acl.revision = Acl::plainRevision;
    while (position < text.size()) {
        if (text.at(position).isSpace()) {
            ++position;
            continue;
        }
        const qsizetype end = text.at(position) == QLatin1Char('(') ? closing(text, position) : -1;
        if (end < 0)
            return invalid(QStringLiteral("entry not closed at \"%1\"").arg(text.mid(position, 20).toString()));
        auto ace = aceFromSddl(text.mid(position, end - position + 1).toString(), context);
        if (!ace)
            return fail(std::move(ace.error()));
        if (ace->layout() == Ace::Layout::Object)
            acl.revision = Acl::objectRevision;
        acl.aces.append(std::move(*ace));
        position = end + 1;
    }
    if (isNull) {
        if (!acl.aces.isEmpty())
            return invalid(QStringLiteral("a null list cannot have entries"));
        return std::optional<Acl>();
    }
    return std::optional<Acl>(std::move(acl));
}

QString listToSddl(const std::optional<Acl> &acl, quint16 control, const ListControl &bits, const SddlContext &context)
{
    QString text;
    if ((control & bits.isProtected) != 0)
        text += QLatin1Char('P');
    if ((control & bits.autoInheritRequired) != 0)
        text += QLatin1String("AR");
    if ((control & bits.autoInherited) != 0)
        text += QLatin1String("AI");
    if (!acl)
        return text + nullList;
    for (const Ace &ace : acl->aces)
        text += toSddl(ace, context);
    return text;
}

// Where the next "O:", "G:", "D:" or "S:" outside parentheses begins, from `position`; the end when there is none.
qsizetype nextPart(QStringView text, qsizetype position)
{
    for (qsizetype i = position; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('(')) {
            const qsizetype end = closing(text, i);
            if (end < 0)
                return text.size();
            i = end;
        } else if (i + 1 < text.size() && text.at(i + 1) == QLatin1Char(':')) {
            return i;
        }
    }
    return text.size();
}

} // namespace

Result<Sid> sidFromSddl(const QString &text, const SddlContext &context)
{
    const QString bare = text.trimmed();
    if (bare.size() == 2) {
        if (auto sid = sddl::sidFromAlias(bare, context))
            return *sid;
        return invalid(QStringLiteral("the alias \"%1\" is unknown, or its domain is").arg(bare));
    }
    return Sid::fromText(bare);
}

QString toSddl(const Sid &sid, const SddlContext &context)
{
    const QString alias = sddl::sidAlias(sid, context);
    return alias.isEmpty() ? sid.toText() : alias;
}

Result<Ace> aceFromSddl(const QString &text, const SddlContext &context)
{
    QString bare = text.trimmed();
    if (bare.startsWith(QLatin1Char('('))) {
        if (closing(bare, 0) != bare.size() - 1)
            return invalid(QStringLiteral("entry not closed in \"%1\"").arg(bare.left(80)));
        bare = bare.mid(1, bare.size() - 2);
    }
    // A condition may hold semicolons: what follows the sixth field belongs to the seventh.
    QStringList fields;
    qsizetype from = 0;
    for (int i = 0; i < 6; ++i) {
        const qsizetype semicolon =
            i < 5 || bare.indexOf(QLatin1Char(';'), from) >= 0 ? bare.indexOf(QLatin1Char(';'), from) : bare.size();
        if (semicolon < 0)
            return invalid(QStringLiteral("six fields are needed in \"%1\"").arg(bare.left(80)));
        fields.append(bare.mid(from, semicolon - from).trimmed());
        from = semicolon + 1;
    }
    const QString extra = from <= bare.size() ? bare.mid(from).trimmed() : QString();

    Ace ace;
    const auto flags = sddl::aceFlagsFromText(fields.at(1));
    if (!flags)
        return invalid(QStringLiteral("unknown entry flags \"%1\"").arg(fields.at(1)));
    ace.flags = *flags;
    if (fields.at(0).startsWith(QLatin1String("0x"), Qt::CaseInsensitive)) {
        bool ok = false;
        const uint number = fields.at(0).toUInt(&ok, 16);
        if (!ok || number > 0xff)
            return invalid(QStringLiteral("unknown entry type \"%1\"").arg(fields.at(0)));
        ace.type = static_cast<AceType>(number);
    } else if (const auto type = sddl::aceTypeFromName(fields.at(0))) {
        ace.type = *type;
    } else {
        return invalid(QStringLiteral("unknown entry type \"%1\"").arg(fields.at(0)));
    }
    if (ace.layout() == Ace::Layout::Opaque) {
        auto bytes = rawBytes(extra.isEmpty() ? fields.at(5) : extra);
        if (!bytes)
            return fail(std::move(bytes.error()));
        ace.opaque = std::move(*bytes);
        return ace;
    }

    const auto mask = sddl::rightsFromText(fields.at(2));
    if (!mask)
        return invalid(QStringLiteral("unknown rights \"%1\"").arg(fields.at(2)));
    ace.mask = *mask;
    auto objectType = optionalGuid(fields.at(3));
    if (!objectType)
        return fail(std::move(objectType.error()));
    auto inheritedObjectType = optionalGuid(fields.at(4));
    if (!inheritedObjectType)
        return fail(std::move(inheritedObjectType.error()));
    if (ace.layout() != Ace::Layout::Object && (*objectType || *inheritedObjectType))
        return invalid(QStringLiteral("an entry of type %1 has no object types").arg(fields.at(0)));
    ace.objectType = *objectType;
    ace.inheritedObjectType = *inheritedObjectType;
    auto trustee = sidFromSddl(fields.at(5), context);
    if (!trustee)
        return fail(std::move(trustee.error()));
    ace.trustee = std::move(*trustee);
    if (!extra.isEmpty()) {
        auto bytes = rawBytes(extra);
        if (!bytes)
            return fail(std::move(bytes.error()));
        ace.applicationData = std::move(*bytes);
    }
    return ace;
}

QString toSddl(const Ace &ace, const SddlContext &context)
{
    QString type = sddl::aceTypeName(ace.type);
    if (type.isEmpty())
        type = QStringLiteral("0x%1").arg(static_cast<int>(ace.type), 0, 16);
    QStringList fields{type, sddl::aceFlagsText(ace.flags, ace.type)};
    if (ace.layout() == Ace::Layout::Opaque) {
        fields << QString() << QString() << QString() << rawText(ace.opaque);
    } else {
        fields << sddl::rightsText(ace.mask, ace.type) << (ace.objectType ? ace.objectType->toText() : QString())
               << (ace.inheritedObjectType ? ace.inheritedObjectType->toText() : QString())
               << toSddl(ace.trustee, context);
        if (!ace.applicationData.isEmpty())
            fields << rawText(ace.applicationData);
    }
    return QLatin1Char('(') + fields.join(QLatin1Char(';')) + QLatin1Char(')');
}

Result<SecurityDescriptor> securityDescriptorFromSddl(const QString &text, const SddlContext &context)
{
    SecurityDescriptor sd;
    const QStringView all(text);
    QString seen;
    qsizetype position = nextPart(all, 0);
    if (!all.left(position).trimmed().isEmpty())
        return invalid(QStringLiteral("text before the first part: \"%1\"").arg(text.left(20)));
    while (position < all.size()) {
        const QChar letter = all.at(position).toUpper();
        if (seen.contains(letter))
            return invalid(QStringLiteral("part %1 stands there twice").arg(letter));
        seen += letter;
        const qsizetype end = nextPart(all, position + 2);
        const QStringView body = all.mid(position + 2, end - position - 2).trimmed();
        if (letter == QLatin1Char('O') || letter == QLatin1Char('G')) {
            auto sid = sidFromSddl(body.toString(), context);
            if (!sid)
                return fail(std::move(sid.error()));
            (letter == QLatin1Char('O') ? sd.owner : sd.group) = std::move(*sid);
        } else if (letter == QLatin1Char('D') || letter == QLatin1Char('S')) {
            const bool isDacl = letter == QLatin1Char('D');
            auto acl = listFromSddl(body, context, isDacl ? daclControl : saclControl, sd.control);
            if (!acl)
                return fail(std::move(acl.error()));
            (isDacl ? sd.dacl : sd.sacl) = std::move(*acl);
        } else {
            return invalid(QStringLiteral("unknown part \"%1\"").arg(letter));
        }
        position = end;
    }
    return sd;
}

QString toSddl(const SecurityDescriptor &descriptor, const SddlContext &context)
{
    QString text;
    if (descriptor.owner)
        text += QLatin1String("O:") + toSddl(*descriptor.owner, context);
    if (descriptor.group)
        text += QLatin1String("G:") + toSddl(*descriptor.group, context);
    if (descriptor.dacl || (descriptor.control & sd_control::daclPresent) != 0)
        text += QLatin1String("D:") + listToSddl(descriptor.dacl, descriptor.control, daclControl, context);
    if (descriptor.sacl || (descriptor.control & sd_control::saclPresent) != 0)
        text += QLatin1String("S:") + listToSddl(descriptor.sacl, descriptor.control, saclControl, context);
    return text;
}

} // namespace cloudsync
