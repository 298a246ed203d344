// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/Command.h"

#include <QFileDevice>

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

Console::Console(QIODevice &out, QIODevice &err) : m_out(out), m_err(err)
{
}

ExitCode Console::data(const QByteArray &bytes)
{
    const bool written = m_out.write(bytes) == bytes.size();
    auto *file = qobject_cast<QFileDevice *>(&m_out);
    if (written && (!file || file->flush()))
        return Success;
    message(u"Standard output cannot be written: "_s + m_out.errorString());
    return Fault;
}

void Console::message(const QString &text)
{
    m_err.write((text + u'\n').toUtf8());
    if (auto *file = qobject_cast<QFileDevice *>(&m_err))
        file->flush();
}

ExitCode Console::fault(const Problem &problem)
{
    message(problem.toString());
    return Fault;
}

ExitCode Console::usage(const QString &command, const Problem &problem)
{
    message(problem.toString());
    message(
        u"Try: anakinra-evidence %1--help"_s.arg(command.isEmpty() ? QString() : command + u' '));
    return Usage;
}

std::optional<int> Console::columns() const
{
    const auto *file = qobject_cast<const QFileDevice *>(&m_out);
    winsize size{};
    if (!file || ::isatty(file->handle()) == 0 || ::ioctl(file->handle(), TIOCGWINSZ, &size) != 0 ||
        size.ws_col == 0)
        return std::nullopt;
    return size.ws_col;
}

OptionGroup libraryOptions(bool partial)
{
    OptionGroup group{u"Library"_s,
                      {{u"library"_s,
                        {},
                        u"FILE"_s,
                        u"Use this library instead of the one shipped with the program."_s}}};
    if (partial) {
        group.options.push_back(
            {u"partial"_s,
             {},
             {},
             u"Use what is sound of a library with errors; what is wrong is said on standard error."_s});
    }
    return group;
}

} // namespace anakinra::cli
