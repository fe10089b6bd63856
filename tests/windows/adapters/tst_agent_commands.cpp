// SPDX-License-Identifier: GPL-3.0-or-later
// powershell.exe is the stand-in: it writes to C:\lab\powershell.jsonl what it was given, and answers like the script.
#include "backend/adapters/windows/AgentCommands.h"
#include "backend/adapters/windows/PowerShell.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace cloudsync;
using namespace cloudsync::windows;

class TestAgentCommands : public QObject
{
    Q_OBJECT

    static QJsonObject lastCall()
    {
        QFile file(QStringLiteral("C:/lab/powershell.jsonl"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll().trimmed().split('\n').constLast()).object();
    }

private Q_SLOTS:
    void secretsGoThroughStandardInputAlone()
    {
        QJsonObject answer;
        const auto ended = PowerShell().run("# Import-Module", {{QStringLiteral("operation"), QStringLiteral("echo")}},
                                            {{QStringLiteral("password"), Secret(QByteArray("p\"\\\n\xc3\xbc"))}},
                                            [&](const QJsonObject &line) { answer = line; }, {});
        QVERIFY2(ended, ended ? "" : qPrintable(ended.error().toLogText()));
        QCOMPARE(answer.value(QStringLiteral("kind")).toString(), QStringLiteral("result"));
        const QJsonObject call = lastCall();
        QCOMPARE(call.value(QStringLiteral("request")).toObject().value(QStringLiteral("password")).toString(), QStringLiteral("5 characters"));
        QVERIFY(!call.value(QStringLiteral("secretOnCommandLine")).toBool());
        QVERIFY(!call.value(QStringLiteral("secretInEnvironment")).toBool());
    }

    void theScriptOfTheProgramArrivesWhole()
    {
        const auto domains = AgentCommands(QStringLiteral(R"(C:\lab)")).domains({});
        QVERIFY2(domains, domains ? "" : qPrintable(domains.error().toLogText()));
        QVERIFY(domains->names.isEmpty());
        QVERIFY(!domains->controllers); // nobody told them
        const QJsonObject call = lastCall();
        QVERIFY(call.value(QStringLiteral("scriptIsWhole")).toBool());
        const QJsonObject request = call.value(QStringLiteral("request")).toObject();
        QCOMPARE(request.value(QStringLiteral("operation")).toString(), QStringLiteral("domains"));
        QCOMPARE(request.value(QStringLiteral("module")).toString(), QStringLiteral(R"(C:\lab\Microsoft.CloudSync.PowerShell.dll)"));
    }

    void whetherTheCommandTakesATokenIsAsked()
    {
        const auto takesToken = AgentCommands(QStringLiteral(R"(C:\lab)")).takesToken({});
        QVERIFY(takesToken);
        QVERIFY(*takesToken);
    }

    void theMessageOfAFailedCommandIsKept()
    {
        // There is no service yet whose account could be changed.
        const auto used = AgentCommands(QStringLiteral(R"(C:\lab)")).useServiceAccount(QStringLiteral("provAgentgMSA$"), {});
        QVERIFY(!used);
        QCOMPARE(used.error().code, ErrorCode::AgentCommandFailed);
        QVERIFY(used.error().detail.contains(QStringLiteral("Unable to install service account")));
    }
};

QTEST_GUILESS_MAIN(TestAgentCommands)
#include "tst_agent_commands.moc"
