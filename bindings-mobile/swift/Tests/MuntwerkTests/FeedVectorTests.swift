import Foundation
import Muntwerk
import XCTest

/// The vectors of `tests/vectors/feeds`: what is taken in of a feed, and what is wrong with it.
final class FeedVectorTests: XCTestCase {
    private func vectorFile() throws -> JSON { try JSON(parsing: Repository.text("tests/vectors/feeds/feeds.json")) }

    private func feed(_ name: String, of file: JSON) throws -> Data {
        let pieces = try XCTUnwrap(file["feeds"]?[name]?.list, name)
        let texts = try pieces.map { piece in
            let text = try XCTUnwrap(piece.text, name)
            return try text.hasPrefix("@") ? XCTUnwrap(file["pieces"]?[String(text.dropFirst())]?.text, text) : text
        }
        return Data(texts.joined().utf8)
    }

    func testEveryFeedComesToWhatTheVectorSays() throws {
        let file = try vectorFile()
        var kinds = Set<String>()
        for vector in try XCTUnwrap(file["vectors"]?.list) {
            let name = try XCTUnwrap(vector["name"]?.text)
            let (account, key) = (try XCTUnwrap(vector["account"]?.text), try XCTUnwrap(vector["key"]?.text))
            var wallet = try Wallet(account: account, key: publicKey(digits: key))
            for step in try XCTUnwrap(vector["steps"]?.list) {
                if step["anew"] == true { wallet = try wallet.startedAnew() }
                let told = try XCTUnwrap(step["feed"]?.text)
                XCTAssertEqual(try outcome(wallet, feed(told, of: file)), step["outcome"], "\(name): \(told)")
                XCTAssertEqual(Int64(try wallet.standing().forks.count), step["proofs"]?.number, "\(name): \(told)")
                if let kind = step["outcome"]?["problem"]?["kind"]?.text { kinds.insert(kind) }
            }
        }
        XCTAssertEqual(kinds.count, 8)
    }

    private func outcome(_ wallet: Wallet, _ feed: Data) throws -> JSON {
        let (saved, proofs) = (try wallet.save(), try wallet.standing().forks)
        do {
            return ["applied": try wallet.apply(feed: feed).vectorFigures(wallet)]
        } catch MuntwerkError.Feed(let problem) {
            if case .fork(_, let proof) = problem {
                XCTAssertEqual(try butForProofs(wallet.save()), try butForProofs(saved))
                XCTAssertEqual(try wallet.standing().forks, proofs.contains(proof) ? proofs : proofs + [proof])
            } else {
                XCTAssertEqual(try wallet.save(), saved)
            }
            return ["problem": problem.vectorFigures]
        }
    }

    /// The lines of a wallet's file, without the proofs and without the checksum over them.
    private func butForProofs(_ saved: Data) throws -> [Substring] {
        let text = try XCTUnwrap(String(data: saved, encoding: .utf8))
        return text.split(separator: "\n").filter { !$0.hasPrefix("f") && !$0.hasPrefix("sha256:") }
    }
}

extension Applied {
    /// As the vectors write it.
    fileprivate func vectorFigures(_ wallet: Wallet) throws -> JSON {
        ["new": .number(Int64(newSlices)), "record": .number(Int64(record)), "day": .text(day.civilDayText), "balance": try balance(wallet)]
    }

    private func balance(_ wallet: Wallet) throws -> JSON {
        do {
            return .number(try wallet.balances(today: day).confirmed)
        } catch MuntwerkError.Wallet(.notOpen(let account)) {
            XCTAssertEqual(account, try wallet.standing().account)
            return .null
        }
    }
}

extension FeedProblem {
    /// As the vectors write it.
    fileprivate var vectorFigures: JSON {
        func told(_ kind: String, _ figures: [String: UInt64] = [:]) -> JSON {
            .object(figures.mapValues { JSON.number(Int64($0)) }.merging(["kind": .text(kind)]) { $1 })
        }
        switch self {
        case .unreadable(let line, _): return told("unreadable", ["line": line])
        case .notMine(let ledger, let account):
            return ["kind": "not_mine", "ledger": .text(ledger), "account": .text(account)]
        case .signature: return told("signature")
        case .serverBehind(let serverSlices, let serverRecord, let slices, let record):
            let server = ["server_slices": serverSlices, "server_record": serverRecord]
            return told("server_behind", server.merging(["slices": slices, "record": record]) { $1 })
        case .gap(let since, let found): return told("gap", ["since": since, "found": found])
        case .link(let slice, let since): return told("link", ["slice": slice, "since": since])
        case .slice(let slice, _): return told("slice", ["slice": slice])
        case .fork(let after, _): return told("fork", ["after": after])
        }
    }
}
