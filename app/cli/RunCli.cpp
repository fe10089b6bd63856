// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/RunCli.h"

#include "cli/Reporter.h"
#include "cli/verbs/Verbs.h"

#include <QCoreApplication>

#include <utility>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunCli)
};

/// Sign-in that needs a person: shown on standard error, so that standard output stays one document.
class TerminalPrompt : public SignInPrompt
{
public:
    explicit TerminalPrompt(Reporter &reporter) : m_reporter(reporter) {}
    void openBrowser(const QUrl &url) override
    {
        const QString text = url.toString(QUrl::FullyEncoded);
        m_reporter.signInHint(Text::tr("Open this address in a browser to sign in: %1").arg(text),
                              {{QStringLiteral("event"), QStringLiteral("signIn")}, {QStringLiteral("url"), text}});
    }
    void showDeviceCode(const DeviceCode &code) override
    {
        const QString address = code.verificationUri.toString();
        m_reporter.signInHint(Text::tr("To sign in, open %1 and enter the code %2.").arg(address, code.userCode),
                              {{QStringLiteral("event"), QStringLiteral("deviceCode")},
                               {QStringLiteral("url"), address},
                               {QStringLiteral("userCode"), code.userCode},
                               {QStringLiteral("expires"), code.expires.toString(Qt::ISODate)}});
    }

private:
    Reporter &m_reporter;
};

ExitCode runVerb(const Call &call)
{
    switch (call.arguments.verb) {
    case Verb::Check:
        return runCheck(call);
    case Verb::Plan:
        return runPlan(call);
    case Verb::Apply:
        return runApply(call);
    case Verb::Undo:
        return runUndo(call);
    case Verb::Status:
        return runStatus(call);
    case Verb::Provision:
        return runProvision(call);
    case Verb::Logs:
        return runLogs(call);
    case Verb::Job:
        return runJob(call);
    case Verb::Remove:
        return runRemove(call);
    case Verb::Export:
        return runExport(call);
    case Verb::Compare:
        return runCompare(call);
    case Verb::Scan:
        return runScan(call);
    case Verb::Simulate:
        return runSimulate(call);
    case Verb::Report:
        return runReport(call);
    case Verb::Bundle:
        return runBundle(call);
    case Verb::Schema:
        return runSchema(call);
    case Verb::Version:
        return runVersion(call);
    }
    return ExitCode::AnswersWrong;
}

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
    return runVerb({parsed->arguments, streams, *reporter, (*composed)->backend(), (*composed)->libraryVersions(), std::move(stop)});
}

} // namespace cloudsync
