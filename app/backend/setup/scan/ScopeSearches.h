// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"
#include "backend/setup/answers/Answers.h"

namespace cloudsync {

/// The searches that give each object of a scope once: units below other units of the scope are left out, the groups
/// of a pilot and their direct members come by one search. ScopeObjectMissing names the DN that is not there.
[[nodiscard]] Result<QVector<DirectorySearch>> scopeSearches(Directory &directory, const ScopeAnswers &scope,
                                                             const QString &filter, const QStringList &attributes,
                                                             const std::stop_token &stop);

} // namespace cloudsync
