// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TerminalText.h"

namespace cloudsync {

QString terminalText(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\t')
            clean += u' ';
        else if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            clean += c;
    }
    return clean;
}

} // namespace cloudsync
