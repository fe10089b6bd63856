// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Log.h"
#include "backend/setup/session/Sections.h"

#include <QStringList>

namespace cloudsync {

enum class Verb {
    Check,
    Plan,
    Apply,
    Undo,
    Status,
    Scan,
    Simulate,
    Provision,
    Logs,
    Job,
    Remove,
    Export,
    Compare,
    Report,
    Bundle,
    Schema,
    Version
};

/// The command line as values. Names are public (command-line contract).
struct Arguments
{
    Verb verb = Verb::Version;
    QString answersFile;
    Sections sections = allSections();
    bool yes = false;
    bool resume = false;
    bool watch = false;
    QString run;   ///< --run
    QString out;   ///< --out
    QString dn;          ///< --dn
    QString objectType;  ///< --type; empty: read from the directory
    QString since;       ///< --since, as it was typed
    QString action;      ///< what `job` does
    QString domain;      ///< --domain; empty: the only one of the answers
    QString jobTemplate; ///< --template; empty: every job concerned
    QString confirm;     ///< --confirm
    QString with;        ///< --with
    QStringList repair; ///< --repair: rules whose findings are to be repaired
    QString repairOut;  ///< --repair-out: answer file that makes the repairs
    QString against;    ///< --against: answer file with other scopes

    bool json = false;
    bool quiet = false;
    bool noColor = false;
    QString logFile;
    LogLevel logLevel = LogLevel::Info;
    QString stateDir;
    QString lang;
};

struct ParsedArguments
{
    Arguments arguments;
    QString help; ///< not empty when help was asked for: show it and end well
};

/// `words` without the program's name. CommandLineWrong with a sentence as detail.
[[nodiscard]] Result<ParsedArguments> parseArguments(const QStringList &words);

} // namespace cloudsync
