// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/security/SecurityDescriptor.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace cloudsync {

namespace {

constexpr qsizetype headSize = 20;

tl::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::SecurityDescriptorInvalid, QStringLiteral("security descriptor"), detail);
}

} // namespace

Result<SecurityDescriptor> SecurityDescriptor::fromBytes(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    if (all.size() < headSize)
        return invalid(QStringLiteral("%1 bytes, shorter than its head").arg(all.size()));
    SecurityDescriptor sd;
    sd.revision = static_cast<quint8>(all.at(0));
    if (sd.revision != 1)
        return invalid(QStringLiteral("revision %1 is not 1").arg(sd.revision));
    sd.resourceManagerControl = static_cast<quint8>(all.at(1));
    sd.control = qFromLittleEndian<quint16>(all.data() + 2);
    // An absolute descriptor holds addresses where this form holds offsets.
    if ((sd.control & sd_control::selfRelative) == 0)
        return invalid(QStringLiteral("not in self-relative form"));

    struct Range
    {
        Part part;
        qsizetype begin;
        qsizetype end;
        bool shared;
    };
    QVector<Range> ranges;
    constexpr std::array parts{Part::Owner, Part::Group, Part::Sacl, Part::Dacl}; // in the order of their offsets
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto offset = qsizetype(qFromLittleEndian<quint32>(all.data() + 4 + 4 * i));
        if (offset == 0)
            continue;
        if (offset < headSize || offset >= all.size())
            return invalid(QStringLiteral("an offset of %1 points outside").arg(offset));
        qsizetype length = 0;
        const QByteArrayView from = all.sliced(offset);
        const Part part = parts.at(i);
        switch (part) {
        case Part::Owner:
        case Part::Group: {
            auto sid = Sid::fromPrefix(from, length);
            if (!sid)
                return fail(std::move(sid.error()));
            (part == Part::Owner ? sd.owner : sd.group) = std::move(*sid);
            break;
        }
        case Part::Sacl:
        case Part::Dacl: {
            auto acl = Acl::fromPrefix(from, length);
            if (!acl)
                return fail(std::move(acl.error()));
            (part == Part::Sacl ? sd.sacl : sd.dacl) = std::move(*acl);
            break;
        }
        }
        // One SID for owner and group is allowed; any other overlap is not a descriptor.
        const bool shared = part == Part::Group && sd.owner && offset == ranges.first().begin;
        ranges.append({part, offset, offset + length, shared});
    }
    std::stable_sort(ranges.begin(), ranges.end(), [](const Range &a, const Range &b) { return a.begin < b.begin; });

    qsizetype position = headSize;
    for (const Range &range : std::as_const(ranges)) {
        if (range.shared) {
            sd.m_layout.append({range.part, {}, true});
            continue;
        }
        if (range.begin < position)
            return invalid(QStringLiteral("its parts overlap"));
        sd.m_layout.append({range.part, bytes.mid(position, range.begin - position), false});
        position = range.end;
    }
    sd.m_trailing = bytes.mid(position);
    return sd;
}

Result<QByteArray> SecurityDescriptor::toBytes() const
{
    QVector<Piece> pieces = m_layout;
    for (const Part part : {Part::Owner, Part::Group, Part::Sacl, Part::Dacl}) {
        if (std::none_of(pieces.cbegin(), pieces.cend(), [&](const Piece &piece) { return piece.part == part; }))
            pieces.append({part, {}, false});
    }

    QByteArray bytes(headSize, '\0');
    bytes[0] = static_cast<char>(revision);
    bytes[1] = static_cast<char>(resourceManagerControl);
    qToLittleEndian(static_cast<quint16>(control | sd_control::selfRelative), bytes.data() + 2);
    std::array<quint32, 4> offsets{};
    for (const Piece &piece : std::as_const(pieces)) {
        const auto index = static_cast<std::size_t>(piece.part);
        QByteArray body;
        switch (piece.part) {
        case Part::Owner:
        case Part::Group: {
            const std::optional<Sid> &sid = piece.part == Part::Owner ? owner : group;
            if (!sid)
                continue;
            if (piece.sharesOffset && owner == group) {
                offsets[index] = offsets[static_cast<std::size_t>(Part::Owner)];
                continue;
            }
            body = sid->toBytes();
            break;
        }
        case Part::Sacl:
        case Part::Dacl: {
            const std::optional<Acl> &acl = piece.part == Part::Sacl ? sacl : dacl;
            if (!acl)
                continue;
            auto list = acl->toBytes();
            if (!list)
                return list;
            body = std::move(*list);
            break;
        }
        }
        bytes.append(piece.before);
        offsets[index] = static_cast<quint32>(bytes.size());
        bytes.append(body);
    }
    bytes.append(m_trailing);
    for (std::size_t i = 0; i < offsets.size(); ++i)
        qToLittleEndian(offsets[i], bytes.data() + 4 + 4 * i);
    return bytes;
}

void SecurityDescriptor::setDacl(Acl acl)
{
    dacl = std::move(acl);
    control |= sd_control::daclPresent;
}

SecurityDescriptor SecurityDescriptor::daclOnly() const
{
    constexpr quint16 ofDacl = sd_control::daclPresent | sd_control::daclDefaulted |
                               sd_control::daclAutoInheritRequired | sd_control::daclAutoInherited |
                               sd_control::daclProtected;
    SecurityDescriptor sd;
    sd.control = static_cast<quint16>(sd_control::selfRelative | (control & ofDacl));
    sd.dacl = dacl;
    return sd;
}

bool operator==(const SecurityDescriptor &a, const SecurityDescriptor &b)
{
    return a.revision == b.revision && a.resourceManagerControl == b.resourceManagerControl && a.control == b.control &&
           a.owner == b.owner && a.group == b.group && a.sacl == b.sacl && a.dacl == b.dacl;
}

} // namespace cloudsync
