package org.muntwerk

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.JsonNodeFactory
import com.fasterxml.jackson.databind.node.ObjectNode
import java.io.File
import java.math.BigInteger
import java.time.LocalDate
import kotlin.reflect.KClass
import kotlin.reflect.KProperty1
import kotlin.reflect.full.declaredMemberProperties
import kotlin.reflect.full.primaryConstructor

/** The root of the repository. */
val ROOT = File(System.getProperty("muntwerk.root"))

val JSON = ObjectMapper()

/** A value is not what its type says. */
class Unreadable(message: String) : Exception(message)

/**
 * JSON as the engine writes it, from objects of the package and back, by the table that the generator of the types
 * writes (`bindings-mobile/tests/wire.json`). It knows names and forms and no rules.
 */
object Wire {
    private val table: JsonNode = JSON.readTree(File(ROOT, "bindings-mobile/tests/wire.json"))
    private val nodes = JsonNodeFactory.instance
    private val notes = JSON.readTree("""{"row": [{"name": "face", "form": "Amount"}, {"name": "pieces", "form": "u32"}]}""")

    fun order(json: JsonNode): Order = read(nodes.textNode("Order"), json) as Order

    fun write(type: String, value: Any): JsonNode = written(nodes.textNode(type), value)

    private fun classOf(type: String): KClass<*> = Class.forName("org.muntwerk.$type").kotlin

    private fun camel(name: String) =
        name.split('_').let { parts -> parts.first() + parts.drop(1).joinToString("") { it.replaceFirstChar(Char::uppercase) } }

    private fun read(form: JsonNode, json: JsonNode?): Any? {
        if (form.has("optional")) return if (json == null || json.isNull) null else read(form["optional"], json)
        if (json == null) throw Unreadable("nothing where a $form belongs")
        if (form.has("many")) {
            if (!json.isArray) throw Unreadable("$json is no list")
            return json.map { read(form["many"], it) }
        }
        val type = form.textValue()
        return plain(type, json) ?: record(type, table[type] ?: throw Unreadable("no type $type"), json)
    }

    private fun plain(type: String, json: JsonNode): Any? = when (type) {
        "Id", "Code", "OrderId", "Place", "EuroPlace", "AccountRef", "String", "RefusalCode", "Design" -> text(json)
        "Day" -> try {
            LocalDate.parse(text(json))
        } catch (bad: java.time.DateTimeException) {
            throw Unreadable("$json: ${bad.message}")
        }
        "Amount", "Balance", "Instant", "i64" -> whole(json).let {
            if (it.bitLength() > 63) throw Unreadable("$json does not fit") else it.toLong()
        }
        "LotNo", "AccountNo", "u32" -> within(json, UInt.MAX_VALUE.toLong()).toUInt()
        "u8" -> within(json, 255).toUByte()
        "u16", "Share" -> within(json, 65_535).toUShort()
        "u64", "usize" -> within(json, Long.MAX_VALUE).toULong()
        "i32" -> whole(json).toInt()
        "bool" -> json.booleanValue()
        "Notes" -> json.map { record("Pieces", notes, it) }
        else -> null
    }

    private fun text(json: JsonNode) = json.textValue() ?: throw Unreadable("$json is no text")

    private fun whole(json: JsonNode): BigInteger =
        if (json.isIntegralNumber) json.bigIntegerValue() else throw Unreadable("$json is no whole number")

    private fun within(json: JsonNode, most: Long): Long = whole(json).let {
        if (it.signum() < 0 || it.bitLength() > 63 || it.toLong() > most) throw Unreadable("$json does not fit")
        it.toLong()
    }

    private fun record(type: String, shape: JsonNode, json: JsonNode): Any = when {
        shape.has("words") -> {
            val at = shape["words"].indexOfFirst { it.textValue() == json.textValue() }
            if (at < 0) throw Unreadable("$json is no $type")
            classOf(type).java.enumConstants[at]
        }
        shape.has("variants") -> variant(type, shape["variants"], json)
        shape.has("row") -> make(classOf(type), shape["row"].mapIndexed { at, one -> read(one["form"], json[at]) })
        else -> make(classOf(type), fields(shape["fields"], json))
    }

    private fun fields(fields: JsonNode, json: JsonNode): List<Any?> {
        if (!json.isObject) throw Unreadable("$json is no object")
        val known = fields.map { it["name"].textValue() }
        json.fieldNames().forEach { if (it !in known) throw Unreadable("nothing is called $it") }
        return fields.map { field -> read(field["form"], json[field["name"].textValue()] ?: field["given"]) }
    }

    private fun variant(type: String, variants: JsonNode, json: JsonNode): Any {
        val word = if (json.isTextual) json.textValue() else json.fieldNames().asSequence().singleOrNull()
        val one = variants.find { it["word"].textValue() == word } ?: throw Unreadable("$json is no $type")
        val kind = classOf("$type\$${one["name"].textValue()}")
        return when {
            one.has("holds") -> make(kind, listOf(read(one["holds"], json[word])))
            one.has("row") -> make(kind, one["row"].mapIndexed { at, part -> read(part["form"], json[word][at]) })
            one.has("fields") -> make(kind, fields(one["fields"], json[word]))
            else -> kind.objectInstance!!
        }
    }

    private fun make(kind: KClass<*>, values: List<Any?>): Any {
        kind.objectInstance?.let { return it }
        val constructor = kind.primaryConstructor ?: throw Unreadable("$kind cannot be made")
        return constructor.callBy(constructor.parameters.zip(values).toMap())
    }

    private fun written(form: JsonNode, value: Any?): JsonNode {
        if (value == null) return nodes.nullNode()
        if (form.has("optional")) return written(form["optional"], value)
        if (form.has("many")) return nodes.arrayNode().apply { (value as List<*>).forEach { add(written(form["many"], it)) } }
        val type = form.textValue()
        return when (value) {
            is String -> nodes.textNode(value)
            is LocalDate -> nodes.textNode(value.toString())
            is Boolean -> nodes.booleanNode(value)
            is Long, is Int, is Short, is UInt, is UByte, is UShort, is ULong, is BigInteger -> number(value)
            is List<*> -> nodes.arrayNode().apply { value.forEach { add(composed("Pieces", notes, it!!)) } }
            else -> composed(type, table[type] ?: throw Unreadable("no type $type"), value)
        }
    }

    private fun composed(type: String, shape: JsonNode, value: Any): JsonNode = when {
        shape.has("words") -> shape["words"][(value as Enum<*>).ordinal]
        shape.has("variants") -> {
            val one = shape["variants"].first { classOf("$type\$${it["name"].textValue()}").isInstance(value) }
            val word = one["word"].textValue()
            when {
                one.has("holds") -> nodes.objectNode().set<JsonNode>(word, written(one["holds"], property(value, "v1")))
                one.has("row") -> nodes.objectNode().set<JsonNode>(word, row(one["row"], value))
                one.has("fields") -> nodes.objectNode().set<JsonNode>(word, fieldsOf(value, one["fields"]))
                else -> nodes.textNode(word)
            }
        }
        shape.has("row") -> row(shape["row"], value)
        else -> fieldsOf(value, shape["fields"])
    }

    private fun row(parts: JsonNode, value: Any): JsonNode =
        nodes.arrayNode().apply { parts.forEach { add(written(it["form"], property(value, it["name"].textValue()))) } }

    private fun fieldsOf(of: Any, fields: JsonNode): ObjectNode {
        val json = nodes.objectNode()
        for (field in fields) {
            val name = field["name"].textValue()
            val one = written(field["form"], property(of, name))
            // What says nothing is left out, where the engine leaves it out.
            val silent = field["left_out"]?.booleanValue() == true && one == field["given"]
            if (!silent) json.set<JsonNode>(name, one)
        }
        return json
    }

    private fun property(of: Any, name: String): Any? {
        @Suppress("UNCHECKED_CAST")
        val property = properties.getOrPut(of::class) { of::class.declaredMemberProperties.associateBy { it.name } }
            .getValue(camel(name)) as KProperty1<Any, Any?>
        return property.get(of)
    }

    private val properties = HashMap<KClass<*>, Map<String, KProperty1<out Any, *>>>()
}

/** A whole number as the reader of JSON keeps it, so that the two are equal. */
fun number(value: Any): JsonNode {
    val whole = BigInteger(value.toString())
    return when {
        whole.bitLength() < 32 -> JsonNodeFactory.instance.numberNode(whole.toInt())
        whole.bitLength() < 64 -> JsonNodeFactory.instance.numberNode(whole.toLong())
        else -> JsonNodeFactory.instance.numberNode(whole)
    }
}
