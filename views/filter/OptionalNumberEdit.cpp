// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/OptionalNumberEdit.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

OptionalNumberEdit::OptionalNumberEdit(double minimum, int decimals, QWidget *parent) :
    QLineEdit(parent), m_minimum(minimum), m_decimals(decimals)
{
    setPlaceholderText(tr("any"));
    setMaxLength(12);
    setAlignment(Qt::AlignRight);
    setMinimumWidth(fontMetrics().horizontalAdvance(u"0000.0"_s) + 12);
    connect(this, &QLineEdit::editingFinished, this, &OptionalNumberEdit::finish);
}

void OptionalNumberEdit::setValue(std::optional<double> value)
{
    m_value = value;
    setText(toText(value));
    showError(false);
}

QString OptionalNumberEdit::toText(std::optional<double> value)
{
    return value ? QString::number(*value, 'g', 10) : QString();
}

void OptionalNumberEdit::finish()
{
    const QString typed = text().trimmed();
    std::optional<double> value;
    if (!typed.isEmpty()) {
        bool ok = false;
        const double number = QString(typed).replace(u',', u'.').toDouble(&ok);
        if (!ok || !std::isfinite(number) || number < m_minimum
            || (m_decimals == 0 && number != std::floor(number))) {
            showError(true);
            return;
        }
        value = number;
    }
    showError(false);
    if (value == m_value)
        return;
    m_value = value;
    Q_EMIT valueEdited();
}

void OptionalNumberEdit::showError(bool error)
{
    if (error == property("invalid").toBool())
        return;
    setProperty("invalid", error);
    if (error) {
        m_help = toolTip();
        const QString what = m_decimals == 0 ? tr("a whole number") : tr("a number");
        setToolTip(tr("Not understood: enter %1 from %2, or nothing")
                       .arg(what, QString::number(m_minimum)));
        setStyleSheet(u"QLineEdit { border: 2px solid #d55e00; }"_s);
    } else {
        setToolTip(m_help);
        setStyleSheet({});
    }
}

} // namespace anakinra
