package org.muntwerk

import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.muntwerk.examples.walkthrough

class WalkthroughTest {
    @Test
    fun `it prints what the one in Rust prints`() {
        val rust = File(ROOT, "target/kotlin/first_steps.txt").readLines()
        assertTrue(rust.size > 5, "$rust")
        val (printed, out) = Pair(ByteArrayOutputStream(), System.out)
        System.setOut(PrintStream(printed, true, Charsets.UTF_8))
        try {
            walkthrough(Scene.DESIGN)
        } finally {
            System.setOut(out)
        }
        assertEquals(rust, printed.toString(Charsets.UTF_8).lines().dropLast(1))
    }
}
