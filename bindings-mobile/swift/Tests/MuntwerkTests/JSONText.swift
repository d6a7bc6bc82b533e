import Foundation

/// Text that is no JSON.
struct JSONTextError: Error {
    let at: Int
}

// By hand: the decoder of Foundation cannot tell a whole number from another without trying, which takes most of the
// time that the tests take.
extension JSON {
    init(parsing text: String) throws {
        try self.init(parsing: Array(text.utf8))
    }

    init(parsing bytes: [UInt8]) throws {
        var parser = Parser(bytes: bytes)
        self = try parser.value()
        parser.skipSpace()
        guard parser.at == bytes.count else { throw JSONTextError(at: parser.at) }
    }

    /// As text, the keys in order.
    var written: String {
        switch self {
        case .null: "null"
        case .bool(let one): String(one)
        case .number(let one): String(one)
        case .fraction(let one): String(one)
        case .text(let one): Self.quoted(one)
        case .list(let all): "[" + all.map(\.written).joined(separator: ",") + "]"
        case .object(let all):
            "{" + all.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\($0.value.written)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

private struct Parser {
    let bytes: [UInt8]
    var at = 0

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func need(_ byte: UInt8) throws {
        guard take(byte) else { throw JSONTextError(at: at) }
    }

    mutating func value() throws -> JSON {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
        guard bytes[at...].starts(with: word.utf8) else { throw JSONTextError(at: at) }
        at += word.utf8.count
        return value
    }

    private mutating func object() throws -> JSON {
        try need(UInt8(ascii: "{"))
        var inside: [String: JSON] = [:]
        if take(UInt8(ascii: "}")) { return .object(inside) }
        repeat {
            skipSpace()
            let (start, key) = (at, try text())
            try need(UInt8(ascii: ":"))
            guard inside.updateValue(try value(), forKey: key) == nil else { throw JSONTextError(at: start) }
        } while take(UInt8(ascii: ","))
        try need(UInt8(ascii: "}"))
        return .object(inside)
    }

    private mutating func list() throws -> JSON {
        try need(UInt8(ascii: "["))
        var inside: [JSON] = []
        if take(UInt8(ascii: "]")) { return .list(inside) }
        repeat { inside.append(try value()) } while take(UInt8(ascii: ","))
        try need(UInt8(ascii: "]"))
        return .list(inside)
    }

    private mutating func number() throws -> JSON {
        let start = at
        while let byte = next, "+-.eE0123456789".utf8.contains(byte) { at += 1 }
        let digits = String(decoding: bytes[start..<at], as: UTF8.self)
        if let whole = Int64(digits) { return .number(whole) }
        guard let fraction = Double(digits) else { throw JSONTextError(at: start) }
        return .fraction(fraction)
    }

    private mutating func text() throws -> String {
        try need(UInt8(ascii: "\""))
        var text: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: try escaped())
            default: text.append(byte)
            }
        }
        throw JSONTextError(at: at)
    }

    private mutating func escaped() throws -> [UInt8] {
        guard let byte = next else { throw JSONTextError(at: at) }
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0a]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0d]
        case UInt8(ascii: "u"):
            guard at + 4 <= bytes.count, let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            else { throw JSONTextError(at: at) }
            at += 4
            return Array(String(Character(scalar)).utf8)
        default: return [byte]
        }
    }
}
