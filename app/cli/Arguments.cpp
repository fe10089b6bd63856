// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Arguments.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <string>
#include <vector>

namespace cloudsync {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Arguments", text);
}

/// What CLI11 writes into, before it is turned into our own values.
struct Raw
{
    std::string answers;
    std::string only;
    std::string run;
    std::string out;
    std::string logFile;
    std::string logLevel = "info";
    std::string stateDir;
    std::string lang;
};

struct VerbOptions
{
    bool answers = false;
    bool answersOptional = false;
    bool only = false;
    bool yes = false;
    bool resume = false;
    bool watch = false;
    bool run = false;
    bool out = false;
};

struct VerbRow
{
    const char *name;
    Verb verb;
    const char *what;
    VerbOptions options;
};

const std::vector<VerbRow> &verbTable()
{
    static const std::vector<VerbRow> rows{
        {"check", Verb::Check, QT_TRANSLATE_NOOP("Arguments", "Look at server, directory and tenant; change nothing"), {.answers = true, .only = true}},
        {"plan", Verb::Plan, QT_TRANSLATE_NOOP("Arguments", "Show the steps and what each would change"), {.answers = true, .only = true}},
        {"apply", Verb::Apply, QT_TRANSLATE_NOOP("Arguments", "Carry the plan out; a second run changes nothing"),
         {.answers = true, .only = true, .yes = true, .resume = true}},
        {"undo", Verb::Undo, QT_TRANSLATE_NOOP("Arguments", "Take back what a run created, in reverse"), {.yes = true, .run = true}},
        {"status", Verb::Status, QT_TRANSLATE_NOOP("Arguments", "Show agents, jobs, quarantine, last cycle and counts"), {.answers = true, .watch = true}},
        {"report", Verb::Report, QT_TRANSLATE_NOOP("Arguments", "Write the as-built report of a run as one HTML file"), {.run = true, .out = true}},
        {"bundle", Verb::Bundle, QT_TRANSLATE_NOOP("Arguments", "Write a support bundle without secrets and tokens"),
         {.answersOptional = true, .out = true}},
        {"schema", Verb::Schema, QT_TRANSLATE_NOOP("Arguments", "Print the JSON Schema of the answer file"), {}},
        {"version", Verb::Version, QT_TRANSLATE_NOOP("Arguments", "Print the versions of the product and its libraries"), {}},
    };
    return rows;
}

void addVerb(CLI::App &app, const VerbRow &row, Arguments &arguments, Raw &raw)
{
    CLI::App *command = app.add_subcommand(row.name, tr(row.what).toStdString());
    command->fallthrough(); // common options may follow the verb
    command->callback([&arguments, verb = row.verb] { arguments.verb = verb; });
    if (row.options.answers)
        command->add_option("--answers", raw.answers, tr("The answer file").toStdString())->required()->type_name("FILE");
    if (row.options.answersOptional)
        command->add_option("--answers", raw.answers, tr("The answer file; with it, what check and status find goes in").toStdString())->type_name("FILE");
    if (row.options.only)
        command->add_option("--only", raw.only, tr("Only these sections: server, directory, tenant").toStdString())->type_name("SECTION,…");
    if (row.options.yes)
        command->add_flag("--yes", arguments.yes, tr("Do it without asking").toStdString());
    if (row.options.resume)
        command->add_flag("--resume", arguments.resume, tr("Continue the run that did not come to its end").toStdString());
    if (row.options.watch)
        command->add_flag("--watch", arguments.watch, tr("Show again every 30 seconds until stopped").toStdString());
    if (row.options.run)
        command->add_option("--run", raw.run, tr("The run; without it the newest").toStdString())->type_name("ID");
    if (row.options.out)
        command->add_option("--out", raw.out, tr("The file to write").toStdString())->required()->type_name("FILE");
}

} // namespace

Result<ParsedArguments> parseArguments(const QStringList &words)
{
    ParsedArguments parsed;
    Arguments &arguments = parsed.arguments;
    Raw raw;
    CLI::App app(tr("Sets up Microsoft Entra Cloud Sync: the server, Active Directory and the tenant.").toStdString(), "cloud-sync-setup-cli");
    app.require_subcommand(1);
    app.add_flag("--json", arguments.json, tr("One JSON document on standard output, progress as JSON Lines on standard error").toStdString());
    app.add_flag("--quiet", arguments.quiet, tr("Print nothing but errors").toStdString());
    app.add_flag("--no-color", arguments.noColor, tr("Plain text without colours").toStdString());
    app.add_option("--log-file", raw.logFile, tr("Write a log to this file").toStdString())->type_name("FILE");
    app.add_option("--log-level", raw.logLevel, tr("trace, debug, info, warning, error or off").toStdString())->type_name("LEVEL");
    app.add_option("--state-dir", raw.stateDir, tr("Where journals and reports are kept").toStdString())->type_name("FOLDER");
    app.add_option("--lang", raw.lang, tr("Language of the texts, for example en").toStdString())->type_name("LANGUAGE");
    for (const VerbRow &row : verbTable())
        addVerb(app, row, arguments, raw);

    std::vector<std::string> list;
    for (const QString &word : words)
        list.push_back(word.toStdString());
    std::reverse(list.begin(), list.end()); // CLI11 takes them from the back
    try {
        app.parse(std::move(list));
    } catch (const CLI::CallForHelp &) {
        parsed.help = QString::fromStdString(app.help());
        return parsed;
    } catch (const CLI::ParseError &problem) {
        return fail(ErrorCode::CommandLineWrong, {}, QString::fromStdString(problem.what()));
    }

    arguments.answersFile = QString::fromStdString(raw.answers);
    arguments.run = QString::fromStdString(raw.run);
    arguments.out = QString::fromStdString(raw.out);
    arguments.logFile = QString::fromStdString(raw.logFile);
    arguments.stateDir = QString::fromStdString(raw.stateDir);
    arguments.lang = QString::fromStdString(raw.lang);
    if (!raw.only.empty()) {
        auto sections = sectionsFromText(QString::fromStdString(raw.only));
        if (!sections)
            return fail(std::move(sections.error()));
        arguments.sections = *sections;
    }
    // Texts exist in English only; a language that cannot be had is said, not ignored.
    if (const QString language = arguments.lang.section(u'_', 0, 0).section(u'-', 0, 0); !language.isEmpty() && language != QStringLiteral("en"))
        return fail(ErrorCode::CommandLineWrong, QStringLiteral("--lang"), arguments.lang);
    auto level = logLevelFromName(QString::fromStdString(raw.logLevel));
    if (!level)
        return fail(std::move(level.error()));
    arguments.logLevel = *level;
    return parsed;
}

} // namespace cloudsync
