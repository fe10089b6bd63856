// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/UndoLog.h"

#include <utility>

namespace cloudsync {

UndoLog::UndoLog(Sink sink) : m_sink(std::move(sink)) {}

Result<void> UndoLog::record(const QJsonObject &effect)
{
    m_effects.append(effect);
    return m_sink ? m_sink(effect) : Result<void>();
}

} // namespace cloudsync
