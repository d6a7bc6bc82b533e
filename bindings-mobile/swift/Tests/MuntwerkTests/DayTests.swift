import Foundation
import XCTest

@testable import Muntwerk

final class DayTests: XCTestCase {
    private let brussels = TimeZone(identifier: "Europe/Brussels")!

    func testThereAndBack() {
        for text in ["2025-01-02", "1900-01-01", "2024-02-29", "9998-12-31", "0999-10-05"] {
            XCTAssertEqual(textFromDay(dayFromText(text)), text)
        }
    }

    func testTheDayIsThatOfTheZoneOfTheCurrency() {
        // 2024-12-31T23:30:00Z: the new year has begun in Brussels, and not in New York.
        let instant = Date(timeIntervalSince1970: 1_735_687_800)
        XCTAssertEqual(Day.civilDay(at: instant, in: brussels), Day(year: 2025, month: 1, day: 1))
        XCTAssertEqual(
            Day.civilDay(at: instant, in: TimeZone(identifier: "America/New_York")!), Day(year: 2024, month: 12, day: 31))
    }

    func testACurrencyKnowsItsZone() throws {
        let design = try readDesign(text: Repository.design("torekes"))
        XCTAssertEqual(try design.day(at: Date(timeIntervalSince1970: 1_735_687_800)), Day(year: 2025, month: 1, day: 1))
    }

    func testADayBeginsWhereItIs() throws {
        let day = Day(year: 2025, month: 3, day: 30)
        XCTAssertEqual(try day.beginning(in: brussels).timeIntervalSince1970, 1_743_289_200)
        XCTAssertEqual(Day.civilDay(at: try day.beginning(in: brussels), in: brussels), day)
    }

    func testNoDays() {
        for day in [
            Day(), Day(year: 2025, month: 2, day: 29), Day(year: 2025, month: 13, day: 1), Day(year: 2025, month: 1),
            Day(calendar: Calendar(identifier: .buddhist), year: 2568, month: 1, day: 2), Day(era: 0, year: 44, month: 3, day: 15),
        ] {
            XCTAssertThrowsError(try day.beginning(in: brussels), "\(day)") { XCTAssert($0 is MuntwerkError) }
        }
    }

    func testWhatACalendarMadeIsADay() {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = brussels
        let made = calendar.dateComponents([.calendar, .timeZone, .era, .year, .month, .day, .hour], from: Date(timeIntervalSince1970: 1_735_687_800))
        XCTAssertEqual(textFromDay(made), "2025-01-01")
    }
}
