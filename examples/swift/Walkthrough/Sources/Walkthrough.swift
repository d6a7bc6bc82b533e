import Foundation
import Muntwerk

/// Open, award, transfer, statement: three hours of work for the neighbourhood, and what a neighbour gets of it. The same
/// walk-through as `examples/rust/first_steps.rs`; it prints the same lines.
@main
enum Walkthrough {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            print("Walkthrough DESIGN, such as core/designs/torekes.toml")
            exit(2)
        }
        let design = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
        let today = Day(year: 2025, month: 1, day: 2)
        let ledger = try Ledger.open(id: "torekes-1", design: design, day: today, secret: newSecret())

        for (actor, role, ask) in asks(today) {
            // A real app keeps the id, and sends it again if no answer came.
            let order = Order(
                id: newOrderId(), actor: actor, role: role, instant: 1_735_812_000_000, bookingDay: today,
                valueDay: today, ask: ask)
            // Looked at first, as a screen would before it asks "are you sure?".
            _ = try ledger.decide(order: order)
            _ = try ledger.execute(order: order)
        }
        let statement = TextView.statement(account: "m-0001", start: nil, through: nil)
        print(try ledger.text(view: statement, language: .en))
    }

    /// Who asks what, in which role.
    private static func asks(_ today: Day) -> [(Id, Code, Ask)] {
        let issuing = Appoint(person: "s-050", role: "issuing_partner", from: today, scope: "p-01")
        // 180 minutes of the line `buurtwerk` of the earning catalogue.
        let work = Award(partner: "p-01", to: "m-0001", activity: "buurtwerk", measured: 180)
        return [
            ("s-001", "steering_group", .approvePartner(ApprovePartner(partner: "p-01", roles: [.issuing]))),
            ("s-010", "project_manager", .appoint(issuing)),
            ("s-010", "project_manager", .openAccount(person("m-0001"))),
            ("s-010", "project_manager", .openAccount(person("m-0002"))),
            ("s-050", "issuing_partner", .award(work)),
            ("m-0001", "participant", .transfer(Transfer(from: "m-0001", to: "m-0002", pay: .amount(25)))),
        ]
    }

    private static func person(_ id: Id) -> OpenAccount {
        OpenAccount(account: id, kind: .person, holders: [id])
    }
}
