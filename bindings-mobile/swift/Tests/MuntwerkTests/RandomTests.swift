import Foundation
import Muntwerk
import XCTest

final class RandomTests: XCTestCase {
    func testIdsAreNewAndRead() throws {
        let ids = (0..<1000).map { _ in newOrderId() }
        XCTAssertEqual(Set(ids).count, 1000)
        XCTAssert(ids.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
        XCTAssertEqual(newSecret().count, 16)
        XCTAssertNotEqual(newSecret(), newSecret())
    }
}
