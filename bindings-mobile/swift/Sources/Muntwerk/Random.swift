import Foundation

/// An id for an order, never given before: 128 bits of the system's randomness. Keep it with the order and send the order
/// again under it if no answer came; then it is booked once.
public func newOrderId() -> OrderId {
    random(16).map { byte in
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }.joined()
}

/// A secret for a ledger: 16 bytes of the system's randomness, under which it looks ids up. It need not be kept.
public func newSecret() -> Data {
    Data(random(16))
}

private func random(_ count: Int) -> [UInt8] {
    var system = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &system) }
}
