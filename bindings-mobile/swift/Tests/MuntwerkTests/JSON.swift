/// JSON as vectors and journals have it: numbers are whole. One with a fraction can be read, to be refused.
enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Int64)
    case fraction(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int64) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(nilLiteral: ()) { self = .null }
    init(arrayLiteral elements: JSON...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

extension JSON {
    /// What stands under a key; nothing if this is no object or has no such key.
    subscript(key: String) -> JSON? {
        get {
            guard case .object(let inside) = self else { return nil }
            return inside[key]
        }
        set {
            guard case .object(var inside) = self else { return }
            inside[key] = newValue
            self = .object(inside)
        }
    }

    var text: String? { if case .text(let one) = self { one } else { nil } }
    var number: Int64? { if case .number(let one) = self { one } else { nil } }
    var list: [JSON]? { if case .list(let one) = self { one } else { nil } }
    var object: [String: JSON]? { if case .object(let one) = self { one } else { nil } }

    /// Nothing of the kind: what a vector may leave out.
    var saysNothing: Bool {
        switch self {
        case .null, .number(0): true
        case .list(let inside): inside.isEmpty
        case .object(let inside): inside.isEmpty
        default: false
        }
    }
}
