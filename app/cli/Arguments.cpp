// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Arguments.h"

#include "backend/setup/language/Translation.h"
#include "cli/ParserWords.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <string>
#include <vector>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

/// What CLI11 writes into, before it is turned into our own values.
struct Raw
{
    std::string answers;
    std::string only;
    std::string run;
    std::string out;
    std::string repair;
    std::string repairOut;
    std::string against;
    std::string logFile;
    std::string logLevel = "info";
    std::string stateDir;
    std::string lang;
    std::string dn;
    std::string objectType;
    std::string since;
    std::string action;
    std::string domain;
    std::string jobTemplate;
    std::string confirm;
    std::string with;
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
    bool dn = false;    ///< and --type
    bool since = false;
    bool job = false;   ///< the action and --template
    bool domain = false;
    bool confirm = false;
    bool with = false;
    bool optionalOut = false;
    bool repair = false;
    bool against = false;
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
        {"status", Verb::Status, QT_TRANSLATE_NOOP("Arguments", "Show agents, jobs, quarantine, last cycle and counts"), {.answers = true, .only = true, .watch = true}},
        {"provision", Verb::Provision, QT_TRANSLATE_NOOP("Arguments", "Provision one object now and show the steps that the service reports"),
         {.answers = true, .dn = true}},
        {"logs", Verb::Logs, QT_TRANSLATE_NOOP("Arguments", "Show the provisioning and audit log entries of the synchronisation"),
         {.answers = true, .since = true}},
        {"job", Verb::Job, QT_TRANSLATE_NOOP("Arguments", "Start, pause or restart jobs, clear a quarantine, allow held deletions"),
         {.answers = true, .yes = true, .job = true, .domain = true}},
        {"remove", Verb::Remove, QT_TRANSLATE_NOOP("Arguments", "Remove a configuration from the tenant; what it synchronised stays"),
         {.answers = true, .domain = true, .confirm = true}},
        {"export", Verb::Export, QT_TRANSLATE_NOOP("Arguments", "Write answers read back from what runs"), {.answers = true, .out = true}},
        {"compare", Verb::Compare, QT_TRANSLATE_NOOP("Arguments", "Show in what two answer files differ"), {.answers = true, .with = true}},
        {"scan", Verb::Scan, QT_TRANSLATE_NOOP("Arguments", "Look at the data of every object in scope; change nothing"),
         {.answers = true, .only = true, .optionalOut = true, .repair = true}},
        {"simulate", Verb::Simulate, QT_TRANSLATE_NOOP("Arguments", "Estimate what a first cycle would do; change nothing"), {.answers = true, .against = true}},
        {"report", Verb::Report, QT_TRANSLATE_NOOP("Arguments", "Write the as-built report of a run as one HTML file"), {.answersOptional = true, .run = true, .out = true}},
        {"bundle", Verb::Bundle, QT_TRANSLATE_NOOP("Arguments", "Write a support bundle without secrets and tokens"),
         {.answersOptional = true, .out = true}},
        {"schema", Verb::Schema, QT_TRANSLATE_NOOP("Arguments", "Print the JSON Schema of the answer file"), {}},
        {"version", Verb::Version, QT_TRANSLATE_NOOP("Arguments", "Print the versions of the product and its libraries"), {}},
    };
    return rows;
}

void addVerb(CLI::App &app, const VerbRow &row, Arguments &arguments, Raw &raw)
{
    CLI::App *command = app.add_subcommand(row.name, Text::tr(row.what).toStdString());
    command->group(Text::tr("Subcommands").toStdString());
    nameHelpParts(*command);
    command->fallthrough(); // common options may follow the verb
    command->callback([&arguments, verb = row.verb] { arguments.verb = verb; });
    if (row.options.answers)
        command->add_option("--answers", raw.answers, Text::tr("The answer file").toStdString())->required()->type_name("FILE");
    if (row.options.answersOptional)
        command->add_option("--answers", raw.answers, Text::tr("The answer file; with it, what check and status find goes in").toStdString())->type_name("FILE");
    if (row.options.only)
        command->add_option("--only", raw.only, Text::tr("Only these sections: server, directory, tenant").toStdString())->type_name("SECTION,…");
    if (row.options.yes)
        command->add_flag("--yes", arguments.yes, Text::tr("Do it without asking").toStdString());
    if (row.options.resume)
        command->add_flag("--resume", arguments.resume, Text::tr("Continue the run that did not come to its end").toStdString());
    if (row.options.watch)
        command->add_flag("--watch", arguments.watch, Text::tr("Show again every 30 seconds until stopped").toStdString());
    if (row.options.run)
        command->add_option("--run", raw.run, Text::tr("The run; without it the newest").toStdString())->type_name("ID");
    if (row.options.dn) {
        command->add_option("--dn", raw.dn, Text::tr("Distinguished name of the object").toStdString())->required()->type_name("DN");
        command->add_option("--type", raw.objectType, Text::tr("Its class: user, inetOrgPerson, group, contact or computer; without it, what the directory says").toStdString())
            ->type_name("CLASS");
    }
    if (row.options.since)
        command->add_option("--since", raw.since, Text::tr("From when on: 2026-01-31T12:00:00Z, or 90m, 24h, 7d ago").toStdString())->type_name("TIME");
    if (row.options.job) {
        command->add_option("action", raw.action, Text::tr("start, pause, restart, clearQuarantine or allowDeletes").toStdString())->required()->type_name("ACTION");
        command->add_option("--template", raw.jobTemplate, Text::tr("Only the job of this template, for example AD2AADProvisioning").toStdString())
            ->type_name("TEMPLATE");
    }
    if (row.options.domain)
        command->add_option("--domain", raw.domain, Text::tr("The configuration; without it the only one of the answers").toStdString())->type_name("DOMAIN");
    if (row.options.confirm)
        command->add_option("--confirm", raw.confirm, Text::tr("The domain once more, instead of typing it").toStdString())->type_name("DOMAIN");
    if (row.options.with)
        command->add_option("--with", raw.with, Text::tr("The other answer file").toStdString())->required()->type_name("FILE");
    if (row.options.out)
        command->add_option("--out", raw.out, Text::tr("The file to write").toStdString())->required()->type_name("FILE");
    if (row.options.optionalOut)
        command->add_option("--out", raw.out, Text::tr("Write the findings to this file too: .jsonl or .csv").toStdString())->type_name("FILE");
    if (row.options.repair) {
        CLI::Option *rules =
            command->add_option("--repair", raw.repair, Text::tr("Rules whose findings are to be repaired").toStdString())->type_name("RULE,…");
        CLI::Option *file = command->add_option("--repair-out", raw.repairOut, Text::tr("The answer file to write, for plan and apply").toStdString())->type_name("FILE");
        rules->needs(file);
        file->needs(rules);
    }
    if (row.options.against)
        command->add_option("--against", raw.against, Text::tr("An answer file whose scopes are compared").toStdString())->type_name("FILE");
}

} // namespace

Result<ParsedArguments> parseArguments(const QStringList &words)
{
    ParsedArguments parsed;
    Arguments &arguments = parsed.arguments;
    Raw raw;
    CLI::App app(Text::tr("Sets up Microsoft Entra Cloud Sync: the server, Active Directory and the tenant.").toStdString(), "cloud-sync-setup-cli");
    nameHelpParts(app);
    app.require_subcommand(1);
    app.add_flag("--json", arguments.json, Text::tr("One JSON document on standard output, progress as JSON Lines on standard error").toStdString());
    app.add_flag("--quiet", arguments.quiet, Text::tr("Print nothing but errors").toStdString());
    app.add_flag("--no-color", arguments.noColor, Text::tr("Plain text without colours").toStdString());
    app.add_option("--log-file", raw.logFile, Text::tr("Write a log to this file").toStdString())->type_name("FILE");
    app.add_option("--log-level", raw.logLevel, Text::tr("trace, debug, info, warning, error or off").toStdString())->type_name("LEVEL");
    app.add_option("--state-dir", raw.stateDir, Text::tr("Where journals and reports are kept").toStdString())->type_name("FOLDER");
    app.add_option("--lang", raw.lang, Text::tr("Language of the texts, for example de").toStdString())->type_name("LANGUAGE");
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
        return fail(ErrorCode::CommandLineWrong, {}, parserSentence(QString::fromStdString(problem.what())));
    }

    arguments.answersFile = QString::fromStdString(raw.answers);
    arguments.run = QString::fromStdString(raw.run);
    arguments.out = QString::fromStdString(raw.out);
    arguments.repair = QString::fromStdString(raw.repair).split(u',', Qt::SkipEmptyParts);
    arguments.repairOut = QString::fromStdString(raw.repairOut);
    arguments.against = QString::fromStdString(raw.against);
    arguments.logFile = QString::fromStdString(raw.logFile);
    arguments.stateDir = QString::fromStdString(raw.stateDir);
    arguments.lang = QString::fromStdString(raw.lang);
    arguments.dn = QString::fromStdString(raw.dn);
    arguments.objectType = QString::fromStdString(raw.objectType);
    arguments.since = QString::fromStdString(raw.since);
    arguments.action = QString::fromStdString(raw.action);
    arguments.domain = QString::fromStdString(raw.domain);
    arguments.jobTemplate = QString::fromStdString(raw.jobTemplate);
    arguments.confirm = QString::fromStdString(raw.confirm);
    arguments.with = QString::fromStdString(raw.with);
    // Comparing directory and server would need their credentials; who wants that says so.
    if (arguments.verb == Verb::Status)
        arguments.sections = Section::Tenant;
    if (!raw.only.empty()) {
        auto sections = sectionsFromText(QString::fromStdString(raw.only));
        if (!sections)
            return fail(std::move(sections.error()));
        arguments.sections = *sections;
    }
    // The programs have the language by now; one that cannot be had is said, not ignored.
    if (!arguments.lang.isEmpty() && Translation::matching(arguments.lang).isEmpty())
        return fail(Translation::unknown(arguments.lang));
    auto level = logLevelFromName(QString::fromStdString(raw.logLevel));
    if (!level)
        return fail(std::move(level.error()));
    arguments.logLevel = *level;
    return parsed;
}

} // namespace cloudsync
