import Foundation
import Muntwerk

/// A ledger with a partner and two people, and orders with ids of their own.
final class Town: Sendable {
    static let firstDay = Day(year: 2025, month: 1, day: 2)

    let ledger: Ledger

    init() throws {
        ledger = try Ledger.open(
            id: "rabot-1", design: Repository.design("rabot-example"), day: Self.firstDay, secret: secret)
        let partner = ApprovePartner(partner: "p-01", roles: [.issuing, .redeeming])
        try run(1, .approvePartner(partner), "s-001", "steering_group")
        try run(2, .openAccount(OpenAccount(account: "m-1", kind: .person, holders: ["m-1"])), "s-010", "project_manager")
        try run(3, .openAccount(OpenAccount(account: "m-2", kind: .person, holders: ["m-2"])), "s-010", "project_manager")
        let award = Award(partner: "p-01", to: "m-1", activity: "bloembak", measured: 3)
        try run(4, .award(award), "s-050", "issuing_partner")
    }

    @discardableResult
    func run(_ number: Int, _ ask: Ask, _ actor: Id, _ role: Code) throws -> Receipt {
        try ledger.execute(order: Self.order(number, ask, actor, role))
    }

    static func order(_ number: Int, _ ask: Ask, _ actor: Id, _ role: Code) -> Order {
        Order(
            id: orderId(number), actor: actor, role: role, instant: 1_735_812_000_000, bookingDay: firstDay,
            valueDay: firstDay, ask: ask)
    }

    static func transfer(_ number: Int, _ minor: Amount, from: Id = "m-1", to: Id = "m-2") -> Order {
        order(number, .transfer(Transfer(from: from, to: to, pay: .amount(minor))), from, "participant")
    }

    static func orderId(_ number: Int) -> OrderId {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}

/// The same numbers every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
