import Foundation
import Muntwerk

/// A type that stands in JSON as the engine writes it, and can be read from there.
protocol Wire {
    var json: JSON { get }
    init(json: JSON) throws
}

/// What stands in JSON is not what a type looks like.
enum WireError: Error {
    case not(String, JSON)
    case missing(String, of: String)
    case unknown([String], of: String)
}

extension Bool: Wire {
    var json: JSON { .bool(self) }
    init(json: JSON) throws {
        guard case .bool(let one) = json else { throw WireError.not("bool", json) }
        self = one
    }
}

extension String: Wire {
    var json: JSON { .text(self) }
    init(json: JSON) throws {
        guard let one = json.text else { throw WireError.not("text", json) }
        self = one
    }
}

extension Wire where Self: FixedWidthInteger {
    var json: JSON { .number(Int64(self)) }
    init(json: JSON) throws {
        guard let one = json.number, let number = Self(exactly: one) else { throw WireError.not("\(Self.self)", json) }
        self = number
    }
}

extension Int16: Wire {}
extension Int32: Wire {}
extension Int64: Wire {}
extension UInt8: Wire {}
extension UInt16: Wire {}
extension UInt32: Wire {}
extension UInt64: Wire {}

extension DateComponents: Wire {
    var json: JSON { .text(civilDayText) }
    init(json: JSON) throws {
        let parts = try String(json: json).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { throw WireError.not("day", json) }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }
}

extension Pieces: Wire {
    var json: JSON { [face.json, pieces.json] }
    init(json: JSON) throws {
        let row = try RowReader(json, 2, of: "Pieces")
        self.init(face: try row.take(0), pieces: try row.take(1))
    }
}

extension Optional: Wire where Wrapped: Wire {
    var json: JSON { self?.json ?? .null }
    init(json: JSON) throws {
        self = json == .null ? nil : .some(try Wrapped(json: json))
    }
}

extension Array: Wire where Element: Wire {
    var json: JSON { .list(map(\.json)) }
    init(json: JSON) throws {
        guard let all = json.list else { throw WireError.not("list", json) }
        self = try all.map(Element.init(json:))
    }
}

/// An object as it is written.
struct Fields {
    private var inside: [String: JSON] = [:]

    var json: JSON { .object(inside) }

    mutating func put(_ name: String, _ value: some Wire) {
        inside[name] = value.json
    }

    /// Left out if it is what it is when nobody says.
    mutating func put<Value: Wire & Equatable>(_ name: String, _ value: Value, unless given: Value) {
        if value != given { put(name, value) }
    }
}

extension JSON {
    static func variant(_ word: String, _ inside: JSON) -> JSON { .object([word: inside]) }

    static func variant(_ word: String, _ write: (inout Fields) -> Void) -> JSON {
        var out = Fields()
        write(&out)
        return .variant(word, out.json)
    }
}

/// An object as it is read; what nobody has taken is an error.
final class FieldReader {
    private let type: String
    private var left: [String: JSON]

    init(_ json: JSON, of type: String) throws {
        guard let object = json.object else { throw WireError.not(type, json) }
        self.type = type
        left = object
    }

    func take<Value: Wire>(_ name: String) throws -> Value {
        guard let value = left.removeValue(forKey: name) else { throw WireError.missing(name, of: type) }
        return try Value(json: value)
    }

    func take<Value: Wire>(_ name: String, given: Value) throws -> Value {
        try left.removeValue(forKey: name).map(Value.init(json:)) ?? given
    }

    func done() throws {
        if !left.isEmpty { throw WireError.unknown(left.keys.sorted(), of: type) }
    }
}

/// Values in a row, as they are read.
struct RowReader {
    private let values: [JSON]

    init(_ json: JSON, _ count: Int, of type: String) throws {
        guard let values = json.list, values.count == count else { throw WireError.not(type, json) }
        self.values = values
    }

    func take<Value: Wire>(_ at: Int) throws -> Value { try Value(json: values[at]) }
}

/// One of several, as it is read: a word, alone or with what it holds.
struct VariantReader {
    let word: String
    let inside: JSON

    init(_ json: JSON, of type: String) throws {
        if let word = json.text {
            self.word = word
            inside = .null
        } else if let object = json.object, object.count == 1, let (word, inside) = object.first {
            self.word = word
            self.inside = inside
        } else {
            throw WireError.not(type, json)
        }
    }

    func value<Value: Wire>() throws -> Value { try Value(json: inside) }
}
