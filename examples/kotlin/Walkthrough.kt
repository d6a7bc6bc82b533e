package org.muntwerk.examples

import java.io.File
import java.time.LocalDate
import org.muntwerk.AccountKind
import org.muntwerk.Appoint
import org.muntwerk.ApprovePartner
import org.muntwerk.Ask
import org.muntwerk.Award
import org.muntwerk.Language
import org.muntwerk.Ledger
import org.muntwerk.OpenAccount
import org.muntwerk.Order
import org.muntwerk.PartnerRole
import org.muntwerk.Pay
import org.muntwerk.TextView
import org.muntwerk.Transfer
import org.muntwerk.newOrderId
import org.muntwerk.newSecret

/**
 * Open, award, transfer, statement: three hours of work for the neighbourhood, and what a neighbour gets of it. The
 * same walk-through as `examples/rust/first_steps.rs`; it prints the same lines.
 */
fun walkthrough(design: String) {
    val today = LocalDate.of(2025, 1, 2)
    val asks = listOf(
        Triple("s-001", "steering_group", Ask.ApprovePartner(ApprovePartner("p-01", listOf(PartnerRole.ISSUING)))),
        Triple("s-010", "project_manager", Ask.Appoint(Appoint("s-050", "issuing_partner", today, scope = "p-01"))),
        Triple("s-010", "project_manager", Ask.OpenAccount(person("m-0001"))),
        Triple("s-010", "project_manager", Ask.OpenAccount(person("m-0002"))),
        // 180 minutes of the line `buurtwerk` of the earning catalogue.
        Triple("s-050", "issuing_partner", Ask.Award(Award("p-01", "m-0001", "buurtwerk", 180u))),
        Triple("m-0001", "participant", Ask.Transfer(Transfer("m-0001", "m-0002", Pay.Amount(25)))),
    )
    Ledger.open("torekes-1", design, today, newSecret()).use { ledger ->
        for ((actor, role, ask) in asks) {
            // A real app keeps the id, and sends it again if no answer came.
            val order = Order(newOrderId(), actor, role, 1_735_812_000_000, today, today, ask)
            // Looked at first, as a screen would before it asks "are you sure?".
            ledger.decide(order)
            ledger.execute(order)
        }
        println(ledger.text(TextView.Statement("m-0001", null, null), Language.EN))
    }
}

private fun person(id: String) = OpenAccount(id, AccountKind.PERSON, listOf(id))

fun main(arguments: Array<String>) = walkthrough(File(arguments.single()).readText())
