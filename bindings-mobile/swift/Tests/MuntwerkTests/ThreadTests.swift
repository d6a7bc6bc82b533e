import Foundation
import Muntwerk
import XCTest

/// One ledger, many threads.
final class ThreadTests: XCTestCase {
    private let threads = 8
    private let each = 100

    func testEveryOrderIsBookedOnce() throws {
        let town = try Town()
        let before = try town.ledger.standing().records
        let (threads, each) = (threads, each)
        let numbers = Numbers()
        // Every thread sends every other thread's orders too: the same id is one order.
        DispatchQueue.concurrentPerform(iterations: threads * 2) { thread in
            for at in 0..<each {
                let order = Town.transfer(1000 + (thread % threads) * each + at, 0)
                _ = try? town.ledger.execute(order: order)
                let given = Town.transfer(100_000 + (thread % threads) * each + at, 1, from: "m-2", to: "m-1")
                do {
                    numbers.add(try town.ledger.execute(order: given).number)
                } catch MuntwerkError.Refused(let refusal) {
                    if let number = refusal.number { numbers.add(number) }
                } catch { XCTFail("\(error)") }
            }
        }
        let records = try town.ledger.standing().records
        XCTAssertEqual(Int(records - before), 2 * threads * each)
        XCTAssertEqual(numbers.seen.count, threads * each)
        XCTAssertEqual(try verifyJournal(journal: town.ledger.journal()).lines, records)
        XCTAssertEqual(try town.ledger.books().accounts.reduce(0) { $0 + $1.balance }, 0)
    }

    func testTasksReadWhileOthersWrite() async throws {
        let town = try Town()
        let each = each
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<threads {
                group.addTask {
                    for at in 0..<each {
                        if task % 2 == 0 {
                            _ = try? town.ledger.execute(order: Town.transfer(1000 + task * each + at, 1))
                        } else {
                            let accounts = try town.ledger.books().accounts
                            XCTAssertEqual(accounts.reduce(0) { $0 + $1.balance }, 0)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

/// Numbers that several threads have seen.
private final class Numbers: @unchecked Sendable {
    private let lock = NSLock()
    private var all: Set<UInt64> = []

    func add(_ number: UInt64) {
        lock.lock()
        defer { lock.unlock() }
        all.insert(number)
    }

    var seen: Set<UInt64> {
        lock.lock()
        defer { lock.unlock() }
        return all
    }
}
