// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cloudsync {

class TestUserModel;

/// Makes a user for the trial: says what will be made and where, and shows its password once it is there.
class NewUserPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NewUserPanel(TestUserModel *model, QWidget *parent = nullptr);

private:
    void refresh();
    TestUserModel *m_model;
    QPushButton *m_open;
    QWidget *m_form;
    QLineEdit *m_name;
    QLineEdit *m_container;
    QLabel *m_note;
    QPushButton *m_create;
    QWidget *m_made;
    QLabel *m_madeText;
    QLineEdit *m_password;
};

} // namespace cloudsync
