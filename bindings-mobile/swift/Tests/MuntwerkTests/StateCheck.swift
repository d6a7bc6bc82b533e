import Foundation
import Muntwerk

/// The books now, against what a vector says of them.
struct StateCheck {
    let books: BooksNow
    let ledger: Ledger

    private var accounts: [Id: AccountNow] { Dictionary(uniqueKeysWithValues: books.accounts.map { ($0.id, $0) }) }

    /// Every key of a `check`; what is not named is not looked at.
    func check(_ check: JSON) throws {
        for (key, expected) in check.object ?? [:] {
            if let whole = try whole(key) {
                try same(whole.written, expected.written, key)
            } else if let named = try named(key) {
                for (name, expected) in expected.object ?? [:] {
                    try same((named[name] ?? nothing(key)).written, expected.written, "\(key) of \(name)")
                }
            } else {
                try nested(key, expected)
            }
        }
    }

    /// What is compared as it is.
    private func whole(_ key: String) throws -> JSON? {
        switch key {
        case "sendings": .list(books.sendings.map { short($0.order) })
        case "reservations": .list(books.reservations.map { short($0.id) })
        case "pending": .list(books.pending.map { short($0.order.id) })
        case "open":
            .object(Dictionary(uniqueKeysWithValues: books.acceptances.map { (short($0.order), $0.units.json) }))
        case "day": try ledger.standing().day.json
        default: nil
        }
    }

    /// What is compared name by name, of the names that the vector has.
    private func named(_ key: String) throws -> [String: JSON]? {
        switch key {
        case "balances": accounts.mapValues(\.balance.json)
        case "lots":
            accounts.mapValues { account in
                .list(account.lots.map { [$0.earnedOn.json, $0.endsOn.json, $0.amount.json] })
            }
        case "notes":
            Dictionary(uniqueKeysWithValues: books.notes.map { ("\($0.place) \($0.series) \($0.face)", $0.pieces.json) })
        case "euro": Dictionary(uniqueKeysWithValues: books.euro.map { ($0.place, $0.cents.json) })
        case "offices": Dictionary(uniqueKeysWithValues: books.offices.map { ($0.office, .text(standing($0.day))) })
        case "technical": accounts.mapValues(\.technicalDebt.json)
        case "states": accounts.mapValues(\.state.json)
        case "claims": Dictionary(uniqueKeysWithValues: books.claims.map { (short($0.id), .text(standing($0.state))) })
        default: nil
        }
    }

    private func nothing(_ key: String) -> JSON {
        switch key {
        case "offices": "never opened"
        case "claims": "unknown"
        default: 0
        }
    }

    /// What is compared by offer and partner.
    private func nested(_ key: String, _ expected: JSON) throws {
        let waiting = try ledger.waitingLines().places
        for (reward, partners) in expected.object ?? [:] {
            for (partner, expected) in partners.object ?? [:] {
                let seen: JSON
                switch key {
                case "stock":
                    seen = books.stock.first { $0.reward == reward && $0.partner == partner }?.pieces.json ?? 0
                case "lines":
                    let line = waiting.filter { $0.reward == reward && $0.partner == partner }
                    seen = .list(line.map { [short($0.place), $0.calledUntil.json] })
                default: throw Mismatch(description: "nobody looks at \(key)")
                }
                try same(seen.written, expected.written, "\(key) of \(reward) at \(partner)")
            }
        }
    }

    /// Every account that is not named is at zero.
    func balances(_ expected: JSON) throws {
        let seen = books.accounts.filter { $0.balance != 0 || expected[$0.id] != nil }
        let balances = JSON.object(Dictionary(uniqueKeysWithValues: seen.map { ($0.id, $0.balance.json) }))
        try same(balances.written, expected.written, "balances")
    }

    /// What holds after every step.
    func sound() throws {
        var held: [UInt32: Int64] = [:]
        for account in books.accounts {
            let holds = account.lots.reduce(0) { $0 + $1.amount }
            if !account.lots.isEmpty || account.drawn != 0 {
                try same(holds - account.drawn, account.balance, "held less drawn on \(account.id)")
                try require(holds == 0 || account.drawn == 0, "\(account.id) holds and has drawn")
            }
            for lot in account.lots { held[lot.lot, default: 0] += lot.amount }
        }
        try same(books.accounts.reduce(0) { $0 + $1.balance }, 0, "the sum of all balances")
        try same(books.euro.reduce(0) { $0 + $1.cents }, 0, "the sum of all euro")
        for lot in books.lots {
            try same(held[lot.lot] ?? 0, lot.outstanding, "held of lot \(lot.lot)")
            try require(lot.outstanding <= lot.issued, "more is held of lot \(lot.lot) than was issued")
            try same(lot.kind == .renewed, lot.parent != nil, "the parent of lot \(lot.lot)")
        }
    }
}
