import Foundation
import Muntwerk

/// The orders of a vector: completed as its README says, and read as typed objects.
struct VectorOrders {
    private static let refersTo = ["original", "pending", "sending", "reservation", "place", "claim", "acceptance"]

    private let roles: [String: JSON]
    private let parts: JSON
    private var asked = 0

    init(scene: JSON, parts: JSON) {
        roles = scene["roles"]?.object ?? [:]
        self.parts = parts
    }

    /// The text of a design: of a file, or of lines in which `@name` stands for a part.
    func designText(_ source: JSON) throws -> String {
        if let file = source["file"]?.text { return try Repository.design(file) }
        let lines = (source["text"]?.list ?? []).flatMap { line -> [JSON] in
            guard let text = line.text, text.hasPrefix("@") else { return [line] }
            return parts[String(text.dropFirst())]?.list ?? []
        }
        return lines.map { ($0.text ?? "") + "\n" }.joined()
    }

    /// The next order, as somebody writes it: an object of its class in an envelope.
    mutating func next(_ order: JSON, on day: Day) throws -> Order {
        try Order(json: complete(order, on: day))
    }

    private mutating func complete(_ order: JSON, on day: Day) throws -> JSON {
        asked += 1
        var full = order
        let number = String(asked, radix: 16)
        full["id"] = .text(filled(order["id"]?.text ?? "1" + String(repeating: "0", count: 16 - number.count) + number))
        if order["role"] == nil {
            let role = roles[order["actor"]?.text ?? ""]?.text ?? "participant"
            let parts = role.split(separator: "@", maxSplits: 1).map(String.init)
            full["role"] = .text(parts[0])
            if parts.count == 2, order["contact_point"] == nil { full["contact_point"] = .text(parts[1]) }
        }
        if order["instant"] == nil { full["instant"] = .number(1_735_689_600_000 + 60_000 * Int64(asked)) }
        if order["booking_day"] == nil { full["booking_day"] = day.json }
        if order["value_day"] == nil { full["value_day"] = full["booking_day"] }
        full["ask"] = .object(try (order["ask"]?.object ?? [:]).mapValues(complete(ask:)))
        return full
    }

    private func complete(ask: JSON) throws -> JSON {
        var ask = ask
        for key in Self.refersTo {
            if let id = ask[key]?.text { ask[key] = .text(filled(id)) }
        }
        if var lost = ask["lost"], let sending = lost["sending"]?.text {
            lost["sending"] = .text(filled(sending))
            ask["lost"] = lost
        }
        if let design = ask["design"], design.object != nil { ask["design"] = .text(try designText(design)) }
        return ask
    }

    private func filled(_ id: String) -> String {
        String(repeating: "0", count: max(0, 32 - id.count)) + id
    }
}
