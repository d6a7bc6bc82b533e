package org.muntwerk

import java.io.File
import java.lang.reflect.Modifier
import kotlin.reflect.KCallable
import kotlin.reflect.KClass
import kotlin.reflect.KParameter
import kotlin.reflect.KVisibility
import kotlin.reflect.full.declaredMemberFunctions
import kotlin.reflect.full.declaredMemberProperties
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.jvm.kotlinFunction
import kotlin.reflect.jvm.kotlinProperty
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/**
 * The public interface of the package is what `api.golden` says. Where it has changed on purpose:
 * `MUNTWERK_BLESS=1 make test-kotlin`, and say in the commit what an app has to change.
 */
class ApiTest {
    private val golden = File(ROOT, "bindings-mobile/kotlin/api.golden")

    /** What UniFFI needs and an app never names. */
    private val machinery = Regex(
        "(Uniffi|FfiConverter|RustBuffer|ForeignBytes|UInt|NoHandle|Internal|IntegrityChecking|Disposable|JavaLang|_UniFFI).*",
    )

    @Test
    fun `the interface is the one that was agreed on`() {
        val seen = interfaceLines().joinToString("\n", postfix = "\n")
        if (System.getenv("MUNTWERK_BLESS") != null) golden.writeText(seen)
        assertEquals(golden.readText(), seen)
    }

    private fun interfaceLines(): List<String> {
        val directory = File(Ledger::class.java.protectionDomain.codeSource.location.toURI()).resolve("org/muntwerk")
        val names = directory.list()!!.filter { it.endsWith(".class") }.map { it.removeSuffix(".class") }
        val (files, types) = names.filterNot(machinery::matches).partition { it.endsWith("Kt") }
        val outside = files.flatMap { functions(Class.forName("org.muntwerk.$it")) }
        val inside = types.map { Class.forName("org.muntwerk.$it") }
            .filter { Modifier.isPublic(it.modifiers) && !it.isSynthetic && !it.isAnonymousClass && !it.name.endsWith("\$Companion") }
            .map { it.kotlin }
            .filter { it.visibility == KVisibility.PUBLIC && it.simpleName != "ErrorHandler" }
            .flatMap(::type)
        return (outside + inside).sorted()
    }

    private fun type(kind: KClass<*>): List<String> {
        val name = kind.qualifiedName!!.removePrefix("org.muntwerk.")
        val constants = kind.java.enumConstants
        if (constants != null) return listOf("enum $name { ${constants.joinToString()} }")
        val what = when {
            kind.isSealed -> "sealed class"
            kind.objectInstance != null -> "object"
            kind.isData -> "data class"
            kind.java.isInterface -> "interface"
            else -> "class"
        }
        val made = kind.primaryConstructor?.takeIf { it.visibility == KVisibility.PUBLIC && !kind.isSealed }
        val head = "$what $name${made?.let { "(${parameters(it)})" } ?: ""}"
        val members = kind.declaredMemberFunctions
            .filter { it.visibility == KVisibility.PUBLIC && !(kind.isData && it.name in DATA) && !it.name.startsWith("component") && !it.name.startsWith("uniffi") }
            .map { "$name.${it.name}(${parameters(it)}): ${short(it.returnType.toString())}" }
        val properties = if (kind.isData || kind.objectInstance != null) emptyList() else kind.declaredMemberProperties
            .filter { it.visibility == KVisibility.PUBLIC && !it.name.startsWith("uniffi") }
            .map { "$name.${it.name}: ${short(it.returnType.toString())}" }
        val constructing = kind.java.declaredClasses.find { it.simpleName == "Companion" }?.kotlin
            ?.declaredMemberFunctions.orEmpty().filter { it.visibility == KVisibility.PUBLIC && it.name != "lift" }
            .map { "$name.Companion.${it.name}(${parameters(it)}): ${short(it.returnType.toString())}" }
        return listOf(head) + members + properties + constructing
    }

    private fun functions(file: Class<*>): List<String> = file.declaredMethods
        .filter { Modifier.isPublic(it.modifiers) && Modifier.isStatic(it.modifiers) && !it.isSynthetic }
        .mapNotNull { it.kotlinFunction }
        .filter { it.visibility == KVisibility.PUBLIC && !it.name.startsWith("uniffi") }
        .map { one ->
            val on = one.parameters.find { it.kind == KParameter.Kind.EXTENSION_RECEIVER }
            val receiver = on?.let { "${short(it.type.toString())}." } ?: ""
            "fun $receiver${one.name}(${parameters(one)}): ${short(one.returnType.toString())}"
        } + file.declaredFields
        .filter { Modifier.isPublic(it.modifiers) }
        .mapNotNull { it.kotlinProperty }
        .map { "const ${it.name}: ${short(it.returnType.toString())}" }

    private fun parameters(of: KCallable<*>): String = of.parameters
        .filter { it.kind == KParameter.Kind.VALUE }
        .joinToString { "${it.name}: ${short(it.type.toString())}${if (it.isOptional) " = ..." else ""}" }

    private fun short(type: String): String =
        type.replace("org.muntwerk.", "").replace("kotlin.collections.", "").replace("kotlin.", "")

    private companion object {
        val DATA = setOf("copy", "equals", "hashCode", "toString")
    }
}
