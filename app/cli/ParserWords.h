// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace CLI {
class App;
}

namespace cloudsync {

/// Gives the parts of the help that the parser words itself in the language of the texts: of the program and of each verb, before
/// options are added, which take them over.
void nameHelpParts(CLI::App &app);

/// What the parser says of a command line, in the language of the texts where the sentence is known.
[[nodiscard]] QString parserSentence(const QString &english);

} // namespace cloudsync
