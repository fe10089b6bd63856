// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/sign-in/SignInWaiting.h"

#include "wizard-pages/widgets/CopyRow.h"
#include "wizard-pages/widgets/Labels.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

SignInWaiting::SignInWaiting(SignInModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_instruction(textLabel({}, this)), m_code(new QLineEdit(this)),
      m_codeRow(copyRow(m_code, tr("Code to enter"), this)), m_url(new QLineEdit(this)),
      m_urlRow(copyRow(m_url, tr("Address to open"), this)), m_timeLeft(textLabel({}, this)),
      m_cancel(new QPushButton(tr("Stop &waiting"), this))
{
    scaleFont(m_code, 2.0, true);
    m_cancel->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_instruction);
    column->addWidget(m_codeRow);
    column->addWidget(m_urlRow);
    column->addWidget(m_timeLeft);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    connect(m_cancel, &QPushButton::clicked, model, &SignInModel::cancel);
}

void SignInWaiting::refresh()
{
    const auto &code = m_model->deviceCode();
    const bool browser = !m_model->browserUrl().isEmpty();
    setVisible(m_model->isRunning());
    m_codeRow->setVisible(code.has_value());
    m_urlRow->setVisible(code || browser);
    m_timeLeft->setVisible(code.has_value());
    if (code) {
        m_instruction->setText(tr("Open the address below on any device and enter this code."));
        setTextIfChanged(m_code, code->userCode);
        setTextIfChanged(m_url, code->verificationUri.toString());
        const int left = m_model->secondsLeft();
        m_timeLeft->setText(
            tr("The code is valid for %1:%2 more minutes.").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0')));
    } else if (browser) {
        m_instruction->setText(
            tr("The browser was opened. If it was not, copy this address into one on this machine."));
        setTextIfChanged(m_url, QString::fromUtf8(m_model->browserUrl().toEncoded()));
        m_url->setCursorPosition(0);
    } else {
        m_instruction->setText(tr("Microsoft Entra ID is being asked."));
    }
}

} // namespace cloudsync
