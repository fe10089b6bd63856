// SPDX-License-Identifier: GPL-3.0-or-later
// What has to hold for whatever bytes a directory hands out. In the form that libFuzzer calls.
#include "backend/setup/security/AclEdit.h"
#include "backend/setup/security/EffectiveAccess.h"
#include "backend/setup/security/Sddl.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace cloudsync;

namespace {

void must(bool holds, const char *what, const QByteArray &input)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\ninput: %s\n", what, input.toHex().constData());
    std::abort();
}

// Flags of an object entry beside the two that SDDL can say, and types it has no layout for, are kept in bytes alone.
bool isSayable(const Acl &acl)
{
    return std::all_of(acl.aces.cbegin(), acl.aces.cend(), [](const Ace &ace) { return ace.otherObjectFlags == 0; });
}

void examineDescriptor(const QByteArray &input)
{
    const auto read = SecurityDescriptor::fromBytes(input);
    if (!read)
        return;
    const auto written = read->toBytes();
    must(written && *written == input, "a descriptor is written as it was read", input);

    const QString text = toSddl(*read);
    if ((!read->dacl || isSayable(*read->dacl)) && (!read->sacl || isSayable(*read->sacl))) {
        const auto again = securityDescriptorFromSddl(text);
        must(bool(again), "our own text is read back", input);
        must(again->owner == read->owner && again->group == read->group, "owner and group survive text", input);
        if (read->dacl && again->dacl)
            must(again->dacl->aces == read->dacl->aces, "entries survive text", input);
    }

    if (!read->dacl)
        return;
    const Ace own =
        Ace::allowObject(Sid(5, {21, 7, 7, 7, 1234}), ds_right::readProperty, ace_flag::containerInherit,
                         Guid::fromText(QStringLiteral("bf967aba-0de6-11d0-a285-00aa003049e2")).value(), {});
    SecurityDescriptor changed = *read;
    const bool wasCanonical = isCanonical(*changed.dacl);
    if (!read->dacl->aces.contains(own) && addIfAbsent(*changed.dacl, own)) {
        must(!wasCanonical || isCanonical(*changed.dacl), "an added entry keeps the canonical order", input);
        must(removeExact(*changed.dacl, own), "an added entry can be removed", input);
        must(changed.dacl->aces == read->dacl->aces, "and the others stand as they stood", input);
    }
    // Whoever asks gets an answer, and never more bits than were asked for.
    const QVector<Sid> token{Sid(1, {0}), own.trustee};
    for (const quint32 mask : {ds_right::readProperty, ds_right::fullControl, quint32(0x80000000)}) {
        const AccessVerdict verdict = EffectiveAccess(*read, token).ask({mask, own.objectType, {}, (mask & 1) != 0});
        must((verdict.missing & ~mapGenericRights(mask)) == 0, "nothing is missing that nobody asked for", input);
        must(!verdict.isGranted() || verdict.missing == 0, "what is granted is complete", input);
    }
}

void examineText(const QByteArray &input)
{
    const auto read = securityDescriptorFromSddl(QString::fromLatin1(input));
    if (!read)
        return;
    const auto again = securityDescriptorFromSddl(toSddl(*read));
    must(again && *again == *read, "text that was understood is said again", input);
    const auto bytes = read->toBytes();
    if (!bytes) // longer than a list may be
        return;
    const auto fromBytes = SecurityDescriptor::fromBytes(*bytes);
    must(fromBytes && *fromBytes == *read, "text becomes bytes that say the same", input);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    examineDescriptor(input);
    examineText(input);
    qsizetype length = 0;
    if (const auto ace = Ace::fromPrefix(input, length)) {
        const auto bytes = ace->toBytes();
        must(bytes && *bytes == input.left(length), "an entry is written as it was read", input);
    }
    if (const auto sid = Sid::fromBytes(input))
        must(sid->toBytes() == input && Sid::fromText(sid->toText()).value_or(Sid()) == *sid, "a SID survives", input);
    return 0;
}
