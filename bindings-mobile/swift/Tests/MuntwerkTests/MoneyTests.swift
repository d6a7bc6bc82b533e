import Foundation
import XCTest

@testable import Muntwerk

final class MoneyTests: XCTestCase {
    private let most: Int64 = 9_007_199_254_740_991

    func testThereAndBack() throws {
        var random = Seeded(4)
        for scale: UInt8 in 0...12 {
            let amounts = [0, 1, -1, 9, 10, 100, 1234, -1234, most, -most] + (0..<200).map { _ in Int64.random(in: -most...most, using: &random) }
            for minor in amounts {
                let value = Decimal(minorUnits: minor, scale: scale)
                XCTAssertEqual(try value.minorUnits(scale: scale), minor, "\(value) at scale \(scale)")
                let text = value.description.replacingOccurrences(of: ".", with: "")
                XCTAssertEqual(Int64(text).map(abs).map(String.init)?.trimmingCharacters(in: ["0"]), String(abs(minor)).trimmingCharacters(in: ["0"]))
            }
        }
    }

    func testWhatAPersonMeans() throws {
        XCTAssertEqual(Decimal(minorUnits: 1234, scale: 2).description, "12.34")
        XCTAssertEqual(Decimal(minorUnits: -5, scale: 2).description, "-0.05")
        XCTAssertEqual(try Decimal(sign: .plus, exponent: -2, significand: 2500).minorUnits(scale: 0), 25)
        XCTAssertEqual(try Decimal(sign: .plus, exponent: 3, significand: 2).minorUnits(scale: 2), 200_000)
        XCTAssertEqual(try Decimal(most).minorUnits(scale: 0), most)
    }

    func testNothingIsRounded() throws {
        for (value, scale) in [
            (Decimal(most) + 1, UInt8(0)), (-Decimal(most) - 1, 0), (Decimal(most), 1), (Decimal(sign: .plus, exponent: -1, significand: 255), 0),
            (Decimal(sign: .plus, exponent: -3, significand: 1), 2), (.nan, 2), (.greatestFiniteMagnitude, 0), (.leastNonzeroMagnitude, 9),
            (Decimal(1) / 3, 30),
        ] {
            XCTAssertThrowsError(try value.minorUnits(scale: scale), "\(value) at \(scale)") { error in
                guard case MuntwerkError.Invalid("amount", value.description, _) = error else { return XCTFail("\(error)") }
            }
        }
    }

    func testAUnitKnowsItsScale() throws {
        let chiemgauer = try readDesign(text: Repository.design("chiemgauer")).unit
        XCTAssertEqual(chiemgauer.scale, 2)
        XCTAssertEqual(chiemgauer.figure(-1250), Decimal(sign: .minus, exponent: -1, significand: 125))
        XCTAssertEqual(chiemgauer.figure(sum: 1250).description, "12.5")
        XCTAssertEqual(try chiemgauer.minor(Decimal(sign: .plus, exponent: -1, significand: 125)), 1250)
        XCTAssertThrowsError(try chiemgauer.minor(Decimal(1) / 3))
    }

    func testSumsCrossWhole() {
        for digits in ["0", "7", "-7", "170141183460469231731687303715884105727", "-170141183460469231731687303715884105728"] {
            XCTAssertEqual(digitsFromDecimal(decimalFromDigits(digits)), digits)
        }
    }
}
