// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/RepairTask.h"

#include "backend/setup/server/RegistryRepair.h"

#include <QJsonArray>

#include <utility>

namespace cloudsync {

namespace {

const QString dword = QStringLiteral("dword");
const QString text = QStringLiteral("text");
const QString texts = QStringLiteral("texts");

// A value as the journal holds it, with its registry type: {"type","value"}; null when nothing stood there.
QJsonValue toJson(const std::optional<QVariant> &value)
{
    if (!value)
        return {};
    if (value->userType() == QMetaType::QStringList)
        return QJsonObject{{QStringLiteral("type"), texts},
                           {QStringLiteral("value"), QJsonArray::fromStringList(value->toStringList())}};
    if (value->userType() == QMetaType::QString)
        return QJsonObject{{QStringLiteral("type"), text}, {QStringLiteral("value"), value->toString()}};
    return QJsonObject{{QStringLiteral("type"), dword},
                       {QStringLiteral("value"), static_cast<qint64>(value->toUInt())}};
}

QVariant fromJson(const QJsonObject &value)
{
    const QString type = value.value(QLatin1String("type")).toString();
    if (type == texts)
        return value.value(QLatin1String("value")).toVariant().toStringList();
    if (type == text)
        return value.value(QLatin1String("value")).toString();
    return static_cast<quint32>(value.value(QLatin1String("value")).toInteger());
}

} // namespace

RepairTask::RepairTask(std::shared_ptr<Session> session, std::shared_ptr<AgentChanges> changes, QString repair)
    : ServerTask(std::move(session), std::move(changes)), m_repair(std::move(repair))
{
}

TaskId RepairTask::id() const
{
    return QStringLiteral("server.repair.") + m_repair;
}

QString RepairTask::title() const
{
    return repairTitle(m_repair);
}

Result<State> RepairTask::check(RunContext &context)
{
    Q_UNUSED(context)
    auto missing = missingSettings(machine(), m_repair);
    if (!missing)
        return fail(std::move(missing.error()));
    if (missing->isEmpty())
        return State::satisfied();
    QStringList sentences;
    for (const RegistrySetting &setting : std::as_const(*missing))
        sentences.append(tr("The registry value %1 becomes %2.").arg(registryText(setting.address)).arg(setting.value));
    return State::missing(sentences);
}

Result<void> RepairTask::apply(RunContext &context, UndoLog &undo)
{
    auto missing = missingSettings(machine(), m_repair);
    if (!missing)
        return fail(std::move(missing.error()));
    for (const RegistrySetting &setting : std::as_const(*missing)) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, id());
        auto before = machine().registryValue(setting.address);
        if (!before)
            return fail(std::move(before.error()));
        if (auto recorded = undo.record({{QStringLiteral("key"), setting.address.key},
                                         {QStringLiteral("name"), setting.address.name},
                                         {QStringLiteral("previous"), toJson(*before)},
                                         {QStringLiteral("written"), static_cast<qint64>(setting.value)}});
            !recorded) {
            return recorded;
        }
        if (auto set = machine().setRegistryValue(setting.address, setting.value); !set)
            return set;
        if (setting.readAtStart && *before)
            context.requestRestart(Restart::Required);
    }
    return {};
}

Result<void> RepairTask::rollback(const UndoData &data, RunContext &context)
{
    for (auto effect = data.effects.crbegin(); effect != data.effects.crend(); ++effect) {
        const RegistryAddress address{effect->value(QLatin1String("key")).toString(),
                                      effect->value(QLatin1String("name")).toString()};
        auto now = machine().registryValue(address);
        if (!now)
            return fail(std::move(now.error()));
        const QJsonValue previous = effect->value(QLatin1String("previous"));
        if (toJson(*now) == previous)
            continue;
        if (!*now || (*now)->toUInt() != static_cast<quint32>(effect->value(QLatin1String("written")).toInteger())) {
            context.leaveBehind(
                tr("The registry value %1 stays: it was changed after this run.").arg(registryText(address)));
            continue;
        }
        auto restored = previous.isNull() ? machine().removeRegistryValue(address)
                                          : machine().setRegistryValue(address, fromJson(previous.toObject()));
        if (!restored)
            return restored;
    }
    return {};
}

} // namespace cloudsync
