// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/session/Finding.h"

namespace cloudsync {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return QStringLiteral("ok");
    case Severity::Info:
        return QStringLiteral("info");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        return QStringLiteral("error");
    }
    return {};
}

QJsonObject Finding::toJson() const
{
    return {{QStringLiteral("id"), id},           {QStringLiteral("severity"), severityName(severity)},
            {QStringLiteral("section"), section}, {QStringLiteral("title"), title},
            {QStringLiteral("evidence"), evidence}, {QStringLiteral("cause"), cause},
            {QStringLiteral("remedy"), remedy},   {QStringLiteral("canRepair"), canRepair}};
}

} // namespace cloudsync
