import Foundation
import Muntwerk
import XCTest

/// A ledger that nobody has any more is gone, and so is what crossed the border.
final class LeakTests: XCTestCase {
    func testLedgersAreFreed() throws {
        let one = try costOfOne()
        let before = try resident()
        let count = 120
        for _ in 0..<count { _ = try Town() }
        let grown = try resident() - before
        XCTAssertLessThan(grown, one * count / 4, "\(count) ledgers of \(one) bytes that nobody has leave \(grown) bytes")
    }

    func testAnswersAreFreed() throws {
        let ledger = try Town().ledger
        let text = String(repeating: "x", count: 1_000_000)
        for _ in 0..<3 { _ = try? ledger.account(account: text) }
        let before = try resident()
        for _ in 0..<200 {
            _ = try? ledger.account(account: text)
            _ = try ledger.books()
            _ = try ledger.design()
            _ = try? ledger.execute(order: Town.transfer(4, 1))
        }
        XCTAssertLessThan(try resident() - before, 50_000_000)
    }

    /// What a ledger takes, from many that are kept.
    private func costOfOne() throws -> Int {
        let before = try resident()
        let kept = try (0..<30).map { _ in try Town() }
        let after = try resident()
        XCTAssertEqual(kept.count, 30)
        return max((after - before) / kept.count, 1)
    }

    /// The bytes of memory that this process has.
    private func resident() throws -> Int {
        guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
            throw XCTSkip("this system does not tell how much memory a process has")
        }
        return (Int(statm.split(separator: " ")[1]) ?? 0) * 4096
    }
}
