// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Error.h"

#include <QString>

namespace cloudsync {

/// An error as a person reads it, translated: plain text, whole sentences.
struct ErrorText
{
    QString title;    ///< a few words
    QString happened; ///< what happened, with subject and detail
    QString next;     ///< what to do next
};

/// One switch over ErrorCode.
[[nodiscard]] ErrorText errorText(const Error &error);

} // namespace cloudsync
