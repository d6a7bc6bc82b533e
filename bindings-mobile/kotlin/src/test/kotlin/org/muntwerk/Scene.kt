package org.muntwerk

import java.io.File
import java.time.LocalDate

/** A small neighbourhood: one issuing partner, two members, and work that is rewarded. */
object Scene {
    val DAY: LocalDate = LocalDate.of(2025, 1, 2)
    val DESIGN: String by lazy { File(ROOT, "core/designs/torekes.toml").readText() }

    /** An empty ledger. */
    fun empty(): Ledger = Ledger.open("torekes-1", DESIGN, DAY, newSecret())

    /** A ledger in which m-0001 has earned 75, and m-0002 nothing. */
    fun earned(): Ledger = empty().also { ledger ->
        ledger.execute(order(Ask.ApprovePartner(ApprovePartner("p-01", listOf(PartnerRole.ISSUING))), "s-001", "steering_group"))
        ledger.execute(order(Ask.Appoint(Appoint("s-050", "issuing_partner", DAY, "p-01")), "s-010", "project_manager"))
        for (member in listOf("m-0001", "m-0002")) {
            val open = OpenAccount(member, AccountKind.PERSON, listOf(member))
            ledger.execute(order(Ask.OpenAccount(open), "s-010", "project_manager"))
        }
        val work = Award("p-01", "m-0001", "buurtwerk", 180u)
        ledger.execute(order(Ask.Award(work), "s-050", "issuing_partner"))
    }

    /** Looks at [earned], and closes it. */
    fun with(look: (Ledger) -> Unit) = earned().use(look)

    fun order(ask: Ask, actor: String, role: String, id: OrderId = newOrderId()): Order =
        Order(id, actor, role, 1_735_812_000_000, DAY, DAY, ask)

    /** A payment from the one member to the other. */
    fun pay(units: Long, from: String = "m-0001", to: String = "m-0002"): Order =
        order(Ask.Transfer(Transfer(from, to, Pay.Amount(units))), from, "participant")
}
