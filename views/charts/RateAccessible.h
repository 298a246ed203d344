// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace anakinra {

/// Screen readers see a RateView as a chart with one child per mark in view, named by what
/// spokenRate() says. Idempotent.
void installRateAccessibility();

/// The marks of the view have changed: its children are made anew.
void forgetRateMarks(QWidget *view);

} // namespace anakinra
