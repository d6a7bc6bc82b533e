import Foundation

/// A day of the books is a civil day: a year, a month and a day, with no time and no time zone. It is never a `Date`, which
/// is an instant and falls on another day in another zone.
extension DateComponents {
    /// The civil day that it is at an instant, in the zone of the currency, which need not be the zone of the phone:
    /// `.civilDay(at: .now, in: TimeZone(identifier: "Europe/Brussels")!)`.
    public static func civilDay(at instant: Date, in timeZone: TimeZone) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let seen = calendar.dateComponents([.year, .month, .day], from: instant)
        return DateComponents(year: seen.year, month: seen.month, day: seen.day)
    }

    /// The instant at which this day begins in a zone, to show it with a formatter that is set to the same zone.
    ///
    /// Throws `MuntwerkError.Invalid` if this is no day of the Gregorian calendar.
    public func beginning(in timeZone: TimeZone) throws -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let day = DateComponents(year: year, month: month, day: self.day)
        guard isGregorian, let noon = calendar.date(from: day), Self.civilDay(at: noon, in: timeZone) == day else {
            throw MuntwerkError.Invalid(place: "day", given: civilDayText, reason: "is no day of the calendar")
        }
        // Where clocks change at midnight the day begins later.
        return calendar.startOfDay(for: noon)
    }

    /// The day as `2025-01-31`, so that days sort as text. What is missing is a question mark, and no library reads that.
    public var civilDayText: String {
        guard isGregorian else { return "a day of the calendar \(calendar?.identifier as Any)" }
        guard let year, let month, let day, 0...9999 ~= year, 0...99 ~= month, 0...99 ~= day else {
            return [year, month, day].map { $0.map(String.init) ?? "?" }.joined(separator: "-")
        }
        // Digit by digit: two of these cross with every order.
        return String(unsafeUninitializedCapacity: 10) { text in
            for (at, number) in [year / 100, year % 100, month, day].enumerated() {
                let start = at < 2 ? at * 2 : at * 3 - 1
                text[start] = UInt8(48 + number / 10)
                text[start + 1] = UInt8(48 + number % 10)
            }
            text[4] = UInt8(ascii: "-")
            text[7] = UInt8(ascii: "-")
            return 10
        }
    }

    /// Whether the numbers are those of the calendar of the books, and not of the Buddhist or the Islamic one, say.
    private var isGregorian: Bool {
        guard let calendar else { return era ?? 1 == 1 }
        return calendar.identifier == .gregorian || calendar.identifier == .iso8601
    }
}

extension DesignSummary {
    /// The civil day at an instant, where the currency is: the library has no clock and no zones, and is told the day.
    ///
    /// Throws `MuntwerkError.Invalid` if the system knows no such zone.
    public func day(at instant: Date) throws -> Day {
        guard let timeZone = TimeZone(identifier: zone) else {
            throw MuntwerkError.Invalid(place: "zone", given: zone, reason: "is no zone that this system knows")
        }
        return .civilDay(at: instant, in: timeZone)
    }
}

/// What the library writes as a day. It writes nothing else; a day without numbers would be told at its next use.
func dayFromText(_ text: String) -> DateComponents {
    var (year, month, day, part) = (0, 0, 0, 0)
    for byte in text.utf8 {
        let digit = Int(byte) - 48
        switch (byte, part) {
        case (UInt8(ascii: "-"), _): part += 1
        case (48...57, 0): year = year &* 10 &+ digit
        case (48...57, 1): month = month &* 10 &+ digit
        case (48...57, 2): day = day &* 10 &+ digit
        default: return DateComponents()
        }
    }
    return DateComponents(year: year, month: month, day: day)
}

/// A day as the library reads it. What is no day becomes a text that is none, and the library says so.
func textFromDay(_ day: DateComponents) -> String {
    day.civilDayText
}
