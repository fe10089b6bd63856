// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong answers and refused credentials: each ends with its own exit code and text, nothing is changed anywhere, and a
// refused password is not tried again.
#include "Laboratory.h"
#include "Shapes.h"

#include <QFile>
#include <QTest>

#include <functional>

namespace cloudsync::tests {

class MainJobBadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badInputChangesNothing_data();
    void badInputChangesNothing();
    void answerFileThatIsNoJsonNamesThePlace();
    void missingConfirmationIsNotWaitedFor();
    void missingPasswordIsNotWaitedFor();

private:
    /// badPwdCount of a domain administrator whom nobody else signs in as. (The built-in Administrator's is never
    /// counted.)
    int refusedPasswords() const;
    Laboratory m_lab;
    QByteArray m_before;
};

using Change = std::function<void(QJsonObject &answers, const Laboratory &lab)>;

/// Changes the value below a path of member names and list positions.
static void set(QJsonObject &object, const QStringList &path, const QJsonValue &value)
{
    const std::function<QJsonValue(const QJsonValue &, QStringList)> changed = [&](const QJsonValue &node,
                                                                                   QStringList rest) -> QJsonValue {
        if (rest.isEmpty())
            return value;
        const QString step = rest.takeFirst();
        if (node.isArray()) {
            QJsonArray list = node.toArray();
            const int index = step.toInt();
            list.replace(index, changed(list.at(index), rest));
            return list;
        }
        QJsonObject inner = node.toObject();
        inner.insert(step, changed(inner.value(step), rest));
        return inner;
    };
    object = changed(object, path).toObject();
}

static QString wrongPasswordFile(const Laboratory &lab)
{
    QFile file(lab.path(QStringLiteral("wrong-password")));
    if (file.open(QIODevice::WriteOnly))
        file.write("this is not the password\n");
    return file.fileName();
}

void MainJobBadInputTest::initTestCase()
{
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
    m_before = m_lab.dump();
    QVERIFY(m_before.size() > 10000);
}

void MainJobBadInputTest::badInputChangesNothing_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("named"); // must stand somewhere in the error
    const auto row = [](const char *name, int exitCode, const char *code, const char *named, Change change) {
        QTest::newRow(name) << change << exitCode << QString::fromLatin1(code) << QString::fromUtf8(named);
    };
    const QStringList scope{QStringLiteral("configurations"), QStringLiteral("0"), QStringLiteral("scope"),
                            QStringLiteral("distinguishedNames")};
    const QStringList credential{QStringLiteral("directories"), QStringLiteral("0"), QStringLiteral("credential")};

    row("unknown key", 2, "answers.invalid", "/serviceAccount/nmae", [](QJsonObject &answers, const Laboratory &) {
        set(answers, {"serviceAccount", "nmae"}, "provAgentgMSA");
    });
    row("wrong type", 2, "answers.invalid", "/configurations/0/passwordHashSync",
        [](QJsonObject &answers, const Laboratory &) {
            set(answers, {"configurations", "0", "passwordHashSync"}, "yes");
        });
    row("threshold of -1", 2, "answers.invalid", "/configurations/0/accidentalDeletion/threshold",
        [](QJsonObject &answers, const Laboratory &) {
            set(answers, {"configurations", "0", "accidentalDeletion", "threshold"}, -1);
        });
    row("60 scopes", 2, "answers.invalid", "/configurations/0/scope/distinguishedNames",
        [scope](QJsonObject &answers, const Laboratory &) {
            QJsonArray units;
            for (int i = 0; i < 60; ++i)
                units.append(QStringLiteral("OU=Unit %1,DC=contoso,DC=test").arg(i));
            set(answers, scope, units);
        });
    row("account name of 16 characters", 2, "answers.invalid", "/serviceAccount/name",
        [](QJsonObject &answers, const Laboratory &) {
            set(answers, {"serviceAccount", "name"}, "abcdefghijklmnop");
        });
    row("licence not accepted", 2, "answers.licenseNotAccepted", "", [](QJsonObject &answers, const Laboratory &) {
        set(answers, {"license", "accepted"}, false);
    });
    row("unit that is not in the directory", 3, "directory.scopeObjectMissing", "OU=Nowhere,DC=contoso,DC=test",
        [scope](QJsonObject &answers, const Laboratory &) {
            set(answers, scope, QJsonArray{"OU=Sales,DC=contoso,DC=test", "OU=Nowhere,DC=contoso,DC=test"});
        });
    row("untrusted certificate of the controller", 3, "tls.certificateNotTrusted", "",
        [](QJsonObject &answers, const Laboratory &lab) {
            set(answers, {"directories", "0", "caFile"}, lab.path("tenant/ca.pem"));
        });
    row("untrusted certificate of the tenant", 3, "tls.certificateNotTrusted", "",
        [](QJsonObject &answers, const Laboratory &lab) {
            set(answers, {"cloud", "caFile"}, lab.path("dc/ca.pem"));
        });
    for (const char *mechanism : {"simple", "negotiate"}) {
        row(qPrintable(QStringLiteral("wrong password, %1").arg(QLatin1String(mechanism))), 4,
            "directory.credentialRefused", "adm.lindqvist",
            [credential, mechanism](QJsonObject &answers, const Laboratory &lab) {
                set(answers, credential + QStringList{QStringLiteral("user")}, "CONTOSO\\adm.lindqvist");
                set(answers, credential + QStringList{QStringLiteral("mechanism")}, QLatin1String(mechanism));
                set(answers, credential + QStringList{QStringLiteral("password")},
                    QJsonObject{{QStringLiteral("file"), wrongPasswordFile(lab)}});
            });
    }
    row("controller that is not there", 3, "directory.unreachable", "127.0.0.1",
        [](QJsonObject &answers, const Laboratory &) {
            set(answers, {"directories", "0", "controllers"}, QJsonArray{"ldaps://127.0.0.1:9"});
        });
    row("application that the tenant does not know", 4, "signIn.refused", "",
        [](QJsonObject &answers, const Laboratory &) {
            set(answers, {"signIn", "clientId"}, "00000000-0000-4000-8000-000000000000");
        });
    row("package that is not there", 3, "server.packageMissing", "nowhere.exe",
        [](QJsonObject &answers, const Laboratory &lab) {
            set(answers, {"server", "agentPackage"}, lab.path("nowhere.exe"));
        });
    row("package of another publisher", 3, "server.packageNotTrusted", "",
        [](QJsonObject &answers, const Laboratory &) {
            set(answers, {"server", "publisher"}, "Somebody Else");
        });
    row("host that is not in the directory", 3, "directory.objectMissing", "SYNC99",
        [](QJsonObject &answers, const Laboratory &) {
            set(answers, {"serviceAccount", "hosts"}, QJsonArray{"SYNC99"});
        });
}

int MainJobBadInputTest::refusedPasswords() const
{
    const CommandOutput found = runCommand(
        QStringLiteral("ldbsearch"), {QStringLiteral("-H"), m_lab.path(QStringLiteral("dc/private/sam.ldb")),
                                      QStringLiteral("(sAMAccountName=adm.lindqvist)"), QStringLiteral("badPwdCount")});
    const auto entries = parseLdif(found.output);
    return entries.isEmpty() ? -1 : entries.first().value(QStringLiteral("badPwdCount")).toInt();
}

void MainJobBadInputTest::badInputChangesNothing()
{
    QFETCH(Change, change);
    QFETCH(int, exitCode);
    QFETCH(QString, code);
    QFETCH(QString, named);
    QJsonObject answers = m_lab.answers();
    change(answers, m_lab);
    const QString file = m_lab.writeAnswers(answers, QStringLiteral("bad-answers.json"));
    const int exchange = m_lab.lastExchange();
    const int refused = refusedPasswords();
    QVERIFY(refused >= 0);

    const CliRun run = m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"), file});

    QVERIFY2(run.exitCode == exitCode, run.all().constData());
    QCOMPARE(run.document.value(QStringLiteral("exitCode")).toInt(), exitCode);
    QCOMPARE(shapeProblem(QStringLiteral("error"), run.document), QString());
    const QJsonObject error = run.document.value(QStringLiteral("error")).toObject();
    QVERIFY2(error.value(QStringLiteral("code")).toString() == code, run.output.constData());
    for (const char *part : {"title", "happened", "changed", "next"})
        QVERIFY2(error.value(QLatin1String(part)).toString().size() > 5, part);
    QVERIFY2(run.output.contains(named.toUtf8()), run.output.constData());

    QCOMPARE(m_lab.writesSince(exchange), QStringList());
    QCOMPARE(firstDifference(m_before, m_lab.dump()), QByteArray());
    QVERIFY(!m_lab.json(QStringLiteral("host/host.json")).contains(QStringLiteral("agent")));
    const bool wrongPassword = code == QStringLiteral("directory.credentialRefused");
    // The directory counted one refusal where the password is wrong.
    QCOMPARE(refusedPasswords(), wrongPassword ? refused + 1 : refused);
}

void MainJobBadInputTest::answerFileThatIsNoJsonNamesThePlace()
{
    QFile file(m_lab.path(QStringLiteral("broken.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"version\": 1,\n  \"license\": { \"accepted\" true }\n}\n");
    file.close();
    const CliRun run = m_lab.cli({QStringLiteral("check"), QStringLiteral("--answers"), file.fileName()});
    QVERIFY2(run.exitCode == 2, run.all().constData());
    QCOMPARE(run.document.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
             QStringLiteral("answers.notJson"));
    QVERIFY2(run.output.contains("3"), run.output.constData()); // the line
}

void MainJobBadInputTest::missingConfirmationIsNotWaitedFor()
{
    const int exchange = m_lab.lastExchange();
    const CliRun run =
        m_lab.cli({QStringLiteral("apply"), QStringLiteral("--answers"), m_lab.path(QStringLiteral("answers.json"))});
    QVERIFY2(run.exitCode == 2, run.all().constData());
    QCOMPARE(run.document.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
             QStringLiteral("commandLine.confirmationMissing"));
    QCOMPARE(m_lab.writesSince(exchange), QStringList());
}

void MainJobBadInputTest::missingPasswordIsNotWaitedFor()
{
    QJsonObject answers = m_lab.answers();
    set(answers, {"directories", "0", "credential", "password"}, "prompt");
    const int refused = refusedPasswords();
    const CliRun run = m_lab.cli({QStringLiteral("apply"), QStringLiteral("--yes"), QStringLiteral("--answers"),
                                  m_lab.writeAnswers(answers, QStringLiteral("prompt.json"))});
    QVERIFY2(run.exitCode == 2, run.all().constData());
    QCOMPARE(run.document.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
             QStringLiteral("answers.missing"));
    QCOMPARE(refusedPasswords(), refused);
}

} // namespace cloudsync::tests

Q_DECLARE_METATYPE(cloudsync::tests::Change)

QTEST_GUILESS_MAIN(cloudsync::tests::MainJobBadInputTest)
#include "tst_mainjob_bad_input.moc"
