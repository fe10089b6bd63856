// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/RunCli.h"

#include "backend/setup/answers/AnswerFile.h"
#include "cli/Documents.h"
#include "cli/Reporter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <utility>

namespace cloudsync {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RunCli", text);
}

/// Sign-in that needs a person: shown on standard error, so that standard output stays one document.
class TerminalPrompt : public SignInPrompt
{
public:
    explicit TerminalPrompt(Reporter &reporter) : m_reporter(reporter) {}
    void openBrowser(const QUrl &url) override
    {
        const QString text = url.toString(QUrl::FullyEncoded);
        m_reporter.signInHint(tr("Open this address in a browser to sign in: %1").arg(text),
                              {{QStringLiteral("event"), QStringLiteral("signIn")}, {QStringLiteral("url"), text}});
    }
    void showDeviceCode(const DeviceCode &code) override
    {
        const QString address = code.verificationUri.toString();
        m_reporter.signInHint(tr("To sign in, open %1 and enter the code %2.").arg(address, code.userCode),
                              {{QStringLiteral("event"), QStringLiteral("deviceCode")},
                               {QStringLiteral("url"), address},
                               {QStringLiteral("userCode"), code.userCode},
                               {QStringLiteral("expires"), code.expires.toString(Qt::ISODate)}});
    }

private:
    Reporter &m_reporter;
};

/// One call: holds what the verbs share.
class Call
{
public:
    Call(Arguments arguments, const CliStreams &streams, Reporter &reporter, Backend &backend, QJsonObject versions, std::stop_token stop)
        : m_arguments(std::move(arguments)), m_streams(streams), m_reporter(reporter), m_backend(backend), m_versions(std::move(versions)),
          m_stop(std::move(stop))
    {
    }

    ExitCode run()
    {
        switch (m_arguments.verb) {
        case Verb::Check:
            return check();
        case Verb::Plan:
            return plan();
        case Verb::Apply:
            return apply();
        case Verb::Undo:
            return undo();
        case Verb::Status:
            return status();
        case Verb::Report:
            return report();
        case Verb::Schema:
            m_streams.out(answerFileSchema());
            return ExitCode::Done;
        case Verb::Version:
            return version();
        }
        return ExitCode::AnswersWrong;
    }

private:
    ExitCode failed(const Error &error)
    {
        const ExitCode code = exitCodeFor(error.code);
        m_reporter.error(error, code, m_backend.ports().log.path());
        return code;
    }

    Result<BackendRequest> request()
    {
        auto answers = readAnswerFile(m_arguments.answersFile);
        if (!answers)
            return fail(std::move(answers.error()));
        BackendRequest made;
        made.session = m_backend.session(std::move(*answers));
        made.sections = m_arguments.sections;
        made.stop = m_stop;
        made.progress = [this](const ProgressEvent &event) { m_reporter.progress(event); };
        return made;
    }

    ExitCode check()
    {
        auto wanted = request();
        if (!wanted)
            return failed(wanted.error());
        const CheckReport result = m_backend.check(*wanted);
        m_reporter.check(result);
        return result.exitCode;
    }

    static ExitCode codeOfPlan(const QVector<PlannedStep> &steps)
    {
        const bool conflict = std::any_of(steps.begin(), steps.end(), [](const PlannedStep &step) { return step.state.kind == State::Kind::Conflict; });
        return conflict ? ExitCode::CheckFailed : ExitCode::Done;
    }

    ExitCode plan()
    {
        auto wanted = request();
        if (!wanted)
            return failed(wanted.error());
        auto steps = m_backend.plan(*wanted);
        if (!steps)
            return failed(steps.error());
        const ExitCode code = codeOfPlan(*steps);
        m_reporter.plan(*steps, code);
        return code;
    }

    /// Nothing is changed before it was shown and agreed to.
    Result<void> agreed(const QString &question)
    {
        if (m_arguments.yes)
            return {};
        if (!m_streams.confirm || m_arguments.json)
            return fail(ErrorCode::ConfirmationMissing, QStringLiteral("--yes"));
        if (!m_streams.confirm(question))
            return fail(ErrorCode::Cancelled);
        return {};
    }

    ExitCode apply()
    {
        auto wanted = request();
        if (!wanted)
            return failed(wanted.error());
        if (!m_arguments.yes && (!m_streams.confirm || m_arguments.json))
            return failed({ErrorCode::ConfirmationMissing, QStringLiteral("--yes"), {}, {}});
        if (!m_arguments.yes) {
            auto steps = m_backend.plan(*wanted);
            if (!steps)
                return failed(steps.error());
            m_reporter.plan(*steps, codeOfPlan(*steps));
            if (auto yes = agreed(tr("Apply this plan?")); !yes)
                return failed(yes.error());
        }
        auto result = m_backend.apply(*wanted, m_arguments.resume);
        if (!result)
            return failed(result.error());
        return ended(*result);
    }

    ExitCode undo()
    {
        if (auto yes = agreed(tr("Take back what the run created?")); !yes)
            return failed(yes.error());
        auto result = m_backend.undo(m_arguments.run, [this](const ProgressEvent &event) { m_reporter.progress(event); }, m_stop);
        if (!result)
            return failed(result.error());
        return ended(*result);
    }

    /// Every run leaves its report beside its journal.
    ExitCode ended(const RunReport &result)
    {
        QString file;
        if (!result.runId.isEmpty()) {
            const QString folder = m_backend.stateFolder() + QStringLiteral("/reports");
            QDir().mkpath(folder);
            QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
            file = folder + u'/' + result.runId + QStringLiteral(".html");
            if (auto written = m_backend.writeReport(result.runId, file); !written) {
                m_backend.ports().log.warning("report.unwritten", {{"error", written.error().toLogText()}});
                file.clear();
            }
        }
        m_reporter.run(result, file, m_backend.ports().log.path());
        return exitCodeFor(result);
    }

    ExitCode status()
    {
        auto wanted = request();
        if (!wanted)
            return failed(wanted.error());
        for (;;) {
            auto result = m_backend.status(*wanted);
            if (!result)
                return failed(result.error());
            m_reporter.status(*result);
            if (!m_arguments.watch || !m_backend.ports().clock.wait(std::chrono::seconds(30), m_stop))
                return ExitCode::Done;
        }
    }

    ExitCode report()
    {
        if (auto written = m_backend.writeReport(m_arguments.run, m_arguments.out); !written)
            return failed(written.error());
        m_reporter.message(tr("Report: %1").arg(m_arguments.out),
                           {{QStringLiteral("exitCode"), 0}, {QStringLiteral("reportFile"), m_arguments.out}});
        return ExitCode::Done;
    }

    ExitCode version()
    {
        QJsonObject document = m_versions;
        document.insert(QStringLiteral("exitCode"), 0);
        document.insert(QStringLiteral("product"), QStringLiteral(CLOUDSYNC_VERSION));
        document.insert(QStringLiteral("qt"), QString::fromLatin1(qVersion()));
        document.insert(QStringLiteral("answerFile"), 1);
        document.insert(QStringLiteral("journal"), 1);
        QString text = QStringLiteral("Cloud Sync Setup " CLOUDSYNC_VERSION);
        for (auto it = document.begin(); it != document.end(); ++it) {
            if (it.key() != QStringLiteral("exitCode") && it.key() != QStringLiteral("product"))
                text += u'\n' + it.key() + u' ' + it.value().toVariant().toString();
        }
        m_reporter.message(text, document);
        return ExitCode::Done;
    }

    Arguments m_arguments;
    const CliStreams &m_streams;
    Reporter &m_reporter;
    Backend &m_backend;
    QJsonObject m_versions;
    std::stop_token m_stop;
};

} // namespace

ExitCode runCli(const QStringList &words, const CliStreams &streams, const CliComposition &composition, std::stop_token stop)
{
    auto parsed = parseArguments(words);
    if (!parsed) {
        Arguments form; // as far as it can be told
        form.json = words.contains(QStringLiteral("--json"));
        const ExitCode code = exitCodeFor(parsed.error().code);
        makeReporter(form, streams)->error(parsed.error(), code, {});
        return code;
    }
    if (!parsed->help.isEmpty()) {
        streams.out(parsed->help.toUtf8());
        return ExitCode::Done;
    }
    const std::unique_ptr<Reporter> reporter = makeReporter(parsed->arguments, streams);
    TerminalPrompt prompt(*reporter);
    CliSettings settings;
    settings.stateFolder = parsed->arguments.stateDir;
    settings.logFile = parsed->arguments.logFile;
    settings.logLevel = parsed->arguments.logLevel;
    settings.prompt = &prompt;
    settings.askSecret = streams.askSecret;
    auto composed = composition(settings);
    if (!composed) {
        const ExitCode code = exitCodeFor(composed.error().code);
        reporter->error(composed.error(), code, {});
        return code;
    }
    return Call(parsed->arguments, streams, *reporter, (*composed)->backend(), (*composed)->libraryVersions(), std::move(stop)).run();
}

} // namespace cloudsync
