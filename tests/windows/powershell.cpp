// SPDX-License-Identifier: GPL-3.0-or-later
// Stand-in for Windows PowerShell with the agent's module: records what it was given and answers as the product's script would, having done
// to the machine and to the lab's tenant what the cmdlets do. C:\lab\lab.json says where the tenant is.
#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QProcessEnvironment>
#include <QSettings>
#include <QSslConfiguration>
#include <QTimer>

#include <windows.h>

#include <cstdio>

namespace {

const QString agentKey = QStringLiteral(R"(HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Azure AD Connect Agents\Azure AD Connect Provisioning Agent)");

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void writeObject(const QString &path, const QJsonObject &object)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(object).toJson());
}

/// What came in: a secret is only said to be there, so that no record is one.
void record(const QJsonObject &request)
{
    QJsonObject seen = request;
    for (const QString &secret : {QStringLiteral("accessToken"), QStringLiteral("password")}) {
        if (seen.contains(secret))
            seen.insert(secret, QStringLiteral("%1 characters").arg(seen.value(secret).toString().size()));
    }
    const QString line = QString::fromWCharArray(GetCommandLineW());
    bool onCommandLine = false;
    bool inEnvironment = false;
    const QByteArray script = QByteArray::fromBase64(line.section(QStringLiteral("-EncodedCommand "), 1).toLatin1());
    const QString text(reinterpret_cast<const QChar *>(script.constData()), script.size() / 2);
    for (const QString &secret : {QStringLiteral("accessToken"), QStringLiteral("password")}) {
        const QString value = request.value(secret).toString();
        onCommandLine = onCommandLine || (!value.isEmpty() && (line.contains(value) || text.contains(value)));
        inEnvironment = inEnvironment || (!value.isEmpty() && QProcessEnvironment::systemEnvironment().toStringList().join(u'\n').contains(value));
    }
    QJsonArray variables;
    for (const QString &name : QProcessEnvironment::systemEnvironment().keys())
        variables.append(name);
    QFile file(QStringLiteral("C:/lab/powershell.jsonl"));
    if (file.open(QIODevice::Append))
        file.write(QJsonDocument({{QStringLiteral("request"), seen},
                                  {QStringLiteral("scriptIsWhole"), text.contains(QStringLiteral("Import-Module"))},
                                  {QStringLiteral("secretOnCommandLine"), onCommandLine},
                                  {QStringLiteral("secretInEnvironment"), inEnvironment},
                                  {QStringLiteral("variables"), variables}})
                       .toJson(QJsonDocument::Compact)
                   + '\n');
}

QJsonObject tellTenant(const QByteArray &method, const QString &path, const QJsonObject &body, const QString &token, QString &problem)
{
    const QJsonObject lab = readObject(QStringLiteral("C:/lab/lab.json"));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(lab.value(QStringLiteral("caFile")).toString()));
    QNetworkRequest request(QUrl(lab.value(QStringLiteral("tenant")).toString() + path));
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkReply *reply = manager.sendCustomRequest(request, method, QJsonDocument(body).toJson());
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(30000, reply, &QNetworkReply::abort);
    loop.exec();
    const QByteArray answer = reply->readAll();
    if (reply->error() != QNetworkReply::NoError)
        problem = reply->errorString() + QStringLiteral(": ") + QString::fromUtf8(answer);
    return QJsonDocument::fromJson(answer).object();
}

QJsonObject carryOut(const QJsonObject &request, QString &problem)
{
    const QString operation = request.value(QStringLiteral("operation")).toString();
    const QString stateFile = QStringLiteral("C:/lab/agent.json");
    QJsonObject agent = readObject(stateFile);
    QJsonObject result{{QStringLiteral("kind"), QStringLiteral("result")}};
    QStringList domains = agent.value(QStringLiteral("domains")).toVariant().toStringList();
    if (operation == QStringLiteral("domains")) {
        result.insert(QStringLiteral("domains"), QJsonArray::fromStringList(domains));
        if (agent.contains(QStringLiteral("controllers")))
            result.insert(QStringLiteral("controllers"), agent.value(QStringLiteral("controllers")));
    } else if (operation == QStringLiteral("takesToken")) {
        result.insert(QStringLiteral("takesToken"), !QFile::exists(QStringLiteral("C:/lab/old-release")));
    } else if (operation == QStringLiteral("register")) {
        wchar_t name[256];
        DWORD size = 256;
        GetComputerNameExW(ComputerNameDnsFullyQualified, name, &size);
        const QJsonObject made = tellTenant("POST", QStringLiteral("/lab/agents"),
                                            {{QStringLiteral("machineName"), QString::fromWCharArray(name)},
                                             {QStringLiteral("version"), QStringLiteral("1.1.2505.0")},
                                             {QStringLiteral("domains"), QJsonArray()}},
                                            request.value(QStringLiteral("accessToken")).toString(), problem);
        if (problem.isEmpty()) {
            QSettings(agentKey, QSettings::NativeFormat).setValue(QStringLiteral("TenantID"), request.value(QStringLiteral("tenantId")).toString());
            writeObject(stateFile, {{QStringLiteral("id"), made.value(QStringLiteral("id"))}});
        }
    } else if (operation == QStringLiteral("serviceAccount")) {
        const SC_HANDLE services = OpenSCManagerW(nullptr, nullptr, SC_MANAGER_ALL_ACCESS);
        const SC_HANDLE service = OpenServiceW(services, L"AADConnectProvisioningAgent", SERVICE_ALL_ACCESS);
        const QString account = QStringLiteral("CONTOSO\\") + request.value(QStringLiteral("name")).toString();
        if (!service
            || !ChangeServiceConfigW(service, SERVICE_NO_CHANGE, SERVICE_NO_CHANGE, SERVICE_NO_CHANGE, nullptr, nullptr, nullptr, nullptr,
                                     reinterpret_cast<const wchar_t *>(account.utf16()), nullptr, nullptr))
            problem = QStringLiteral("Unable to install service account");
    } else if (operation == QStringLiteral("addDomain")) {
        domains.append(request.value(QStringLiteral("domain")).toString());
        domains.removeDuplicates();
        agent.insert(QStringLiteral("controllers"), request.value(QStringLiteral("controllers")));
        agent.insert(QStringLiteral("domains"), QJsonArray::fromStringList(domains));
        tellTenant("PATCH", QStringLiteral("/lab/agents/") + agent.value(QStringLiteral("id")).toString(),
                   {{QStringLiteral("domains"), QJsonArray::fromStringList(domains)}}, {}, problem);
        if (problem.isEmpty())
            writeObject(stateFile, agent);
    }
    return result;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QJsonObject request = QJsonDocument::fromJson(input.readAll()).object();
    if (request.isEmpty())
        return 2;
    record(request);
    QString problem;
    QJsonObject answer = carryOut(request, problem);
    if (!problem.isEmpty())
        answer = {{QStringLiteral("kind"), QStringLiteral("error")}, {QStringLiteral("command"), request.value(QStringLiteral("operation"))},
                  {QStringLiteral("message"), problem}};
    const QByteArray line = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    return 0;
}
