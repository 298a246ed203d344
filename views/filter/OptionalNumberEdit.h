// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

#include <optional>

namespace anakinra {

/// A number that may be left open: an empty field means "no bound". Accepts a decimal point or a
/// decimal comma and never reads a grouping sign, so that "0,435" is 0.435 everywhere. What is not
/// a number is shown as an error and requests nothing.
class OptionalNumberEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// `minimum`: smallest allowed number; `decimals`: 0 for whole numbers.
    explicit OptionalNumberEdit(double minimum, int decimals, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<double> value() const { return m_value; }
    void setValue(std::optional<double> value); ///< does not emit

    [[nodiscard]] static QString toText(std::optional<double> value);

Q_SIGNALS:
    void valueEdited(); ///< the user finished with another, valid value

private:
    void finish();
    void showError(bool error);

    double m_minimum;
    int m_decimals;
    QString m_help;
    std::optional<double> m_value;
};

} // namespace anakinra
