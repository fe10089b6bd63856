// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Log.h"

#include <QStringList>

#include <windows.h>

#include <optional>

namespace cloudsync::windows {

/// One event as the event viewer shows it: its id with severity (event-messages.mc), its type, and what stands in the text's places.
struct EventRecord
{
    DWORD id = 0;
    WORD type = EVENTLOG_INFORMATION_TYPE;
    QStringList texts;
};

/// The event that a line of the log becomes; nothing for all others.
[[nodiscard]] std::optional<EventRecord> eventRecordFor(const char *event, const QVector<Log::Field> &fields);

/// Windows' event log, source "Cloud Sync Setup" of the log Application. Of what the program logs it takes the beginning and the end of
/// runs, and no other line; event-messages.mc is the table of the events. The installer registers the source, so that the event viewer
/// finds the texts; without that the events are written all the same.
class EventLog
{
public:
    EventLog();
    ~EventLog();
    EventLog(const EventLog &) = delete;
    EventLog &operator=(const EventLog &) = delete;

    /// A Log::Listener. What the event log refuses is no error of the run: nobody is told.
    void tell(const char *event, const QVector<Log::Field> &fields) const;

private:
    HANDLE m_source;
};

} // namespace cloudsync::windows
