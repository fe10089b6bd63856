// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/DataRepairTask.h"

#include "backend/setup/scan/ScanText.h"

#include <QSet>

namespace cloudsync {

namespace {

enum class Standing { Old, New, Other };

/// Which of two values an object holds. A missing value is an empty text.
Result<Standing> standing(Directory &directory, const DataRepairAnswers &repair, const std::stop_token &stop)
{
    auto entry = directory.read(repair.dn, {repair.attribute}, stop);
    if (!entry)
        return fail(std::move(entry.error()));
    const QByteArrayList values = entry->values(repair.attribute);
    const auto holds = [&](const QString &value) { return values.contains(value.toUtf8()); };
    if (repair.oldValue.isEmpty())
        return values.isEmpty() ? Standing::Old : holds(repair.newValue) ? Standing::New : Standing::Other;
    if (holds(repair.oldValue))
        return Standing::Old;
    return repair.newValue.isEmpty() || holds(repair.newValue) ? Standing::New : Standing::Other;
}

/// The old value goes and the new one comes in one request: the controller itself compares.
Result<void> exchange(Directory &directory, const QString &dn, const QString &attribute, const QString &from,
                      const QString &to, const std::stop_token &stop)
{
    using Operation = DirectoryModification::Operation;
    QVector<DirectoryModification> changes;
    if (!from.isEmpty())
        changes.append({Operation::Delete, attribute, {from.toUtf8()}});
    if (!to.isEmpty())
        changes.append({Operation::Add, attribute, {to.toUtf8()}});
    return directory.modify(dn, changes, NoSecurityDescriptor, stop);
}

QString shown(const QString &value)
{
    return value.isEmpty() ? ScanText::tr("(nothing)") : value;
}

QJsonObject effectOf(const DataRepairAnswers &repair)
{
    return {{QStringLiteral("effect"), QStringLiteral("valueExchanged")},
            {QStringLiteral("dn"), repair.dn},
            {QStringLiteral("attribute"), repair.attribute},
            {QStringLiteral("old"), repair.oldValue},
            {QStringLiteral("new"), repair.newValue}};
}

} // namespace

DataRepairTask::DataRepairTask(std::shared_ptr<Session> session, QString domain)
    : m_session(std::move(session)), m_domain(std::move(domain))
{
    for (const DataRepairAnswers &one : m_session->answers().repairs) {
        if (one.domain.compare(m_domain, Qt::CaseInsensitive) == 0)
            m_repairs.append(one);
    }
}

TaskId DataRepairTask::id() const
{
    return QStringLiteral("directory.%1.repairs").arg(m_domain);
}

QString DataRepairTask::section() const
{
    return QStringLiteral("directory");
}

QString DataRepairTask::title() const
{
    //: %1 domain
    return ScanText::tr("Repairs of data in %1").arg(m_domain);
}

QString DataRepairTask::neededRight() const
{
    return ScanText::tr("Write the attributes of the objects that are repaired");
}

Result<State> DataRepairTask::check(RunContext &context)
{
    auto directory = m_session->directory(m_domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    QStringList changes;
    for (const DataRepairAnswers &repair : std::as_const(m_repairs)) {
        auto found = standing(**directory, repair, context.stop());
        if (!found)
            return fail(std::move(found.error()));
        if (*found == Standing::Other)
            return State::conflict({ErrorCode::PlanConflict, repair.dn,
                                    ScanText::tr("%1 holds another value than at the time of the scan. Scan again.").arg(repair.attribute), {}});
        if (*found == Standing::Old)
            //: %1 object, %2 attribute, %3 old value, %4 new value
            changes.append(ScanText::tr("%1: %2 from %3 to %4")
                               .arg(repair.dn, repair.attribute, shown(repair.oldValue), shown(repair.newValue)));
    }
    return changes.isEmpty() ? State::satisfied() : State::missing(changes);
}

Result<void> DataRepairTask::apply(RunContext &context, UndoLog &undo)
{
    auto directory = m_session->directory(m_domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    int done = 0;
    for (const DataRepairAnswers &repair : std::as_const(m_repairs)) {
        context.report(repair.dn, int(100 * done++ / m_repairs.size()));
        auto found = standing(**directory, repair, context.stop());
        if (!found)
            return fail(std::move(found.error()));
        if (*found == Standing::New)
            continue;
        if (auto written = exchange(**directory, repair.dn, repair.attribute, repair.oldValue, repair.newValue, context.stop()); !written)
            return written;
        if (auto recorded = undo.record(effectOf(repair)); !recorded)
            return recorded;
    }
    return {};
}

Result<void> DataRepairTask::rollback(const UndoData &data, RunContext &context)
{
    auto directory = m_session->directory(m_domain, context.stop());
    if (!directory)
        return fail(std::move(directory.error()));
    QVector<QJsonObject> effects = data.effects;
    if (data.interrupted) {
        // The one that was being made may have been made: its record would be the next of the list.
        for (const DataRepairAnswers &repair : std::as_const(m_repairs)) {
            if (effects.contains(effectOf(repair)))
                continue;
            effects.append(effectOf(repair));
            break;
        }
    }
    for (auto it = effects.crbegin(); it != effects.crend(); ++it) {
        const DataRepairAnswers repair{m_domain, it->value(QStringLiteral("dn")).toString(),
                                       it->value(QStringLiteral("attribute")).toString(),
                                       it->value(QStringLiteral("old")).toString(),
                                       it->value(QStringLiteral("new")).toString()};
        auto found = standing(**directory, repair, context.stop());
        if (!found && found.error().code == ErrorCode::DirectoryObjectMissing)
            continue; // deleted since: there is nothing to put back
        if (!found)
            return fail(std::move(found.error()));
        if (*found == Standing::Old)
            continue;
        if (*found == Standing::Other) {
            context.leaveBehind(ScanText::tr("%1 of %2 was changed since; it stays as it is").arg(repair.attribute, repair.dn));
            continue;
        }
        if (auto written = exchange(**directory, repair.dn, repair.attribute, repair.newValue, repair.oldValue, context.stop()); !written)
            return written;
    }
    return {};
}

std::vector<std::unique_ptr<Task>> dataRepairTasks(const std::shared_ptr<Session> &session)
{
    std::vector<std::unique_ptr<Task>> tasks;
    QSet<QString> domains;
    for (const DataRepairAnswers &repair : session->answers().repairs) {
        if (domains.contains(repair.domain.toLower()))
            continue;
        domains.insert(repair.domain.toLower());
        tasks.push_back(std::make_unique<DataRepairTask>(session, repair.domain));
    }
    return tasks;
}

std::optional<DataRepairAnswers> repairOf(const ScanFinding &finding)
{
    if (!finding.newValue || *finding.newValue == finding.value)
        return std::nullopt;
    return DataRepairAnswers{finding.domain, finding.dn, finding.attribute, finding.value, *finding.newValue};
}

} // namespace cloudsync
