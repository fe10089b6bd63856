// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/ServiceAccountUndo.h"

#include "backend/setup/directory/AccessList.h"
#include "backend/setup/directory/PasswordReaders.h"

#include <algorithm>

namespace cloudsync::service_account_undo {

namespace {

constexpr QLatin1String effectKey("effect");
constexpr QLatin1String dnKey("dn");
constexpr QLatin1String guidKey("guid");
constexpr QLatin1String intendedEffect("serviceAccountIntended");
constexpr QLatin1String createdEffect("serviceAccountCreated");
constexpr QLatin1String hostsAddedEffect("passwordReadersAdded");
constexpr QLatin1String typesWidenedEffect("encryptionTypesWidened");

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesOf(const QJsonObject &effect, const QString &key)
{
    return QByteArray::fromHex(effect.value(key).toString().toLatin1());
}

// GeneralizedTime of whenCreated, "20260131094500.0Z".
QDateTime generalizedTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text.left(14), QStringLiteral("yyyyMMddHHmmss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

Result<void> removeByGuid(Directory &directory, const QByteArray &guid, const std::stop_token &stop)
{
    // By its GUID: an object of the same name that somebody made later is not ours, and ours may have been renamed or
    // moved.
    auto entry =
        directory.read(QStringLiteral("<GUID=%1>").arg(guidToText(guid)), {QStringLiteral("objectGUID")}, stop);
    if (!entry) {
        if (entry.error().code == ErrorCode::DirectoryObjectMissing)
            return {};
        return fail(std::move(entry.error()));
    }
    if (entry->value(QStringLiteral("objectGUID")) != guid)
        return {};
    auto removed = directory.remove(entry->dn, stop);
    if (!removed && removed.error().code == ErrorCode::DirectoryObjectMissing)
        return {};
    return removed;
}

// The process ended between the request and the record of its answer. The object is ours when it was made after the
// request was announced and holds exactly what was asked for: the name was free the moment before.
Result<void> removeIntended(Directory &directory, const QJsonObject &effect, const std::stop_token &stop)
{
    auto entry = directory.read(
        effect.value(dnKey).toString(),
        {QStringLiteral("objectGUID"), QStringLiteral("whenCreated"), QStringLiteral("msDS-GroupMSAMembership")}, stop);
    if (!entry) {
        if (entry.error().code == ErrorCode::DirectoryObjectMissing)
            return {};
        return fail(std::move(entry.error()));
    }
    const QDateTime announced =
        QDateTime::fromString(effect.value(QStringLiteral("controllerTime")).toString(), Qt::ISODate);
    constexpr int roundingSeconds = 2; // whenCreated has whole seconds, and so has the controller's currentTime
    const QDateTime made = generalizedTime(entry->text(QStringLiteral("whenCreated")));
    auto stands = PasswordReaders::fromBytes(entry->value(QStringLiteral("msDS-GroupMSAMembership")));
    auto asked = PasswordReaders::fromBytes(bytesOf(effect, QStringLiteral("membership")));
    const bool isOurs = made.isValid() && made >= announced.addSecs(-roundingSeconds) && stands && asked &&
                        stands->list() == asked->list();
    return isOurs ? removeByGuid(directory, entry->value(QStringLiteral("objectGUID")), stop) : Result<void>();
}

Result<void> takeHostsOut(Directory &directory, const QJsonObject &effect, const std::stop_token &stop)
{
    const QString attribute = QStringLiteral("msDS-GroupMSAMembership");
    auto entry =
        directory.read(QStringLiteral("<GUID=%1>").arg(guidToText(bytesOf(effect, guidKey))), {attribute}, stop);
    if (!entry) {
        if (entry.error().code == ErrorCode::DirectoryObjectMissing)
            return {};
        return fail(std::move(entry.error()));
    }
    const QByteArray now = entry->value(attribute);
    const QByteArray before = bytesOf(effect, QStringLiteral("before"));
    QByteArray wanted = before;
    if (now == before)
        return {};
    if (now != bytesOf(effect, QStringLiteral("after"))) {
        auto readers = PasswordReaders::fromBytes(now);
        if (!readers)
            return fail(ErrorCode::SecurityDescriptorInvalid, entry->dn, readers.error().detail);
        auto aces = acesFromHex(effect.value(QStringLiteral("aces")).toArray());
        if (!aces)
            return fail(std::move(aces.error()));
        bool changed = false;
        for (const Ace &ace : std::as_const(*aces))
            changed = readers->remove(ace) || changed;
        if (!changed)
            return {};
        auto bytes = readers->toBytes();
        if (!bytes)
            return fail(ErrorCode::SecurityDescriptorInvalid, entry->dn, bytes.error().detail);
        wanted = *bytes;
    }
    using Operation = DirectoryModification::Operation;
    const DirectoryModification change = wanted.isEmpty()
                                             ? DirectoryModification{Operation::Delete, attribute, {}}
                                             : DirectoryModification{Operation::Replace, attribute, {wanted}};
    return directory.modify(entry->dn, {change}, NoSecurityDescriptor, stop);
}

Result<void> putTypesBack(Directory &directory, const QJsonObject &effect, const std::stop_token &stop)
{
    const QString attribute = QStringLiteral("msDS-SupportedEncryptionTypes");
    auto entry =
        directory.read(QStringLiteral("<GUID=%1>").arg(guidToText(bytesOf(effect, guidKey))), {attribute}, stop);
    if (!entry) {
        if (entry.error().code == ErrorCode::DirectoryObjectMissing)
            return {};
        return fail(std::move(entry.error()));
    }
    if (entry->value(attribute) != effect.value(QStringLiteral("after")).toString().toLatin1())
        return {}; // taken back already, or somebody has set it since
    const QByteArray before = effect.value(QStringLiteral("before")).toString().toLatin1();
    using Operation = DirectoryModification::Operation;
    const DirectoryModification change = before.isEmpty()
                                             ? DirectoryModification{Operation::Delete, attribute, {}}
                                             : DirectoryModification{Operation::Replace, attribute, {before}};
    return directory.modify(entry->dn, {change}, NoSecurityDescriptor, stop);
}

} // namespace

QJsonObject encryptionTypesWidened(const QString &dn, const QByteArray &guid, const QByteArray &before,
                                   const QByteArray &after)
{
    return {{effectKey, typesWidenedEffect},
            {dnKey, dn},
            {guidKey, hex(guid)},
            {QStringLiteral("before"), QString::fromLatin1(before)},
            {QStringLiteral("after"), QString::fromLatin1(after)}};
}

QJsonObject intended(const QString &dn, const QByteArray &membership, const QDateTime &controllerTime)
{
    return {{effectKey, intendedEffect},
            {dnKey, dn},
            {QStringLiteral("membership"), hex(membership)},
            {QStringLiteral("controllerTime"), controllerTime.toUTC().toString(Qt::ISODate)}};
}

QJsonObject created(const QString &dn, const QByteArray &guid)
{
    return {{effectKey, createdEffect}, {dnKey, dn}, {guidKey, hex(guid)}};
}

QJsonObject hostsAdded(const QString &dn, const QByteArray &guid, const QByteArray &before, const QByteArray &after,
                       const QJsonArray &aces)
{
    return {{effectKey, hostsAddedEffect},
            {dnKey, dn},
            {guidKey, hex(guid)},
            {QStringLiteral("before"), hex(before)},
            {QStringLiteral("after"), hex(after)},
            {QStringLiteral("aces"), aces}};
}

Result<void> rollBack(Directory &directory, const UndoData &data, RunContext &context)
{
    const auto is = [](const QJsonObject &effect, QLatin1String kind) {
        return effect.value(effectKey).toString() == kind;
    };
    for (qsizetype i = data.effects.size() - 1; i >= 0; --i) {
        const QJsonObject &effect = data.effects.at(i);
        Result<void> done;
        if (is(effect, createdEffect)) {
            done = removeByGuid(directory, bytesOf(effect, guidKey), context.stop());
        } else if (is(effect, intendedEffect)) {
            const bool recorded = i + 1 < data.effects.size() && is(data.effects.at(i + 1), createdEffect);
            if (!recorded)
                done = removeIntended(directory, effect, context.stop());
        } else if (is(effect, hostsAddedEffect)) {
            done = takeHostsOut(directory, effect, context.stop());
        } else if (is(effect, typesWidenedEffect)) {
            done = putTypesBack(directory, effect, context.stop());
        }
        if (!done)
            return done;
    }
    return {};
}

} // namespace cloudsync::service_account_undo
