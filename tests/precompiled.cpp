// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Holds nothing: the targets that compile the common headers of the tests need a source.
