// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/license/LicenseModel.h"

#include <QFile>

// Outside the namespace: the resource of a static library is only linked in when it is named (Qt documentation of
// Q_INIT_RESOURCE).
static void initLicenseResource()
{
    Q_INIT_RESOURCE(license_text);
}

namespace cloudsync {

LicenseModel::LicenseModel(SetupState &state, QObject *parent)
    : PageModel(state, parent), m_program(state.answers().licenseAccepted), m_agent(state.answers().licenseAccepted)
{
}

void LicenseModel::acceptProgram(bool accepted)
{
    m_program = accepted;
    store();
}

void LicenseModel::acceptAgentTerms(bool accepted)
{
    m_agent = accepted;
    store();
}

void LicenseModel::store()
{
    edit([this](Answers &answers) { answers.licenseAccepted = isComplete(); });
    Q_EMIT changed();
}

QString LicenseModel::licenseText()
{
    initLicenseResource();
    QFile file(QStringLiteral(":/license/LICENSE"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace cloudsync
