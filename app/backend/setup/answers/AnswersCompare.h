// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/answers/Answers.h"

#include <QJsonValue>

namespace cloudsync {

/// One place in which two answer files want something else. A side that says nothing there is `Undefined`.
struct AnswerDifference
{
    QString pointer; ///< JSON pointer with names instead of numbers in lists: "/configurations/contoso.com/scope/kind"
    QJsonValue first;
    QJsonValue second;
};

/// What differs in meaning: order of lists and letter case of domains and names do not count, what is left to its
/// default equals what says the default. A secret appears as the reference it is.
[[nodiscard]] QVector<AnswerDifference> compareAnswers(const Answers &first, const Answers &second);

} // namespace cloudsync
