#!/usr/bin/env python3
"""Checks pay lists, with a schema and a validator that are not ours.

    pain_001.py LIST.xml...      each with the LIST.csv beside it

The schema is ISO 20022's pain.001.001.09, as the Python package sepaxml carries it; it is not kept here.
Beyond the schema: the counts and sums are those of the payments, every IBAN has its check digits, no
reference stands there twice, and the XML pays what the CSV says. Then mistakes are made in a good file, and each has
to be noticed. Exits with 1 and names what does not hold.
"""

import csv
import string
import sys
import unicodedata
import xml.etree.ElementTree as ET
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import xmlschema

SPACE = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}
SCHEMA = xmlschema.XMLSchema(str(files("sepaxml") / "schemas" / "pain.001.001.09.xsd"))


def texts(root, path):
    return [element.text for element in root.iterfind(path, SPACE)]


def is_iban(text):
    digits = "".join(str(int(one, 36)) for one in text[4:] + text[:4])
    return int(digits) % 97 == 1


def faults(text):
    """What is wrong with a file by itself."""
    yield from (error.reason for error in SCHEMA.iter_errors(text))
    root = ET.fromstring(text)
    payments = root.findall(".//p:CdtTrfTxInf", SPACE)
    amounts = [Decimal(amount) for amount in texts(root, ".//p:InstdAmt")]
    for count in texts(root, ".//p:NbOfTxs"):
        if int(count) != len(payments):
            yield f"{count} payments are announced, {len(payments)} are there"
    for total in texts(root, ".//p:CtrlSum"):
        if Decimal(total) != sum(amounts):
            yield f"{total} is announced, {sum(amounts)} is there"
    for amount in root.iterfind(".//p:InstdAmt", SPACE):
        if amount.get("Ccy") != "EUR" or not 0 < Decimal(amount.text) <= Decimal("999999999.99"):
            yield f"{amount.text} {amount.get('Ccy')} is no amount of SEPA"
    for iban in texts(root, ".//p:IBAN"):
        if not is_iban(iban):
            yield "an IBAN has wrong check digits"
    references = texts(root, ".//p:EndToEndId")
    if len(set(references)) != len(references):
        yield "a reference stands there twice"
    if texts(root, ".//p:ChrgBr") != ["SLEV"] or texts(root, ".//p:SvcLvl/p:Cd") != ["SEPA"]:
        yield "it is no credit transfer of SEPA"
    for name in texts(root, ".//p:Nm"):
        if not 1 <= len(name) <= 70:
            yield "a name has more than 70 characters"
        if not set(name) <= TAKEN:
            yield "a name has characters that not every bank takes"


TAKEN = set(string.ascii_letters + string.digits + "/-?:().,'+ ")


def as_banks_take_it(name):
    """Letters without their signs (EPC217-08), by the decomposition of Unicode."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return "".join({"&": "+", '"': "'"}.get(one, one if one in TAKEN else ".") for one in plain)[:70]


def rows_of_xml(text):
    root = ET.fromstring(text)
    paths = ["p:Cdtr/p:Nm", "p:CdtrAcct/p:Id/p:IBAN", "p:Amt/p:InstdAmt", "p:RmtInf/p:Ustrd", "p:PmtId/p:EndToEndId"]
    for payment in root.iterfind(".//p:CdtTrfTxInf", SPACE):
        yield tuple(payment.findtext(path, namespaces=SPACE) for path in paths)


def rows_of_csv(path):
    with path.open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            yield as_banks_take_it(row["name"]), row["iban"], row["euro"], row["invoice"], row["claim"]


# What stands in a good file, and what must not stand there.
MISTAKES = [
    ("<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>3</NbOfTxs>"),
    ("<ChrgBr>SLEV</ChrgBr>", "<ChrgBr>SHAR</ChrgBr>"),
    ('Ccy="EUR"', 'Ccy="USD"'),
    ("<PmtMtd>TRF</PmtMtd>", "<PmtMtd>CASH</PmtMtd>"),
    ("<IBAN>BE68539007547034</IBAN>", "<IBAN>BE68539007547043</IBAN>"),
    ("<Cd>SEPA</Cd>", "<Cd>sepa-credit</Cd>"),
    ("<Nm>", "<Nm>\u00e9"),
    ("<DbtrAcct>", "<DebtorAccount>"),
]


def main(paths):
    wrong = []
    for path in map(Path, paths):
        text = path.read_text("utf-8")
        wrong += [f"{path}: {fault}" for fault in faults(text)]
        if list(rows_of_xml(text)) != list(rows_of_csv(path.with_suffix(".csv"))):
            wrong.append(f"{path}: it pays something else than the CSV says")
        for right, mistake in MISTAKES:
            if right not in text:
                continue
            changed = text.replace(right, mistake, 1)
            if mistake == "<DebtorAccount>":
                changed = changed.replace("</DbtrAcct>", "</DebtorAccount>", 1)
            if not any(faults(changed)):
                wrong.append(f"{path}: {mistake} is not noticed")
    for fault in wrong:
        print(fault, file=sys.stderr)
    if not wrong:
        print(f"{len(paths)} pay lists are valid pain.001.001.09 and pay what their CSV says")
    return 1 if wrong or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
