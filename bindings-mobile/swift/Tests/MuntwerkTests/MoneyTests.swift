import XCTest
@testable import Muntwerk
final class MoneyTests: XCTestCase {
    func testRoundTrip() {
        for scale: UInt8 in 0...6 {
            for m: Int64 in [0, 1, -1, 10, 100, 1234, -1234, 9007199254740991, -9007199254740991, 1000000000] {
                let d = Decimal(minorUnits: m, scale: scale)
                print(scale, m, d, d.minorUnits(scale: scale) as Any)
            }
        }
        print(Decimal.nan.minorUnits(scale: 2) as Any, Decimal(sign: .plus, exponent: 127, significand: 1).minorUnits(scale: 2) as Any, Decimal(sign: .plus, exponent: -128, significand: 1).minorUnits(scale: 2) as Any)
        print(Decimal(string: "25.00")!.minorUnits(scale: 0) as Any,Decimal(string: "25.5")!.minorUnits(scale: 0) as Any, Decimal(string:"0.1234567890123456789012345678901234567")!.minorUnits(scale: 2) as Any)
        print(Decimal.greatestFiniteMagnitude.minorUnits(scale: 0) as Any)
        var c = Calendar(identifier: .gregorian); c.timeZone = TimeZone(identifier: "Europe/Brussels")!
        let dc = c.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: 1735770600))
        print(dc, dc == DateComponents(year: 2025, month: 1, day: 1), dc.isLeapMonth as Any, dc.calendar as Any)
        print(TimeZone(identifier: "Europe/Brussels") as Any)
    }
}
