// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/JsonText.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

/// Passes the parser's events on to the document; stops at a depth no library has, and on request.
class GuardedHandler
{
public:
    GuardedHandler(rapidjson::Document &document, rapidjson::InsituStringStream &stream,
                   qsizetype size, const LoadProgress &progress)
        : m_document(document), m_stream(stream), m_size(size), m_progress(progress)
    {
    }

    bool tooDeep() const { return m_depth > JsonText::maxDepth; }
    bool stopped() const { return m_stopped; }

    bool Null() { return m_document.Null(); }
    bool Bool(bool b) { return m_document.Bool(b); }
    bool Int(int i) { return m_document.Int(i); }
    bool Uint(unsigned i) { return m_document.Uint(i); }
    bool Int64(int64_t i) { return m_document.Int64(i); }
    bool Uint64(uint64_t i) { return m_document.Uint64(i); }
    bool Double(double d) { return m_document.Double(d); }
    bool RawNumber(const char *, rapidjson::SizeType, bool) { return false; }
    bool String(const char *text, rapidjson::SizeType size, bool copy)
    {
        return m_document.String(text, size, copy);
    }
    bool Key(const char *text, rapidjson::SizeType size, bool copy)
    {
        return m_document.Key(text, size, copy);
    }
    bool StartObject() { return enter() && m_document.StartObject(); }
    bool EndObject(rapidjson::SizeType members)
    {
        --m_depth;
        return m_document.EndObject(members);
    }
    bool StartArray() { return enter() && m_document.StartArray(); }
    bool EndArray(rapidjson::SizeType elements)
    {
        --m_depth;
        return m_document.EndArray(elements);
    }

private:
    bool enter()
    {
        if (++m_depth > JsonText::maxDepth)
            return false;
        if (++m_entered % 4096 == 0) {
            m_stopped = m_progress.stop.stop_requested();
            if (m_progress.report)
                m_progress.report(0.1 + 0.4 * double(m_stream.Tell()) / double(m_size));
        }
        return !m_stopped;
    }

    rapidjson::Document &m_document;
    rapidjson::InsituStringStream &m_stream;
    qsizetype m_size;
    const LoadProgress &m_progress;
    int m_depth = 0;
    int m_entered = 0;
    bool m_stopped = false;
};

/// "line 3, column 14", both from 1, columns in bytes.
QString position(const QByteArray &bytes, std::size_t offset)
{
    const qsizetype end = std::min(qsizetype(offset), bytes.size());
    const auto first = bytes.cbegin();
    const qsizetype line = std::count(first, first + end, '\n') + 1;
    const qsizetype lineStart = end > 0 ? bytes.lastIndexOf('\n', end - 1) + 1 : 0;
    return u"line %1, column %2"_s.arg(line).arg(end - lineStart + 1);
}

std::optional<QString> encodingFault(const QByteArray &bytes)
{
    if (QByteArrayView(bytes).isValidUtf8())
        return std::nullopt;
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return u"is UTF-16 text; a library is UTF-8 text"_s;
    qsizetype line = 1;
    for (qsizetype start = 0; start < bytes.size(); ++line) {
        qsizetype end = bytes.indexOf('\n', start);
        end = end < 0 ? bytes.size() : end;
        if (!QByteArrayView(bytes).sliced(start, end - start).isValidUtf8())
            break;
        start = end + 1;
    }
    return u"is not UTF-8 text (line %1)"_s.arg(line);
}

/// Overwrites numbers that no double can hold ("1e999") by NaN of the same length. The parser
/// would give up at the first; so each is reported in its place instead.
void markHugeNumbers(QByteArray &json)
{
    char *const data = json.data();
    const qsizetype size = json.size();
    bool inString = false;
    for (qsizetype i = 0; i < size; ++i) {
        if (data[i] == '"') {
            inString = !inString;
        } else if (inString) {
            i += data[i] == '\\' ? 1 : 0;
        } else if (data[i] >= '0' && data[i] <= '9') {
            const QByteArrayView rest(data + i, size - i);
            const auto *const end = std::ranges::find_if_not(rest, [](char c) {
                return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            });
            const qsizetype length = end - rest.begin();
            // A number that does not fit is too large, unless it is too small: then it is 0.
            bool fits = false;
            [[maybe_unused]] const double value = rest.first(length).toDouble(&fits);
            const bool isTiny = rest.first(length).toByteArray().toLower().contains("e-");
            if (!fits && !isTiny && length >= 3) {
                std::fill_n(data + i, length, ' ');
                std::copy_n("NaN", 3, data + i);
            }
            i += length - 1;
        }
    }
}

} // namespace

std::optional<QString> JsonText::parse(QByteArray bytes,
                                       const std::function<QByteArray()> &original,
                                       const LoadProgress &progress)
{
    // A byte order mark is tolerated: some editors write one unasked.
    const qsizetype mark = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    if (QByteArrayView(bytes).sliced(mark).trimmed().isEmpty())
        return u"is empty"_s;
    if (const auto fault = encodingFault(bytes))
        return fault;

    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseFullPrecisionFlag
        | rapidjson::kParseNanAndInfFlag;
    m_buffer = std::move(bytes);
    for (bool hugeNumbersMarked = false;;) {
        std::fill_n(m_buffer.data(), mark, ' ');
        rapidjson::InsituStringStream stream(m_buffer.data());
        rapidjson::Reader reader;
        rapidjson::ParseResult result;
        bool tooDeep = false;
        auto generate = [&](rapidjson::Document &document) {
            GuardedHandler handler(document, stream, m_buffer.size(), progress);
            result = reader.Parse<flags>(stream, handler);
            m_stopped = handler.stopped();
            tooDeep = handler.tooDeep();
            return !result.IsError();
        };
        m_document = rapidjson::Document();
        m_document.Populate(generate);
        if (!result.IsError() || m_stopped)
            return std::nullopt;
        const qsizetype size = m_buffer.size();
        m_buffer = original();
        const bool isSame = m_buffer.size() == size; // the file may have changed meanwhile
        if (result.Code() == rapidjson::kParseErrorNumberTooBig && !hugeNumbersMarked && isSame) {
            hugeNumbersMarked = true;
            markHugeNumbers(m_buffer);
            continue;
        }
        const QString place = position(m_buffer, result.Offset());
        if (tooDeep)
            return u"is nested more than %1 levels deep (%2)"_s.arg(maxDepth).arg(place);
        QString reason = QString::fromLatin1(rapidjson::GetParseError_En(result.Code()));
        if (reason.endsWith(u'.'))
            reason.chop(1);
        return u"is not valid JSON at %1: %2"_s.arg(place, reason);
    }
}

} // namespace anakinra::reading
