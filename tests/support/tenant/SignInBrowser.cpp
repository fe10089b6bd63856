// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tenant/SignInBrowser.h"

#include <QMutexLocker>
#include <QRegularExpression>
#include <QTcpSocket>

namespace cloudsync::test {

namespace {

[[nodiscard]] QString unescaped(QString text)
{
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&#39;"), QStringLiteral("'"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

[[nodiscard]] QString captured(const QString &page, const char *pattern)
{
    return unescaped(QRegularExpression(QLatin1String(pattern)).match(page).captured(1));
}

/// Fields of the form, with the values the page gives them.
[[nodiscard]] QMap<QString, QString> inputsOf(const QString &page)
{
    static const QRegularExpression input(QStringLiteral("<input[^>]*>"));
    QMap<QString, QString> fields;
    for (auto it = input.globalMatch(page); it.hasNext();) {
        const QString tag = it.next().captured();
        const QString name = captured(tag, " name=\"([^\"]*)\"");
        if (!name.isEmpty())
            fields.insert(name, captured(tag, " value=\"([^\"]*)\""));
    }
    return fields;
}

[[nodiscard]] QByteArray formOf(const QMap<QString, QString> &fields)
{
    QByteArray form;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        form += (form.isEmpty() ? "" : "&") + it.key().toUtf8().toPercentEncoding() + '=' +
                it.value().toUtf8().toPercentEncoding();
    return form;
}

} // namespace

SignInBrowser::SignInBrowser(HttpClient &http, HttpSettings settings, QString account, QString password,
                             Conduct conduct)
    : m_http(http), m_settings(std::move(settings)), m_account(std::move(account)), m_password(std::move(password)),
      m_conduct(conduct)
{
}

void SignInBrowser::openBrowser(const QUrl &url)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_opened = url;
    }
    m_thread = std::jthread([this, url] { browse(url); });
}

void SignInBrowser::showDeviceCode(const DeviceCode &code)
{
    const QMutexLocker lock(&m_mutex);
    m_codes.append(code);
}

void SignInBrowser::close()
{
    if (m_thread.joinable())
        m_thread.join();
}

QList<DeviceCode> SignInBrowser::deviceCodes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_codes;
}

QByteArray SignInBrowser::lastPage() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lastPage;
}

QUrl SignInBrowser::opened() const
{
    const QMutexLocker lock(&m_mutex);
    return m_opened;
}

void SignInBrowser::browse(QUrl url)
{
    HttpRequest request;
    request.url = url;
    constexpr int mostPages = 10;
    for (int page = 0; page < mostPages; ++page) {
        const auto response = m_http.send(request, m_settings, {});
        if (!response)
            return;
        if (response->status == 302 || response->status == 303) {
            const QByteArray answer = callBack(QUrl(QString::fromLatin1(response->header("Location"))));
            const QMutexLocker lock(&m_mutex);
            m_lastPage = answer;
            return;
        }
        const QString html = QString::fromUtf8(response->body);
        {
            const QMutexLocker lock(&m_mutex);
            m_lastPage = response->body;
        }
        const QString target = captured(html, "<form method=\"post\" action=\"([^\"]*)\"");
        if (target.isEmpty() || m_conduct == Conduct::Close || html.contains(QStringLiteral("id=\"error\"")))
            return;
        QMap<QString, QString> fields = inputsOf(html);
        if (fields.contains(QStringLiteral("username"))) {
            fields.insert(QStringLiteral("username"), m_account);
            fields.insert(QStringLiteral("password"), m_password);
        }
        if (fields.contains(QStringLiteral("otc")))
            fields.insert(QStringLiteral("otc"), verificationCode);
        const QString button = captured(html, "<button type=\"submit\" name=\"action\" id=\"([^\"]*)\"");
        fields.insert(QStringLiteral("action"), m_conduct == Conduct::Cancel ? QStringLiteral("cancel") : button);
        request.method = "POST";
        request.url = url.resolved(QUrl(target));
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = formOf(fields);
    }
}

QByteArray SignInBrowser::callBack(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(10000))
        return {};
    const QByteArray target = url.path(QUrl::FullyEncoded).toLatin1() + '?' + url.query(QUrl::FullyEncoded).toLatin1();
    socket.write("GET " + target + " HTTP/1.1\r\nHost: " + url.authority().toLatin1() +
                 "\r\nConnection: close\r\n\r\n");
    QByteArray page;
    while (socket.waitForReadyRead(30000))
        page += socket.readAll();
    return page;
}

} // namespace cloudsync::test
