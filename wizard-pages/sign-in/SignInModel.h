// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

#include <QTimer>

namespace cloudsync {

/// Signing in to the tenant, and what is learned there: tenant, account, role, verified domains. Changing any answer
/// that the sign-in rests on ends a sign-in that is under way and forgets one that was made.
class SignInModel : public PageModel
{
    Q_OBJECT

public:
    explicit SignInModel(SetupState &state, QObject *parent = nullptr);

    void enter() override;
    [[nodiscard]] bool isComplete() const override;
    /// Signs in when that has not been done.
    [[nodiscard]] bool confirm() override;

    [[nodiscard]] QList<SignInMethod> methods() const { return state().ports().signIn.availableMethods(); }
    [[nodiscard]] QStringList clouds() const; ///< for people to choose from; a custom cloud first
    [[nodiscard]] QString cloud() const;
    void setCloud(const QString &name);
    [[nodiscard]] SignInAnswers signIn() const { return answers().signIn.value_or(SignInAnswers{}); }
    void setSignIn(const SignInAnswers &signIn);
    [[nodiscard]] QString proxy() const { return answers().server ? answers().server->proxy : QString(); }
    void setProxy(const QString &proxy);

    void start();
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_signingIn.isRunning(); }

    /// Where the browser was sent; empty while there is no such thing. To be copied into another browser.
    [[nodiscard]] const QUrl &browserUrl() const { return m_browserUrl; }
    [[nodiscard]] const std::optional<DeviceCode> &deviceCode() const { return m_deviceCode; }
    /// Seconds until the device code expires; 0 when it has.
    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] const std::optional<TenantSummary> &result() const { return state().tenant(); }

public Q_SLOTS:
    void showBrowserUrl(const QUrl &url);
    void showDeviceCode(const cloudsync::DeviceCode &code);

private:
    [[nodiscard]] static Result<TenantSummary> signInAndLook(SetupState &shared, bool again,
                                                             const std::stop_token &stop);
    void reset();
    Request m_signingIn{this};
    QUrl m_browserUrl;
    std::optional<DeviceCode> m_deviceCode;
    QTimer m_tick;
    bool m_goOn = false;
};

/// Names of the directory roles that may set up Cloud Sync, by role template id (prerequisites.md section 1).
[[nodiscard]] QString administratorRoleName(const QString &roleTemplateId);

} // namespace cloudsync
