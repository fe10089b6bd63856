// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"
#include "backend/ports/SignIn.h"

#include <QMap>
#include <QMutex>

#include <thread>

namespace cloudsync::test {

/// A scripted person: opens the sign-in page, fills in its form, and follows the redirect back to the loopback
/// listener; approves or declines nothing on its own where a device code is shown. Works on a thread of its own, as a
/// browser does.
class SignInBrowser final : public SignInPrompt
{
public:
    enum class Conduct {
        SignIn, ///< account and password, then whatever the pages ask
        Cancel, ///< the page's cancel button
        Close   ///< opens the page and never comes back
    };

    SignInBrowser(HttpClient &http, HttpSettings settings, QString account, QString password,
                  Conduct conduct = Conduct::SignIn);

    void openBrowser(const QUrl &url) override;
    void showDeviceCode(const DeviceCode &code) override;

    /// Waits until the browser has nothing left to do.
    void close();
    [[nodiscard]] QList<DeviceCode> deviceCodes() const;
    [[nodiscard]] QByteArray lastPage() const; ///< after close(): what the person saw last
    [[nodiscard]] QUrl opened() const;

    QString verificationCode = QStringLiteral("246810"); ///< for a page that asks for a second factor

private:
    void browse(QUrl url);
    /// Calls the loopback listener without TLS; gives the page.
    [[nodiscard]] static QByteArray callBack(const QUrl &url);

    HttpClient &m_http;
    const HttpSettings m_settings;
    const QString m_account;
    const QString m_password;
    const Conduct m_conduct;
    mutable QMutex m_mutex;
    QUrl m_opened;
    QByteArray m_lastPage;
    QList<DeviceCode> m_codes;
    std::jthread m_thread;
};

} // namespace cloudsync::test
