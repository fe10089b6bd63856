// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/state/PageModel.h"
#include "wizard-pages/state/Request.h"

#include <QTimer>

#include <functional>

namespace cloudsync {

/// Signing in to the tenant, and what is learned there: tenant, account, role, verified domains. Changing any answer
/// that the sign-in rests on ends a sign-in that is under way and forgets one that was made.
class SignInModel : public PageModel
{
    Q_OBJECT

public:
    explicit SignInModel(SetupState &state, QObject *parent = nullptr);
    /// `builtInClientId`: the application that comes with a build; empty where the customer brings one.
    SignInModel(SetupState &state, QString builtInClientId, QObject *parent = nullptr);

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
    [[nodiscard]] QString proxyUser() const;
    void setProxyUser(const QString &user);
    /// A typed password is kept in memory, and the answers only point at it; an empty one forgets what was typed.
    void setProxyPassword(Secret password);
    [[nodiscard]] bool hasProxyPassword() const;
    /// True once a proxy asked for a sign-in, or where the answers hold one for it.
    [[nodiscard]] bool proxyAsks() const { return m_proxyAsks || !proxyUser().isEmpty(); }

    /// True where this build cannot sign in with the browser (no Qt Network Authorization): then the page says so.
    [[nodiscard]] bool lacksBrowser() const { return !methods().contains(SignInMethod::Browser); }
    [[nodiscard]] bool hasBuiltInClient() const { return !m_builtInClientId.isEmpty(); }
    /// What the app registration in the customer's tenant has to hold.
    [[nodiscard]] QStringList permissions() const { return state().ports().signIn.defaultPermissions(); }
    /// Where an administrator grants consent for the whole tenant; empty until tenant and client id are known.
    [[nodiscard]] QUrl adminConsentUrl() const;

    void start();
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_signingIn.isRunning(); }

    /// Where the browser was sent; empty while there is no such thing. To be copied into another browser.
    [[nodiscard]] const QUrl &browserUrl() const { return m_browserUrl; }
    [[nodiscard]] const std::optional<DeviceCode> &deviceCode() const { return m_deviceCode; }
    /// Seconds until the device code expires; 0 when it has.
    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] const std::optional<TenantSummary> &result() const { return state().tenant(); }

Q_SIGNALS:
    /// A sign-in that the person took part in elsewhere is over, well or not: they are wanted here again.
    void returned();

public Q_SLOTS:
    void showBrowserUrl(const QUrl &url);
    void showDeviceCode(const cloudsync::DeviceCode &code);

private:
    [[nodiscard]] static Result<TenantSummary> signInAndLook(SetupState &shared, bool again,
                                                             const std::stop_token &stop);
    void reset();
    void editProxy(const std::function<void(ServerAnswers &)> &change);
    const QString m_builtInClientId;
    Request m_signingIn{this};
    QUrl m_browserUrl;
    std::optional<DeviceCode> m_deviceCode;
    QTimer m_tick;
    bool m_goOn = false;
    bool m_proxyAsks = false;
};

/// Names of the directory roles that may set up Cloud Sync, by role template id (prerequisites.md section 1).
[[nodiscard]] QString administratorRoleName(const QString &roleTemplateId);

} // namespace cloudsync
