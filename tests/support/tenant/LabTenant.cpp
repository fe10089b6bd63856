// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tenant/LabTenant.h"

#include "tests/support/RequestTally.h"
#include "tests/support/tenant/TestCertificates.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>

namespace cloudsync::test {

namespace {

constexpr int startLimit = 30000; // milliseconds

[[nodiscard]] bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

[[nodiscard]] QJsonObject readObject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

LabTenant::LabTenant() : m_http(m_log) {}

LabTenant::~LabTenant()
{
    stop();
}

QString LabTenant::start(const Options &options)
{
    if (!m_folder.isValid())
        return m_folder.errorString();
    const TestCertificate certificate =
        makeCertificate({QStringLiteral("Cloud Sync Setup test"), {}, nullptr, false, 2048, {}, {}});
    if (!writeFile(m_folder.filePath(QStringLiteral("app.crt")), certificate.certificatePem()) ||
        !writeFile(certificateFile(), certificate.certificatePem() + certificate.keyPem()))
        return QStringLiteral("The certificate cannot be written.");
    m_arguments = {QStringLiteral("--state"),           stateFolder(),
                   QStringLiteral("--metadata"),        QStringLiteral(LAB_TENANT_METADATA),
                   QStringLiteral("--app-certificate"), m_folder.filePath(QStringLiteral("app.crt"))};
    if (!options.config.isEmpty()) {
        const QString file = m_folder.filePath(QStringLiteral("config.json"));
        if (!writeFile(file, QJsonDocument(options.config).toJson()))
            return QStringLiteral("The configuration cannot be written.");
        m_arguments += {QStringLiteral("--config"), file};
    }
    if (!options.directory.isEmpty()) {
        const QString file = m_folder.filePath(QStringLiteral("directory.json"));
        if (!writeFile(file, QJsonDocument(options.directory).toJson()))
            return QStringLiteral("The directory cannot be written.");
        m_arguments += {QStringLiteral("--directory-json"), file};
    }
    m_arguments += options.arguments;
    return launch();
}

QString LabTenant::restart()
{
    stop();
    return launch();
}

QString LabTenant::launch()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(LAB_TENANT_PROGRAM), m_arguments);
    QByteArray line;
    QDeadlineTimer limit(startLimit);
    while (!line.contains('\n') && !limit.hasExpired()) {
        if (!m_process.waitForReadyRead(static_cast<int>(limit.remainingTime())))
            break;
        line += m_process.readAllStandardOutput();
    }
    m_endpoint = QJsonDocument::fromJson(line).object();
    if (!m_endpoint.value(QStringLiteral("ready")).toBool())
        return QStringLiteral("The tenant did not start: %1 %2").arg(m_process.errorString(), QString::fromUtf8(line));
    return {};
}

void LabTenant::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    tally();
    m_process.terminate();
    if (!m_process.waitForFinished(10000)) {
        m_process.kill();
        m_process.waitForFinished(10000);
    }
}

CloudEndpoint LabTenant::cloud() const
{
    CloudEndpoint cloud;
    cloud.name = QStringLiteral("lab");
    cloud.authority = QUrl(m_endpoint.value(QStringLiteral("authority")).toString());
    cloud.graph = QUrl(m_endpoint.value(QStringLiteral("graph")).toString());
    cloud.audience = cloud.graph.toString();
    cloud.caFile = m_endpoint.value(QStringLiteral("caFile")).toString();
    cloud.proxy = QStringLiteral("none");
    return cloud;
}

QString LabTenant::tenant() const
{
    return m_endpoint.value(QStringLiteral("tenant")).toString();
}

QString LabTenant::tenantId() const
{
    return m_endpoint.value(QStringLiteral("tenantId")).toString();
}

QString LabTenant::clientId() const
{
    return m_endpoint.value(QStringLiteral("clientId")).toString();
}

QString LabTenant::administrator() const
{
    return m_endpoint.value(QStringLiteral("administrator")).toString();
}

QString LabTenant::password(const QString &account) const
{
    return readObject(stateFolder() + QStringLiteral("/passwords.json")).value(account).toString();
}

QString LabTenant::certificateFile() const
{
    return m_folder.filePath(QStringLiteral("app.pem"));
}

QString LabTenant::stateFolder() const
{
    return m_folder.filePath(QStringLiteral("state"));
}

SignInRequest LabTenant::request(SignInMethod method) const
{
    SignInRequest request;
    request.cloud = cloud();
    request.tenant = tenant();
    request.clientId = clientId();
    request.method = method;
    if (method == SignInMethod::Certificate)
        request.certificateFile = certificateFile();
    else
        request.account = administrator();
    return request;
}

QUrl LabTenant::url(const QString &path) const
{
    return QUrl(m_endpoint.value(QStringLiteral("graph")).toString() + path);
}

QJsonObject LabTenant::control(const QByteArray &method, const QString &path, const QJsonValue &body)
{
    HttpRequest request;
    request.method = method;
    request.url = url(QStringLiteral("/lab/") + path);
    request.headers = {{"Content-Type", "application/json"}};
    if (body.isArray())
        request.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    else if (body.isObject())
        request.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    const auto response = m_http.send(request, {cloud().caFile, QStringLiteral("none"), {}}, {});
    if (!response || response->status >= 300)
        qFatal("The lab refused %s %s: %s", method.constData(), qPrintable(path),
               response ? response->body.constData() : qPrintable(response.error().toLogText()));
    return QJsonDocument::fromJson(response->body).object();
}

QJsonObject LabTenant::record(const QString &query)
{
    return control("GET", QStringLiteral("record") + (query.isEmpty() ? QString() : u'?' + query));
}

// What was recorded is counted before it goes: tests/run.sh adds it all up.
void LabTenant::tally()
{
    if (m_endpoint.isEmpty() || qEnvironmentVariableIsEmpty(tallyVariable))
        return;
    appendTally(record());
}

void LabTenant::resetRecord()
{
    tally();
    (void)control("POST", QStringLiteral("record/reset"));
}

QJsonObject LabTenant::state()
{
    return control("GET", QStringLiteral("state"));
}

void LabTenant::addFault(const QJsonObject &fault)
{
    (void)control("POST", QStringLiteral("faults"), fault);
}

void LabTenant::clearFaults()
{
    (void)control("DELETE", QStringLiteral("faults"));
}

void LabTenant::setLatency(int milliseconds)
{
    (void)control("POST", QStringLiteral("latency"), QJsonObject{{QStringLiteral("milliseconds"), milliseconds}});
}

void LabTenant::setPolicy(const QJsonObject &policy)
{
    (void)control("POST", QStringLiteral("sign-in"), policy);
}

QJsonObject LabTenant::cycle(const QString &jobId)
{
    return control("POST", QStringLiteral("cycle"),
                   jobId.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("job"), jobId}});
}

void LabTenant::approveDevice(const QString &userCode, bool decline)
{
    (void)control("POST", QStringLiteral("approve-device"),
                  QJsonObject{{QStringLiteral("user_code"), userCode},
                              {QStringLiteral("user"), administrator()},
                              {QStringLiteral("password"), password(administrator())},
                              {QStringLiteral("decline"), decline}});
}

} // namespace cloudsync::test
