// SPDX-License-Identifier: GPL-3.0-or-later
#include "IncludeRules.h"

#include <QDirIterator>
#include <QFile>
#include <QtTest>

using namespace cloudsync;

/// Holds the include table of the design over every source file of the product.
class TestLayering : public QObject
{
    Q_OBJECT

    const IncludeChecker m_checker{{QStringLiteral(QT_INCLUDE_FOLDER)}};

    static QString listed(const QVector<IncludeProblem> &problems)
    {
        QString text;
        for (const IncludeProblem &problem : problems)
            text += QStringLiteral("\n%1:%2: %3: %4").arg(problem.file).arg(problem.line).arg(problem.include, problem.why);
        return text;
    }

private Q_SLOTS:
    void everyIncludeKeepsToTheTable()
    {
        const QString root = QStringLiteral(SOURCE_FOLDER);
        QVector<IncludeProblem> problems;
        int files = 0;
        for (const char *folder : {"app", "wizard-pages", "resources"}) {
            QDirIterator it(root + u'/' + QLatin1String(folder), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString path = it.next();
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                problems += m_checker.check(path.mid(root.size() + 1), file.readAll());
                ++files;
            }
        }
        QVERIFY(files > 50);
        QVERIFY2(problems.isEmpty(), qPrintable(listed(problems)));
    }

    void theCheckerSeesWhatItIsFor_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("count");
        QTest::newRow("a page that includes an adapter") << "wizard-pages/license/LicensePage.cpp" << QByteArray("#include \"backend/adapters/ldap/LdapConnector.h\"\n") << 1;
        QTest::newRow("a page that includes its model") << "wizard-pages/license/LicensePage.cpp" << QByteArray("#include \"wizard-pages/license/LicenseModel.h\"\n") << 0;
        QTest::newRow("a page that includes another page") << "wizard-pages/license/LicensePage.cpp" << QByteArray("#include \"wizard-pages/scope/ScopePage.h\"\n") << 1;
        QTest::newRow("a page that includes a port") << "wizard-pages/license/LicensePage.cpp" << QByteArray("#include \"backend/ports/Tenant.h\"\n") << 1;
        QTest::newRow("a model with a widget") << "wizard-pages/license/LicenseModel.h" << QByteArray("#include <QLabel>\n#include <QtWidgets/QWidget>\n") << 2;
        QTest::newRow("a model with its page") << "wizard-pages/license/LicenseModel.cpp" << QByteArray("#include \"wizard-pages/license/LicensePage.h\"\n") << 1;
        QTest::newRow("an adapter with another") << "app/backend/adapters/graph/A.cpp" << QByteArray("#include \"backend/adapters/http/QtHttpClient.h\"\n") << 1;
        QTest::newRow("an adapter with the domain") << "app/backend/adapters/ldap/A.cpp" << QByteArray("#include \"backend/setup/Backend.h\"\n") << 1;
        QTest::newRow("the domain with an adapter") << "app/backend/setup/Backend.cpp" << QByteArray("#include \"backend/adapters/ldap/LdapConnector.h\"\n") << 1;
        QTest::newRow("the domain with Gui") << "app/backend/setup/Backend.cpp" << QByteArray("#include <QColor>\n") << 1;
        QTest::newRow("the engine with a domain word") << "app/backend/engine/Plan.cpp" << QByteArray("#include \"backend/ports/Tenant.h\"\n") << 1;
        QTest::newRow("spdlog outside the log") << "app/backend/engine/Plan.cpp" << QByteArray("#include <spdlog/logger.h>\n") << 1;
        QTest::newRow("spdlog in the log") << "app/backend/engine/Log.cpp" << QByteArray("#include <spdlog/logger.h>\n") << 0;
        QTest::newRow("the command line with a page") << "app/cli/A.cpp" << QByteArray("#include \"wizard-pages/license/LicenseModel.h\"\n") << 1;
        QTest::newRow("a composition root") << "app/main-cli.cpp" << QByteArray("#include \"backend/adapters/ldap/LdapConnector.h\"\n") << 0;
        QTest::newRow("a file without a row") << "app/stray/A.cpp" << QByteArray("#include <QString>\n") << 1;
    }

    void theCheckerSeesWhatItIsFor()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, source);
        QFETCH(int, count);
        const auto problems = m_checker.check(path, source);
        QVERIFY2(problems.size() == count, qPrintable(listed(problems)));
    }

    void theReadmePrintsEveryRow()
    {
        QFile readme(QStringLiteral(SOURCE_FOLDER "/README.md"));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(readme.readAll());
        for (const IncludeRule &rule : includeRules())
            QVERIFY2(text.contains(QStringLiteral("| ") + rule.kind.section(u',', 0, 0)), qPrintable(rule.kind));
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
