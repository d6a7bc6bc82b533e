import Foundation
import Muntwerk
import XCTest

/// Whatever an app hands over, the library throws `MuntwerkError` and the process lives.
final class HostileTests: XCTestCase {
    private let huge = String(repeating: "x", count: 10_000_000)
    private let texts = [
        "", " ", "\0", "M-1", "m-1\n", "m-9999", "../../etc", "🦀", "é", "m–1", "０", "-", String(repeating: "a", count: 300), "null",
    ]

    /// Throws `MuntwerkError` and nothing else, or goes well.
    private func holds(_ what: String, _ call: () throws -> Void) {
        do {
            try call()
        } catch is MuntwerkError {
        } catch {
            XCTFail("\(what): threw \(type(of: error)): \(error)")
        }
    }

    private func refused(_ what: String, _ call: () throws -> Void) {
        XCTAssertThrowsError(try call(), what) { XCTAssert($0 is MuntwerkError, "\(what): threw \(type(of: $0))") }
    }

    func testIdsAreChecked() throws {
        let ledger = try Town().ledger
        for text in texts + [huge] {
            let shown = String(text.prefix(20))
            refused("account \(shown)") { _ = try ledger.account(account: text) }
            refused("order id \(shown)") {
                let order = Town.transfer(99, 1)
                _ = try ledger.execute(
                    order: Order(
                        id: text, actor: order.actor, role: order.role, instant: 0, bookingDay: order.bookingDay,
                        valueDay: order.valueDay, ask: order.ask))
            }
            refused("from \(shown)") { _ = try ledger.execute(order: Town.transfer(99, 1, from: text)) }
            holds("may see \(shown)") { _ = try ledger.maySee(actor: text, account: "m-1") }
        }
    }

    func testAmountsAreChecked() throws {
        let ledger = try Town().ledger
        for minor: Int64 in [-1, 0, 9_007_199_254_740_991, 9_007_199_254_740_992, .max, .min] {
            refused("amount \(minor)") { _ = try ledger.decide(order: Town.transfer(99, minor)) }
        }
        for scale: UInt8 in [0, 2, 38, 100, 127, 255] {
            for value in [Decimal.nan, .greatestFiniteMagnitude, .leastNonzeroMagnitude, Decimal(1) / 3] {
                refused("\(value) at \(scale)") { _ = try value.minorUnits(scale: scale) }
            }
            for minor in [Int64.min, .max] {
                refused("\(minor) at \(scale)") { _ = try Decimal(minorUnits: minor, scale: scale).minorUnits(scale: scale) }
            }
        }
    }

    func testDaysAreChecked() throws {
        let ledger = try Town().ledger
        let buddhist = DateComponents(calendar: Calendar(identifier: .buddhist), year: 2568, month: 1, day: 2)
        let days = [
            DateComponents(), DateComponents(year: 2025, month: 2, day: 30), DateComponents(year: 2025, month: 13, day: 1),
            DateComponents(year: .max, month: .max, day: .max), DateComponents(year: .min, month: 1, day: 1),
            DateComponents(year: 20_250, month: 1, day: 1), DateComponents(era: 0, year: 2025, month: 1, day: 2), buddhist,
        ]
        for day in days {
            refused("\(day)") { _ = try ledger.ending(through: day) }
            refused("\(day)") { _ = try ledger.statement(account: "m-1", start: day) }
        }
    }

    func testDesignsAreChecked() throws {
        let design = try Repository.design("rabot-example")
        var random = Seeded(1)
        for text in texts + [huge, String(repeating: "[", count: 200_000), String(design.dropLast(100))] {
            refused("design \(text.prefix(20))") { _ = try readDesign(text: text) }
        }
        for _ in 0..<20 {
            var bytes = Array(design.utf8)
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0..<128, using: &random)
            holds("a changed design") { _ = try readDesign(text: String(decoding: bytes, as: UTF8.self)) }
        }
    }

    func testSecretsAreChecked() throws {
        let design = try Repository.design("rabot-example")
        for count in [0, 1, 15, 17, 1_000_000] {
            refused("\(count) bytes") {
                _ = try Ledger.open(id: "r-1", design: design, day: Town.firstDay, secret: Data(count: count))
            }
        }
    }

    func testJournalsAreChecked() throws {
        let journal = try Town().ledger.journal()
        var random = Seeded(2)
        for count in [0, 1, 100, 1_000_000] {
            let noise = Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
            refused("\(count) bytes of noise") { _ = try Ledger.replay(journal: noise, secret: secret) }
        }
        for _ in 0..<20 {
            var changed = journal
            changed[Int.random(in: 0..<changed.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            refused("a changed journal") { _ = try Ledger.replay(journal: changed, secret: secret) }
        }
        for _ in 0..<20 {
            let cut = journal.prefix(Int.random(in: 0..<journal.count, using: &random))
            holds("a journal that was cut") { _ = try Ledger.replay(journal: cut, secret: secret) }
        }
    }

    func testNumbersOfRecordsAreChecked() throws {
        let ledger = try Town().ledger
        refused("record") { _ = try ledger.record(number: .max) }
        XCTAssertEqual(try ledger.records(from: .max, count: .max), [])
        holds("slip") { _ = try ledger.redemptionSlip(record: .max) }
        holds("allowances") { _ = try ledger.allowances(year: .min) }
        refused("lot") { _ = try ledger.whyDate(account: "m-1", lot: .max) }
        holds("quiet") { _ = try ledger.quiet(days: .max) }
    }

    /// Every order of the vectors, with some of its words and numbers changed, on books where something is.
    func testChangedOrders() throws {
        let ledger = try Town().ledger
        var (random, tried) = (Seeded(3), 0)
        for path in try Repository.files(in: "tests/vectors", ending: ".json") {
            let file = try JSON(parsing: Repository.text(path))
            for vector in file["vectors"]?.list ?? [] {
                var orders = VectorOrders(scene: vector, parts: file["parts"] ?? [:])
                for step in vector["steps"]?.list ?? [] {
                    guard let order = step["order"], let whole = try? orders.next(order, on: Town.firstDay) else { continue }
                    guard let changed = try? Order(json: whole.json.changed(using: &random)) else { continue }
                    holds(path) { _ = try ledger.decide(order: changed) }
                    holds(path) { _ = try ledger.execute(order: changed) }
                    holds(path) { _ = try ledger.executeAll(orders: [changed, whole]) }
                    tried += 1
                }
            }
        }
        XCTAssertGreaterThan(tried, 1000)
        XCTAssertEqual(try ledger.books().accounts.reduce(0) { $0 + $1.balance }, 0)
    }

    func testManyOrdersAtOnce() throws {
        let ledger = try Town().ledger
        let orders = (0..<10_000).map { Town.transfer(1000 + $0, 1 << 40) }
        XCTAssertEqual(try ledger.executeEach(orders: orders).count, orders.count)
        refused("all or nothing") { _ = try ledger.executeAll(orders: orders.map { Town.transfer(1, 1, to: $0.id) }) }
        XCTAssertEqual(try ledger.executeAll(orders: []), [])
    }
}

extension JSON {
    /// With about one in eight of its words and numbers changed.
    fileprivate func changed(using random: inout Seeded) -> JSON {
        switch self {
        case .list(let all): return .list(all.map { $0.changed(using: &random) })
        case .object(let all):
            return .object(
                Dictionary(
                    uniqueKeysWithValues: all.sorted { $0.key < $1.key }.map { ($0, $1.changed(using: &random)) }))
        case .text where UInt8.random(in: 0..<8, using: &random) == 0:
            let others: [JSON] = ["m-1", "m-2", "p-01", "s-010", "participant", "2025-01-02", "2024-02-29", "9998-12-31", "", "cp-1"]
            return others.randomElement(using: &random) ?? self
        case .number where UInt8.random(in: 0..<8, using: &random) == 0:
            let others: [JSON] = [0, 1, -1, 5, 255, 65_536, 4_294_967_295, 9_007_199_254_740_991]
            return others.randomElement(using: &random) ?? self
        default: return self
        }
    }
}
