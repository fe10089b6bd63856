// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Documents.h"
#include "cli/verbs/Verbs.h"

namespace cloudsync {

ExitCode runVersion(const Call &call)
{
    const QJsonObject document = versionDocument(call.libraries);
    QString text = QStringLiteral("Cloud Sync Setup " CLOUDSYNC_VERSION);
    for (auto it = document.begin(); it != document.end(); ++it) {
        if (it.key() != QStringLiteral("exitCode") && it.key() != QStringLiteral("product"))
            text += u'\n' + it.key() + u' ' + it.value().toVariant().toString();
    }
    call.reporter.message(text, document);
    return ExitCode::Done;
}

} // namespace cloudsync
