import Foundation
import Muntwerk

/// Something is not as a vector has it.
struct Mismatch: Error, CustomStringConvertible {
    let description: String
}

func require(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    if !holds { throw Mismatch(description: what()) }
}

func same<Value: Equatable>(_ seen: Value, _ expected: Value, _ what: @autoclosure () -> String) throws {
    try require(seen == expected, "\(what()): seen \(seen), expected \(expected)")
}

/// The entry or the refusal, whichever it is.
func outcome<Value>(_ of: () throws -> Value) throws -> Result<Value, RefusedAnswer> {
    do {
        return .success(try of())
    } catch MuntwerkError.Refused(let refusal) {
        return .failure(RefusedAnswer(refusal: refusal))
    }
}

struct RefusedAnswer: Error {
    let refusal: Refusal
}

/// A vector at some step: typed objects into the library, typed results out, written as JSON and compared.
final class VectorRunner {
    let ledger: Ledger
    private var orders: VectorOrders
    private var firstAnswers: [OrderId: UInt64] = [:]

    init(file: JSON, vector: JSON) throws {
        let scene = JSON.object((file["common"]?.object ?? [:]).merging(vector.object ?? [:]) { $1 })
        orders = VectorOrders(scene: scene, parts: file["parts"] ?? [:])
        ledger = try Ledger.open(
            id: String(json: scene["ledger"] ?? nil), design: orders.designText(scene["design"] ?? nil),
            day: Day(json: scene["opened"] ?? nil), secret: secret)
        for partner in scene["partners"]?.list ?? [] {
            try prepare("s-001", "steering_group", ["approve_partner": partner])
        }
        for account in scene["accounts"]?.list ?? [] {
            let household = account["household"]
            let holders = household == nil ? .list([account]) : account["holders"] ?? []
            let kind: JSON = household == nil ? "person" : "household"
            try prepare(
                "s-010", "project_manager",
                ["open_account": ["account": household ?? account, "kind": kind, "holders": holders]])
        }
    }

    private func prepare(_ actor: JSON, _ role: JSON, _ ask: JSON) throws {
        _ = try ledger.execute(order: next(["actor": actor, "role": role, "ask": ask]))
    }

    private func next(_ order: JSON) throws -> Order {
        try orders.next(order, on: ledger.standing().day)
    }

    func step(_ step: JSON) throws {
        let expect = step["expect"] ?? [:]
        if let order = step["order"] {
            if expect["unreadable"] != nil { try unreadable(order) } else { try ask(next(order), expect) }
        } else if let batch = step["batch"]?.list {
            try self.batch(batch.map(next), expect)
        } else if let day = step["close"] {
            try close(Day(json: day), expect["closing"] ?? [:])
        } else {
            try StateCheck(books: ledger.books(), ledger: ledger).check(step["check"] ?? [:])
        }
    }

    private func unreadable(_ order: JSON) throws {
        do {
            let entry = try ledger.decide(order: next(order))
            throw Mismatch(description: "this is no order, and was read as one: \(entry)")
        } catch is WireError {
        } catch MuntwerkError.Invalid {
        } catch MuntwerkError.Design {}
    }

    /// What must never change when nothing is booked.
    private func state() throws -> (BooksNow, WaitingLines) {
        (try ledger.books(), try ledger.waitingLines())
    }

    private func ask(_ order: Order, _ expect: JSON) throws {
        let (before, records) = (try state(), try ledger.standing().records)
        let preview = try outcome { try ledger.decide(order: order) }
        let answer = try outcome { try ledger.execute(order: order) }
        switch answer {
        case .success(let receipt):
            try seen(order, receipt.number, repeated: receipt.repeated, expect)
            try same(expect["refusal"], nil, "it was booked")
            if receipt.repeated {
                try require(state() == before, "an order that came again moved something")
            } else if case .closeDay = order.ask {
                try compare(words(ofClosing: booked(since: records)), expect["closing"] ?? [:], "closing")
            } else {
                guard let entry = try ledger.record(number: receipt.number).entry else {
                    throw Mismatch(description: "the record has no entry")
                }
                try same(try? preview.get(), entry, "what was decided, and what was booked")
                try compare(entry, expect)
            }
        case .failure(let refused):
            let refusal = refused.refusal
            try seen(order, refusal.number, repeated: refusal.repeated, expect)
            try require(state() == before, "a refusal moved something")
            let unrecorded = expect["unrecorded"] == true
            if !refusal.repeated, refusal.code != "id_conflict" {
                guard case .failure(let decided) = preview else {
                    throw Mismatch(description: "decided otherwise than executed")
                }
                try same(decided.refusal.json, refusal.json, "what was decided")
                try same(decided.refusal.sentences, refusal.sentences, "what was decided")
                try same(ledger.standing().records - records, unrecorded ? 0 : 1, "records of a refusal")
            }
            try same(refusal.number == nil, unrecorded, "a refusal without a record")
            try compare(refusal, expect["refusal"] ?? nil)
        }
    }

    private func seen(_ order: Order, _ number: UInt64?, repeated: Bool, _ expect: JSON) throws {
        try same(repeated, expect["repeated"] == true, "repeated")
        if repeated {
            try same(number, firstAnswers[order.id], "the number of the first answer")
        } else {
            firstAnswers[order.id] = number ?? firstAnswers[order.id]
        }
    }

    private func compare(_ entry: Entry, _ expect: JSON) throws {
        guard let expected = expect["entry"] else { return try same(expect["booked"], true, "booked") }
        let lots = Dictionary(uniqueKeysWithValues: try ledger.books().lots.map { ($0.lot, $0) })
        try compare(words(of: entry, lots: lots), expected, "entry")
    }

    private func compare(_ refusal: Refusal, _ expected: JSON) throws {
        try same(.text(refusal.code), expected["code"], "code")
        try same(refusal.figures.json, expected["figures"] ?? [:], "figures")
        let sentences = ["nl": refusal.sentences[.nl], "fr": refusal.sentences[.fr], "en": refusal.sentences[.en]]
        for (language, sentence) in expected["sentence"]?.object ?? [:] {
            try same(sentences[language], sentence.text, "sentence in \(language)")
        }
    }

    /// As JSON; a key of the vector that says nothing may as well be left out.
    private func compare(_ seen: JSON, _ expected: JSON, _ what: String) throws {
        let said = JSON.object((expected.object ?? [:]).filter { !$0.value.saysNothing })
        try same(seen.written, said.written, what)
    }

    private func batch(_ batch: [Order], _ expect: JSON) throws {
        let (before, records) = (try state(), try ledger.standing().records)
        do {
            try same(ledger.executeAll(orders: batch).count, batch.count, "booked")
            try same(expect["refusal"], nil, "the batch was booked")
        } catch MuntwerkError.BatchRefused(let index, let refusal) {
            try same(.number(Int64(index)), expect["refused_index"], "refused_index")
            try require(state() == before && ledger.standing().records == records, "a batch that was refused moved something")
            try compare(refusal, expect["refusal"] ?? nil)
        }
    }

    private func close(_ through: Day, _ expected: JSON) throws {
        let records = try ledger.standing().records
        while case let today = try ledger.standing().day, today.civilDayText <= through.civilDayText {
            try prepare("s-900", "system", ["close_day": ["through": today.json, "today": dayAfter(today).json]])
        }
        try compare(words(ofClosing: booked(since: records)), expected, "closing")
    }

    private func booked(since number: UInt64) throws -> [Entry] {
        try ledger.records(from: number, count: .max).compactMap(\.entry)
    }

    func sound() throws {
        try StateCheck(books: ledger.books(), ledger: ledger).sound()
    }

    func end(_ vector: JSON) throws {
        let end = StateCheck(books: try ledger.books(), ledger: ledger)
        try end.check(vector["then"] ?? [:])
        try end.balances(vector["balances"] ?? [:])
        let journal = try ledger.journal()
        let replayed = try Ledger.replay(journal: journal, secret: secret)
        try require(replayed.books() == ledger.books(), "replayed, it holds something else")
        let verified = try verifyJournal(journal: journal)
        try same(verified.head, replayed.standing().head, "the head after the last line")
        try same(verified.lines, ledger.standing().records, "lines of the journal")
        try writtenAsStored(journal)
    }

    /// The JSON that Swift writes of every record is what stands in the journal.
    private func writtenAsStored(_ journal: Data) throws {
        let lines = journal.split(separator: UInt8(ascii: "\n"))
        for (record, line) in zip(try ledger.records(from: 0, count: .max), lines) {
            let stored = try JSON(parsing: Array(line))["line"]?["record"] ?? nil
            let place = "record \(record.number)"
            try same(record.opening?.json, stored["opening"], place)
            if let entry = record.entry {
                var body = stored["booked"]?["entry"]
                body?["number"] = .number(Int64(record.number))
                try same(entry.json, body, place)
                try same(record.order?.json, stored["booked"]?["order"], place)
            } else if let refusal = record.refusal {
                try same(refusal.json, stored["refused"]?["refusal"], place)
                try same(record.order?.json, stored["refused"]?["order"], place)
            }
        }
    }
}

extension Refusal {
    /// As it stands in a journal.
    var json: JSON {
        var json: JSON = ["code": .text(code)]
        let figures = figures.json
        if !figures.saysNothing { json["figures"] = figures }
        return json
    }
}

private func dayAfter(_ day: Day) -> Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    let noon = calendar.date(from: day)!
    return .civilDay(at: calendar.date(byAdding: .day, value: 1, to: noon)!, in: calendar.timeZone)
}
