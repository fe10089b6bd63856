// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/answers/AnswerFile.h"
#include "tests/unit/answers/AnswerExamples.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace cloudsync::test {

namespace {

QByteArray text(const QJsonObject &document)
{
    return QJsonDocument(document).toJson();
}

/// The cause that stands at a pointer, or nullptr.
const Error *causeAt(const Error &error, const QString &pointer)
{
    for (const Error &cause : error.causes) {
        if (cause.subject == pointer)
            return &cause;
    }
    return nullptr;
}

QString allSubjects(const Error &error)
{
    QStringList list;
    for (const Error &cause : error.causes)
        list.append(cause.subject + QStringLiteral(" (") + cause.detail + u')');
    return list.join(QStringLiteral("; "));
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class AnswerFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentOfTheContractIsRead()
    {
        const auto answers = answersFromJson(completeText(), QDir::tempPath());
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().toLogText()));
        QCOMPARE(answers->cloud, QStringLiteral("global"));
        QCOMPARE(answers->server->repair, QStringList({QStringLiteral("tls12"), QStringLiteral("strongCrypto")}));
        QCOMPARE(answers->server->agentPackage, QStringLiteral("C:\\temp\\AADConnectProvisioningAgentSetup.exe"));
        QCOMPARE(answers->server->proxy, QString());
        QCOMPARE(answers->signIn->tenant, QStringLiteral("contoso.onmicrosoft.com"));
        QCOMPARE(answers->serviceAccount->permissions.size(), 4);
        QVERIFY(answers->serviceAccount->restrict);
        const DirectoryAnswers *directory = answers->directory(QStringLiteral("CONTOSO.test"));
        QVERIFY(directory);
        QCOMPARE(directory->caFile, QString());
        QCOMPARE(directory->credential.password, (SecretReference{SecretReference::Kind::Environment, QStringLiteral("DIRECTORY_PASSWORD")}));
        const ConfigurationAnswers *configuration = answers->configuration(QStringLiteral("contoso.test"));
        QVERIFY(configuration);
        QCOMPARE(configuration->accidentalDeletion->threshold, 500);
        QCOMPARE(configuration->scope->kind, ScopeKind::OrganizationalUnits);
        QCOMPARE(configuration->attributeMappings.first().kind, MappingKind::Expression);
        QCOMPARE(configuration->enable, std::optional(true));
    }

    void aSectionThatIsAbsentStaysAbsent()
    {
        const auto answers = answersFromJson(R"({"version":1,"license":{"accepted":true}})", {});
        QVERIFY(answers);
        QVERIFY(!answers->server && !answers->signIn && !answers->serviceAccount && !answers->passwordWriteback);
        QVERIFY(answers->directories.isEmpty() && answers->configurations.isEmpty());
        QCOMPARE(answersToJson(*answers).keys(), QStringList({QStringLiteral("cloud"), QStringLiteral("license"), QStringLiteral("version")}));
    }

    void answersWrittenAndReadAgainAreEqual()
    {
        for (quint32 seed = 0; seed < 300; ++seed) {
            const Answers before = generatedAnswers(seed);
            const QByteArray written = text(answersToJson(before));
            const auto after = answersFromJson(written, QStringLiteral("/elsewhere"));
            QVERIFY2(after, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(after ? QString() : after.error().toLogText())));
            QVERIFY2(*after == before, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromUtf8(written))));
        }
    }

    void aTypedPasswordIsSavedAsAQuestion()
    {
        Answers answers = generatedAnswers(1);
        answers.directories = {DirectoryAnswers{QStringLiteral("contoso.test"), {}, {}, {},
                                                {QStringLiteral("u"), {SecretReference::Kind::Entered, QStringLiteral("key")}, BindMechanism::Negotiate}}};
        const QJsonValue password = answersToJson(answers).value(QStringLiteral("directories")).toArray().at(0).toObject()
                                        .value(QStringLiteral("credential")).toObject().value(QStringLiteral("password"));
        QCOMPARE(password, QJsonValue(QStringLiteral("prompt")));
    }

    void aMistakeIsNamedByItsPlace_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("says");

        const auto row = [](const char *name, const char *place, const QJsonValue &value, const char *says, const char *pointer = nullptr) {
            QTest::newRow(name) << QString::fromLatin1(place) << value << QString::fromLatin1(pointer ? pointer : place) << QString::fromLatin1(says);
        };
        row("unknown key at the top", "/configuration", QJsonArray(), "Did you mean \"configurations\"");
        row("unknown key deep inside", "/configurations/0/accidentalDeletion/treshold", 5, "Did you mean \"threshold\"");
        row("unknown key like no other", "/signIn/zzzzzzzz", 5, "There is no key");
        row("key with slash and tilde", "/server/a~1b", 5, "There is no key");
        row("text instead of a number", "/configurations/0/accidentalDeletion/threshold", QStringLiteral("500"), "Expected a whole number, found a text");
        row("fraction", "/configurations/0/accidentalDeletion/threshold", 1.5, "Expected a whole number, found a number");
        row("threshold of minus one", "/configurations/0/accidentalDeletion/threshold", -1, "-1 is too small; the least value is 1");
        row("threshold of zero", "/configurations/0/accidentalDeletion/threshold", 0, "too small");
        row("threshold beyond integers", "/configurations/0/accidentalDeletion/threshold", 5e9, "too large");
        row("number instead of a text", "/signIn/tenant", 5, "Expected a text, found a whole number");
        row("list instead of an object", "/server", QJsonArray(), "Expected an object, found a list");
        row("object instead of a list", "/directories", QJsonObject(), "Expected a list, found an object");
        row("null where none may be", "/license/accepted", QJsonValue(QJsonValue::Null), "Expected true or false, found null");
        row("unknown enumeration value", "/serviceAccount/permissions/1", QStringLiteral("PasswordHasSync"), "Did you mean \"PasswordHashSync\"");
        row("unknown repair", "/server/repair/0", QStringLiteral("reboot"), "the values are: tls12");
        row("value twice", "/server/repair/1", QStringLiteral("tls12"), "stands in the list already");
        row("version of the future", "/version", 2, "Only the value 1");
        row("name of 16 characters", "/serviceAccount/name", QStringLiteral("provAgentgMSA123"), "16 characters; at most 15");
        row("unknown repair", "/serviceAccount/repair/0", QStringLiteral("kdsRootkey"), "Did you mean \"kdsRootKey\"");
        row("empty name", "/serviceAccount/name", QString(), "must not be empty");
        row("sixty scopes", "/configurations/0/scope/distinguishedNames", [] {
            QJsonArray list;
            for (int i = 0; i < 60; ++i)
                list.append(QStringLiteral("OU=%1,DC=contoso,DC=test").arg(i));
            return list;
        }(), "60 entries; at most 50");
        row("client id that is no id", "/signIn/clientId", QStringLiteral("my app"), "form that is needed");
        row("controller over http", "/directories/0/controllers/0", QStringLiteral("http://dc1"), "An example: ldaps://");
        row("two letters that changed places", "/serviceAccount/hsots", QJsonArray(), "Did you mean \"hosts\"");
        row("domain with a blank", "/directories/0/domain", QStringLiteral("contoso test"), "form that is needed");
        row("unknown cloud", "/cloud", QStringLiteral("globl"), "Did you mean \"global\"");
        row("cloud of a wrong type", "/cloud", 5, "Write the name of a cloud that is built in or an object");
        row("cloud without endpoints", "/cloud", QJsonObject{{QStringLiteral("name"), QStringLiteral("x")}, {QStringLiteral("graph"), QStringLiteral("https://g.test")}},
            "This key is missing", "/cloud/authority");
        row("cloud over http", "/cloud", QJsonObject{{QStringLiteral("name"), QStringLiteral("x")}, {QStringLiteral("authority"), QStringLiteral("http://l.test")}, {QStringLiteral("graph"), QStringLiteral("https://g.test")}},
            "form that is needed", "/cloud/authority");
        row("single backslash that happens to be an escape", "/server/agentPackage", QStringLiteral("C:\temp.exe"), "A backslash in a text is written twice");
        row("missing domain", "/configurations/0/domain", QJsonValue(QJsonValue::Undefined), "This key is missing");
        row("missing version", "/version", QJsonValue(QJsonValue::Undefined), "This key is missing");
        row("secret with two sources", "/directories/0/credential/password", QJsonObject{{QStringLiteral("env"), QStringLiteral("A")}, {QStringLiteral("file"), QStringLiteral("b")}}, "Write \"prompt\"");
        row("secret of a wrong type", "/directories/0/credential/password/env", 5, "Expected a text, found a whole number");
        row("secret with an unknown key", "/directories/0/credential/password", QJsonObject{{QStringLiteral("vault"), QStringLiteral("A")}}, "{\"cms\": \"PATH\"}");
    }

    void aMistakeIsNamedByItsPlace()
    {
        QFETCH(QString, place);
        QFETCH(QJsonValue, value);
        QFETCH(QString, pointer);
        QFETCH(QString, says);
        QString path = place;
        QJsonObject document = changed(completeDocument(), path, value);
        if (path.contains(QStringLiteral("~1"))) { // the helper knows no escapes
            document = completeDocument();
            QJsonObject server = document.value(QStringLiteral("server")).toObject();
            server.insert(QStringLiteral("a/b"), value);
            document.insert(QStringLiteral("server"), server);
        }
        const auto answers = answersFromJson(text(document), {});
        QVERIFY(!answers);
        QCOMPARE(answers.error().code, ErrorCode::AnswersInvalid);
        const Error *cause = causeAt(answers.error(), pointer);
        QVERIFY2(cause, qPrintable(allSubjects(answers.error())));
        QVERIFY2(cause->detail.contains(says), qPrintable(cause->detail));
        QCOMPARE(answers.error().causes.size(), 1);
    }

    void severalMistakesAreAllNamed()
    {
        QJsonObject document = changed(completeDocument(), QStringLiteral("/server/proxi"), 1);
        document = changed(document, QStringLiteral("/configurations/0/accidentalDeletion/threshold"), -1);
        document = changed(document, QStringLiteral("/signIn/method"), QStringLiteral("telepathy"));
        const auto answers = answersFromJson(text(document), {});
        QVERIFY(!answers);
        QCOMPARE(answers.error().causes.size(), 3);
        QVERIFY(causeAt(answers.error(), QStringLiteral("/server/proxi")));
        QVERIFY(causeAt(answers.error(), QStringLiteral("/configurations/0/accidentalDeletion/threshold")));
        QVERIFY(causeAt(answers.error(), QStringLiteral("/signIn/method")));
    }

    void aPasswordInTheFileIsRefusedAndNotRepeated_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QJsonValue>("value");
        const QString canary = QStringLiteral("Canary-7c2f");
        QTest::newRow("plain text") << QStringLiteral("/directories/0/credential/password") << QJsonValue(canary);
        QTest::newRow("wrapped") << QStringLiteral("/directories/0/credential/password") << QJsonValue(QJsonObject{{QStringLiteral("value"), canary}});
        QTest::newRow("as a variable's name") << QStringLiteral("/directories/0/credential/password") << QJsonValue(QJsonObject{{QStringLiteral("env"), canary}});
        QTest::newRow("in a controller's address") << QStringLiteral("/directories/0/controllers/0") << QJsonValue(QStringLiteral("ldaps://u:%1@dc1").arg(canary));
        QTest::newRow("of the proxy") << QStringLiteral("/server/proxyCredential") << QJsonValue(QJsonObject{{QStringLiteral("user"), QStringLiteral("ada")}, {QStringLiteral("password"), canary}});
        QTest::newRow("in a proxy's address") << QStringLiteral("/server/proxy") << QJsonValue(QStringLiteral("http://u:%1@proxy:8080").arg(canary));
        QTest::newRow("under an unknown key") << QStringLiteral("/directories/0/credential/pasword") << QJsonValue(canary);
    }

    void aPasswordInTheFileIsRefusedAndNotRepeated()
    {
        QFETCH(QString, place);
        QFETCH(QJsonValue, value);
        const auto answers = answersFromJson(text(changed(completeDocument(), place, value)), {});
        QVERIFY(!answers);
        QVERIFY2(!answers.error().toLogText().contains(QStringLiteral("Canary")), qPrintable(answers.error().toLogText()));
        QVERIFY(!answers.error().causes.isEmpty());
    }

    void aPlainPasswordIsToldWhatToWriteInstead()
    {
        const auto answers = answersFromJson(
            text(changed(completeDocument(), QStringLiteral("/directories/0/credential/password"), QStringLiteral("hunter2"))), {});
        QVERIFY(!answers);
        const QString says = answers.error().causes.value(0).detail;
        QVERIFY2(says.contains(QStringLiteral("{\"env\": \"NAME\"}")) && says.contains(QStringLiteral("secret must not stand")), qPrintable(says));
    }

    void aKeyThatStandsTwiceIsRefused()
    {
        const auto answers = answersFromJson(R"({"version":1,"license":{"accepted":true},
            "directories":[{"domain":"a.test"},{"domain":"b.test","caFile":"x","ca\u0046ile":"y"}]})", {});
        QVERIFY(!answers);
        QCOMPARE(answers.error().code, ErrorCode::AnswersInvalid);
        QCOMPARE(answers.error().causes.size(), 1);
        QCOMPARE(answers.error().causes.first().subject, QStringLiteral("/directories/1/caFile"));
    }

    void equalKeysInDifferentObjectsAreNoDouble()
    {
        const auto answers = answersFromJson(R"({"version":1,"license":{"accepted":true},
            "directories":[{"domain":"a.test","controllers":[]},{"controllers":[],"domain":"b.test"}]})", {});
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().toLogText()));
    }

    void textThatIsNotJsonIsNamedByLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("only blanks") << QByteArray(" \n") << QStringLiteral("empty");
        QTest::newRow("open object") << QByteArray("{\n  \"version\": 1") << QStringLiteral("Line 2");
        QTest::newRow("comment") << QByteArray("{\n  // no\n}") << QStringLiteral("Line 2");
        QTest::newRow("bare word") << QByteArray("{\"version\": one}") << QStringLiteral("Line 1");
        QTest::newRow("single backslash") << QByteArray(R"({"a":"C:\temp\Setup.exe"})") << QStringLiteral("Line 1");
        QTest::newRow("two documents") << QByteArray("{}\n{}") << QStringLiteral("Line 2");
        QTest::newRow("number only") << QByteArray("17") << QStringLiteral("Line 1");
        QTest::newRow("UTF-16 with mark") << QByteArray("\xFF\xFE{\0}\0", 6) << QStringLiteral("Save it as UTF-8");
        QTest::newRow("UTF-16 without mark") << QByteArray("{\0}\0", 4) << QStringLiteral("Save it as UTF-8");
        QTest::newRow("Latin-1") << QByteArray("{\n \"a\": \"J\xF6rg\"}") << QStringLiteral("Line 2, column 9");
        QTest::newRow("too deep") << QByteArray(3000, '[') << QStringLiteral("Line 1");
    }

    void textThatIsNotJsonIsNamedByLineAndColumn()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto answers = answersFromJson(bytes, {});
        QVERIFY(!answers);
        QCOMPARE(answers.error().code, ErrorCode::AnswersNotJson);
        QVERIFY2(answers.error().detail.contains(says), qPrintable(answers.error().detail));
    }

    void aByteOrderMarkIsPassedOver()
    {
        QVERIFY(answersFromJson("\xEF\xBB\xBF" + completeText(), {}));
    }

    void anOverlongTextIsRefusedInsteadOfBreakingThePatternMatcher()
    {
        const QString longText(200000, u'a');
        for (const char *place : {"/directories/0/domain", "/signIn/tenant", "/signIn/clientId", "/directories/0/controllers/0"}) {
            const auto answers = answersFromJson(text(changed(completeDocument(), QLatin1String(place), longText)), {});
            QVERIFY(!answers);
            QVERIFY(causeAt(answers.error(), QLatin1String(place)));
        }
    }

    void theLongestTextThatIsLetThroughIsJudgedQuickly()
    {
        QElapsedTimer timer;
        timer.start();
        for (const QString &piece : {QStringLiteral("a"), QStringLiteral("a."), QStringLiteral("a-"), QStringLiteral("_"), QStringLiteral("ldap://")}) {
            const QString text1024 = piece.repeated(1023 / piece.size()) + u'!';
            for (const char *place : {"/directories/0/domain", "/signIn/tenant", "/signIn/clientId", "/directories/0/controllers/0",
                                      "/directories/0/preferredControllers/0", "/server/proxy", "/directories/0/credential/password/env"}) {
                const auto answers = answersFromJson(text(changed(completeDocument(), QLatin1String(place), text1024)), {});
                QVERIFY(!answers);
                QVERIFY2(causeAt(answers.error(), QLatin1String(place)), place);
            }
        }
        QVERIFY2(timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
    }

    void aListAtTheTopIsAWrongType()
    {
        const auto answers = answersFromJson("[]", {});
        QVERIFY(!answers);
        QCOMPARE(answers.error().causes.value(0).subject, QString());
        QVERIFY(answers.error().causes.value(0).detail.contains(QStringLiteral("Expected an object, found a list")));
    }

    void aLicenceThatIsNotAcceptedHasItsOwnCode()
    {
        const auto refused = answersFromJson(text(changed(completeDocument(), QStringLiteral("/license/accepted"), false)), {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::LicenseNotAccepted);
        QCOMPARE(refused.error().subject, QStringLiteral("/license/accepted"));
        const auto absent = answersFromJson(R"({"version":1})", {});
        QVERIFY(!absent);
        QCOMPARE(absent.error().code, ErrorCode::LicenseNotAccepted);
    }

    void pathsStartAtTheFolderOfTheFile()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        QJsonObject document = completeDocument();
        document = changed(document, QStringLiteral("/server/agentPackage"), QStringLiteral("pkg/Setup.exe"));
        document = changed(document, QStringLiteral("/directories/0/caFile"), QStringLiteral("../ca.pem"));
        document = changed(document, QStringLiteral("/directories/0/credential/password"), QJsonObject{{QStringLiteral("file"), QStringLiteral("pw")}});
        document = changed(document, QStringLiteral("/signIn/method"), QStringLiteral("certificate"));
        document = changed(document, QStringLiteral("/signIn/certificate"), QJsonObject{{QStringLiteral("file"), QStringLiteral("/abs/app.pem")}});
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("in")));
        const QString path = folder.filePath(QStringLiteral("in/answers.json"));
        QVERIFY(writeFile(path, text(document)));
        const auto answers = readAnswerFile(path);
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().toLogText()));
        QCOMPARE(answers->server->agentPackage, folder.filePath(QStringLiteral("in/pkg/Setup.exe")));
        QCOMPARE(answers->directories.first().caFile, folder.filePath(QStringLiteral("ca.pem")));
        QCOMPARE(answers->directories.first().credential.password.value, folder.filePath(QStringLiteral("in/pw")));
        QCOMPARE(answers->signIn->certificateFile, QStringLiteral("/abs/app.pem"));
    }

    void aPathThatIsOnlyInTheWorkingFolderIsFoundThere()
    {
        QTemporaryDir folder;
        QTemporaryDir working;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(working.path()));
        const bool written = writeFile(working.filePath(QStringLiteral("Setup.exe")), "x");
        const auto answers = answersFromJson(text(changed(completeDocument(), QStringLiteral("/server/agentPackage"), QStringLiteral("Setup.exe"))), folder.path());
        const QString expected = QDir::current().absoluteFilePath(QStringLiteral("Setup.exe"));
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(written && answers);
        QCOMPARE(answers->server->agentPackage, expected);
    }

    void aFileThatCannotBeReadSaysSo()
    {
        QTemporaryDir folder;
        const auto missing = readAnswerFile(folder.filePath(QStringLiteral("none.json")));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::AnswersUnreadable);
        const auto isFolder = readAnswerFile(folder.path());
        QVERIFY(!isFolder);
        QCOMPARE(isFolder.error().code, ErrorCode::AnswersUnreadable);
        const QString large = folder.filePath(QStringLiteral("large.json"));
        QVERIFY(writeFile(large, QByteArray(4 * 1024 * 1024 + 1, ' ')));
        const auto tooLarge = readAnswerFile(large);
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().code, ErrorCode::AnswersUnreadable);
        QCOMPARE(tooLarge.error().subject, large);
    }

    void theNamesOfCloudsAreTheSameInSchemaAndTable()
    {
        const QJsonObject schema = QJsonDocument::fromJson(answerFileSchema()).object();
        const QJsonArray names = schema.value(QStringLiteral("properties")).toObject().value(QStringLiteral("cloud")).toObject()
                                     .value(QStringLiteral("oneOf")).toArray().at(0).toObject().value(QStringLiteral("enum")).toArray();
        QVERIFY(!names.isEmpty());
        QCOMPARE(names, QJsonArray::fromStringList(knownClouds()));
    }

    void everyCloudHasItsEndpoints()
    {
        for (const QString &name : knownClouds()) {
            Answers answers;
            answers.cloud = name;
            const auto cloud = cloudEndpoint(answers);
            QVERIFY(cloud);
            QCOMPARE(cloud->name, name);
            QCOMPARE(cloud->authority.scheme(), QStringLiteral("https"));
            QCOMPARE(cloud->graph.scheme(), QStringLiteral("https"));
            QVERIFY(!cloud->audience.isEmpty());
        }
        Answers answers;
        answers.cloud = QStringLiteral("mars");
        QCOMPARE(cloudEndpoint(answers).error().code, ErrorCode::AnswersInvalid);
    }

    void theEndpointsOfAnotherCloudAreTakenWithoutTrailingSlash()
    {
        Answers answers;
        answers.customCloud = CustomCloud{QStringLiteral("lab"), QStringLiteral("https://127.0.0.1:4443/"), QStringLiteral("https://127.0.0.1:4443/"), {}, {}, QStringLiteral("/ca.pem")};
        const auto cloud = cloudEndpoint(answers);
        QVERIFY(cloud);
        QCOMPARE(cloud->graph.toString(), QStringLiteral("https://127.0.0.1:4443"));
        QCOMPARE(cloud->audience, QStringLiteral("https://127.0.0.1:4443"));
        QCOMPARE(cloud->caFile, QStringLiteral("/ca.pem"));
    }

    void everyKeyOfTheSchemaIsExplainedAndClosed()
    {
        QStringList problems;
        int objects = 0;
        const std::function<void(const QString &, const QJsonObject &)> walk = [&](const QString &place, const QJsonObject &schema) {
            const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
            if (!properties.isEmpty()) {
                ++objects;
                if (schema.value(QStringLiteral("additionalProperties")) != QJsonValue(false))
                    problems.append(place + QStringLiteral(" is open"));
            }
            for (const QString &key : properties.keys()) {
                const QJsonObject inner = properties.value(key).toObject();
                const bool plainSwitch = key == QStringLiteral("enabled") || key == QStringLiteral("recipients");
                if (!plainSwitch && !inner.contains(QStringLiteral("description")) && inner.value(QStringLiteral("$ref")).toString() != QStringLiteral("#/$defs/secret"))
                    problems.append(place + u'/' + key + QStringLiteral(" has no description"));
                walk(place + u'/' + key, inner);
            }
            if (schema.contains(QStringLiteral("items")))
                walk(place + QStringLiteral("/items"), schema.value(QStringLiteral("items")).toObject());
            for (const QJsonValue one : schema.value(QStringLiteral("oneOf")).toArray())
                walk(place + QStringLiteral("/oneOf"), one.toObject());
            for (const QJsonValue one : schema.value(QStringLiteral("$defs")).toObject())
                walk(place + QStringLiteral("/$defs"), one.toObject());
        };
        walk({}, QJsonDocument::fromJson(answerFileSchema()).object());
        QVERIFY(objects > 10);
        QCOMPARE(problems, QStringList());
    }

    void everyPatternHasAnExampleThatItAccepts()
    {
        int patterns = 0;
        const std::function<void(const QJsonValue &)> walk = [&](const QJsonValue &value) {
            if (value.isArray()) {
                for (const QJsonValue one : value.toArray())
                    walk(one);
                return;
            }
            const QJsonObject object = value.toObject();
            if (object.value(QStringLiteral("pattern")).isString()) {
                ++patterns;
                const QString pattern = object.value(QStringLiteral("pattern")).toString();
                const QString example = object.value(QStringLiteral("examples")).toArray().at(0).toString();
                QVERIFY2(QRegularExpression(pattern).match(example).hasMatch(), qPrintable(pattern));
            }
            for (const QJsonValue one : object)
                walk(one);
        };
        walk(QJsonDocument::fromJson(answerFileSchema()).object());
        QVERIFY(patterns > 5);
    }

    void damagedTextNeverCrashesAndNeverPasses()
    {
        const QByteArray good = completeText();
        quint32 state = 12345;
        const auto next = [&state](qsizetype below) {
            state = state * 1664525U + 1013904223U;
            return static_cast<qsizetype>((state >> 8) % static_cast<quint32>(below));
        };
        int refused = 0;
        for (int round = 0; round < 400; ++round) {
            QByteArray bytes = good;
            for (int i = 0; i < 3; ++i)
                bytes[next(bytes.size())] = static_cast<char>(next(256));
            bytes.truncate(bytes.size() - next(bytes.size() / 4));
            const auto answers = answersFromJson(bytes, {});
            if (!answers)
                ++refused;
        }
        QVERIFY(refused > 300);
    }
};

} // namespace cloudsync::test

QTEST_GUILESS_MAIN(cloudsync::test::AnswerFileTest)
#include "AnswerFileTest.moc"
