// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/ServiceAccountContainerTask.h"

#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/ServiceAccountLookup.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

using Operation = DirectoryModification::Operation;

QString containerDn(const Directory &directory)
{
    return QStringLiteral("CN=Managed Service Accounts,") + directory.rootDse().defaultNamingContext;
}

QString wellKnownValue(const QString &dn)
{
    return QStringLiteral("B:32:%1:%2").arg(serviceAccountContainerGuid(), dn);
}

bool namesContainer(const QByteArray &value)
{
    return QString::fromUtf8(value).startsWith(wellKnownValue(QString()), Qt::CaseInsensitive);
}

Result<QByteArrayList> wellKnownValues(Directory &directory, const std::stop_token &stop)
{
    auto root =
        directory.read(directory.rootDse().defaultNamingContext, {QStringLiteral("otherWellKnownObjects")}, stop);
    if (!root)
        return fail(std::move(root.error()));
    return root->values(QStringLiteral("otherWellKnownObjects"));
}

// The value that names the container now, deleted or not; empty when none does.
Result<QByteArray> standingValue(Directory &directory, const std::stop_token &stop)
{
    auto values = wellKnownValues(directory, stop);
    if (!values)
        return fail(std::move(values.error()));
    const auto found = std::find_if(values->cbegin(), values->cend(), namesContainer);
    return found == values->cend() ? QByteArray() : *found;
}

Result<void> name(Directory &directory, const QByteArray &before, const QByteArray &after, const std::stop_token &stop)
{
    const QString attribute = QStringLiteral("otherWellKnownObjects");
    QVector<DirectoryModification> changes;
    if (!before.isEmpty())
        changes.append({Operation::Delete, attribute, {before}});
    if (!after.isEmpty())
        changes.append({Operation::Add, attribute, {after}});
    if (changes.isEmpty())
        return {};
    const QString dn = directory.rootDse().defaultNamingContext;
    auto done = directory.modify(dn, changes, NoSecurityDescriptor, stop);
    if (done || before.isEmpty() || done.error().code != ErrorCode::DirectoryRequestRefused)
        return done;
    // The name of a deleted object need not be taken for the value it was read from: the others are written as they
    // are.
    auto values = wellKnownValues(directory, stop);
    if (!values)
        return fail(std::move(values.error()));
    values->removeIf(namesContainer);
    if (!after.isEmpty())
        values->append(after);
    const DirectoryModification change = values->isEmpty()
                                             ? DirectoryModification{Operation::Delete, attribute, {}}
                                             : DirectoryModification{Operation::Replace, attribute, *values};
    return directory.modify(dn, {change}, NoSecurityDescriptor, stop);
}

} // namespace

ServiceAccountContainerTask::ServiceAccountContainerTask(const std::shared_ptr<Session> &session)
    : DirectoryTask(session, session->answers().serviceAccount.value_or(ServiceAccountAnswers{}).domain)
{
}

TaskId ServiceAccountContainerTask::idFor(const QString &domain)
{
    return QStringLiteral("directory.%1.serviceAccountContainer").arg(domain);
}

TaskId ServiceAccountContainerTask::id() const
{
    return idFor(domain());
}

QString ServiceAccountContainerTask::title() const
{
    //: %1 domain
    return DirectoryText::tr("Container for managed service accounts of %1").arg(domain());
}

QString ServiceAccountContainerTask::neededRight() const
{
    //: %1 domain
    return DirectoryText::tr(
               "Create containers below the root of %1 and write otherWellKnownObjects there (Domain Admins)")
        .arg(domain());
}

Result<State> ServiceAccountContainerTask::check(RunContext &context)
{
    auto directory = DirectoryTask::directory(context);
    if (!directory)
        return fail(std::move(directory.error()));
    auto container = serviceAccountContainer(**directory, context.stop());
    if (container)
        return State::satisfied();
    if (container.error().code != ErrorCode::ServiceAccountContainerMissing)
        return fail(std::move(container.error()));
    //: %1 distinguished name
    return State::missing(
        {DirectoryText::tr("%1 is made unless it is there, and the domain names it as its container for "
                           "managed service accounts.")
             .arg(containerDn(**directory))});
}

Result<void> ServiceAccountContainerTask::apply(RunContext &context, UndoLog &undo)
{
    auto connected = directory(context);
    if (!connected)
        return fail(std::move(connected.error()));
    Directory &directory = **connected;
    auto container = serviceAccountContainer(directory, context.stop());
    if (container)
        return {};
    if (container.error().code != ErrorCode::ServiceAccountContainerMissing)
        return fail(std::move(container.error()));
    const QString dn = containerDn(directory);
    auto there = directory.read(dn, {QStringLiteral("objectGUID")}, context.stop());
    if (!there) {
        if (there.error().code != ErrorCode::DirectoryObjectMissing)
            return fail(std::move(there.error()));
        if (auto added = directory.add(dn,
                                       {{QStringLiteral("objectClass"), {QByteArrayLiteral("container")}},
                                        {QStringLiteral("description"),
                                         {QByteArrayLiteral("Default container for managed service accounts")}}},
                                       context.stop());
            !added)
            return added;
        there = directory.read(dn, {QStringLiteral("objectGUID")}, context.stop());
        if (!there)
            return fail(std::move(there.error()));
        if (auto recorded = undo.record(
                {{QStringLiteral("effect"), QStringLiteral("containerCreated")},
                 {QStringLiteral("dn"), dn},
                 {QStringLiteral("guid"), QString::fromLatin1(there->value(QStringLiteral("objectGUID")).toHex())}});
            !recorded)
            return recorded;
    }
    auto before = standingValue(directory, context.stop());
    if (!before)
        return fail(std::move(before.error()));
    const QByteArray after = wellKnownValue(dn).toUtf8();
    if (auto recorded = undo.record({{QStringLiteral("effect"), QStringLiteral("containerNamed")},
                                     {QStringLiteral("before"), QString::fromUtf8(*before)},
                                     {QStringLiteral("after"), QString::fromUtf8(after)}});
        !recorded)
        return recorded;
    if (auto named = name(directory, *before, after, context.stop()); !named)
        return named;
    session().ports().log.info("directory.containerNamed", {{"dn", dn}});
    return {};
}

Result<void> ServiceAccountContainerTask::rollback(const UndoData &data, RunContext &context)
{
    auto connected = directory(context);
    if (!connected)
        return fail(std::move(connected.error()));
    Directory &directory = **connected;
    for (auto effect = data.effects.crbegin(); effect != data.effects.crend(); ++effect) {
        if (effect->value(QLatin1String("effect")).toString() == QStringLiteral("containerNamed")) {
            const QByteArray before = effect->value(QLatin1String("before")).toString().toUtf8();
            const QByteArray after = effect->value(QLatin1String("after")).toString().toUtf8();
            auto now = standingValue(directory, context.stop());
            if (!now)
                return fail(std::move(now.error()));
            if (QString::fromUtf8(*now).compare(QString::fromUtf8(after), Qt::CaseInsensitive) != 0)
                continue; // somebody has named another one since, or it was taken back already
            // A directory does not take the name of a deleted object; the domain then names none, as good as before.
            auto restored = name(directory, *now, before, context.stop());
            if (!restored && !before.isEmpty())
                restored = name(directory, *now, {}, context.stop());
            if (!restored)
                return restored;
            continue;
        }
        const QByteArray guid = QByteArray::fromHex(effect->value(QLatin1String("guid")).toString().toLatin1());
        auto container = directory.read(QStringLiteral("<GUID=%1>").arg(guidToText(guid)),
                                        {QStringLiteral("objectGUID")}, context.stop());
        if (!container && container.error().code == ErrorCode::DirectoryObjectMissing)
            continue;
        if (!container)
            return fail(std::move(container.error()));
        if (auto removed = directory.remove(container->dn, context.stop()); !removed) {
            //: %1 distinguished name
            context.leaveBehind(
                DirectoryText::tr("%1 stays: the directory did not let it be deleted.").arg(container->dn));
        }
    }
    return {};
}

} // namespace cloudsync
