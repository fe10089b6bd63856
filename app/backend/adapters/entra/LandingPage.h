// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace cloudsync {

/// The page that the browser shows after the sign-in. Texts are plain and are escaped here.
struct LandingPage
{
    QString title;
    QString message;
    QString detail; ///< what the service said; may be empty

    [[nodiscard]] QByteArray toHtml() const;

    [[nodiscard]] static LandingPage signedIn();
    [[nodiscard]] static LandingPage notSignedIn(const QString &detail);
    [[nodiscard]] static LandingPage notExpected();
};

} // namespace cloudsync
