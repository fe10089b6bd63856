// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/install/InstallPage.h"

#include "wizard-pages/widgets/FactList.h"
#include "wizard-pages/widgets/Labels.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace cloudsync {

InstallPage::InstallPage(InstallModel *model, QWidget *parent)
    : SetupPage(tr("Install"),
                tr("The agent's package is checked here and installed later, after you have seen the whole plan."),
                parent),
      m_model(model), m_path(new QLineEdit(this)), m_facts(new FactList(this)), m_note(noteLabel({}, this))
{
    auto *browse = new QPushButton(tr("Br&owse"), this);
    browse->setAutoDefault(false);
    auto *download = new QPushButton(tr("&Download from the admin centre"), this);
    download->setAutoDefault(false);
    content()->addWidget(fieldLabel(tr("Agent &package:"), m_path, this));
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    content()->addLayout(row);
    content()->addWidget(m_note);
    content()->addWidget(m_facts);
    content()->addWidget(noteLabel(
        tr("The package is offered in the Microsoft Entra admin centre under Entra Connect, Cloud sync, Agents. "
           "Its file name usually ends in Setup.exe."),
        this));
    content()->addWidget(download, 0, Qt::AlignLeft);
    content()->addStretch(1);

    connect(m_path, &QLineEdit::editingFinished, model, [this] { m_model->setPackagePath(m_path->text().trimmed()); });
    connect(browse, &QPushButton::clicked, this, &InstallPage::choose);
    connect(download, &QPushButton::clicked, this,
            [] { QDesktopServices::openUrl(QUrl(QStringLiteral("https://entra.microsoft.com/"))); });
    bind(model);
}

void InstallPage::choose()
{
    auto *dialog = new QFileDialog(this, tr("Agent package"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Programs (*.exe)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_model, &InstallModel::setPackagePath);
    dialog->open();
}

void InstallPage::refresh()
{
    if (!m_path->hasFocus() || !m_path->isModified())
        setTextIfChanged(m_path, m_model->packagePath());
    QVector<FactList::Fact> rows;
    const auto &agent = m_model->agent();
    const bool installed = agent && agent->installed;
    rows.append({tr("Agent on this machine"), installed ? tr("version %1").arg(agent->version) : tr("not installed"),
                 installed ? Mark::Ok : Mark::Info});
    if (const auto &package = m_model->package()) {
        const QString signer = package->signer.isEmpty() ? tr("not signed") : package->signer;
        rows.append({tr("Version"), package->version, Mark::Info});
        rows.append({tr("Signed by"), signer, m_model->packageTrusted() ? Mark::Ok : Mark::Error});
        rows.append({tr("Signature"), package->signatureValid ? tr("valid") : package->signatureProblem,
                     package->signatureValid ? Mark::Ok : Mark::Error});
        rows.append({tr("Size"), QLocale().formattedDataSize(package->size), Mark::Info});
        rows.append({tr("SHA-256"), QString::fromLatin1(package->sha256.toHex(' ')), Mark::Info});
    }
    m_facts->setFacts(rows);
    if (m_model->package() && !m_model->packageTrusted())
        m_note->setText(
            tr("The package must carry a valid signature of %1. It is not used.").arg(m_model->publisher()));
    else if (installed)
        m_note->setText(tr("Leave the field empty to keep the agent that is installed."));
    else
        m_note->clear();
}

} // namespace cloudsync
