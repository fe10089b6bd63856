// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Directory.h"
#include "backend/setup/answers/Answers.h"

#include <QSet>

namespace cloudsync {

/// Which objects of a domain a scope admits: all, what lies in its units, or the direct members of its groups.
class ScopeMembership
{
public:
    /// ScopeObjectMissing names the DN that is not there.
    [[nodiscard]] static Result<ScopeMembership> of(Directory &directory, const ScopeAnswers &scope,
                                                    const std::stop_token &stop);
    /// `normalizedDn` as normalizeDn() makes it.
    [[nodiscard]] bool admits(const QString &normalizedDn) const;

private:
    ScopeKind m_kind = ScopeKind::All;
    QStringList m_units;     ///< normalised, with a comma in front
    QSet<QString> m_members; ///< normalised
};

} // namespace cloudsync
