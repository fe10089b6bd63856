// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/finish/TestUserPanel.h"

#include "wizard-pages/finish/NewUserPanel.h"
#include "wizard-pages/finish/TestUserModel.h"
#include "wizard-pages/widgets/ErrorPanel.h"
#include "wizard-pages/widgets/Labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloudsync {

TestUserPanel::TestUserPanel(TestUserModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_name(new QLineEdit(this)), m_find(new QPushButton(tr("Fin&d"), this)),
      m_users(new QListWidget(this)), m_provision(new QPushButton(tr("&Provision this user now"), this)),
      m_busy(noteLabel({}, this)), m_error(new ErrorPanel(this)), m_outcome(valueLabel({}, {}, this)),
      m_steps(valueLabel({}, tr("What the service did"), this)), m_advice(textLabel({}, this)),
      m_licenceArea(new QWidget(this)), m_licence(new QComboBox(m_licenceArea)),
      m_location(new QLineEdit(m_licenceArea)), m_licensed(textLabel(tr("The licence is assigned."), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(groupLabel(tr("Try one user"), this));
    addSearch();
    column->addWidget(new NewUserPanel(model, this));
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_busy, m_error, m_outcome, m_steps, m_advice, m_licenceArea, m_licensed})
        column->addWidget(widget);
    addLicence();
    connect(model, &TestUserModel::changed, this, &TestUserPanel::refresh);
    refresh();
}

void TestUserPanel::addSearch()
{
    m_users->setAccessibleName(tr("Users found"));
    m_users->setMaximumHeight(fontMetrics().height() * 7);
    for (QPushButton *button : {m_find, m_provision})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(fieldLabel(tr("&User:"), m_name, this));
    row->addWidget(m_name, 1);
    row->addWidget(m_find);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addLayout(row);
    column->addWidget(m_users);
    column->addWidget(m_provision, 0, Qt::AlignLeft);
    connect(m_find, &QPushButton::clicked, this, [this] { m_model->find(m_name->text()); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_model->find(m_name->text()); });
    connect(m_provision, &QPushButton::clicked, this, [this] { m_model->provision(chosen()); });
    connect(m_users, &QListWidget::currentRowChanged, this, &TestUserPanel::refresh);
}

void TestUserPanel::addLicence()
{
    auto *assign = new QPushButton(tr("&Assign"), m_licenceArea);
    assign->setAutoDefault(false);
    m_location->setMaxLength(2);
    m_location->setMaximumWidth(fontMetrics().horizontalAdvance(QLatin1Char('W')) * 5);
    auto *row = new QHBoxLayout(m_licenceArea);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(fieldLabel(tr("Usa&ge location:"), m_location, m_licenceArea));
    row->addWidget(m_location);
    row->addWidget(fieldLabel(tr("L&icence:"), m_licence, m_licenceArea));
    row->addWidget(m_licence, 1);
    row->addWidget(assign);
    connect(assign, &QPushButton::clicked, this,
            [this] { m_model->giveLicence(m_licence->currentData().toString(), m_location->text()); });
}

QString TestUserPanel::chosen() const
{
    const int row = m_users->currentRow();
    return row >= 0 && row < m_model->found().size() ? m_model->found().at(row).distinguishedName : QString();
}

void TestUserPanel::refresh()
{
    if (m_users->count() != m_model->found().size()) {
        const QSignalBlocker quiet(m_users);
        m_users->clear();
        for (const TestUserModel::User &user : m_model->found())
            m_users->addItem(QStringLiteral("%1  %2").arg(user.name, user.userPrincipalName));
        m_users->setCurrentRow(m_model->found().isEmpty() ? -1 : 0);
    }
    const bool isBusy = !m_model->isComplete();
    m_users->setHidden(m_model->found().isEmpty());
    m_find->setEnabled(!isBusy);
    m_provision->setHidden(m_model->found().isEmpty());
    m_provision->setEnabled(!isBusy && !chosen().isEmpty());
    const bool none = m_model->hasSearched() && m_model->found().isEmpty() && !isBusy;
    m_busy->setText(none ? tr("No user has this name.") : m_model->busyText());
    m_busy->setHidden(m_busy->text().isEmpty());
    m_error->show(m_model->problem().title, m_model->problem().happened, m_model->problem().next);
    const auto show = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setHidden(text.isEmpty());
    };
    show(m_outcome, m_model->outcome());
    show(m_steps, m_model->steps().join(QLatin1Char('\n')));
    show(m_advice, m_model->signInAdvice());
    if (m_licence->count() != m_model->licences().size()) {
        m_licence->clear();
        for (const FreeLicence &licence : m_model->licences())
            m_licence->addItem(tr("%1 (%2 left)").arg(licence.name).arg(licence.free), licence.skuId);
    }
    m_licenceArea->setHidden(!m_model->canLicence());
    m_licensed->setHidden(!m_model->isLicensed());
}

} // namespace cloudsync
