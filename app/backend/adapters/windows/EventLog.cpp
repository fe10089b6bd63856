// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/EventLog.h"

#include "backend/adapters/windows/WindowsText.h"
#include "event-messages.h" // made of event-messages.mc

#include <array>

namespace cloudsync::windows {

namespace {

struct Entry
{
    const char *event; ///< of the log
    DWORD done;        ///< event id when it went well, or has only begun
    DWORD notDone;
    WORD notDoneType;
};

constexpr std::array<Entry, 4> entries{{{"run.started", EVENT_RUN_STARTED, EVENT_RUN_STARTED, EVENTLOG_INFORMATION_TYPE},
                                        {"run.ended", EVENT_RUN_DONE, EVENT_RUN_NOT_DONE, EVENTLOG_ERROR_TYPE},
                                        {"undo.started", EVENT_UNDO_STARTED, EVENT_UNDO_STARTED, EVENTLOG_INFORMATION_TYPE},
                                        {"undo.ended", EVENT_UNDO_DONE, EVENT_UNDO_NOT_DONE, EVENTLOG_WARNING_TYPE}}};

QString valueOf(const QVector<Log::Field> &fields, const char *name)
{
    for (const Log::Field &field : fields) {
        if (qstrcmp(field.first, name) == 0)
            return field.second;
    }
    return {};
}

} // namespace

std::optional<EventRecord> eventRecordFor(const char *event, const QVector<Log::Field> &fields)
{
    for (const Entry &entry : entries) {
        if (qstrcmp(entry.event, event) != 0)
            continue;
        const QString outcome = valueOf(fields, "outcome");
        const bool well = outcome.isEmpty() || outcome == QStringLiteral("done");
        return EventRecord{well ? entry.done : entry.notDone, well ? static_cast<WORD>(EVENTLOG_INFORMATION_TYPE) : entry.notDoneType,
                           {valueOf(fields, "run"), outcome, valueOf(fields, "error")}};
    }
    return {};
}

EventLog::EventLog() : m_source(::RegisterEventSourceW(nullptr, L"Cloud Sync Setup")) {}

EventLog::~EventLog()
{
    if (m_source)
        ::DeregisterEventSource(m_source);
}

void EventLog::tell(const char *event, const QVector<Log::Field> &fields) const
{
    const auto record = m_source ? eventRecordFor(event, fields) : std::nullopt;
    if (!record)
        return;
    QVector<const wchar_t *> texts;
    for (const QString &text : record->texts)
        texts.append(wide(text));
    ::ReportEventW(m_source, record->type, 0, record->id, nullptr, static_cast<WORD>(texts.size()), 0, texts.data(), nullptr);
}

} // namespace cloudsync::windows
