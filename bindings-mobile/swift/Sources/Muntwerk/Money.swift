import Foundation

extension Decimal {
    /// A number of minor units as a decimal number: 1234 at scale 2 is 12.34. Always exact.
    public init(minorUnits: Int64, scale: UInt8) {
        self.init(sign: minorUnits < 0 ? .minus : .plus, exponent: -Int(scale), significand: Decimal(minorUnits.magnitude))
    }
    public func minorUnits(scale: UInt8) -> Int64? {
        guard isFinite, magnitude <= Decimal(1 << 53) else { return nil }
        var whole = Decimal()
        var me = self
        NSDecimalRound(&whole, &me, Int(scale), .plain)
        guard whole == self else { return nil }
        let scaled = whole * pow(10, Int(scale))
        return Int64(scaled.description)
    }
}
