// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LabDirectory.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace cloudsync::tests {
namespace {

constexpr auto startLimit = std::chrono::seconds(300); // may have to wait for a template that another test builds

QString scriptPath(const QString &name)
{
    return QStringLiteral(CLOUDSYNC_LAB_DC) + QLatin1Char('/') + name;
}

/// NAME=value and NAME='value' lines, as dc.sh prints them.
QMap<QString, QString> parseVariables(const QByteArray &text)
{
    QMap<QString, QString> variables;
    const QStringList lines = QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        QString value = line.section(QLatin1Char('='), 1);
        if (value.size() >= 2 && value.startsWith(QLatin1Char('\'')) && value.endsWith(QLatin1Char('\'')))
            value = value.mid(1, value.size() - 2);
        variables.insert(line.section(QLatin1Char('='), 0, 0), value);
    }
    return variables;
}

} // namespace

LabDirectory::LabDirectory(LabDirectoryOptions options) : m_options(std::move(options)) {}

LabDirectory::~LabDirectory()
{
    if (m_folder.isValid())
        static_cast<void>(script(QStringLiteral("dc.sh"), {QStringLiteral("remove"), folder()}));
}

CommandOutput LabDirectory::script(const QString &name, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DC_REALM"), m_options.realm);
    // Whatever happens to this process, the controller does not outlive it, nor any sensible test.
    environment.insert(QStringLiteral("DC_OWNER"), QString::number(QCoreApplication::applicationPid()));
    environment.insert(QStringLiteral("DC_LIMIT"), QStringLiteral("3600"));
    const auto set = [&environment](const char *variable, bool on) {
        environment.insert(QLatin1String(variable), on ? QStringLiteral("1") : QString());
    };
    set("DC_UNSEEDED", !m_options.seeded);
    set("DC_EXCHANGE", m_options.exchange);
    set("DC_DNS", m_options.dns);
    return runCommand(scriptPath(name), arguments, environment, {}, startLimit);
}

bool LabDirectory::start()
{
    m_error.clear();
    if (!m_folder.isValid()) {
        m_error = m_folder.errorString();
        return false;
    }
    const CommandOutput started = script(QStringLiteral("dc.sh"), {QStringLiteral("start"), folder()});
    if (!started.ok()) {
        m_error = QString::fromUtf8(started.all());
        return false;
    }
    m_variables = parseVariables(started.output);
    return true;
}

void LabDirectory::stop()
{
    const CommandOutput stopped = script(QStringLiteral("dc.sh"), {QStringLiteral("stop"), folder()});
    if (!stopped.ok())
        m_error = QString::fromUtf8(stopped.all());
}

QJsonObject LabDirectory::manifest() const
{
    QFile file(variable("DC_MANIFEST"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QProcessEnvironment LabDirectory::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"KRB5_CONFIG", "KRB5CCNAME", "LDAPTLS_CACERT", "NSS_WRAPPER_HOSTS"})
        environment.insert(QLatin1String(name), variable(name));
    environment.insert(QStringLiteral("LD_PRELOAD"), variable("DC_NSS_WRAPPER"));
    // A sanitizer's runtime must come before every preloaded library; programs that are not ours need not care.
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
    return environment;
}

CommandOutput LabDirectory::sambaTool(const QStringList &arguments) const
{
    return runCommand(QStringLiteral("samba-tool"), arguments + QStringList{QStringLiteral("-H"), database()});
}

CommandOutput LabDirectory::ldapSearch(const QString &base, const QString &filter, const QStringList &attributes,
                                       const QString &user, const QString &password, const QStringList &extra) const
{
    QStringList arguments{QStringLiteral("-LLL"),         QStringLiteral("-o"),
                          QStringLiteral("ldif-wrap=no"), QStringLiteral("-x"),
                          QStringLiteral("-H"),           uri(),
                          QStringLiteral("-b"),           base,
                          QStringLiteral("-D"),           user.isEmpty() ? adminUser() : user,
                          QStringLiteral("-y"),           QStringLiteral("/dev/stdin")};
    if (!extra.contains(QStringLiteral("-E")))
        arguments += {QStringLiteral("-E"), QStringLiteral("pr=500/noprompt")};
    arguments += extra;
    arguments += filter;
    arguments += attributes;
    const QString secret = user.isEmpty() ? adminPassword() : password;
    return runCommand(QStringLiteral("ldapsearch"), arguments, environment(), secret.toUtf8());
}

QList<LdifEntry> LabDirectory::entries(const QString &base, const QString &filter, const QStringList &attributes,
                                       const QString &scope) const
{
    const CommandOutput found = ldapSearch(base, filter, attributes, {}, {}, {QStringLiteral("-s"), scope});
    return found.ok() ? parseLdif(found.output) : QList<LdifEntry>{};
}

CommandOutput LabDirectory::ldapModify(const QByteArray &ldif) const
{
    // Standard input carries the changes, so the password needs a file of its own.
    QFile password(m_folder.filePath(QStringLiteral("password")));
    if (!password.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return {-1, {}, password.errorString().toUtf8()};
    password.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    password.write(adminPassword().toUtf8());
    password.close();
    return runCommand(QStringLiteral("ldapmodify"),
                      {QStringLiteral("-x"), QStringLiteral("-H"), uri(), QStringLiteral("-D"), adminUser(),
                       QStringLiteral("-y"), password.fileName()},
                      environment(), ldif);
}

CommandOutput LabDirectory::ldbSearch(const QString &base, const QString &filter, const QStringList &attributes) const
{
    return runCommand(QStringLiteral("ldbsearch"),
                      QStringList{QStringLiteral("-H"), database(), QStringLiteral("-b"), base, filter} + attributes);
}

CommandOutput LabDirectory::dump() const
{
    return runCommand(scriptPath(QStringLiteral("dump.sh")), {folder()});
}

} // namespace cloudsync::tests
