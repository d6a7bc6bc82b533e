package org.muntwerk

import com.sun.jna.Callback
import com.sun.jna.Structure
import java.io.ByteArrayInputStream
import java.io.File
import java.lang.reflect.Modifier
import java.util.zip.ZipFile
import java.util.zip.ZipInputStream
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test

/** What the Android library is made of, around this machine's own library: it was never run on a device. */
class AarTest {
    @Test
    fun `it has the parts of a library for Android`() {
        val names = entries.keys.filterNot { it.endsWith("/") }
        val libraries = names.filter { it.startsWith("jni/") }
        assertEquals(listOf("AndroidManifest.xml", "R.txt", "classes.jar", "proguard.txt"), (names - libraries.toSet()).sorted())
        val library = libraries.single()
        assertTrue(Regex("jni/(arm64-v8a|x86_64)/libmuntwerk_mobile\\.so").matches(library), library)
        assertTrue(entries.getValue(library).size > 500_000)
    }

    @Test
    fun `it says from which Android on`() {
        val manifest = xml(entries.getValue("AndroidManifest.xml"))
        assertEquals("org.muntwerk", manifest.getAttribute("package"))
        val sdk = manifest.getElementsByTagName("uses-sdk").item(0).attributes.getNamedItem("android:minSdkVersion")
        assertEquals("26", sdk.nodeValue)
    }

    @Test
    fun `its classes are those that were tested`() {
        val classes = File(Ledger::class.java.protectionDomain.codeSource.location.toURI())
        val tested = classes.walk().filter { it.extension == "class" }.map { it.relativeTo(classes).invariantSeparatorsPath }.toSet()
        val packed = ZipInputStream(ByteArrayInputStream(entries.getValue("classes.jar"))).use { zip ->
            generateSequence { zip.nextEntry }.map { it.name }.filter { it.endsWith(".class") }.toSet()
        }
        assertEquals(tested, packed)
        assertTrue("org/muntwerk/Ledger.class" in packed)
    }

    @Test
    fun `R8 is told what is found by name`() {
        val rules = String(entries.getValue("proguard.txt"))
        val classes = File(Ledger::class.java.protectionDomain.codeSource.location.toURI())
        val all = File(classes, "org/muntwerk").list()!!.filter { it.endsWith(".class") }
            .map { Class.forName("org.muntwerk.${it.removeSuffix(".class")}", false, javaClass.classLoader) }
        assertTrue(all.any(Structure::class.java::isAssignableFrom))
        assertTrue("class * extends com.sun.jna.Structure" in rules)
        if (all.any(Callback::class.java::isAssignableFrom)) assertTrue("class * implements com.sun.jna.Callback" in rules)
        val native = all.filter { one -> one.declaredMethods.any { Modifier.isNative(it.modifiers) } }
        assertTrue(native.isNotEmpty())
        native.forEach { assertTrue("-keep class ${it.name} {" in rules, "${it.name} has native functions") }
        assertTrue("-keep class com.sun.jna.**" in rules)
    }

    @Test
    fun `it needs JNA as a library for Android, and the versions that were tested`() {
        val (android, jvm) = Pair(pom(aar.resolveSibling(aar.name.replace(".aar", ".pom"))), pom(File(ROOT, "bindings-mobile/kotlin/pom.xml")))
        assertEquals("aar", android.types["jna"])
        assertEquals(jvm.property("jna.version"), android.versions["jna"])
        assertEquals(jvm.property("kotlin.version"), android.versions["kotlin-stdlib"])
        assertEquals(setOf("jna", "kotlin-stdlib"), android.versions.keys)
    }

    private class Pom(private val root: org.w3c.dom.Element) {
        private val dependencies = root.getElementsByTagName("dependency").let { all -> List(all.length) { all.item(it) as org.w3c.dom.Element } }
        val versions = dependencies.associate { it.text("artifactId")!! to it.text("version") }
        val types = dependencies.associate { it.text("artifactId")!! to it.text("type") }
        fun property(name: String) = root.text(name)
        private fun org.w3c.dom.Element.text(tag: String) = getElementsByTagName(tag).item(0)?.textContent
    }

    private fun pom(file: File) = Pom(xml(file.readBytes()))

    private companion object {
        lateinit var aar: File
        lateinit var entries: Map<String, ByteArray>

        @JvmStatic
        @BeforeAll
        fun build() {
            val script = File(ROOT, "bindings-mobile/kotlin/android/build-aar.sh").canonicalPath
            val building = ProcessBuilder("sh", script, "--host").redirectErrorStream(true).start()
            val said = building.inputStream.bufferedReader().readText()
            assertEquals(0, building.waitFor(), said)
            aar = File(said.trim().lines().last().removePrefix("aar: "))
            entries = ZipFile(aar).use { zip -> zip.entries().asSequence().associate { it.name to zip.getInputStream(it).readBytes() } }
        }

        fun xml(bytes: ByteArray): org.w3c.dom.Element =
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ByteArrayInputStream(bytes)).documentElement
    }
}
