// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/support/SupportBundle.h"

#include "tests/support/Command.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace cloudsync;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(content);
}

} // namespace

class SupportBundleTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString at(const QString &name) const { return m_folder.filePath(name); }

    BundleContent content() const
    {
        BundleContent made;
        made.written = QDateTime({2026, 11, 24}, {21, 30, 2}, Qt::UTC);
        made.versions = {{"product", "0.1.0"}};
        made.answersFile = at("answers.json");
        made.stateFolder = at("state");
        made.logFiles = {at("setup.log")};
        made.host = HostFacts{};
        made.agent = AgentFacts{};
        made.agent->traceFolder = at("trace");
        return made;
    }

    /// What another program finds in the archive.
    QJsonObject unpacked(const QString &zip)
    {
        const auto result = tests::runCommand("python3", {"-c", "import sys,zipfile,json\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                                                          "print(json.dumps({i.filename:z.read(i).decode() for i in z.infolist()}))",
                                                    zip});
        if (!result.ok())
            qWarning("%s", result.errors.constData());
        return QJsonDocument::fromJson(result.output).object();
    }

private Q_SLOTS:
    void initTestCase()
    {
        put(at("answers.json"), "{\"version\":1,\"directories\":[{\"credential\":{\"password\":{\"env\":\"X\"}}}]}");
        put(at("state/runs/r1.jsonl"), "{\"event\":\"runStarted\"}\n{\"secret\":\"c4nary1\"}\n");
        put(at("state/reports/r1.html"), "<p>as built</p>");
        put(at("setup.log"), "first line\nhttp password=c4nary2 status=401\n");
        put(at("trace/AzureADConnectProvisioningAgent_1.log"), "Authorization: Bearer c4nary3c4nary3\n");
    }

    void anotherProgramReadsItAndFindsNoSecret()
    {
        const auto written = writeSupportBundle(at("b.zip"), content());
        QVERIFY(written);
        QCOMPARE(written->removed, 3);
        const QJsonObject files = unpacked(at("b.zip"));
        QCOMPARE(files.keys(), QStringList({"README.txt", "agent-trace/AzureADConnectProvisioningAgent_1.log", "agent.json", "answers/answers.json",
                                            "host.json", "log/setup.log", "reports/r1.html", "runs/r1.jsonl", "version.json"}));
        for (auto it = files.begin(); it != files.end(); ++it)
            QVERIFY2(!it.value().toString().contains("c4nary"), qPrintable(it.key()));
        QVERIFY(files.value("log/setup.log").toString().contains("status=401"));
        QVERIFY(files.value("answers/answers.json").toString().contains("{\"env\":\"X\"}"));
    }

    void onlyTheOwnerMayReadIt()
    {
        QVERIFY(writeSupportBundle(at("owner.zip"), content()));
        QCOMPARE(QFile::permissions(at("owner.zip")) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }

    void itWorksWhenNothingIsThere()
    {
        BundleContent bare;
        bare.written = QDateTime({2026, 11, 24}, {21, 30, 2}, Qt::UTC);
        bare.stateFolder = at("nowhere");
        bare.logFiles = {at("missing.log")};
        const auto written = writeSupportBundle(at("bare.zip"), bare);
        QVERIFY(written);
        QCOMPARE(unpacked(at("bare.zip")).keys(), QStringList({"README.txt", "version.json"}));
    }

    void ofALongLogTheEndGoesIn()
    {
        QByteArray log;
        for (int i = 0; log.size() < 6 * 1024 * 1024; ++i)
            log += "line " + QByteArray::number(i) + '\n';
        put(at("long.log"), log + "the last line\n");
        BundleContent made = content();
        made.logFiles = {at("long.log")};
        QVERIFY(writeSupportBundle(at("long.zip"), made));
        const QString text = unpacked(at("long.zip")).value("log/long.log").toString();
        QVERIFY(text.endsWith("the last line\n"));
        QVERIFY(text.startsWith("line "));
        QVERIFY(text.size() <= 5 * 1024 * 1024);
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        const auto written = writeSupportBundle(at("no/such/folder/b.zip"), content());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(SupportBundleTest)
#include "SupportBundleTest.moc"
