import Foundation
import Muntwerk

/// The scene of the bench in every language: three hours of work rewarded, then units passed to and fro.
struct Scene {
    static let today = Day(year: 2025, month: 1, day: 2)

    let ledger: Ledger

    init(design: String) throws {
        ledger = try Ledger.open(
            id: "torekes-1", design: design, day: Self.today, secret: Data(repeating: 7, count: 16))
        let issuing = Appoint(person: "s-050", role: "issuing_partner", from: Self.today, scope: "p-01")
        let work = Award(partner: "p-01", to: "m-0001", activity: "buurtwerk", measured: 180)
        let asks: [(Id, Code, Ask)] = [
            ("s-001", "steering_group", .approvePartner(ApprovePartner(partner: "p-01", roles: [.issuing]))),
            ("s-010", "project_manager", .appoint(issuing)),
            ("s-010", "project_manager", .openAccount(OpenAccount(account: "m-0001", kind: .person, holders: ["m-0001"]))),
            ("s-010", "project_manager", .openAccount(OpenAccount(account: "m-0002", kind: .person, holders: ["m-0002"]))),
            ("s-050", "issuing_partner", .award(work)),
        ]
        for (number, (actor, role, ask)) in asks.enumerated() {
            _ = try ledger.execute(order: Self.order(number + 1, actor, role, ask))
        }
    }

    /// Units go to and fro, so that there are always enough.
    func payment(_ number: Int) -> Order {
        let (from, to) = number % 2 == 0 ? ("m-0001", "m-0002") : ("m-0002", "m-0001")
        return Self.order(number, from, "participant", .transfer(Transfer(from: from, to: to, pay: .amount(1))))
    }

    private static func order(_ number: Int, _ actor: Id, _ role: Code, _ ask: Ask) -> Order {
        let digits = String(number, radix: 16)
        return Order(
            id: String(repeating: "0", count: 32 - digits.count) + digits, actor: actor, role: role,
            instant: 1_735_812_000_000, bookingDay: today, valueDay: today, ask: ask)
    }
}
