// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/support/SupportBundle.h"

#include "backend/setup/support/Redaction.h"
#include "backend/setup/support/ZipArchive.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace cloudsync {

namespace {

constexpr qint64 longest = 5LL * 1024 * 1024;
constexpr int mostFiles = 20;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SupportBundle)
};

/// The end of a file, from a whole line on: what happened last is what is asked about. Empty where it cannot be read.
QByteArray endOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    if (file.size() <= longest)
        return file.readAll();
    file.seek(file.size() - longest);
    file.readLine();
    return file.readAll();
}

/// Newest first.
QStringList filesOf(const QString &folder, const QStringList &patterns)
{
    QStringList out;
    const QFileInfoList found = QDir(folder).entryInfoList(patterns, QDir::Files | QDir::NoSymLinks, QDir::Time);
    for (const QFileInfo &file : found)
        out.append(file.absoluteFilePath());
    return out.mid(0, mostFiles);
}

QJsonObject hostDocument(const HostFacts &host)
{
    return {{QStringLiteral("name"), host.name},
            {QStringLiteral("fullName"), host.fullName},
            {QStringLiteral("operatingSystem"), host.osName},
            {QStringLiteral("build"), host.osBuild},
            {QStringLiteral("revision"), host.osRevision},
            {QStringLiteral("isServer"), host.isServer},
            {QStringLiteral("isServerCore"), host.isServerCore},
            {QStringLiteral("isDomainJoined"), host.isDomainJoined},
            {QStringLiteral("domain"), host.domain},
            {QStringLiteral("isDomainController"), host.isDomainController},
            {QStringLiteral("isElevated"), host.isElevated},
            {QStringLiteral("restartPending"), host.restartPending},
            {QStringLiteral("memoryBytes"), host.memoryBytes},
            {QStringLiteral("freeDiskBytes"), host.freeDiskBytes},
            {QStringLiteral("now"), host.now.toUTC().toString(Qt::ISODate)}};
}

QJsonObject agentDocument(const AgentFacts &agent)
{
    return {{QStringLiteral("installed"), agent.installed},
            {QStringLiteral("version"), agent.version},
            {QStringLiteral("installFolder"), agent.installFolder},
            {QStringLiteral("registered"), agent.registered},
            {QStringLiteral("tenantId"), agent.tenantId},
            {QStringLiteral("serviceAccount"), agent.serviceAccount},
            {QStringLiteral("domains"), QJsonArray::fromStringList(agent.domains)},
            {QStringLiteral("preferredControllers"), QJsonArray::fromStringList(agent.preferredControllers)}};
}

class Writer
{
public:
    explicit Writer(const QDateTime &written) : m_archive(written) {}

    void add(const QString &name, const QByteArray &text)
    {
        const RedactedText clean = withoutSecrets(text);
        m_archive.add(name, clean.text);
        summary.files.append(name);
        summary.removed += clean.removed;
    }
    void add(const QString &name, const QJsonObject &document) { add(name, QJsonDocument(document).toJson(QJsonDocument::Indented)); }
    void addFiles(const QString &folder, const QStringList &paths)
    {
        for (const QString &path : paths) {
            const QByteArray text = endOf(path);
            if (!text.isEmpty())
                add(folder + QFileInfo(path).fileName(), text);
        }
    }
    [[nodiscard]] QByteArray bytes() const { return m_archive.bytes(); }

    BundleSummary summary;

private:
    ZipArchive m_archive;
};

} // namespace

Result<BundleSummary> writeSupportBundle(const QString &path, const BundleContent &content)
{
    Writer writer(content.written);
    writer.add(QStringLiteral("version.json"), content.versions);
    if (content.host)
        writer.add(QStringLiteral("host.json"), hostDocument(*content.host));
    if (content.agent)
        writer.add(QStringLiteral("agent.json"), agentDocument(*content.agent));
    if (!content.answersFile.isEmpty())
        writer.addFiles(QStringLiteral("answers/"), {content.answersFile});
    if (content.check)
        writer.add(QStringLiteral("check.json"), *content.check);
    if (content.status)
        writer.add(QStringLiteral("status.json"), *content.status);
    writer.addFiles(QStringLiteral("runs/"), filesOf(content.stateFolder + QStringLiteral("/runs"), {QStringLiteral("*.jsonl")}));
    writer.addFiles(QStringLiteral("reports/"), filesOf(content.stateFolder + QStringLiteral("/reports"), {QStringLiteral("*.html")}));
    writer.addFiles(QStringLiteral("log/"), content.logFiles);
    if (content.agent && !content.agent->traceFolder.isEmpty())
        writer.addFiles(QStringLiteral("agent-trace/"), filesOf(content.agent->traceFolder, {QStringLiteral("*.log")}));
    const QString about = Text::tr("Support bundle of Cloud Sync Setup, written %1.\n\n"
                             "It holds names of people, servers, domains and the tenant. Passwords, tokens and keys were taken out before "
                             "writing: %2 places say [removed: ...]. Look through it before you pass it on.\n\n")
                              .arg(content.written.toUTC().toString(Qt::ISODate))
                              .arg(writer.summary.removed)
        + writer.summary.files.join(u'\n') + u'\n';
    writer.add(QStringLiteral("README.txt"), about.toUtf8());

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(writer.bytes());
    if (!file.commit())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return writer.summary;
}

} // namespace cloudsync
