// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/extension/ExtensionModel.h"

namespace cloudsync {

Extension ExtensionModel::extension() const
{
    return answers().server ? answers().server->extension : Extension::CloudSync;
}

void ExtensionModel::setExtension(Extension extension)
{
    edit([&](Answers &answers) {
        if (!answers.server)
            answers.server = ServerAnswers{};
        answers.server->extension = extension;
    });
}

} // namespace cloudsync
