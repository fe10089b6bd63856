// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/SignIn.h"

#include <QObject>

#include <functional>

namespace cloudsync {

/// Brings what a sign-in shows from the sign-in's thread to the pages, and opens the browser on the GUI thread.
class WizardPrompt : public QObject, public SignInPrompt
{
    Q_OBJECT

public:
    using Opener = std::function<bool(const QUrl &)>;
    /// Create it on the GUI thread. `opener` opens an address; without one the system's browser does.
    explicit WizardPrompt(Opener opener = {}, QObject *parent = nullptr);

    void openBrowser(const QUrl &url) override;
    void showDeviceCode(const DeviceCode &code) override;

Q_SIGNALS:
    void browserOpened(const QUrl &url);
    void deviceCodeReceived(const cloudsync::DeviceCode &code);

private:
    Opener m_opener;
};

} // namespace cloudsync
