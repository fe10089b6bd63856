// SPDX-License-Identifier: GPL-3.0-or-later
#include "main-wizard-run.h"

#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/errors/ErrorCatalogue.h"
#include "backend/setup/language/Translation.h"
#include "wizard-pages/state/TypedSecrets.h"
#include "wizard/SetupWizard.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>

#include <cstdio>

namespace cloudsync {

namespace {

/// Shown in a window, because the wizard is opened by a double click; and on standard error for whoever started it by hand.
int refuse(const Error &error)
{
    const ErrorText text = errorText(error);
    QString details;
    for (const Error &cause : error.causes)
        details += cause.subject + QStringLiteral(": ") + cause.detail + u'\n';
    std::fprintf(stderr, "%s\n%s\n%s%s\n", qPrintable(text.title), qPrintable(text.happened), qPrintable(details), qPrintable(text.next));
    QMessageBox box(QMessageBox::Critical, text.title, {});
    box.setTextFormat(Qt::PlainText);
    box.setText(text.happened);
    box.setInformativeText(text.next);
    box.setDetailedText(details);
    box.show();
    QApplication::exec(); // ends with the last window
    return processExitCode(exitCodeFor(error.code));
}

} // namespace

int runWizardProgram(int argc, char *argv[], const MachineFactory &machine)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cloud-sync-setup"));
    QApplication::setApplicationVersion(QStringLiteral(CLOUDSYNC_VERSION));
    const QString asked = Translation::askedFor(QApplication::arguments());
    const Translation translation(Translation::choose(asked, QLocale::system().uiLanguages()));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption answersOption(QStringLiteral("answers"), QApplication::translate("main", "Fill the pages from this answer file"),
                                           QStringLiteral("file"));
    const QCommandLineOption stateOption(QStringLiteral("state-dir"), QApplication::translate("main", "Where journals and reports are kept"),
                                         QStringLiteral("folder"));
    const QCommandLineOption logOption(QStringLiteral("log-file"), QApplication::translate("main", "Write a log to this file"), QStringLiteral("file"));
    const QCommandLineOption languageOption(QStringLiteral("lang"), QApplication::translate("main", "Language of the texts, for example de"),
                                            QStringLiteral("language"));
    parser.addOptions({answersOption, stateOption, logOption, languageOption});
    parser.process(application);
    if (!asked.isEmpty() && Translation::matching(asked).isEmpty())
        return refuse(Translation::unknown(asked));

    WizardPrompt prompt;
    const auto secrets = std::make_shared<TypedSecrets>();
    PortsSettings settings;
    settings.stateFolder = parser.value(stateOption);
    settings.logFile = parser.value(logOption);
    settings.personPresent = true;
    settings.prompt = &prompt;
    settings.entered = [secrets](const QString &key) -> std::optional<Secret> {
        auto secret = secrets->resolve(key);
        return secret ? std::optional<Secret>(std::move(*secret)) : std::nullopt;
    };
    // A journal keeps a typed password as "prompt" and asks by account: what was typed in this sitting answers.
    settings.askSecret = settings.entered;
    auto composed = composeBackend(settings, machine);
    if (!composed)
        return refuse(composed.error());
    Answers initial;
    if (parser.isSet(answersOption)) {
        auto read = readAnswerFile(parser.value(answersOption));
        if (!read)
            return refuse(read.error());
        initial = std::move(*read);
    }
    // A start after a restart that was asked for is used up, also when a person was quicker than Windows.
    if (auto forgotten = (*composed)->backend().ports().machine.forgetResume(); !forgotten)
        (*composed)->backend().ports().log.warning("resume.notForgotten", {{"error", forgotten.error().toLogText()}});
    const auto wizard = makeSetupWizard((*composed)->backend(), prompt, secrets, std::move(initial));
    wizard->show();
    const int ended = QApplication::exec();
    return ended != 0 ? ended : wizard->exitCode();
}

} // namespace cloudsync
