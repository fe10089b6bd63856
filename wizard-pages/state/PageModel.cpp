// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/state/PageModel.h"

#include <utility>

namespace cloudsync {

PageModel::PageModel(SetupState &state, QObject *parent) : QObject(parent), m_state(state)
{
    connect(&state, &SetupState::answersChanged, this, &PageModel::changed);
}

void PageModel::setProblem(const Error &error)
{
    setProblem(errorText(error));
}

void PageModel::setProblem(ErrorText text)
{
    m_problem = std::move(text);
    Q_EMIT changed();
}

void PageModel::clearProblem()
{
    if (m_problem.title.isEmpty() && m_problem.happened.isEmpty())
        return;
    m_problem = {};
    Q_EMIT changed();
}

void PageModel::setBusy(const QString &text)
{
    if (std::exchange(m_busy, text) != text)
        Q_EMIT changed();
}

} // namespace cloudsync
