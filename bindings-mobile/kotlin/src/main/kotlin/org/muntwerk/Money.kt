package org.muntwerk

import java.math.BigDecimal
import java.math.BigInteger

/** The largest amount there is, in minor units: 2^53 - 1. */
const val LARGEST_AMOUNT: Long = 9_007_199_254_740_991L

/** How many decimals euro are kept with: cents. */
const val EURO_SCALE: Int = 2

/** So many minor units as a figure: 250 at [scale] 2 is 2.50. Exact. */
fun figure(minor: Amount, scale: Int): BigDecimal = BigDecimal.valueOf(minor, scale)

/** A sum over many accounts as a figure. Exact. */
fun figure(minor: Total, scale: Int): BigDecimal = BigDecimal(minor, scale)

/** An amount of this unit as a figure. Exact. */
fun UnitSummary.figure(minor: Amount): BigDecimal = figure(minor, scale.toInt())

/** A sum over many accounts, in this unit, as a figure. Exact. */
fun UnitSummary.figure(minor: Total): BigDecimal = figure(minor, scale.toInt())

/** A figure as minor units of this unit: exactly, or not at all. */
@Throws(MuntwerkException::class)
fun UnitSummary.minor(figure: BigDecimal): Amount = minor(figure, scale.toInt())

/** A figure of euro as cents: exactly, or not at all. */
@Throws(MuntwerkException::class)
fun cents(figure: BigDecimal): Amount = minor(figure, EURO_SCALE)

/**
 * A figure as minor units at [scale] decimals: 25.00 at scale 0 is 25, and 2.5 at scale 0 is none.
 *
 * @throws MuntwerkException.Invalid if it is not exact, or larger than [LARGEST_AMOUNT] either way.
 */
@Throws(MuntwerkException::class)
fun minor(figure: BigDecimal, scale: Int): Amount {
    // Before anything is written out: 1E+1000000000 would be a gigabyte of digits.
    val digits = figure.precision().toLong() - figure.scale()
    if (figure.signum() != 0 && digits > LARGEST_DIGITS) {
        throw invalid(figure, "larger than $LARGEST_AMOUNT minor units")
    }
    // What is left of the point is few digits now; what is right of it may be many, and none of them counts
    // unless it is zero.
    val plain = figure.stripTrailingZeros()
    if (plain.signum() != 0 && plain.scale() > scale) throw invalid(figure, "more than $scale decimals")
    val minor: BigInteger = plain.setScale(scale).unscaledValue()
    if (minor.abs() > BigInteger.valueOf(LARGEST_AMOUNT)) {
        throw invalid(figure, "larger than $LARGEST_AMOUNT minor units")
    }
    return minor.toLong()
}

private const val LARGEST_DIGITS = 16L

private fun invalid(figure: BigDecimal, reason: String): MuntwerkException =
    MuntwerkException.Invalid("amount", figure.toString().take(60), reason)
