// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/session/Sections.h"

namespace cloudsync {

QString sectionName(Section section)
{
    switch (section) {
    case Section::Server:
        return QStringLiteral("server");
    case Section::Directory:
        return QStringLiteral("directory");
    case Section::Tenant:
        return QStringLiteral("tenant");
    }
    return {};
}

Result<Sections> sectionsFromText(const QString &text)
{
    Sections sections;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool known = false;
        for (const Section section : {Section::Server, Section::Directory, Section::Tenant}) {
            if (part.trimmed() == sectionName(section)) {
                sections |= section;
                known = true;
            }
        }
        if (!known)
            return fail(ErrorCode::CommandLineWrong, QStringLiteral("--only"), part.trimmed());
    }
    if (!sections)
        return fail(ErrorCode::CommandLineWrong, QStringLiteral("--only"), text);
    return sections;
}

} // namespace cloudsync
