// SPDX-License-Identifier: GPL-3.0-or-later
#include "Laboratory.h"

#include "tests/support/RequestTally.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QTest>

#include <algorithm>

namespace cloudsync::tests {

namespace {

constexpr auto startLimit = std::chrono::seconds(300); // may have to wait for a template that another test builds

QString labScript()
{
    return QStringLiteral(CLOUDSYNC_LAB_SCRIPT);
}

QProcessEnvironment scriptEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LAB_TENANT"), QStringLiteral(CLOUDSYNC_LAB_TENANT));
    environment.insert(QStringLiteral("LAB_OWNER"), QString::number(QCoreApplication::applicationPid()));
    environment.insert(QStringLiteral("DC_LIMIT"), QStringLiteral("3600"));
    return environment;
}

QStringList withCommonOptions(const QStringList &arguments, const QString &stateFolder)
{
    return arguments + QStringList{QStringLiteral("--json"), QStringLiteral("--state-dir"), stateFolder};
}

} // namespace

Laboratory::~Laboratory()
{
    if (!m_tenantUrl.isEmpty() && !qEnvironmentVariableIsEmpty(test::tallyVariable))
        test::appendTally(get(QStringLiteral("/lab/record")));
    if (m_folder.isValid())
        static_cast<void>(runCommand(labScript(), {QStringLiteral("remove"), folder()}, scriptEnvironment()));
}

bool Laboratory::start()
{
    if (!m_folder.isValid()) {
        m_error = m_folder.errorString();
        return false;
    }
    const CommandOutput started =
        runCommand(labScript(), {QStringLiteral("start"), folder()}, scriptEnvironment(), {}, startLimit);
    if (!started.ok()) {
        m_error = QString::fromUtf8(started.all());
        return false;
    }
    const QJsonObject tenant = json(QStringLiteral("lab.json")).value(QStringLiteral("tenant")).toObject();
    m_tenantUrl = tenant.value(QStringLiteral("url")).toString();
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setCaCertificates(QSslCertificate::fromPath(tenant.value(QStringLiteral("caFile")).toString()));
    m_http.setProxy(QNetworkProxy::NoProxy);
    return true;
}

QJsonObject Laboratory::json(const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonObject Laboratory::answers() const
{
    return json(QStringLiteral("answers.json"));
}

QString Laboratory::writeAnswers(const QJsonObject &answers, const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QJsonDocument(answers).toJson());
    return file.fileName();
}

void Laboratory::setInstallerArguments(const QStringList &arguments) const
{
    QJsonObject lab = json(QStringLiteral("lab.json"));
    lab.insert(QStringLiteral("installerArguments"), QJsonArray::fromStringList(arguments));
    static_cast<void>(writeAnswers(lab, QStringLiteral("lab.json")));
}

QProcessEnvironment Laboratory::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LAB_FOLDER"), folder());
    environment.insert(QStringLiteral("KRB5_CONFIG"), path(QStringLiteral("dc/krb5.conf")));
    // The answers ask for no proxy: whoever asks the machine's all the same ends at a port where nobody listens.
    for (const char *variable : {"https_proxy", "http_proxy", "all_proxy"})
        environment.insert(QLatin1String(variable), QStringLiteral("http://127.0.0.1:9"));
    return environment;
}

CliRun Laboratory::run(const QString &program, const QStringList &arguments, std::chrono::seconds limit) const
{
    const CommandOutput ended =
        runCommand(program, withCommonOptions(arguments, stateFolder()), environment(), {}, limit);
    return {ended.exitCode, ended.output, ended.errors, QJsonDocument::fromJson(ended.output).object()};
}

CliRun Laboratory::cli(const QStringList &arguments, std::chrono::seconds limit) const
{
    return run(QStringLiteral(CLOUDSYNC_LAB_CLI), arguments, limit);
}

CliRun Laboratory::productCli(const QStringList &arguments, std::chrono::seconds limit) const
{
    return run(QStringLiteral(CLOUDSYNC_PRODUCT_CLI), arguments, limit);
}

CommandOutput Laboratory::productText(const QStringList &arguments) const
{
    return runCommand(QStringLiteral(CLOUDSYNC_PRODUCT_CLI),
                      arguments + QStringList{QStringLiteral("--state-dir"), stateFolder()}, environment(), {},
                      std::chrono::seconds(180));
}

std::unique_ptr<QProcess> Laboratory::startCli(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->start(QStringLiteral(CLOUDSYNC_LAB_CLI), withCommonOptions(arguments, stateFolder()));
    return process;
}

QByteArray Laboratory::exchange(const QByteArray &method, const QString &path, const QByteArray &body, int *status)
{
    QNetworkRequest request(QUrl(m_tenantUrl + path));
    request.setSslConfiguration(m_tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(m_http.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 60000))
        return {};
    *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

QJsonObject Laboratory::get(const QString &path)
{
    int status = 0;
    return QJsonDocument::fromJson(exchange("GET", path, {}, &status)).object();
}

bool Laboratory::post(const QString &path, const QJsonObject &body)
{
    int status = 0;
    static_cast<void>(exchange("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact), &status));
    return status / 100 == 2;
}

QJsonObject Laboratory::configuration(const QString &domain)
{
    const QJsonArray principals = tenantState().value(QStringLiteral("servicePrincipals")).toArray();
    for (const QJsonValue &principal : principals) {
        const QJsonObject body = principal.toObject().value(QStringLiteral("body")).toObject();
        // Cloud Sync's application template (graph.md section 4).
        if (body.value(QStringLiteral("applicationTemplateId")).toString() ==
                QStringLiteral("1a4721b3-e57f-4451-ae87-ef078703ec94") &&
            body.value(QStringLiteral("displayName")).toString() == domain)
            return principal.toObject();
    }
    return {};
}

int Laboratory::lastExchange()
{
    const QJsonArray exchanges = get(QStringLiteral("/lab/record")).value(QStringLiteral("exchanges")).toArray();
    return exchanges.isEmpty() ? 0 : exchanges.last().toObject().value(QStringLiteral("n")).toInt();
}

QStringList Laboratory::writesSince(int exchange)
{
    QStringList writes;
    const QJsonArray exchanges = get(QStringLiteral("/lab/record?writes=true&since=%1").arg(exchange))
                                     .value(QStringLiteral("exchanges"))
                                     .toArray();
    for (const QJsonValue &one : exchanges)
        writes.append(one.toObject().value(QStringLiteral("method")).toString() + u' ' +
                      one.toObject().value(QStringLiteral("path")).toString());
    return writes;
}

CommandOutput Laboratory::sambaTool(const QStringList &arguments) const
{
    return runCommand(QStringLiteral("samba-tool"),
                      arguments + QStringList{QStringLiteral("-H"), path(QStringLiteral("dc/private/sam.ldb"))});
}

std::optional<QList<LdifEntry>> Laboratory::search(const QString &base, const QString &filter,
                                                   const QStringList &attributes, const QString &user,
                                                   const QString &password) const
{
    const QJsonObject directory = json(QStringLiteral("lab.json")).value(QStringLiteral("directory")).toObject();
    const QByteArray secret = user.isEmpty() ? directoryPassword() : password.toUtf8();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LDAPTLS_CACERT"), directory.value(QStringLiteral("caFile")).toString());
    const CommandOutput found = runCommand(
        QStringLiteral("ldapsearch"),
        QStringList{QStringLiteral("-LLL"), QStringLiteral("-o"), QStringLiteral("ldif-wrap=no"), QStringLiteral("-x"),
                    QStringLiteral("-H"), directory.value(QStringLiteral("uri")).toString(), QStringLiteral("-D"),
                    user.isEmpty() ? directory.value(QStringLiteral("adminUser")).toString() : user,
                    QStringLiteral("-y"), QStringLiteral("/dev/stdin"), QStringLiteral("-E"),
                    QStringLiteral("pr=500/noprompt"), QStringLiteral("-b"), base, filter} +
            attributes,
        environment, secret);
    if (!found.ok())
        return std::nullopt;
    return parseLdif(found.output);
}

QByteArray Laboratory::directoryPassword() const
{
    QFile file(path(QStringLiteral("secrets/directory-password")));
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed() : QByteArray();
}

CommandOutput Laboratory::modify(const QString &ldifFile) const
{
    const QJsonObject directory = json(QStringLiteral("lab.json")).value(QStringLiteral("directory")).toObject();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LDAPTLS_CACERT"), directory.value(QStringLiteral("caFile")).toString());
    return runCommand(QStringLiteral("ldapmodify"),
                      {QStringLiteral("-x"), QStringLiteral("-H"), directory.value(QStringLiteral("uri")).toString(),
                       QStringLiteral("-D"), directory.value(QStringLiteral("adminUser")).toString(), QStringLiteral("-y"),
                       QStringLiteral("/dev/stdin"), QStringLiteral("-f"), ldifFile},
                      environment, directoryPassword());
}

QByteArray Laboratory::dump() const
{
    const CommandOutput dumped = runCommand(QStringLiteral(CLOUDSYNC_LAB_DUMP), {path(QStringLiteral("dc"))});
    return dumped.ok() ? dumped.output : QByteArray();
}

bool takenBack(const CliRun &run)
{
    QStringList left;
    const QJsonArray steps = run.document.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &step : steps) {
        if (step.toObject().value(QStringLiteral("outcome")).toString() != QStringLiteral("undone"))
            left.append(step.toObject().value(QStringLiteral("id")).toString());
    }
    return run.exitCode == 0 ? left.isEmpty()
                             : run.exitCode == 6 && left == QStringList{QStringLiteral("tenant.syncFlag")};
}

QByteArray firstDifference(const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList left = before.split('\n');
    const QByteArrayList right = after.split('\n');
    qsizetype i = 0;
    while (i < left.size() && i < right.size() && left.at(i) == right.at(i))
        ++i;
    if (i == left.size() && i == right.size())
        return {};
    const auto around = [i](const QByteArrayList &lines) {
        return lines.mid(std::max<qsizetype>(0, i - 3), 6).join("\n  ");
    };
    return "line " + QByteArray::number(i + 1) + "\nbefore:\n  " + around(left) + "\nafter:\n  " + around(right);
}

} // namespace cloudsync::tests
