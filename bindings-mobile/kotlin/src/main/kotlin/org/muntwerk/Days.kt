package org.muntwerk

import java.security.SecureRandom
import java.time.DateTimeException
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.util.UUID

/**
 * The civil day at an instant, where the currency is: the engine has no clock and no zones, and is told the day.
 *
 * @throws MuntwerkException.Invalid if the system knows no such zone.
 */
@Throws(MuntwerkException::class)
fun DesignSummary.dayAt(instant: Instant): LocalDate {
    val place = try {
        ZoneId.of(zone)
    } catch (unknown: DateTimeException) {
        throw MuntwerkException.Invalid("zone", zone, unknown.message ?: "no such zone")
    }
    return instant.atZone(place).toLocalDate()
}

/**
 * A new id for an order. Make it once, before the order is sent for the first time, and keep it until the answer has
 * come: sent again under the same id it is booked once.
 */
fun newOrderId(): OrderId = UUID.randomUUID().toString().replace("-", "")

/** Sixteen random bytes of the system, for [Ledger.open] and [Ledger.replay]. */
fun newSecret(): ByteArray = ByteArray(16).also { SecureRandom().nextBytes(it) }
