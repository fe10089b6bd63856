// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/files/ReferenceSecretSource.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>

namespace cloudsync::test {

using Kind = SecretReference::Kind;

class SecretSourceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Log m_log;

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return file.fileName();
    }

    static bool openssl(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished(30000) && process.exitCode() == 0;
    }

    /// A certificate with its key in one PEM file.
    bool makeCertificate(const QString &folder, const QString &name)
    {
        const QString path = m_folder.filePath(folder);
        if (!QDir().mkpath(path))
            return false;
        const QString pem = path + u'/' + name;
        return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                        QStringLiteral("-subj"), QStringLiteral("/CN=machine"), QStringLiteral("-keyout"), pem, QStringLiteral("-out"), pem + QStringLiteral(".crt")})
               && QFile(pem).exists() && append(pem, pem + QStringLiteral(".crt"));
    }
    static bool append(const QString &to, const QString &from)
    {
        QFile target(to);
        QFile source(from);
        return target.open(QIODevice::Append) && source.open(QIODevice::ReadOnly) && target.write(source.readAll()) > 0;
    }

    QString encrypt(const QByteArray &plain, const QString &certificate, const QString &form)
    {
        const QString in = write(QStringLiteral("plain"), plain);
        const QString out = m_folder.filePath(QStringLiteral("message.") + form);
        const bool good = openssl({QStringLiteral("cms"), QStringLiteral("-encrypt"), QStringLiteral("-binary"), QStringLiteral("-aes256"), QStringLiteral("-in"), in,
                                   QStringLiteral("-outform"), form, QStringLiteral("-out"), out, certificate});
        QFile::remove(in);
        return good ? out : QString();
    }

    static QString text(const Result<Secret> &secret)
    {
        return secret ? QString::fromUtf8(secret->reveal().toByteArray()) : secret.error().toLogText();
    }

private Q_SLOTS:
    void aVariableOfTheEnvironmentIsRead()
    {
        qputenv("SECRET_SOURCE_TEST", "pässword");
        ReferenceSecretSource source(m_log);
        QCOMPARE(text(source.resolve({Kind::Environment, QStringLiteral("SECRET_SOURCE_TEST")}, QStringLiteral("p"))), QStringLiteral("pässword"));
    }

    void aVariableThatIsMissingOrEmptySaysWhich()
    {
        qputenv("SECRET_SOURCE_EMPTY", "");
        qunsetenv("SECRET_SOURCE_NONE");
        ReferenceSecretSource source(m_log);
        for (const QString &name : {QStringLiteral("SECRET_SOURCE_EMPTY"), QStringLiteral("SECRET_SOURCE_NONE")}) {
            const auto secret = source.resolve({Kind::Environment, name}, QStringLiteral("password of CONTOSO\\admin"));
            QVERIFY(!secret);
            QCOMPARE(secret.error().code, ErrorCode::SecretUnavailable);
            QCOMPARE(secret.error().subject, QStringLiteral("password of CONTOSO\\admin"));
            QVERIFY(secret.error().detail.contains(name));
        }
    }

    void onlyTheFirstLineOfAFileCounts_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no line end") << QByteArray("a b") << QStringLiteral("a b");
        QTest::newRow("Unix line end") << QByteArray("secret\nmore") << QStringLiteral("secret");
        QTest::newRow("Windows line end") << QByteArray("secret\r\nmore") << QStringLiteral("secret");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFsecret\r\n") << QStringLiteral("secret");
        QTest::newRow("blanks stay") << QByteArray(" secret \n") << QStringLiteral(" secret ");
    }

    void onlyTheFirstLineOfAFileCounts()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, expected);
        ReferenceSecretSource source(m_log);
        QCOMPARE(text(source.resolve({Kind::File, write(QStringLiteral("secret"), content)}, {})), expected);
    }

    void aFileThatHoldsNoSecretIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("empty first line") << QByteArray("\nsecret");
        QTest::newRow("far too large") << QByteArray(70000, 'x');
    }

    void aFileThatHoldsNoSecretIsRefused()
    {
        QFETCH(QByteArray, content);
        ReferenceSecretSource source(m_log);
        const auto secret = source.resolve({Kind::File, write(QStringLiteral("bad"), content)}, QStringLiteral("p"));
        QVERIFY(!secret);
        QCOMPARE(secret.error().code, ErrorCode::SecretUnavailable);
    }

    void aMissingFileOrAFolderIsRefused()
    {
        ReferenceSecretSource source(m_log);
        QCOMPARE(source.resolve({Kind::File, m_folder.filePath(QStringLiteral("none"))}, {}).error().code, ErrorCode::SecretUnavailable);
        QCOMPARE(source.resolve({Kind::File, m_folder.path()}, {}).error().code, ErrorCode::SecretUnavailable);
    }

    void aFileThatOthersMayReadIsUsedAndTheLogWarns()
    {
        const QString logPath = m_folder.filePath(QStringLiteral("log"));
        auto log = Log::toFile(logPath, LogLevel::Info);
        QVERIFY(log);
        const QString path = write(QStringLiteral("open"), "canary-91ab\n");
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadOther));
        {
            ReferenceSecretSource source(**log);
            QCOMPARE(text(source.resolve({Kind::File, path}, {})), QStringLiteral("canary-91ab"));
            QVERIFY(source.resolve({Kind::File, write(QStringLiteral("closed"), "x")}, {}));
        }
        log->reset();
        QFile file(logPath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QCOMPARE(written.count("secret.fileOpenToOthers"), 1);
        QVERIFY(written.contains("open"));
        QVERIFY(!written.contains("canary"));
    }

    void aCmsMessageForThisMachineIsDecrypted_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("DER") << QStringLiteral("DER");
        QTest::newRow("PEM") << QStringLiteral("PEM");
        QTest::newRow("S/MIME") << QStringLiteral("SMIME");
    }

    void aCmsMessageForThisMachineIsDecrypted()
    {
        QFETCH(QString, form);
        if (!QFile::exists(m_folder.filePath(QStringLiteral("keys/b.pem")))) {
            QVERIFY(makeCertificate(QStringLiteral("keys"), QStringLiteral("a.pem"))); // another machine's: passed over
            QVERIFY(makeCertificate(QStringLiteral("keys"), QStringLiteral("b.pem")));
        }
        const QString message = encrypt("pässword\r\n", m_folder.filePath(QStringLiteral("keys/b.pem.crt")), form);
        QVERIFY(!message.isEmpty());
        ReferenceSecretSource source(m_log, {}, {}, {m_folder.filePath(QStringLiteral("none")), m_folder.filePath(QStringLiteral("keys"))});
        QCOMPARE(text(source.resolve({Kind::Cms, message}, {})), QStringLiteral("pässword"));
    }

    void aCmsMessageForAnotherMachineIsRefused()
    {
        QVERIFY(makeCertificate(QStringLiteral("theirs"), QStringLiteral("a.pem")));
        QVERIFY(makeCertificate(QStringLiteral("ours"), QStringLiteral("a.pem")));
        const QString message = encrypt("secret", m_folder.filePath(QStringLiteral("theirs/a.pem.crt")), QStringLiteral("DER"));
        QVERIFY(!message.isEmpty());
        ReferenceSecretSource source(m_log, {}, {}, {m_folder.filePath(QStringLiteral("ours"))});
        const auto secret = source.resolve({Kind::Cms, message}, QStringLiteral("p"));
        QVERIFY2(!secret, "decrypted with a foreign key");
        QCOMPARE(secret.error().code, ErrorCode::SecretUnavailable);
        QVERIFY(secret.error().detail.contains(m_folder.filePath(QStringLiteral("ours"))));
    }

    void whatIsNoCmsMessageIsRefused()
    {
        ReferenceSecretSource source(m_log);
        for (const QByteArray &content : {QByteArray("plain text"), QByteArray(), QByteArray("-----BEGIN CMS-----\nAAAA\n-----END CMS-----\n")}) {
            const auto secret = source.resolve({Kind::Cms, write(QStringLiteral("nocms"), content)}, {});
            QVERIFY(!secret);
            QCOMPARE(secret.error().code, ErrorCode::SecretUnavailable);
        }
    }

    void withoutATerminalTheAnswerIsMissing()
    {
        ReferenceSecretSource source(m_log);
        for (const Kind kind : {Kind::Prompt, Kind::None}) {
            const auto secret = source.resolve({kind, {}}, QStringLiteral("password of admin"));
            QVERIFY(!secret);
            QCOMPARE(secret.error().code, ErrorCode::AnswerMissing);
            QCOMPARE(secret.error().subject, QStringLiteral("password of admin"));
        }
    }

    void aPersonIsAskedOnceForOnePurpose()
    {
        std::atomic_int asked = 0;
        ReferenceSecretSource source(m_log, [&](const QString &purpose) {
            ++asked;
            return std::optional(Secret::fromString(QStringLiteral("for ") + purpose));
        });
        std::vector<std::future<QString>> threads;
        for (int i = 0; i < 8; ++i)
            threads.push_back(std::async(std::launch::async, [&] { return text(source.resolve({Kind::Prompt, {}}, QStringLiteral("a"))); }));
        for (auto &thread : threads)
            QCOMPARE(thread.get(), QStringLiteral("for a"));
        QCOMPARE(asked.load(), 1);
        QCOMPARE(text(source.resolve({Kind::Prompt, {}}, QStringLiteral("b"))), QStringLiteral("for b"));
        QCOMPARE(asked.load(), 2);
    }

    void aPersonWhoGivesNoneCancels()
    {
        ReferenceSecretSource source(m_log, [](const QString &) { return std::optional<Secret>(); });
        QCOMPARE(source.resolve({Kind::Prompt, {}}, {}).error().code, ErrorCode::Cancelled);
    }

    void whatWasTypedIsFoundByItsKey()
    {
        ReferenceSecretSource source(m_log, {}, [](const QString &key) {
            return key == QStringLiteral("k") ? std::optional(Secret::fromString(QStringLiteral("typed"))) : std::nullopt;
        });
        QCOMPARE(text(source.resolve({Kind::Entered, QStringLiteral("k")}, {})), QStringLiteral("typed"));
        QCOMPARE(source.resolve({Kind::Entered, QStringLiteral("other")}, {}).error().code, ErrorCode::SecretUnavailable);
    }
};

} // namespace cloudsync::test

QTEST_GUILESS_MAIN(cloudsync::test::SecretSourceTest)
#include "SecretSourceTest.moc"
