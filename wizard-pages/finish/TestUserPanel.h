// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace cloudsync {

class ErrorPanel;
class TestUserModel;

/// The part of the last page on which one user is tried.
class TestUserPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TestUserPanel(TestUserModel *model, QWidget *parent = nullptr);

private:
    void refresh();
    void addSearch();
    void addLicence();
    [[nodiscard]] QString chosen() const;

    TestUserModel *m_model;
    QLineEdit *m_name;
    QPushButton *m_find;
    QListWidget *m_users;
    QPushButton *m_provision;
    QLabel *m_busy;
    ErrorPanel *m_error;
    QLabel *m_outcome;
    QLabel *m_steps;
    QLabel *m_advice;
    QWidget *m_licenceArea;
    QComboBox *m_licence;
    QLineEdit *m_location;
    QLabel *m_licensed;
};

} // namespace cloudsync
