// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/WizardPrompt.h"

#include <QDesktopServices>
#include <QMetaObject>

namespace cloudsync {

WizardPrompt::WizardPrompt(Opener opener, QObject *parent) : QObject(parent), m_opener(std::move(opener))
{
    if (!m_opener)
        m_opener = [](const QUrl &url) { return QDesktopServices::openUrl(url); };
}

void WizardPrompt::openBrowser(const QUrl &url)
{
    QMetaObject::invokeMethod(
        this,
        [this, url] {
            Q_EMIT browserOpened(url); // shown first: the address can be copied when no browser opens
            m_opener(url);
        },
        Qt::QueuedConnection);
}

void WizardPrompt::showDeviceCode(const DeviceCode &code)
{
    QMetaObject::invokeMethod(
        this, [this, code] { Q_EMIT deviceCodeReceived(code); }, Qt::QueuedConnection);
}

} // namespace cloudsync
