import Foundation
import Muntwerk
import XCTest

/// Feeds and files that are not right, keys of others, and many threads: a typed error, and the wallet as it was.
final class WalletHostileTests: XCTestCase {
    private let day = RecordedFeeds.day

    private func isNoFile(_ bytes: Data, _ what: String) {
        let problem = walletProblem { _ = try Wallet.load(bytes: bytes) }
        guard case .file(let reason) = problem, !reason.isEmpty else { return XCTFail("\(what): \(problem as Any)") }
    }

    private func apply(_ lines: [String], to wallet: Wallet) throws {
        _ = try wallet.apply(feed: Data(lines.joined().utf8))
    }

    func testAFileThatWasCutOrChangedIsFoundOut() throws {
        let wallet = try RecordedFeeds.told("m-1")
        try wallet.putInOutbox(order: RecordedFeeds.gift(3))
        let file = try wallet.save()
        for length in Array(stride(from: 0, to: file.count, by: 101)) + Array((file.count - 80)..<file.count) {
            isNoFile(file.prefix(length), "cut at \(length)")
        }
        var random = Seeded(5)
        for _ in 0..<200 {
            var changed = file
            changed[Int.random(in: 0..<file.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            isNoFile(changed, "changed")
        }
        isNoFile(file + file, "doubled")
        isNoFile(Data(repeating: 0, count: 1_000_000), "zeros")
        isNoFile(try RecordedFeeds.feed("m-1"), "a feed")
    }

    func testAFeedWithAChangedByteIsNotTakenIn() throws {
        let (wallet, whole) = (try RecordedFeeds.empty("m-2"), try RecordedFeeds.feed("m-2"))
        var (random, kinds) = (Seeded(6), Set<String>())
        for round in 0..<400 {
            var changed = whole
            // Every other one in the signed head, which is the last 400 bytes.
            let range = round.isMultiple(of: 2) ? 0..<whole.count : (whole.count - 400)..<whole.count
            changed[Int.random(in: range, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            switch feedProblem({ _ = try wallet.apply(feed: changed) }) {
            case .link: kinds.insert("link")
            case .unreadable: kinds.insert("unreadable")
            case .signature: kinds.insert("signature")
            case .notMine: break
            case let other: XCTFail("\(other as Any)")
            }
        }
        XCTAssertEqual(kinds, ["link", "unreadable", "signature"])
        XCTAssertEqual(try wallet.standing().seen, 0)
        XCTAssertEqual(try wallet.apply(feed: whole).newSlices, 10)
    }

    func testAnAmountThatWasChangedOnTheWayBreaksTheLinks() throws {
        let (wallet, lines) = (try RecordedFeeds.empty("m-1"), try RecordedFeeds.lines("m-1"))
        let richer = lines.map { $0.replacingOccurrences(of: "\"amount\":75", with: "\"amount\":76") }
        XCTAssertNotEqual(richer, lines)
        XCTAssertEqual(feedProblem { try apply(richer, to: wallet) }, .link(slice: 1, since: 0))
        try apply(lines, to: wallet)
        let saved = try wallet.save()
        guard case .link = feedProblem({ try apply(richer, to: wallet) }) else { return XCTFail("no link was broken") }
        XCTAssertEqual(try wallet.save(), saved)
    }

    func testSlicesThatAreMissingAreAskedFor() throws {
        let (wallet, lines) = (try RecordedFeeds.empty("m-1"), try RecordedFeeds.lines("m-1"))
        let end = ["{\"v\":1,\"after\":2}\n"] + lines.dropFirst(3)
        XCTAssertEqual(feedProblem { try apply(end, to: wallet) }, .gap(since: 0, found: 3))
        // Missing, but nobody says so.
        var fewer = lines
        fewer.remove(at: 5)
        guard case .unreadable = feedProblem({ try apply(fewer, to: wallet) }) else { return XCTFail("it can be read") }
        var moved = lines
        moved.swapAt(5, 6)
        guard case .link = feedProblem({ try apply(moved, to: wallet) }) else { return XCTFail("no link was broken") }
        XCTAssertEqual(try wallet.standing().seen, 0)
    }

    func testTheFeedOfAnotherAccountOrUnderAnotherKeyIsNotBelieved() throws {
        let wallet = try RecordedFeeds.empty("m-1")
        let other = feedProblem { _ = try wallet.apply(feed: RecordedFeeds.feed("m-2")) }
        XCTAssertEqual(other, .notMine(ledger: RecordedFeeds.ledger, account: "m-2"))
        // The first key of RFC 8032, 7.1.
        let key = try publicKey(digits: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        let stranger = try Wallet(account: "m-1", key: key)
        XCTAssertEqual(feedProblem { _ = try stranger.apply(feed: RecordedFeeds.feed("m-1")) }, .signature)
        XCTAssertEqual(try stranger.standing().seen, 0)
    }

    func testBytesThatAreNoFeed() throws {
        let (wallet, whole) = (try RecordedFeeds.told("m-1"), try RecordedFeeds.feed("m-1"))
        let saved = try wallet.save()
        var random = Seeded(8)
        var hostile = (0..<50).map { _ in
            Data((0..<Int.random(in: 0..<2000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
        hostile += stride(from: 0, to: whole.count, by: 997).map { whole.prefix($0) }
        hostile += ["", "\n", "\n\n\n", "{}\n{}\n", String(repeating: "[", count: 100_000) + "\n\n"].map { Data($0.utf8) }
        hostile += [Data(count: 20_000_000), Data(repeating: 0x0a, count: 5_000_000)]
        for bytes in hostile {
            let problem = feedProblem { _ = try wallet.apply(feed: bytes) }
            guard case .unreadable(let line, _) = problem, line >= 1 else { return XCTFail("\(problem as Any)") }
        }
        XCTAssertEqual(try wallet.save(), saved)
    }

    func testWhatIsNoKeyNoAccountAndNoOrder() throws {
        let (wallet, day) = (try RecordedFeeds.told("m-1"), day)
        for count in [0, 31, 33, 100_000] {
            XCTAssertEqual(invalidPlace { _ = try Wallet(account: "m-1", key: Data(count: count)) }, "key")
        }
        for digits in ["", "zz", String(repeating: "0", count: 63), String(repeating: "é", count: 32)] {
            XCTAssertEqual(invalidPlace { _ = try publicKey(digits: digits) }, "key")
        }
        XCTAssertEqual(invalidPlace { _ = try Wallet(account: "M 1", key: RecordedFeeds.key()) }, "id")
        for units: Amount in [-1, .min, 9_007_199_254_740_992] {
            let gift = RecordedFeeds.gift(units)
            XCTAssertEqual(invalidPlace { _ = try wallet.preview(order: gift, today: day) }, "amount")
            XCTAssertEqual(invalidPlace { try wallet.putInOutbox(order: gift) }, "amount")
        }
        XCTAssertEqual(invalidPlace { _ = try wallet.catalogue(holder: "\0", today: day) }, "id")
        XCTAssertEqual(invalidPlace { _ = try wallet.answerTo(order: "x") }, "order_id")
        XCTAssertEqual(invalidPlace { _ = try wallet.balances(today: Day()) }, "day")
        XCTAssertEqual(try wallet.outbox(), [])
    }

    func testErrorsOfWalletsCanBeShown() throws {
        let problem = MuntwerkError.Wallet(problem: .nothingSeen)
        XCTAssertEqual(try Set([Language.nl, .fr, .en].map { try problem.displayText(language: $0) }).count, 3)
        XCTAssertEqual(problem.errorDescription, try problem.displayText(language: .preferred))
    }

    func testManyThreadsOnOneWallet() throws {
        let (wallet, feed, day) = (try RecordedFeeds.empty("m-1"), try RecordedFeeds.feed("m-1"), day)
        let (threads, each) = (8, 10)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            do {
                _ = try wallet.apply(feed: feed)
                for _ in 0..<each {
                    try wallet.putInOutbox(order: RecordedFeeds.gift(1))
                    let balances = try wallet.balances(today: day)
                    XCTAssertEqual(balances.available, balances.confirmed + balances.pending)
                }
                _ = try Wallet.load(bytes: wallet.save())
            } catch { XCTFail("\(error)") }
        }
        XCTAssertEqual(Set(try wallet.outbox().map(\.id)).count, threads * each)
        // 80 gifts of one, and there are 78: the last two will be refused.
        let balances = try wallet.balances(today: day)
        XCTAssertEqual([balances.confirmed, balances.pending, balances.available], [78, -78, 0])
    }
}
