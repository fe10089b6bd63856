// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs/Verbs.h"

namespace cloudsync {

ExitCode runVersion(const Call &call)
{
    QJsonObject document = call.libraryVersions;
    document.insert(QStringLiteral("exitCode"), 0);
    document.insert(QStringLiteral("product"), QStringLiteral(CLOUDSYNC_VERSION));
    document.insert(QStringLiteral("qt"), QString::fromLatin1(qVersion()));
    document.insert(QStringLiteral("answerFile"), 1);
    document.insert(QStringLiteral("journal"), 1);
    QString text = QStringLiteral("Cloud Sync Setup " CLOUDSYNC_VERSION);
    for (auto it = document.begin(); it != document.end(); ++it) {
        if (it.key() != QStringLiteral("exitCode") && it.key() != QStringLiteral("product"))
            text += u'\n' + it.key() + u' ' + it.value().toVariant().toString();
    }
    call.reporter.message(text, document);
    return ExitCode::Done;
}

} // namespace cloudsync
