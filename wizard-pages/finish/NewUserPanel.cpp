// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/finish/NewUserPanel.h"

#include "wizard-pages/finish/TestUserModel.h"
#include "wizard-pages/widgets/Labels.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

NewUserPanel::NewUserPanel(TestUserModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_open(new QPushButton(tr("Make a user for the &trial"), this)), m_form(new QWidget(this)),
      m_name(new QLineEdit(m_form)), m_container(new QLineEdit(m_form)), m_note(noteLabel({}, m_form)),
      m_create(new QPushButton(tr("Cr&eate this user"), m_form)), m_made(new QWidget(this)), m_madeText(valueLabel({}, {}, m_made)),
      m_password(new QLineEdit(m_made))
{
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(textLabel(tr("One user is added to Active Directory, enabled, with a random password that is shown here. The command undo removes it again."), m_form));
    form->addRow(fieldLabel(tr("Logon na&me:"), m_name, m_form), m_name);
    form->addRow(fieldLabel(tr("Organi&zational unit or container:"), m_container, m_form), m_container);
    form->addRow(m_note);
    auto *createRow = new QHBoxLayout;
    createRow->addWidget(m_create);
    createRow->addStretch(1);
    form->addRow(createRow);
    m_name->setMaxLength(20);

    auto *show = new QCheckBox(tr("S&how"), m_made);
    m_password->setReadOnly(true);
    m_password->setEchoMode(QLineEdit::Password);
    auto *row = new QHBoxLayout;
    row->addWidget(fieldLabel(tr("Pass&word:"), m_password, m_made));
    row->addWidget(m_password, 1);
    row->addWidget(show);
    m_made->setObjectName(QStringLiteral("newUserMade"));
    auto *made = new QVBoxLayout(m_made);
    made->setContentsMargins(0, 0, 0, 0);
    made->addWidget(m_madeText);
    made->addLayout(row);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_form);
    column->addWidget(m_made);
    m_form->hide();
    for (QPushButton *button : {m_open, m_create})
        button->setAutoDefault(false);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const TestUserModel::Proposal proposal = m_model->proposal();
        m_name->setText(proposal.name);
        m_container->setText(proposal.container);
        m_note->setText(proposal.note);
        m_note->setHidden(proposal.note.isEmpty());
        m_form->show();
        m_open->hide();
        m_name->setFocus();
    });
    connect(m_create, &QPushButton::clicked, this, [this] { m_model->createUser(m_name->text(), m_container->text()); });
    connect(show, &QCheckBox::toggled, this,
            [this](bool on) { m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    connect(model, &TestUserModel::changed, this, &NewUserPanel::refresh);
    refresh();
}

void NewUserPanel::refresh()
{
    const bool isMade = !m_model->createdName().isEmpty();
    m_create->setEnabled(m_model->isComplete());
    m_made->setHidden(!isMade);
    if (!isMade)
        return;
    m_form->hide();
    m_open->hide();
    m_madeText->setText(tr("Made: %1").arg(m_model->createdName()));
    m_password->setText(QString::fromUtf8(m_model->newPassword().reveal()));
}

} // namespace cloudsync
