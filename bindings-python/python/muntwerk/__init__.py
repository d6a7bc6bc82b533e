"""Rules and books for community currencies: the engine of Muntwerk in a notebook or a script.

A currency is a design file (`Design`); a `Ledger` keeps its books. An `Order` says who asks what
(`muntwerk.orders`), when and why; executing it gives a `Receipt`, or raises `Refused` with a code, the rule,
the figures and a sentence. What was booked is in `muntwerk.books`, what can be looked at in `muntwerk.views`,
what figures are asked in `muntwerk.indicators`, what they are in `muntwerk.figures`, pictures of them in
`muntwerk.plots`, what can go wrong in `muntwerk.errors`.

Money is `decimal.Decimal`, a figure as text, or whole minor units as an `int`, never a `float`; days are
`datetime.date`.

Needs nothing but Python. Tables of pandas, polars and pyarrow go in and out by the Arrow PyCapsule interface.
"""

from . import books, errors, figures, health, indicators, observed, orders, plots, records, sharing, views
from ._native import (
    Amount,
    Answers,
    ArrowTable,
    Design,
    Ledger,
    Movements,
    Order,
    OrderBatch,
    PaymentRequest,
    Receipt,
    Refusal,
)
from .errors import (
    BatchRefused,
    DesignError,
    EvaluationError,
    JournalError,
    MoneyError,
    MuntwerkError,
    OrderError,
    PaymentRequestError,
    Refused,
    ReleaseError,
    RowsError,
    StoreError,
    UnknownError,
)
from .figures import Figure

__all__ = [
    "Amount",
    "Answers",
    "ArrowTable",
    "BatchRefused",
    "Design",
    "DesignError",
    "EvaluationError",
    "Figure",
    "JournalError",
    "Ledger",
    "MoneyError",
    "Movements",
    "MuntwerkError",
    "Order",
    "OrderBatch",
    "OrderError",
    "PaymentRequest",
    "PaymentRequestError",
    "Receipt",
    "Refusal",
    "Refused",
    "ReleaseError",
    "RowsError",
    "StoreError",
    "UnknownError",
    "books",
    "errors",
    "figures",
    "health",
    "indicators",
    "observed",
    "orders",
    "plots",
    "records",
    "sharing",
    "views",
]
