// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/LandingPage.h"

#include <QCoreApplication>

namespace cloudsync {

namespace {

[[nodiscard]] QString translated(const char *text)
{
    return QCoreApplication::translate("cloudsync::LandingPage", text);
}

/// For a reader that speaks: whatever language the texts above the page are in.
[[nodiscard]] QString languageOfTexts()
{
    //: The code of the language into which these texts are translated, as in HTML's attribute lang; for example de
    return translated(QT_TRANSLATE_NOOP("cloudsync::LandingPage", "en"));
}

} // namespace

QByteArray LandingPage::toHtml() const
{
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + languageOfTexts().toHtmlEscaped() +
                   QStringLiteral("\"><head><meta charset=\"utf-8\">"
                                  "<meta name=\"viewport\" content=\"width=device-width\">"
                                  "<meta name=\"color-scheme\" content=\"light dark\"><title>");
    html += title.toHtmlEscaped();
    html += QStringLiteral("</title><style>body{font-family:system-ui,sans-serif;max-width:36em;margin:15vh auto;"
                           "padding:0 1em;line-height:1.5}</style></head><body><main><h1>");
    html += title.toHtmlEscaped() + QStringLiteral("</h1><p>") + message.toHtmlEscaped() + QStringLiteral("</p>");
    if (!detail.isEmpty())
        html += QStringLiteral("<p><small>") + detail.toHtmlEscaped() + QStringLiteral("</small></p>");
    html += QStringLiteral("</main></body></html>\n");
    return html.toUtf8();
}

LandingPage LandingPage::signedIn()
{
    //: Shown in the browser after the sign-in.
    return {translated(QT_TRANSLATE_NOOP("cloudsync::LandingPage", "You are signed in.")),
            translated(QT_TRANSLATE_NOOP("cloudsync::LandingPage",
                                         "Close this page and return to Cloud Sync Setup, which goes on by itself.")),
            {}};
}

LandingPage LandingPage::notSignedIn(const QString &detail)
{
    return {
        translated(QT_TRANSLATE_NOOP("cloudsync::LandingPage", "The sign-in did not succeed.")),
        translated(QT_TRANSLATE_NOOP("cloudsync::LandingPage",
                                     "Close this page and return to Cloud Sync Setup, which says what can be done.")),
        detail};
}

LandingPage LandingPage::notExpected()
{
    return {translated(QT_TRANSLATE_NOOP("cloudsync::LandingPage", "This page is not waited for.")),
            translated(QT_TRANSLATE_NOOP("cloudsync::LandingPage",
                                         "The address does not belong to the sign-in that is under way in Cloud Sync "
                                         "Setup. Nothing was taken over from it.")),
            {}};
}

} // namespace cloudsync
