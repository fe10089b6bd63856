// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Task.h"

#include <utility>

namespace cloudsync {

State State::missing(QStringList changes)
{
    State state;
    state.kind = Kind::Missing;
    state.changes = std::move(changes);
    return state;
}

State State::conflict(Error why)
{
    State state;
    state.kind = Kind::Conflict;
    state.why = std::move(why);
    return state;
}

QString stateName(State::Kind kind)
{
    switch (kind) {
    case State::Kind::Satisfied:
        return QStringLiteral("satisfied");
    case State::Kind::Missing:
        return QStringLiteral("missing");
    case State::Kind::Conflict:
        return QStringLiteral("conflict");
    }
    return {};
}

Task::~Task() = default;

QStringList Task::needs() const
{
    return {};
}

QString Task::neededRight() const
{
    return {};
}

Reversibility Task::reversibility() const
{
    return {};
}

} // namespace cloudsync
