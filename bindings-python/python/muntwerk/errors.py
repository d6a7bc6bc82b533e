"""Everything that can go wrong, as one tree of exceptions.

```text
MuntwerkError
├── Refused                  an order was refused: .code .rule .figures .message("nl")
│   └── BatchRefused         and with it the batch: .index
├── DesignError (ValueError) a design file contradicts itself: .problems
├── MoneyError  (ValueError) a figure is not exact, or does not fit
├── OrderError  (ValueError) the engine cannot read what is asked
├── PaymentRequestError (ValueError) a payment request is no good: .code .part .at
├── EvaluationError (ValueError) a figure cannot be asked so
├── ReleaseError(ValueError) released rows are not those that were released
├── RowsError   (ValueError) rows of a table or a day book cannot be read: .errors
├── JournalError(ValueError) a line of a journal does not hold: .line
├── FeedKeyError(ValueError) these bytes are no key: .length
├── FeedError   (ValueError) a feed was not taken in
│   ├── FeedTextError        it is no feed: .line
│   ├── FeedNotMineError     it is about another account: .ledger .account
│   ├── FeedSignatureError   the key did not sign it: .public_key
│   ├── ServerBehindError    the server knows less: .server_slices .server_record .slices .record
│   ├── FeedGapError         slices are missing: .since .found
│   ├── FeedLinkError        something was changed, lost or moved: .slice .since
│   ├── FeedSliceError       a slice cannot be: .slice
│   └── ForkError            the host told two histories: .after .proof
├── WalletError              a wallet cannot answer: .code
├── OutboxError (ValueError) an order cannot be kept to be sent: .code .order
├── WalletFileError (ValueError) bytes are no wallet: .code .line .slice
├── StoreError  (OSError)    a ledger on a disk cannot be opened, or cannot go on
└── UnknownError(LookupError) there is no account, view or design of that name
```

A value of the wrong type is a `TypeError`, as everywhere in Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from ._native import Refusal
    from .books import Figures, RefusalCode

__all__ = [
    "BatchRefused",
    "DesignError",
    "EvaluationError",
    "FeedError",
    "FeedGapError",
    "FeedKeyError",
    "FeedLinkError",
    "FeedNotMineError",
    "FeedSignatureError",
    "FeedSliceError",
    "FeedTextError",
    "ForkError",
    "JournalError",
    "MoneyError",
    "MuntwerkError",
    "OrderError",
    "OutboxError",
    "PaymentRequestError",
    "Problem",
    "Refused",
    "ReleaseError",
    "RowError",
    "RowsError",
    "ServerBehindError",
    "StoreError",
    "UnknownError",
    "WalletError",
    "WalletFileError",
]


class MuntwerkError(Exception):
    """What all of them are."""


class Refused(MuntwerkError):
    """An order was refused.

    Attributes:
        refusal: The refusal: a value that can be kept and pickled.
    """

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal

    @property
    def code(self) -> RefusalCode:
        """The stable code, such as `insufficient_balance`."""
        return self.refusal.code

    @property
    def rule(self) -> str:
        """The rule that refused: a key of the design, or the guard of the permission matrix."""
        return self.refusal.rule

    @property
    def figures(self) -> Figures:
        """What was asked, what there was, the limit; amounts in minor units."""
        return self.refusal.figures

    @property
    def number(self) -> int | None:
        """The number of the refusal's record; `None` if it left none."""
        return self.refusal.number

    @property
    def repeated(self) -> bool:
        """Whether this answer was given before."""
        return self.refusal.repeated

    def message(self, lang: str = "en") -> str:
        """A sentence that a member understands, in nl, fr or en."""
        return self.refusal.message(lang)

    def __str__(self) -> str:
        return f"{self.code}: {self.message()}"


class BatchRefused(Refused):
    """A batch that is all or nothing was refused; nothing of it is booked.

    Attributes:
        index: The place of the first order that cannot be booked, from zero.
    """

    def __init__(self, refusal: Refusal, index: int) -> None:
        super().__init__(refusal)
        self.args = (refusal, index)
        self.index = index

    def __str__(self) -> str:
        return f"order {self.index} of the batch: {super().__str__()}"


class Problem(NamedTuple):
    """Something wrong with a design file."""

    line: int
    column: int
    key: str
    reason: str


class DesignError(MuntwerkError, ValueError):
    """A design file cannot be read, or contradicts itself.

    Attributes:
        problems: Every problem with its place, in the order of the file.
    """

    def __init__(self, message: str, problems: list[tuple[int, int, str, str]]) -> None:
        super().__init__(message, problems)
        self.problems = tuple(Problem(*problem) for problem in problems)

    def __str__(self) -> str:
        return str(self.args[0])


class MoneyError(MuntwerkError, ValueError):
    """A figure is not exact at the unit's decimals, is no figure, or does not fit."""


class OrderError(MuntwerkError, ValueError):
    """The engine cannot read what is asked; the message names the field."""


class PaymentRequestError(MuntwerkError, ValueError):
    """A payment request cannot be read, made or paid.

    Attributes:
        code: The stable code, such as `damaged`.
        part: The part of the request that is wrong, such as `amount`, if it is one part.
        at: Where it is wrong in the text that was read: bytes of UTF-8 from its beginning.
    """

    def __init__(self, message: str, code: str, part: str | None = None, at: int | None = None) -> None:
        super().__init__(message, code, part, at)
        self.code = code
        self.part = part
        self.at = at

    def __str__(self) -> str:
        return str(self.args[0])


class RowError(NamedTuple):
    """Something wrong with a row.

    The row is counted from 0 in a table, and is the line of the file, counted from 1, in a day book.
    """

    row: int
    column: str | None
    reason: str

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        return f"row {self.row}{column}: {self.reason}"


class EvaluationError(MuntwerkError, ValueError):
    """A figure cannot be asked so. One that can be asked and has no value is no error: it says why."""


class ReleaseError(MuntwerkError, ValueError):
    """A release is not what its manifest says, or of other rows than was thought."""


class RowsError(MuntwerkError, ValueError):
    """Rows of a table or a day book cannot be read. Nothing of it was executed.

    Attributes:
        errors: Everything that is wrong: row, column, reason.
    """

    def __init__(self, errors: list[tuple[int, str | None, str]]) -> None:
        super().__init__(errors)
        self.errors = tuple(RowError(*error) for error in errors)

    def __str__(self) -> str:
        told = [str(error) for error in self.errors[:5]]
        if len(self.errors) > len(told):
            told.append(f"and {len(self.errors) - len(told)} more")
        return "\n".join(told)


class JournalError(MuntwerkError, ValueError):
    """A journal does not hold.

    Attributes:
        line: The first line that cannot be accepted, counted from 1, if it is one line.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message, line)
        self.line = line

    def __str__(self) -> str:
        return str(self.args[0])


class StoreError(MuntwerkError, OSError):
    """A ledger on a disk cannot be opened, or cannot go on."""


class UnknownError(MuntwerkError, LookupError):
    """There is nothing of that name."""


class FeedKeyError(MuntwerkError, ValueError):
    """Bytes are no key.

    Attributes:
        length: How many bytes there were; a key has 32.
    """

    def __init__(self, message: str, length: int) -> None:
        super().__init__(message, length)
        self.length = length

    def __str__(self) -> str:
        return str(self.args[0])


class FeedError(MuntwerkError, ValueError):
    """A feed was not taken in. The wallet is as it was, but that it keeps the proof of a fork."""

    def __str__(self) -> str:
        return str(self.args[0])


class FeedTextError(FeedError):
    """Bytes are no feed.

    Attributes:
        line: The line that cannot be read, counted from 1.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message, line)
        self.line = line


class FeedNotMineError(FeedError):
    """A feed is about another account, or another ledger.

    Attributes:
        ledger: The ledger it is about.
        account: The account it is about.
    """

    def __init__(self, message: str, ledger: str, account: str) -> None:
        super().__init__(message, ledger, account)
        self.ledger = ledger
        self.account = account


class FeedSignatureError(FeedError):
    """The key of the wallet did not sign a feed.

    Attributes:
        public_key: The key that should have signed it.
    """

    def __init__(self, message: str, public_key: bytes) -> None:
        super().__init__(message, public_key)
        self.public_key = public_key


class ServerBehindError(FeedError):
    """The server knows less than the wallet: it was restored from an older backup, or the feed is late.

    Attributes:
        server_slices: How many slices the feed's head counts.
        server_record: The record of the feed's head.
        slices: How many slices the wallet has.
        record: The record of the wallet's head.
    """

    def __init__(self, message: str, server_slices: int, server_record: int, slices: int, record: int) -> None:
        super().__init__(message, server_slices, server_record, slices, record)
        self.server_slices = server_slices
        self.server_record = server_record
        self.slices = slices
        self.record = record


class FeedGapError(FeedError):
    """A feed begins after slices that the wallet does not have.

    Attributes:
        since: The slice since which to ask.
        found: The first slice of the feed.
    """

    def __init__(self, message: str, since: int, found: int) -> None:
        super().__init__(message, since, found)
        self.since = since
        self.found = found


class FeedLinkError(FeedError):
    """The slices of a feed do not lead to its head: something was changed, lost or moved.

    Attributes:
        slice: The first slice that can be wrong.
        since: The slice since which to ask.
    """

    def __init__(self, message: str, slice: int, since: int) -> None:
        super().__init__(message, slice, since)
        self.slice = slice
        self.since = since


class FeedSliceError(FeedError):
    """A slice under a good signature cannot be read, or says what cannot be.

    Attributes:
        slice: Which slice.
    """

    def __init__(self, message: str, slice: int) -> None:
        super().__init__(message, slice)
        self.slice = slice


class ForkError(FeedError):
    """The host signed two histories that contradict each other.

    Attributes:
        after: The last slice that both have.
        proof: A line of JSON that proves it; `Wallet.fork_holds` checks it.
    """

    def __init__(self, message: str, after: int, proof: bytes) -> None:
        super().__init__(message, after, proof)
        self.after = after
        self.proof = proof


class WalletError(MuntwerkError):
    """A wallet cannot answer.

    Attributes:
        code: No feed came in yet, the account is not open yet, or the day is too far ahead of the ledger's.
    """

    def __init__(self, message: str, code: Literal["nothing_seen", "not_open", "too_far_ahead"]) -> None:
        super().__init__(message, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class OutboxError(MuntwerkError, ValueError):
    """An order cannot be kept to be sent.

    Attributes:
        code: Its id was used for another order, or it was answered before.
        order: The id.
    """

    def __init__(self, message: str, code: Literal["id_conflict", "answered"], order: str) -> None:
        super().__init__(message, code, order)
        self.code = code
        self.order = order

    def __str__(self) -> str:
        return str(self.args[0])


class WalletFileError(MuntwerkError, ValueError):
    """Bytes are no wallet that can be read.

    Attributes:
        code: It is none, of another version, cut off or damaged; or whole, and a line or a slice of it cannot be.
        line: The line that cannot be, counted from 1.
        slice: The slice that cannot be, counted from 1.
    """

    def __init__(
        self,
        message: str,
        code: Literal["form", "version", "damaged", "line", "slice"],
        line: int | None = None,
        slice: int | None = None,
    ) -> None:
        super().__init__(message, code, line, slice)
        self.code = code
        self.line = line
        self.slice = slice

    def __str__(self) -> str:
        return str(self.args[0])
