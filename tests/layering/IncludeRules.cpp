// SPDX-License-Identifier: GPL-3.0-or-later
#include "IncludeRules.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace cloudsync {

namespace {

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool matchesAny(const QStringList &patterns, const QString &text)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) { return matches(pattern, text); });
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

} // namespace

const QVector<IncludeRule> &includeRules()
{
    static const QString engine = QStringLiteral("app/backend/engine/.*");
    static const QString ports = QStringLiteral("app/backend/ports/.*");
    static const QString setup = QStringLiteral("app/backend/setup/.*");
    static const QString resources = QStringLiteral("resources/.*");
    // What Windows itself knows, and more than one adapter needs there.
    static const QString trustedRoots = QStringLiteral("app/backend/adapters/windows/TrustedRoots\\.h");
    static const QStringList core{QStringLiteral("QtCore")};
    static const QStringList widgetQt{QStringLiteral("QtCore"), QStringLiteral("QtGui"), QStringLiteral("QtWidgets")};
    static const QVector<IncludeRule> rules{
        {"backend/engine, Log", "app/backend/engine/Log\\.cpp", {}, core, {"tl", "spdlog"}},
        {"backend/engine", "app/backend/engine/.*", {}, core, {"tl", "unistd.h", "io.h"}},
        {"backend/ports", "app/backend/ports/.*", {engine}, core, {"tl"}},
        {"backend/setup, answer-file reader", "app/backend/setup/answers/.*\\.cpp", {engine, ports, setup, resources}, core, {"tl", "valijson"}},
        {"backend/setup", "app/backend/setup/.*", {engine, ports, setup, resources}, core, {"tl"}},
        {"backend/adapters/windows", "app/backend/adapters/windows/.*", {engine, ports}, core,
         {"tl", "openssl", "windows.h", "wincrypt.h", "wintrust.h", "softpub.h", "ntsecapi.h", "aclapi.h", "sddl.h", "lm.h", "dsrole.h"}},
        {"backend/adapters/ldap", "app/backend/adapters/ldap/.*", {engine, ports, trustedRoots}, core,
         {"tl", "windows.h", "winsock2.h", "ws2tcpip.h", "windns.h", "sspi.h", "ldap.h", "openldap.h", "lber.h", "sasl", "gssapi", "krb5.h", "krb5", "profile.h", "openssl", "resolv.h", "arpa", "netdb.h", "netinet", "sys", "unistd.h", "poll.h", "fcntl.h"}},
        {"backend/adapters/entra", "app/backend/adapters/entra/.*", {engine, ports}, {"QtCore", "QtNetwork", "QtNetworkAuth"}, {"tl", "openssl"}},
        {"backend/adapters/files", "app/backend/adapters/files/.*", {engine, ports, trustedRoots, "app/backend/adapters/windows/AdministratorsOnly\\.h"}, {"QtCore", "QtNetwork"},
         {"tl", "openssl", "unistd.h", "sys", "netdb.h", "poll.h", "fcntl.h", "arpa", "netinet"}},
        {"backend/adapters/*", "app/backend/adapters/.*", {engine, ports}, {"QtCore", "QtNetwork"},
         {"tl", "openssl", "unistd.h", "sys", "termios.h", "windows.h", "netdb.h", "poll.h", "fcntl.h", "arpa", "netinet"}},
        {"wizard-pages models", "wizard-pages/(?!widgets/).*(Model|State|Secrets)\\.(h|cpp)|wizard-pages/state/.*",
         {engine, ports, setup, "wizard-pages/state/.*"}, core, {"tl"}},
        {"wizard-pages/widgets", "wizard-pages/widgets/.*", {engine}, widgetQt, {"tl"}},
        {"wizard-pages pages", "wizard-pages/.*", {"wizard-pages/widgets/.*"}, widgetQt, {}},
        {"app/wizard", "app/wizard/.*", {engine, ports, setup, "wizard-pages/.*"}, widgetQt, {"tl"}},
        {"app/cli", "app/cli/.*", {engine, ports, setup, "app/cli/.*"}, core, {"tl", "CLI"}},
        {"app/main-*", "app/main-.*", {".*"}, {"QtCore", "QtGui", "QtWidgets", "QtNetwork"}, {"tl", "io.h", "windows.h", "pthread.h", "termios.h", "unistd.h"}},
        {"resources", "resources/.*", {}, core, {}},
    };
    return rules;
}

IncludeChecker::IncludeChecker(const QStringList &qtFolders) : m_qtFolders(qtFolders) {}

QString IncludeChecker::qtModuleOf(const QString &include) const
{
    if (include.startsWith(QStringLiteral("Qt")) && include.contains(u'/'))
        return include.section(u'/', 0, 0);
    if (!include.startsWith(u'Q') && !include.startsWith(QStringLiteral("q")))
        return {};
    for (const QString &module : {QStringLiteral("QtCore"), QStringLiteral("QtGui"), QStringLiteral("QtWidgets"), QStringLiteral("QtNetwork"),
                                  QStringLiteral("QtNetworkAuth"), QStringLiteral("QtTest")}) {
        for (const QString &folder : m_qtFolders) {
            if (QFileInfo::exists(folder + u'/' + module + u'/' + include))
                return module;
        }
    }
    return include.startsWith(u'Q') ? QStringLiteral("unknown Qt module") : QString();
}

QVector<IncludeProblem> IncludeChecker::check(const QString &path, const QByteArray &source) const
{
    QVector<IncludeProblem> problems;
    const auto &rules = includeRules();
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const IncludeRule &candidate) { return matches(candidate.pattern, path); });
    if (rule == rules.end())
        return {{path, 0, {}, QStringLiteral("no row of the include table covers this file")}};

    static const QRegularExpression directive(QStringLiteral(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re"));
    const QList<QByteArray> lines = source.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        const auto match = directive.match(QString::fromUtf8(lines.at(i)));
        if (!match.hasMatch())
            continue;
        const QString include = match.captured(2);
        const auto problem = [&](const QString &why) { problems.append({path, i + 1, include, why}); };
        if (match.captured(1) == QStringLiteral("\"") && !include.startsWith(QStringLiteral("Qt"))) {
            if (include.endsWith(QStringLiteral(".moc")))
                continue;
            // "X.h" is beside the file, "backend/…", "cli/…", "wizard/…" and "main-…" lie below app/, the rest below the root.
            QString target = include;
            if (matches(QStringLiteral("(backend|cli|wizard)/.*|main-.*"), include))
                target = QStringLiteral("app/") + include;
            else if (!include.contains(u'/'))
                target = folderOf(path) + u'/' + include;
            if (folderOf(target) == folderOf(path) && rule->kind != QStringLiteral("wizard-pages/widgets") && !rule->kind.startsWith(QStringLiteral("wizard-pages models")))
                continue;
            if (folderOf(target) == folderOf(path)) {
                // A model shares its folder with a page but must not see it.
                if (target.endsWith(QStringLiteral("Page.h")) && rule->kind.startsWith(QStringLiteral("wizard-pages models")))
                    problem(QStringLiteral("a model knows no page"));
                continue;
            }
            if (!matchesAny(rule->project, target))
                problem(QStringLiteral("%1 may not include this folder").arg(rule->kind));
            continue;
        }
        if (const QString module = qtModuleOf(include); !module.isEmpty()) {
            if (!rule->qt.contains(module))
                problem(QStringLiteral("%1 may not include %2").arg(rule->kind, module));
            continue;
        }
        // The standard library has neither a folder nor an ending.
        if (!include.contains(u'/') && !include.contains(u'.'))
            continue;
        if (!rule->libraries.contains(include.section(u'/', 0, 0)))
            problem(QStringLiteral("%1 may not include this library").arg(rule->kind));
    }
    return problems;
}

} // namespace cloudsync
