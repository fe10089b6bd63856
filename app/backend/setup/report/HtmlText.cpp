// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/report/HtmlText.h"

#include <QCoreApplication>
#include <QLocale>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

bool turnsDirection(QChar c)
{
    return (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

} // namespace

QString htmlText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (turnsDirection(c) || (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'))
            clean += QChar(QChar::ReplacementCharacter);
        else
            clean += c;
    }
    return clean.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;")).replace(u'\n', QStringLiteral("<br>"));
}

QString htmlValue(const QString &text)
{
    return QStringLiteral("<bdi>") + htmlText(text) + QStringLiteral("</bdi>");
}

QString htmlList(const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    QString html = QStringLiteral("<ul>");
    for (const QString &text : texts)
        html += QStringLiteral("<li>") + htmlValue(text) + QStringLiteral("</li>");
    return html + QStringLiteral("</ul>");
}

QString htmlTime(const QDateTime &time)
{
    if (!time.isValid())
        return QStringLiteral("–");
    const QDateTime utc = time.toUTC();
    return QStringLiteral("<time datetime=\"") + utc.toString(Qt::ISODate) + QStringLiteral("\">")
           + utc.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC</time>");
}

QString durationText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 10000)
        //: seconds with one decimal
        return Text::tr("%1 s").arg(locale.toString(static_cast<double>(qMax<qint64>(milliseconds, 0)) / 1000.0, 'f', 1));
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (seconds < 60)
        return Text::tr("%1 s").arg(locale.toString(seconds));
    //: minutes and seconds
    return Text::tr("%1 min %2 s").arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
}

} // namespace cloudsync
