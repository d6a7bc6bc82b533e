import Foundation
import Muntwerk
import XCTest

/// The recorded feeds of `examples/data/wallet`: three members, told of until `day`.
enum RecordedFeeds {
    static let day = Day(year: 2025, month: 5, day: 7)
    static let ledger: Id = "rabot-example-1"
    private static let folder = "examples/data/wallet"

    static func design() throws -> DesignText { try Repository.text("\(folder)/design.toml") }

    static func key() throws -> Data {
        try publicKey(digits: Repository.text("\(folder)/key.txt").trimmingCharacters(in: .whitespacesAndNewlines))
    }

    static func feed(_ account: Id) throws -> Data { Data(try Repository.text("\(folder)/\(account).feed").utf8) }

    /// The lines of a feed, each with its newline: what comes first, the slices, the signed head.
    static func lines(_ account: Id) throws -> [String] {
        try Repository.text("\(folder)/\(account).feed").split(separator: "\n").map { "\($0)\n" }
    }

    /// A wallet that was told nothing yet.
    static func empty(_ account: Id) throws -> Wallet { try Wallet(account: account, key: key()) }

    /// A wallet that was told everything.
    static func told(_ account: Id) throws -> Wallet {
        let wallet = try empty(account)
        _ = try wallet.apply(feed: feed(account))
        return wallet
    }

    static func gift(_ units: Amount, from: Id = "m-1", to: Id = "m-2", id: OrderId = newOrderId()) -> Order {
        order(.gift(Gift(from: from, to: to, amount: units)), from, id: id)
    }

    static func order(
        _ ask: Ask, _ actor: Id, role: Code = "participant", id: OrderId = newOrderId(), instant: Int64 = 1_746_613_000_000
    ) -> Order {
        Order(id: id, actor: actor, role: role, instant: instant, bookingDay: day, valueDay: day, ask: ask)
    }
}

/// What a wallet says is wrong with a feed.
func feedProblem(_ call: () throws -> Void, file: StaticString = #filePath, line: UInt = #line) -> FeedProblem? {
    do {
        try call()
        XCTFail("it was taken in", file: file, line: line)
    } catch MuntwerkError.Feed(let problem) {
        return problem
    } catch {
        XCTFail("\(error)", file: file, line: line)
    }
    return nil
}

/// What a wallet says that it cannot do.
func walletProblem(_ call: () throws -> Void, file: StaticString = #filePath, line: UInt = #line) -> WalletProblem? {
    do {
        try call()
        XCTFail("it was done", file: file, line: line)
    } catch MuntwerkError.Wallet(let problem) {
        return problem
    } catch {
        XCTFail("\(error)", file: file, line: line)
    }
    return nil
}

/// The place that an error names for something given that is not what it should be.
func invalidPlace(_ call: () throws -> Void, file: StaticString = #filePath, line: UInt = #line) -> String? {
    do {
        try call()
        XCTFail("it was taken", file: file, line: line)
    } catch MuntwerkError.Invalid(let place, _, _) {
        return place
    } catch {
        XCTFail("\(error)", file: file, line: line)
    }
    return nil
}
