// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QFlags>

namespace cloudsync {

enum class Section { Server = 1, Directory = 2, Tenant = 4 };
Q_DECLARE_FLAGS(Sections, Section)
Q_DECLARE_OPERATORS_FOR_FLAGS(Sections)

[[nodiscard]] inline Sections allSections()
{
    return Section::Server | Section::Directory | Section::Tenant;
}

/// "server", "directory", "tenant".
[[nodiscard]] QString sectionName(Section section);
/// From "directory,tenant". CommandLineWrong for anything else.
[[nodiscard]] Result<Sections> sectionsFromText(const QString &text);

} // namespace cloudsync
