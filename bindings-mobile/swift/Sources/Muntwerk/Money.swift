import Foundation

/// The library counts in whole minor units (`Int64`); how many decimals they stand for is the scale of the unit, which
/// the design says. A `Decimal` is for people: to show, and to take from a field of a form.
extension Decimal {
    /// The most minor units that an amount can have: 2^53 - 1.
    private static let most: Int64 = 9_007_199_254_740_991

    /// So many minor units: 1234 at scale 2 is 12.34. Nothing is rounded. No unit has a scale over 100, and a `Decimal` ends
    /// not far beyond it: that is not a number.
    public init(minorUnits: Int64, scale: UInt8) {
        guard scale <= 100 else {
            self = .nan
            return
        }
        let sign: FloatingPointSign = minorUnits < 0 ? .minus : .plus
        self.init(sign: sign, exponent: -Int(scale), significand: Decimal(minorUnits.magnitude))
    }

    /// In minor units: 12.34 at scale 2 is 1234, and 25.00 at scale 0 is 25.
    ///
    /// Throws `MuntwerkError.Invalid` if it is no whole number of minor units, or more than 2^53 - 1 of them: nothing is
    /// rounded.
    ///
    /// Do not make the `Decimal` of what a person typed with `Decimal(string:)`, which reads "1,50" as 1 and "12abc" as
    /// 12; `NumberFormatter` or `Decimal(_:format:)` refuse what they cannot read.
    public func minorUnits(scale: UInt8) throws -> Int64 {
        // Before anything is computed: beyond this size `Decimal` begins to round.
        guard isFinite, scale <= 100, magnitude <= Decimal(Self.most) else { throw tooMuch() }
        var value = self
        var rounded = Decimal()
        NSDecimalRound(&rounded, &value, Int(scale), .plain)
        guard rounded == value else { throw invalid("is no whole number of minor units at scale \(scale)") }
        var minor = Decimal()
        guard NSDecimalMultiplyByPowerOf10(&minor, &rounded, Int16(scale), .plain) == .noError else { throw tooMuch() }
        // As text: on its way to Int64, NSDecimalNumber may pass through Double.
        guard let whole = Int64(minor.description), whole.magnitude <= UInt64(Self.most) else { throw tooMuch() }
        return whole
    }

    private func tooMuch() -> MuntwerkError {
        invalid("is more than \(Self.most) minor units")
    }

    private func invalid(_ reason: String) -> MuntwerkError {
        .Invalid(place: "amount", given: description, reason: reason)
    }
}

extension UnitSummary {
    /// An amount of this unit as a figure: 250 at scale 2 is 2.50.
    public func figure(_ minor: Amount) -> Decimal {
        Decimal(minorUnits: minor, scale: scale)
    }

    /// A sum over many accounts, in this unit, as a figure.
    public func figure(sum minor: Total) -> Decimal {
        minor * Decimal(minorUnits: 1, scale: scale)
    }

    /// A figure as minor units of this unit: exactly, or `MuntwerkError.Invalid`.
    public func minor(_ figure: Decimal) throws -> Amount {
        try figure.minorUnits(scale: scale)
    }
}

/// A sum over many accounts: up to 39 digits, which a `Decimal` holds exactly.
func decimalFromDigits(_ digits: String) -> Decimal {
    var sum = Decimal(0)
    for digit in digits.utf8 where digit != UInt8(ascii: "-") {
        sum = sum * 10 + Decimal(digit - UInt8(ascii: "0"))
    }
    return digits.hasPrefix("-") ? -sum : sum
}

/// A sum as the library reads it. What has a fraction becomes a text that is none, and the library says so.
func digitsFromDecimal(_ sum: Decimal) -> String {
    sum.description
}
